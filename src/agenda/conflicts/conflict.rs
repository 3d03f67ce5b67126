use crate::error::Place;
use crate::model::{Rule, Session};

/// Something that does not fit, before it is known how strictly its rule is taken.
#[derive(Clone, Debug)]
pub(super) struct Conflict<'a> {
    pub(super) rule: Rule,
    /// All sessions that it is about; a waiver must name each.
    pub(super) sessions: Vec<&'a Session>,
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
            message,
            places: Vec::new(),
            remedy: Remedy::Say(String::new()),
        }
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
