use std::collections::BTreeSet;

use super::draft::fitting_rooms;
use crate::agenda::board::Board;
use crate::agenda::placing::{Obstacle, Step, Wish};
use crate::model::Span;

/// Returns why there is no place for a wish, given how many there would be without the other suggestions.
pub(super) fn why_not(board: &Board<'_>, wish: &Wish<'_>, options: usize) -> String {
    if options > 0 {
        return "every time and room that would do went to another session: lengthen the hours, or make something \
                shorter"
            .to_string();
    }
    let rooms = fitting_rooms(board, wish.session);
    let unfit: Vec<Option<Obstacle>> = rooms.iter().map(|room| wish.unfit(board, *room)).collect();
    if unfit
        .iter()
        .all(|obstacle| *obstacle == Some(Obstacle::TooSmall))
    {
        return too_small(board, wish, &rooms);
    }
    if unfit.iter().all(Option::is_some) {
        return "somebody in it needs a room without steps, and none is large enough".to_string();
    }
    if let Some(who) = always_away(board, wish, &rooms) {
        let (name, minutes) = (board.people[who].name(), wish.minutes);
        return format!("{name} cannot come for {minutes} minutes while the rooms are open");
    }
    let mut met = BTreeSet::new();
    for room in rooms {
        let starts = wish
            .starts(board, Some(room), Step::Fives, None)
            .into_iter();
        met.extend(starts.filter_map(|at| wish.obstacle(board, wish.span_at(at), Some(room))));
    }
    met.retain(|obstacle| !matches!(obstacle, Obstacle::TooSmall | Obstacle::Steps));
    in_words(board, wish, &met)
}

/// Returns somebody who cannot come at any time.
fn always_away(board: &Board<'_>, wish: &Wish<'_>, rooms: &[usize]) -> Option<usize> {
    let starts = rooms
        .iter()
        .flat_map(|room| wish.starts(board, Some(*room), Step::Fives, None));
    let spans: Vec<Span> = starts.map(|start| wish.span_at(start)).collect();
    let comes = |who: &usize| {
        let available = board.people[*who].available.as_ref();
        available.is_none_or(|windows| spans.iter().any(|span| windows.hold(*span)))
    };
    let mut people = wish.people.iter().copied();
    people.find(|who| !spans.is_empty() && !comes(who))
}

fn too_small(board: &Board<'_>, wish: &Wish<'_>, rooms: &[usize]) -> String {
    let rooms = rooms.iter().filter_map(|room| board.places[*room].room);
    let largest = rooms.max_by_key(|room| room.capacity);
    let holds = largest.map(|room| (&room.name, room.capacity.unwrap_or(0)));
    match holds {
        Some((name, capacity)) => format!(
            "no room holds the {} people who are expected; the largest, {name}, holds {capacity}",
            wish.session.expected.unwrap_or(0)
        ),
        None => "its room is not in event.toml".to_string(),
    }
}

/// Names what stood in the way: the people first, since rooms are easier to move.
fn in_words(board: &Board<'_>, wish: &Wish<'_>, met: &BTreeSet<Obstacle>) -> String {
    let name = |who: usize| board.people[who].name().to_string();
    let mut away = Vec::new();
    let mut busy = Vec::new();
    let (mut taken, mut common) = (false, false);
    for obstacle in met {
        match obstacle {
            Obstacle::Away(who) => away.push(name(*who)),
            Obstacle::Busy(who) => busy.push(name(*who)),
            Obstacle::Taken(_) => taken = true,
            Obstacle::Everybody(_) => common = true,
            _ => {}
        }
    }
    let mut reasons = Vec::new();
    if !away.is_empty() {
        reasons.push(format!("{} cannot come", away.join(" or ")));
    }
    if !busy.is_empty() {
        reasons.push(format!(
            "{} is in another session or on the way",
            busy.join(" or ")
        ));
    }
    if taken {
        reasons.push("the rooms that would do are taken".to_string());
    }
    if common {
        reasons.push("something is on for everybody".to_string());
    }
    if reasons.is_empty() && met.is_empty() {
        return format!(
            "no room that would do is open for {} minutes at a stretch",
            wish.minutes
        );
    }
    if reasons.is_empty() || wish.session.is_for_everybody() {
        return "something else is on at every time".to_string();
    }
    let track = wish.session.track.as_ref();
    if let Some(track) = track {
        reasons.push(format!("track `{track}` has another session"));
    }
    format!("at every time {}", either(&reasons))
}

fn either(reasons: &[String]) -> String {
    match reasons {
        [one] => one.clone(),
        many => format!("either {}", many.join(", or ")),
    }
}
