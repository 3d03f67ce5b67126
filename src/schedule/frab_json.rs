use serde_json::Value;

use super::directory::Directory;
use super::entry::{Entries, Entry};
use super::flat;
use super::value::{items, of, text};
use crate::error::{Error, Place, Result};

/// Reads JSON: frab's with its days and rooms, its second version with a plain list of events, pretalx's API and its
/// exports.
pub(super) fn read(name: &str, root: &Value, into: &mut Entries) -> Result<()> {
    let schedule = root.get("schedule").unwrap_or(root);
    let conference = schedule.get("conference").unwrap_or(schedule);
    let generator = [root, schedule]
        .into_iter()
        .find_map(|one| one.get("generator"));
    let ours = generator.is_some_and(|one| of(one, &["name"]) == "plenary");
    into.ours = ours.then(|| of(conference, &["acronym"]));
    into.day_change = of(conference, &["day_change"]);
    into.zone = of(conference, &["time_zone_name", "timezone"]);
    let lists = [schedule, conference];
    let known = Known {
        rooms: Directory::new(&lists, &["rooms"]),
        tracks: Directory::new(&lists, &["tracks"]),
        people: Directory::new(&lists, &["persons", "speakers"]),
        place: Place::file(name),
    };
    for room in items(conference, "rooms") {
        let capacity = room.get("capacity").and_then(Value::as_u64);
        into.rooms.push((
            text(room),
            capacity.and_then(|people| u32::try_from(people).ok()),
        ));
    }
    for track in items(conference, "tracks") {
        let colours = track.get("colors").unwrap_or(track);
        let colour = of(colours, &["color", "light", "primary"]);
        into.tracks.push((text(track), colour));
    }
    for day in items(conference, "days") {
        for (room, events) in day
            .get("rooms")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            for event in events.as_array().into_iter().flatten() {
                let mut entry = entry(event, &known);
                fill(&mut entry.date, &of(day, &["date"]));
                fill(&mut entry.room, room);
                into.entries.push(entry);
            }
        }
    }
    if !into.entries.is_empty() {
        return Ok(());
    }
    let listed = ["events", "results", "talks", "sessions", "submissions"];
    let lists = [schedule, conference]
        .into_iter()
        .flat_map(|one| listed.map(|key| one.get(key)));
    let list = lists.flatten().chain([root]).find_map(Value::as_array);
    let Some(list) = list.filter(|list| list.iter().all(Value::is_object)) else {
        let hint = "plenary reads the schedule.json of frab and pretalx, and pretalx's exports of sessions";
        return Err(Error::new(format!("`{name}` is JSON, but no agenda")).hint(hint));
    };
    if list.iter().any(is_event) {
        into.entries
            .extend(list.iter().map(|event| entry(event, &known)));
        return Ok(());
    }
    flat::objects(name, list, into)
}

/// What the file lists once.
struct Known<'v> {
    rooms: Directory<'v>,
    tracks: Directory<'v>,
    people: Directory<'v>,
    place: Place,
}

/// Tells whether an object has the keys of programmes rather than the labels of an export.
fn is_event(object: &Value) -> bool {
    let keys = [
        "persons",
        "participants",
        "slots",
        "slot",
        "submission_type",
        "guid",
        "startsAt",
    ];
    keys.iter().any(|key| object.get(*key).is_some())
        || object.get("speakers").is_some_and(Value::is_array)
}

fn fill(field: &mut String, otherwise: &str) {
    if field.is_empty() {
        *field = otherwise.to_string();
    }
}

fn entry(event: &Value, known: &Known<'_>) -> Entry {
    // pretalx keeps time and place in slots, of which a session has one unless it is given twice.
    let slot = items(event, "slots")
        .next()
        .or_else(|| event.get("slot"))
        .unwrap_or(event);
    let either = |keys: &[&str]| {
        let own = of(slot, keys);
        if own.is_empty() { of(event, keys) } else { own }
    };
    let value = |key: &str| {
        slot.get(key)
            .filter(|value| !value.is_null())
            .or_else(|| event.get(key))
    };
    let room = value("room").or_else(|| value("roomId"));
    let number = |number: &Value| number.to_string();
    let people = ["persons", "participants", "speakers"];
    let people = people.iter().flat_map(|key| items(event, key));
    let people = people.filter(|person| {
        let role = of(person, &["role"]).to_lowercase();
        ["", "speaker", "contributor", "guest"].contains(&role.as_str())
    });
    let chairs = items(event, "participants").filter(|person| {
        ["moderator", "host"].contains(&of(person, &["role"]).to_lowercase().as_str())
    });
    Entry {
        key: of(event, &["guid", "code", "id"]),
        slug: of(event, &["slug"]),
        title: of(event, &["title", "name"]),
        subtitle: of(event, &["subtitle"]),
        date: either(&["date"]),
        start: either(&["start", "start_time", "startsAt"]),
        end: either(&["end", "end_time", "endsAt"]),
        duration: of(event, &["duration"]),
        room: room
            .map(|room| known.rooms.name(room, number))
            .unwrap_or_default(),
        track: event
            .get("track")
            .map(|track| known.tracks.name(track, |_| String::new()))
            .unwrap_or_default(),
        kind: kind(event),
        summary: of(event, &["abstract"]),
        description: of(event, &["description"]),
        language: of(event, &["language", "content_locale"]),
        state: of(event, &["state", "status"]),
        chair: chairs.map(text).next().unwrap_or_default(),
        people: people
            .map(|person| known.people.guest(person))
            .filter(|guest| !guest.name.is_empty())
            .collect(),
        place: Some(known.place.clone()),
    }
}

/// Returns what a session is; a number that only the other tool understands says nothing.
fn kind(event: &Value) -> String {
    let keys = ["submission_type", "session_type", "type"];
    let values = keys.iter().filter_map(|key| event.get(*key));
    values
        .filter(|value| !value.is_number())
        .map(text)
        .find(|kind| !kind.is_empty())
        .unwrap_or_default()
}
