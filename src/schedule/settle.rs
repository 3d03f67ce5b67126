use chrono::NaiveTime;

use super::clocks::{Clocks, minutes, other_days, other_zone, start};
use super::entry::{Entries, Entry, Guest};
use super::markup::plain;
use super::state::{State, state};
use super::times::{Point, point};
use crate::error::{Finding, Place};
use crate::model::{Event, WallTime, parse_language};

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
    /// The UUID that it was published with, if plenary itself wrote the file.
    pub own_guid: String,
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
    /// In which language it is, as a tag.
    pub language: String,
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
    let zone = entries.zone.parse().unwrap_or(event.zone);
    let day_change = match point(&entries.day_change, zone) {
        Some(Point::Time(time)) => time,
        // The dates that plenary writes are those of the calendar.
        _ if entries.ours.is_some() => NaiveTime::MIN,
        _ => event.day_ends.unwrap_or(NaiveTime::MIN),
    };
    let clocks = Clocks {
        event,
        zone,
        day_change,
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
        let start = start(entry, &clocks, findings, &place);
        out.minutes = minutes(entry, start, &clocks, findings, &place);
        out.start = start.and_then(|start| clocks.at_the_venue(start));
        out.place = Some(place);
        foreign.sessions.push(session.1);
    }
    foreign.findings.extend(other_zone(name, &clocks));
    foreign
        .findings
        .extend(other_days(name, &foreign.sessions, event));
    foreign
}

fn session(entry: Entry, ours: &Option<String>, state: State) -> (Entry, ForeignSession) {
    let own_id = ours
        .as_ref()
        .and_then(|acronym| own_id(acronym, &entry.slug));
    let title = match one_line(&entry.subtitle).as_str() {
        "" => one_line(&entry.title),
        subtitle => format!(
            "{}: {subtitle}",
            one_line(&entry.title).trim_end_matches(':')
        ),
    };
    let (summary, description) = (plain(&entry.summary), plain(&entry.description));
    let mut description = description.as_str();
    let mut chair = entry.chair.clone();
    if let (true, Some(name)) = (ours.is_some(), description.strip_prefix("Chair: ")) {
        chair = name.lines().next().unwrap_or_default().to_string();
        description = "";
    }
    let texts = [summary.as_str(), description];
    let texts: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    let guests = entry.people.iter().cloned();
    let session = ForeignSession {
        key: if own_id.is_some() {
            String::new()
        } else {
            entry.key.clone()
        },
        own_guid: own_id
            .as_ref()
            .map_or_else(String::new, |_| entry.key.clone()),
        own_id: own_id.unwrap_or_default(),
        title,
        room: one_line(&entry.room),
        track: one_line(&entry.track),
        kind: one_line(&entry.kind).to_lowercase(),
        summary: texts.join("\n\n"),
        // Some say it in words of their own, which no page can use.
        language: parse_language(&entry.language).unwrap_or_default(),
        speakers: guests
            .map(|Guest { key, name, bio }| (key, one_line(&name), plain(&bio)))
            .collect(),
        chair,
        confirmed: state == State::Confirmed,
        cancelled: state == State::Cancelled,
        ..ForeignSession::default()
    };
    (entry, session)
}

/// Returns a text on one line: files wrap long ones where they please.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Takes our id out of a slug that plenary wrote: acronym, dash, the id filled up to four characters.
fn own_id(acronym: &str, slug: &str) -> Option<String> {
    let id = slug.strip_prefix(acronym)?.strip_prefix('-')?;
    let id = id.trim_start_matches('_').trim_end_matches("_0");
    (!id.is_empty()).then(|| id.to_string())
}
