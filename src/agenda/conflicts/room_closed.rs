use super::conflict::{Conflict, Remedy};
use crate::agenda::board::Board;
use crate::agenda::words::stretch;
use crate::model::Rule;

/// Finds sessions in a room that is not open all the time.
pub(super) fn find<'a>(board: &Board<'a>) -> Vec<Conflict<'a>> {
    let mut found = Vec::new();
    for place in &board.places {
        let Some(open) = &place.open else { continue };
        for entry in place.diary.entries() {
            if open.hold(entry.span) {
                continue;
            }
            let session = board.sittings[entry.sitting].session;
            let message = format!(
                "{} is not open on {}, the time of `{}`",
                place.name(),
                stretch(entry.span),
                session.id
            );
            let conflict = Conflict::new(Rule::RoomClosed, vec![session], message)
                .about(place.id)
                .at(session.origin.place("start"))
                .at(place.room.and_then(|room| room.origin.place("open")))
                .remedy(Remedy::Move(entry.sitting));
            found.push(conflict);
        }
    }
    found
}
