use chrono::{DateTime, Utc};
use toml_edit::{ArrayOfTables, DocumentMut, Item};

use super::agenda::read_session;
use super::edit::{FieldValue, Fields as Written, table};
use super::event::{read_room, read_track};
use super::fields::Fields;
use super::speakers::read_speakers;
use super::tables::Tables;
use crate::error::Error;
use crate::model::{
    Frozen, Id, Release, Room, Session, Speaker, Track, WallClock, WallTime, parse_zone,
};

/// Reads a file of `releases/`. None if it lacks what nothing works without.
pub(in crate::store) fn read_release(tables: &mut Tables<'_>) -> Option<Release> {
    let (head, _) = tables.table("release", |fields| {
        let number = fields.number("number");
        let time = fields.parsed("time", "time", |text| {
            let time = DateTime::parse_from_rfc3339(text);
            time.map(|time| time.with_timezone(&Utc))
                .map_err(|_| Error::new(format!("`{text}` is no time with an offset")))
        });
        let zone = fields.parsed("timezone", "timezone", parse_zone);
        let message = fields.text("message");
        let changes = fields.list("changes", "text", |text| Ok(text.to_string()));
        Some((number?, time?, zone?, message, changes))
    });
    let (number, time, zone, message, changes) = head?;
    let clock = WallClock {
        dates: &[],
        day_ends: None,
        zone,
    };
    let frozen = |fields: &mut Fields<'_>| {
        let changed = fields.number("changed").unwrap_or(number);
        let session = read_session(fields, Some(clock))?;
        Some(Frozen { session, changed })
    };
    let rooms = tables
        .each("room", |fields| read_room(fields, clock))
        .into_iter();
    let tracks = tables.each("track", read_track).into_iter();
    let speakers = read_speakers(tables, None);
    let sessions = tables.each("session", frozen).into_iter();
    let dropped = tables.each("dropped", frozen).into_iter();
    Some(Release {
        number,
        time,
        message,
        changes,
        zone,
        rooms: rooms.map(|(room, _)| room).collect(),
        tracks: tracks.map(|(track, _)| track).collect(),
        speakers,
        sessions: sessions.map(|(session, _)| session).collect(),
        dropped: dropped.map(|(session, _)| session).collect(),
    })
}

/// Returns a release as its file. The same release gives the same bytes.
pub(in crate::store) fn release_text(release: &Release) -> String {
    let mut head = table(vec![
        ("number", FieldValue::Number(release.number)),
        (
            "time",
            FieldValue::text(&release.time.format("%Y-%m-%dT%H:%M:%SZ").to_string()),
        ),
        ("timezone", FieldValue::text(release.zone.name())),
        ("message", FieldValue::text(&release.message)),
        ("changes", FieldValue::list(release.changes.clone())),
    ]);
    // A sentence a line, so that people can read them.
    if let Some(changes) = head.get_mut("changes").and_then(Item::as_array_mut) {
        for change in changes.iter_mut() {
            change.decor_mut().set_prefix("\n    ");
        }
        changes.set_trailing("\n");
        changes.set_trailing_comma(true);
    }
    let mut document = DocumentMut::new();
    document.insert("release", Item::Table(head));
    let mut add = |noun: &str, records: Vec<Written>| {
        if !records.is_empty() {
            let tables = ArrayOfTables::from_iter(records.into_iter().map(table));
            document.insert(noun, Item::ArrayOfTables(tables));
        }
    };
    add("room", release.rooms.iter().map(room).collect());
    add("track", release.tracks.iter().map(track).collect());
    add("speaker", release.speakers.iter().map(speaker).collect());
    add("session", release.sessions.iter().map(session).collect());
    add("dropped", release.dropped.iter().map(session).collect());
    format!(
        "# What people were told. Made by `plenary agenda release`; do not edit it.\n\n{document}"
    )
}

fn room(room: &Room) -> Written {
    vec![
        ("id", FieldValue::text(room.id.as_str())),
        ("name", FieldValue::text(&room.name)),
        ("capacity", number(room.capacity)),
        ("step_free", flag(room.step_free)),
    ]
}

fn track(track: &Track) -> Written {
    vec![
        ("id", FieldValue::text(track.id.as_str())),
        ("name", FieldValue::text(&track.name)),
        ("colour", FieldValue::text(&track.colour)),
    ]
}

fn speaker(speaker: &Speaker) -> Written {
    vec![
        ("id", FieldValue::text(speaker.id.as_str())),
        ("name", FieldValue::text(&speaker.name)),
        ("role", FieldValue::text(&speaker.role)),
        ("affiliation", FieldValue::text(&speaker.affiliation)),
        ("area", FieldValue::text(&speaker.area)),
        ("bio", FieldValue::text(&speaker.bio)),
        ("quote", FieldValue::text(&speaker.quote)),
        ("public_name", FieldValue::text(&speaker.alias)),
        ("anonymous", flag(speaker.anonymous.then_some(true))),
    ]
}

fn session(frozen: &Frozen) -> Written {
    let Session {
        id,
        title,
        start,
        minutes,
        room,
        speakers,
        chair,
        interpreters,
        track,
        kind,
        summary,
        language,
        cancelled,
        ..
    } = &frozen.session;
    let ids = |ids: &[Id]| FieldValue::list(ids.iter().map(ToString::to_string).collect());
    let id_text = |id: &Option<Id>| FieldValue::text(id.as_ref().map_or("", Id::as_str));
    vec![
        ("id", FieldValue::text(id.as_str())),
        ("title", FieldValue::text(title)),
        (
            "start",
            FieldValue::text(&start.map(wall).unwrap_or_default()),
        ),
        ("minutes", number(*minutes)),
        ("room", id_text(room)),
        ("speakers", ids(speakers)),
        ("chair", id_text(chair)),
        ("interpreters", ids(interpreters)),
        ("track", id_text(track)),
        ("kind", FieldValue::text(kind)),
        ("abstract", FieldValue::text(summary)),
        ("language", FieldValue::text(language)),
        ("cancelled", flag(cancelled.then_some(true))),
        ("changed", FieldValue::Number(frozen.changed)),
    ]
}

fn wall(time: WallTime) -> String {
    time.format("%Y-%m-%d %H:%M").to_string()
}

fn number(number: Option<u32>) -> FieldValue {
    number.map_or(FieldValue::Nothing, FieldValue::Number)
}

fn flag(flag: Option<bool>) -> FieldValue {
    flag.map_or(FieldValue::Nothing, FieldValue::Flag)
}
