//! Several runs at once.

use std::collections::BTreeSet;

use crate::event::{Event, crowd};
use crate::program::{Running, Seen};
use crate::sent::taken;
use crate::server::{Act, At, Script, Server};

#[test]
fn twenty_who_add_somebody_at_once_leave_twenty_more_rows() {
    let people = crowd(30);
    let event = Event::of(&people);
    let before = event.text("registrations.csv");
    let runs: Vec<Running> = (0..20)
        .map(|number| {
            let name = format!("Newcomer, the \"{number}th\"");
            let words = ["registration", "add", "--name", &name];
            // All draw the same code first.
            Running::start(event.plenary(&words).env("PLENARY_SEED", "1"))
        })
        .collect();
    let told: BTreeSet<String> = runs
        .into_iter()
        .map(|run| {
            let seen = run.finish();
            assert_eq!(
                (seen.answer.as_str(), seen.exit),
                ("", Some(0)),
                "{}",
                seen.remarks
            );
            seen.remarks
        })
        .collect();
    let after = event.text("registrations.csv");
    let rows = after.lines().skip(31);
    let mut expected = BTreeSet::new();
    let mut names = BTreeSet::new();
    for row in rows {
        let mut cells = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(row.as_bytes());
        let cells = cells.records().next().expect("a row").expect("whole");
        expected.insert(format!("Added {}: {} (confirmed).\n", &cells[0], &cells[1]));
        names.insert(cells[1].to_owned());
    }
    // Distinct, since the code is part of each.
    assert_eq!((told.len(), names.len()), (20, 20));
    assert_eq!(told, expected);
    let untouched = |text: &str| {
        text.lines()
            .skip(1)
            .take(30)
            .map(String::from)
            .collect::<Vec<_>>()
    };
    assert_eq!(untouched(&after), untouched(&before));
    assert_eq!(
        event.names(""),
        [".plenary", "event.toml", "history.csv", "registrations.csv"]
    );
    let codes: BTreeSet<&str> = after
        .lines()
        .skip(1)
        .map(|row| row.split(',').next().expect("a code"))
        .collect();
    assert_eq!(codes.len(), 50);
}

#[test]
fn ten_who_cancel_for_different_people_at_once_all_have_their_way() {
    let people = crowd(12);
    let event = Event::of(&people);
    let before = event.text("registrations.csv");
    let runs: Vec<Running> = people[..10]
        .iter()
        .map(|person| event.start(&format!("registration cancel {}", person.code)))
        .collect();
    for run in runs {
        assert_eq!(run.finish(), Seen::remarks(0, "1 person now cancelled.\n"));
    }
    let expected: String = before
        .lines()
        .enumerate()
        .map(|(number, line)| match number {
            1..=10 => line.replace("\"confirmed\"", "cancelled") + "\n",
            _ => format!("{line}\n"),
        })
        .collect();
    assert_eq!(
        event
            .text("registrations.csv")
            .replace("\"cancelled\"", "cancelled"),
        expected
    );
}

#[test]
fn while_one_run_sends_another_says_so_and_ends() {
    let people = crowd(3);
    let long = std::time::Duration::from_secs(600);
    let server = Server::start(Script::default().on(At::Rcpt, 2, Act::Stall(long)));
    let event = Event::of(&people);
    event.server(&server.url());
    let first = event.start("mail send confirmation");
    server.wait_for(At::Rcpt, 2);
    let busy = Seen::remarks(
        75,
        "error: another run of plenary is sending mail for this event\n\
         hint: `plenary mail status` shows how far it is\n",
    );
    for typed in [
        "mail send confirmation",
        "mail send",
        "mail resolve krt-mwbb --resend",
    ] {
        assert_eq!(event.run(typed), busy, "{typed}");
    }
    // Nobody else is kept waiting meanwhile.
    assert_eq!(event.run("registration cancel krt-mwbd").exit, Some(0));
    assert_eq!(event.run("mail status").exit, Some(0));
    server.hurry();
    let end = format!(
        "Drafted 3 confirmations.\nSent 3 mails through {}.\n",
        server.url()
    );
    assert_eq!(first.finish(), Seen::remarks(0, &end));
    assert_eq!(
        taken(&server.finish()),
        ["krt-mwbb", "krt-mwbc", "krt-mwbd"]
    );
}

#[test]
fn five_who_send_at_once_send_each_mail_once() {
    let people = crowd(25);
    let (event, server) = (Event::of(&people), Server::start(Script::default()));
    event.server(&server.url());
    let runs: Vec<Running> = (0..5)
        .map(|_| event.start("mail send confirmation"))
        .collect();
    let exits: Vec<Option<i32>> = runs.into_iter().map(|run| run.finish().exit).collect();
    assert!(exits.contains(&Some(0)), "{exits:?}");
    assert!(
        exits.iter().all(|exit| [Some(0), Some(75)].contains(exit)),
        "{exits:?}"
    );
    let expected: Vec<&str> = people.iter().map(|person| person.code.as_str()).collect();
    assert_eq!(taken(&server.finish()), expected);
}

#[test]
fn of_three_who_draft_at_once_each_says_what_it_has_drafted() {
    let people = crowd(40);
    let event = Event::of(&people);
    let draft = "mail draft confirmation --json";
    let runs: Vec<Running> = (0..3).map(|_| event.start(draft)).collect();
    let mut drafted: Vec<String> = Vec::new();
    for run in runs {
        let seen = run.finish();
        assert_eq!(seen.exit, Some(0), "{}", seen.remarks);
        let answer: serde_json::Value = serde_json::from_str(&seen.answer).expect("JSON");
        let names = answer["drafted"].as_array().expect("names");
        drafted.extend(
            names
                .iter()
                .map(|name| name.as_str().expect("a name").to_owned()),
        );
    }
    drafted.sort();
    assert_eq!(drafted, event.names("outbox"));
    assert_eq!(drafted.len(), 40);
}
