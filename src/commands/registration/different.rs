use crate::commands::context::Context;
use crate::error::{Error, Exit, Result};
use crate::output::Record;

/// Say that two rows that look like one person are two, for good
///
/// No import asks about these two again.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The code of one
    one: String,
    /// The code of the other
    other: String,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let editor = folder.edit(context.mode())?;
    let list = folder.registrations()?;
    let (one, other) = (list.find(&args.one)?, list.find(&args.other)?);
    if one.code() == other.code() {
        return Err(Error::new("that is one code twice").hint("give the codes of two people"));
    }
    let new = editor.tell_apart(one.code(), other.code())?;
    let already = if new { "" } else { ", as was known" };
    let sentence = format!(
        "{} {} and {} {} are two people{already}.",
        one.code(),
        one.name(),
        other.code(),
        other.name()
    );
    let result = Record::new()
        .with("one", one.code())
        .with("other", other.code())
        .with("changed", new);
    context.screen.done(&sentence, &result)?;
    Ok(Exit::Done)
}
