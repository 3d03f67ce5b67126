//! The formats of frab that conference apps read: `schedule.xml` and `schedule.json`, as the schemas of voc/schedule
//! want them. They know neither what is called off nor what has no time yet, so both are left out.

mod json;
mod xml;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Timelike};
use chrono_tz::Tz;

use super::Page;
use super::edition::Edition;
use super::names::{Item, Names, Person};
use crate::agenda::days;
use crate::model::{Conference, Event, Room, Session, WallTime};

/// Returns `schedule.xml`.
pub(super) fn xml(edition: &Edition<'_>, names: &Names<'_>) -> Page {
    let schedule = Schedule::new(edition, names);
    Page::new("schedule.xml", xml::document(&schedule))
}

/// Returns `schedule.json`.
pub(super) fn json(edition: &Edition<'_>, names: &Names<'_>) -> Page {
    let schedule = Schedule::new(edition, names);
    Page::new("schedule.json", json::document(&schedule))
}

/// The agenda in the shape that both formats share.
struct Schedule<'a> {
    conference: &'a Conference,
    names: &'a Names<'a>,
    version: String,
    acronym: String,
    /// The largest step in which everything begins and ends, in minutes.
    slot: u32,
    days: Vec<Day<'a>>,
}

struct Day<'a> {
    date: NaiveDate,
    start: DateTime<Tz>,
    end: DateTime<Tz>,
    /// Every room of the event, and at last none: for what is everywhere, such as lunch.
    rooms: Vec<(Option<&'a Room>, Vec<Talk<'a>>)>,
}

struct Talk<'a> {
    session: &'a Session,
    item: &'a Item,
    date: DateTime<Tz>,
    slug: String,
    track: &'a str,
    speakers: Vec<&'a Person<'a>>,
    /// With LF line ends: XML has no other.
    summary: String,
    /// The formats have no chair.
    description: String,
}

impl<'a> Schedule<'a> {
    fn new(edition: &'a Edition<'_>, names: &'a Names<'_>) -> Self {
        let conference = edition.conference();
        let event = &conference.event;
        let acronym = acronym(event);
        let mut by_date: BTreeMap<NaiveDate, Vec<&Session>> =
            event.dates.iter().map(|date| (*date, Vec::new())).collect();
        for day in days(conference) {
            let sessions = day.sessions.into_iter().map(|(_, session)| session);
            let sessions = sessions.filter(|session| !session.cancelled);
            by_date.entry(day.date).or_default().extend(sessions);
        }
        let days = by_date.into_iter().map(|(date, sessions)| {
            let (start, end) = bounds(event, date, &sessions);
            let talks = |room: Option<&Room>| {
                let here = sessions
                    .iter()
                    .filter(|one| room_of(event, one) == room.map(|r| &r.id));
                here.filter_map(|one| talk(conference, names, &acronym, one))
                    .collect::<Vec<_>>()
            };
            let rooms = event
                .rooms
                .iter()
                .map(|room| (Some(room), talks(Some(room))));
            let mut rooms: Vec<_> = rooms.collect();
            let everywhere = talks(None);
            if !everywhere.is_empty() {
                rooms.push((None, everywhere));
            }
            Day {
                date,
                start,
                end,
                rooms,
            }
        });
        Self {
            conference,
            names,
            version: edition.version(),
            days: days.collect(),
            slot: slot(conference),
            acronym,
        }
    }
}

/// Returns the room of a session, if the event has it.
fn room_of<'a>(event: &Event, session: &'a Session) -> Option<&'a crate::model::Id> {
    session.room.as_ref().filter(|id| event.room(id).is_some())
}

fn talk<'a>(
    conference: &'a Conference,
    names: &'a Names<'_>,
    acronym: &str,
    session: &'a Session,
) -> Option<Talk<'a>> {
    let item = names.item(session)?;
    let track = session
        .track
        .as_ref()
        .and_then(|id| conference.event.track(id));
    let chair = names
        .chair(session)
        .map(|person| format!("Chair: {}", person.name));
    Some(Talk {
        session,
        item,
        date: at(session.start?, conference.event.zone),
        slug: slug(acronym, &item.key),
        track: track.map_or("", |track| &track.name),
        speakers: names.speakers(session).collect(),
        summary: session.summary.trim().replace("\r\n", "\n"),
        description: chair.unwrap_or_default(),
    })
}

/// Returns the id of the event in the alphabet of acronyms: four or more of `a-z`, `0-9` and `_`.
fn acronym(event: &Event) -> String {
    format!("{:_<4}", event.id.as_str().replace('-', "_"))
}

/// Returns acronym, dash, the session's key; underscores pad what is shorter than four, and end what ends in a dash.
fn slug(acronym: &str, key: &str) -> String {
    let end = if key.ends_with('-') { "_0" } else { "" };
    format!("{acronym}-{key:_>4}{end}")
}

/// Returns the instant of a wall-clock time; of two that it may be the first, and behind the gap if there is none.
fn at(wall: WallTime, zone: Tz) -> DateTime<Tz> {
    let near = |wall: WallTime| zone.from_local_datetime(&wall).earliest();
    near(wall)
        .or_else(|| near(wall + TimeDelta::hours(1)))
        .unwrap_or_else(|| zone.from_utc_datetime(&wall))
}

/// Returns when a day begins and ends: by the event's hours, else by `day_ends`, and never inside a session.
fn bounds(event: &Event, date: NaiveDate, sessions: &[&Session]) -> (DateTime<Tz>, DateTime<Tz>) {
    let (mut start, mut end) = match event.hours {
        Some(hours) => (hours.on(date).start, hours.on(date).end),
        None => {
            let midnight = date.and_time(event.day_ends.unwrap_or(NaiveTime::MIN));
            (midnight, midnight + TimeDelta::days(1))
        }
    };
    for span in sessions.iter().filter_map(|session| session.span()) {
        start = start.min(span.start);
        end = end.max(span.end);
    }
    (at(start, event.zone), at(end, event.zone))
}

/// Returns the greatest common divisor of all starts and lengths; at most an hour.
fn slot(conference: &Conference) -> u32 {
    let sessions = conference.sessions.iter().filter(|one| one.start.is_some());
    let numbers = sessions.flat_map(|session| {
        let start = session
            .start
            .map_or(0, |start| start.num_seconds_from_midnight() / 60);
        [start, session.minutes.unwrap_or(0)]
    });
    numbers.fold(60, gcd)
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// Returns minutes as `HH:MM`, of which the hours have two digits.
fn duration(minutes: u32) -> String {
    format!("{:02}:{:02}", (minutes / 60).min(99), minutes % 60)
}

/// Returns the page of the event, if it is one of the web.
fn web_page(event: &Event) -> Option<&str> {
    let url = event.url.trim();
    let web = url.starts_with("https://") || url.starts_with("http://");
    let odd =
        |c: char| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}".contains(c) || !c.is_ascii();
    (web && !url.contains(odd)).then_some(url)
}
