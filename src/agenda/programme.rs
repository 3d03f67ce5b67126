use std::collections::HashMap;

use crate::model::{Conference, Id, Release, Room, Session, Speaker};

/// An agenda to be compared: a release, or `agenda.toml` as it stands.
#[derive(Clone, Debug)]
pub struct Programme<'a> {
    /// The sessions, in the order of the file.
    pub(super) sessions: Vec<&'a Session>,
    by_id: HashMap<&'a Id, &'a Session>,
    rooms: HashMap<&'a Id, &'a Room>,
    speakers: HashMap<&'a Id, &'a Speaker>,
}

impl<'a> Programme<'a> {
    fn new(
        sessions: impl Iterator<Item = &'a Session>,
        rooms: &'a [Room],
        speakers: &'a [Speaker],
    ) -> Self {
        let sessions: Vec<&Session> = sessions.collect();
        Self {
            by_id: sessions.iter().map(|one| (&one.id, *one)).collect(),
            sessions,
            rooms: rooms.iter().map(|one| (&one.id, one)).collect(),
            speakers: speakers.iter().map(|one| (&one.id, one)).collect(),
        }
    }

    /// Returns the session of that id.
    pub(super) fn session(&self, id: &Id) -> Option<&'a Session> {
        self.by_id.get(id).copied()
    }

    /// Returns what people call the room of a session; blank if it has none.
    pub(super) fn room(&self, session: &'a Session) -> &'a str {
        let Some(id) = &session.room else { return "" };
        self.rooms.get(id).map_or(id.as_str(), |room| &room.name)
    }

    /// Returns what the public may call somebody.
    pub(super) fn person(&self, id: &Id) -> Option<&'a str> {
        self.speakers.get(id).map(|speaker| speaker.public_name())
    }
}

impl<'a> From<&'a Conference> for Programme<'a> {
    fn from(conference: &'a Conference) -> Self {
        Self::new(
            conference.sessions.iter(),
            &conference.event.rooms,
            &conference.speakers,
        )
    }
}

impl<'a> From<&'a Release> for Programme<'a> {
    fn from(release: &'a Release) -> Self {
        let sessions = release.sessions.iter().map(|frozen| &frozen.session);
        Self::new(sessions, &release.rooms, &release.speakers)
    }
}
