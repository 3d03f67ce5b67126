mod conflicts;
mod diff;
mod free;
mod release;
mod show;
mod suggest;

use crate::commands::context::Context;
use crate::error::{Exit, Result};

/// See the agenda as a whole, freeze it, and see what changed
#[derive(clap::Subcommand, Debug)]
pub(super) enum Command {
    Show(show::Args),
    Conflicts(conflicts::Args),
    Release(release::Args),
    Diff(diff::Args),
    Free(free::Args),
    Suggest(suggest::Args),
}

impl Command {
    pub(super) fn run(self, context: &mut Context) -> Result<Exit> {
        match self {
            Self::Show(args) => show::run(&args, context),
            Self::Conflicts(args) => conflicts::run(&args, context),
            Self::Release(args) => release::run(&args, context),
            Self::Diff(args) => diff::run(&args, context),
            Self::Free(args) => free::run(&args, context),
            Self::Suggest(args) => suggest::run(&args, context),
        }
    }
}
