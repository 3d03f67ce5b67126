use crate::commands::context::Context;
use crate::commands::ids::known;
use crate::error::{Exit, Result};
use crate::output::Record;
use crate::store::Noun;

/// Take a session out of agenda.toml
///
/// People who know of it are better served by --cancelled true: `plenary session edit ID --cancelled true`.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The session's id
    id: String,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let conference = folder.read()?.trust(&["agenda.toml"])?;
    let at = known(
        "session",
        &args.id,
        conference.sessions.iter().map(|session| &session.id),
    )?;
    let id = &conference.sessions[at].id;
    if !context.confirm(&format!("Take session {id} out of agenda.toml?"))? {
        context.screen.remark("Nothing was changed.");
        return Ok(Exit::Done);
    }
    folder.edit(context.mode())?.remove(Noun::Session, id)?;
    context.screen.done(
        &format!("Removed session {id}."),
        &Record::new().with("removed", id.as_str()),
    )?;
    Ok(Exit::Done)
}
