use super::fields::SpeakerFields;
use crate::commands::context::Context;
use crate::commands::ids::known;
use crate::error::{Error, Exit, Result};
use crate::output::Record;
use crate::store::{FieldValue, Noun};

/// Change what speakers.toml says about a speaker
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The speaker's id
    id: String,
    /// Their name, as they want it written
    #[arg(long)]
    name: Option<String>,
    #[command(flatten)]
    fields: SpeakerFields,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let editor = folder.edit(context.mode())?;
    let reading = folder.read()?;
    let mut fields = Vec::from_iter(
        args.name
            .as_deref()
            .map(|name| ("name", FieldValue::text(name))),
    );
    fields.extend(args.fields.given(reading.event.as_ref())?);
    if fields.is_empty() {
        return Err(Error::new("nothing to change")
            .hint("name a field, as in --area Leeds; `--help` lists them"));
    }
    let speakers = reading.speakers;
    let speaker = &speakers[known(
        "speaker",
        &args.id,
        speakers.iter().map(|speaker| &speaker.id),
    )?];
    editor.set(Noun::Speaker, &speaker.id, &fields)?;
    let changed: Vec<&str> = fields.iter().map(|(key, _)| *key).collect();
    let sentence = format!("Changed {} of {}.", changed.join(", "), speaker.id);
    context.screen.done(
        &sentence,
        &Record::new()
            .with("edited", speaker.id.as_str())
            .with("changed", changed),
    )?;
    Ok(Exit::Done)
}
