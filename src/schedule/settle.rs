use chrono::{NaiveTime, TimeDelta};

use super::entry::{Entries, Entry, Guest};
use super::state::{State, state};
use super::times::{Point, length, on, point};
use crate::error::{Finding, Place};
use crate::model::{Event, WallTime, instant};

/// An agenda of another tool in our terms: times at the event, states understood, nothing yet compared with ours.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Foreign {
    /// The sessions, in the order of the file.
    pub sessions: Vec<ForeignSession>,
    /// Rooms by name, with how many people they hold.
    pub rooms: Vec<(String, Option<u32>)>,
    /// Tracks by name, with their colours.
    pub tracks: Vec<(String, String)>,
    /// How many proposals are on no programme and were left out.
    pub left_out: usize,
    /// What had to be guessed or could not be understood.
    pub findings: Vec<Finding>,
}

/// A session of another tool. Blank is not said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ForeignSession {
    /// What the other tool knows it by.
    pub key: String,
    /// The id it had with us, if plenary itself wrote the file.
    pub own_id: String,
    /// What it is called, with the subtitle.
    pub title: String,
    /// When it begins.
    pub start: Option<WallTime>,
    /// How long it takes.
    pub minutes: Option<u32>,
    /// The room by name.
    pub room: String,
    /// The track by name.
    pub track: String,
    /// What it is.
    pub kind: String,
    /// What it is about.
    pub summary: String,
    /// Who speaks: the other tool's key, name, a few sentences.
    pub speakers: Vec<(String, String, String)>,
    /// Who chairs, by name.
    pub chair: String,
    /// Whether it is settled, where the other tool says so.
    pub confirmed: bool,
    /// Whether it was called off.
    pub cancelled: bool,
    /// Where it stands.
    pub place: Option<Place>,
}

/// Turns what a file says into our terms.
pub(super) fn settle(name: &str, entries: Entries, event: &Event) -> Foreign {
    let day_change = match point(&entries.day_change, event) {
        Some(Point::Time(time)) => time,
        _ => event.day_ends.unwrap_or(NaiveTime::MIN),
    };
    let mut foreign = Foreign {
        rooms: entries.rooms,
        tracks: entries.tracks,
        findings: entries.findings,
        ..Foreign::default()
    };
    for entry in entries.entries {
        let place = entry.place.clone().unwrap_or_else(|| Place::file(name));
        let state = state(&entry.state).unwrap_or_else(|| {
            let message = format!(
                "nobody knows the state `{}`; `{}` is taken as accepted",
                entry.state, entry.title
            );
            foreign
                .findings
                .push(Finding::warning("state", message).at(place.clone()));
            State::Accepted
        });
        if state == State::LeftOut {
            foreign.left_out += 1;
            continue;
        }
        if entry.title.is_empty() {
            let finding =
                Finding::warning("missing-title", "a session without a title is left out")
                    .at(place);
            foreign.findings.push(finding);
            continue;
        }
        let mut session = session(entry, &entries.ours, state);
        let (entry, out) = (&session.0, &mut session.1);
        let findings = &mut foreign.findings;
        out.start = start(entry, event, day_change, findings, &place);
        out.minutes = minutes(entry, out.start, event, day_change, findings, &place);
        out.place = Some(place);
        foreign.sessions.push(session.1);
    }
    foreign
}

