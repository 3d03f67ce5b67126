use crate::agenda::{Whose, free_slots};
use crate::commands::context::Context;
use crate::commands::ids::{iso, known};
use crate::commands::session::Times;
use crate::error::{Exit, Result};
use crate::output::List;

/// List when rooms are free, or a speaker is
///
/// Within the event's hours and those of the room, with the time to change over kept. Times that are for everybody,
/// such as lunch and plenaries, do not count as free.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Only this room
    #[arg(long, value_name = "ID")]
    room: Option<String>,
    /// When this speaker is free and can come; with --room, when both are free
    #[arg(long, value_name = "ID")]
    speaker: Option<String>,
    /// How long it must be free at least
    #[arg(long, default_value_t = 15, value_parser = clap::value_parser!(u32).range(1..))]
    minutes: u32,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let conference = context.folder()?.read()?.trust(&["agenda.toml"])?;
    let event = &conference.event;
    let rooms = event.rooms.iter().map(|room| &room.id);
    let people = conference.speakers.iter().map(|speaker| &speaker.id);
    let room = args.room.as_deref();
    let room = room.map(|id| known("room", id, rooms)).transpose()?;
    let speaker = args.speaker.as_deref();
    let speaker = speaker.map(|id| known("speaker", id, people)).transpose()?;
    let whose = Whose {
        room: room.map(|at| &event.rooms[at].id),
        speaker: speaker.map(|at| &conference.speakers[at].id),
    };
    let slots = free_slots(&conference, whose, args.minutes);
    let mut list = List::new(&["room", "start", "end", "minutes"]);
    for slot in &slots {
        let time = |wall: crate::model::WallTime| match context.times() {
            Times::Iso => iso(event, Some(wall)),
            Times::Wall => Some(wall.format("%Y-%m-%d %H:%M").to_string()),
        };
        list.push(vec![
            slot.room.as_ref().map(|room| room.as_str()).into(),
            time(slot.span.start).into(),
            time(slot.span.end).into(),
            (slot.span.end - slot.span.start).num_minutes().into(),
        ]);
    }
    context.screen.list(&list)?;
    if slots.is_empty() {
        let says_when =
            event.hours.is_some() || event.rooms.iter().any(|room| !room.open.is_empty());
        context.screen.remark(if says_when {
            "Nothing is free for so long."
        } else {
            "Nobody knows when the event is open. Say so in event.toml: under [event], hours = \"09:30-17:00\""
        });
    }
    Ok(Exit::Done)
}
