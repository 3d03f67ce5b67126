use chrono::TimeDelta;

use super::conflict::{Conflict, Remedy};
use super::speaker_overlap::role;
use crate::agenda::board::Board;
use crate::agenda::words::{day, hour, minutes};
use crate::model::Rule;

/// Finds people who have less time between two rooms than the walk takes.
pub(super) fn find<'a>(board: &Board<'a>) -> Vec<Conflict<'a>> {
    let mut found = Vec::new();
    let longest = board.longest_walk();
    if longest.is_zero() {
        return found;
    }
    for person in &board.people {
        for (earlier, later) in person.diary.pairs(longest) {
            let both = [earlier, later].map(|entry| &board.sittings[entry.sitting]);
            let [Some(from), Some(to)] = both.map(|sitting| sitting.place) else {
                continue;
            };
            let (pause, walk) = (later.span.start - earlier.span.end, board.walk(from, to));
            if pause < TimeDelta::zero() || pause >= walk {
                continue;
            }
            let sessions = both.map(|sitting| sitting.session);
            let message = format!(
                "{} has {} from {} to {} on {} at {}, and the walk takes {}: `{}` and `{}`",
                person.name(),
                minutes(pause.num_minutes()),
                board.places[from].name(),
                board.places[to].name(),
                day(later.span.start),
                hour(later.span.start),
                walk.num_minutes(),
                sessions[0].id,
                sessions[1].id,
            );
            let place = |at: usize| sessions[at].origin.place(role(sessions[at], person.id));
            let conflict = Conflict::new(Rule::Walk, sessions.to_vec(), message)
                .about(person.id)
                .at(place(1))
                .at(place(0))
                .remedy(Remedy::Move(later.sitting));
            found.push(conflict);
        }
    }
    found
}
