use chrono::TimeDelta;

use super::{Id, Origin, Span, WallTime};

/// An item of the agenda: one `[[session]]` of `agenda.toml`.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// Its name in files and commands.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// When it begins; none while it is unscheduled.
    pub start: Option<WallTime>,
    /// How long it takes, in minutes; none if not decided.
    pub minutes: Option<u32>,
    /// Where it is; none while not decided.
    pub room: Option<Id>,
    /// Who speaks.
    pub speakers: Vec<Id>,
    /// Who chairs.
    pub chair: Option<Id>,
    /// Who interprets.
    pub interpreters: Vec<Id>,
    /// To which track it belongs.
    pub track: Option<Id>,
    /// What it is: talk, workshop, break.
    pub kind: String,
    /// What it is about.
    pub summary: String,
    /// In which language it is, as a tag such as `en` (BCP 47); blank if nobody says.
    pub language: String,
    /// How many people are expected.
    pub expected: Option<u32>,
    /// Whether it is settled; none if not known.
    pub confirmed: Option<bool>,
    /// Whether it was called off.
    pub cancelled: bool,
    /// What the tool that it was imported from knows it by; empty if it is from here.
    pub source_id: String,
    /// Where it stands in `agenda.toml`.
    pub origin: Origin,
}

impl Session {
    /// A session of which only id and title are known.
    pub fn unscheduled(id: Id, title: &str) -> Self {
        Self {
            id,
            title: title.to_string(),
            start: None,
            minutes: None,
            room: None,
            speakers: Vec::new(),
            chair: None,
            interpreters: Vec::new(),
            track: None,
            kind: String::new(),
            summary: String::new(),
            language: String::new(),
            expected: None,
            confirmed: None,
            cancelled: false,
            source_id: String::new(),
            origin: Origin::default(),
        }
    }

    /// Returns when it is over; none while unscheduled or without a length.
    pub fn end(&self) -> Option<WallTime> {
        Some(self.start? + TimeDelta::minutes(i64::from(self.minutes?)))
    }

    /// Returns the time it takes up; none while unscheduled. Without a length it is a moment.
    pub fn span(&self) -> Option<Span> {
        let start = self.start?;
        Some(Span {
            start,
            end: start + TimeDelta::minutes(i64::from(self.minutes.unwrap_or(0))),
        })
    }

    /// Returns everybody who has to be there: speakers, then the chair, then interpreters.
    pub fn people(&self) -> impl Iterator<Item = &Id> {
        self.speakers
            .iter()
            .chain(&self.chair)
            .chain(&self.interpreters)
    }

    /// Tells whether nothing else shall go on meanwhile: a pause outside the rooms, or a plenary.
    pub fn is_for_everybody(&self) -> bool {
        (self.is_break() && self.room.is_none()) || self.kind == "plenary"
    }

    /// Tells whether it is a pause rather than something to attend: lunch, registration.
    pub fn is_break(&self) -> bool {
        self.kind == "break"
    }
}
