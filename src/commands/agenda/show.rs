use crate::agenda::{Day, days};
use crate::commands::context::{Context, counted};
use crate::commands::ids::known;
use crate::commands::session::{KEYS, values};
use crate::error::{Exit, Result};
use crate::model::{Conference, Room, Session};
use crate::output::{Format, Grid, List};

/// Show the agenda by day, room and time
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Only what is in this room
    #[arg(long)]
    room: Option<String>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let mut conference = context.folder()?.read()?.trust(&["agenda.toml"])?;
    if let Some(room) = &args.room {
        known(
            "room",
            room,
            conference.event.rooms.iter().map(|room| &room.id),
        )?;
        conference
            .sessions
            .retain(|session| session.room.as_ref().is_none_or(|id| id.as_str() == room));
        conference
            .event
            .rooms
            .retain(|kept| kept.id.as_str() == room);
    }
    if context.screen.format() != Format::Table {
        return rows(&conference, context);
    }
    for (at, day) in days(&conference).iter().enumerate() {
        if at > 0 {
            context.screen.text("\n")?;
        }
        context
            .screen
            .heading(&day.date.format("%A %-d %B %Y").to_string())?;
        context.screen.grid(&grid(&conference, day))?;
    }
    let unscheduled: Vec<&Session> = conference
        .sessions
        .iter()
        .filter(|session| session.start.is_none())
        .collect();
    if !unscheduled.is_empty() {
        if unscheduled.len() < conference.sessions.len() {
            context.screen.text("\n")?;
        }
        context.screen.heading(&format!(
            "{} not scheduled",
            counted(unscheduled.len(), "session")
        ))?;
        let mut list = List::new(&["id", "title", "speakers"]);
        for session in unscheduled {
            list.push_texts([
                session.id.as_str(),
                &session.title,
                &people(&conference, session),
            ]);
        }
        context.screen.list(&list)?;
    }
    Ok(Exit::Done)
}

fn rows(conference: &Conference, context: &mut Context) -> Result<Exit> {
    let mut list = List::showing(KEYS);
    let scheduled = days(conference)
        .into_iter()
        .flat_map(|day| day.sessions)
        .map(|(_, session)| session);
    let unscheduled = conference
        .sessions
        .iter()
        .filter(|session| session.start.is_none());
    for session in scheduled.chain(unscheduled) {
        list.push(values(&conference.event, session, context.times()));
    }
    context.screen.list(&list)?;
    Ok(Exit::Done)
}

fn grid(conference: &Conference, day: &Day<'_>) -> Grid {
    let used = |room: &&Room| {
        day.sessions
            .iter()
            .any(|(_, session)| session.room.as_ref() == Some(&room.id))
    };
    let rooms: Vec<&Room> = conference.event.rooms.iter().filter(used).collect();
    let mut grid = Grid::new(rooms.iter().map(|room| room.name.clone()).collect());
    for (start, session) in &day.sessions {
        let column = rooms
            .iter()
            .position(|room| Some(&room.id) == session.room.as_ref());
        let time = start.format("%H:%M").to_string();
        // A room that event.toml does not know is named with the session: `check` reports it.
        let stray = session
            .room
            .as_ref()
            .filter(|_| column.is_none())
            .map(|room| format!(" in {room}"));
        let end = session
            .end()
            .map(|end| format!(" (until {})", end.format("%H:%M")))
            .unwrap_or_default();
        let cancelled = if session.cancelled { "CANCELLED: " } else { "" };
        let mut text = format!(
            "{cancelled}{}{}{end}",
            session.title,
            stray.unwrap_or_default()
        );
        let people = people(conference, session);
        if !people.is_empty() && people != session.title {
            text += &format!("\n{people}");
        }
        grid.put(&time, column, text);
    }
    grid
}

/// Returns who speaks, under the names that may be shown.
fn people(conference: &Conference, session: &Session) -> String {
    let name = |id| {
        conference
            .speaker(id)
            .map_or_else(|| format!("{id}?"), |one| one.public_name().to_string())
    };
    session
        .speakers
        .iter()
        .map(name)
        .collect::<Vec<_>>()
        .join(", ")
}
