use chrono::{DateTime, NaiveDateTime, Offset, TimeDelta, TimeZone};
use chrono_tz::{OffsetComponents, OffsetName, Tz, TzOffset};

use super::line::Lines;

/// How far around the dates in use clock changes are looked for. Longer than a year, so that a zone which changes its
/// clocks always shows both its standard and its summer time.
const AROUND: TimeDelta = TimeDelta::days(400);

/// One stretch of a zone with the same clock: a `STANDARD` or `DAYLIGHT` part of a `VTIMEZONE`.
#[derive(Debug)]
struct Observance {
    /// When it begins, in UTC.
    onset: NaiveDateTime,
    /// The clock before.
    from: TzOffset,
    /// The clock from then on.
    to: TzOffset,
}

/// Writes the `VTIMEZONE` (RFC 5545, section 3.6.5) of a zone for times from `first` to `last`: what holds at the
/// first of them, each clock change between, and the one that follows.
pub(super) fn write(zone: Tz, first: NaiveDateTime, last: NaiveDateTime, lines: &mut Lines) {
    // Both are wall-clock times, and no zone is further from UTC than a day.
    let (first, last) = (first - TimeDelta::days(1), last + TimeDelta::days(1));
    let changes = changes(zone, first - AROUND, last + AROUND);
    let holds = changes.iter().rposition(|change| change.onset <= first);
    let follows = changes.iter().position(|change| change.onset > last);
    let needed = &changes[holds.unwrap_or(0)..follows.map_or(changes.len(), |at| at + 1)];

    lines.push("BEGIN:VTIMEZONE");
    lines.push(&format!("TZID:{}", zone.name()));
    if holds.is_none() {
        let since = zone.offset_from_utc_datetime(&first);
        let unchanged = Observance {
            onset: DateTime::UNIX_EPOCH.naive_utc() - ahead(&since),
            from: since,
            to: since,
        };
        observance(&unchanged, lines);
    }
    for change in needed {
        observance(change, lines);
    }
    lines.push("END:VTIMEZONE");
}

/// How far apart the clock is looked at. No zone has ever changed its clock and changed it back within a week, and a
/// calendar for every speaker of a large event has to be quick.
const STEP: TimeDelta = TimeDelta::days(7);

/// Finds the clock changes of a stretch of time, to the second.
fn changes(zone: Tz, start: NaiveDateTime, end: NaiveDateTime) -> Vec<Observance> {
    let at = |time: NaiveDateTime| zone.offset_from_utc_datetime(&time);
    let mut changes = Vec::new();
    let mut day = start;
    while day < end {
        let next = day + STEP;
        if at(day) != at(next) {
            let (mut before, mut after) = (day, next);
            while after - before > TimeDelta::seconds(1) {
                let middle = before + TimeDelta::seconds((after - before).num_seconds() / 2);
                if at(middle) == at(day) {
                    before = middle;
                } else {
                    after = middle;
                }
            }
            changes.push(Observance {
                onset: after,
                from: at(before),
                to: at(after),
            });
        }
        day = next;
    }
    changes
}

fn observance(observance: &Observance, lines: &mut Lines) {
    let Observance { onset, from, to } = observance;
    let part = if to.dst_offset() > TimeDelta::zero() {
        "DAYLIGHT"
    } else {
        "STANDARD"
    };
    // The onset is told by the clock as it was before the change (section 3.6.5).
    let wall = *onset + ahead(from);
    lines.push(&format!("BEGIN:{part}"));
    lines.push(&format!("DTSTART:{}", wall.format("%Y%m%dT%H%M%S")));
    lines.push(&format!("TZOFFSETFROM:{}", offset(from)));
    lines.push(&format!("TZOFFSETTO:{}", offset(to)));
    lines.text("TZNAME", to.abbreviation().unwrap_or_default());
    lines.push(&format!("END:{part}"));
}

/// Returns how far the clock is ahead of UTC.
fn ahead(offset: &TzOffset) -> TimeDelta {
    TimeDelta::seconds(offset.fix().local_minus_utc().into())
}

/// Writes an offset as `+0100`; seconds follow only where there are some (section 3.3.14).
fn offset(offset: &TzOffset) -> String {
    let seconds = offset.fix().local_minus_utc();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, rest) = (seconds.abs() / 3600, seconds.abs() % 3600);
    let (minutes, seconds) = (rest / 60, rest % 60);
    if seconds == 0 {
        format!("{sign}{hours:02}{minutes:02}")
    } else {
        format!("{sign}{hours:02}{minutes:02}{seconds:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(zone: Tz, first: &str, last: &str) -> String {
        let time = |text: &str| text.parse::<NaiveDateTime>().expect(text);
        let mut lines = Lines::default();
        write(zone, time(first), time(last), &mut lines);
        lines.finish().replace("\r\n", "\n")
    }

    #[test]
    fn a_zone_shows_what_holds_and_what_follows() {
        let zone = written(
            chrono_tz::Europe::London,
            "2024-04-13T10:00:00",
            "2024-04-13T17:00:00",
        );
        let expected = "\
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
";
        assert_eq!(zone, expected);
    }

    #[test]
    fn dates_on_both_sides_of_a_change_have_it_between_them() {
        let zone = written(
            chrono_tz::Europe::Berlin,
            "2026-10-24T10:00:00",
            "2026-10-25T17:00:00",
        );
        let onsets: Vec<&str> = zone
            .lines()
            .filter(|line| line.starts_with("DTSTART"))
            .collect();
        assert_eq!(
            onsets,
            [
                "DTSTART:20260329T020000",
                "DTSTART:20261025T030000",
                "DTSTART:20270328T020000"
            ]
        );
    }

    #[test]
    fn a_zone_without_changes_has_one_part() {
        let zone = written(
            chrono_tz::Asia::Kolkata,
            "2024-04-13T10:00:00",
            "2024-04-13T17:00:00",
        );
        let expected = "\
BEGIN:VTIMEZONE
TZID:Asia/Kolkata
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0530
TZOFFSETTO:+0530
TZNAME:IST
END:STANDARD
END:VTIMEZONE
";
        assert_eq!(zone, expected);
    }
}
