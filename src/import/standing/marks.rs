//! What a tick, a cross or a day says in a column of who comes, or of who does not any more.

use super::super::columns::heading;
use super::super::consent::{self, Consent};
use super::super::stamp;
use super::Standing;
use crate::import::columns::is_any;
use crate::import::standing;

/// Tells whether a cell is a cross that says no beside ticks.
pub(in crate::import) fn is_cross(cell: &str) -> bool {
    matches!(cell.trim_end_matches('\u{fe0f}'), "✗" | "✘" | "❌")
}

/// Tells whether a cell says, in a word or with a tick, that somebody comes.
pub(in crate::import) fn comes(cell: &str) -> bool {
    match consent::read(cell) {
        Consent::Yes => true,
        Consent::No => false,
        Consent::Unclear => standing::of_word(&heading(cell)) == Some(Standing::Coming),
    }
}

/// What stands before a number on a waiting list, as [`heading`] writes it, between bars.
const BEFORE: &str = "no|number|nr|position|pos|place|spot|yes|ja|oui|si|tak|nummer|platz|rang|puesto|posicion|numero|pozycja|\
    numer|miejsce|safle|rhif";

/// What says that somebody is not on it, in more words than a no, between bars.
const NOT_ON_IT: &str = "none|n a|na|nil|not on it|not waiting|not waitlisted|not on waitlist|not on waiting list|\
    not on the waitlist|not on the waiting list|no longer waiting|off waitlist|off the waitlist|off waiting list|\
    off the waiting list|nicht|keine|aucune|ninguna|brak|dim";

/// Returns whether a cell below the heading of a waiting list puts somebody on it: with a yes, their number there, the word
/// itself or the day on which it was; none if it is not known.
pub(in crate::import) fn waits(cell: &str) -> Option<bool> {
    let said = heading(cell);
    if is_any(&said, NOT_ON_IT) {
        return Some(false);
    }
    // `#3` and `No. 3` are no no.
    let is_before = |word: &&str| is_any(word, BEFORE);
    let number = said.split(' ').skip_while(is_before);
    let number: Vec<&str> = number.take(2).collect();
    let number = match number[..] {
        [number] => number.trim_end_matches(|c: char| c.is_ascii_lowercase()),
        _ => "",
    };
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
pub(in crate::import) fn says_so(cell: &str) -> Option<bool> {
    match consent::read(cell) {
        Consent::Yes => Some(true),
        Consent::No => Some(false),
        Consent::Unclear => {
            let off = standing::plainly(&heading(cell)) == Some(Standing::Cancelled);
            (off || stamp::is_stamp(cell)).then_some(true)
        }
    }
}
