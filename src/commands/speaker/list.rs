use super::row::{KEYS, values};
use crate::commands::context::Context;
use crate::error::{Exit, Result};
use crate::output::List;

/// List all speakers
#[derive(clap::Args, Debug)]
pub(crate) struct Args {}

pub(super) fn run(_: &Args, context: &mut Context) -> Result<Exit> {
    let conference = context.folder()?.read()?.trust(&["speakers.toml"])?;
    let mut list = List::showing(KEYS);
    for speaker in &conference.speakers {
        list.push(values(speaker));
    }
    context.screen.list(&list)?;
    if list.is_empty() {
        context
            .screen
            .remark("No speakers yet. Add one: plenary speaker add --name \"Ada Example\"");
    }
    Ok(Exit::Done)
}
