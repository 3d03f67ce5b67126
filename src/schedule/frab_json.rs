use serde_json::Value;

use super::directory::Directory;
use super::entry::{Entries, Entry};
use super::flat;
use super::listed::{category, nested};
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
        lists,
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
                let mut entry = entry(event, event, &known);
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
    let list = list.filter(|list| list.iter().all(Value::is_object));
    if let Some(list) = list.filter(|list| list.iter().any(is_event)) {
        let entries = list.iter().flat_map(|event| entries(event, &known));
        into.entries.extend(entries);
        return Ok(());
    }
    let nested = nested(root);
    if nested.iter().any(|found| is_event(found.event)) {
        for found in nested {
            for mut entry in entries(found.event, &known) {
                fill(&mut entry.track, &found.track);
                into.entries.push(entry);
            }
        }
        return Ok(());
    }
    let Some(list) = list else {
        let hint = "plenary reads the schedule.json of frab and pretalx, pretalx's exports of sessions, Sessionize and Indico";
        return Err(Error::new(format!("`{name}` is JSON, but no agenda")).hint(hint));
    };
    flat::objects(name, list, into)
}

/// What the file lists once.
struct Known<'v> {
    /// The objects that have such lists.
    lists: [&'v Value; 2],
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
        "startDate",
    ];
    keys.iter().any(|key| object.get(*key).is_some())
        || object.get("speakers").is_some_and(Value::is_array)
}

fn fill(field: &mut String, otherwise: &str) {
    if field.is_empty() {
        *field = otherwise.to_string();
    }
}

/// Returns the entries of a session. pretalx keeps time and place in slots; a session that is given twice has two.
fn entries(event: &Value, known: &Known<'_>) -> Vec<Entry> {
    let slots: Vec<&Value> = items(event, "slots")
        .filter(|slot| slot.is_object())
        .collect();
    if slots.is_empty() {
        let slot = event
            .get("slot")
            .filter(|slot| slot.is_object())
            .unwrap_or(event);
        return vec![entry(event, slot, known)];
    }
    slots
        .into_iter()
        .map(|slot| entry(event, slot, known))
        .collect()
}

fn entry(event: &Value, slot: &Value, known: &Known<'_>) -> Entry {
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
    let people = ["persons", "participants", "speakers", "presenters"];
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
        start: moment(
            slot,
            event,
            &["start", "start_time", "startsAt", "startDate"],
        ),
        end: moment(slot, event, &["end", "end_time", "endsAt", "endDate"]),
        duration: of(event, &["duration"]),
        room: room
            .map(|room| known.rooms.name(room, number))
            .unwrap_or_default(),
        track: event
            .get("track")
            .map(|track| known.tracks.name(track, |_| String::new()))
            .filter(|track| !track.is_empty())
            .unwrap_or_else(|| category(event, &known.lists, &["track"])),
        kind: kind(event, known),
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

/// Returns a point in time: a text, or as Indico has it an object with date and time.
fn moment(slot: &Value, event: &Value, keys: &[&str]) -> String {
    let found = [slot, event]
        .into_iter()
        .flat_map(|one| keys.iter().map(|key| one.get(*key)));
    let texts = found.flatten().map(|value| match value.get("date") {
        Some(date) => format!("{} {}", text(date), of(value, &["time"])),
        None => text(value),
    });
    texts
        .into_iter()
        .find(|text| !text.is_empty())
        .unwrap_or_default()
}

/// Returns what a session is; a number that only the other tool understands says nothing.
fn kind(event: &Value, known: &Known<'_>) -> String {
    let keys = ["submission_type", "session_type", "type"];
    let values = keys.iter().filter_map(|key| event.get(*key));
    let kind = values
        .filter(|value| !value.is_number())
        .map(text)
        .find(|kind| !kind.is_empty());
    let is_break = event.get("isServiceSession") == Some(&Value::Bool(true))
        || of(event, &["entryType"]) == "Break";
    kind.or_else(|| is_break.then(|| "break".to_string()))
        .unwrap_or_else(|| category(event, &known.lists, &["format", "type"]))
}
