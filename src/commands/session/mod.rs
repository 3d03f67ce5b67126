mod add;
mod edit;
mod fields;
mod import;
mod list;
mod relocate;
mod remove;
mod row;
mod show;

pub(super) use row::{KEYS, Times, values};

use crate::commands::context::Context;
use crate::error::{Exit, Result};

/// Manage the items of the agenda
#[derive(clap::Subcommand, Debug)]
pub(super) enum Command {
    #[command(alias = "ls")]
    List(list::Args),
    Show(show::Args),
    Add(add::Args),
    Edit(edit::Args),
    Import(import::Args),
    Move(relocate::Args),
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
            Self::Move(args) => relocate::run(&args, context),
            Self::Remove(args) => remove::run(&args, context),
        }
    }
}
