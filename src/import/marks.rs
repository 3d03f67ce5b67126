//! What a tick, a cross or a day says in a column of who comes, or of who does not any more.

use super::columns::heading;
use super::consent::{self, Consent};
use super::stamp;
use super::standing::{self, Standing};

/// Tells whether a cell is a cross that says no beside ticks.
pub(super) fn is_cross(cell: &str) -> bool {
    matches!(cell.trim_end_matches('\u{fe0f}'), "✗" | "✘" | "❌")
}

/// Tells whether a cell says, in a word or with a tick, that somebody comes.
pub(super) fn comes(cell: &str) -> bool {
    match consent::read(cell) {
        Consent::Yes => true,
        Consent::No => false,
        Consent::Unclear => standing::of_word(&heading(cell)) == Some(Standing::Coming),
    }
}

/// Returns whether a cell below the heading of a waiting list puts somebody on it: with a yes, their number there, the word
/// itself or the day on which it was; none if it is not known.
pub(super) fn waits(cell: &str) -> Option<bool> {
    let said = heading(cell);
    // `#3` and `No. 3` are no no.
    let number = said.strip_prefix("no ").unwrap_or(&said);
    let number = number.trim_end_matches(|c: char| c.is_ascii_lowercase());
    if let Ok(number) = number.parse::<u16>() {
        return Some(number > 0);
    }
    match consent::read(cell) {
        Consent::Yes => Some(true),
        Consent::No => Some(false),
        Consent::Unclear => {
            let waits = standing::plainly(&said) == Some(Standing::Waiting);
            (waits || stamp::is_stamp(cell)).then_some(true)
        }
    }
}

/// Returns whether a cell confirms what its heading says, where that is that somebody is off: with a yes, a cross, the
/// word itself or the day on which it was; none if it is not known.
pub(super) fn says_so(cell: &str) -> Option<bool> {
    match consent::read(cell) {
        Consent::Yes => Some(true),
        Consent::No => Some(false),
        Consent::Unclear => {
            let off = standing::plainly(&heading(cell)) == Some(Standing::Cancelled);
            (off || stamp::is_stamp(cell)).then_some(true)
        }
    }
}
