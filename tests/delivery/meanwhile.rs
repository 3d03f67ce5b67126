//! Drafts that somebody deletes or edits while a run is under way.

use std::fs;
use std::time::Duration;

use crate::event::{Event, crowd};
use crate::program::Seen;
use crate::server::{Act, At, Script, Server};

#[test]
fn a_draft_deleted_or_edited_while_others_go_does_not_go_as_it_was() {
    let stall = Act::Stall(Duration::from_secs(30));
    // Also where the envelope of the next mail is on its way already.
    for script in [Script::default(), Script::default().offering("PIPELINING")] {
        let server = Server::start(script.on(At::Dot, 1, stall.clone()));
        let event = Event::of(&crowd(4));
        event.server(&server.url());
        assert_eq!(event.run("mail draft confirmation").exit, Some(0));
        let names = event.names("outbox");
        let run = event.start("mail send");
        server.wait_for(At::Dot, 1);
        fs::remove_file(event.path(&format!("outbox/{}", names[1]))).expect("removed");
        let edited = event.text(&format!("outbox/{}", names[2]));
        event.write(
            &format!("outbox/{}", names[2]),
            &edited.replace("Person 2", "Person Two"),
        );
        server.hurry();
        let told = format!(
            "warning[not-delivered]: confirmation to krt-mwbd Person 2: not sent: its draft was changed while it waited for \
             its turn\nhint: it stays in outbox/; the next `plenary mail send` tries again\n\
             Sent 2 mails, 1 not tried through {}.\n",
            server.url()
        );
        assert_eq!(run.finish(), Seen::remarks(75, &told));
        assert_eq!(event.names("outbox"), [names[2].clone()]);
        assert_eq!(event.run("mail send --quiet"), Seen::remarks(0, ""));
        let messages = server.record().messages;
        let to: Vec<&str> = messages
            .iter()
            .flat_map(|one| &one.to)
            .map(String::as_str)
            .collect();
        assert_eq!(
            to,
            [
                "person0@example.org",
                "person3@example.org",
                "person2@example.org"
            ]
        );
        let last = String::from_utf8_lossy(&messages[2].bytes);
        assert!(last.contains("Person Two"), "{last}");
        // Who was to get the deleted one can still get another.
        assert_eq!(event.run("mail send confirmation --quiet").exit, Some(0));
        assert_eq!(server.record().messages.len(), 4);
    }
}

#[test]
fn what_somebody_drafted_by_hand_waits_while_a_run_by_night_sends_what_is_due() {
    let event = Event::of(&crowd(2));
    event.write(
        "templates/confirmation-extra.txt",
        "Subject: More\n\nMore.\n",
    );
    let first = "krt-mwbb";
    assert_eq!(
        event
            .run(&format!("mail send confirmation --to {first}"))
            .exit,
        Some(0)
    );
    for kind in ["reminder", "confirmation-extra"] {
        assert_eq!(
            event.run(&format!("mail draft {kind} --to {first}")).exit,
            Some(0)
        );
    }
    assert_eq!(event.run("due --run --quiet"), Seen::remarks(0, ""));
    let by_hand = ["confirmation-extra.krt-mwbb.eml", "reminder-krt-mwbb.eml"];
    assert_eq!(event.names("outbox"), by_hand);
    let sent = ["krt-mwbb", "krt-mwbc"].map(|code| format!("confirmation-{code}.eml"));
    assert_eq!(event.names("delivered"), sent);
}
