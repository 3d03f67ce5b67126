//! Columns of a waiting list beside whatever else says whether people come.

use super::super::draft::Draft;
use super::super::heading::question;
use super::super::tickets::is_other;
use super::super::words::is_any;
use crate::import::field::Field;
use crate::import::name;
use crate::import::standing::{self, marks};

/// Headings of columns in which a yes, a number or a day says that somebody waits, between bars.
const HEADINGS: &str = "waiting list|waitlist|wait list|waiting|waitlisted|wait listed|on waiting list|on waitlist|on wait list|\
    on the waiting list|on the waitlist|waiting list position|waitlist position|wait list position|position on waiting list|\
    position on the waiting list|waiting list number|waiting list no|waiting list place|waitlist no|waitlist number|\
    reserve list|on reserve list|reserve|added to waiting list|waitlisted at|waitlisted on|\
    warteliste|auf warteliste|auf der warteliste|wartelistenplatz|warteplatz|platz auf der warteliste|wartelistenposition|\
    wartelistennummer|nachrucker|\
    liste d attente|en liste d attente|sur liste d attente|sur la liste d attente|position sur liste d attente|\
    place sur liste d attente|rang sur liste d attente|\
    lista de espera|en lista de espera|puesto en lista de espera|posicion en lista de espera|\
    lista rezerwowa|na liscie rezerwowej|rezerwa|lista oczekujacych|pozycja na liscie rezerwowej|\
    rhestr aros|ar y rhestr aros|safle ar y rhestr aros|intezar list|intezar ki list";

/// A waiting list by its name, between bars; a heading may say more of it in the words below.
const LISTS: &str = "waiting list|waitlist|wait list|waitlisted|wait listed|waitinglist|standby list|\
    warteliste|liste d attente|lista de espera|lista rezerwowa|liscie rezerwowej|lista oczekujacych|rhestr aros";

/// What a heading may say of a waiting list that means nobody else's and no wish to be on it.
const BESIDE: &str = "is|on|the|a|in|or|if any|status|state|position|pos|place|number|no|nr|spot|rank|order|date|since|added|to|put|\
    moved|placed|at|currently|now|still|flag|y|n|yes|event|conference|guest|attendee|registration|booking|\
    auf|der|platz|nummer|stand|seit|sur|la|en|el|rang|puesto|posicion|numero|estado|na|pozycja|numer|status|ar|safle";

/// Headings of columns in which anything may stand, and in which the name of a waiting list is a state all the same,
/// between bars.
const ANY: &str = "list|which list|list name|list type|place|places|place type|seat|type|attendee type|guest type|participant type|\
    registration type|booking type|category|group|allocation|allocated|queue|outcome|decision|result|booking|sign up|\
    liste|platz|art|kategorie|type de place|categorie|tipo|categoria|lista|miejsce|typ|kategoria|rhestr|lle|math";

/// Finds them: who waits must not be taken for somebody who comes because another column says nothing, or because it says
/// that they have signed up.
pub(in crate::import::columns) fn wait(draft: &mut Draft<'_>) {
    if draft.wished.contains(&Field::Status) {
        return;
    }
    for column in 0..draft.headings.len() {
        let heading = question(&draft.headings[column]);
        let is_free = || !draft.certain.contains(&column) && !draft.is_used(column);
        if is_of_list(&heading) && is_free() {
            if draft.mostly(column, 0.5, is_known) {
                draft.columns[Field::Status as usize].push(column);
                draft.waiting.push(column);
            }
            continue;
        }
        let is_any_list = || is_any(&heading, ANY);
        let is_ticket = || draft.of(Field::Ticket).contains(&column) || is_other(draft, column);
        let is_any = is_any_list() || is_ticket();
        let says_nothing_yet =
            || !draft.certain.contains(&column) && !draft.of(Field::Status).contains(&column);
        if is_any && says_nothing_yet() && draft.any(column, standing::names_waiting_list) {
            draft.beside.push((Field::Status, column));
        }
    }
}

/// Tells whether a heading is that of a waiting list, and of nothing else.
fn is_of_list(heading: &str) -> bool {
    let is_beside = |word: &str| is_any(word, BESIDE);
    let names = |list: &str| {
        let found = heading.split_once(list);
        found.is_some_and(|(before, behind)| {
            let is_word = !before.ends_with(char::is_alphanumeric)
                && !behind.starts_with(char::is_alphanumeric);
            let mut around = before.split(' ').chain(behind.split(' '));
            is_word && around.all(|word| word.is_empty() || is_beside(word))
        })
    };
    is_any(heading, HEADINGS) || LISTS.split('|').any(names)
}

fn is_known(cell: &str) -> bool {
    marks::waits(cell).is_some() || name::is_mark(cell)
}
