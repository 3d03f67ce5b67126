//! An event and a person for tests.

use std::sync::Arc;

use crate::model::{
    AgendaRules, EmailAddress, Event, Hours, Id, Mail, Mailbox, Origin, Privacy, Registration,
    SignUp, Venue,
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
