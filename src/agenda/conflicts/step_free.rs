use super::conflict::{Conflict, Remedy};
use crate::agenda::board::Board;
use crate::model::Rule;

/// Finds people who need a room without steps and are in one that has some. A room that says nothing is not accused.
pub(super) fn find<'a>(board: &Board<'a>) -> Vec<Conflict<'a>> {
    let mut found = Vec::new();
    for person in board
        .people
        .iter()
        .filter(|person| person.needs_step_free())
    {
        for entry in person.diary.entries() {
            let sitting = &board.sittings[entry.sitting];
            let room = sitting.place.and_then(|place| board.places[place].room);
            let Some(room) = room.filter(|room| room.step_free == Some(false)) else {
                continue;
            };
            let session = sitting.session;
            let message = format!(
                "{} needs a room without steps, and {} has some: `{}`",
                person.name(),
                room.name,
                session.id
            );
            let conflict = Conflict::new(Rule::StepFree, vec![session], message)
                .about(person.id)
                .at(session.origin.place("room"))
                .at(room.origin.place("step_free"))
                .remedy(Remedy::Move(entry.sitting));
            found.push(conflict);
        }
    }
    found
}
