use std::collections::{HashMap, HashSet};

use super::plan::{Plan, numbered};
use super::settle::ForeignSession;
use crate::model::{Conference, Id, Room, Session, Track};

/// Who and what goes by which name: rooms, tracks and people, ours and those that were met.
pub(super) struct Names {
    rooms: HashMap<String, Id>,
    tracks: HashMap<String, Id>,
    people: HashMap<String, Vec<Id>>,
    /// People by the key of the other tool.
    keys: HashMap<String, Id>,
    /// Who goes by a key.
    met: HashSet<Id>,
    /// Every id of each kind that is in use.
    used: HashSet<(char, Id)>,
}

fn plain(name: &str) -> String {
    name.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

impl Names {
    pub(super) fn new(conference: &Conference) -> Self {
        let event = &conference.event;
        let mut people: HashMap<String, Vec<Id>> = HashMap::new();
        for speaker in &conference.speakers {
            let names = [speaker.public_name(), &speaker.name];
            let mut names: Vec<String> = names.iter().map(|name| plain(name)).collect();
            names.dedup();
            for name in names {
                people.entry(name).or_default().push(speaker.id.clone());
            }
        }
        let rooms = event
            .rooms
            .iter()
            .map(|room| (plain(&room.name), room.id.clone()));
        let tracks = event
            .tracks
            .iter()
            .map(|track| (plain(&track.name), track.id.clone()));
        let used = event.rooms.iter().map(|room| ('r', room.id.clone()));
        let used = used.chain(event.tracks.iter().map(|track| ('t', track.id.clone())));
        let used = used.chain(conference.speakers.iter().map(|one| ('p', one.id.clone())));
        Self {
            rooms: rooms.collect(),
            tracks: tracks.collect(),
            people,
            keys: HashMap::new(),
            met: HashSet::new(),
            used: used.collect(),
        }
    }

    fn fresh(&mut self, kind: char, name: &str, otherwise: &str) -> Option<Id> {
        let wanted = Id::from_words(name).or_else(|| Id::from_words(otherwise))?;
        let id = numbered(&wanted).find(|id| !self.used.contains(&(kind, id.clone())))?;
        self.used.insert((kind, id.clone()));
        Some(id)
    }

    pub(super) fn room(
        &mut self,
        name: &str,
        capacity: Option<u32>,
        plan: &mut Plan,
    ) -> Option<Id> {
        if name.trim().is_empty() {
            return None;
        }
        if let Some(id) = self.rooms.get(&plain(name)) {
            return Some(id.clone());
        }
        let id = self.fresh('r', name, "room")?;
        self.rooms.insert(plain(name), id.clone());
        plan.rooms.push(Room {
            id: id.clone(),
            name: name.trim().to_string(),
            capacity: capacity.filter(|people| *people > 0),
            step_free: None,
            open: Vec::new(),
            origin: Default::default(),
        });
        Some(id)
    }

    pub(super) fn track(&mut self, name: &str, colour: &str, plan: &mut Plan) -> Option<Id> {
        if name.trim().is_empty() {
            return None;
        }
        if let Some(id) = self.tracks.get(&plain(name)) {
            return Some(id.clone());
        }
        let id = self.fresh('t', name, "track")?;
        self.tracks.insert(plain(name), id.clone());
        let hex = colour.strip_prefix('#').unwrap_or_default();
        let sound = hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
        plan.tracks.push(Track {
            id: id.clone(),
            name: name.trim().to_string(),
            colour: if sound {
                colour.to_lowercase()
            } else {
                String::new()
            },
            origin: Default::default(),
        });
        Some(id)
    }

    /// Returns the id of somebody. Namesakes with keys of their own are told apart in the order in which they come; those
    /// without, by who is in the session already.
    fn person(
        &mut self,
        (key, name, bio): (&str, &str, &str),
        (likely, taken): (&[Id], &[Id]),
        plan: &mut Plan,
    ) -> Option<Id> {
        if let Some(id) = self.keys.get(key).filter(|_| !key.is_empty()) {
            return Some(id.clone());
        }
        let known = self.people.get(&plain(name)).into_iter().flatten();
        let known = known.filter(|id| key.is_empty() || !self.met.contains(*id));
        let all: Vec<&Id> = known.collect();
        let free = || {
            all.iter()
                .filter(|id| !key.is_empty() || !taken.contains(id))
        };
        let known = free()
            .find(|id| likely.contains(id))
            .or_else(|| free().next());
        let known = known.or_else(|| all.first()).map(|id| (*id).clone());
        let id = match known {
            Some(id) => id,
            None => {
                let id = self.fresh('p', name, &format!("person-{key}"))?;
                self.people.entry(plain(name)).or_default().push(id.clone());
                plan.speakers
                    .push((id.clone(), name.trim().to_string(), bio.trim().to_string()));
                id
            }
        };
        if !key.is_empty() {
            self.keys.insert(key.to_string(), id.clone());
            self.met.insert(id.clone());
        }
        Some(id)
    }

    /// Returns a session with all that the file says, and what we know where it says nothing.
    pub(super) fn session(
        &mut self,
        id: Id,
        theirs: &ForeignSession,
        ours: Option<&Session>,
        plan: &mut Plan,
    ) -> Session {
        let mut session = ours
            .cloned()
            .unwrap_or_else(|| Session::unscheduled(id, &theirs.title));
        session.title.clone_from(&theirs.title);
        session.start = theirs.start.or(session.start);
        session.minutes = theirs.minutes.or(session.minutes);
        session.room = self.room(&theirs.room, None, plan).or(session.room);
        session.track = self.track(&theirs.track, "", plan).or(session.track);
        let mut speakers: Vec<Id> = Vec::new();
        let likely: Vec<Id> = session.people().cloned().collect();
        for (key, name, bio) in &theirs.speakers {
            let person = self.person((key, name, bio), (&likely, &speakers), plan);
            speakers.extend(person.filter(|id| !speakers.contains(id)));
        }
        if !speakers.is_empty() {
            session.speakers = speakers;
        }
        if !theirs.chair.is_empty() {
            session.chair = self
                .person(("", &theirs.chair, ""), (&likely, &[]), plan)
                .or(session.chair);
        }
        for (field, said) in [
            (&mut session.kind, &theirs.kind),
            (&mut session.summary, &theirs.summary),
            (&mut session.language, &theirs.language),
        ] {
            if !said.is_empty() {
                field.clone_from(said);
            }
        }
        if theirs.confirmed {
            session.confirmed = session.confirmed.or(Some(true));
        }
        session.cancelled |= theirs.cancelled;
        // Of one that was known by its title, another export of the same tool may have another key.
        if !theirs.key.is_empty() && session.source_id.is_empty() {
            session.source_id.clone_from(&theirs.key);
        }
        session
    }
}
