//! Which of two exports of one row is the newer one, as its source says.

use std::cmp::Ordering;

use crate::import::candidate::Candidate;
use crate::import::stamp::StampReading;
use crate::model::Submission;

/// The column that says when a row was changed last.
#[derive(Clone, Copy)]
pub(in crate::import) struct LastChange {
    /// The number of it.
    pub(in crate::import) column: u16,
    /// How it writes that.
    pub(in crate::import) stamps: StampReading,
    /// Whether it is blank where nothing was changed since the row was sent.
    pub(in crate::import) blank_until: bool,
}

impl LastChange {
    /// Returns whether a row was changed before or after a known submission was; none if nobody can say.
    pub(super) fn age(self, row: &Candidate<'_>, known: &Submission) -> Option<Ordering> {
        let (here, before) = (row.get(self.column), known.get(self.column));
        let is_one = self.blank_until && !row.sent.is_empty() && row.sent == known.sent();
        match (here.is_empty(), before.is_empty()) {
            (true, false) if is_one => return Some(Ordering::Less),
            (false, true) if is_one => return Some(Ordering::Greater),
            _ => {}
        }
        let read = |text| self.stamps.read_sure(text);
        Some(read(here)?.cmp(&read(before)?))
    }
}
