//! Whether somebody comes, as their source says: in [words of a state](states), in [their own](attendance), by
//! [a tick or a cross](marks), [beside a name](marked), or [where something else was asked](leaving).

pub(super) mod answers;
mod attendance;
pub(super) mod leaving;
pub(super) mod marked;
pub(super) mod marks;
pub(super) mod states;
pub(super) mod unanswered;

use super::columns::{Mapping, gives_reason, gives_way, heading, is_answered_again};
use super::consent::{self, Consent};
use super::field::Field;
use super::read::RawRow;
use super::stamp::is_stamp;
use super::texts::both;
use crate::import::word_list::{WordList, list};
use marks::{is_cross, says_so, waits};
use states::may_wait;
pub(super) use states::{DOUBT, exactly, is_plainly_off, is_thing, plainly};

/// What the source says about whether somebody comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Signed up, as far as the source says.
    #[default]
    Coming,
    /// Not decided there: not approved, not paid, only invited.
    Pending,
    /// On a waiting list there.
    Waiting,
    /// Refunded, declined, deleted there.
    Cancelled,
}

impl Standing {
    /// Returns which has a word, as [`word`](Self::word) gives it; coming if none has.
    pub(super) fn of_word(word: &str) -> Self {
        let all = [Self::Pending, Self::Waiting, Self::Cancelled];
        let mut all = all.into_iter();
        all.find(|standing| standing.word() == word)
            .unwrap_or_default()
    }

    /// Returns what a report calls it.
    pub(super) fn said(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            other => other.word(),
        }
    }

    /// Returns the word by which it is remembered that a source said so.
    pub(super) fn answer(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            other => other.word(),
        }
    }

    /// Returns the word for one other than coming; blank for coming.
    pub fn word(self) -> &'static str {
        match self {
            Self::Coming => "",
            Self::Pending => "pending",
            Self::Waiting => "waiting",
            Self::Cancelled => "cancelled",
        }
    }
}

/// Returns what a word of a status column means, as [`super::columns::heading`] writes it; none if it is not known.
pub(super) fn of_word(word: &str) -> Option<Standing> {
    plainly(word).or_else(|| attendance::of_answer(word))
}

/// Returns what words mean that stand alone beside a name; none of what is said at more length, which may be about
/// something else.
pub(super) fn alone(words: &str) -> Option<Standing> {
    let one = || plainly(words).filter(|_| !words.contains(' '));
    exactly(words)
        .or_else(one)
        .or_else(|| attendance::of_answer(words))
}

/// Returns what a cell of a status column means, in one language or in two; none if it is not known.
pub(super) fn of_cell(cell: &str) -> Option<Standing> {
    let said = of_word(&heading(cell));
    // Whoever asks whether somebody has cancelled does not know.
    if said == Some(Standing::Cancelled) && cell.trim_end().ends_with('?') {
        return None;
    }
    let in_both = || {
        let (one, other) = both(cell)?;
        let standing = of_word(&heading(one))?;
        (of_word(&heading(other)) == Some(standing)).then_some(standing)
    };
    said.or_else(in_both)
        .or_else(|| answers::said_of_coming(cell))
}

/// Longer than this nobody writes it beside a row.
const LONGEST_ASIDE: usize = 60;

/// Tells whether a note says of its row that somebody does not come or only waits. A plain no is the answer to something.
pub(super) fn speaks_of_leaving(note: &str) -> bool {
    if note.len() > LONGEST_ASIDE {
        return false;
    }
    let note = heading(note);
    let is_no =
        note.starts_with("no thank") || matches!(note.as_str(), "not checked" | "not ticked");
    let away = || match of_word(&note) {
        Some(Standing::Cancelled) => note.contains(' '),
        said => said == Some(Standing::Waiting),
    };
    !is_no && (is_plainly_off(&note) || away())
}

/// Tells whether a cell of a status column says more than a product or a list of answers would.
pub(super) fn is_in_own_words(answer: &str) -> bool {
    answer.split(' ').count() > 2 && plainly(answer).is_none()
}

