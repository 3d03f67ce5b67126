use serde_json::{Map, Value, json};

use super::{Day, Schedule, Talk, duration, web_page};
use crate::model::Room;

/// Returns `schedule.json` (RFC 8259).
pub(super) fn document(schedule: &Schedule<'_>) -> String {
    let event = &schedule.conference.event;
    let mut conference = Map::new();
    let mut put = |key: &str, value: Value| conference.insert(key.to_string(), value);
    put("acronym", schedule.acronym.as_str().into());
    put("title", event.name.as_str().into());
    if !event.summary.trim().is_empty() {
        put("description", event.summary.trim().into());
    }
    let date = |day: Option<&Day<'_>>| day.map(|day| day.date.to_string()).unwrap_or_default();
    put("start", date(schedule.days.first()).into());
    put("end", date(schedule.days.last()).into());
    put("daysCount", schedule.days.len().into());
    put("timeslot_duration", duration(schedule.slot).into());
    // The schema has a narrow idea of what zones are called.
    let zone = event.zone.name();
    if zone == "UTC" || zone.contains('/') && !zone.starts_with("Etc/") {
        put("time_zone_name", zone.into());
    }
    if let Some(url) = web_page(event) {
        put("url", url.into());
    }
    let tracks = event.tracks.iter().map(|track| {
        let mut value = json!({ "name": track.name });
        if !track.colour.is_empty() {
            value["color"] = track.colour.as_str().into();
        }
        value
    });
    put("tracks", tracks.collect());
    put(
        "rooms",
        event
            .rooms
            .iter()
            .map(|room| room_value(schedule, room))
            .collect(),
    );
    let days = schedule.days.iter().enumerate();
    put(
        "days",
        days.map(|(at, day)| day_value(schedule, at + 1, day))
            .collect(),
    );

    let mut body = Map::new();
    body.insert("version".to_string(), schedule.version.as_str().into());
    if let Some(url) = web_page(event) {
        body.insert("base_url".to_string(), url.into());
    }
    body.insert("conference".to_string(), conference.into());
    let document = json!({
        "$schema": "https://c3voc.de/schedule/schema.json",
        "generator": { "name": "plenary" },
        "schedule": body,
    });
    format!("{document:#}\n")
}

fn room_value(schedule: &Schedule<'_>, room: &Room) -> Value {
    let description = match room.step_free {
        Some(true) => Some("step-free"),
        Some(false) => Some("not step-free"),
        None => None,
    };
    json!({
        "name": room.name,
        "guid": schedule.names.room_guid(&room.id),
        "description": description,
        "capacity": room.capacity,
    })
}

fn day_value(schedule: &Schedule<'_>, index: usize, day: &Day<'_>) -> Value {
    let mut rooms: Map<String, Value> = Map::new();
    for (room, talks) in &day.rooms {
        let name = room.map_or("", |room| &room.name);
        let talks = talks.iter().map(|talk| talk_value(schedule, name, talk));
        // Rooms of the same name are one here.
        let list = rooms
            .entry(name)
            .or_insert_with(|| Value::Array(Vec::new()));
        if let Some(list) = list.as_array_mut() {
            list.extend(talks);
        }
    }
    json!({
        "index": index,
        "date": day.date.to_string(),
        "day_start": day.start.to_rfc3339(),
        "day_end": day.end.to_rfc3339(),
        "rooms": rooms,
    })
}

fn talk_value(schedule: &Schedule<'_>, room: &str, talk: &Talk<'_>) -> Value {
    let session = talk.session;
    let guid = &talk.item.guid;
    // The schema wants some address; without a page this one at least is true (RFC 9562, section 4).
    let url = web_page(&schedule.conference.event)
        .map_or_else(|| format!("urn:uuid:{guid}"), ToString::to_string);
    let persons = talk.speakers.iter().map(|person| {
        json!({
            "guid": person.guid,
            "id": person.number,
            "name": person.name,
            "biography": person.speaker.bio.trim(),
        })
    });
    json!({
        "guid": guid,
        "id": talk.item.number,
        "date": talk.date.to_rfc3339(),
        "start": talk.date.format("%H:%M").to_string(),
        "duration": duration(session.minutes.unwrap_or(0)),
        "room": room,
        "slug": talk.slug,
        "url": url,
        "title": session.title,
        "subtitle": "",
        "track": talk.track,
        "type": session.kind,
        "language": session.language,
        "abstract": talk.summary,
        "description": talk.description,
        "persons": persons.collect::<Vec<_>>(),
        "links": [],
    })
}
