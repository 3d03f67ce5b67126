use crate::error::Place;
use crate::model::{Id, Rule, Session};

/// Something that does not fit, before it is known how strictly its rule is taken.
#[derive(Clone, Debug)]
pub(super) struct Conflict<'a> {
    pub(super) rule: Rule,
    /// All sessions that it is about; a waiver must name each.
    pub(super) sessions: Vec<&'a Session>,
    /// The person or the room that it is about; none if it is about sessions alone.
    pub(super) about: Option<&'a Id>,
    pub(super) message: String,
    pub(super) places: Vec<Place>,
    pub(super) remedy: Remedy,
}

/// What can be done about it.
#[derive(Clone, Debug)]
pub(super) enum Remedy {
    /// Move this sitting to a room or time where it fits.
    Move(usize),
    /// Do as these words say.
    Say(String),
}

impl<'a> Conflict<'a> {
    pub(super) fn new(rule: Rule, sessions: Vec<&'a Session>, message: String) -> Self {
        Self {
            rule,
            sessions,
            about: None,
            message,
            places: Vec::new(),
            remedy: Remedy::Say(String::new()),
        }
    }

    /// Says whom or which room it is about.
    pub(super) fn about(mut self, id: &'a Id) -> Self {
        self.about = Some(id);
        self
    }

    /// Returns what makes it the same conflict at another time: a rule, sessions, and somebody or a room.
    pub(super) fn identity(&self) -> (Rule, Option<&'a Id>, Vec<&'a Id>, &str) {
        let mut sessions: Vec<&Id> = self.sessions.iter().map(|session| &session.id).collect();
        sessions.sort();
        // Without sessions, all that is known of it is what it says.
        let message = if sessions.is_empty() {
            self.message.as_str()
        } else {
            ""
        };
        (self.rule, self.about, sessions, message)
    }

    /// Adds a place, if it is known.
    pub(super) fn at(mut self, place: Option<Place>) -> Self {
        self.places.extend(place);
        self
    }

    pub(super) fn remedy(mut self, remedy: Remedy) -> Self {
        self.remedy = remedy;
        self
    }
}
