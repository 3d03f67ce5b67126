use super::fields::{RegistrationFields, apply, plain_name, prepare};
use super::row;
use crate::commands::context::Context;
use crate::commands::desk::{Desk, remark_moves};
use crate::error::{Error, Exit, Result};
use crate::model::{Registrations, Status, What};
use crate::places::{Arrival, Book};

/// Add somebody who signed up on paper or by phone
///
/// They get a place while there is one, and wait otherwise, unless --status says more. The code that they are told is drawn here.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// What they want to be called
    #[arg(long)]
    name: String,
    #[command(flatten)]
    fields: RegistrationFields,
    /// Add them even if somebody of that name and address is in the list, or no place is left
    #[arg(long)]
    force: bool,
}

/// What the history says of who came this way.
const PAPER: &str = "signed up on paper or by phone";

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
    let desk = Desk::open(&event, "add", context)?;
    let editor = folder.edit(context.mode())?;
    let mut draw = |limit| context.draw(limit);
    let add = |list: &mut Registrations, book: &mut Book<'_>| {
        prepare(list, &given);
        let mut person = list.blank();
        person.set("code", list.draw_code(&mut draw).as_str());
        person.set("name", args.name.trim());
        person.set_status(Status::Waiting);
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
        match person.status() {
            Some(Status::Waiting) => book.arrives(list.len(), Arrival::new(&PAPER.into(), None)),
            status => book.tell(
                person.code(),
                What::Added,
                status.map_or("", Status::word),
                PAPER,
            ),
        }
        let priority = person.get("priority");
        if !priority.is_empty() {
            book.tell(
                person.code(),
                What::Priority,
                priority,
                args.fields.reason(),
            );
        }
        let code = person.code().to_string();
        let is_confirmed = person.status() == Some(Status::Confirmed);
        list.push(person);
        if is_confirmed {
            book.passes_over(list, list.len() - 1);
        }
        if !args.force {
            book.refuse_overbooking(list)?;
        }
        Ok(code)
    };
    let (added, mut moves) =
        desk.change(&editor, add, |list, code, _| Ok(list.find(&code)?.clone()))?;
    moves.moved_up.retain(|code| code != added.code());
    let sentence = format!(
        "Added {}: {} ({}).",
        added.code(),
        added.name(),
        added.get("status")
    );
    context.screen.done(&sentence, &row::record(&added))?;
    remark_moves(&moves, context);
    Ok(Exit::Done)
}
