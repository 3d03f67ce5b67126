use super::turn::turn;
use crate::commands::context::Context;
use crate::error::{Exit, Result};
use crate::model::Status;

/// Note that people do not come; their rows stay, and who waits moves up
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Their codes
    #[arg(required = true)]
    codes: Vec<String>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    turn(&args.codes, (Status::Cancelled, false), context)
}
