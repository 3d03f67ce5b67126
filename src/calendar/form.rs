use chrono::{DateTime, Utc};

use super::line::Lines;
use super::write::{begin, close, open, time_of, zone_of};
use super::{Calendar, EntryStatus};

/// A calendar in which it is left open to whom the entries belong and whether they take place: the same for thousands of
/// people, and nearly all of it is written once.
#[derive(Debug)]
pub struct Form {
    head: String,
    entries: Vec<Written>,
}

/// What is the same in an entry for everybody: its lines before those that are left open, and behind.
#[derive(Debug)]
struct Written {
    time: String,
    words: String,
}

/// What a [`Form`] leaves open of an entry, as [`super::Entry`] has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blank {
    /// What stays the same however often the entry changes.
    pub uid: String,
    /// How often it has changed.
    pub sequence: u32,
    /// Whether it takes place.
    pub status: EntryStatus,
}

impl Form {
    /// Writes what is the same for everybody. UIDs, sequences and status of the calendar are passed over.
    pub fn of(calendar: &Calendar) -> Self {
        let mut head = Lines::default();
        begin(&calendar.name, calendar.zone, &mut head);
        zone_of(calendar.zone, &calendar.entries, &mut head);
        let written = calendar.entries.iter().map(|entry| {
            let (mut time, mut words) = (Lines::default(), Lines::default());
            time_of(entry.when, calendar.zone, &mut time);
            close(entry, &mut words);
            Written {
                time: time.finish(),
                words: words.finish(),
            }
        });
        Self {
            entries: written.collect(),
            head: head.finish(),
        }
    }

    /// Returns the calendar with the blanks filled in: of each entry by its place from 0. The bytes are those that
    /// [`Calendar::to_ics`] gives.
    pub fn fill(&self, stamp: DateTime<Utc>, blank: impl Fn(usize) -> Blank) -> String {
        let mut lines = Lines::after(&self.head);
        let stamp = super::write::stamp(stamp);
        for (at, entry) in self.entries.iter().enumerate() {
            open(&blank(at), (&stamp, &entry.time), &mut lines);
            lines.written(&entry.words);
        }
        lines.push("END:VCALENDAR");
        lines.finish()
    }
}
