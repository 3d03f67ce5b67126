use crate::commands::context::Context;
use crate::commands::desk::{Desk, remark_moves};
use crate::error::{Exit, Result};
use crate::output::Record;

/// Note that somebody takes the place they were offered, and their group with them
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Their code
    code: String,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let event = folder.read()?.trust(&[])?.event;
    let desk = Desk::open(&event, "accept", context)?;
    let editor = folder.edit(context.mode())?;
    let (codes, moves) = desk.change(
        &editor,
        |list, book| book.accept(list, &args.code),
        |_, codes, _| Ok(codes),
    )?;
    let verb = if codes.len() == 1 { "has" } else { "have" };
    let sentence = format!("{} now {verb} a place.", codes.join(", "));
    let result = Record::new().with("confirmed", codes);
    context.screen.done(&sentence, &result)?;
    remark_moves(&moves, context);
    Ok(Exit::Done)
}