/// Returns whether the person of a row comes: of all columns that tell of it the one that says the least for it; none if
/// none of them says anything that is understood.
pub(super) fn of_row(mapping: &Mapping, row: RawRow<'_>) -> Option<Standing> {
    let product = mapping.product;
    let mut standing = None;
    // Somebody was put on a waiting list some day, and somebody has a place.
    let (mut was_put, mut has_place) = (false, false);
    let again = mapping.asked_again.as_ref();
    let is_open = |at: usize| {
        let mut unanswered = mapping.unanswered.iter();
        unanswered.any(|own| own.is_by(at, row.cell(at)))
    };
    let again = again.filter(|(first, later)| {
        is_answered_again(row.cell(*later))
            && !is_open(*later)
            && first.iter().all(|at| gives_way(row.cell(*at)))
    });
    for at in mapping.of(Field::Status) {
        if again.is_some_and(|(first, _)| first.contains(at)) || is_open(*at) {
            continue;
        }
        let cell = row.cell(*at);
        if let Some(answer) = mapping.answers.iter().find(|answer| answer.column == *at) {
            standing = standing.max(answer.said(cell));
            continue;
        }
        if mapping.reasons.contains(at) {
            let said = gives_reason(cell).then_some(Standing::Cancelled);
            standing = standing.max(said);
            continue;
        }
        let mut begun = mapping.begun.iter();
        if begun.any(|one| one.column == *at && (one.is_said(cell) || !one.is_state())) {
            continue;
        }
        if mapping.turned_round.contains(at) {
            let said = says_so(cell).map(|off| match off {
                true => Standing::Cancelled,
                false => Standing::Coming,
            });
            standing = standing.max(said);
            continue;
        }
        if mapping.waiting.contains(at) {
            let said = waits(cell).map(|waits| match waits {
                true if is_stamp(cell) => {
                    was_put = true;
                    Standing::Coming
                }
                true => Standing::Waiting,
                false => Standing::Coming,
            });
            standing = standing.max(said);
            continue;
        }
        if mapping.paid.contains(at) && consent::bare(cell) == Consent::No {
            standing = standing.max(Some(Standing::Pending));
            continue;
        }
        let is_ticked = mapping.ticked.contains(at);
        if is_cross(cell) || cell == "0" && is_ticked {
            standing = Some(Standing::Cancelled);
        } else if is_ticked && cell.parse::<u16>().is_ok() {
            standing = standing.max(Some(Standing::Coming));
        }
        let said = of_cell(cell);
        let cell = heading(cell);
        if cell.is_empty() || cell == "null" {
            continue;
        }
        let cancels = product.cancels.contains(cell.as_str());
        let said = match said {
            _ if cancels => Some(Standing::Cancelled),
            _ if product.pends.contains(cell.as_str()) => Some(Standing::Pending),
            // There a no is the answer to whether it was cancelled.
            None | Some(Standing::Cancelled) if !product.cancels.is_empty() && is_no(&cell) => {
                Some(Standing::Coming)
            }
            None if cell == "na" && mapping.welsh.contains(at) => Some(Standing::Cancelled),
            None if unanswered::is_open(&cell) => Some(Standing::Pending),
            said => said,
        };
        has_place |= was_given_place(&cell) && said == Some(Standing::Coming);
        standing = standing.max(said);
    }
    if standing.is_none() && mapping.booked.taken_back.contains(&row.line) {
        standing = Some(Standing::Cancelled);
    }
    if was_put && !has_place {
        standing = standing.max(Some(Standing::Waiting));
    }
    let beside = mapping.beside.iter();
    for (_, at) in beside.filter(|(field, _)| *field == Field::Status) {
        let word = heading(row.cell(*at));
        // A ticket may tell of a free cancellation.
        if !mapping.leaving.contains(at) && takes_away(&word) {
            standing = Some(Standing::Cancelled);
        } else if is_waiting_list(&word) {
            standing = standing.max(Some(Standing::Waiting));
        }
    }
    let mut leaving = mapping.leaving.iter();
    if leaving.any(|at| leaving::is_said(row.cell(*at))) {
        standing = Some(Standing::Cancelled);
    }
    if !mapping.begun.is_empty() {
        // Whoever has sent theirs was pending until then.
        standing = standing.max(Some(Standing::Coming));
    }
    let mut begun = mapping.begun.iter();
    let is_begun = begun.any(|one| one.is_said(row.cell(one.column)));
    if is_begun || mapping.sent.is_some_and(|at| is_unsent(row.cell(at))) {
        standing = standing.max(Some(Standing::Pending));
    }
    // What a row says itself counts before what the sheet is called.
    standing.or(mapping.all_are)
}

