use super::entry::{Entries, Entry, Guest};
use super::xml::{self, Element};
use crate::error::{Error, Result, Source};

/// Reads the XML of frab, pretalx and all who follow them: conference, days, rooms, events. Older dialects have no
/// date in the event and a `day_change` in the conference.
pub(super) fn read(name: &str, text: &str, into: &mut Entries) -> Result<()> {
    let root = xml::read(name, text)?;
    if root.name != "schedule" && root.name != "conference" {
        let hint = "plenary reads the schedule.xml of frab and pretalx";
        return Err(
            Error::new(format!("`{name}` is XML of another kind: <{}>", root.name)).hint(hint),
        );
    }
    let source = Source::new(name, text);
    let conference = root.all("conference").next().unwrap_or(&root);
    into.day_change = conference.of("day_change").to_string();
    into.zone = conference.of("time_zone_name").to_string();
    let ours = root
        .all("generator")
        .any(|one| one.attribute("name") == "plenary");
    into.ours = ours.then(|| conference.of("acronym").to_string());
    let tracks = conference
        .all("track")
        .chain(conference.all("tracks").flat_map(|all| all.all("track")));
    for track in tracks {
        let named = [track.attribute("name"), track.text.trim()];
        let title = named
            .into_iter()
            .find(|name| !name.is_empty())
            .unwrap_or_default();
        into.tracks
            .push((title.to_string(), track.attribute("color").to_string()));
    }
    let days = root
        .all("day")
        .chain(root.all("days").flat_map(|all| all.all("day")));
    for day in days {
        for room in day.all("room") {
            into.rooms.push((room.attribute("name").to_string(), None));
            for event in room.all("event").chain(room.all("entry")) {
                into.entries.push(entry(event, day, room, &source));
            }
        }
        let strays = day.all("event").chain(day.all("entry"));
        into.entries
            .extend(strays.map(|event| entry(event, day, &Element::default(), &source)));
    }
    Ok(())
}

/// Returns the day of a date with or without a time.
fn head(date: &str) -> &str {
    date.split_once('T').map_or(date, |(day, _)| day)
}

fn entry(event: &Element, day: &Element, room: &Element, source: &Source) -> Entry {
    let first = |values: &[&str]| {
        let found = values.iter().find(|value| !value.is_empty());
        found.map_or(String::new(), ToString::to_string)
    };
    let people = event.all("persons").chain(event.all("speakers"));
    let people = people.flat_map(|all| all.all("person").chain(all.all("speaker")));
    let people = people.map(|person| Guest {
        key: first(&[
            person.attribute("guid"),
            person.attribute("code"),
            person.attribute("id"),
        ]),
        name: first(&[
            person.text.trim(),
            person.of("name"),
            person.attribute("name"),
        ]),
        bio: first(&[person.of("biography"), person.of("description")]),
    });
    let track = event.all("track").next();
    Entry {
        key: first(&[
            event.attribute("guid"),
            event.attribute("code"),
            event.attribute("id"),
        ]),
        slug: event.of("slug").to_string(),
        title: event.of("title").to_string(),
        subtitle: event.of("subtitle").to_string(),
        // Some write the midnight with which the day begins.
        date: first(&[event.of("date"), head(day.attribute("date"))]),
        start: event.of("start").to_string(),
        end: event.of("end").to_string(),
        duration: event.of("duration").to_string(),
        room: first(&[event.of("room"), room.attribute("name")]),
        track: first(&[
            event.of("track"),
            track.map_or("", |track| track.attribute("name")),
        ]),
        kind: first(&[event.of("type"), event.of("category")]),
        summary: event.of("abstract").to_string(),
        description: event.of("description").to_string(),
        language: event.of("language").to_string(),
        state: event.of("state").to_string(),
        chair: String::new(),
        people: people.filter(|guest| !guest.name.is_empty()).collect(),
        place: Some(source.place(event.at..event.at + 6)),
    }
}
