//! Columns that only those fill in who do not come any more: why they have cancelled, or who has done it for them. The
//! words in them say nothing by themselves, so they are read only where few are filled in and nothing else says who comes.

use super::super::draft::Draft;
use super::super::heading::{heading, question};
use super::super::words::{self, is_any};
use super::{cancelled, unread};
use crate::import::field::Field;
use crate::import::standing::{self, marks};
use crate::import::texts;

/// Headings of why somebody has cancelled, or by whom it was done, between bars.
const REASONS: &str = "cancellation reason|cancelation reason|reason for cancellation|reason for cancelation|reason of cancellation|\
    reason for cancelling|reason for canceling|reason cancelled|cancelled reason|reason for withdrawal|withdrawal reason|\
    reason for withdrawing|reason for not coming|reason for not attending|cancelled by|canceled by|withdrawn by|\
    stornogrund|stornierungsgrund|absagegrund|grund der absage|grund fur absage|grund fur die absage|\
    grund der stornierung|abmeldegrund|grund der abmeldung|storniert von|abgesagt von|\
    motif d annulation|motif de l annulation|raison de l annulation|motif du desistement|annule par|\
    motivo de cancelacion|motivo de la cancelacion|motivo de anulacion|motivo de baja|motivo de la baja|cancelado por|\
    powod rezygnacji|powod anulowania|powod odwolania|przyczyna rezygnacji|anulowane przez|\
    rheswm dros ganslo|rheswm canslo|cancel karne ki wajah|mansookhi ki wajah";

/// Words of a reason that may be one for something else, or of somebody who comes after all, between bars.
const OTHERWISE: &str = "instead|still|again|back|coming|attending|comes|will|rebooked|reinstated|transferred|transfer|moved|\
    changed|swapped|swap|only|if|not|never|duplicate|twice|\
    doch|wieder|trotzdem|kommt|statt|nur|nicht|doppelt|umgebucht|\
    quand|encore|vient|viendra|seulement|pas|doublon|reporte|\
    todavia|viene|solo|duplicado|cambio|no|\
    jednak|przyjdzie|tylko|nie|podwojne|dal|yn|dim|ddim|phir|sirf|nahi";

/// Finds the columns of reasons that say who does not come.
pub(in crate::import::columns) fn read(draft: &mut Draft<'_>) {
    let is_filled = |at: &usize| draft.contents[*at].filled > 0;
    if draft.wished.contains(&Field::Status) || draft.of(Field::Status).iter().any(is_filled) {
        return;
    }
    let all = 0..draft.headings.len();
    let read: Vec<usize> = all
        .filter(|at| is_one(draft, *at) && is_plain(draft, *at))
        .collect();
    draft.columns[Field::Status as usize].extend(&read);
    draft.turned_round.extend(&read);
    draft.reasons = read;
}

/// Notes what was filled in of that kind and was not read, in rows of which nothing else says that their people stay away.
pub(in crate::import::columns) fn tell(draft: &mut Draft<'_>) {
    if draft.wished.contains(&Field::Status) {
        return;
    }
    let is_open = |at: &usize| {
        let heading = question(&draft.headings[*at]);
        let is_tick = cancelled::is_of_few(&heading);
        !draft.reasons.contains(at)
            && !draft.of(Field::Status).contains(at)
            && !draft.half_understood.contains(at)
            && (is_tick && draft.any(*at, is_tick_of_one) || is_one(draft, *at))
    };
    let open: Vec<usize> = (0..draft.headings.len()).filter(is_open).collect();
    for column in open {
        let is_told = |cell: &str| match cancelled::is_of_few(&question(&draft.headings[column])) {
            true => is_tick_of_one(cell),
            false => is_said(cell),
        };
        let rows = draft.rows().filter(|row| is_told(row.cell(column)));
        let rows = rows.filter(|row| !unread::is_said(draft, |at| row.cell(at)));
        let rows = match rows.count() {
            0 => continue,
            count => texts::rows(count),
        };
        let label = draft.table.header[column].trim();
        draft.notes.push(format!(
            "\"{label}\" is filled in in {rows}, which was not read and takes nobody's place away; if it says who does not come, call it \"Cancelled\" and write yes below it"
        ));
    }
}

/// Tells whether a cell below such a heading says that somebody does not come.
pub(in crate::import) fn is_said(cell: &str) -> bool {
    marks::says_so(cell) == Some(true) || cancelled::is_unknown(cell)
}

fn is_tick_of_one(cell: &str) -> bool {
    marks::says_so(cell) == Some(true)
}

fn is_one(draft: &Draft<'_>, column: usize) -> bool {
    is_any(&question(&draft.headings[column]), REASONS)
        && draft.contents[column].filled > 0
        && !draft.is_used(column)
        && !draft.certain.contains(&column)
}

/// Tells whether few have filled in a column, and nobody something that may be about anything else.
fn is_plain(draft: &Draft<'_>, column: usize) -> bool {
    let is_of_else = |cell: &str| {
        let said = heading(cell);
        let mut words = said.split(' ');
        is_said(cell)
            && words.any(|word| {
                is_any(word, OTHERWISE)
                    || standing::is_thing(word)
                    || words::is_any(word, cancelled::PARTS)
            })
    };
    let given = draft.rows().filter(|row| is_said(row.cell(column)));
    given.count() * 2 <= draft.table.len() && !draft.any(column, is_of_else)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for words in [REASONS, OTHERWISE] {
            for word in words.split('|') {
                assert_eq!(heading(word), word);
            }
        }
    }
}
