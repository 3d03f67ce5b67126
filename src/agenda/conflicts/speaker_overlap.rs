use chrono::TimeDelta;

use super::conflict::Conflict;
use super::room_overlap::clash;
use crate::agenda::board::Board;
use crate::model::{Id, Rule, Session};

/// Finds people who speak, chair or interpret in two sessions at the same time.
pub(super) fn find<'a>(board: &Board<'a>) -> Vec<Conflict<'a>> {
    let mut found = Vec::new();
    for person in &board.people {
        for (earlier, later) in person.diary.pairs(TimeDelta::zero()) {
            let what = format!("{} is in two places", person.name());
            let mut conflict = clash(board, Rule::SpeakerOverlap, &what, (earlier, later), "id");
            let both = [later, earlier].map(|entry| board.sittings[entry.sitting].session);
            conflict.places = both
                .iter()
                .filter_map(|session| session.origin.place(role(session, person.id)))
                .collect();
            found.push(conflict.about(person.id));
        }
    }
    found
}

/// Returns the field by which a session needs somebody.
pub(super) fn role(session: &Session, person: &Id) -> &'static str {
    if session.speakers.contains(person) {
        "speakers"
    } else if session.chair.as_ref() == Some(person) {
        "chair"
    } else {
        "interpreters"
    }
}
