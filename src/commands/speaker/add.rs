use super::fields::SpeakerFields;
use crate::commands::context::Context;
use crate::error::{Error, Exit, Result};
use crate::model::Id;
use crate::output::Record;
use crate::store::{FieldValue, Noun};

/// Add a speaker to speakers.toml
///
/// The id is made from the name if it is left out.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The id by which sessions will name them
    id: Option<String>,
    /// Their name, as they want it written
    #[arg(long, required_unless_present_any = ["anonymous", "public_name"])]
    name: Option<String>,
    #[command(flatten)]
    fields: SpeakerFields,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let name = args.name.as_deref().unwrap_or_default();
    let id = match &args.id {
        Some(id) => Id::parse(id)?,
        None => Id::from_words(name).ok_or_else(|| {
            Error::new("no id can be made from this name")
                .hint("give one: plenary speaker add ID --name …")
        })?,
    };
    let mut fields = vec![("id", FieldValue::text(id.as_str()))];
    fields.extend((!name.is_empty()).then(|| ("name", FieldValue::text(name))));
    let editor = folder.edit(context.mode())?;
    let reading = folder.read()?;
    fields.extend(args.fields.given(reading.event.as_ref())?);
    if reading.speakers.iter().any(|speaker| speaker.id == id) {
        return Err(
            Error::new(format!("there is a speaker `{id}` already")).hint(format!(
                "change them with `plenary speaker edit {id}`, or give another id"
            )),
        );
    }
    editor.add(Noun::Speaker, &fields)?;
    context.screen.done(
        &format!("Added speaker {id}."),
        &Record::new().with("added", id.as_str()),
    )?;
    Ok(Exit::Done)
}
