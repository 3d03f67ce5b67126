//! Killed at each of its system calls, by strace: there is no moment that this leaves to luck.

use crate::event::{Event, crowd};
use crate::sent::{check_once_each, in_doubt, taken};
use crate::server::{Script, Server};
use crate::strace::Strace;

/// By which files come into being.
pub(crate) const WRITING: [&str; 12] = [
    "openat",
    "mkdir",
    "write",
    "fchmod",
    "fsync",
    "fdatasync",
    "syncfs",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "exit_group",
];

#[test]
fn killed_at_each_system_call_the_list_is_the_old_or_the_new_one() {
    let Some(strace) = Strace::find() else { return };
    let people = crowd(3);
    let old = Event::of(&people).text("registrations.csv");
    let (mut was_old, mut was_new) = (0, 0);
    let add = "registration add --name Newcomer";
    let kills = strace.kill_at_each(
        &WRITING,
        add,
        || Event::of(&people),
        |event, at| {
            let now = event.text("registrations.csv");
            let is_new = now != old;
            if is_new {
                assert_eq!(now, new_list(&old), "killed at {at}");
            }
            (was_old, was_new) = (
                was_old + usize::from(!is_new),
                was_new + usize::from(is_new),
            );
            let known = [".plenary", "event.toml", "history.csv", "registrations.csv"];
            let odd = |name: &String| {
                !known.contains(&name.as_str()) && !name.starts_with(".plenary-tmp-")
            };
            assert!(
                !event.names("").iter().any(odd),
                "killed at {at}: {:?}",
                event.names("")
            );
            // What is half written does not count, and nothing is locked.
            assert_eq!(
                event.run("registration confirm krt-mwbb").exit,
                Some(0),
                "killed at {at}"
            );
            check_history(&event, is_new, at);
        },
    );
    assert_eq!(kills, was_old + was_new);
    // Killed before the rename, and behind it: at the folder's open and fsync, as the note about the change goes, at two
    // looks for old undo copies, at the answer, at the end.
    assert!(
        was_old > 20 && was_new > 6,
        "{was_old} times the old list, {was_new} times the new one"
    );
}

/// The history tells of the newcomer if and only if they are in the list, once, and in the words of the run that brought
/// them there: the next run must not take its work for somebody's edit by hand.
fn check_history(event: &Event, is_new: bool, at: &str) {
    let history = event.text("history.csv");
    let told: Vec<&str> = history
        .lines()
        .filter(|line| line.contains("spg-vbvv"))
        .collect();
    let added = "2024-04-02T12:00:00Z,spg-vbvv,added,confirmed,signed up on paper or by phone; a place was free,add";
    let expected: &[&str] = if is_new { &[added] } else { &[] };
    assert_eq!(told, expected, "killed at {at}");
    assert!(!event.path(".plenary/change").exists(), "killed at {at}");
}

/// Returns the list with somebody more; the rows that were there stay as they are.
fn new_list(old: &str) -> String {
    let (header, rows) = old.split_once('\n').expect("a header");
    format!(
        "{header},registered,source\n{rows}spg-vbvv,Newcomer,,confirmed,2024-04-02 13:00,plenary\n"
    )
}

#[test]
fn killed_at_each_system_call_of_a_delivery_the_next_run_completes_it() {
    let Some(strace) = Strace::find() else { return };
    let people = crowd(2);
    let send = "mail send confirmation";
    // Opening a file changes nothing but what the next call does.
    let calls = &WRITING[1..];
    let kills = strace.kill_at_each(
        calls,
        send,
        || Event::of(&people),
        |event, at| {
            let again = event.run(send);
            assert_eq!(again.exit, Some(0), "killed at {at}: {again:?}");
            let mut delivered = event.names("delivered");
            delivered.retain(|name| !name.starts_with('.'));
            assert_eq!(delivered.len(), people.len(), "killed at {at}");
            let torn =
                |name: &&String| !event.text(&format!("delivered/{name}")).ends_with("--\r\n");
            assert_eq!(delivered.iter().find(torn), None, "killed at {at}");
            assert_eq!(event.run("mail status").exit, Some(0), "killed at {at}");
        },
    );
    assert!(kills > 20, "{kills} kills");
}

/// An event and its server.
struct Both(Event, Server);

impl AsRef<Event> for Both {
    fn as_ref(&self) -> &Event {
        &self.0
    }
}

#[test]
fn killed_at_each_system_call_of_a_conversation_nobody_is_missed_and_nobody_gets_two() {
    let Some(strace) = Strace::find() else { return };
    let people = crowd(2);
    let calls = [
        "connect",
        "sendto",
        "recvfrom",
        "fdatasync",
        "unlink",
        "exit_group",
    ];
    let scene = || {
        let both = Both(Event::of(&people), Server::start(Script::default()));
        both.0.server(&both.1.url());
        both
    };
    let mut doubts = Vec::new();
    let send = "mail send confirmation";
    let mut after = |Both(event, server): Both, at: &str| {
        let doubtful = in_doubt(&event);
        if !doubtful.is_empty() {
            let call = at.split(' ').next().unwrap_or_default();
            doubts.push(format!("{call}: {}", doubtful.join(", ")));
        }
        let again = event.run(send);
        assert_eq!(
            again.exit,
            Some(i32::from(!doubtful.is_empty())),
            "killed at {at}: {again:?}"
        );
        assert_eq!(in_doubt(&event), doubtful, "killed at {at}");
        check_once_each(&people, &taken(&server.finish()), &doubtful);
    };
    let kills = strace.kill_at_each(&calls, send, scene, &mut after);
    assert!(kills > 20, "{kills} kills");
    // strace counts for each thread: the first line of the journal is the reservation, and then come those of the one
    // that sends, from its second.
    for nth in 1..=4 {
        let both = scene();
        let inject = format!("inject=write:signal=KILL:when={nth}");
        let seen = strace.inject_into(&both.0, "mail.csv", &inject, send);
        assert_eq!(seen.exit, None, "write {nth}");
        after(both, &format!("write {nth}"));
    }
    // Of a mail, three moments: as it goes out, as the answer comes in, as the answer is written down.
    let expected = [
        "sendto: krt-mwbb",
        "sendto: krt-mwbc",
        "recvfrom: krt-mwbb",
        "recvfrom: krt-mwbc",
        "write: krt-mwbb",
        "write: krt-mwbc",
    ];
    assert_eq!(doubts, expected);
}
