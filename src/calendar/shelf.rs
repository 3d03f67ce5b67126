use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::Entry;
use super::line::Lines;
use super::write::{begin, event, zone_of};

/// The entries of one event, written once for many calendars: one for everybody on the programme has to be quick, and
/// working out a zone takes longer than writing an entry.
#[derive(Debug)]
pub struct Shelf {
    zone: Tz,
    /// The `VTIMEZONE` for all of them.
    zone_lines: String,
    entries: Vec<String>,
}

impl Shelf {
    /// Writes entries whose times are those of `zone`, as [`Calendar::to_ics`](super::Calendar::to_ics) does.
    pub fn new(zone: Tz, entries: &[Entry], stamp: DateTime<Utc>) -> Self {
        let mut zone_lines = Lines::default();
        zone_of(zone, entries, &mut zone_lines);
        let written = entries.iter().map(|entry| {
            let mut lines = Lines::default();
            event(entry, zone, stamp, &mut lines);
            lines.finish()
        });
        Self {
            zone,
            zone_lines: zone_lines.finish(),
            entries: written.collect(),
        }
    }

    /// Returns the calendar that holds some of the entries, each by its place from 0 in the list that was given.
    pub fn calendar(&self, name: &str, entries: &[usize]) -> String {
        let mut lines = Lines::default();
        begin(name, self.zone, &mut lines);
        let mut text = lines.finish();
        if !entries.is_empty() {
            text.push_str(&self.zone_lines);
        }
        let written = entries.iter().filter_map(|at| self.entries.get(*at));
        text.extend(written.map(String::as_str));
        text.push_str("END:VCALENDAR\r\n");
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Calendar, EntryStatus, When};
    use crate::model::Span;

    #[test]
    fn a_calendar_from_the_shelf_is_the_one_that_is_written_alone() {
        let entry = |uid: &str, day: &str| Entry {
            uid: uid.to_string(),
            sequence: 1,
            status: EntryStatus::Confirmed,
            when: When::Hours(Span {
                start: format!("{day}T10:00:00").parse().expect(day),
                end: format!("{day}T10:30:00").parse().expect(day),
            }),
            summary: "A; b".to_string(),
            location: String::new(),
            description: String::new(),
            url: String::new(),
        };
        let entries = vec![entry("one", "2024-03-30"), entry("two", "2024-03-31")];
        let zone = chrono_tz::Europe::London;
        let stamp = "2024-03-20T08:00:00Z".parse().expect("a time");
        let shelf = Shelf::new(zone, &entries, stamp);
        let alone = |entries: &[Entry]| {
            let entries = entries.to_vec();
            let name = "All".to_string();
            Calendar {
                name,
                zone,
                entries,
            }
            .to_ics(stamp)
        };
        assert_eq!(shelf.calendar("All", &[0, 1]), alone(&entries));
        assert_eq!(shelf.calendar("All", &[]), alone(&[]));
        // The zone is told for all that is on the shelf.
        let first = shelf.calendar("All", &[0]);
        assert!(first.contains("UID:one") && !first.contains("UID:two"));
        assert_eq!(first.matches("BEGIN:DAYLIGHT").count(), 1);
    }
}
