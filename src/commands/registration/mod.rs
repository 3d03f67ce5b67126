mod accept;
mod add;
mod cancel;
mod confirm;
mod different;
mod edit;
mod export;
mod fields;
mod list;
mod purpose;
mod row;
mod same;
mod show;
mod turn;
mod why;

use crate::commands::context::Context;
use crate::commands::import;
use crate::error::{Exit, Result};

/// Manage the people who signed up
#[derive(clap::Subcommand, Debug)]
pub(super) enum Command {
    #[command(alias = "ls")]
    List(list::Args),
    Show(show::Args),
    Add(add::Args),
    Edit(edit::Args),
    Cancel(cancel::Args),
    Confirm(confirm::Args),
    Accept(accept::Args),
    Why(why::Args),
    Import(import::Args),
    Same(same::Args),
    Different(different::Args),
    Export(export::Args),
}

impl Command {
    pub(super) fn run(self, context: &mut Context) -> Result<Exit> {
        match self {
            Self::List(args) => list::run(&args, context),
            Self::Show(args) => show::run(&args, context),
            Self::Add(args) => add::run(&args, context),
            Self::Edit(args) => edit::run(&args, context),
            Self::Cancel(args) => cancel::run(&args, context),
            Self::Confirm(args) => confirm::run(&args, context),
            Self::Accept(args) => accept::run(&args, context),
            Self::Why(args) => why::run(&args, context),
            Self::Import(args) => import::run(&args, context),
            Self::Same(args) => same::run(&args, context),
            Self::Different(args) => different::run(&args, context),
            Self::Export(args) => export::run(&args, context),
        }
    }
}
