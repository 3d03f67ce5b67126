use chrono::TimeDelta;

use super::conflict::{Conflict, Remedy};
use crate::agenda::board::Board;
use crate::agenda::diary::Entry;
use crate::agenda::words::stretch;
use crate::model::{Rule, Span};

/// Finds two sessions in one room at the same time. Back to back is no overlap.
pub(super) fn find<'a>(board: &Board<'a>) -> Vec<Conflict<'a>> {
    let mut found = Vec::new();
    for place in &board.places {
        for (earlier, later) in place.diary.pairs(TimeDelta::zero()) {
            let what = format!("{} is taken twice", place.name());
            let both = (earlier, later);
            found.push(clash(board, Rule::RoomOverlap, &what, both, "room").about(place.id));
        }
    }
    found
}

/// Returns the conflict of two sittings that overlap, the later one to be moved.
pub(super) fn clash<'a>(
    board: &Board<'a>,
    rule: Rule,
    what: &str,
    (earlier, later): (Entry, Entry),
    field: &str,
) -> Conflict<'a> {
    let both = [&earlier, &later].map(|entry| board.sittings[entry.sitting].session);
    let shared = Span {
        start: later.span.start,
        end: earlier.span.end.min(later.span.end),
    };
    let message = format!(
        "{what} on {}: `{}` and `{}`",
        stretch(shared),
        both[0].id,
        both[1].id
    );
    Conflict::new(rule, both.to_vec(), message)
        .at(both[1].origin.place(field))
        .at(both[0].origin.place(field))
        .remedy(Remedy::Move(later.sitting))
}
