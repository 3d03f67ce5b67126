use std::collections::HashMap;

use serde::Serialize;

use super::paragraphs;
use crate::model::{Id, Session};
use crate::publish::edition::Edition;
use crate::publish::names::Names;

/// Somebody on the programme as the public sees them.
#[derive(Serialize)]
pub(super) struct Speaker<'a> {
    /// Part of links and the name of their calendar.
    key: &'a str,
    name: &'a str,
    /// Role, affiliation and area, as far as they are known and not the name itself.
    about: Vec<&'a str>,
    bio: Vec<String>,
    quote: &'a str,
    sessions: Vec<Talk<'a>>,
    /// Whether there is a calendar of theirs.
    calendar: bool,
}

#[derive(Serialize)]
struct Talk<'a> {
    key: String,
    title: &'a str,
    cancelled: bool,
    /// What they do there if they do not speak: `Chairs`, `Interprets`.
    part: &'static str,
}

pub(super) fn speakers<'a>(edition: &'a Edition<'_>, names: &'a Names<'a>) -> Vec<Speaker<'a>> {
    let mut talks: HashMap<&Id, Vec<&'a Session>> = HashMap::new();
    for session in &edition.conference().sessions {
        for person in session.people() {
            let list = talks.entry(person).or_default();
            if list.last().is_none_or(|last| last.id != session.id) {
                list.push(session);
            }
        }
    }
    let mut busy: Vec<Id> = Vec::new();
    for (session, _) in edition.calendar_sessions() {
        busy.extend(session.people().cloned());
    }
    let busy: std::collections::HashSet<Id> = busy.into_iter().collect();
    let speakers = edition.speakers().into_iter().filter_map(|speaker| {
        let person = names.person(&speaker.id)?;
        let about = [&speaker.role, &speaker.affiliation, &speaker.area];
        let sessions = talks.remove(&speaker.id).unwrap_or_default();
        let sessions = sessions.into_iter().map(|session| Talk {
            key: names
                .item(session)
                .map(|item| item.key.clone())
                .unwrap_or_default(),
            title: &session.title,
            cancelled: session.cancelled,
            part: part(session, &speaker.id),
        });
        Some(Speaker {
            key: &person.key,
            name: person.name,
            about: about
                .into_iter()
                .map(|text| text.trim())
                .filter(|text| !text.is_empty() && *text != person.name)
                .collect(),
            bio: paragraphs(&speaker.bio),
            quote: speaker.quote.trim(),
            sessions: sessions.collect(),
            calendar: busy.contains(&speaker.id),
        })
    });
    speakers.collect()
}

fn part(session: &Session, person: &Id) -> &'static str {
    if session.speakers.contains(person) {
        ""
    } else if session.chair.as_ref() == Some(person) {
        "Chairs"
    } else {
        "Interprets"
    }
}
