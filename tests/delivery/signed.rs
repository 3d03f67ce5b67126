//! Mails that are signed as they go out (DKIM, RFC 6376).

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use crate::event::{Event, crowd};
use crate::program::Seen;
use crate::python::{python, script};
use crate::server::{Message, Script, Server};

/// The key of RFC 8463, appendix A.2.
const ED25519: &str = "-----BEGIN PRIVATE KEY-----\n\
    MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n\
    -----END PRIVATE KEY-----\n";

/// A key for tests alone, as `openssl genpkey -algorithm rsa` writes it, and the same as older programs do.
const RSA: &str = include_str!("rsa.pem");
const RSA_OLD: &str = include_str!("rsa-pkcs1.pem");

/// Sends news, which have every header that there is, to three people, and returns the event, the drafts as they were and
/// the messages as they arrived.
fn send(key: &str) -> (Event, Vec<Vec<u8>>, Vec<Message>) {
    let (event, server) = (Event::of(&[]), Server::start(Script::default()));
    event.server(&server.url());
    let settings = event.text("event.toml") + "dkim_selector = \"plenary\"\n";
    event.write("event.toml", &settings);
    let mut list = "code,name,email,status,updates\n".to_owned();
    for (person, name) in crowd(3).iter().zip(["Ada", "Zoë Łukasz", ".  ."]) {
        list += &format!("{},{name},{},confirmed,yes\n", person.code, person.email);
    }
    event.write("registrations.csv", &list);
    for kind in ["updates", "confirmation"] {
        assert_eq!(
            event.run(&format!("mail draft {kind} --quiet")),
            Seen::remarks(0, "")
        );
    }
    let names = event.names("outbox");
    let drafts = names
        .iter()
        .map(|name| event.read(&format!("outbox/{name}")));
    let drafts = drafts.collect();
    let seen = event.play(with_key(
        &mut event.plenary(&["mail", "send", "--quiet"]),
        &event,
        key,
    ));
    assert_eq!(seen, Seen::remarks(0, ""));
    (event, drafts, server.finish().messages)
}

/// Gives a command the key, in a folder that is not the event's.
fn with_key<'c>(command: &'c mut Command, event: &Event, key: &str) -> &'c mut Command {
    let folder = event.root().with_extension("key");
    fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("key.pem");
    fs::write(&file, key).expect("written");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).expect("a mode");
    command.env("PLENARY_DKIM_KEY_FILE", file)
}

#[test]
fn a_mail_goes_out_as_its_draft_was_with_a_signature_in_front() {
    let (event, drafts, messages) = send(ED25519);
    assert_eq!(messages.len(), 6);
    for (draft, message) in drafts.iter().zip(&messages) {
        let before = message
            .bytes
            .strip_suffix(draft.as_slice())
            .expect("the draft");
        let before = String::from_utf8(before.to_vec()).expect("ASCII");
        assert!(
            before.starts_with("DKIM-Signature: v=1; a=ed25519-sha256; "),
            "{before}"
        );
        assert_eq!(
            before.matches("\r\n").count(),
            before.matches("\r\n ").count() + 1
        );
    }
    forget(&event);
}

#[test]
fn without_its_key_an_event_that_signs_sends_nothing() {
    let (event, server) = (Event::of(&crowd(2)), Server::start(Script::default()));
    event.server(&server.url());
    let settings = event.text("event.toml") + "dkim_selector = \"plenary\"\n";
    event.write("event.toml", &settings);
    let seen = event.run("mail send confirmation --quiet");
    let said = "error: mails are to be signed, and the key is not known here\n  \
        --> event.toml:11:17\n   |\n11 | dkim_selector = \"plenary\"\n   |                 ^^^^^^^^^\n\
        hint: name its file in PLENARY_DKIM_KEY_FILE, or as dkim_key = \"…\" in ~/.config/plenary/config.toml\n";
    assert_eq!(seen, Seen::remarks(2, said));
    assert_eq!(server.finish().messages, []);
}

#[test]
fn an_independent_program_finds_the_signatures_good_and_every_change_of_a_mail() {
    let Some(python) = python("import dkim, nacl", "dkimpy with pynacl") else {
        return;
    };
    for key in [ED25519, RSA, RSA_OLD] {
        let (event, _, messages) = send(key);
        for (number, message) in messages.iter().enumerate() {
            event.write(
                &format!("taken/{number}.eml"),
                std::str::from_utf8(&message.bytes).expect("ASCII"),
            );
        }
        let record = event.play(with_key(
            &mut event.plenary(&["mail", "dkim", "--json"]),
            &event,
            key,
        ));
        event.write("record.json", &record.answer);
        let mut command = event.within(
            Command::new(&python),
            &[script("signed.py"), "taken", "record.json"],
        );
        let expected = "good: 6 as sent, 6 with spaces that servers add; bad: 0 of 6 with another From, To, Subject, Date, \
            Message-ID, MIME-Version, Content-Type, Auto-Submitted, text, second Subject, added Reply-To\n";
        let expected = expected.split_whitespace().collect::<Vec<_>>().join(" ") + "\n";
        assert_eq!(event.play(&mut command), Seen::answer(0, &expected));
        forget(&event);
    }
}

fn forget(event: &Event) {
    fs::remove_dir_all(event.root().with_extension("key")).expect("the folder of the key");
}
