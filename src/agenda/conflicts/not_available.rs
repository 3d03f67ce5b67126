use super::conflict::{Conflict, Remedy};
use crate::agenda::board::Board;
use crate::agenda::words::stretch;
use crate::model::Rule;

/// Finds sessions that need somebody when they cannot come. A session has to fit into one window; windows that touch
/// are one.
pub(super) fn find<'a>(board: &Board<'a>) -> Vec<Conflict<'a>> {
    let mut found = Vec::new();
    for person in &board.people {
        let Some(available) = &person.available else {
            continue;
        };
        for entry in person.diary.entries() {
            if available.hold(entry.span) {
                continue;
            }
            let session = board.sittings[entry.sitting].session;
            let message = format!(
                "{} cannot come on {}, the time of `{}`",
                person.name(),
                stretch(entry.span),
                session.id
            );
            let theirs = person.speaker;
            let conflict = Conflict::new(Rule::NotAvailable, vec![session], message)
                .about(person.id)
                .at(session.origin.place("start"))
                .at(theirs.and_then(|speaker| speaker.origin.place("available")))
                .remedy(Remedy::Move(entry.sitting));
            found.push(conflict);
        }
    }
    found
}
