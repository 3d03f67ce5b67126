//! When something was said of which nobody knows when.

use super::super::spelling;
use super::fold::{is_moment, moment};
use super::follows;
use crate::model::Submission;

/// Between which two moments somebody said something; one and the same where it is known when.
#[derive(Clone, Copy, Debug)]
pub(in crate::import) struct Between<'a> {
    /// Blank if nobody knows since when it may have been said.
    pub(in crate::import) since: &'a str,
    pub(in crate::import) until: &'a str,
}

impl<'a> Between<'a> {
    /// Returns when the submission at a place said of a column what it says. What stands in a list without times was said
    /// before that was imported, and what was changed at the source after it was imported as it was before. Nothing if it
    /// had said so before.
    pub(in crate::import) fn of(all: &[&'a Submission], at: usize, column: u16) -> Option<Self> {
        let (one, earlier) = (all[at], &all[..at]);
        let before = earlier.iter().rfind(|before| follows(one, before));
        let said_so =
            |before: &&&Submission| spelling::same(column, before.get(column), one.get(column));
        let is_new = before.filter(said_so).is_none();
        is_new.then(|| Self::told(before.copied(), one))
    }

    /// Returns when a submission was told that says something else than the one before.
    pub(in crate::import) fn told(before: Option<&'a Submission>, one: &'a Submission) -> Self {
        let (since, until) = match before {
            Some(before) => (before.imported(), one.imported()),
            None if is_moment(one.sent()) => (moment(one), moment(one)),
            None => ("", moment(one)),
        };
        Self { since, until }
    }

    /// Tells whether nobody knows which of the two came later, this or what was said at a moment.
    pub(in crate::import) fn may_be(self, moment: &str) -> bool {
        self.since < moment && moment < self.until
    }
}
