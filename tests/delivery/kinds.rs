//! Every kind of mail as filters and mail programmes see it.

use std::process::Command;

use crate::event::Event;
use crate::installed::program;
use crate::program::Seen;
use crate::python::{python, script};

/// Two people, of whom one waits.
const LIST: &str = "code,name,email,status,updates\n\
    krt-mwxb,Ada Example,ada@example.net,waiting,no\n\
    krt-mwzz,Zoë Müller,zoe@exämple.org,confirmed,yes\n";

/// The agenda with its one session at an hour.
fn agenda(hour: &str) -> String {
    format!(
        "[[session]]\nid = \"opening\"\ntitle = \"Opening\"\nstart = \"{hour}\"\nminutes = 30\nspeakers = [\"jo-lawson\"]\n"
    )
}

/// Returns an event from which one mail of each kind has gone out into `delivered/`, and one of the organisers' own.
fn written() -> Event {
    let event = Event::of(&[]);
    event.write("registrations.csv", LIST);
    event.write(
        "speakers.toml",
        "[[speaker]]\nid = \"jo-lawson\"\nname = \"Jo Lawson\"\nemail = \"jo@example.org\"\n",
    );
    event.write("agenda.toml", &agenda("10:00"));
    event.write(
        "templates/lunch.txt",
        "Subject: Where to eat — {{ name }}\n\nHello {{ name }},\n\nhere is a map: https://example.org/map\n",
    );
    let quietly = |typed: &str| {
        let seen = event.run(&format!("{typed} --quiet"));
        assert_eq!(seen, Seen::remarks(0, ""), "{typed}");
    };
    quietly("mail send waiting");
    quietly("registration confirm krt-mwxb");
    quietly("mail send place");
    quietly("mail send confirmation");
    quietly("registration cancel krt-mwxb");
    for kind in [
        "cancelled",
        "reminder",
        "updates",
        "invitation",
        "speaker",
        "lunch",
    ] {
        quietly(&format!("mail send {kind}"));
    }
    quietly("agenda release -m First");
    event.write("agenda.toml", &agenda("10:45"));
    quietly("agenda release -m Later --now 2024-04-03T12:00:00Z");
    quietly("mail send change");
    event
}

/// The mails that [`written`] makes, with the parts of each.
const MAILS: &str = "\
cancelled-krt-mwxb: text/plain text/html text/calendar, 0 defects
change-jo-lawson+2: text/plain text/html text/calendar, 0 defects
confirmation-krt-mwzz: text/plain text/html text/calendar, 0 defects
invitation-krt-mwzz: text/plain text/html, 0 defects
lunch-krt-mwzz: text/plain text/html, 0 defects
place-krt-mwxb: text/plain text/html text/calendar, 0 defects
reminder-krt-mwzz: text/plain text/html text/calendar, 0 defects
speaker-jo-lawson: text/plain text/html, 0 defects
updates-krt-mwzz: text/plain text/html, 0 defects
waiting-krt-mwxb: text/plain text/html, 0 defects
";

#[test]
fn every_kind_of_mail_is_read_without_a_defect() {
    let Some(python) = python("import email", "e-mail") else {
        return;
    };
    let event = written();
    let seen =
        event.play(&mut event.within(Command::new(python), &[script("parts.py"), "delivered"]));
    assert_eq!(seen, Seen::answer(0, MAILS));
}

#[test]
fn no_kind_of_mail_looks_like_spam() {
    let Some(filter) = program("spamassassin", "spamassassin") else {
        return;
    };
    let event = written();
    // All in one mailbox: the filter takes longer to start than to read.
    let mut mailbox = String::new();
    let names = event.names("delivered");
    for name in &names {
        let mail = event
            .text(&format!("delivered/{name}"))
            .replace("\r\n", "\n");
        mailbox += &format!("From team@example.org Tue Apr  2 12:00:00 2024\n{mail}\n");
    }
    event.write("mailbox", &mailbox);
    let mut command = event.within(
        Command::new(filter),
        &["--local", "--test-mode", "--mbox", "mailbox"],
    );
    let seen = event.play(command.env("HOME", event.root()));
    let scores = seen.answer.split("X-Spam-Status: ").skip(1).map(|status| {
        let score = status.split("score=").nth(1).expect("a score");
        let score = score.split_whitespace().next().expect("a number");
        score.parse::<f64>().expect("a number")
    });
    let scores: Vec<f64> = scores.collect();
    assert_eq!(scores.len(), names.len(), "{}", seen.remarks);
    for (name, score) in names.iter().zip(scores) {
        assert!(score < 1.0, "{name}: {score}");
    }
}
