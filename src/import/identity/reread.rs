//! Rows that were read in another way when they were imported first: what plenary has learned since makes nobody anew.

use std::borrow::Cow;

use crate::import::candidate::Candidate;
use crate::import::read::{is_sign, taken_off};
use crate::import::{column, spelling};
use crate::model::Submission;

/// Tells whether a submission is a row before it was known that a number or a place under another heading stands in where
/// none is given, and that a sign beside a name is no part of it.
pub(super) fn was_sent(submission: &Submission, row: &Candidate<'_>) -> bool {
    let sign =
        taken_off(submission.get(column::NAME), false).map(|(standing, _)| standing.answer());
    let is_kept = |value: &str| submission.values().any(|(_, known)| known == value);
    let holds = |(number, value): &(u16, Cow<'_, str>)| {
        let known = submission.get(*number);
        spelling::same(*number, known, value)
            || match *number {
                column::PHONE | column::AREA => known.is_empty() && is_kept(value),
                // That both have one key is known.
                column::NAME => sign.is_some() && !value.contains(is_sign),
                column::STATUS => sign == Some(&**value),
                _ => false,
            }
    };
    row.values.iter().all(holds)
}
