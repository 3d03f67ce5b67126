use chrono::NaiveDate;
use chrono_tz::Tz;

use super::Blank;
use crate::model::Span;

/// A calendar to be published: `METHOD:PUBLISH` (RFC 5546, section 3.2.1), which asks nobody for an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// What a calendar programme calls it.
    pub name: String,
    /// The zone of every wall-clock time in it.
    pub zone: Tz,
    /// What is in it, in the order in which it is written.
    pub entries: Vec<Entry>,
}

/// One `VEVENT` (RFC 5545, section 3.6.1). Texts are plain: escaping and folding is the calendar's business.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What stays the same however often the entry changes, unique in the world (section 3.8.4.7).
    pub uid: String,
    /// How often its time or place has changed, from 0 (section 3.8.7.4).
    pub sequence: u32,
    /// Whether it still takes place.
    pub status: EntryStatus,
    /// When it is.
    pub when: When,
    /// What it is called.
    pub summary: String,
    /// Where it is; blank if not known.
    pub location: String,
    /// What there is to say about it; blank if nothing.
    pub description: String,
    /// Where to read more; blank if nowhere. What is no URI is left out.
    pub url: String,
}

impl Entry {
    /// Returns what a [`super::Form`] leaves open of it.
    pub(super) fn blank(&self) -> Blank {
        Blank {
            uid: self.uid.clone(),
            sequence: self.sequence,
            status: self.status,
        }
    }
}

/// Whether an entry takes place (RFC 5545, section 3.8.1.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryStatus {
    /// It does.
    Confirmed,
    /// It was called off. Programmes that know its UID strike it out; leaving it out of the file would not.
    Cancelled,
}

/// When an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// From one wall-clock time to another in the calendar's zone. An end at the start means a moment.
    Hours(Span),
    /// Whole days, both included: for something whose hours are not known.
    Days(NaiveDate, NaiveDate),
}
