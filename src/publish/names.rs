use std::collections::{HashMap, HashSet};

use crate::model::{
    Conference, Id, Session, Speaker, guid, guid_number, names_somebody, session_guid,
    session_number, unnamed_words,
};

/// What people and sessions are called in links, file names and data: stable, and made of nothing private.
#[derive(Debug)]
pub(super) struct Names<'a> {
    event: &'a Id,
    speakers: HashMap<&'a Id, Person<'a>>,
    sessions: HashMap<&'a Id, Item>,
}

/// Somebody as the public knows them.
#[derive(Debug)]
pub(super) struct Person<'a> {
    /// What the public may call them.
    pub(super) name: &'a str,
    /// Made of that name, never of the id that files use: the id may be the name that nobody shall know.
    pub(super) key: String,
    /// For programmes.
    pub(super) guid: String,
    /// For older programmes.
    pub(super) number: u32,
    pub(super) speaker: &'a Speaker,
}

/// A session as programmes know it.
#[derive(Debug)]
pub(super) struct Item {
    /// The id that files use, unless it names somebody who does not want to be named.
    pub(super) key: String,
    pub(super) guid: String,
    pub(super) number: u32,
}

impl<'a> Names<'a> {
    pub(super) fn new(conference: &'a Conference) -> Self {
        Self {
            event: &conference.event.id,
            speakers: people(conference),
            sessions: items(conference),
        }
    }

    /// Returns somebody; none for an id that names nobody.
    pub(super) fn person(&self, id: &Id) -> Option<&Person<'a>> {
        self.speakers.get(id)
    }

    /// Returns who speaks, in the order of the session.
    pub(super) fn speakers<'s>(
        &'s self,
        session: &'s Session,
    ) -> impl Iterator<Item = &'s Person<'a>> {
        session.speakers.iter().filter_map(|id| self.person(id))
    }

    /// Returns who has the chair.
    pub(super) fn chair(&self, session: &Session) -> Option<&Person<'a>> {
        session.chair.as_ref().and_then(|id| self.person(id))
    }

    /// Returns what programmes call a session.
    pub(super) fn item(&self, session: &Session) -> Option<&Item> {
        self.sessions.get(&session.id)
    }

    /// Returns the UUID of a room.
    pub(super) fn room_guid(&self, room: &Id) -> String {
        guid(&[self.event.as_str(), "room", room.as_str()])
    }
}

fn people(conference: &Conference) -> HashMap<&Id, Person<'_>> {
    let event = conference.event.id.as_str();
    let mut taken = HashSet::new();
    let mut numbers = HashSet::new();
    let people = conference.speakers.iter().map(|speaker| {
        let name = speaker.public_name();
        let word = Id::from_words(name).map_or_else(|| "speaker".to_string(), |id| id.to_string());
        // Namesakes are told apart in the order of speakers.toml.
        let mut key = word.clone();
        let mut namesakes = 1;
        while !taken.insert(key.clone()) {
            namesakes += 1;
            key = format!("{word}-{namesakes}");
        }
        let person = Person {
            name,
            guid: guid(&[event, "speaker", &key]),
            number: unique(&mut numbers, guid_number(&[event, "speaker", &key])),
            key,
            speaker,
        };
        (&speaker.id, person)
    });
    people.collect()
}

fn items(conference: &Conference) -> HashMap<&Id, Item> {
    let event = &conference.event;
    let secret = unnamed_words(conference);
    let mut numbers = HashSet::new();
    let items = conference.sessions.iter().map(|session| {
        let id = session.id.as_str();
        let number = unique(&mut numbers, session_number(event, &session.id));
        let names_somebody = names_somebody(&session.id, &secret);
        let item = Item {
            key: if names_somebody {
                format!("session-{number}")
            } else {
                id.to_string()
            },
            guid: session_guid(event, &session.id),
            number,
        };
        (&session.id, item)
    });
    items.collect()
}

fn unique(taken: &mut HashSet<u32>, mut number: u32) -> u32 {
    while !taken.insert(number) {
        number = number.wrapping_add(1).max(1) & 0x7fff_ffff;
    }
    number.max(1)
}
