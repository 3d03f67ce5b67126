use super::conflict::{Conflict, Remedy};
use crate::agenda::board::Board;
use crate::model::Rule;

/// Finds sessions that have a start and no length: whatever else is wrong with their time stays hidden.
pub(super) fn find<'a>(board: &Board<'a>) -> Vec<Conflict<'a>> {
    let sessions = board.sittings.iter().map(|sitting| sitting.session);
    sessions
        .filter(|session| session.minutes.unwrap_or(0) == 0)
        .map(|session| {
            let id = &session.id;
            let message =
                format!("`{id}` has a start but no length, so nobody knows what it overlaps");
            let hint = format!("say how long it takes: `plenary session edit {id} --minutes 45`");
            Conflict::new(Rule::NoLength, vec![session], message)
                .at(session.origin.place("start"))
                .remedy(Remedy::Say(hint))
        })
        .collect()
}
