use std::ops::Range;
use std::thread::scope;

use memchr::memchr;

use super::grid::Grid;
use super::title;
use crate::import::columns::heading;
use crate::import::standing::{self, Standing};
use crate::sheet::abreast;

/// Why a heading of a part of the list is nobody, and must not be passed over: nobody knows whether those below it come.
const WHY: &str = "it looks like the heading of a part of the list: say in a column of its own whether those below it come";

/// So many records before and behind one say whether it is an answer that others gave.
const NEAR: usize = 500;

/// Headings above those who do not come or wait that no status column has, as [`heading`] writes them.
const WORDS: &[&str] = &[
    "reserve",
    "reserves",
    "reserved list",
    "standby",
    "stand by",
    "standby list",
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
    "absagen",
    "abmeldungen",
    "nachrucker",
    "reserveliste",
    "ersatzliste",
    "liste de reserve",
    "absents",
    "annulations",
    "lista de reserva",
    "cancelaciones",
    "rezygnacje",
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
    faults.sort_by_key(|(record, _)| *record);
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

fn says_so(cell: &str) -> bool {
    let word = heading(cell);
    // How many these are may stand behind it.
    let word = word.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let known = standing::plainly(word).is_some_and(|standing| standing != Standing::Coming);
    word.len() > 3 && known || WORDS.contains(&word)
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
        ] {
            assert!(says_so(heading), "{heading}");
        }
        for other in [
            "",
            "No",
            "Coming:",
            "Ada Byron",
            "Team red",
            "12",
            "Speakers",
        ] {
            assert!(!says_so(other), "{other}");
        }
    }
}
