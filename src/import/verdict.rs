use std::collections::BTreeMap;

use super::doubt::Doubt;

/// What import did with one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Somebody new.
    Added,
    /// Somebody known, of whom something has changed.
    Updated,
    /// Somebody known, of whom nothing has changed.
    Unchanged,
    /// Somebody who stands in this file before.
    Repeated,
    /// Somebody who does not come, as the source says now.
    Cancelled,
    /// Somebody of whom both the organisers and the source changed the same thing, or two sources did and nobody knows
    /// which was last; what stands in the list stays.
    Conflict,
    /// Nobody, and why.
    Rejected,
    /// Nothing.
    Blank,
}

impl Verdict {
    /// All of them, in the order of a report.
    pub const ALL: [Self; 8] = [
        Self::Added,
        Self::Updated,
        Self::Unchanged,
        Self::Repeated,
        Self::Cancelled,
        Self::Conflict,
        Self::Rejected,
        Self::Blank,
    ];

    /// Returns the word for it, as JSON spells it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Updated => "updated",
            Self::Unchanged => "unchanged",
            Self::Repeated => "repeated",
            Self::Cancelled => "cancelled",
            Self::Conflict => "conflict",
            Self::Rejected => "rejected",
            Self::Blank => "blank",
        }
    }

    /// Returns what a report calls it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Repeated => "repeated in this file",
            Self::Cancelled => "cancelled at source",
            Self::Conflict => "in conflict",
            other => other.word(),
        }
    }
}

/// A value that was, or was not, replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The column.
    pub column: String,
    /// What stood in the list.
    pub old: String,
    /// What the source says.
    pub new: String,
}

/// What import did with one row, and what it found.
#[derive(Debug)]
pub struct Outcome {
    /// The physical line in which the row begins, from 1.
    pub line: u32,
    /// What became of it.
    pub verdict: Verdict,
    /// Whom it is about, as a place in the list after the import.
    pub who: Option<u32>,
    /// More, where there is more to say.
    pub detail: Option<Box<Detail>>,
}

/// What there is to say about a row beyond its verdict.
#[derive(Debug, Default)]
pub struct Detail {
    /// What was changed in the list.
    pub changes: Vec<Change>,
    /// What was not, since the organisers have changed it too.
    pub conflicts: Vec<Change>,
    /// Whether the conflict over their status is no organiser's doing: the source has taken back a place that it had given.
    pub keeps_place: bool,
    /// What was not, since the source has changed it after it said so.
    pub outdated: Vec<Change>,
    /// What was not, since something else stands there of which nobody knows whether it was said earlier or later.
    pub older: Vec<Change>,
    /// Consents of which no yes was taken: somebody said no after it, or nobody knows which was said last.
    pub refused: Vec<Change>,
    /// Whether none of their tickets in the file is good, and they come by one that is not in it.
    pub by_another: bool,
    /// Others with the same address, as places in the list.
    pub shares: Vec<usize>,
    /// Others who may be the same person, as places in the list.
    pub maybe: Vec<usize>,
    /// Whether they have sent something since the source cancelled them, and stay cancelled.
    pub still_cancelled: bool,
    /// Whether it is a second ticket under one name and address.
    pub another_seat: bool,
    /// Why it was rejected.
    pub reason: Option<String>,
}

/// What an import of one table found, row by row.
#[derive(Debug, Default)]
pub struct Report {
    /// One a row, in the order of the file.
    pub rows: Vec<Outcome>,
    /// What was repaired, being certain: what, how often, the first line.
    pub repaired: Vec<(String, usize, usize)>,
    /// What looks wrong but was left as it is.
    pub doubts: Vec<Doubt>,
    /// People of earlier imports of the same product who do not stand in this file, as places in the list.
    pub missing: Vec<usize>,
    /// Who was taken out of the list by hand and comes in again with what was imported of them before, as places in the
    /// list.
    pub back: Vec<usize>,
    /// How many answers to questions for consent are no clear yes or no.
    pub unclear: usize,
    /// The words of the first of them that differ, shortened.
    pub unclear_answers: Vec<String>,
    /// Who asks for a place and waits until they get one, as places in the list, in its order.
    pub seats: Vec<u32>,
    /// Who waits because the source says so, as places in the list, in its order.
    pub waits: Vec<u32>,
    /// Of those who are not new, the status that they had, by their places in the list.
    pub had: BTreeMap<u32, String>,
    /// Whether it was taken for an earlier export although it has some news: only what was never imported came in.
    pub is_earlier: bool,
    /// Whether anything has to be saved.
    pub changed: bool,
}

impl Report {
    /// Counts the rows by verdict, in the order of [`Verdict::ALL`].
    pub fn counts(&self) -> [usize; Verdict::ALL.len()] {
        let mut counts = [0; Verdict::ALL.len()];
        for row in &self.rows {
            counts[row.verdict as usize] += 1;
        }
        counts
    }

    /// Counts the rows with a verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.counts()[verdict as usize]
    }

    /// Returns the rows of which there is more to say than that somebody was added or is unchanged, with their places in
    /// the table.
    pub fn told(&self) -> impl Iterator<Item = (usize, &Outcome)> {
        let plain = [Verdict::Added, Verdict::Unchanged, Verdict::Blank];
        let rows = self.rows.iter().enumerate();
        rows.filter(move |(_, row)| row.detail.is_some() || !plain.contains(&row.verdict))
    }

    /// Tells whether somebody should look: a row was rejected or is in conflict.
    pub fn is_bad_news(&self) -> bool {
        let disputed = |row: &Outcome| {
            let detail = row.detail.as_ref();
            detail.is_some_and(|one| !(one.conflicts.is_empty() && one.older.is_empty()))
        };
        let rows = self.rows.iter();
        rows.filter(|row| row.detail.is_some() || row.verdict == Verdict::Conflict)
            .any(|row| row.verdict == Verdict::Rejected || disputed(row))
    }
}

impl Outcome {
    pub(super) fn new(line: u32, verdict: Verdict) -> Self {
        Self {
            line,
            verdict,
            who: None,
            detail: None,
        }
    }

    /// Returns the details, which are there from now on.
    pub(super) fn more(&mut self) -> &mut Detail {
        self.detail.get_or_insert_default()
    }
}
