use crate::agenda;
use crate::commands::context::Context;
use crate::error::{Exit, Result};

/// Report what cannot happen as scheduled: rooms taken twice, people in two places
#[derive(clap::Args, Debug)]
pub(crate) struct Args {}

pub(super) fn run(_: &Args, context: &mut Context) -> Result<Exit> {
    let conference = context.folder()?.read()?.trust(&["agenda.toml"])?;
    let findings = agenda::conflicts(&conference);
    context.screen.findings(&findings)?;
    if findings.is_empty() {
        context.screen.remark("No conflicts.");
        return Ok(Exit::Done);
    }
    context
        .screen
        .remark(&super::super::check::summary(&findings));
    Ok(Exit::BadNews)
}
