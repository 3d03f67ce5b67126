//! Columns of whether a ticket is still good: `Valid tickets`, `Valid`, `Désactivé`, `Places`. Only some of them are about
//! nothing but a ticket; the others are told, since a member may have no active account, and a thing may be given back.

use super::super::draft::Draft;
use super::super::heading::question;
use super::super::words::is_any;
use super::{cancelled, unread};
use crate::import::field::Field;
use crate::import::standing::marks::says_so;
use crate::import::texts;

/// Headings of how many tickets of an order are still good, between bars.
const GOOD_TICKETS: &str = "valid tickets|active tickets|number of valid tickets|gultige tickets|billets valides|entradas validas|\
    wazne bilety|bilety wazne|tocynnau dilys";

/// Headings of how many places somebody has, between bars.
const PLACES: &str = "quantity|qty|ticket quantity|ticket count|tickets|number of tickets|no of tickets|places|number of places|\
    seats|number of seats|number of people|no of people|\
    anzahl|menge|anzahl tickets|anzahl der tickets|anzahl platze|anzahl der platze|anzahl personen|anzahl der personen|\
    personenzahl|quantite|nombre de personnes|nombre de places|nombre de billets|billets|\
    cantidad|numero de personas|numero de plazas|numero de entradas|entradas|plazas|\
    ilosc|ilosc osob|liczba osob|liczba miejsc|liczba biletow|ilosc biletow|bilety|\
    nifer|nifer o bobl|nifer y bobl|nifer o docynnau|tocynnau|tadaad|afraad ki tadaad";

/// Headings below which a no may say that a ticket is off, or something of an account, an address or a membership, between
/// bars.
const VALID: &str = "valid|is valid|active|is active|ticket valid|ticket is valid|valid ticket|ticket active|\
    gultig|aktiv|ticket gultig|ticket aktiv|valide|actif|billet valide|billet actif|\
    valido|valida|activo|activa|entrada valida|entrada activa|\
    wazny|wazna|wazne|aktywny|aktywna|aktywne|bilet wazny|bilet aktywny|dilys|tocyn dilys|gweithredol";

/// Headings below which a yes says that a ticket was switched off, or an account, between bars.
const SWITCHED_OFF: &str = "deactivated|ticket deactivated|ticket disabled|disabled ticket|deaktiviert|ticket deaktiviert|\
    desactive|desactivee|desactive e|billet desactive|desactivado|desactivada|entrada desactivada|\
    dezaktywowany|dezaktywowana|dezaktywowane|bilet dezaktywowany";

/// What is asked of who needs access, unless it stands among what is scanned at a door, between bars.
const DISABLED: &str = "disabled";

/// Headings below which a yes or a day may say that somebody is off, or something else of them, between bars.
const MAY_BE_OFF: &str = "devuelto|devuelta|fecha de devolucion|fecha de baja|data zwrotu|archived|is archived|archiviert|archive|\
    archivee|archivado|archivada|zarchiwizowane|spam|is spam|marked as spam";

/// Headings that only a list of tickets has, between bars.
const OF_TICKETS: &str = "ticket|ticket type|ticket name|ticket number|ticket id|tarif|tarifs|billet|type de billet|\
    numero de billet|n billet|commande|numero de commande|entrada|tipo de entrada|pedido|bilet|rodzaj biletu|zamowienie|\
    ticketart|tickettyp|ticketnummer|bestellung|bestellnummer|order id|order number|order no";

/// Headings of what is scanned at a door, between bars.
const SCANNED: &str = "barcode|bar code|qr code|used|scanned|checked in|check in|check in date|checked in at|scan date|\
    code barres|code barre|code a barres|utilise|scanne|scannee|date de scan|date d utilisation|\
    strichcode|eingecheckt|gescannt|codigo de barras|usado|usada|escaneado|kod kreskowy|wykorzystany|zeskanowany";

/// Headings of an account, which may be switched off too, between bars.
const OF_ACCOUNT: &str = "login|last login|username|user name|user id|password|role|roles|account|benutzername|letzte anmeldung|\
    rolle|passwort|identifiant|nom d utilisateur|derniere connexion|mot de passe|profil|compte|usuario|\
    nombre de usuario|contrasena|ultimo acceso|rol|cuenta|login uzytkownika|nazwa uzytkownika|haslo|rola|konto";

/// To compare thousands of columns with all words takes long.
const MOST_COLUMNS: usize = 500;

