//! The whole life of an event, from the first sign-up to the deletion of all, with a clock that moves; counted at a real
//! mail server.

use crate::event::Event;
use crate::postfix::Sink;
use crate::program::{Running, Seen};

/// Runs plenary at a time of the event's clock.
fn at(now: &str, event: &Event, words: &[&str]) -> Seen {
    Running::start(event.plenary(words).env("PLENARY_NOW", now)).finish()
}

/// What must have arrived so far.
struct Mails<'s> {
    sink: &'s Sink,
    expected: Vec<String>,
}

impl Mails<'_> {
    /// Runs cron's line twice, and counts: these are new, and no other.
    fn after_cron(&mut self, now: &str, event: &Event, new: &[&str]) {
        for _ in 0..2 {
            let seen = at(now, event, &["due", "--run", "--quiet"]);
            assert_eq!(
                (seen.exit, seen.answer.as_str()),
                (Some(0), ""),
                "{now}: {seen:?}"
            );
        }
        self.arrived(now, new);
    }

    fn arrived(&mut self, now: &str, new: &[&str]) {
        self.expected
            .extend(new.iter().map(|mail| (*mail).to_owned()));
        self.expected.sort();
        assert_eq!(self.sink.mails(), self.expected, "{now}");
    }
}

const EVENT: &str = r#"
[registration]
capacity = 3

[[reminder]]
before = "3 days"
at = "09:00"

[[reminder]]
before = "1 day"
at = "18:00"

[privacy]
keep_days = 90
"#;

const SIGN_UPS: &str = "code,name,email,diet,registered\n\
    krt-mwbb,Ada,ada@example.org,vegan,2024-03-01 09:00\n\
    krt-mwbc,Bo,bo@example.org,,2024-03-01 09:01\n\
    krt-mwbd,Cy,cy@example.org,,2024-03-01 09:02\n\
    krt-mwbf,Di,di@example.org,nuts,2024-03-01 09:03\n";

#[test]
fn a_whole_life_with_one_line_of_cron() {
    let Some(sink) = Sink::start() else { return };
    let event = Event::of(&[]);
    event.server(&sink.url());
    let text = event
        .text("event.toml")
        .replace("[mail]\n", "[mail]\ntell_everybody = true\n");
    event.write("event.toml", &(text + EVENT));
    let mut mails = Mails {
        sink: &sink,
        expected: Vec::new(),
    };

    // Four sign up for three places. The list is the organisers' own, so their codes stay.
    let list = SIGN_UPS
        .replace("registered\n", "registered,status\n")
        .replace("09:00\n", "09:00,waiting\n");
    let list = ["09:01\n", "09:02\n", "09:03\n"]
        .iter()
        .fold(list, |list, end| {
            list.replace(end, &end.replace('\n', ",waiting\n"))
        });
    event.write("registrations.csv", &list);
    mails.after_cron(
        "2024-03-01 10:00",
        &event,
        &[
            "confirmation.krt-mwbb.1",
            "confirmation.krt-mwbc.1",
            "confirmation.krt-mwbd.1",
            "waiting.krt-mwbf.1",
        ],
    );

    // One cancels and is told so, and the one who waits moves up.
    assert_eq!(
        at(
            "2024-03-05 10:00",
            &event,
            &["registration", "cancel", "krt-mwbc"]
        )
        .exit,
        Some(0)
    );
    mails.after_cron(
        "2024-03-05 10:10",
        &event,
        &["cancelled.krt-mwbc.1", "place.krt-mwbf.1"],
    );

    // The programme is told, and then its time changes.
    for words in [
        &[
            "session",
            "add",
            "opening",
            "--title",
            "Opening",
            "--start",
            "10:00",
            "--minutes",
            "30",
        ][..],
        &["agenda", "release"],
        &["session", "move", "opening", "--to", "11:00"],
        &["agenda", "release"],
        &["mail", "send", "change"],
    ] {
        assert_eq!(
            at("2024-04-01 10:00", &event, words).exit,
            Some(0),
            "{words:?}"
        );
    }
    let told = [
        "change.krt-mwbb.2",
        "change.krt-mwbd.2",
        "change.krt-mwbf.2",
    ];
    mails.arrived("2024-04-01 10:00", &told);

    // The machine slept over the morning of the first reminder, and runs again in the evening.
    mails.after_cron("2024-04-10 08:59", &event, &[]);
    let first = [
        "reminder-3-days.krt-mwbb.1",
        "reminder-3-days.krt-mwbd.1",
        "reminder-3-days.krt-mwbf.1",
    ];
    mails.after_cron("2024-04-10 21:00", &event, &first);
    let second = [
        "reminder-1-day.krt-mwbb.1",
        "reminder-1-day.krt-mwbd.1",
        "reminder-1-day.krt-mwbf.1",
    ];
    mails.after_cron("2024-04-12 18:00", &event, &second);

    // The day itself, and after: nothing more is sent, and what its time has come for is deleted.
    mails.after_cron("2024-04-13 12:00", &event, &[]);
    assert!(event.text("registrations.csv").contains("vegan"));
    mails.after_cron("2024-04-20 00:10", &event, &[]);
    assert!(!event.text("registrations.csv").contains("vegan"));
    assert!(event.text("registrations.csv").contains("ada@example.org"));
    mails.after_cron("2024-07-05 00:10", &event, &[]);
    mails.after_cron("2024-07-12 00:10", &event, &[]);
    assert_eq!(event.text("registrations.csv").lines().count(), 1);
    for (file, text) in ["mail.csv", "history.csv"].map(|file| (file, event.text(file))) {
        assert!(
            !text.contains("example.org,") && !text.contains("Ada"),
            "{file}: {text}"
        );
        assert!(text.contains("krt-mwbb"), "{file}");
    }
}
