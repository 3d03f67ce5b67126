use std::fs;
use std::process::Command;

use crate::site::Stage;

const EVENT: &str = r#"
[event]
id = "quiet-2024"
name = "Quiet conference"
dates = ["2024-04-13"]
timezone = "Europe/London"
contact = "team@example.org"
[[room]]
id = "main"
name = "Main Hall"
[privacy]
salt = "nobody guesses this"
[mail]
from = "Quiet conference <sender-secret@example.org>"
server = "smtps://user-secret@mail-secret.example.org"
"#;

const SPEAKERS: &str = r#"
[[speaker]]
id = "jo-hidden"
name = "Jo Hidden-Surname"
public_name = "A councillor"
role = "Councillor"
email = "jo.private@example.net"
phone = "01254 555 0199"
access = "Needs-secret: a ramp"
available = ["10:00-12:00"]
[[speaker]]
id = "kim-unseen"
name = "Kim Unseenname"
anonymous = true
email = "kim.private@example.net"
[[speaker]]
id = "ada-example"
name = "Ada Example"
email = "ada.private@example.net"
phone = "+44 7700 900123"
access = "Needs-secret: a microphone"
step_free = true
[[speaker]]
id = "not-yet"
name = "Una Sagtnichtzu"
confirmed = false
"#;

const AGENDA: &str = r#"
[[session]]
id = "hidden-talk"
title = "On the doorstep"
start = "10:00"
minutes = 30
room = "main"
speakers = ["jo-hidden", "ada-example"]
chair = "kim-unseen"
expected = 4711
[[session]]
id = "unseenname"
title = "Later"
speakers = ["kim-unseen"]
interpreters = ["jo-hidden"]
"#;

const REGISTRATIONS: &str = "code,name,email,phone,access,diet,note,status\n\
    krt-mwxb,Guest Privateperson,guest.private@example.net,07700900456,Needs-secret,Diet-secret,Note-secret,confirmed\n";

/// What nobody may find, in lower case and without what formats put between the letters.
const SECRETS: [&str; 25] = [
    "hidden",
    "surname",
    "unseen",
    "kim",
    "private",
    "555 0199",
    "5550199",
    "900123",
    "900456",
    "ramp",
    "microphone",
    "needs-secret",
    "diet-secret",
    "note-secret",
    "sagtnichtzu",
    "una ",
    "4711",
    "krt-mwxb",
    "sender-secret",
    "user-secret",
    "mail-secret",
    "guest",
    "jo-",
    "not-yet",
    "10:00-12:00",
];

#[test]
fn nothing_that_is_private_is_in_any_published_byte() {
    let stage = Stage::new(|folder| {
        for (name, text) in [
            ("event.toml", EVENT),
            ("speakers.toml", SPEAKERS),
            ("agenda.toml", AGENDA),
            ("registrations.csv", REGISTRATIONS),
        ] {
            fs::write(folder.join(name), text).expect("written");
        }
    });
    let site = stage.publish();
    let told: Vec<&str> = site.keys().map(String::as_str).collect();
    assert_eq!(
        told,
        [
            ".plenary-published",
            "agenda.csv",
            "agenda.ics",
            "agenda.md",
            "index.html",
            "rooms/main.ics",
            "schedule.json",
            "schedule.xml",
            "speakers/a-councillor.ics",
            "speakers/a-speaker-who-is-not-named.ics",
            "speakers/ada-example.ics",
        ]
    );
    let mut found = Vec::new();
    for (path, bytes) in &site {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        let unfolded = text.replace("\r\n ", "");
        for secret in SECRETS {
            // A style may call things hidden.
            let text = unfolded
                .replace("overflow: hidden", "")
                .replace("aria-hidden", "");
            if text.contains(secret) || path.contains(secret) {
                found.push(format!("{path}: {secret}"));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
    // Nor is anything made of an address, as the schema for people proposes it: uuid5(URL, "acct:…").
    let known = [
        "acct:jo.private@example.net",
        "mailto:jo.private@example.net",
        "jo.private@example.net",
    ];
    for name in known {
        let uuid = plenary::model::guid(&[name]);
        assert!(
            site.values()
                .all(|bytes| !String::from_utf8_lossy(bytes).contains(&uuid))
        );
    }

    let uuid = plenary::model::guid(&["quiet-2024", "session", "unseenname"]);
    let told = |uuid: &str| {
        site.values()
            .any(|bytes| String::from_utf8_lossy(bytes).contains(uuid))
    };
    assert!(!told(&uuid), "a guess can be checked");

    // Somebody changes their mind after the release: what is published next knows it, without a new release.
    let speakers = SPEAKERS.replace(
        "name = \"Ada Example\"",
        "name = \"Ada Example\"\npublic_name = \"A. E.\"",
    );
    fs::write(stage.path().join("speakers.toml"), speakers).expect("written");
    for (path, bytes) in stage.published("2024-02-03T12:00:00Z", "public") {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(!text.contains("ada") && !path.contains("ada"), "{path}");
    }
}

#[test]
fn an_id_that_names_somebody_is_not_published_without_a_salt() {
    let stage = Stage::new(|folder| {
        for (name, text) in [
            ("event.toml", EVENT.replace("salt =", "# salt =").as_str()),
            ("speakers.toml", SPEAKERS),
            ("agenda.toml", AGENDA),
        ] {
            fs::write(folder.join(name), text).expect("written");
        }
    });
    let output = Command::new(env!("CARGO_BIN_EXE_plenary"))
        .args(["publish", "--draft", "--color", "never"])
        .current_dir(stage.path())
        .env_clear()
        .output()
        .expect("plenary");
    let said = String::from_utf8_lossy(&output.stderr);
    let errors: Vec<&str> = said
        .lines()
        .filter(|line| line.starts_with("error"))
        .collect();
    let names =
        "names somebody who does not want to be named, and what calendars are given is made of it";
    assert_eq!(
        errors,
        [
            format!("error: the id of session `hidden-talk` {names}"),
            format!("error: the id of session `unseenname` {names}"),
        ]
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(!stage.path().join("public").exists());
}

#[test]
fn a_room_a_track_or_the_words_of_a_release_that_name_somebody_are_neither_released_nor_published()
{
    let stage = Stage::new(|folder| {
        let event = EVENT.replace("Main Hall", "Kim Unseenname Hall")
            + "[[track]]\nid = \"t\"\nname = \"For Kim Unseenname\"\n";
        for (name, text) in [
            ("event.toml", event.as_str()),
            ("speakers.toml", SPEAKERS),
            ("agenda.toml", ""),
        ] {
            fs::write(folder.join(name), text).expect("written");
        }
    });
    let run = |words: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_plenary"))
            .args(["--color", "never"])
            .args(words)
            .current_dir(stage.path())
            .env_clear()
            .output()
            .expect("plenary");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let name = "tells the public the name of somebody who does not want to be named";
    let message = format!("error: what was said about the release {name}");
    let room = format!("error: the name of room `main` {name}");
    let track = format!("error: the name of track `t` {name}");
    for (words, expected) in [
        (
            &["agenda", "release", "-m", "Kim Unseenname joins us"][..],
            vec![&message, &room, &track],
        ),
        (&["publish", "--draft"], vec![&room, &track]),
    ] {
        let said = run(words);
        let errors = said.lines().filter(|line| line.starts_with("error"));
        assert_eq!(errors.collect::<Vec<_>>(), expected);
    }
    assert!(!stage.path().join("releases").exists());
    assert!(!stage.path().join("public").exists());
}
