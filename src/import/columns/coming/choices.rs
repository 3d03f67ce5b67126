//! Questions of which each answer has a column of its own, as SurveyMonkey exports them: `Will you attend?: Yes` beside
//! `Will you attend?: No`.

use super::super::draft::Draft;
use super::super::heading::heading;
use super::super::options::parts;
use crate::import::consent::{self, Consent};
use crate::import::field::Field;

/// A question whose yes and no stand in two columns.
pub(in crate::import::columns) struct Choice {
    yes: usize,
    no: usize,
}

/// Finds them, and leaves the column of the yes to say what the question asks.
pub(in crate::import::columns) fn find(draft: &mut Draft<'_>) -> Vec<Choice> {
    let parts_of = |at: usize| parts(&draft.table.header[at]);
    let says = |at: usize, wanted: Consent| {
        parts_of(at).is_some_and(|(_, answer)| {
            let is_own = |cell: &str| heading(cell) == heading(answer);
            consent::bare(answer) == wanted && draft.mostly(at, 1.0, is_own)
        })
    };
    let question = |at: usize| parts_of(at).map(|(question, _)| heading(question));
    let mut found = Vec::new();
    for yes in 0..draft.headings.len() {
        if draft.certain.contains(&yes) || !says(yes, Consent::Yes) {
            continue;
        }
        let mut beside = [yes.checked_sub(1), Some(yes + 1)].into_iter().flatten();
        let no = beside.find(|at| {
            *at < draft.headings.len()
                && !draft.certain.contains(at)
                && question(*at) == question(yes)
                && (draft.contents[*at].filled == 0 || says(*at, Consent::No))
        });
        found.extend(no.map(|no| Choice { yes, no }));
    }
    for Choice { yes, no } in &found {
        if let Some(question) = parts(&draft.table.header[*yes]) {
            draft.headings[*yes] = heading(question.0);
        }
        draft.certain.push(*no);
    }
    found
}

/// Lets the column of the no say so, where that of the yes says something.
pub(in crate::import::columns) fn settle(draft: &mut Draft<'_>, choices: &[Choice]) {
    for Choice { yes, no } in choices {
        if draft.of(Field::Status).contains(yes) {
            draft.columns[Field::Status as usize].push(*no);
        }
        for field in [Field::Updates, Field::Photo] {
            if draft.of(field).contains(yes) {
                draft.beside.push((field, *no));
            }
        }
    }
}
