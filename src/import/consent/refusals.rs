//! Consents that are taken back in a column of their own.

use super::{Consent, read};
use crate::import::columns::{heading, is_any};
use crate::import::name;
use crate::import::stamp;

/// How a column says that somebody has left the mailing list, or wants no more of something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Left {
    /// `Unsubscribed`: with a yes, the day or the word.
    Told,
    /// `Unsubscribe reason`: with anything that is one.
    Why,
    /// `Contact preferences`: with a no, or words for it.
    State,
    /// `Status`: with the very word.
    Named,
}

/// A plain yes, between bars. `Subscribed` is none here.
const YES: &str = "yes|y|true|1|x|t|checked|ticked|ja|j|wahr|oui|vrai|si|verdadero|tak|prawda|ie|ydw|haan|han|ji haan";

/// A yes that more words may follow, between bars: `Yes, by phone`.
const BEGINS: &str = "yes|ja|oui|tak|haan";

/// How it begins that somebody has left, between bars.
const LEFT: &str = "unsubscribed|opted out|opt out|blacklisted|unsubscribe|withdrawn|revoked|removed|suppressed|do not email|\
    do not contact|don t email|don t contact|consent withdrawn|consent revoked|left the list|taken off|\
    abgemeldet|abbestellt|widerrufen|ausgetragen|zuruckgezogen|desinscrit|desinscrite|desabonne|desabonnee|\
    retire|retiree|revoque|dado de baja|dada de baja|de baja|desuscrito|desuscrita|revocado|retirado|\
    wypisany|wypisana|wypisano|wycofano|wycofana|zrezygnowal|zrezygnowala|dad danysgrifio|wedi dad danysgrifio";

/// How somebody refuses where it is asked what they get, between bars.
const REFUSES: &str = "refused|refuses|declined|rejected|denied|objected|objects|cancelled|canceled|inactive|not subscribed|\
    not consented|not given|no consent|consent refused|consent declined|consent denied|consent not given|no contact|\
    no emails|no email|no e mails|no e mail|no mail|no mailings|no newsletter|no news|no updates|no marketing|\
    no communication|no communications|none of these|none of the above|nothing|not at all|please do not contact|\
    please don t contact|please do not contact me|please do not email|do not contact me|do not email me|don t contact me|\
    don t email me|post only|by post only|only by post|only post|letter only|phone only|by phone only|only by phone|\
    telephone only|sms only|text only|off|out|\
    verweigert|abgelehnt|keine|keiner|nichts|kein kontakt|keine e mails|kein newsletter|keine einwilligung|\
    nicht erteilt|nur post|nur per post|nur telefon|gekundigt|inaktiv|\
    refuse|refusee|aucun|aucune|aucun contact|pas d e mail|pas d e mails|ne pas contacter|courrier uniquement|\
    par courrier uniquement|inactif|annule|\
    rechazado|denegado|ninguno|ninguna|sin contacto|no contactar|sin correos|solo correo postal|solo por correo postal|\
    inactivo|cancelado|\
    odmowa|odmowiono|brak zgody|bez kontaktu|nie kontaktowac|tylko poczta|zadne|zadnych|nieaktywny|\
    gwrthodwyd|dim cyswllt|dim e byst|dim un|post yn unig|drwy r post yn unig|inkar|koi nahi";

/// Tells whether a cell says that somebody wants no more of what its heading is about.
pub(in crate::import) fn takes_back(cell: &str, how: Left) -> bool {
    // Most people stay, and say nothing of it.
    if cell.is_empty() || matches!(cell, "No" | "no") {
        return how == Left::State && !cell.is_empty();
    }
    let word = heading(cell);
    let has_left = || begins(&word, LEFT);
    match how {
        Left::Named => has_left(),
        Left::State => has_left() || is_any(&word, REFUSES) || read(cell) == Consent::No,
        Left::Why => {
            let is_none =
                name::is_mark(cell) || is_any(&word, "none|n a|na|null|nil|not applicable|0");
            !is_none && read(cell) != Consent::No
        }
        Left::Told => {
            has_left()
                || is_any(&word, YES)
                || begins(&word, BEGINS)
                || word.is_empty() && read(cell) == Consent::Yes
                || is_a_day(cell)
        }
    }
}

/// Tells whether a cell is a day, whatever follows it, or the seconds or days by which a program or a sheet counts it.
fn is_a_day(cell: &str) -> bool {
    let first = cell.split(' ').next().unwrap_or_default();
    let is_counted = || cell.len() >= 5 && cell.bytes().all(|byte| byte.is_ascii_digit());
    let is_zero = || !cell.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
    (stamp::is_stamp(cell) || stamp::is_stamp(first) || is_counted()) && !is_zero()
}

fn begins(words: &str, all: &str) -> bool {
    let starts = |one: &str| {
        let rest = words.strip_prefix(one);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    all.split('|').any(starts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for list in [YES, BEGINS, LEFT, REFUSES] {
            for words in list.split('|') {
                assert_eq!(heading(words), words);
            }
        }
    }
}
