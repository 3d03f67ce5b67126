use super::row;
use crate::commands::context::Context;
use crate::error::{Exit, Result};
use crate::import;
use crate::output::Record;

/// Say that two rows are one person, for good
///
/// The first keeps its code and values and gets what only the second has; the second row goes. Later imports know both
/// for one person.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The code that stays
    kept: String,
    /// The code that goes
    gone: String,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let editor = folder.edit(context.mode())?;
    let (person, name, mut memory) = editor.merging(|list| {
        let mut memory = folder.memory()?;
        let known = &mut memory.submissions;
        let name = import::merge(list, known, (&args.kept, &args.gone))?;
        Ok((list.find(&args.kept)?.clone(), name, memory))
    })?;
    editor.remember(&mut memory)?;
    let sentence = format!(
        "{} {} and {name} are one person: {} is gone.",
        person.code(),
        person.name(),
        args.gone
    );
    let result: Record = row::record(&person);
    context.screen.done(&sentence, &result)?;
    Ok(Exit::Done)
}
