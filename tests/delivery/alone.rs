//! Nobody is there: no one to answer a question, no one to read to the end.

use std::process::{Command, Stdio};

use crate::commands::{all, asking, full};
use crate::event::Event;
use crate::program::{Running, Seen};

/// Runs a line in a shell that knows `plenary`.
fn shell(event: &Event, line: &str) -> Seen {
    let binary = env!("CARGO_BIN_EXE_plenary");
    let line = format!("plenary() {{ '{binary}' \"$@\"; }}; {line}");
    event.play(&mut event.within(Command::new("sh"), &["-c", &line]))
}

#[test]
fn without_standard_input_no_command_asks_or_hangs() {
    let commands = all(&full(5));
    assert!(commands.len() > 25, "{commands:?}");
    for command in &commands {
        let event = full(5);
        let seen = shell(&event, &format!("plenary {command} <&-"));
        assert!(matches!(seen.exit, Some(0..=2)), "{command}: {seen:?}");
        assert!(!seen.remarks.contains("panicked"), "{command}: {seen:?}");
        assert!(!seen.remarks.contains("(yes/no)"), "{command}: {seen:?}");
    }
}

#[test]
fn no_command_waits_for_an_input_that_nobody_gives() {
    for command in &all(&full(5)) {
        let event = full(5);
        let words: Vec<&str> = command.split(' ').collect();
        // It stays open, and nothing ever comes.
        let (silent, _kept) = std::io::pipe().expect("a pipe");
        let mut plenary = event.plenary(&words);
        let seen = Running::start(plenary.stdin(silent)).finish();
        assert!(matches!(seen.exit, Some(0..=2)), "{command}: {seen:?}");
    }
}

#[test]
fn outside_of_an_event_no_command_asks_or_hangs() {
    let nowhere = Event::of(&[]);
    let commands = all(&nowhere);
    std::fs::remove_file(nowhere.path("event.toml")).expect("removed");
    std::fs::remove_file(nowhere.path("registrations.csv")).expect("removed");
    for command in &commands {
        let seen = shell(&nowhere, &format!("plenary {command} <&-"));
        assert!(matches!(seen.exit, Some(0..=2)), "{command}: {seen:?}");
        let made = ["init", "demo"]
            .iter()
            .any(|name| command.starts_with(name));
        let alone = ["completions", "man"]
            .iter()
            .any(|name| command.starts_with(name));
        if !made && !alone {
            assert_eq!(seen.exit, Some(2), "{command}: {seen:?}");
            assert!(seen.remarks.starts_with("error: "), "{command}: {seen:?}");
        }
    }
}

#[test]
fn a_reader_who_leaves_early_is_no_error() {
    let event = full(400);
    let commands = asking(&event);
    assert!(commands.len() >= 10, "{commands:?}");
    for command in commands {
        for format in ["table", "csv", "json"] {
            let typed = format!("plenary -q --format {format} {command}");
            let whole = shell(&event, &typed);
            let first = whole
                .answer
                .split_inclusive('\n')
                .next()
                .unwrap_or_default();
            let cut = shell(&event, &format!("{typed} | head -n 1"));
            let expected = Seen {
                answer: first.to_owned(),
                remarks: whole.remarks.clone(),
                exit: Some(0),
            };
            assert_eq!(cut, expected, "{typed}");
            // Nobody reads at all.
            let left = shell(
                &event,
                &format!("{{ {typed}; echo $? >code; }} | true; cat code"),
            );
            let code = whole.exit.expect("an end");
            let expected = Seen {
                answer: format!("{code}\n"),
                remarks: whole.remarks,
                exit: Some(0),
            };
            assert_eq!(left, expected, "{typed}");
        }
    }
}

#[test]
fn an_answer_that_cannot_be_written_is_one_line_of_error() {
    if !std::path::Path::new("/dev/full").exists() {
        return crate::missing::did_not_run("there is no /dev/full");
    }
    let event = full(5);
    let mut commands = asking(&event);
    commands.extend(
        [
            "--help",
            "--version",
            "help mail",
            "mail send --help",
            "completions bash",
        ]
        .map(String::from),
    );
    for command in commands {
        for format in ["table", "csv", "json"] {
            let typed = match command.contains("help") || command.contains("version") {
                true => format!("plenary {command}"),
                false => format!("plenary -q --format {format} {command}"),
            };
            let whole = shell(&event, &typed);
            if whole.answer.is_empty() {
                continue;
            }
            let error = "error: cannot write to standard output: no space left on device\n";
            let expected = Seen::remarks(2, &format!("{}{error}", whole.remarks));
            assert_eq!(
                shell(&event, &format!("{typed} >/dev/full")),
                expected,
                "{typed}"
            );
        }
    }
}

#[test]
fn nobody_to_complain_to_is_no_reason_to_fail() {
    let event = full(5);
    for end in [">&- 2>&-", "2>/dev/full", "2>&-"] {
        let seen = shell(
            &event,
            &format!("plenary registration confirm krt-mwbb {end}"),
        );
        assert_eq!(seen, Seen::remarks(0, ""), "{end}");
    }
}

#[test]
fn under_json_an_answer_is_one_document() {
    let event = full(5);
    let mut commands = all(&event);
    commands.retain(|command| !["completions"].iter().any(|name| command.starts_with(name)));
    for command in commands {
        let event = full(5);
        let words: Vec<&str> = ["--json"].into_iter().chain(command.split(' ')).collect();
        let seen = event.play(event.plenary(&words).stdin(Stdio::null()));
        if seen.exit == Some(2) {
            assert_eq!(seen.answer, "", "{command}");
            continue;
        }
        let document: Result<serde_json::Value, _> = serde_json::from_str(&seen.answer);
        let document =
            document.unwrap_or_else(|error| panic!("{command}: {error}: {}", seen.answer));
        let is_list = command.split(' ').nth(1).is_some_and(|verb| verb == "list");
        assert!(
            if is_list {
                document.is_array()
            } else {
                document.is_object() || document.is_array()
            },
            "{command}"
        );
        assert!(seen.answer.ends_with('\n'), "{command}");
    }
}

#[test]
fn a_list_of_nothing_is_an_empty_array() {
    let event = Event::of(&[]);
    for list in [
        "speaker list",
        "session list",
        "registration list",
        "agenda conflicts",
    ] {
        let typed = format!("-q {list} --json");
        assert_eq!(event.run(&typed), Seen::answer(0, "[]\n"), "{typed}");
    }
}
