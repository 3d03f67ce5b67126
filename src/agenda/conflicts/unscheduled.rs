use super::conflict::{Conflict, Remedy};
use crate::agenda::board::Board;
use crate::agenda::words::some_of;
use crate::model::{Rule, Session};

/// Finds the sessions that nobody has given a time. While none has one, the timetable has not been begun, and nothing
/// in it was forgotten.
pub(super) fn find<'a>(board: &Board<'a>) -> Vec<Conflict<'a>> {
    let all = &board.conference.sessions;
    if all.iter().all(|session| session.start.is_none()) {
        return Vec::new();
    }
    all.iter()
        .filter(|session| session.start.is_none() && !session.cancelled)
        .map(|session| {
            let message = format!("`{}` has no time yet", session.id);
            Conflict::new(Rule::Unscheduled, vec![session], message).at(session.origin.place("id"))
        })
        .collect()
}

/// Returns one conflict for all that are left after the waivers: twenty remarks would say no more.
pub(super) fn joined(mut found: Vec<Conflict<'_>>) -> Option<Conflict<'_>> {
    const PLACES: usize = 3;
    let sessions: Vec<&Session> = found.iter().flat_map(|one| one.sessions.clone()).collect();
    let hint = "`plenary agenda suggest` finds times and rooms for what has none";
    let message = match found.as_mut_slice() {
        [] => return None,
        [one] => std::mem::take(&mut one.message),
        many => format!(
            "{} sessions have no time yet: {}",
            many.len(),
            some_of(&sessions)
        ),
    };
    let places = found.into_iter().take(PLACES).flat_map(|one| one.places);
    let places = places.collect();
    Some(Conflict {
        places,
        ..Conflict::new(Rule::Unscheduled, sessions, message)
    })
    .map(|conflict| conflict.remedy(Remedy::Say(hint.to_string())))
}
