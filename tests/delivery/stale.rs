//! Drafts that were true when they were written.

use std::fs;

use crate::event::{Event, crowd};
use crate::program::Seen;

fn edit(event: &Event, file: &str, from: &str, to: &str) {
    let text = event.text(file);
    assert!(text.contains(from), "{text}");
    event.write(file, &text.replace(from, to));
}

#[test]
fn a_draft_that_tells_another_day_or_place_is_held_back() {
    let event = Event::of(&crowd(1));
    let venue = "[venue]\nname = \"Zoë's hall, with a very long name that goes on over more than one line of a calendar\"\n\n[mail]";
    edit(&event, "event.toml", "[mail]", venue);
    for (from, to) in [("2024-04-13", "2024-04-20"), ("very long", "quite long")] {
        assert_eq!(event.run("mail draft confirmation").exit, Some(0));
        assert_eq!(event.run("mail send --dry-run --quiet").exit, Some(0));
        edit(&event, "event.toml", from, to);
        let name = event.names("outbox")[0].clone();
        let told = format!(
            "error[stale-draft]: `{name}` tells another time or place than event.toml\n--> outbox/{name}\n\
             hint: delete the file, and it is drafted anew\n"
        );
        assert_eq!(event.run("mail send --quiet"), Seen::remarks(1, &told));
        fs::remove_file(event.path(&format!("outbox/{name}"))).expect("removed");
    }
    assert_eq!(
        event.run("mail send confirmation --quiet"),
        Seen::remarks(0, "")
    );
}

#[test]
fn what_speakers_were_to_be_told_before_a_release_is_held_back_after_it() {
    let event = Event::of(&[]);
    event.write(
        "speakers.toml",
        "[[speaker]]\nid = \"jo-lawson\"\nname = \"Jo Lawson\"\nemail = \"jo@example.org\"\n",
    );
    event.write(
        "agenda.toml",
        "[[session]]\nid = \"opening\"\ntitle = \"Opening\"\nstart = \"10:00\"\nminutes = 30\nspeakers = [\"jo-lawson\"]\n",
    );
    let at = |day: &str, typed: &str| event.run(&format!("--now 2024-03-{day}T10:00:00Z {typed}"));
    assert_eq!(at("01", "agenda release -y").exit, Some(0));
    assert_eq!(at("02", "mail draft speaker --to speakers").exit, Some(0));
    edit(&event, "agenda.toml", "10:00", "11:00");
    assert_eq!(at("03", "agenda release -y").exit, Some(0));
    let told = "error[stale-draft]: `speaker-jo-lawson.eml` was written before release 2, and may tell what is no more so\n\
                --> outbox/speaker-jo-lawson.eml\nhint: delete the file, and it is drafted anew\n";
    assert_eq!(at("04", "mail send --quiet"), Seen::remarks(1, told));
    fs::remove_file(event.path("outbox/speaker-jo-lawson.eml")).expect("removed");
    assert_eq!(
        at("04", "mail send speaker --to speakers --quiet").exit,
        Some(0)
    );
    assert!(
        event
            .text("delivered/speaker-jo-lawson.eml")
            .contains("11:00")
    );
}
