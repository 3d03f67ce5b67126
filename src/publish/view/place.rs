use serde::Serialize;

use super::paragraphs;
use crate::model::{Backer, Event, WallTime};

/// Where the event is.
#[derive(Serialize)]
pub(super) struct Venue {
    name: String,
    address: String,
    directions: Vec<String>,
    access: Vec<String>,
    rooms: Vec<Room>,
}

/// What people who cannot climb stairs have to know of a room.
#[derive(Serialize)]
struct Room {
    name: String,
    capacity: Option<u32>,
    step_free: Option<bool>,
}

impl Venue {
    pub(super) fn new(event: &Event) -> Self {
        let rooms = event.rooms.iter().map(|room| Room {
            name: room.name.clone(),
            capacity: room.capacity,
            step_free: room.step_free,
        });
        Self {
            name: event.venue.name.trim().to_string(),
            address: event.venue.address.trim().to_string(),
            directions: paragraphs(&event.venue.directions),
            access: paragraphs(&event.venue.access),
            rooms: rooms.collect(),
        }
    }
}

/// How to take part.
#[derive(Serialize)]
pub(super) struct SignUp<'a> {
    /// Only a page of the web.
    url: &'a str,
    opens: String,
    closes: String,
    capacity: Option<u32>,
    tickets: Vec<&'a str>,
}

impl<'a> SignUp<'a> {
    pub(super) fn new(event: &'a Event) -> Self {
        let words = |time: Option<WallTime>| {
            let time = time.map(|time| time.format("%A %-d %B %Y, %H:%M").to_string());
            time.unwrap_or_default()
        };
        Self {
            url: super::link(&event.sign_up.url),
            opens: words(event.sign_up.opens),
            closes: words(event.sign_up.closes),
            capacity: event.sign_up.capacity,
            tickets: event
                .tickets
                .iter()
                .map(|ticket| ticket.name.as_str())
                .collect(),
        }
    }
}

/// Returns the name of a backer, with the place unless the name says it.
pub(super) fn backer(backer: &Backer) -> String {
    let (name, place) = (backer.name.trim(), backer.place.trim());
    if place.is_empty() || name.contains(place) {
        name.to_string()
    } else {
        format!("{name}, {place}")
    }
}
