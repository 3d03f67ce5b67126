//! Drafting, killed at each of its system calls.

use crate::calls::WRITING;
use crate::event::{Event, crowd};
use crate::sent::check_once_each;
use crate::server::{Script, Server};
use crate::strace::Strace;

#[test]
fn killed_at_each_system_call_the_next_run_drafts_the_rest_and_undo_takes_all_of_it_back() {
    let Some(strace) = Strace::find() else { return };
    // More than are made durable one by one.
    let people = crowd(6);
    let all: Vec<String> = people
        .iter()
        .map(|person| format!("confirmation-{}.eml", person.code))
        .collect();
    let draft = "mail draft confirmation";
    let calls: Vec<&str> = WRITING.into_iter().chain(["linkat", "link"]).collect();
    let (mut named, mut sent) = (0, 0);
    let kills = strace.kill_at_each(
        &calls,
        draft,
        || Event::of(&people),
        |event, at| {
            let drafts = |event: &Event| {
                let mut names = event.names("outbox");
                names.retain(|name| !name.starts_with('.'));
                names
            };
            let there = drafts(&event).len();
            named += usize::from(there > 0 && there < all.len());
            assert_eq!(event.run(draft).exit, Some(0), "{at}");
            // Nothing is left of the run that was killed.
            assert_eq!(event.names("outbox"), all, "{at}");
            if sent % 2 == 0 {
                let server = Server::start(Script::default());
                event.server(&server.url());
                assert_eq!(event.run("mail send --quiet").exit, Some(0), "{at}");
                check_once_each(&people, &crate::sent::taken(&server.finish()), &[]);
            } else {
                while !drafts(&event).is_empty() {
                    assert_eq!(event.run("undo -y").exit, Some(0), "{at}");
                }
            }
            sent += 1;
        },
    );
    assert!(
        kills > 20 && named > 0,
        "{kills} kills, {named} between names"
    );
}
