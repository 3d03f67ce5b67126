use super::row;
use crate::commands::context::Context;
use crate::error::{Exit, Result};

/// Show all about one registration
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The code, as in krt-mwxb
    code: String,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let registrations = context.folder()?.registrations()?;
    context
        .screen
        .record(&row::record(registrations.find(&args.code)?))?;
    Ok(Exit::Done)
}
