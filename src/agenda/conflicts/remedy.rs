use super::conflict::Remedy;
use crate::agenda::board::Board;
use crate::agenda::placing::{Step, Wish};
use crate::agenda::words::hour;
use crate::error::Finding;
use crate::model::{WallTime, order_by_key};

/// So many findings get a room or a time looked up for them. Who has more will not read on, and the search is the
/// dearest part.
const LOOKED_UP: usize = 50;
/// So many other rooms are looked at for another time.
const OTHERS: usize = 8;

/// Looks up what can be done, for the first findings that ask.
pub(super) struct Remedies<'b, 'a> {
    board: &'b Board<'a>,
    left: usize,
}

impl<'b, 'a> Remedies<'b, 'a> {
    pub(super) fn new(board: &'b Board<'a>) -> Self {
        Self {
            board,
            left: LOOKED_UP,
        }
    }

    /// Gives a finding its hint.
    pub(super) fn give(&mut self, finding: Finding, remedy: Remedy) -> Finding {
        match remedy {
            Remedy::Say(text) if text.is_empty() => finding,
            Remedy::Say(text) => finding.hint(text),
            Remedy::Move(sitting) => {
                let found = self.left.checked_sub(1).and_then(|left| {
                    self.left = left;
                    another_room(self.board, sitting).or_else(|| another_time(self.board, sitting))
                });
                let session = self.board.sittings[sitting].session;
                let minutes = session.minutes.unwrap_or(30);
                finding.hint(found.unwrap_or_else(|| {
                    format!("`plenary agenda free --minutes {minutes}` lists what is free")
                }))
            }
        }
    }
}

/// Returns how to move a sitting into the smallest room in which it fits at its time.
fn another_room(board: &Board<'_>, at: usize) -> Option<String> {
    let sitting = &board.sittings[at];
    let here = sitting.place?;
    let wish = Wish::of_sitting(board, at);
    let mut rooms: Vec<usize> = (0..board.places.len())
        .filter(|place| *place != here && board.places[*place].room.is_some())
        .filter(|place| wish.obstacle(board, sitting.span, Some(*place)).is_none())
        .collect();
    order_by_key(&mut rooms, |place| {
        let capacity = board.places[*place].room.and_then(|room| room.capacity);
        (capacity.is_none(), capacity)
    });
    let there = &board.places[*rooms.first()?];
    Some(format!(
        "{} is free then: `plenary session move {} --room {}`",
        there.name(),
        sitting.session.id,
        there.id
    ))
}

/// Returns how to move a sitting to the nearest time of its day at which it fits, into its own room or another.
fn another_time(board: &Board<'_>, at: usize) -> Option<String> {
    let sitting = &board.sittings[at];
    let wish = Wish::of_sitting(board, at);
    let others = (0..board.places.len()).filter(|place| {
        sitting.place.is_some_and(|here| here != *place) && board.places[*place].room.is_some()
    });
    let rooms = std::iter::once(sitting.place).chain(others.take(OTHERS).map(Some));
    let (place, start) = rooms
        .filter_map(|place| Some((place, nearest(board, &wish, sitting.span.start, place)?)))
        .next()?;
    let mut command = format!("plenary session move {}", sitting.session.id);
    let written = board.conference.event.clock().written(start);
    if written.contains(' ') {
        command += &format!(" --to \"{written}\"");
    } else {
        command += &format!(" --to {written}");
    }
    let Some(place) = place else {
        return Some(format!("{} would do: `{command}`", hour(start)));
    };
    let there = &board.places[place];
    if Some(place) != sitting.place {
        command += &format!(" --room {}", there.id);
    }
    Some(format!(
        "{} is free at {}: `{command}`",
        there.name(),
        hour(start)
    ))
}

fn nearest(
    board: &Board<'_>,
    wish: &Wish<'_>,
    now: WallTime,
    place: Option<usize>,
) -> Option<WallTime> {
    let clock = board.conference.event.clock();
    let day = clock.day(clock.day_of(now));
    let mut starts = wish.starts(board, place, Step::Quarters, Some(day));
    order_by_key(&mut starts, |start| ((*start - now).abs(), *start));
    let fits = |start: &WallTime| wish.obstacle(board, wish.span_at(*start), place).is_none();
    starts.into_iter().find(fits)
}
