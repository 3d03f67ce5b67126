use std::collections::BTreeMap;

use super::Page;
use super::edition::Edition;
use super::names::Names;
use crate::calendar::{Entry, Shelf};
use crate::model::{Session, order_by};

/// Returns the calendar of the whole agenda, and one a track, a room and a speaker.
pub(super) fn pages(edition: &Edition<'_>, names: &Names<'_>) -> Vec<Page> {
    let conference = edition.conference();
    let event = &conference.event;
    let mut entries: Vec<(Session, Entry)> = edition
        .calendar_sessions()
        .filter_map(|(session, changed)| {
            let name = |id: &_| names.person(id).map(|person| person.name);
            let entry = Entry::of(event, &session, changed, name)?;
            Some((session, entry))
        })
        .collect();
    order_by(&mut entries, |(a, _), (b, _)| {
        (a.start, &a.id).cmp(&(b.start, &b.id))
    });

    let (sessions, entries): (Vec<Session>, Vec<Entry>) = entries.into_iter().unzip();
    let shelf = Shelf::new(event.zone, &entries, edition.time());
    let mut calendars: BTreeMap<String, (String, Vec<usize>)> = BTreeMap::new();
    let mut add = |path: String, title: String, entry: Option<usize>| {
        let calendar = calendars.entry(path).or_insert_with(|| (title, Vec::new()));
        calendar.1.extend(entry);
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
    for (at, session) in sessions.iter().enumerate() {
        add("agenda.ics".to_string(), String::new(), Some(at));
        if let Some(track) = session.track.as_ref().and_then(|id| event.track(id)) {
            add(format!("tracks/{}.ics", track.id), String::new(), Some(at));
        }
        if let Some(room) = session.room.as_ref().and_then(|id| event.room(id)) {
            add(format!("rooms/{}.ics", room.id), String::new(), Some(at));
        }
        let mut people: Vec<_> = session.people().filter_map(|id| names.person(id)).collect();
        people.dedup_by_key(|person| &person.key);
        for person in people {
            let path = format!("speakers/{}.ics", person.key);
            add(path, titled(person.name), Some(at));
        }
    }
    let pages = calendars.into_iter();
    let pages = pages.map(|(path, (name, held))| Page::new(path, shelf.calendar(&name, &held)));
    pages.collect()
}
