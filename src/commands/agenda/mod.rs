mod conflicts;
mod show;

use crate::commands::context::Context;
use crate::error::{Exit, Result};

/// See the agenda as a whole
#[derive(clap::Subcommand, Debug)]
pub(super) enum Command {
    Show(show::Args),
    Conflicts(conflicts::Args),
}

impl Command {
    pub(super) fn run(self, context: &mut Context) -> Result<Exit> {
        match self {
            Self::Show(args) => show::run(&args, context),
            Self::Conflicts(args) => conflicts::run(&args, context),
        }
    }
}
