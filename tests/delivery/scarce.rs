//! An import where something is not to be had: a second thread, a file with an end, a disk that keeps what it was given, a
//! list that nobody else edits.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::event::{Event, crowd};
use crate::program::Running;
use crate::strace::Strace;

/// So many rows that more than one thread is at work.
const MANY: usize = 5_000;

/// A file of many new people.
fn many() -> String {
    let rows = (0..MANY).map(|at| format!("Newcomer {at},new{at}@example.org\n"));
    format!("Name,Email\n{}", rows.collect::<String>())
}

/// The names in the list, in its order.
fn names(event: &Event) -> Vec<String> {
    let text = event.text("registrations.csv");
    let name = |line: &str| line.split(',').nth(1).map(|name| name.replace('"', ""));
    text.lines().skip(1).filter_map(name).collect()
}

#[test]
fn where_no_second_thread_is_to_be_had_everybody_is_brought_in_by_the_first() {
    let Some(strace) = Strace::find() else { return };
    let event = Event::of(&crowd(3));
    event.write("many.csv", &many());
    let import = |expected: &str| {
        let refused = "inject=?clone3,?clone:error=EAGAIN";
        let seen = strace.inject(&event, refused, "import many.csv");
        assert_eq!(seen.exit, Some(0), "{seen:?}");
        assert!(seen.answer.starts_with(expected), "{seen:?}");
    };
    import("many.csv: 5000 rows = 5000 added");
    let expected = (0..3).map(|at| format!("Person {at}"));
    let expected = expected.chain((0..MANY).map(|at| format!("Newcomer {at}")));
    assert_eq!(names(&event), expected.collect::<Vec<_>>());
    let before = event.read("registrations.csv");
    import("many.csv: 5000 rows = 5000 unchanged");
    assert_eq!(event.read("registrations.csv"), before);
}

#[test]
fn sign_ups_may_come_through_a_pipe_that_has_a_name() {
    let event = Event::of(&crowd(3));
    let path = event.path("pipe");
    let made = Command::new("mkfifo").arg(&path).status();
    assert!(made.is_ok_and(|made| made.success()), "mkfifo");
    let run = event.start("import pipe");
    fs::write(&path, "Name,Email\nNewcomer,new@example.org\n").expect("written");
    let seen = run.finish();
    assert_eq!(seen.exit, Some(0), "{seen:?}");
    assert!(seen.answer.starts_with("pipe: 1 row = 1 added"), "{seen:?}");
    let expected = ["Person 0", "Person 1", "Person 2", "Newcomer"];
    assert_eq!(names(&event), expected);
}

#[test]
fn whichever_sync_of_an_import_fails_undo_brings_the_list_back_if_it_was_replaced() {
    let Some(strace) = Strace::find() else { return };
    let mut replaced = 0;
    for nth in 1..40 {
        let event = Event::of(&crowd(3));
        event.write("new.csv", "Name,Email\nNewcomer,new@example.org\n");
        let before = event.read("registrations.csv");
        let inject = format!("inject=fsync:error=EIO:when={nth}");
        let seen = strace.inject(&event, &inject, "import new.csv");
        if event.read("registrations.csv") != before {
            replaced += usize::from(seen.exit != Some(0));
            let undone = event.run("undo");
            assert_eq!(undone.exit, Some(0), "{nth}: {seen:?} {undone:?}");
        }
        assert_eq!(event.read("registrations.csv"), before, "{nth}: {seen:?}");
        if seen.exit == Some(0) {
            break;
        }
    }
    assert!(replaced > 0, "the list was never replaced");
}

#[test]
fn what_somebody_adds_to_the_list_while_an_import_saves_it_stays() {
    let Some(strace) = Strace::find() else { return };
    let event = Event::of(&crowd(3));
    event.write("new.csv", "Name,Email\nNewcomer,new@example.org\n");
    let there = |event: &Event| {
        let names = event.names(".");
        names.iter().any(|name| name.starts_with(".plenary-"))
    };
    // The new list is written beside the old one, and waits half a second before it takes its place.
    let slow = "inject=fsync:delay_enter=500ms";
    let run: Running = strace.start(&event, slow, "import new.csv");
    let begun = Instant::now();
    while !there(&event) {
        assert!(
            begun.elapsed() < Duration::from_secs(60),
            "nothing is saved"
        );
        std::thread::sleep(Duration::from_millis(10));
    }
    let mut list = event.text("registrations.csv");
    list += "\"krt-mwzz\",\"By hand\",\"hand@example.org\",\"confirmed\"\n";
    event.write("registrations.csv", &list);
    let seen = run.finish();
    assert_eq!(seen.exit, Some(0), "{seen:?}");
    let expected = ["Person 0", "Person 1", "Person 2", "By hand", "Newcomer"];
    assert_eq!(names(&event), expected);
}
