use std::fmt::Write;

use super::row;
use crate::commands::context::Context;
use crate::commands::desk::{Desk, remark_moves};
use crate::error::{Error, Exit, Result};
use crate::import;
use crate::model::{Registrations, Status, What};
use crate::output::Record;
use crate::places::Book;

/// Say that two rows are one person, for good
///
/// The first keeps its code and values and gets what only the second has; the second row goes. An address that the second
/// gave later counts, and the other one goes into the note. They come if one of the rows does, unless their last answer
/// was no. Later imports know both for one person.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The code that stays
    kept: String,
    /// The code that goes
    gone: String,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let event = folder.read()?.trust(&[])?.event;
    let desk = Desk::open(&event, "same", context)?;
    let editor = folder.edit(context.mode())?;
    let merge = |list: &mut Registrations, book: &mut Book<'_>| {
        let mut memory = folder.memory()?;
        let known = &mut memory.submissions;
        let place = |list: &Registrations, typed: &str| Ok::<_, Error>(list.find(typed)?.clone());
        let (first, gone) = (place(list, &args.kept)?, place(list, &args.gone)?);
        let name = import::merge(list, known, (&args.kept, &args.gone))?;
        let kept = list.find(&args.kept)?;
        book.tell(kept.code(), What::Merged, gone.code(), "");
        if let Some(status) = kept.status().filter(|_| kept.status() != first.status()) {
            let why = match status {
                Status::Cancelled => "their last answer says so",
                _ => "the other row says so",
            };
            book.tell(kept.code(), What::Status, status.word(), why);
        }
        let why = format!("is one person with {}", kept.code());
        book.tell(gone.code(), What::Gone, "", &why);
        Ok((first, name, memory))
    };
    let ((person, first, name, memory), moves) =
        desk.merge(&editor, merge, |list, (first, name, memory), _| {
            let person = list.find(first.code())?.clone();
            Ok((person, first, name, editor.write_down(memory)))
        })?;
    editor.remember(memory)?;
    let mut sentence = format!(
        "{} {} and {name} are one person: {} is gone.",
        person.code(),
        person.name(),
        args.gone
    );
    for column in ["status", "email"] {
        let (old, new) = (first.get(column), person.get(column));
        if old != new && !old.is_empty() {
            let _ = write!(sentence, " {column}: {old} → {new}.");
        }
    }
    let result: Record = row::record(&person);
    context.screen.done(&sentence, &result)?;
    remark_moves(&moves, context);
    Ok(Exit::Done)
}
