//! The calendar files that come with mails, as calendar programmes read them.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::event::Event;
use crate::installed::program;
use crate::program::Seen;
use crate::python::{python, script};

/// Somebody to write to.
const LIST: &str = "code,name,email,status\nkrt-mwxb,Ada Example,ada@example.net,confirmed\n";

/// Returns the event of an example, with nobody in it but one person who has got their confirmation.
fn example(name: &str) -> Event {
    let event = Event::of(&[]);
    let example = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("examples")
        .join(name);
    let text = fs::read_to_string(example.join("event.toml")).expect("the example");
    event.write("event.toml", &text);
    sent(event)
}

/// Returns an event at certain days, hours and in a zone.
fn event(days: &str, hours: &str, zone: &str) -> Event {
    let event = Event::of(&[]);
    event.write(
        "event.toml",
        &format!(
            "[event]\nid = \"spring\"\nname = \"Spring; meeting, \\\"one\\\"\"\ndates = [{days}]\nhours = \"{hours}\"\n\
             timezone = \"{zone}\"\n\n[venue]\nname = \"Hall\"\naddress = \"1, High Street; York\"\n\n[mail]\n\
             from = \"team@example.org\"\nserver = \"folder:delivered\"\n"
        ),
    );
    sent(event)
}

fn sent(event: Event) -> Event {
    event.write("registrations.csv", LIST);
    let seen = event.run("mail send confirmation --quiet --yes");
    assert_eq!(seen, Seen::remarks(0, ""));
    event
}

/// Where and when, and what the clocks at the venue show with their distance from UTC.
fn events() -> Vec<(Event, &'static str)> {
    vec![
        (
            example("london-2024"),
            "2024-03-02 (whole days) to 2024-03-03 (whole days)\n",
        ),
        (
            example("blackburn-2024"),
            "2024-04-13 09:30+01:00 to 2024-04-13 17:00+01:00\n",
        ),
        (
            // Both days of a weekend in which the clocks go forward, and back.
            event(
                "\"2024-03-30\", \"2024-03-31\"",
                "09:30-17:00",
                "Europe/London",
            ),
            "2024-03-30 09:30+00:00 to 2024-03-30 17:00+00:00\n2024-03-31 09:30+01:00 to 2024-03-31 17:00+01:00\n",
        ),
        (
            event(
                "\"2024-10-26\", \"2024-10-27\"",
                "09:30-17:00",
                "Europe/London",
            ),
            "2024-10-26 09:30+01:00 to 2024-10-26 17:00+01:00\n2024-10-27 09:30+00:00 to 2024-10-27 17:00+00:00\n",
        ),
        (
            // The change lies within the event.
            event("\"2024-03-31\"", "00:30-03:30", "Europe/London"),
            "2024-03-31 00:30+00:00 to 2024-03-31 03:30+01:00\n",
        ),
        (
            event("\"2024-06-01\"", "09:00-17:00", "Asia/Kolkata"),
            "2024-06-01 09:00+05:30 to 2024-06-01 17:00+05:30\n",
        ),
        (
            // Half an hour, in the other half of the year.
            event(
                "\"2024-10-05\", \"2024-10-06\"",
                "09:00-17:00",
                "Australia/Lord_Howe",
            ),
            "2024-10-05 09:00+10:30 to 2024-10-05 17:00+10:30\n2024-10-06 09:00+11:00 to 2024-10-06 17:00+11:00\n",
        ),
    ]
}

#[test]
fn the_days_of_an_event_are_read_at_their_local_times_by_the_file_alone() {
    let Some(python) = python(
        "import icalendar; icalendar.Calendar.get_missing_tzids",
        "icalendar 7",
    ) else {
        return;
    };
    for (event, expected) in events() {
        let seen = event.play(&mut event.within(
            Command::new(&python),
            &[script("calendars.py"), "delivered"],
        ));
        assert_eq!(seen, Seen::answer(0, expected));
    }
}

/// A configuration of khal that knows no zone but the one of the event, and nothing of this machine.
fn khal(event: &Event, zone: &str) -> String {
    fs::create_dir_all(event.path("calendars/plenary")).expect("a folder");
    let root = event.root().display();
    format!(
        "[calendars]\n[[plenary]]\npath = {root}/calendars/plenary\n\n[locale]\nlocal_timezone = {zone}\n\
         default_timezone = {zone}\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n\
         datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n\n[sqlite]\npath = {root}/khal.db\n"
    )
}

#[test]
fn a_calendar_programme_shows_the_event_at_its_local_time() {
    let Some(khal_program) = program("khal", "khal") else {
        return;
    };
    // Read at home, where the clock differs: what counts is the moment.
    for (name, zone, from, expected) in [
        (
            "london-2024",
            "Europe/London",
            "2024-03-01",
            "2024-03-02  2024-03-02 \n",
        ),
        (
            "blackburn-2024",
            "Europe/London",
            "2024-04-12",
            "2024-04-13 09:30 2024-04-13 17:00\n",
        ),
        (
            "blackburn-2024",
            "America/New_York",
            "2024-04-12",
            "2024-04-13 04:30 2024-04-13 12:00\n",
        ),
    ] {
        let event = example(name);
        event.write("khal.conf", &khal(&event, zone));
        let mail = event.text("delivered/confirmation-krt-mwxb.eml");
        let (_, calendar) = mail
            .split_once("filename=\"event.ics\"")
            .expect("a calendar");
        let begins = calendar
            .find("BEGIN:VCALENDAR")
            .expect("as it is, in plain letters");
        let end = calendar.find("END:VCALENDAR").expect("an end");
        event.write(
            "event.ics",
            &format!("{}END:VCALENDAR\r\n", &calendar[begins..end]),
        );
        let run = |words: &[&str]| {
            let mut command = event.within(Command::new(&khal_program), &["-c", "khal.conf"]);
            command
                .args(words)
                .env("HOME", event.root())
                .env("LC_ALL", "C.UTF-8");
            event.play(&mut command)
        };
        let imported = run(&["import", "--batch", "event.ics"]);
        assert_eq!(
            (imported.exit, imported.remarks.as_str()),
            (Some(0), ""),
            "{imported:?}"
        );
        let listed = run(&[
            "list",
            "--day-format",
            "",
            "--format",
            "{start-date} {start-time} {end-date} {end-time}",
            from,
            "3d",
        ]);
        assert_eq!(listed, Seen::answer(0, expected));
    }
}
