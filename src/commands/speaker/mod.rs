mod add;
mod edit;
mod fields;
mod import;
mod list;
mod remove;
mod row;
mod show;

use crate::commands::context::Context;
use crate::error::{Exit, Result};

/// Manage the people on the programme
#[derive(clap::Subcommand, Debug)]
pub(super) enum Command {
    #[command(alias = "ls")]
    List(list::Args),
    Show(show::Args),
    Add(add::Args),
    Edit(edit::Args),
    Import(import::Args),
    #[command(alias = "rm")]
    Remove(remove::Args),
}

impl Command {
    pub(super) fn run(self, context: &mut Context) -> Result<Exit> {
        match self {
            Self::List(args) => list::run(&args, context),
            Self::Show(args) => show::run(&args, context),
            Self::Add(args) => add::run(&args, context),
            Self::Edit(args) => edit::run(&args, context),
            Self::Import(args) => import::run(&args, context),
            Self::Remove(args) => remove::run(&args, context),
        }
    }
}
