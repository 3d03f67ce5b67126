use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::line::Lines;
use super::{Blank, Calendar, Entry, EntryStatus, Form, When, zone};

impl Calendar {
    /// Returns the calendar as an iCalendar object (RFC 5545, section 3.4): UTF-8, CRLF line ends, lines of at most 75
    /// octets. `stamp` says as of when the entries are so (`DTSTAMP`, section 3.8.7.2); the same stamp gives the same
    /// bytes.
    pub fn to_ics(&self, stamp: DateTime<Utc>) -> String {
        Form::of(self).fill(stamp, |at| self.entries[at].blank())
    }
}

/// Writes what every calendar begins with.
pub(super) fn begin(name: &str, zone: Tz, lines: &mut Lines) {
    lines.push("BEGIN:VCALENDAR");
    lines.push("VERSION:2.0");
    lines.push("PRODID:-//plenary//plenary//EN");
    lines.push("CALSCALE:GREGORIAN");
    lines.push("METHOD:PUBLISH");
    // RFC 7986, section 5.1, and what the programmes read that are older than it.
    lines.text("NAME", name);
    lines.text("X-WR-CALNAME", name);
    lines.text("X-WR-TIMEZONE", zone.name());
}

/// Writes the zone of these entries; nothing if there are only whole days, which have none.
pub(super) fn zone_of(zone: Tz, entries: &[Entry], lines: &mut Lines) {
    let spans = || {
        entries.iter().filter_map(|entry| match entry.when {
            When::Hours(span) => Some(span),
            When::Days(..) => None,
        })
    };
    let first = spans().map(|span| span.start).min();
    let last = spans().map(|span| span.end.max(span.start)).max();
    if let (Some(first), Some(last)) = (first, last) {
        zone::write(zone, first, last, lines);
    }
}

/// Writes one entry.
pub(super) fn event(entry: &Entry, zone: Tz, at: DateTime<Utc>, lines: &mut Lines) {
    let mut time = Lines::default();
    time_of(entry.when, zone, &mut time);
    open(&entry.blank(), (&stamp(at), &time.finish()), lines);
    lines.text("SUMMARY", &entry.summary);
    lines.text("LOCATION", &entry.location);
    close(entry, lines);
}

/// Returns the line that says as of when an entry is so.
pub(super) fn stamp(at: DateTime<Utc>) -> String {
    format!("DTSTAMP:{}", at.format("%Y%m%dT%H%M%SZ"))
}

/// Writes an entry up to its status. Stamp and time are written already.
pub(super) fn open(blank: &Blank, (stamp, time): (&str, &str), lines: &mut Lines) {
    lines.push("BEGIN:VEVENT");
    lines.text("UID", &blank.uid);
    lines.push(stamp);
    lines.written(time);
    lines.push(&format!("SEQUENCE:{}", blank.sequence));
    lines.push(match blank.status {
        EntryStatus::Confirmed => "STATUS:CONFIRMED",
        EntryStatus::Cancelled => "STATUS:CANCELLED",
    });
}

/// Writes when an entry is.
pub(super) fn time_of(when: When, zone: Tz, lines: &mut Lines) {
    match when {
        When::Hours(span) => {
            time("DTSTART", span.start, zone, lines);
            // An end has to be later than the start (section 3.8.2.2).
            if span.end > span.start {
                time("DTEND", span.end, zone, lines);
            }
        }
        When::Days(first, last) => {
            // The end does not belong to it (section 3.6.1).
            let end = last.max(first).and_time(NaiveTime::MIN) + TimeDelta::days(1);
            lines.push(&format!("DTSTART;VALUE=DATE:{}", first.format("%Y%m%d")));
            lines.push(&format!("DTEND;VALUE=DATE:{}", end.format("%Y%m%d")));
        }
    }
}

/// Writes what else there is to read about an entry, and its end.
pub(super) fn close(entry: &Entry, lines: &mut Lines) {
    lines.text("DESCRIPTION", &entry.description);
    lines.uri("URL", &entry.url);
    lines.push("END:VEVENT");
}

