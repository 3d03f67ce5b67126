//! What a source said itself before it said something new, whatever others have said.

use super::{Filed, can_be_followed};
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
