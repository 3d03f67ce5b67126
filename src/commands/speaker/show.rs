use super::row::record;
use crate::commands::context::Context;
use crate::commands::ids::{known, session_row};
use crate::error::{Exit, Result};
use crate::output::Record;

/// Show all about one speaker, with their sessions
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The speaker's id
    id: String,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let conference = context.folder()?.read()?.trust(&["speakers.toml"])?;
    let ids = conference.speakers.iter().map(|speaker| &speaker.id);
    let at = known("speaker", &args.id, ids)?;
    let speaker = &conference.speakers[at];
    let sessions: Vec<_> = conference
        .sessions_of(&speaker.id)
        .map(|session| session_row(&conference.event, session))
        .collect();
    let sessions: Vec<_> = sessions.iter().map(Record::value).collect();
    context
        .screen
        .record(&record(speaker).with("sessions", sessions))?;
    Ok(Exit::Done)
}
