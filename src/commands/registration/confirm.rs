use super::turn::turn;
use crate::commands::context::Context;
use crate::error::{Exit, Result};
use crate::model::Status;

/// Give people a place, whoever waits before them
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Their codes
    #[arg(required = true)]
    codes: Vec<String>,
    /// Also if there are too few places
    #[arg(long)]
    force: bool,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    turn(&args.codes, (Status::Confirmed, args.force), context)
}
