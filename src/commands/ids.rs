use crate::error::{Error, Result, did_you_mean};
use crate::model::{Event, Id, Session, WallTime, instant};
use crate::output::Record;

/// Finds the id that somebody typed and returns its place among those there are.
pub(super) fn known<'a>(
    noun: &str,
    typed: &str,
    ids: impl Iterator<Item = &'a Id> + Clone,
) -> Result<usize> {
    ids.clone()
        .position(|id| id.as_str() == typed)
        .ok_or_else(|| {
            let meant = did_you_mean(typed, ids.map(Id::as_str));
            Error::new(format!("there is no {noun} `{typed}`")).hint(meant.unwrap_or_else(|| {
                match noun {
                    "room" | "track" | "ticket" => {
                        format!("each {noun} stands as [[{noun}]] in event.toml")
                    }
                    _ => format!("`plenary {noun} list` shows all of them"),
                }
            }))
        })
}

/// Returns a wall-clock time with the offset that the event's zone has then (ISO 8601).
pub(super) fn iso(event: &Event, wall: Option<WallTime>) -> Option<String> {
    instant(wall?, event.zone)
        .ok()
        .map(|time| time.to_rfc3339())
}

/// Returns what a list about something else says of a session.
pub(super) fn session_row(event: &Event, session: &Session) -> Record {
    Record::new()
        .with("id", session.id.as_str())
        .with("title", session.title.as_str())
        .with("start", iso(event, session.start))
        .with("room", session.room.as_ref().map(Id::as_str))
}
