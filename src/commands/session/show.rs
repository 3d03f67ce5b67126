use super::row::record;
use crate::commands::context::Context;
use crate::commands::ids::known;
use crate::error::{Exit, Result};

/// Show all about one session
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The session's id
    id: String,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let conference = context.folder()?.read()?.trust(&["agenda.toml"])?;
    let at = known(
        "session",
        &args.id,
        conference.sessions.iter().map(|session| &session.id),
    )?;
    context.screen.record(&record(
        &conference.event,
        &conference.sessions[at],
        context.times(),
    ))?;
    Ok(Exit::Done)
}
