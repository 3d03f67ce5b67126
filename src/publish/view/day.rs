use std::collections::HashMap;
use std::rc::Rc;

use serde::Serialize;

use super::grid::{Grid, grid};
use super::{Clock, paragraphs};
use crate::agenda;
use crate::model::{Conference, Id, Session};
use crate::publish::names::Names;

/// One day of the agenda, as a list and as a grid.
#[derive(Serialize)]
pub(super) struct Day<'a> {
    /// Part of a link: `day-2024-04-13`.
    key: String,
    heading: String,
    items: Vec<Rc<Item<'a>>>,
    /// None where every session is in one and the same room: it would say no more than the list.
    grid: Option<Grid<'a>>,
}

/// A session as the public sees it.
#[derive(Clone, Serialize)]
pub(super) struct Item<'a> {
    /// Part of a link.
    pub(super) key: String,
    pub(super) title: &'a str,
    pub(super) start: Option<Clock>,
    pub(super) end: Option<Clock>,
    pub(super) room: &'a str,
    kind: &'a str,
    track: Option<Track<'a>>,
    speakers: Vec<Name<'a>>,
    /// Whether it is called after the one who speaks.
    is_name: bool,
    chair: Option<Name<'a>>,
    summary: Vec<String>,
    /// The tag of its language; blank if it is that of the page.
    language: &'a str,
    cancelled: bool,
    pause: bool,
}

/// Somebody on a session.
#[derive(Clone, Serialize)]
struct Name<'a> {
    key: &'a str,
    name: &'a str,
}

#[derive(Clone, Copy, Serialize)]
pub(super) struct Track<'a> {
    /// The name of its style: `track-1`.
    number: usize,
    id: &'a str,
    name: &'a str,
    colour: &'a str,
}

/// What hangs at the door of a room.
#[derive(Serialize)]
pub(super) struct Door<'a> {
    id: &'a str,
    name: &'a str,
    step_free: Option<bool>,
    days: Vec<DoorDay<'a>>,
}

#[derive(Serialize)]
struct DoorDay<'a> {
    heading: String,
    items: Vec<Rc<Item<'a>>>,
}

/// Makes the lists of sessions.
pub(super) struct Lists<'a> {
    conference: &'a Conference,
    names: &'a Names<'a>,
    tracks: HashMap<&'a Id, Track<'a>>,
    days: Vec<(agenda::Day<'a>, Vec<Rc<Item<'a>>>)>,
}

impl<'a> Lists<'a> {
    pub(super) fn new(conference: &'a Conference, names: &'a Names<'a>) -> Self {
        let tracks = conference.event.tracks.iter().enumerate();
        let tracks = tracks.map(|(at, track)| {
            let view = Track {
                number: at + 1,
                id: track.id.as_str(),
                name: &track.name,
                colour: colour(&track.colour),
            };
            (&track.id, view)
        });
        let mut lists = Self {
            conference,
            names,
            tracks: tracks.collect(),
            days: Vec::new(),
        };
        let days = agenda::days(conference).into_iter().map(|day| {
            let items = day.sessions.iter().map(|(_, one)| Rc::new(lists.item(one)));
            let items = items.collect();
            (day, items)
        });
        lists.days = days.collect();
        lists
    }

    pub(super) fn tracks(&self) -> Vec<Track<'a>> {
        let tracks = self.conference.event.tracks.iter();
        tracks
            .filter_map(|track| self.tracks.get(&track.id).copied())
            .collect()
    }

    pub(super) fn item(&self, session: &'a Session) -> Item<'a> {
        let (start, end) = Clock::of(session);
        let room = session
            .room
            .as_ref()
            .and_then(|id| self.conference.event.room(id));
        let name = |id: &Id| {
            let person = self.names.person(id)?;
            Some(Name {
                key: &person.key,
                name: person.name,
            })
        };
        let speakers: Vec<Name<'_>> = session.speakers.iter().filter_map(name).collect();
        Item {
            key: self
                .names
                .item(session)
                .map(|item| item.key.clone())
                .unwrap_or_default(),
            title: &session.title,
            start,
            end,
            room: room.map_or("", |room| &room.name),
            kind: session.kind.trim(),
            track: session
                .track
                .as_ref()
                .and_then(|id| self.tracks.get(id).copied()),
            is_name: matches!(speakers.as_slice(), [one] if one.name == session.title),
            speakers,
            chair: session.chair.as_ref().and_then(name),
            summary: paragraphs(&session.summary),
            language: session.language.as_str(),
            cancelled: session.cancelled,
            pause: session.is_break(),
        }
    }

    pub(super) fn days(&self) -> Vec<Day<'a>> {
        let event = &self.conference.event;
        let days = self.days.iter().map(|(day, items)| Day {
            key: format!("day-{}", day.date),
            heading: day.date.format("%A %-d %B %Y").to_string(),
            grid: grid(event, &day.sessions, items),
            items: items.clone(),
        });
        days.collect()
    }

    /// Returns a sheet for the door of each room in which something takes place; what is called off is not on it.
    pub(super) fn doors(&self) -> Vec<Door<'a>> {
        let rooms = self.conference.event.rooms.iter().map(|room| {
            let days = self.days.iter().map(|(day, items)| {
                let here = day.sessions.iter().zip(items).filter(|((_, session), _)| {
                    session.room.as_ref() == Some(&room.id) && !session.cancelled
                });
                DoorDay {
                    heading: day.date.format("%A %-d %B %Y").to_string(),
                    items: here.map(|(_, item)| Rc::clone(item)).collect(),
                }
            });
            Door {
                id: room.id.as_str(),
                name: &room.name,
                step_free: room.step_free,
                days: days.filter(|day| !day.items.is_empty()).collect(),
            }
        });
        rooms.filter(|door| !door.days.is_empty()).collect()
    }
}

/// Returns a colour that a style can hold: six hexadecimal digits, or none.
fn colour(text: &str) -> &str {
    let digits = text.strip_prefix('#').unwrap_or_default();
    let fits = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    if fits { text } else { "" }
}
