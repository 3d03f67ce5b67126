//! What strangers type into a sign-up form, and what must not become of it.

use crate::event::{Event, crowd};
use crate::sent::{HEADERS, taken};
use crate::server::{Message, Script, Server};

/// Returns the names of the header fields of a message, in order, and how long its longest line is.
fn header_names(message: &Message) -> (Vec<String>, usize) {
    let text = String::from_utf8(message.bytes.clone()).expect("ASCII");
    let head = text.split("\r\n\r\n").next().expect("a header");
    let names = head
        .split("\r\n")
        .filter(|line| !line.starts_with([' ', '\t']))
        .map(|line| line.split(':').next().unwrap_or_default().to_owned());
    let longest = text.split("\r\n").map(str::len).max().unwrap_or(0);
    (names.collect(), longest)
}

/// Names that are no names, and what is said about each.
fn hostile_names() -> Vec<(String, &'static str)> {
    vec![
        ("Eve\r\nBcc: victim@example.org".into(), "a line break"),
        ("Eve\nBcc: victim@example.org".into(), "a line break"),
        ("Eve\rBcc: victim@example.org".into(), "a line break"),
        ("Eve\u{2028}Bcc: victim@example.org".into(), "a line break"),
        (
            "Eve\u{1b}[2J\u{1b}]0;owned\u{7}".into(),
            "a control character",
        ),
        ("Eve\u{9b}2J".into(), "a control character"),
        ("x".repeat(1100), "too many characters"),
        (
            "Eve \u{202e}gpj.exe".into(),
            "a character that turns the direction of writing",
        ),
        (
            "Eve\u{2066}".into(),
            "a character that turns the direction of writing",
        ),
        ("E\u{200b}ve".into(), "an invisible character"),
        (
            "=?utf-8?q?Eve?=".into(),
            "`=?`, which mail programmes take for a code",
        ),
    ]
}

#[test]
fn a_hostile_name_is_a_finding_for_one_person_and_everybody_else_is_mailed() {
    for (name, flaw) in hostile_names() {
        let mut people = crowd(3);
        people[1].name = name.clone();
        let (event, server) = (Event::of(&people), Server::start(Script::default()));
        event.server(&server.url());
        let seen = event.run("mail send confirmation");
        let lines: Vec<&str> = seen.remarks.lines().collect();
        let first = format!("error[hostile-name]: `krt-mwbc`: the name has {flaw}");
        let hint = "hint: type the name anew: `plenary registration edit krt-mwbc --name NAME`";
        assert_eq!(lines.first(), Some(&first.as_str()), "{name:?}");
        assert!(
            lines[1].ends_with("--> registrations.csv:3:12"),
            "{name:?}: {}",
            lines[1]
        );
        assert!(lines.contains(&hint), "{name:?}: {lines:?}");
        let end = format!(
            "Drafted 2 confirmations.\nSent 2 mails through {}.\n",
            server.url()
        );
        assert!(seen.remarks.ends_with(&end), "{name:?}: {lines:?}");
        let safe =
            |c: char| c == '\n' || !(c.is_control() || ('\u{2028}'..='\u{2069}').contains(&c));
        assert!(
            seen.remarks.chars().all(safe),
            "{name:?}: {:?}",
            seen.remarks
        );
        assert_eq!((seen.answer.as_str(), seen.exit), ("", Some(1)), "{name:?}");
        let record = server.finish();
        assert_eq!(taken(&record), ["krt-mwbb", "krt-mwbd"], "{name:?}");
    }
}

#[test]
fn a_nul_in_a_name_is_a_finding_for_that_person_alone() {
    let mut people = crowd(3);
    people[1].name = "E\0ve".into();
    let (event, server) = (Event::of(&people), Server::start(Script::default()));
    event.server(&server.url());
    let seen = event.run("mail send confirmation");
    assert!(
        seen.remarks.contains("--> registrations.csv:3:12"),
        "{}",
        seen.remarks
    );
    assert_eq!((seen.answer.as_str(), seen.exit), ("", Some(1)));
    assert_eq!(taken(&server.finish()), ["krt-mwbb", "krt-mwbd"]);
}