fn session(entry: Entry, ours: &Option<String>, state: State) -> (Entry, ForeignSession) {
    let own_id = ours
        .as_ref()
        .and_then(|acronym| own_id(acronym, &entry.slug));
    let title = match entry.subtitle.as_str() {
        "" => entry.title.clone(),
        subtitle => format!("{}: {subtitle}", entry.title.trim_end_matches(':')),
    };
    let mut description = entry.description.trim();
    let mut chair = entry.chair.clone();
    if let (true, Some(name)) = (ours.is_some(), description.strip_prefix("Chair: ")) {
        chair = name.lines().next().unwrap_or_default().to_string();
        description = "";
    }
    let texts = [entry.summary.trim(), description];
    let texts: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    let guests = entry.people.iter().cloned();
    let session = ForeignSession {
        key: if own_id.is_some() {
            String::new()
        } else {
            entry.key.clone()
        },
        own_id: own_id.unwrap_or_default(),
        title,
        room: entry.room.clone(),
        track: entry.track.clone(),
        kind: entry.kind.to_lowercase(),
        summary: texts.join("\n\n"),
        speakers: guests
            .map(|Guest { key, name, bio }| (key, name, bio))
            .collect(),
        chair,
        confirmed: state == State::Confirmed,
        cancelled: state == State::Cancelled,
        ..ForeignSession::default()
    };
    (entry, session)
}

/// Takes our id out of a slug that plenary wrote: acronym, dash, the id filled up to four characters.
fn own_id(acronym: &str, slug: &str) -> Option<String> {
    let id = slug.strip_prefix(acronym)?.strip_prefix('-')?;
    let id = id.trim_start_matches('_').trim_end_matches("_0");
    (!id.is_empty()).then(|| id.to_string())
}

fn start(
    entry: &Entry,
    event: &Event,
    day_change: NaiveTime,
    findings: &mut Vec<Finding>,
    place: &Place,
) -> Option<WallTime> {
    let only_day = match event.dates.as_slice() {
        [day] => Some(*day),
        _ => None,
    };
    let parsed = |text: &str| (!text.is_empty()).then(|| point(text, event));
    let (date, start) = (parsed(&entry.date), parsed(&entry.start));
    let wall = match (date, start) {
        (None, None) | (Some(Some(Point::Date(_))), None) => return None,
        (Some(Some(Point::Both(wall))), _) | (_, Some(Some(Point::Both(wall)))) => Some(wall),
        (Some(Some(Point::Date(date))), Some(Some(Point::Time(time)))) => {
            Some(on(date, time, day_change))
        }
        (None, Some(Some(Point::Time(time)))) => only_day.map(|day| on(day, time, day_change)),
        _ => None,
    };
    let text = [entry.date.as_str(), &entry.start].join(" ");
    let text = text.trim();
    let Some(wall) = wall else {
        let message = format!(
            "`{text}` is no time that is understood, so `{}` is left unscheduled",
            entry.title
        );
        let hint = "write it as in 2024-04-13 10:00, with the year first";
        findings.push(
            Finding::warning("time", message)
                .at(place.clone())
                .hint(hint),
        );
        return None;
    };
    if let Err(change) = instant(wall, event.zone) {
        let message = format!(
            "`{text}` is no time in {}: {change}; `{}` is left unscheduled",
            event.zone, entry.title
        );
        findings.push(Finding::warning("time", message).at(place.clone()));
        return None;
    }
    Some(wall)
}

fn minutes(
    entry: &Entry,
    start: Option<WallTime>,
    event: &Event,
    day_change: NaiveTime,
    findings: &mut Vec<Finding>,
    place: &Place,
) -> Option<u32> {
    if let Some(minutes) = length(&entry.duration) {
        return (minutes > 0).then_some(minutes);
    }
    if !entry.duration.is_empty() {
        let message = format!(
            "`{}` is no length that is understood, in `{}`",
            entry.duration, entry.title
        );
        let hint = "write it in minutes, or as in 00:45";
        findings.push(
            Finding::warning("length", message)
                .at(place.clone())
                .hint(hint),
        );
    }
    let start = start?;
    let end = match point(&entry.end, event)? {
        Point::Both(end) => end,
        Point::Time(time) if time <= start.time() => {
            start.date().and_time(time) + TimeDelta::days(1)
        }
        Point::Time(time) => on(start.date(), time, NaiveTime::MIN.min(day_change)),
        Point::Date(_) => return None,
    };
    u32::try_from((end - start).num_minutes())
        .ok()
        .filter(|minutes| *minutes > 0)
}
