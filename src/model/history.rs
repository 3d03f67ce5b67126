use chrono::{DateTime, SecondsFormat, Utc};

use super::Why;
use crate::error::{Error, Result};

/// What can happen to a registration, as `history.csv` says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Somebody came into the list; the value is the status that they have from now on.
    Added,
    /// They have another status, which is the value.
    Status,
    /// They were offered a place; the value is the deadline, as the clock at the event shows it.
    Offered,
    /// Somebody behind them on the waiting list got a place; why says what kept them from it.
    Skipped,
    /// They have another priority, which is the value; blank for none.
    Priority,
    /// Other columns have changed; the value names them, without what stands in them.
    Changed,
    /// Another row was the same person; the value is its code.
    Merged,
    /// They are not in the list any more.
    Gone,
    /// Their data were deleted because their time was up; the value says which.
    Deleted,
    /// How many places there are; the value is the number, and behind it the id of the ticket if it is about one.
    Capacity,
    /// It was said that data will be deleted; the value is the day, and what.
    Announced,
    /// A mail that they are due cannot be written to them; the value is its kind.
    Unreachable,
}

impl What {
    /// All of them, in their order.
    pub(super) const ALL: [Self; 12] = [
        Self::Added,
        Self::Status,
        Self::Offered,
        Self::Skipped,
        Self::Priority,
        Self::Changed,
        Self::Merged,
        Self::Gone,
        Self::Deleted,
        Self::Capacity,
        Self::Announced,
        Self::Unreachable,
    ];

    /// Returns the word that the file uses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Status => "status",
            Self::Offered => "offered",
            Self::Skipped => "skipped",
            Self::Priority => "priority",
            Self::Changed => "changed",
            Self::Merged => "merged",
            Self::Gone => "gone",
            Self::Deleted => "deleted",
            Self::Capacity => "capacity",
            Self::Announced => "announced",
            Self::Unreachable => "unreachable",
        }
    }

    /// Takes the word that the file uses.
    ///
    /// # Errors
    /// When it is none of them.
    pub fn parse(word: &str) -> Result<Self> {
        let what = Self::ALL.into_iter().find(|what| what.word() == word);
        what.ok_or_else(|| Error::new(format!("the history does not know `{word}`")))
    }
}

/// One line of `history.csv`: what happened to whom, and why. It holds codes and never names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HistoryEntry<'a> {
    /// When it was written: RFC 3339, UTC.
    pub time: &'a str,
    /// The code of the registration; blank for what is about all.
    pub code: &'a str,
    /// What happened.
    pub what: What,
    /// What it came to: see [`What`].
    pub value: &'a str,
    /// Why.
    pub why: Why<'a>,
    /// Who did it: a command such as `import` or `due`, or `hand` for an edit of the file.
    pub by: &'a str,
}

impl HistoryEntry<'_> {
    /// Returns a time as the history writes it.
    pub fn stamp(now: DateTime<Utc>) -> String {
        now.to_rfc3339_opts(SecondsFormat::Secs, true)
    }
}