/// Takes the columns that say of nothing but a ticket that it is off, beside whatever else says whether people come.
pub(in crate::import::columns) fn take(draft: &mut Draft<'_>) {
    if draft.wished.contains(&Field::Status) {
        return;
    }
    for column in 0..draft.headings.len().min(MOST_COLUMNS) {
        if !is_free(draft, column) {
            continue;
        }
        let is_off = is_of_ticket_off(draft, column);
        if is_off || is_of_good_tickets(draft, column) {
            draft.columns[Field::Status as usize].push(column);
        }
        if is_off {
            draft.turned_round.push(column);
        }
    }
}

/// Tells whether a column counts good tickets, of which some have none left.
fn is_of_good_tickets(draft: &Draft<'_>, column: usize) -> bool {
    is_headed(draft, column, GOOD_TICKETS) && counts_some_and_none(draft, column)
}

/// Tells whether a yes below a heading switches off the ticket of its row, as it does for some.
fn is_of_ticket_off(draft: &Draft<'_>, column: usize) -> bool {
    is_headed(draft, column, SWITCHED_OFF)
        && has(draft, &[OF_TICKETS, SCANNED])
        && !has(draft, &[OF_ACCOUNT])
        && draft.mostly(column, 1.0, |cell| says_so(cell).is_some())
        && draft
            .rows()
            .any(|row| says_so(row.cell(column)) != Some(true))
}

fn is_headed(draft: &Draft<'_>, column: usize, words: &str) -> bool {
    is_any(&question(&draft.headings[column]), words)
}

fn is_free(draft: &Draft<'_>, column: usize) -> bool {
    !draft.is_used(column) && !draft.certain.contains(&column)
}

fn has(draft: &Draft<'_>, words: &[&str]) -> bool {
    let mut headings = draft.headings.iter().take(MOST_COLUMNS);
    headings.any(|heading| words.iter().any(|words| is_any(heading, words)))
}

/// Tells whether a column counts, and most have at least one where some have none: of an extra most have none.
fn counts_some_and_none(draft: &Draft<'_>, column: usize) -> bool {
    counts(draft, column)
        && draft.any(column, |cell| cell == "0")
        && draft.mostly(column, 0.5, |cell| cell != "0")
}

fn counts(draft: &Draft<'_>, column: usize) -> bool {
    draft.mostly(column, 1.0, |cell| cell.parse::<u16>().is_ok())
}

/// Tells whether a column is one of how many tickets or places somebody has, so that nought is none.
pub(super) fn is_count(draft: &Draft<'_>, column: usize) -> bool {
    let is_headed = |words| is_headed(draft, column, words);
    (is_headed(GOOD_TICKETS) || is_headed(PLACES)) && counts(draft, column)
}

/// Tells whether a no below a column may say that the ticket of its row is off, so that it is told.
pub(super) fn is_asked(draft: &Draft<'_>, column: usize) -> bool {
    let is_headed = |words| is_headed(draft, column, words);
    is_headed(VALID)
        || is_headed(GOOD_TICKETS) && counts(draft, column)
        || is_headed(PLACES) && counts_some_and_none(draft, column)
}

/// Notes columns in which a yes or a day may say that somebody does not come, in rows of which nothing else says so.
pub(in crate::import::columns) fn tell(draft: &mut Draft<'_>) {
    if draft.wished.contains(&Field::Status) {
        return;
    }
    let may_be = |column: &usize| {
        let is_headed = |words| is_headed(draft, *column, words);
        let is_one = is_headed(SWITCHED_OFF)
            || is_headed(MAY_BE_OFF)
            || cancelled::is_of_some_money(draft, *column)
            || is_headed(DISABLED) && has(draft, &[SCANNED]);
        is_one && is_free(draft, *column)
    };
    let columns = 0..draft.headings.len().min(MOST_COLUMNS);
    for column in columns.filter(may_be).collect::<Vec<usize>>() {
        let off = draft
            .rows()
            .filter(|row| says_so(row.cell(column)) == Some(true));
        let off = off.filter(|row| !unread::is_said(draft, |at| row.cell(at)));
        let rows = match off.count() {
            0 => continue,
            count => texts::rows(count),
        };
        let label = draft.table.header[column].trim();
        draft.half_understood.push(column);
        draft.notes.push(format!(
            "\"{label}\" is filled in in {rows}, which was not read and takes nobody's place away; if it says who does not come, call it \"Cancelled\" and write yes below it"
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::heading::heading;
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for words in [
            GOOD_TICKETS,
            PLACES,
            VALID,
            SWITCHED_OFF,
            DISABLED,
            MAY_BE_OFF,
            OF_TICKETS,
            SCANNED,
            OF_ACCOUNT,
        ] {
            for word in words.split('|') {
                assert_eq!(heading(word), word);
            }
        }
    }
}
