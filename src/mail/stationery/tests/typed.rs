//! What strangers type, in every place where templates of the organisers' own can show it.

use std::sync::Arc;

use super::*;
use crate::model::{COLUMNS, Columns, Registration};

/// A question of the organisers' own, which is a column.
const QUESTION: &str = "Which day?";

const TEXT: &str = "Subject: News {{ registration['Which day?'] }}\n\nHello {{ name }},\n\
    {{ registration.note }} {{ registration.area }} {{ registration['Which day?'] }}\n\
    {{ event.name }}, {{ venue.name }}\n";

const HTML: &str = "<p title=\"{{ registration.note }}\">{{ name }}</p>\n\
    <p>{{ registration.area }} {{ registration['Which day?'] }} {{ event.name }} {{ venue.name }}</p>\n";

/// Writes to somebody who has typed these values.
fn write(values: &[(&str, &str)], conference: &Conference) -> Composed {
    let columns = COLUMNS.iter().copied().chain([QUESTION]).map(String::from);
    let mut person = Registration::new(Arc::new(Columns::new(columns.collect())));
    let known = [
        ("code", "krt-mwxb"),
        ("name", "Ada Example"),
        ("email", "ada@example.net"),
        ("status", "confirmed"),
    ];
    for (column, value) in known.iter().chain(values) {
        person.set(column, value);
    }
    let files = [("lunch.txt", TEXT), ("lunch.html", HTML)];
    let templates = Templates::new(files.map(|(name, text)| (name.to_string(), text.to_string())));
    let setting = Setting {
        event: &conference.event,
        templates: &templates,
        standing: &Standing::default(),
        told: &Told::next(None, &conference.event, 0),
        discretion: &Discretion::default(),
        now: "2024-03-20T08:05:09Z".parse().expect("a time"),
    };
    let (kind, person) = (
        Kind::of(&Id::parse("lunch").expect("an id")),
        Person::Registered(&person),
    );
    let stationery = Stationery::new(&kind, &setting, Some(&person)).expect("sound");
    stationery.compose(&person, 1).expect("sound templates")
}

#[test]
fn whatever_stands_in_a_column_or_in_the_event_changes_no_header_no_markup_and_no_address() {
    let clean = write(&[], &sample::conference()).expect("a mail");
    for (text, _) in typed() {
        for column in ["note", "area", QUESTION, "event"] {
            let mut conference = sample::conference();
            if column == "event" {
                fill(&mut conference, &text);
            }
            let letter = match write(&[(column, &text)], &conference) {
                Ok(letter) => letter,
                Err((at, finding)) => {
                    // Only the subject is too narrow for some of it.
                    assert_eq!(
                        (column, at, finding.rule),
                        (QUESTION, "name", "hostile-subject")
                    );
                    continue;
                }
            };
            assert_eq!(headers(&letter), headers(&clean), "{column} {text:?}");
            assert_eq!(
                (&letter.draft.to, &letter.draft.from),
                (&clean.draft.to, &clean.draft.from)
            );
            for sign in ['<', '>', '"'] {
                let count = |letter: &Letter| letter.html.matches(sign).count();
                assert_eq!(count(&letter), count(&clean), "{column} {text:?}");
            }
            assert!(!letter.text.contains("49") && !letter.html.contains("49"));
        }
    }
}

#[test]
fn what_is_typed_into_a_column_is_shown_as_it_is_typed() {
    let typed = "{{ 7*7 }} {% raw %} =cmd|' <b>&amp;</b>";
    let letter = write(&[("note", typed)], &sample::conference()).expect("a mail");
    assert!(letter.text.contains(typed), "{}", letter.text);
    let escaped = "{{ 7*7 }} {% raw %} =cmd|&#39; &lt;b&gt;&amp;amp;&lt;/b&gt;";
    assert!(letter.html.contains(escaped), "{}", letter.html);
}

#[test]
fn an_address_is_written_to_as_it_is_or_not_at_all() {
    let (local, domain) = ("l".repeat(65), format!("{}.org", "d".repeat(64)));
    let (long_local, long_domain) = (format!("{local}@example.org"), format!("ada@{domain}"));
    for (typed, written_to) in [
        ("ada@example.net", Some("ada@example.net")),
        ("Ada+tag@EXAMPLE.net", Some("Ada+tag@example.net")),
        ("o'brien!#$%&@example.net", Some("o'brien!#$%&@example.net")),
        ("ada@exämple.org", Some("ada@xn--exmple-cua.org")),
        ("ada@例え.jp", Some("ada@xn--r8jz45g.jp")),
        ("zoë@example.org", Some("zoë@example.org")),
        ("\"ada example\"@example.org", None),
        ("\"ada\\\" <b@c.org>\"@example.org", None),
        ("ada@[127.0.0.1]", None),
        ("ada@localhost", None),
        ("ada@bo@example.org", None),
        ("<ada@example.org>", None),
        ("Ada <ada@example.org>", None),
        ("ada@example.org,bo@example.org", None),
        ("ada@example.org;bo@example.org", None),
        ("ada@example.org\r\nBcc: bo@example.org", None),
        ("ada@example.org\nRCPT TO:<bo@example.org>", None),
        ("ada@example.org\0", None),
        ("ada@example.org\u{202e}", None),
        ("a\u{200b}da@example.org", None),
        ("ada@exam\u{ad}ple..org", None),
        ("ada@-example.org", None),
        ("-ada@example.org", None),
        ("=cmd|'/c'!A0", None),
        ("{{ 7*7 }}@example.org", None),
        (&long_local, None),
        (&long_domain, None),
    ] {
        match write(&[("email", typed)], &sample::conference()) {
            Ok(letter) => assert_eq!(Some(letter.draft.to.as_str()), written_to, "{typed:?}"),
            Err((column, _)) => assert_eq!(("email", None), (column, written_to), "{typed:?}"),
        }
    }
}
