use super::*;
use crate::mail::{Standing, Templates, sample};
use crate::model::{Discretion, MailEntry, MailState, Registrations, Told};

/// People with a code, each with one column that is not as usual.
fn people(rows: &[(&str, &str, &str)]) -> Registrations {
    let mut list = Registrations::default();
    for (code, column, value) in rows {
        list.push(sample::person(&[("code", code), (column, value)]));
    }
    list
}

fn journal(code: &str, state: MailState) -> MailEntry {
    sample::journal("confirmation", code, 1, state)
}

fn drafted(
    list: &Registrations,
    journal: &[MailEntry],
    waiting: &[&str],
    revision: Revision,
) -> Result<Drafts> {
    let standing = sample::standing(journal);
    let told = Told {
        sequence: 0,
        facts: String::new(),
    };
    let mut names: Names = waiting.iter().collect();
    names.sort();
    let desk = Desk {
        setting: Setting {
            event: &sample::event(),
            templates: &Templates::default(),
            standing: &standing,
            told: &told,
            discretion: &Discretion::default(),
            now: "2024-03-20T08:05:09Z".parse().expect("a time"),
        },
        drafted: &names,
        place: &|person, column| Some(Place::file(format!("{}/{column}", person.id()))),
        revision,
    };
    let mut names = Vec::new();
    let mut keep = |draft: Draft| {
        names.push(draft.file_name());
        Ok(())
    };
    let people = list.iter().map(Person::Registered);
    let drafts = draft(&Kind::confirmation()?, people, &desk, &mut keep)?;
    assert_eq!(drafts.names.iter().collect::<Vec<_>>(), names);
    Ok(drafts)
}

#[test]
fn everybody_due_is_drafted_once_and_the_rest_counted() {
    let list = people(&[
        ("new", "note", ""),
        ("again", "note", ""),
        ("released", "note", ""),
        ("sent", "note", ""),
        ("doubtful", "note", ""),
        ("refused", "note", ""),
        ("waits", "note", ""),
        ("pending", "status", ""),
        ("gone", "status", "cancelled"),
    ]);
    let journal = [
        journal("again", MailState::Deferred),
        journal("released", MailState::Resend),
        journal("sent", MailState::Accepted),
        journal("doubtful", MailState::Doubtful),
        journal("refused", MailState::Refused),
    ];
    let waiting = ["confirmation-waits.eml", "confirmation-sent.eml"];
    let drafts = drafted(&list, &journal, &waiting, Revision::Same).expect("sound");
    assert_eq!(
        drafts.names.iter().collect::<Vec<_>>(),
        [
            "confirmation-new.eml",
            "confirmation-again.eml",
            "confirmation-released.eml"
        ]
    );
    assert_eq!(drafts.findings, []);
    let skipped = Skipped {
        sent: 1,
        drafted: 1,
        in_doubt: 1,
        refused: 1,
        not_due: 2,
        ..Skipped::default()
    };
    assert_eq!(drafts.skipped, skipped);
}

#[test]
fn whoever_cannot_be_written_to_is_a_finding_and_the_others_get_theirs() {
    let list = people(&[
        ("one", "name", "Ada\r\nBcc: x@example.org"),
        ("two", "email", "ada@"),
        ("slip", "status", "confirmd"),
        ("three", "note", ""),
        ("Three", "note", ""),
        ("", "note", ""),
    ]);
    let drafts = drafted(&list, &[], &[], Revision::Same).expect("sound");
    assert_eq!(
        drafts.names.iter().collect::<Vec<_>>(),
        ["confirmation-three.eml"]
    );
    let found: Vec<_> = drafts
        .findings
        .iter()
        .map(|finding| (finding.rule, finding.places[0].file.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            ("hostile-name", "one/name"),
            ("email", "two/email"),
            ("status", "slip/status"),
            ("repeated-code", "Three/code"),
            ("odd-code", "/code"),
        ]
    );
}

#[test]
fn meaning_to_write_again_makes_the_next_one_for_whom_has_got_one() {
    let list = people(&[
        ("new", "note", ""),
        ("sent", "note", ""),
        ("twice", "note", ""),
        ("refused", "note", ""),
        ("doubtful", "note", ""),
        ("waits", "note", ""),
        ("deferred", "note", ""),
    ]);
    let second = |code, state| sample::journal("confirmation", code, 2, state);
    let journal = [
        journal("sent", MailState::Accepted),
        journal("twice", MailState::Accepted),
        second("twice", MailState::Accepted),
        journal("refused", MailState::Refused),
        journal("doubtful", MailState::Doubtful),
        journal("waits", MailState::Accepted),
        journal("deferred", MailState::Accepted),
        second("deferred", MailState::Deferred),
    ];
    let waiting = ["confirmation-waits+2.eml"];
    let next = drafted(&list, &journal, &waiting, Revision::Next).expect("sound");
    assert_eq!(
        next.names.iter().collect::<Vec<_>>(),
        [
            "confirmation-new.eml",
            "confirmation-sent+2.eml",
            "confirmation-twice+3.eml",
            "confirmation-refused+2.eml",
            "confirmation-deferred+2.eml",
        ]
    );
    assert_eq!((next.skipped.drafted, next.skipped.in_doubt), (1, 1));
    let same = drafted(&list, &journal, &waiting, Revision::Same).expect("sound");
    assert_eq!(
        same.names.iter().collect::<Vec<_>>(),
        ["confirmation-new.eml", "confirmation-deferred+2.eml"]
    );
}

#[test]
fn without_a_sender_nothing_is_drafted() {
    let mut event = sample::event();
    event.mail.from = None;
    let (templates, standing) = (Templates::default(), Standing::default());
    let told = Told::next(None, &event, 0);
    let setting = Setting {
        event: &event,
        templates: &templates,
        standing: &standing,
        told: &told,
        discretion: &Discretion::default(),
        now: chrono::DateTime::UNIX_EPOCH,
    };
    let kind = Kind::confirmation().expect("a kind");
    assert!(Stationery::new(&kind, &setting, None).is_err());
}
