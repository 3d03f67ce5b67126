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
    summary: String,
    place: String,
    rest: String,
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
            let lines = |write: &dyn Fn(&mut Lines)| {
                let mut lines = Lines::default();
                write(&mut lines);
                lines.finish()
            };
            Written {
                time: lines(&|lines| time_of(entry.when, calendar.zone, lines)),
                summary: lines(&|lines| lines.text("SUMMARY", &entry.summary)),
                place: lines(&|lines| lines.text("LOCATION", &entry.location)),
                rest: lines(&|lines| close(entry, lines)),
            }
        });
        Self {
            entries: written.collect(),
            head: head.finish(),
        }
    }

    /// Returns the lines that tell when each entry is, and where, without those that are blank.
    pub fn facts(&self) -> impl Iterator<Item = &str> {
        let facts = self
            .entries
            .iter()
            .flat_map(|entry| [&entry.time, &entry.place]);
        facts.map(String::as_str).filter(|lines| !lines.is_empty())
    }

    /// Returns the calendar with the blanks filled in: of each entry by its place from 0. The bytes are those that
    /// [`Calendar::to_ics`] gives.
    pub fn fill(&self, stamp: DateTime<Utc>, blank: impl Fn(usize) -> Blank) -> String {
        let mut lines = Lines::after(&self.head);
        let stamp = super::write::stamp(stamp);
        for (at, entry) in self.entries.iter().enumerate() {
            open(&blank(at), (&stamp, &entry.time), &mut lines);
            for part in [&entry.summary, &entry.place, &entry.rest] {
                lines.written(part);
            }
        }
        lines.push("END:VCALENDAR");
        lines.finish()
    }
}
