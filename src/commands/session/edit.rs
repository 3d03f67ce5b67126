use super::fields::SessionFields;
use crate::commands::context::Context;
use crate::commands::ids::known;
use crate::error::{Error, Exit, Result};
use crate::output::Record;
use crate::store::{FieldValue, Noun};

/// Change what agenda.toml says about a session
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The session's id
    id: String,
    /// What it is called
    #[arg(long)]
    title: Option<String>,
    #[command(flatten)]
    fields: SessionFields,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let editor = folder.edit(context.mode())?;
    let conference = folder.read()?.trust(&["agenda.toml"])?;
    let at = known(
        "session",
        &args.id,
        conference.sessions.iter().map(|session| &session.id),
    )?;
    let id = &conference.sessions[at].id;
    let mut fields = Vec::from_iter(
        args.title
            .as_deref()
            .map(|title| ("title", FieldValue::text(title))),
    );
    fields.extend(args.fields.given(&conference)?);
    if fields.is_empty() {
        return Err(Error::new("nothing to change")
            .hint("name a field, as in --room main; `--help` lists them"));
    }
    // An end and a length say the same: the one that is set takes the other's place.
    for (set, other) in [("end", "minutes"), ("minutes", "end")] {
        if fields.iter().any(|(key, _)| *key == set) && conference.sessions[at].origin.has(other) {
            fields.push((other, FieldValue::Nothing));
        }
    }
    editor.set(Noun::Session, id, &fields)?;
    let changed: Vec<&str> = fields.iter().map(|(key, _)| *key).collect();
    let sentence = format!("Changed {} of {id}.", changed.join(", "));
    context.screen.done(
        &sentence,
        &Record::new()
            .with("edited", id.as_str())
            .with("changed", changed),
    )?;
    Ok(Exit::Done)
}
