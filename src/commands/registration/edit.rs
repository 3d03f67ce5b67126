use super::fields::{RegistrationFields, apply, plain_name, prepare};
use super::row;
use crate::commands::context::Context;
use crate::error::{Error, Exit, Result};

/// Change what is known about somebody
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The code, as in krt-mwxb
    code: String,
    /// What they want to be called
    #[arg(long)]
    name: Option<String>,
    #[command(flatten)]
    fields: RegistrationFields,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let event = folder.read()?.trust(&[])?.event;
    if let Some(name) = &args.name {
        plain_name(name)?;
    }
    let mut given = args
        .fields
        .given(&event, folder.registrations()?.columns().names())?;
    given.extend(args.name.clone().map(|name| ("name".to_string(), name)));
    if given.is_empty() {
        return Err(Error::new("nothing to change")
            .hint("name a column, as in --area Leeds; `--help` lists them"));
    }
    let editor = folder.edit(context.mode())?;
    let changed = editor.registrations(|list| {
        prepare(list, &given);
        let person = list.find_mut(&args.code)?;
        apply(person, &given);
        Ok(person.clone())
    })?;
    let columns: Vec<&str> = given.iter().map(|(column, _)| column.as_str()).collect();
    let sentence = format!(
        "Changed {} of {}: {}.",
        columns.join(", "),
        changed.code(),
        changed.name()
    );
    context.screen.done(&sentence, &row::record(&changed))?;
    Ok(Exit::Done)
}