fn time(property: &str, wall: NaiveDateTime, zone: Tz, lines: &mut Lines) {
    lines.push(&format!(
        "{property};TZID={}:{}",
        zone.name(),
        wall.format("%Y%m%dT%H%M%S")
    ));
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use icalendar::Component;

    use super::*;
    use crate::model::Span;

    fn stamp() -> DateTime<Utc> {
        "2024-03-20T08:00:00Z".parse().expect("a time")
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect(text)
    }

    fn hours(from: &str, to: &str) -> When {
        When::Hours(Span {
            start: from.parse().expect(from),
            end: to.parse().expect(to),
        })
    }

    fn entry(uid: &str, when: When) -> Entry {
        Entry {
            uid: uid.to_string(),
            sequence: 0,
            status: EntryStatus::Confirmed,
            when,
            summary: "Blackburn conference".to_string(),
            location: String::new(),
            description: String::new(),
            url: String::new(),
        }
    }

    fn calendar(entries: Vec<Entry>) -> Calendar {
        Calendar {
            name: "Talks; and, more".to_string(),
            zone: chrono_tz::Europe::London,
            entries,
        }
    }

    #[test]
    fn a_calendar_is_written_whole() {
        let entry = Entry {
            sequence: 2,
            status: EntryStatus::Cancelled,
            location: "King George's Hall, Northgate; Blackburn".to_string(),
            description: "From the station, turn left.\nThen go on for five minutes.".to_string(),
            url: "https://example.org/".to_string(),
            ..entry(
                "opening@example.org",
                hours("2024-04-13T10:00:00", "2024-04-13T10:30:00"),
            )
        };
        let expected = "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//plenary//plenary//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
NAME:Talks\\; and\\, more
X-WR-CALNAME:Talks\\; and\\, more
X-WR-TIMEZONE:Europe/London
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:20240331T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20241027T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:opening@example.org
DTSTAMP:20240320T080000Z
DTSTART;TZID=Europe/London:20240413T100000
DTEND;TZID=Europe/London:20240413T103000
SEQUENCE:2
STATUS:CANCELLED
SUMMARY:Blackburn conference
LOCATION:King George's Hall\\, Northgate\\; Blackburn
DESCRIPTION:From the station\\, turn left.\\nThen go on for five minutes.
URL:https://example.org/
END:VEVENT
END:VCALENDAR
";
        assert_eq!(
            calendar(vec![entry]).to_ics(stamp()),
            expected.replace('\n', "\r\n")
        );
    }

    #[test]
    fn whole_days_end_on_the_day_after_and_need_no_zone() {
        let text = calendar(vec![entry(
            "a@example.org",
            When::Days(day("2024-04-13"), day("2024-04-14")),
        )])
        .to_ics(stamp());
        assert!(text.contains("\r\nDTSTART;VALUE=DATE:20240413\r\nDTEND;VALUE=DATE:20240415\r\n"));
        assert!(!text.contains("VTIMEZONE") && !text.contains("TZID"));
    }

    #[test]
    fn a_moment_has_no_end() {
        let when = hours("2024-04-13T10:00:00", "2024-04-13T10:00:00");
        let text = calendar(vec![entry("a@example.org", when)]).to_ics(stamp());
        assert!(text.contains("DTSTART") && !text.contains("DTEND"));
    }

    #[test]
    fn what_is_written_reads_back_on_both_sides_of_a_clock_change() {
        let hostile = "Zoë; \"q\", \\n 日本語 ".repeat(12);
        let before = Entry {
            summary: hostile.clone(),
            ..entry(
                "a@example.org",
                hours("2024-03-30T10:00:00", "2024-03-30T17:00:00"),
            )
        };
        let after = entry(
            "b@example.org",
            hours("2024-03-31T10:00:00", "2024-04-01T02:00:00"),
        );
        let text = calendar(vec![before, after]).to_ics(stamp());
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
        assert_eq!(text.matches("TZOFFSETTO:+0100").count(), 1);

        let read: icalendar::Calendar = text.parse().expect("a calendar");
        let events: Vec<_> = read
            .components
            .iter()
            .filter_map(|component| component.as_event())
            .collect();
        let starts: Vec<_> = events
            .iter()
            .filter_map(|event| event.property_value("DTSTART"))
            .collect();
        assert_eq!(starts, ["20240330T100000", "20240331T100000"]);
        assert_eq!(events[0].get_summary(), Some(hostile.trim()));
        assert_eq!(events[1].get_uid(), Some("b@example.org"));
    }
}
