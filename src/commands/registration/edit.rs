use super::fields::{RegistrationFields, apply, plain_name, prepare};
use super::row;
use crate::commands::context::Context;
use crate::commands::desk::{Desk, remark_moves};
use crate::error::{Error, Exit, Result};
use crate::model::{Registration, Registrations, Status, What};
use crate::places::Book;

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
    /// Also if there are too few places
    #[arg(long)]
    force: bool,
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
    let desk = Desk::open(&event, "edit", context)?;
    let editor = folder.edit(context.mode())?;
    let edit = |list: &mut Registrations, book: &mut Book<'_>| {
        prepare(list, &given);
        let gets_a_place = |(column, word): &(String, String)| {
            column == "status" && Status::from_word(word) == Some(Status::Confirmed)
        };
        let at = list.place(&args.code)?;
        let has_one = list.get(at).and_then(Registration::status) == Some(Status::Confirmed);
        if !has_one && given.iter().any(gets_a_place) {
            book.passes_over(list, at);
        }
        let person = list.find_mut(&args.code)?;
        let before = person.clone();
        apply(person, &given);
        let code = person.code().to_string();
        if before.status() != person.status() {
            person.set("offer", "");
            let word = person.status().map_or("", Status::word);
            book.tell(&code, What::Status, word, "");
        }
        if before.get("priority") != person.get("priority") {
            book.tell(
                &code,
                What::Priority,
                person.get("priority"),
                args.fields.reason(),
            );
        }
        let others = given.iter().map(|(column, _)| column.as_str());
        let others: Vec<&str> = others
            .filter(|column| !["status", "priority"].contains(column))
            .filter(|column| before.get(column) != person.get(column))
            .collect();
        if !others.is_empty() {
            book.tell(&code, What::Changed, &others.join(", "), "");
        }
        if !args.force {
            book.refuse_overbooking(list)?;
        }
        Ok(code)
    };
    let (changed, moves) =
        desk.change(&editor, edit, |list, code, _| Ok(list.find(&code)?.clone()))?;
    let columns: Vec<&str> = given.iter().map(|(column, _)| column.as_str()).collect();
    let sentence = format!(
        "Changed {} of {}: {}.",
        columns.join(", "),
        changed.code(),
        changed.name()
    );
    context.screen.done(&sentence, &row::record(&changed))?;
    remark_moves(&moves, context);
    Ok(Exit::Done)
}
