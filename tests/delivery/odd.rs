//! Files in the outbox that are not what they seem to be.

use std::fs;

use crate::event::{Event, Person, crowd};
use crate::program::Seen;

/// Three people whose confirmations are drafted.
fn drafted() -> Event {
    let event = Event::of(&crowd(3));
    assert_eq!(event.run("mail draft confirmation").exit, Some(0));
    event
}

#[test]
fn a_draft_that_cannot_be_read_is_named_and_the_others_go() {
    let event = drafted();
    let first = event.names("outbox")[0].clone();
    fs::remove_file(event.path(&format!("outbox/{first}"))).expect("removed");
    fs::create_dir(event.path(&format!("outbox/{first}"))).expect("a folder");
    fs::create_dir(event.path("outbox/dir.eml")).expect("a folder");
    let sent = event.run("mail send");
    let finding = |file: &str| {
        format!(
            "error[unreadable-draft]: cannot read `EVENT/outbox/{file}`: is a directory\n--> outbox/{file}\n\
             hint: put it right or remove it; the other drafts are sent\n"
        )
    };
    let (dir, first) = (finding("dir.eml"), finding(&first));
    let told = format!("{dir}{first}Sent 2 mails through folder:delivered.\n");
    assert_eq!(sent, Seen::remarks(1, &told));
    assert_eq!(event.names("delivered").len(), 2);
}

#[test]
fn what_only_looks_like_a_draft_stays() {
    let event = drafted();
    event.write("outbox/reply-from-ada.eml", "hello\n");
    let first = event.names("outbox")[0].clone();
    let copy = first.replace(".eml", "-mine.eml");
    fs::copy(
        event.path(&format!("outbox/{first}")),
        event.path(&format!("outbox/{copy}")),
    )
    .expect("a copy");
    assert_eq!(event.run("mail send").exit, Some(1));
    assert_eq!(
        event.names("outbox"),
        [copy, "reply-from-ada.eml".to_string()]
    );
    assert_eq!(event.names("delivered").len(), 3);
}

#[test]
fn drafts_stay_while_the_list_is_away() {
    let event = drafted();
    fs::rename(event.path("registrations.csv"), event.path("away")).expect("moved");
    event.run("mail send");
    assert_eq!(event.names("outbox").len(), 3);
    fs::rename(event.path("away"), event.path("registrations.csv")).expect("moved");
    assert_eq!(event.run("mail send").exit, Some(0));
    assert_eq!(event.names("delivered").len(), 3);
}

#[test]
fn a_dry_run_says_what_a_run_does() {
    let event = drafted();
    let names = event.names("outbox");
    for copy in ["copy 1", "copy 2", "copy 3"] {
        fs::copy(
            event.path(&format!("outbox/{}", names[0])),
            event.path(&format!("outbox/{copy}.eml")),
        )
        .expect("a copy");
    }
    event.write(&format!("outbox/{}", names[0]), "no headers\n");
    let would = event.run("mail send --limit 1 --dry-run --json");
    let answer: serde_json::Value = serde_json::from_str(&would.answer).expect("JSON");
    assert_eq!(answer["would_send"], serde_json::json!([names[1]]));
    assert_eq!(event.run("mail send --limit 1").exit, Some(1));
    assert_eq!(event.names("delivered").len(), 1);
    assert!(!event.names("outbox").contains(&names[1]));
}

#[test]
fn words_of_a_subject_stand_one_space_apart() {
    let event = Event::of(&[Person::new("krt-mwxb", "é  é", "ada@example.org")]);
    event.write("templates/hello.txt", "Subject: To  {{ name }}\n\nHello.\n");
    assert_eq!(event.run("mail draft hello").exit, Some(0));
    let draft = event.text("outbox/hello-krt-mwxb.eml");
    assert!(
        draft.contains("\r\nSubject: To =?utf-8?b?w6kgw6k=?=\r\n"),
        "{draft}"
    );
}

#[test]
fn files_that_somebody_may_take_for_drafts_are_named() {
    use std::os::unix::ffi::OsStrExt;
    let event = drafted();
    let first = event.names("outbox")[0].clone();
    let capitals = first.replace(".eml", ".EML");
    let path = |name: &str| event.path(&format!("outbox/{name}"));
    fs::rename(path(&first), path(&capitals)).expect("renamed");
    let strange = path("x").with_file_name(std::ffi::OsStr::from_bytes(b"caf\xe9.eml"));
    fs::write(&strange, "hello\n").expect("a file");
    event.write("outbox/notes.txt", "nobody takes this for one\n");
    let told = format!(
        "error[unreadable-draft]: the name `caf\u{fffd}.eml` is not in UTF-8\n--> outbox/caf\u{fffd}.eml\n\
         hint: give it another name, or remove it; the other drafts are sent\n\
         error[draft-name]: the Message-ID says that this is `{first}`\n --> outbox/{capitals}:5:1\n  |\n\
         5 | Message-ID: <confirmation.krt-mwbb.1@blackburn-2024.example.org>\n  | {}\nhint: delete this file if it is a copy, or give it back its name\n\
         Sent 2 mails through folder:delivered.\n",
        "^".repeat(64)
    );
    let sent = event.run("mail send");
    assert_eq!((sent.exit, sent.remarks), (Some(1), told));
    assert!(strange.exists() && path(&capitals).exists());
}

#[test]
fn a_pipe_in_place_of_a_draft_is_named_and_keeps_nobody_waiting() {
    let event = drafted();
    let first = event.names("outbox")[0].clone();
    let path = event.path(&format!("outbox/{first}"));
    fs::remove_file(&path).expect("removed");
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    assert!(made.is_ok_and(|made| made.success()), "mkfifo");
    let told = format!(
        "error[unreadable-draft]: `EVENT/outbox/{first}` is no regular file\n--> outbox/{first}\n\
         hint: put it right or remove it; the other drafts are sent\nSent 2 mails through folder:delivered.\n"
    );
    assert_eq!(event.run("mail send"), Seen::remarks(1, &told));
}
