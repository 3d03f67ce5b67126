use std::collections::HashMap;

use chrono::TimeDelta;

use super::diary::{Diary, Entry};
use super::windows::Windows;
use crate::model::{Conference, Id, Room, Session, Span, Speaker};

/// The conference laid out by room and person, which is what every question about time begins with.
#[derive(Clone, Debug)]
pub(super) struct Board<'a> {
    pub(super) conference: &'a Conference,
    /// What takes place: sessions with a start that are not cancelled, in the order of the file.
    pub(super) sittings: Vec<Sitting<'a>>,
    /// The rooms of the event in its order, then those that sessions name and nobody knows.
    pub(super) places: Vec<Place<'a>>,
    /// The speakers in the order of the file, then those that sessions name and nobody knows.
    pub(super) people: Vec<Person<'a>>,
    /// When the event is open; none if it does not say.
    pub(super) hours: Option<Windows>,
    /// What is for everybody.
    pub(super) common: Diary,
    room_of: HashMap<&'a Id, usize>,
    person_of: HashMap<&'a Id, usize>,
}

/// A session that takes place.
#[derive(Clone, Debug)]
pub(super) struct Sitting<'a> {
    pub(super) session: &'a Session,
    /// When; at least a minute, so that sessions without a length still meet each other.
    pub(super) span: Span,
    pub(super) place: Option<usize>,
    /// Everybody who has to be there, each once.
    pub(super) people: Vec<usize>,
}

/// A room and what is on in it.
#[derive(Clone, Debug)]
pub(super) struct Place<'a> {
    pub(super) id: &'a Id,
    pub(super) room: Option<&'a Room>,
    /// When it is open; none for always.
    pub(super) open: Option<Windows>,
    pub(super) diary: Diary,
}

/// A person and what they have on.
#[derive(Clone, Debug)]
pub(super) struct Person<'a> {
    pub(super) id: &'a Id,
    pub(super) speaker: Option<&'a Speaker>,
    /// When they can come; none for always.
    pub(super) available: Option<Windows>,
    pub(super) diary: Diary,
}

impl<'a> Board<'a> {
    /// Lays a conference out. In n log n.
    pub(super) fn new(conference: &'a Conference) -> Self {
        let event = &conference.event;
        let hours = event
            .hours
            .map(|hours| Windows::new(event.dates.iter().map(|date| hours.on(*date)).collect()));
        let mut board = Self {
            conference,
            sittings: Vec::with_capacity(conference.sessions.len()),
            places: Vec::new(),
            people: Vec::new(),
            hours,
            common: Diary::default(),
            room_of: HashMap::new(),
            person_of: HashMap::new(),
        };
        for room in &event.rooms {
            board.room(&room.id, Some(room));
        }
        for speaker in &conference.speakers {
            board.person(&speaker.id, Some(speaker));
        }
        let mut rooms: Vec<Vec<Entry>> = Vec::new();
        let mut people: Vec<Vec<Entry>> = Vec::new();
        let mut common = Vec::new();
        for session in &conference.sessions {
            let Some(sitting) = board.sitting(session) else {
                continue;
            };
            let entry = Entry {
                span: sitting.span,
                sitting: board.sittings.len(),
            };
            rooms.resize_with(board.places.len(), Vec::new);
            people.resize_with(board.people.len(), Vec::new);
            if let Some(place) = sitting.place {
                rooms[place].push(entry);
            }
            for person in &sitting.people {
                people[*person].push(entry);
            }
            if session.is_for_everybody() {
                common.push(entry);
            }
            board.sittings.push(sitting);
        }
        for (place, entries) in board.places.iter_mut().zip(rooms) {
            place.diary.fill(entries);
        }
        for (person, entries) in board.people.iter_mut().zip(people) {
            person.diary.fill(entries);
        }
        board.common.fill(common);
        board
    }

    fn sitting(&mut self, session: &'a Session) -> Option<Sitting<'a>> {
        let span = session.span().filter(|_| !session.cancelled)?;
        Some(Sitting {
            session,
            span: Span {
                end: span.end.max(span.start + TimeDelta::minutes(1)),
                ..span
            },
            place: session.room.as_ref().map(|room| self.room(room, None)),
            people: self.people_of(session),
        })
    }

    /// Returns everybody whom a session needs, each once.
    pub(super) fn people_of(&mut self, session: &'a Session) -> Vec<usize> {
        let mut people: Vec<usize> = session.people().map(|id| self.person(id, None)).collect();
        people.sort_unstable();
        people.dedup();
        people
    }

    /// Returns the place of a room, which need not be known to the event.
    pub(super) fn room(&mut self, id: &'a Id, room: Option<&'a Room>) -> usize {
        *self.room_of.entry(id).or_insert_with(|| {
            let open = room.map_or(&[][..], |room| &room.open);
            self.places.push(Place {
                id,
                room,
                open: (!open.is_empty()).then(|| Windows::new(open.to_vec())),
                diary: Diary::default(),
            });
            self.places.len() - 1
        })
    }

    fn person(&mut self, id: &'a Id, speaker: Option<&'a Speaker>) -> usize {
        *self.person_of.entry(id).or_insert_with(|| {
            let available = speaker.map_or(&[][..], |speaker| &speaker.available);
            self.people.push(Person {
                id,
                speaker,
                available: (!available.is_empty()).then(|| Windows::new(available.to_vec())),
                diary: Diary::default(),
            });
            self.people.len() - 1
        })
    }

    /// Returns how long the walk is between two rooms.
    pub(super) fn walk(&self, from: usize, to: usize) -> TimeDelta {
        let (from, to) = (self.places[from].id, self.places[to].id);
        let minutes = self.conference.event.agenda.minutes_between(from, to);
        TimeDelta::minutes(i64::from(minutes))
    }

    /// Returns how long the longest walk is.
    pub(super) fn longest_walk(&self) -> TimeDelta {
        let rules = &self.conference.event.agenda;
        let walks = rules.walks.iter().map(|walk| walk.minutes);
        TimeDelta::minutes(i64::from(walks.fold(rules.walk, u32::max)))
    }

    /// Returns how long a room needs between two sessions.
    pub(super) fn change_over(&self) -> TimeDelta {
        TimeDelta::minutes(i64::from(self.conference.event.agenda.change_over))
    }
}

impl Place<'_> {
    /// Returns what people call it.
    pub(super) fn name(&self) -> &str {
        self.room.map_or(self.id.as_str(), |room| &room.name)
    }
}

impl Person<'_> {
    /// Returns what a finding calls them. Findings are for the organisers, but end up in logs: somebody unnamed stays
    /// unnamed.
    pub(super) fn name(&self) -> &str {
        match self.speaker {
            Some(speaker) if speaker.is_named_in_public() => &speaker.name,
            _ => self.id.as_str(),
        }
    }

    /// Tells whether they need a room that can be reached without a step.
    pub(super) fn needs_step_free(&self) -> bool {
        self.speaker.is_some_and(|speaker| speaker.step_free)
    }
}
