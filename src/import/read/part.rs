use crate::import::columns::{heading, is_any};
use crate::model::order_by_key;
use std::ops::Range;
use std::thread::scope;

use memchr::memchr;

use super::grid::Grid;
use super::mark::taken_off;
use super::title;
use crate::import::standing::{self, Standing};
use crate::import::word_list::{WordList, list};
use crate::import::{remark, role};
use crate::sheet::abreast;

/// Why a heading of a part of the list is nobody, and must not be passed over: it may be said of one person or of all below
/// it, and nobody loses their place by it.
pub(in crate::import) const WHY: &str = "it looks like the heading of a part of the list: those below it were taken as coming unless a column says otherwise";

/// So many records before and behind one say whether it is an answer that others gave.
const NEAR: usize = 500;

/// What a list of such people is called beside the word, as [`heading`] writes it.
pub(super) const LISTED: WordList = list![
    "attendee",
    "attendees",
    "people",
    "person",
    "guest",
    "guests",
    "ticket",
    "tickets",
    "order",
    "orders",
    "registration",
    "registrations",
    "booking",
    "bookings",
    "place",
    "places",
    "seats",
    "spaces",
    "platze",
    "plazas",
    "miejsca",
    "list",
    "teilnehmer",
    "teilnehmende",
    "anmeldungen",
    "bestellungen",
    "liste",
    "participants",
    "inscriptions",
    "lista",
    "inscripciones",
    "asistentes",
    "uczestnicy",
];

/// Headings above those who wait that no status column has, as [`heading`] writes them.
pub(super) const RESERVE: &[&str] = &[
    "reserve",
    "reserves",
    "reserved list",
    "standby",
    "stand by",
    "standby list",
    "nachrucker",
    "reserveliste",
    "ersatzliste",
    "liste de reserve",
    "lista de reserva",
];

/// Headings above those who do not come.
pub(super) const AWAY: WordList = list![
    "apologies received",
    "cancellations",
    "withdrawals",
    "refunds",
    "drop outs",
    "dropouts",
    "no longer coming",
    "no longer attending",
    "unable to attend",
    "unable to come",
    "cannot attend",
    "cannot come",
    "can t come",
    "can t attend",
    "can t make it",
    "can t go",
    "absagen",
    "abmeldungen",
    "absents",
    "annulations",
    "cancelaciones",
    "rezygnacje",
];

/// More of them, of several people, between bars.
const ALL_AWAY: &str = "stornierte|stornos|stornierungen|abgemeldete|abgesagte|entschuldigte|annules|annulees|desistements|\
    desistes|desistees|desinscrits|desinscrites|rembourses|excuses|excusees|cancelados|canceladas|\
    anulados|anuladas|anulaciones|bajas|reembolsados|rechazados|ausentes|odwolani|anulowani|wycofani|\
    skresleni|wypisani|zrezygnowali|odmowili|nieobecni|wedi tynnu n ol|canslwyd|wedi canslo";

/// Headings above those who come, where others stand above those who do not.
const COMING: WordList = list![
    "in",
    "coming",
    "definitely coming",
    "attending",
    "going",
    "confirmed",
    "accepted",
    "yes",
    "can come",
    "can make it",
    "definitely",
    "who is coming",
    "who s coming",
    "people coming",
    "zusagen",
    "dabei",
    "presents",
    "asistiran",
    "obecni",
];

/// More of them, of several people, between bars.
const ALL_COMING: &str = "angemeldet|angemeldete|inscrits|inscrites|confirmes|inscritos|inscritas|confirmados|confirmadas|\
    zapisani|zapisane|potwierdzeni|wedi cofrestru|cofrestrwyd|yn dod";

/// Headings above those who do not come, before a colon.
const OUT: &[&str] = &["out", "sorry", "unable", "not able", "cannot", "can t"];

/// Headings above those who do not know, before a colon.
const OPEN: &[&str] = &[
    "maybes",
    "possible",
    "possibles",
    "undecided",
    "unclear",
    "don t know",
    "don t know yet",
];

/// Finds the records that are headings of parts of a list whose people do not come, or wait, each with the reason why it is
/// to be looked at. They are looked for `from` the first row on.
pub(super) fn headings(text: &str, grid: &Grid, from: usize) -> Vec<(usize, String)> {
    let find = |some: Range<usize>| {
        let records = some.start + from..some.end + from;
        let found = records.filter(|record| is_heading(text, grid, *record));
        found.collect::<Vec<usize>>()
    };
    let all = grid.len().saturating_sub(from);
    let why = |record| (record, WHY.to_string());
    scope(|scope| abreast(scope, all, find).flatten().map(why).collect())
}

