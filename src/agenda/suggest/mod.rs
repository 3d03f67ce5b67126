//! Times and rooms for the sessions that have none, so that no rule about time and place is broken: first those with
//! the fewest choices, and where one finds no place, by moving another suggestion out of its way.

mod draft;
mod reason;
mod search;
#[cfg(test)]
mod tests;

use chrono::TimeDelta;

use super::board::Board;
use super::placing::{Step, Wish};
use crate::error::{Error, Result};
use crate::model::{Conference, Id, Session, WallTime};
use draft::Draft;

/// What could be placed, and what could not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Suggestion {
    /// Sessions with a time and room that break no rule, by time.
    pub placed: Vec<Placed>,
    /// Sessions for which nothing was found, in the order of the file.
    pub unplaced: Vec<Unplaced>,
}

/// A session with the time and room it could have.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Which session.
    pub session: Id,
    /// When it could begin.
    pub start: WallTime,
    /// How long it takes.
    pub minutes: u32,
    /// Where it could be.
    pub room: Id,
}

/// A session for which there is no place.
#[derive(Clone, Debug, PartialEq)]
pub struct Unplaced {
    /// Which session.
    pub session: Id,
    /// Why: a sentence in lower case without a full stop.
    pub reason: String,
}

/// Returns a place for each session without a start, as far as there are any: in an open room that is free, large
/// enough and without steps where somebody needs that, when everybody can come and get there in time, never two of
/// a track at once, never during what is for everybody. Sessions that have a start stay where they are.
///
/// `minutes` is how long a session takes that does not say. The same conference gives the same answer.
///
/// # Errors
/// When nobody knows when the event is open, or it has no rooms.
pub fn suggest(conference: &Conference, minutes: Option<u32>) -> Result<Suggestion> {
    let event = &conference.event;
    if event.rooms.is_empty() {
        return Err(Error::new("the event has no rooms to place sessions in")
            .hint("add each as a [[room]] with id, name and capacity to event.toml"));
    }
    let mut board = Board::new(conference);
    if (0..board.places.len()).all(|place| board.open_times(Some(place)).spans().is_empty()) {
        return Err(Error::new("nobody knows when the event is open")
            .hint("say so in event.toml: under [event], hours = \"09:30-17:00\""));
    }
    let mut suggestion = Suggestion::default();
    let mut wishes = Vec::new();
    let open = conference.sessions.iter();
    for session in open.filter(|session| session.start.is_none() && !session.cancelled) {
        match length(session, minutes) {
            Ok(minutes) => wishes.push(Wish::new(&mut board, session, minutes)),
            Err(reason) => suggestion.unplaced.push(Unplaced {
                session: session.id.clone(),
                reason,
            }),
        }
    }
    let mut draft = Draft::new(&board, wishes, Step::Quarters);
    if search::fill(&mut draft) > 0 {
        let mut finer = Draft::new(&board, draft.wishes.clone(), Step::Fives);
        if search::fill(&mut finer) < draft.places.iter().filter(|place| place.is_none()).count() {
            draft = finer;
        }
    }
    for (at, wish) in draft.wishes.iter().enumerate() {
        let session = wish.session.id.clone();
        match draft.places[at] {
            Some(option) => suggestion.placed.push(Placed {
                session,
                start: option.start,
                minutes: wish.minutes,
                room: draft.board.places[option.place].id.clone(),
            }),
            None => suggestion.unplaced.push(Unplaced {
                session,
                reason: reason::why_not(&board, wish, draft.options[at].len()),
            }),
        }
    }
    let room = |id: &Id| event.rooms.iter().position(|room| room.id == *id);
    let order = |one: &Placed| (one.start, room(&one.room));
    suggestion.placed.sort_by_key(order);
    Ok(suggestion)
}

fn length(session: &Session, otherwise: Option<u32>) -> std::result::Result<u32, String> {
    if session.is_break() && session.room.is_none() {
        return Err("a break is for everybody: give it a time yourself".to_string());
    }
    session
        .minutes
        .filter(|minutes| *minutes > 0)
        .or(otherwise)
        .ok_or_else(|| {
            "nobody knows how long it takes: give it `minutes`, or pass --minutes".to_string()
        })
}

/// Returns the conference as it would be with a suggestion taken.
pub fn with_suggestion(conference: &Conference, suggestion: &Suggestion) -> Conference {
    let mut with = conference.clone();
    for placed in &suggestion.placed {
        let session = with
            .sessions
            .iter_mut()
            .find(|session| session.id == placed.session);
        if let Some(session) = session {
            session.start = Some(placed.start);
            session.minutes = Some(placed.minutes);
            session.room = Some(placed.room.clone());
        }
    }
    with
}

impl Placed {
    /// Returns when it would be over.
    pub fn end(&self) -> WallTime {
        self.start + TimeDelta::minutes(i64::from(self.minutes))
    }
}