/// How words begin that say more than that somebody wants to come or has asked for it.
const PLACED: WordList = list![
    "confirm",
    "approv",
    "accept",
    "paid",
    "book",
    "checked in",
    "attended",
    "bestatigt",
    "zugelassen",
    "genehmigt",
    "bezahlt",
    "gebucht",
    "valid",
    "pay",
    "pagad",
    "aceptad",
    "aprobad",
    "potwierdz",
    "oplacon",
    "przyjet",
    "zatwierdz",
    "cadarnha",
    "wedi cadarnhau",
    "wedi i gadarnhau",
    "wedi talu",
];

/// Tells whether a word that says that somebody comes says that they have got a place: whoever has one may have waited.
fn was_given_place(word: &str) -> bool {
    PLACED.iter().any(|start| word.starts_with(start))
}

/// Tells whether a word names a waiting list, as it does in whatever column of states it stands. Who is `waiting` may wait
/// for money.
pub(super) fn is_waiting_list(word: &str) -> bool {
    word != "waiting" && exactly(word) == Some(Standing::Waiting)
}

/// No name of a waiting list is longer.
const LONGEST_LIST: usize = 40;

/// As [`is_waiting_list`], of a cell: of a million tickets each is asked for.
pub(super) fn names_waiting_list(cell: &str) -> bool {
    if cell.len() > LONGEST_LIST {
        return false;
    }
    if !cell.is_ascii() {
        return is_waiting_list(&heading(cell));
    }
    // Nearly all tickets begin otherwise.
    let word = cell.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    let start = word.as_bytes().first_chunk::<2>();
    if !start.is_some_and(|start| may_wait(start.map(|byte| byte.to_ascii_lowercase()))) {
        return false;
    }
    let (mut word, mut len) = ([0; LONGEST_LIST], 0);
    for byte in cell.bytes() {
        if byte.is_ascii_alphanumeric() {
            word[len] = byte.to_ascii_lowercase();
            len += 1;
        } else if len > 0 && word[len - 1] != b' ' {
            word[len] = b' ';
            len += 1;
        }
    }
    let word = std::str::from_utf8(&word[..len]).unwrap_or_default();
    is_waiting_list(word.trim_end())
}

/// Tells whether a word of a second column of states takes away what the first one says: a ticket may be void whose order
/// is complete.
fn takes_away(word: &str) -> bool {
    const VOID: [&str; 10] = [
        "void",
        "voided",
        "invalid",
        "refund",
        "chargeback",
        "deleted",
        "removed",
        "withdrawn",
        "trash",
        "trashed",
    ];
    is_plainly_off(word) || VOID.contains(&word)
}

/// Tells whether what stands where others have sent their answers says that these were only begun.
pub(super) fn is_unsent(cell: &str) -> bool {
    cell.is_empty() || is_no(&heading(cell))
}

/// Tells whether a word says no to what is asked.
pub(super) fn is_no(word: &str) -> bool {
    [
        "no",
        "0",
        "n",
        "non",
        "nein",
        "nie",
        "false",
        "off",
        "unchecked",
        "not checked",
    ]
    .contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_known_among_other_words_unless_they_turn_it_around() {
        for (word, standing) in [
            ("pending from pay later", Some(Standing::Pending)),
            ("cancelled by attendee", Some(Standing::Cancelled)),
            ("on the waiting list", Some(Standing::Waiting)),
            ("wait listed", Some(Standing::Waiting)),
            ("en liste d attente", Some(Standing::Waiting)),
            ("partially refunded", Some(Standing::Coming)),
            ("not cancelled", None),
            ("was refunded", None),
            ("vegan", None),
        ] {
            assert_eq!(of_word(word), standing, "{word}");
        }
    }
}
