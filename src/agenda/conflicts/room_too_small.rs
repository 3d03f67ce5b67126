use super::conflict::{Conflict, Remedy};
use crate::agenda::board::Board;
use crate::model::Rule;

/// Finds sessions for which more people are expected than their room holds.
pub(super) fn find<'a>(board: &Board<'a>) -> Vec<Conflict<'a>> {
    let mut found = Vec::new();
    for (at, sitting) in board.sittings.iter().enumerate() {
        let session = sitting.session;
        let room = sitting.place.and_then(|place| board.places[place].room);
        let (Some(room), Some(expected)) = (room, session.expected) else {
            continue;
        };
        let Some(capacity) = room.capacity.filter(|capacity| *capacity < expected) else {
            continue;
        };
        let message = format!(
            "{expected} people are expected at `{}`, and {} holds {capacity}",
            session.id, room.name
        );
        let conflict = Conflict::new(Rule::RoomTooSmall, vec![session], message)
            .about(&room.id)
            .at(session.origin.place("expected"))
            .at(room.origin.place("capacity"))
            .remedy(Remedy::Move(at));
        found.push(conflict);
    }
    found
}
