use super::{Event, Id, Session, Speaker, Waiver};

/// What the organisers have written: the event with its speakers and sessions.
#[derive(Clone, Debug, PartialEq)]
pub struct Conference {
    /// `event.toml`.
    pub event: Event,
    /// `speakers.toml`, in the order of the file.
    pub speakers: Vec<Speaker>,
    /// `agenda.toml`, in the order of the file.
    pub sessions: Vec<Session>,
    /// What in `agenda.toml` is meant to break a rule.
    pub waivers: Vec<Waiver>,
}

impl Conference {
    /// Returns the speaker of that id.
    pub fn speaker(&self, id: &Id) -> Option<&Speaker> {
        self.speakers.iter().find(|speaker| speaker.id == *id)
    }

    /// Returns the session of that id.
    pub fn session(&self, id: &Id) -> Option<&Session> {
        self.sessions.iter().find(|session| session.id == *id)
    }

    /// Returns the sessions in which somebody speaks, has the chair or interprets.
    pub fn sessions_of<'a>(&'a self, speaker: &'a Id) -> impl Iterator<Item = &'a Session> {
        self.sessions
            .iter()
            .filter(move |session| session.people().any(|id| id == speaker))
    }
}
