//! What a source said itself before it said something new, whatever others have said.

use super::super::candidate::Candidate;
use super::super::column;
use super::{File, Filed, Origin, can_be_followed, is_known, says};
use crate::model::{Submission, Submissions};

impl Filed {
    /// Returns what the same thing at the same source answered last to a question; blank if it did not. Rows with neither
    /// a time nor an id are one if they are of one person and one source.
    pub(in crate::import) fn answered<'s>(
        &self,
        names: &'s Submissions,
        before: &[&'s Submission],
        column: u16,
    ) -> &'s str {
        let new = &self.submission;
        if let Some(at) = self.follows.or(self.replaces) {
            let old = names.list.get(at as usize);
            return old.map_or("", |old| old.get(column));
        }
        if can_be_followed(new) {
            return "";
        }
        let of_list = before.iter().rev();
        let of_list = of_list.filter(|one| one.source() == new.source() && !can_be_followed(one));
        let mut answers = of_list.map(|one| one.get(column));
        answers
            .find(|answer| !answer.is_empty())
            .unwrap_or_default()
    }
}

impl File<'_> {
    /// Tells whether a row of a list without times takes back what the same list said last of whether they come. Another
    /// source may have said the same as the row by now: that was not the list's word.
    pub(in crate::import) fn is_another_word(
        &self,
        row: &Candidate<'_>,
        origin: &Origin<'_>,
    ) -> bool {
        let answer = row.get(column::STATUS);
        if answer.is_empty() || !row.source_id.is_empty() {
            return false;
        }
        let known = || self.known.iter().map(|(_, one)| *one);
        let of_list =
            || known().filter(|one| one.source() == origin.source && !can_be_followed(one));
        let last = of_list()
            .filter(|one| !one.get(column::STATUS).is_empty())
            .last();
        // What the list said after the other may have been the same, and then it was not remembered twice.
        let is_before = |last: &Submission| {
            let mut same = known().filter(|one| is_known(row, one, origin));
            same.all(|one| one.imported() > last.imported())
        };
        !of_list().any(|one| says(one, column::STATUS, answer, origin))
            && last.is_some_and(is_before)
    }
}
