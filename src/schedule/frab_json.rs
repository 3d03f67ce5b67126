use serde_json::Value;

use super::entry::{Entries, Entry, Guest};
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
    for room in items(conference, "rooms") {
        let capacity = room.get("capacity").and_then(Value::as_u64);
        into.rooms.push((
            text(room),
            capacity.and_then(|people| u32::try_from(people).ok()),
        ));
    }
    for track in items(conference, "tracks") {
        into.tracks.push((text(track), of(track, &["color"])));
    }
    let place = Place::file(name);
    for day in items(conference, "days") {
        for (room, events) in day
            .get("rooms")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            for event in events.as_array().into_iter().flatten() {
                let mut entry = entry(event, &place);
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
    let known = [
        "persons",
        "participants",
        "slots",
        "slot",
        "submission_type",
        "guid",
    ];
    if list
        .iter()
        .any(|event| known.iter().any(|key| event.get(*key).is_some()))
    {
        into.entries
            .extend(list.iter().map(|event| entry(event, &place)));
        return Ok(());
    }
    flat::objects(name, list, into)
}

fn fill(field: &mut String, otherwise: &str) {
    if field.is_empty() {
        *field = otherwise.to_string();
    }
}

fn entry(event: &Value, place: &Place) -> Entry {
    // pretalx keeps time and place in slots, of which a session has one unless it is given twice.
    let slot = items(event, "slots")
        .next()
        .or_else(|| event.get("slot"))
        .unwrap_or(event);
    let either = |keys: &[&str]| {
        let own = of(slot, keys);
        if own.is_empty() { of(event, keys) } else { own }
    };
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
        start: either(&["start", "start_time"]),
        end: either(&["end", "end_time"]),
        duration: of(event, &["duration"]),
        room: either(&["room"]),
        track: of(event, &["track"]),
        kind: of(event, &["submission_type", "session_type", "type"]),
        summary: of(event, &["abstract"]),
        description: of(event, &["description"]),
        state: of(event, &["state"]),
        chair: chairs.map(text).next().unwrap_or_default(),
        people: people
            .map(guest)
            .filter(|guest| !guest.name.is_empty())
            .collect(),
        place: Some(place.clone()),
    }
}

fn guest(person: &Value) -> Guest {
    Guest {
        key: of(person, &["guid", "code", "id"]),
        name: if person.is_object() {
            of(person, &["public_name", "name", "full_public_name"])
        } else {
            String::new()
        },
        bio: of(person, &["biography", "bio"]),
    }
}
