use super::fields::{RegistrationFields, apply, plain_name, prepare};
use super::row;
use crate::commands::context::Context;
use crate::error::{Error, Exit, Result};
use crate::model::Status;

/// Add somebody who signed up on paper or by phone
///
/// They are confirmed unless --status says otherwise. The code that they are told is drawn here.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// What they want to be called
    #[arg(long)]
    name: String,
    #[command(flatten)]
    fields: RegistrationFields,
    /// Add them even if somebody of that name and address is in the list
    #[arg(long)]
    force: bool,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    plain_name(&args.name)?;
    let folder = context.folder()?;
    let event = folder.read()?.trust(&[])?.event;
    let given = args
        .fields
        .given(&event, folder.registrations()?.columns().names())?;
    let registered = context
        .now(event.zone)?
        .with_timezone(&event.zone)
        .format("%Y-%m-%d %H:%M")
        .to_string();
    let editor = folder.edit(context.mode())?;
    let added = editor.registrations(|list| {
        prepare(list, &given);
        let mut person = list.blank();
        person.set("code", list.draw_code(|limit| context.draw(limit)).as_str());
        person.set("name", args.name.trim());
        person.set_status(Status::Confirmed);
        person.set("registered", &registered);
        person.set("source", "plenary");
        apply(&mut person, &given);
        if let Some(known) = list.same_person(&person).filter(|_| !args.force) {
            return Err(Error::new(format!(
                "{} is in the list already, as {}",
                known.name(),
                known.code()
            ))
            .hint(format!(
                "change them with `plenary registration edit {}`, or pass --force",
                known.code()
            )));
        }
        list.push(person.clone());
        Ok(person)
    })?;
    let sentence = format!(
        "Added {}: {} ({}).",
        added.code(),
        added.name(),
        added.get("status")
    );
    context.screen.done(&sentence, &row::record(&added))?;
    Ok(Exit::Done)
}
