use super::conflict::{Conflict, Remedy};
use crate::agenda::board::Board;
use crate::agenda::words::{day, hour, minutes};
use crate::model::Rule;

/// Finds sessions that follow each other in a room without the time to change over. A break is that time.
pub(super) fn find<'a>(board: &Board<'a>) -> Vec<Conflict<'a>> {
    let needed = board.change_over();
    let mut found = Vec::new();
    if needed.is_zero() {
        return found;
    }
    for place in &board.places {
        for (earlier, later) in place.diary.pairs(needed) {
            let both = [earlier, later].map(|entry| board.sittings[entry.sitting].session);
            let pause = later.span.start - earlier.span.end;
            if pause < chrono::TimeDelta::zero() || both.iter().any(|session| session.is_break()) {
                continue;
            }
            let message = format!(
                "{} has {} between `{}` and `{}` on {} at {}, and changing over takes {}",
                place.name(),
                minutes(pause.num_minutes()),
                both[0].id,
                both[1].id,
                day(later.span.start),
                hour(later.span.start),
                needed.num_minutes(),
            );
            let conflict = Conflict::new(Rule::ChangeOver, both.to_vec(), message)
                .about(place.id)
                .at(both[1].origin.place("start"))
                .at(both[0].origin.place("start"))
                .remedy(Remedy::Move(later.sitting));
            found.push(conflict);
        }
    }
    found
}
