use icalendar::{Calendar, CalendarComponent, Component};

use crate::site::{Site, Stage, text};
use crate::{large, site};

fn starts(site: &Site, path: &str) -> Vec<(String, String)> {
    let calendar: Calendar = text(site, path).parse().expect(path);
    let events = calendar
        .components
        .iter()
        .filter_map(CalendarComponent::as_event);
    let value = |event: &icalendar::Event, name: &str| {
        event.property_value(name).unwrap_or_default().to_string()
    };
    events
        .map(|event| (value(event, "UID"), value(event, "DTSTART")))
        .collect()
}

#[test]
fn a_thousand_sessions_are_in_their_calendars_at_the_time_of_the_venue() {
    let site = Stage::new(|folder| large::write(folder, 1000)).publish();
    let mut all = starts(&site, "agenda.ics");
    assert_eq!(all.len(), 1000);
    // On both sides of the night in which the clocks go back, nine is nine.
    for day in ["20261024", "20261026"] {
        let nine = format!("{day}T090000");
        assert_eq!(all.iter().filter(|(_, start)| *start == nine).count(), 20);
    }
    for part in [
        "rooms/r0.ics",
        "tracks/t0.ics",
        "speakers/zoe-speaker-0.ics",
    ] {
        let some = starts(&site, part);
        assert!(
            !some.is_empty() && some.iter().all(|one| all.contains(one)),
            "{part}"
        );
    }
    all.sort();
    all.dedup_by(|a, b| a.0 == b.0);
    assert_eq!(all.len(), 1000, "every session has a UID of its own");
    for (path, bytes) in &site {
        if path.ends_with(".ics") {
            let text = String::from_utf8_lossy(bytes);
            assert!(text.split("\r\n").all(|line| line.len() <= 75), "{path}");
            assert!(
                text.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n"),
                "{path}"
            );
        }
    }
}

#[test]
fn what_was_dropped_stays_in_calendars_as_cancelled_and_its_number_grows() {
    let stage = Stage::example("blackburn-2024");
    let of = |site: &Site| -> Vec<String> {
        let text = site::text(site, "rooms/main.ics").replace("\r\n", "\n");
        let events = text.split("BEGIN:VEVENT").skip(1);
        let closing = events.filter(|event| event.contains("Closing plenary"));
        let lines = closing.flat_map(|event| {
            event
                .lines()
                .filter(|line| line.starts_with("SEQ") || line.starts_with("STATUS"))
                .map(String::from)
                .collect::<Vec<_>>()
        });
        lines.collect()
    };
    assert_eq!(of(&stage.publish()), ["SEQUENCE:0", "STATUS:CONFIRMED"]);
    let release = |now: &str, edit: &[&str]| {
        stage.plenary(now, edit);
        stage.plenary(now, &["agenda", "release"]);
        of(&stage.published(now, "public"))
    };
    let later = release(
        "2024-02-03T12:00:00Z",
        &["session", "edit", "closing", "--start", "16:05"],
    );
    assert_eq!(later, ["SEQUENCE:1", "STATUS:CONFIRMED"]);
    let gone = release(
        "2024-02-04T12:00:00Z",
        &["session", "remove", "closing", "--yes"],
    );
    assert_eq!(gone, ["SEQUENCE:2", "STATUS:CANCELLED"]);
    let other = release(
        "2024-02-05T12:00:00Z",
        &["session", "edit", "lunch", "--minutes", "45"],
    );
    assert_eq!(other, ["SEQUENCE:2", "STATUS:CANCELLED"]);
}
