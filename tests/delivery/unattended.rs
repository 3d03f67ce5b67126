//! Cron's run, killed at each of its system calls and on disks that fail: the next run completes it. Everybody has the
//! place that is theirs, knows of it, and nobody hears of it twice.

use crate::calls::WRITING;
use crate::event::Event;
use crate::server::{Script, Server};
use crate::strace::Strace;

const RUN: &str = "due --run --quiet";

/// One place: Ada has cancelled and knows that she had it, Bo is the next, Cy waits behind him.
fn scene() -> Event {
    let event = Event::of(&[]);
    limited(&event, "folder:delivered");
    event.write(
        "registrations.csv",
        "code,name,email,status,registered\n\
         krt-mwbb,Ada,ada@example.org,cancelled,2024-03-01 09:00\n\
         krt-mwbc,Bo,bo@example.org,waiting,2024-03-01 09:01\n\
         krt-mwbd,Cy,cy@example.org,waiting,2024-03-01 09:02\n",
    );
    event
}

fn limited(event: &Event, server: &str) {
    event.server(server);
    let text = event.text("event.toml") + "\n[registration]\ncapacity = 1\n";
    event.write("event.toml", &text);
}

/// Whoever is to have the place has it, and the history says so once.
fn check_places(event: &Event, at: &str) {
    let list = event.text("registrations.csv");
    let statuses: Vec<&str> = list
        .lines()
        .skip(1)
        .filter_map(|row| row.split(',').nth(3))
        .collect();
    assert_eq!(statuses, ["cancelled", "confirmed", "waiting"], "{at}");
    let history = event.text("history.csv");
    let moved = |line: &&str| line.contains("krt-mwbc,status,confirmed");
    assert_eq!(history.lines().filter(moved).count(), 1, "{at}: {history}");
    assert!(!history.contains("was changed"), "{at}: {history}");
    assert!(!event.path(".plenary/change").exists(), "{at}");
}

fn check_mails(event: &Event, at: &str) {
    let mut delivered = event.names("delivered");
    delivered.retain(|name| !name.starts_with('.'));
    let expected = ["confirmation-krt-mwbc.eml", "waiting-krt-mwbd.eml"];
    assert_eq!(delivered, expected, "{at}");
    let mut waiting = event.names("outbox");
    waiting.retain(|name| !name.starts_with('.'));
    assert_eq!(waiting, [""; 0], "{at}");
}

#[test]
fn killed_at_each_system_call_the_next_run_gives_the_places_and_tells_of_them() {
    let Some(strace) = Strace::find() else { return };
    let mut moved = 0;
    let kills = strace.kill_at_each(&WRITING[1..], RUN, scene, |event, at| {
        moved += usize::from(event.text("registrations.csv").contains("confirmed"));
        let again = event.run(RUN);
        assert_eq!((again.exit, again.answer.as_str()), (Some(0), ""), "{at}");
        check_places(&event, at);
        check_mails(&event, at);
        assert_eq!(event.run("mail status").exit, Some(0), "{at}");
    });
    assert!(
        kills > 40 && moved > 20 && moved < kills,
        "{kills} kills, {moved} of them behind the move"
    );
}

#[test]
fn where_the_disk_fails_a_run_says_so_and_the_next_one_completes_it() {
    let Some(strace) = Strace::find() else { return };
    let mut failures = 0;
    for call in ["fsync", "fdatasync", "rename", "write"] {
        for nth in 1..60 {
            let event = scene();
            let error = if call == "write" { "ENOSPC" } else { "EIO" };
            let inject = format!("inject=?{call}:error={error}:when={nth}");
            let seen = strace.inject(&event, &inject, RUN);
            let at = format!("{call} {nth}");
            let is_well = seen.exit == Some(0) && seen.remarks.is_empty();
            failures += usize::from(!is_well);
            assert!(
                seen.exit == Some(0) || !seen.remarks.is_empty(),
                "{at}: {seen:?}"
            );
            let again = event.run(RUN);
            assert_eq!(again.exit, Some(0), "{at}: {again:?}");
            check_places(&event, &at);
            check_mails(&event, &at);
            // Of some calls a failure does no harm; behind the last of them nothing fails any more.
            if is_well && nth > 20 {
                break;
            }
        }
    }
    assert!(failures > 20, "{failures} failures");
}

/// An event and its server.
struct Both(Event, Server);

impl AsRef<Event> for Both {
    fn as_ref(&self) -> &Event {
        &self.0
    }
}

#[test]
fn killed_at_each_call_of_a_conversation_nobody_hears_of_their_place_twice() {
    let Some(strace) = Strace::find() else { return };
    let both = || {
        let both = Both(scene(), Server::start(Script::default()));
        limited(&both.0, &both.1.url());
        both
    };
    let calls = ["connect", "sendto", "recvfrom", "fdatasync", "unlink"];
    let kills = strace.kill_at_each(&calls, RUN, both, |Both(event, server), at| {
        let again = event.run(RUN);
        // A mail in doubt is for a person to decide about: they are told, and it is not sent again.
        let doubtful = crate::sent::in_doubt(&event);
        assert_eq!(
            again.exit,
            Some(i32::from(!doubtful.is_empty())),
            "{at}: {again:?}"
        );
        check_places(&event, at);
        let mut ids: Vec<String> = server
            .finish()
            .messages
            .iter()
            .map(|one| id(&one.bytes))
            .collect();
        ids.sort();
        let mut once = ids.clone();
        once.dedup();
        assert_eq!(ids, once, "{at}");
        for mail in ["confirmation.krt-mwbc", "waiting.krt-mwbd"] {
            let code = mail.split('.').next_back().unwrap_or_default();
            assert!(
                ids.iter().any(|id| id.starts_with(mail)) || doubtful.iter().any(|one| one == code),
                "{at}: {ids:?}, in doubt: {doubtful:?}"
            );
        }
    });
    assert!(kills > 10, "{kills} kills");
}

fn id(message: &[u8]) -> String {
    let text = String::from_utf8_lossy(message);
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("Message-ID: <"));
    line.unwrap_or_default().to_owned()
}
