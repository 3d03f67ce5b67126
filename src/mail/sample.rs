//! An event and a person for tests.

use std::sync::Arc;

use super::Standing;
use crate::model::{
    AgendaRules, Conference, EmailAddress, Event, Hours, Id, Mail, MailEntry, MailKey, MailState,
    Mailbox, Origin, Privacy, Registration, Room, Session, SignUp, Speaker, Venue,
};

pub(super) fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).expect(text)
}

pub(super) fn event() -> Event {
    Event {
        id: Id::parse("blackburn-2024").expect("an id"),
        name: "Blackburn conference".to_string(),
        dates: vec!["2024-04-13".parse().expect("a day")],
        hours: Some(Hours::parse("09:30-17:00").expect("hours")),
        zone: chrono_tz::Europe::London,
        contact: Some(address("help@example.org")),
        organiser: "The Blackburn team".to_string(),
        url: "https://example.org/blackburn".to_string(),
        summary: String::new(),
        day_ends: None,
        venue: Venue {
            name: "King George's Hall".to_string(),
            address: "Northgate, Blackburn BB2 1AA".to_string(),
            directions: "Five minutes on foot from Blackburn station.".to_string(),
            access: String::new(),
        },
        rooms: Vec::new(),
        tracks: Vec::new(),
        tickets: Vec::new(),
        backers: Vec::new(),
        sign_up: SignUp::default(),
        agenda: AgendaRules::default(),
        reminders: Vec::new(),
        mail: Mail {
            from: Some(Mailbox {
                name: "Blackburn conference".to_string(),
                address: address("team@example.org"),
            }),
            ..Mail::default()
        },
        privacy: Privacy::default(),
        origin: Origin::default(),
    }
}

pub(super) fn person(values: &[(&str, &str)]) -> Registration {
    let mut person = Registration::new(Arc::default());
    for (column, value) in [
        ("code", "krt-mwxb"),
        ("name", "Ada Example"),
        ("email", "ada@example.net"),
        ("status", "confirmed"),
    ] {
        person.set(column, value);
    }
    for (column, value) in values {
        person.set(column, value);
    }
    person
}

/// Where the mails of a journal stand, for that machine and that server.
pub(super) fn standing(lines: &[MailEntry]) -> Standing {
    let journal = Arc::new(lines.iter().collect());
    Standing::new(&journal, "boot", "smtps://mail.example.org")
}

/// A line of the journal, written by the machine as it runs now, which the tests call `boot`.
pub(super) fn journal(kind: &str, person: &str, revision: u32, state: MailState) -> MailEntry {
    MailEntry {
        time: "2024-03-20T08:00:00Z".into(),
        state,
        key: MailKey {
            kind: Id::parse(kind).expect("an id"),
            person: person.to_string(),
            revision,
        },
        message_id: format!("<{kind}.{person}.{revision}@example.org>"),
        server: "smtps://mail.example.org".into(),
        reply: String::new(),
        boot: "boot".into(),
    }
}

/// Somebody on the programme, with two sessions of which one has a time.
pub(super) fn conference() -> Conference {
    let id = |text: &str| Id::parse(text).expect("an id");
    let mut event = event();
    event.rooms.push(Room {
        id: id("main"),
        name: "Main Hall".to_string(),
        capacity: None,
        step_free: None,
        open: Vec::new(),
        origin: Origin::default(),
    });
    let speaker = Speaker {
        id: id("jo-lawson"),
        name: "Jo Lawson".to_string(),
        role: "Councillor".to_string(),
        affiliation: String::new(),
        area: String::new(),
        bio: String::new(),
        quote: String::new(),
        email: Some(address("jo@example.net")),
        phone: String::new(),
        confirmed: None,
        available: Vec::new(),
        access: String::new(),
        step_free: false,
        alias: String::new(),
        anonymous: false,
        source_id: String::new(),
        origin: Origin::default(),
    };
    let session = |name: &str, title: &str| Session {
        speakers: vec![id("jo-lawson")],
        ..Session::unscheduled(id(name), title)
    };
    let opening = Session {
        start: Some("2024-04-13T10:00:00".parse().expect("a time")),
        minutes: Some(30),
        room: Some(id("main")),
        ..session("opening", "Opening")
    };
    Conference {
        event,
        speakers: vec![speaker],
        sessions: vec![opening, session("panel", "Who <cares> & why")],
        waivers: Vec::new(),
    }
}
