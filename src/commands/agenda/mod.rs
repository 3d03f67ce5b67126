mod conflicts;
mod diff;
mod release;
mod show;

use crate::commands::context::Context;
use crate::error::{Exit, Result};

/// See the agenda as a whole, freeze it, and see what changed
#[derive(clap::Subcommand, Debug)]
pub(super) enum Command {
    Show(show::Args),
    Conflicts(conflicts::Args),
    Release(release::Args),
    Diff(diff::Args),
}

impl Command {
    pub(super) fn run(self, context: &mut Context) -> Result<Exit> {
        match self {
            Self::Show(args) => show::run(&args, context),
            Self::Conflicts(args) => conflicts::run(&args, context),
            Self::Release(args) => release::run(&args, context),
            Self::Diff(args) => diff::run(&args, context),
        }
    }
}
