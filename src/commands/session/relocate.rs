use super::fields::{known_room, written};
use crate::agenda::new_conflicts;
use crate::commands::context::Context;
use crate::commands::ids::{iso, known};
use crate::error::{Error, Exit, Result, Severity};
use crate::model::{Id, Session};
use crate::output::Record;
use crate::store::{Fields, Noun};

/// Move a session to another time, another room or both; it keeps its length
///
/// Says which conflicts the move would make, and makes no error without --force.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The session's id
    id: String,
    /// When it shall begin: "2024-04-13 10:00", or "10:00" on the only day
    #[arg(long, value_name = "TIME")]
    to: Option<String>,
    /// The id of the room it shall be in
    #[arg(long)]
    room: Option<String>,
    /// Move it even if that makes a conflict
    #[arg(long)]
    force: bool,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    if args.to.is_none() && args.room.is_none() {
        return Err(
            Error::new(format!("nobody says where `{}` is to go", args.id))
                .hint("name a time with --to \"10:00\", a room with --room ID, or both"),
        );
    }
    let folder = context.folder()?;
    let editor = folder.edit(context.mode())?;
    let conference = folder.read()?.trust(&["agenda.toml"])?;
    let at = known(
        "session",
        &args.id,
        conference.sessions.iter().map(|session| &session.id),
    )?;
    let mut moved = conference.clone();
    let session = &mut moved.sessions[at];
    let mut fields = Fields::new();
    if let Some(to) = &args.to {
        let start = moved.event.clock().time(to)?;
        session.start = Some(start);
        fields.push(("start", written(&moved.event, start)));
        if let Some(end) = session.end().filter(|_| session.origin.has("end")) {
            fields.push(("end", written(&moved.event, end)));
        }
    }
    if let Some(room) = &args.room {
        known_room(&moved.event, room)?;
        session.room = Some(Id::parse(room)?);
        fields.push(("room", crate::store::FieldValue::text(room)));
    }
    let made = new_conflicts(&conference, &moved);
    if !made.is_empty() {
        context.screen.warn(&made);
        let wrong = made
            .iter()
            .any(|finding| finding.severity == Severity::Error);
        if wrong && !args.force {
            return Err(Error::new(format!(
                "moving `{}` would make a conflict, so it was not moved",
                args.id
            ))
            .hint("choose another time or room, or pass --force"));
        }
    }
    editor.set(Noun::Session, &moved.sessions[at].id, &fields)?;
    let session = &moved.sessions[at];
    let result = Record::new()
        .with("moved", session.id.as_str())
        .with("start", iso(&moved.event, session.start))
        .with("end", iso(&moved.event, session.end()))
        .with("room", session.room.as_ref().map(Id::as_str));
    context
        .screen
        .done(&sentence(&conference.sessions[at], session), &result)?;
    Ok(Exit::Done)
}

/// Says what is new of where and when a session is, and what is not.
fn sentence(old: &Session, new: &Session) -> String {
    let id = &new.id;
    if (old.start, &old.room) == (new.start, &new.room) {
        return format!("{id} is there already.");
    }
    let room = new.room.as_ref().map(Id::as_str).unwrap_or_default();
    match new.start.map(|start| start.format("%A %H:%M").to_string()) {
        None => format!("Moved {id} to {room}; it has no time yet."),
        Some(time) if old.start == new.start => format!("Moved {id} to {room}, {time} as before."),
        Some(time) if room.is_empty() => format!("Moved {id} to {time}."),
        Some(time) => format!("Moved {id} to {time} in {room}."),
    }
}
