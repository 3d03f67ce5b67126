use super::fields::SessionFields;
use crate::commands::context::Context;
use crate::error::{Error, Exit, Result};
use crate::model::Id;
use crate::output::Record;
use crate::store::{FieldValue, Noun};

/// Add a session to agenda.toml; without --start it is unscheduled
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The id by which commands will name it
    id: String,
    /// What it is called
    #[arg(long)]
    title: String,
    #[command(flatten)]
    fields: SessionFields,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let id = Id::parse(&args.id)?;
    let folder = context.folder()?;
    let editor = folder.edit(context.mode())?;
    let conference = folder.read()?.trust(&["agenda.toml"])?;
    if conference.session(&id).is_some() {
        return Err(
            Error::new(format!("there is a session `{id}` already")).hint(format!(
                "change it with `plenary session edit {id}`, or give another id"
            )),
        );
    }
    let mut fields = vec![
        ("id", FieldValue::text(id.as_str())),
        ("title", FieldValue::text(&args.title)),
    ];
    fields.extend(args.fields.given(&conference)?);
    editor.add(Noun::Session, &fields)?;
    context.screen.done(
        &format!("Added session {id}."),
        &Record::new().with("added", id.as_str()),
    )?;
    Ok(Exit::Done)
}