/// Adds what else is wrong with records, both in order, where nothing is said of them yet or something less.
pub(super) fn add(faults: &mut Vec<(usize, String)>, more: Vec<(usize, String)>) {
    let said = |record: &usize| {
        more.binary_search_by_key(record, |(other, _)| *other)
            .is_ok()
    };
    faults.retain(|(record, _)| !said(record));
    faults.extend(more);
    order_by_key(faults, |(record, _)| *record);
}

/// Adds what else is wrong with records, both in order, where nothing is said of them yet.
pub(super) fn add_unsaid(faults: &mut Vec<(usize, String)>, more: Vec<(usize, String)>) {
    let said = |record: &usize| {
        let found = faults.binary_search_by_key(record, |(other, _)| *other);
        found.is_ok()
    };
    let more: Vec<(usize, String)> = more
        .into_iter()
        .filter(|(record, _)| !said(record))
        .collect();
    faults.extend(more);
    order_by_key(faults, |(record, _)| *record);
}

/// Says whether a record is such a heading: one cell that says so and nothing else, and no answer that others gave.
pub(super) fn is_heading(text: &str, grid: &Grid, record: usize) -> bool {
    // Nearly all records of a list end here.
    if grid.is_tidy(record) || memchr(b'@', text[grid.raw(record)].as_bytes()).is_some() {
        return false;
    }
    let Some(cell) = title::alone(text, grid, record).filter(|cell| says_so(cell)) else {
        return false;
    };
    let column = grid.cells(text, record).position(|other| !other.is_empty());
    let column = column.unwrap_or(0);
    let answers = |other: usize| {
        grid.cell(text, other, column) == cell && title::alone(text, grid, other).is_none()
    };
    let near = record.saturating_sub(NEAR)..grid.len().min(record + NEAR);
    !near.into_iter().any(answers)
}

/// Returns what a heading of a part of a list says of those below it; none if a text is none. That it says that they come,
/// only a colon tells, or that it stands `among` other headings.
pub(super) fn said(cell: &str, among: bool) -> Option<Standing> {
    let word = heading(cell);
    let word = without_count(&word);
    let counted = |c: char| c.is_ascii_digit() || " ()".contains(c);
    let is_marked = cell.trim_end_matches(counted).ends_with(':');
    if says_so(cell) {
        let known = standing::plainly(word).filter(|known| *known != Standing::Coming);
        let waits = RESERVE.contains(&word);
        return known.or(Some(if waits {
            Standing::Waiting
        } else {
            Standing::Cancelled
        }));
    }
    if (is_marked || among) && is_coming(word) {
        return Some(Standing::Coming);
    }
    let other = || match (OUT.contains(&word), OPEN.contains(&word)) {
        (true, _) => Some(Standing::Cancelled),
        (_, open) => open.then_some(Standing::Pending),
    };
    let said = || standing::of_word(word).or_else(other);
    let is_answer = among && matches!(word, "no" | "maybe" | "not sure");
    (is_marked || is_answer).then(said).flatten()
}

pub(super) fn is_away(word: &str) -> bool {
    AWAY.contains(word) || is_any(word, ALL_AWAY)
}

pub(super) fn is_coming(word: &str) -> bool {
    COMING.contains(word) || is_any(word, ALL_COMING)
}

/// Leaves out how many there are, which may stand behind a heading.
pub(super) fn without_count(word: &str) -> &str {
    word.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ')
}

fn says_so(cell: &str) -> bool {
    let word = heading(cell);
    let word = without_count(&word);
    let known = standing::plainly(word).is_some_and(|standing| standing != Standing::Coming);
    (word.len() > 3 && known || RESERVE.contains(&word) || is_away(word)) && !is_of_somebody(cell)
}

/// Says whether what a text says is said of somebody whose name stands before it: `Ada Byron (cancelled)`.
fn is_of_somebody(cell: &str) -> bool {
    let Some((_, name)) = taken_off(cell, true) else {
        return false;
    };
    let word = heading(&name);
    let is_listed = |word: &str| LISTED.contains(word) || is_coming(word);
    let capital =
        |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_uppercase));
    let words = || name.split_whitespace();
    capital(words().next())
        && capital(words().next_back())
        && !name.ends_with(':')
        && !word.split(' ').any(is_listed)
        && !says_so(&name)
        && !title::says_so(&name)
        && !role::is_heading(&name)
        && !remark::is_heading(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_their_words() {
        for heading in [
            "Cancelled:",
            "Declined",
            "NOT COMING",
            "Waiting list (12)",
            "Reserve list:",
            "Warteliste",
            "Nachrücker",
            "Pending approval",
            "Places - cancelled",
            "Pending (waiting list)",
        ] {
            assert!(says_so(heading), "{heading}");
        }
        for other in [
            "",
            "No",
            "Coming:",
            "Ada Byron",
            "Ada Byron (cancelled)",
            "Maria de la Cruz - waiting list",
            "Team red",
            "12",
            "Speakers",
        ] {
            assert!(!says_so(other), "{other}");
        }
    }
}
