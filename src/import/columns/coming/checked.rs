//! Columns of who is there on the day, beside the state of what was booked: before it, they say no for nearly everybody.

use super::super::draft::Draft;
use super::super::heading::question;
use super::super::words::{self, is_any};
use super::attending;
use crate::import::consent::{self, Consent};
use crate::import::field::Field;
use crate::import::standing::{self, Standing};

/// Headings that may ask who is there as well as who will be, between bars.
const THERE: &str = "attendance|attend|present|anwesend|anwesenheit|presence|presente|presencia|asistencia|asiste|\
    obecnosc|obecny|obecna|presenoldeb|presennol|hazri|haziri|hazir";

/// Nearly everybody, and how many of a list have something booked at least.
const NEARLY_ALL: f64 = 0.9;
const MANY: f64 = 0.5;

/// Leaves such columns out and reads the state beside them: of a list of people who have booked hardly anybody stays away.
pub(in crate::import::columns) fn set_aside(draft: &mut Draft<'_>) {
    // One person alone may have said so.
    if draft.wished.contains(&Field::Status) || draft.table.len() < 2 {
        return;
    }
    let own = draft.of(Field::Status).iter().copied();
    let is_unmarked = |at: &usize| {
        let is_no = |cell: &str| consent::bare(cell) == Consent::No;
        let filled = draft.contents[*at].filled as f64;
        is_any(&question(&draft.headings[*at]), THERE)
            && filled >= NEARLY_ALL * draft.table.len() as f64
            && draft.mostly(*at, NEARLY_ALL, is_no)
    };
    let Some(column) = own
        .filter(|at| *at < draft.headings.len())
        .find(is_unmarked)
    else {
        return;
    };
    let Some(state) = state(draft, column) else {
        return;
    };
    draft.columns[Field::Status as usize].retain(|at| *at != column);
    if !draft.of(Field::Status).contains(&state) {
        draft.columns[Field::Status as usize].push(state);
    }
    draft
        .beside
        .retain(|(field, at)| *field != Field::Status || *at != state);
    draft.certain.push(column);
    let label = |at: usize| draft.table.header[at].trim();
    let note = format!(
        "\"{0}\" says no for nearly everybody beside \"{1}\", so that it says who is there and cancels nobody; if it asks whether they come at all, say --map status=\"{0}\"",
        label(column),
        label(state)
    );
    draft.notes.push(note);
}

/// Finds the column of the state of what was booked, which many have.
fn state(draft: &Draft<'_>, column: usize) -> Option<usize> {
    let is_booked = |cell: &str| {
        standing::of_cell(cell) == Some(Standing::Coming) && consent::bare(cell) == Consent::Unclear
    };
    let is_state = |at: &usize| {
        let heading = &draft.headings[*at];
        *at != column
            && (words::is_exactly(heading, Field::Status) || words::is_of_sign_up(heading))
            && !is_any(&question(heading), THERE)
            && !words::is_of_cancelling(heading)
            && !attending::asks_to_come(draft, *at)
    };
    let own = draft.of(Field::Status).iter().copied();
    let beside = draft.beside.iter();
    let beside = beside
        .filter(|(field, _)| *field == Field::Status)
        .map(|(_, at)| *at);
    own.chain(beside)
        .filter(|at| *at < draft.headings.len())
        .filter(is_state)
        .find(|at| draft.mostly(*at, MANY, is_booked))
}

#[cfg(test)]
mod tests {
    use super::super::super::heading::heading;
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for word in THERE.split('|') {
            assert_eq!(heading(word), word);
        }
    }
}
