use std::collections::BTreeMap;

use super::Page;
use super::edition::Edition;
use super::names::Names;
use crate::calendar::{Calendar, Entry};
use crate::model::Session;

/// Returns the calendar of the whole agenda, and one a track, a room and a speaker.
pub(super) fn pages(edition: &Edition<'_>, names: &Names<'_>) -> Vec<Page> {
    let conference = edition.conference();
    let event = &conference.event;
    let mut entries: Vec<(Session, Entry)> = edition
        .calendar_sessions()
        .filter_map(|(session, changed)| {
            let entry = Entry::session(conference, &session, changed)?;
            Some((session, entry))
        })
        .collect();
    entries.sort_by(|(a, _), (b, _)| (a.start, &a.id).cmp(&(b.start, &b.id)));

    let mut calendars: BTreeMap<String, (String, Vec<Entry>)> = BTreeMap::new();
    let mut add = |path: String, title: String, entry: Option<&Entry>| {
        let calendar = calendars.entry(path).or_insert_with(|| (title, Vec::new()));
        calendar.1.extend(entry.cloned());
    };
    add("agenda.ics".to_string(), event.name.clone(), None);
    let titled = |name: &str| format!("{}: {name}", event.name);
    for track in &event.tracks {
        add(
            format!("tracks/{}.ics", track.id),
            titled(&track.name),
            None,
        );
    }
    for room in &event.rooms {
        add(format!("rooms/{}.ics", room.id), titled(&room.name), None);
    }
    for (session, entry) in &entries {
        add("agenda.ics".to_string(), String::new(), Some(entry));
        if let Some(track) = session.track.as_ref().and_then(|id| event.track(id)) {
            add(
                format!("tracks/{}.ics", track.id),
                String::new(),
                Some(entry),
            );
        }
        if let Some(room) = session.room.as_ref().and_then(|id| event.room(id)) {
            add(format!("rooms/{}.ics", room.id), String::new(), Some(entry));
        }
        let mut people: Vec<_> = session.people().filter_map(|id| names.person(id)).collect();
        people.dedup_by_key(|person| &person.key);
        for person in people {
            let path = format!("speakers/{}.ics", person.key);
            add(path, titled(person.name), Some(entry));
        }
    }
    let pages = calendars.into_iter().map(|(path, (name, entries))| {
        let calendar = Calendar {
            name,
            zone: event.zone,
            entries,
        };
        Page::new(path, calendar.to_ics(edition.time()))
    });
    pages.collect()
}
