mod typed;

use super::*;
use crate::mail::{Standing, sample};
use crate::model::{Conference, Id, MailState};

const KINDS: [&str; 8] = [
    "confirmation",
    "waiting",
    "place",
    "reminder",
    "cancelled",
    "speaker",
    "invitation",
    "updates",
];

type Composed = std::result::Result<Letter, (&'static str, Finding)>;

/// Writes a mail to somebody who has had a confirmation and who waits, has a place or is on the programme, whatever it
/// takes.
fn compose_kind(kind: &str, values: &[(&str, &str)], conference: &Conference) -> Composed {
    let journal = [sample::journal(
        "confirmation",
        "krt-mwxb",
        1,
        MailState::Accepted,
    )];
    let standing = sample::standing(&journal);
    let templates = Templates::default();
    let setting = Setting {
        event: &conference.event,
        templates: &templates,
        standing: &standing,
        told: &Told::next(None, &conference.event, 0),
        discretion: &Discretion::default(),
        now: "2024-03-20T08:05:09Z".parse().expect("a time"),
    };
    let registration = sample::person(values);
    let person = match kind {
        "speaker" => Person::Speaker(&conference.speakers[0], conference),
        _ => Person::Registered(&registration),
    };
    let kind = Kind::of(&Id::parse(kind).expect("an id"));
    let stationery = Stationery::new(&kind, &setting, Some(&person)).expect("sound");
    stationery.compose(&person, 1).expect("sound templates")
}

fn compose(values: &[(&str, &str)]) -> Composed {
    compose_kind("confirmation", values, &sample::conference())
}

/// Returns the names of the headers, unfolded lines counting as one.
fn headers(letter: &Letter) -> Vec<String> {
    let text = String::from_utf8(letter.draft.bytes.clone()).expect("ASCII");
    let (head, _) = text.split_once("\r\n\r\n").expect("a blank line");
    let head = head.replace("\r\n ", " ");
    head.split("\r\n")
        .map(|line| line.split(':').next().unwrap_or_default().to_string())
        .collect()
}

#[test]
fn a_mail_of_each_kind_is_composed_whole() {
    for (kind, expected) in [
        (
            "confirmation",
            include_str!("../../expected/confirmation.eml"),
        ),
        ("waiting", include_str!("../../expected/waiting.eml")),
        ("place", include_str!("../../expected/place.eml")),
        ("reminder", include_str!("../../expected/reminder.eml")),
        ("cancelled", include_str!("../../expected/cancelled.eml")),
        ("speaker", include_str!("../../expected/speaker.eml")),
        ("invitation", include_str!("../../expected/invitation.eml")),
        ("updates", include_str!("../../expected/updates.eml")),
    ] {
        let letter = compose_kind(kind, &[], &sample::conference()).expect(kind);
        let text = String::from_utf8(letter.draft.bytes).expect("ASCII");
        assert_eq!(text, expected.replace('\n', "\r\n"), "{kind}");
    }
}

#[test]
fn the_same_person_gets_the_same_bytes() {
    assert_eq!(compose(&[]), compose(&[]));
    assert_ne!(compose(&[]), compose(&[("name", "Bo")]));
}

#[test]
fn no_name_can_end_a_part_of_the_mail() {
    let boundary = |name: &str| {
        let letter = compose(&[("name", name)]).expect("a letter");
        let text = String::from_utf8(letter.draft.bytes).expect("ASCII");
        let (_, rest) = text.split_once("boundary=\"mixed").expect("a boundary");
        rest[..25].to_string()
    };
    let usual = boundary("Ada");
    let hostile = boundary(&format!("Ada --mixed{usual}--"));
    assert_ne!(usual, hostile);
    assert_ne!(boundary(&format!("Ada {usual} {hostile}")), hostile);
    assert_eq!(boundary("Bo"), usual);
}

/// What strangers type, and the rule that a name of this kind breaks; blank for one that is odd but harmless.
fn typed() -> Vec<(String, &'static str)> {
    let mut typed: Vec<(String, &str)> = [
        ("Ada\r\nBcc: x@example.org", "hostile-name"),
        ("Ada\rBcc: x@example.org", "hostile-name"),
        ("Ada\nTo: b@example.org", "hostile-name"),
        ("Ada\r\n\r\n--mixed", "hostile-name"),
        ("Ada\0", "hostile-name"),
        ("Ada\u{1b}[2J", "hostile-name"),
        ("Ada\u{202e}adA", "hostile-name"),
        ("Ada\u{200b}", "hostile-name"),
        ("\u{feff}Ada", "hostile-name"),
        ("=?utf-8?b?QWRh?=", "hostile-name"),
        ("=cmd|'/C calc'!A0", ""),
        ("{{ 7*7 }}{% for %}", ""),
        ("<script>alert(1)</script>", ""),
        ("</body></html>", ""),
        ("\"Quote\\d\" 'x'", ""),
        ("O'Brien, Bob; Co: <a@b.cc>", ""),
        ("Ada (comment", ""),
        ("J.R.", ""),
        (".", ""),
        ("", ""),
        ("田中 太郎", ""),
        ("محمد بن علی", ""),
        ("שרה כהן", ""),
        ("👩\u{200d}🚀 Ra", ""),
    ]
    .map(|(text, rule)| (text.to_string(), rule))
    .to_vec();
    typed.push(("x".repeat(10_000), "hostile-name"));
    typed.push(("Zoë Łukasz 田中 ".repeat(12), ""));
    typed
}

#[test]
fn whatever_somebody_typed_becomes_one_clean_mail_or_a_finding_for_every_kind() {
    for kind in KINDS {
        let clean = compose_kind(kind, &[], &sample::conference()).expect(kind);
        for (text, rule) in typed() {
            // In the name, in another column, and in everything that organisers write.
            for column in ["name", "ticket", "note", "event"] {
                let mut conference = sample::conference();
                match (kind, column) {
                    ("speaker", "name") => conference.speakers[0].name.clone_from(&text),
                    (_, "event") => fill(&mut conference, &text),
                    _ => {}
                }
                let letter = match compose_kind(kind, &[(column, &text)], &conference) {
                    Ok(letter) => letter,
                    Err((at, finding)) => {
                        assert_eq!((column, at, finding.rule), ("name", "name", rule), "{kind}");
                        continue;
                    }
                };
                assert!(column != "name" || rule.is_empty(), "{kind} {text:?}");
                assert_eq!(headers(&letter), headers(&clean), "{kind} {text:?}");
                assert_eq!(letter.draft.to, clean.draft.to);
                assert_eq!(letter.draft.from, clean.draft.from);
                assert!(!letter.html.contains("<script"), "{kind} {text:?}");
                assert_eq!(letter.html.matches("</body>").count(), 1, "{kind} {text:?}");
                assert!(!letter.text.contains("49"), "{kind} {text:?}");
                let odd = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
                assert!(!letter.text.contains(odd) && !letter.html.contains(odd));
            }
        }
    }
}

fn fill(conference: &mut Conference, text: &str) {
    let event = &mut conference.event;
    let words = [
        &mut event.name,
        &mut event.summary,
        &mut event.organiser,
        &mut event.url,
        &mut event.venue.name,
        &mut event.venue.address,
        &mut event.venue.directions,
        &mut event.venue.access,
        &mut event.rooms[0].name,
        &mut conference.speakers[0].alias,
    ];
    let titles = conference.sessions.iter_mut().map(|one| &mut one.title);
    for word in words.into_iter().chain(titles) {
        word.clear();
        word.push_str(text);
    }
}
