//! What page templates can say: the one list of variables.

mod day;
mod grid;
mod people;
mod place;

use serde::Serialize;

use super::edition::Edition;
use super::names::Names;
use crate::model::{EmailAddress, Session, WallTime};

/// Everything a page template can use.
#[derive(Serialize)]
pub(super) struct Site<'a> {
    event: EventWords<'a>,
    venue: place::Venue,
    sign_up: place::SignUp<'a>,
    release: ReleaseWords<'a>,
    days: Vec<day::Day<'a>>,
    unscheduled: Vec<day::Item<'a>>,
    speakers: Vec<people::Speaker<'a>>,
    backers: Vec<String>,
    tracks: Vec<day::Track<'a>>,
    rooms: Vec<day::Door<'a>>,
}

#[derive(Serialize)]
struct EventWords<'a> {
    name: &'a str,
    summary: Vec<String>,
    dates: String,
    hours: String,
    organiser: &'a str,
    /// Only a page of the web.
    url: &'a str,
    contact: &'a str,
    zone: &'static str,
}

#[derive(Serialize)]
struct ReleaseWords<'a> {
    /// None for a draft.
    number: Option<u32>,
    date: String,
    message: &'a str,
}

impl<'a> Site<'a> {
    pub(super) fn new(edition: &'a Edition<'_>, names: &'a Names<'a>) -> Self {
        let conference = edition.conference();
        let event = &conference.event;
        let lists = day::Lists::new(conference, names);
        let unscheduled = conference.sessions.iter().filter(|one| one.start.is_none());
        Self {
            event: EventWords {
                name: &event.name,
                summary: paragraphs(&event.summary),
                dates: event.dates_in_words(),
                hours: hours(event),
                organiser: event.organiser.trim(),
                url: link(&event.url),
                contact: event.contact.as_ref().map_or("", EmailAddress::as_str),
                zone: event.zone.name(),
            },
            venue: place::Venue::new(event),
            sign_up: place::SignUp::new(event),
            release: ReleaseWords {
                number: edition.number(),
                date: day_words(edition.time().with_timezone(&event.zone).naive_local()),
                message: edition.message(),
            },
            days: lists.days(),
            unscheduled: unscheduled.map(|session| lists.item(session)).collect(),
            speakers: people::speakers(edition, names),
            backers: event.backers.iter().map(place::backer).collect(),
            tracks: lists.tracks(),
            rooms: lists.doors(),
        }
    }
}

/// Returns the hours as they are read aloud: `09:30 to 17:00`.
fn hours(event: &crate::model::Event) -> String {
    let Some(hours) = event.hours else {
        return String::new();
    };
    let each = if event.dates.len() > 1 {
        " each day"
    } else {
        ""
    };
    let (from, to) = (hours.from.format("%H:%M"), hours.to.format("%H:%M"));
    format!("{from} to {to}{each}")
}

/// Returns the paragraphs of a text, each on one line: files wrap lines where they please, and blank lines part.
fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in text.lines().map(str::trim) {
        match paragraphs.last_mut() {
            _ if line.is_empty() => paragraphs.push(String::new()),
            Some(last) if last.is_empty() => last.push_str(line),
            Some(last) => {
                last.push(' ');
                last.push_str(line);
            }
            None => {}
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// Returns a link that leads to a page of the web, blank otherwise: a page must not run what stands in a field.
fn link(url: &str) -> &str {
    let url = url.trim();
    let web = url.starts_with("https://") || url.starts_with("http://");
    if web && !url.contains(|c: char| c.is_whitespace() || c.is_control()) {
        url
    } else {
        ""
    }
}

fn day_words(time: WallTime) -> String {
    time.format("%-d %B %Y").to_string()
}

/// A time as people and as machines read it (HTML, section 4.5.14).
#[derive(Clone, Serialize)]
struct Clock {
    text: String,
    machine: String,
}

impl Clock {
    fn new(time: WallTime) -> Self {
        Self {
            text: time.format("%H:%M").to_string(),
            machine: time.format("%Y-%m-%dT%H:%M").to_string(),
        }
    }

    fn of(session: &Session) -> (Option<Self>, Option<Self>) {
        (session.start.map(Self::new), session.end().map(Self::new))
    }
}