#[test]
fn who_types_the_name_anew_gets_their_mail() {
    let mut people = crowd(2);
    people[0].name = "Eve\r\nBcc: victim@example.org".into();
    let (event, server) = (Event::of(&people), Server::start(Script::default()));
    event.server(&server.url());
    assert_eq!(event.run("mail send confirmation").exit, Some(1));
    assert_eq!(
        event.run("registration edit krt-mwbb --name Eve").exit,
        Some(0)
    );
    assert_eq!(event.run("mail send confirmation").exit, Some(0));
    assert_eq!(taken(&server.finish()), ["krt-mwbc", "krt-mwbb"]);
}

#[test]
fn no_address_becomes_two_or_a_command() {
    let addresses = [
        "a@example.org, b@example.org",
        "a@example.org; b@example.org",
        "a@example.org\r\nBcc: b@example.org",
        "a@example.org>\r\nRCPT TO:<b@example.org",
        "a@example.org> <b@example.org",
        "\"a@example.org\" <b@example.org>",
        "a@example.org SIZE=1",
        "a@",
        "@example.org",
        "a@example.org\u{202e}",
    ];
    let mut people = crowd(addresses.len() + 1);
    for (person, address) in people.iter_mut().zip(addresses) {
        person.email = address.to_owned();
    }
    let (event, server) = (Event::of(&people), Server::start(Script::default()));
    event.server(&server.url());
    let seen = event.run("mail send confirmation");
    let errors = seen
        .remarks
        .lines()
        .filter(|line| line.starts_with("error["));
    assert_eq!(
        (errors.count(), seen.exit),
        (addresses.len(), Some(1)),
        "{}",
        seen.remarks
    );
    let record = server.finish();
    let last = people.last().expect("somebody");
    assert_eq!(taken(&record), [last.code.as_str()]);
    let told: Vec<&String> = record
        .heard
        .iter()
        .filter(|line| line.starts_with("RCPT"))
        .collect();
    assert_eq!(told, [&format!("RCPT TO:<{}>", last.email)]);
}

#[test]
fn no_column_that_a_template_shows_gets_into_the_header() {
    let people = crowd(2);
    let (event, server) = (Event::of(&people), Server::start(Script::default()));
    event.server(&server.url());
    let lines = "code,name,email,status,area\n\
        krt-mwbb,Eve,eve@example.org,confirmed,\"x\r\nBcc: victim@example.org\r\n\r\n.\r\nMAIL FROM:<a@example.org>\"\n\
        krt-mwbc,Bo,bo@example.org,confirmed,Leeds\n";
    event.write("registrations.csv", lines);
    event.write(
        "templates/confirmation.txt",
        "Subject: See you from {{ registration.area }}\n\nYour code: {{ code }}\n\n{{ registration.area }}\n",
    );
    event.write(
        "templates/confirmation.html",
        "<p>{{ code }} {{ registration.area }}</p>\n",
    );
    let seen = event.run("mail send confirmation");
    assert_eq!(seen.exit, Some(1), "{}", seen.remarks);
    let found = "error[hostile-subject]: `krt-mwbb`: the subject has a line break\n";
    assert!(seen.remarks.starts_with(found), "{}", seen.remarks);
    event.write(
        "templates/confirmation.txt",
        "Subject: See you\n\nYour code: {{ code }}\n\n{{ registration.area }}\n",
    );
    let seen = event.run("mail send confirmation");
    assert_eq!(seen.exit, Some(0), "{}", seen.remarks);
    let record = server.finish();
    assert_eq!(taken(&record), ["krt-mwbc", "krt-mwbb"]);
    for message in &record.messages {
        let (names, longest) = header_names(message);
        assert_eq!(names, HEADERS);
        assert!(longest <= 998, "{longest}");
        assert_eq!(message.to.len(), 1);
    }
    let senders = record.heard.iter().filter(|line| line.starts_with("MAIL"));
    assert_eq!(senders.count(), 2);
}
