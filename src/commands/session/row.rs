use serde_json::Value;

use crate::commands::ids::iso;
use crate::model::{Event, Id, Session};
use crate::output::Record;

/// The keys of a session, as in `agenda.toml`, and whether the table of `list` shows them.
pub(in crate::commands) const KEYS: [(&str, bool); 17] = [
    ("id", true),
    ("title", true),
    ("start", true),
    ("end", false),
    ("minutes", true),
    ("room", true),
    ("speakers", true),
    ("chair", false),
    ("interpreters", false),
    ("track", false),
    ("kind", false),
    ("abstract", false),
    ("language", false),
    ("expected", false),
    ("confirmed", false),
    ("cancelled", false),
    ("source_id", false),
];

/// Returns the values of a session in the order of [`KEYS`]. Programs get times with their offset (ISO 8601), people
/// those of the clock at the venue.
pub(in crate::commands) fn values(event: &Event, session: &Session, times: Times) -> Vec<Value> {
    let time = |wall| match times {
        Times::Iso => iso(event, wall),
        Times::Wall => wall.map(|wall| wall.format("%Y-%m-%d %H:%M").to_string()),
    };
    let ids = |ids: &[Id]| {
        ids.iter()
            .map(|id| id.as_str().into())
            .collect::<Vec<Value>>()
    };
    vec![
        session.id.as_str().into(),
        session.title.as_str().into(),
        time(session.start).into(),
        time(session.end()).into(),
        session.minutes.into(),
        session.room.as_ref().map(Id::as_str).into(),
        ids(&session.speakers).into(),
        session.chair.as_ref().map(Id::as_str).into(),
        ids(&session.interpreters).into(),
        session.track.as_ref().map(Id::as_str).into(),
        session.kind.as_str().into(),
        session.summary.as_str().into(),
        session.language.as_str().into(),
        session.expected.into(),
        session.confirmed.into(),
        session.cancelled.into(),
        session.source_id.as_str().into(),
    ]
}

/// How times are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::commands) enum Times {
    /// With the offset.
    Iso,
    /// As the clock at the venue shows them.
    Wall,
}

/// Returns a session as a record.
pub(super) fn record(event: &Event, session: &Session, times: Times) -> Record {
    let fields = KEYS.iter().zip(values(event, session, times));
    fields.fold(Record::new(), |record, ((key, _), value)| {
        record.with(key, value)
    })
}
