use crate::commands::context::{Context, counted};
use crate::commands::ids::known;
use crate::error::{Error, Exit, Result};
use crate::output::Record;
use crate::store::Noun;

/// Take a speaker out of speakers.toml
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The speaker's id
    id: String,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let conference = folder.read()?.trust(&["speakers.toml", "agenda.toml"])?;
    let speakers = &conference.speakers;
    let id = &speakers[known(
        "speaker",
        &args.id,
        speakers.iter().map(|speaker| &speaker.id),
    )?]
    .id;
    let sessions: Vec<&str> = conference
        .sessions_of(id)
        .map(|session| session.id.as_str())
        .collect();
    if !sessions.is_empty() {
        let count = counted(sessions.len(), "session");
        return Err(Error::new(format!(
            "`{id}` is on the programme in {count}: {}",
            sessions.join(", ")
        ))
        .hint("take them out there first: plenary session edit ID --speaker …"));
    }
    if !context.confirm(&format!("Take speaker {id} out of speakers.toml?"))? {
        context.screen.remark("Nothing was changed.");
        return Ok(Exit::Done);
    }
    folder.edit(context.mode())?.remove(Noun::Speaker, id)?;
    context.screen.done(
        &format!("Removed speaker {id}."),
        &Record::new().with("removed", id.as_str()),
    )?;
    Ok(Exit::Done)
}
