//! Mails as a mail programme reads them.

use crate::event::{Event, Person, crowd};
use crate::installed::program;
use crate::program::Seen;
use crate::sent::HEADERS;
use crate::server::{Script, Server};

/// Names that people have, and that mail programmes must show as they are.
const NAMES: [&str; 8] = [
    "Ada Example",
    "O'Brien, \"Bob\" <x@example.net>",
    "Siân Łukasz Müller",
    "محمد علی",
    "田中 太郎",
    "J.R. (the second)",
    "Ra👩\u{200d}🚀",
    "a\\b; c",
];

#[test]
fn every_mail_of_a_run_is_read_without_a_defect() {
    let Some(python) = program("python3", "python3") else {
        return;
    };
    let mut people = crowd(NAMES.len());
    for (person, name) in people.iter_mut().zip(NAMES) {
        person.name = name.to_owned();
    }
    people.push(Person::new(
        "krt-mwzz",
        &"é".repeat(200),
        "long@exämple.org",
    ));
    let (event, server) = (Event::of(&people), Server::start(Script::default()));
    event.server(&server.url());
    let end = format!(
        "Drafted 9 confirmations.\nSent 9 mails through {}.\n",
        server.url()
    );
    assert_eq!(event.run("mail send confirmation"), Seen::remarks(0, &end));
    for (number, message) in server.finish().messages.iter().enumerate() {
        std::fs::create_dir_all(event.path("taken")).expect("a folder");
        std::fs::write(event.path(&format!("taken/{number}.eml")), &message.bytes)
            .expect("written");
    }
    let reader = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/delivery/read.py");
    let read =
        event.play(&mut event.within(std::process::Command::new(python), &[reader, "taken"]));
    assert_eq!((read.remarks.as_str(), read.exit), ("", Some(0)));
    let read: Vec<serde_json::Value> = read
        .answer
        .lines()
        .map(|line| serde_json::from_str(line).expect("a document"))
        .collect();
    let expected: Vec<serde_json::Value> = people
        .iter()
        .map(|person| {
            serde_json::json!({
                "defects": [],
                "headers": HEADERS,
                "to": [[person.name, person.email.replace("exämple", "xn--exmple-cua")]],
                "from": [["Blackburn conference", "team@example.org"]],
                "subject": "Your place is confirmed",
                "greets": format!("Hello {},", person.name),
                "code_in": ["text/plain", "text/html"],
                "parts": ["text/plain", "text/html", "text/calendar"],
            })
        })
        .collect();
    let without_calendar = |mail: &serde_json::Value| {
        let mut mail = mail.clone();
        mail.as_object_mut().expect("an object").remove("calendar");
        mail
    };
    assert_eq!(
        read.iter().map(without_calendar).collect::<Vec<_>>(),
        expected
    );
    for mail in &read {
        let text = mail["calendar"].as_str().expect("a calendar");
        let unfolded = icalendar::parser::unfold(text);
        let calendar = icalendar::parser::read_calendar(&unfolded).expect("RFC 5545");
        let names: Vec<&str> = calendar
            .components
            .iter()
            .map(|part| part.name.as_str())
            .collect();
        assert_eq!(names, ["VTIMEZONE", "VEVENT"]);
        let start = calendar.components[1]
            .find_prop("DTSTART")
            .expect("a start");
        assert_eq!(start.val.as_str(), "20240413T093000");
    }
}
