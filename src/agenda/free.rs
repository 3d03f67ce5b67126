use chrono::TimeDelta;

use super::board::Board;
use super::windows::Windows;
use crate::model::{Conference, Id, Span};

/// A stretch of time in which nothing is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeSlot {
    /// In which room; none if only a person was asked about.
    pub room: Option<Id>,
    /// From when to when.
    pub span: Span,
}

/// Whose time is asked about.
#[derive(Clone, Copy, Debug, Default)]
pub struct Whose<'a> {
    /// Only this room; all rooms if neither room nor person is given.
    pub room: Option<&'a Id>,
    /// Only when this person is free.
    pub speaker: Option<&'a Id>,
}

/// Returns the free times of at least so many minutes, room by room. Rooms keep their time to change over; what is
/// for everybody, such as lunch, leaves no time free.
///
/// Returns none at all where neither the event nor the room says when it is open.
pub fn free_slots(conference: &Conference, whose: Whose<'_>, minutes: u32) -> Vec<FreeSlot> {
    let board = Board::new(conference);
    let length = TimeDelta::minutes(i64::from(minutes.max(1)));
    let common = board.common.entries().iter().map(|entry| entry.span);
    let common = Windows::new(common.collect());
    let free_of = |windows: &Windows| windows.without(common.spans().iter().copied());
    let long = |windows: &Windows, room: Option<&Id>| -> Vec<FreeSlot> {
        let spans = windows.spans().iter();
        let spans = spans.filter(|span| span.end - span.start >= length);
        let slot = |span: &Span| FreeSlot {
            room: room.cloned(),
            span: *span,
        };
        spans.map(slot).collect()
    };
    let person = whose.speaker.map(|id| person_time(&board, id));
    if let (Some(person), None) = (&person, whose.room) {
        return long(&free_of(person), None);
    }
    let asked = |place: &usize| {
        let place = &board.places[*place];
        place.room.is_some() && whose.room.is_none_or(|room| room == place.id)
    };
    let rooms = (0..board.places.len()).filter(asked);
    rooms
        .flat_map(|place| {
            let mut free = free_of(&room_time(&board, place));
            if let Some(person) = &person {
                free = free.within(person);
            }
            long(&free, Some(board.places[place].id))
        })
        .collect()
}

fn room_time(board: &Board<'_>, place: usize) -> Windows {
    let entries = board.places[place].diary.entries().iter();
    let taken = entries.map(|entry| {
        let is_break = board.sittings[entry.sitting].session.is_break();
        let margin = if is_break {
            TimeDelta::zero()
        } else {
            board.change_over()
        };
        Span {
            start: entry.span.start - margin,
            end: entry.span.end + margin,
        }
    });
    board.open_times(Some(place)).without(taken)
}

fn person_time(board: &Board<'_>, id: &Id) -> Windows {
    let mut open = board.open_times(None);
    if open.spans().is_empty() {
        let rooms = (0..board.places.len()).map(|place| board.open_times(Some(place)));
        open = Windows::new(rooms.flat_map(|windows| windows.spans().to_vec()).collect());
    }
    let Some(person) = board.people.iter().find(|person| person.id == id) else {
        return open;
    };
    if let Some(available) = &person.available {
        open = match open.spans() {
            [] => available.clone(),
            _ => open.within(available),
        };
    }
    open.without(person.diary.entries().iter().map(|entry| entry.span))
}
