mod delete;
mod rows;
mod run;
mod survey;

use super::context::Context;
use crate::error::{Exit, Result};
use survey::Survey;

/// Show what is due and why; with --run, do it
///
/// Due are: places that became free, offers that have run out, mails to those who have a place, are offered one or wait,
/// reminders, another try for mails that a server put off, and the deletion of what its time has come for. One line for
/// cron does all of it: plenary due --run --quiet. With --now it shows what will be due then.
///
/// Of the drafts in outbox/ it sends those that are due; others wait for `plenary mail send`.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Do what is due
    #[arg(long)]
    run: bool,
}

/// Tells whether there is anything for `plenary due --run` to do.
pub(super) fn is_anything_due(context: &Context) -> Result<bool> {
    Ok(Survey::take(context)?.is_anything_due())
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    if args.run && context.mode() == crate::store::Mode::Real {
        return run::run(context);
    }
    let survey = Survey::take(context)?;
    let rows = rows::rows(&survey, context);
    if context.screen.is_narrow() {
        context.screen.sentences(&rows::sentences(&rows))?;
    } else {
        context.screen.list(&rows)?;
    }
    if !survey.is_anything_due() {
        context.screen.remark("Nothing is due now.");
    } else if !args.run {
        context.screen.remark("Do it: plenary due --run");
    }
    Ok(Exit::Done)
}
