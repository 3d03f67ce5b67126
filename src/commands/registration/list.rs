use super::row;
use crate::commands::context::Context;
use crate::error::{Exit, Result};
use crate::model::Condition;

/// List the people who signed up
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Only those whose column has this value; column!=value for all others, again to narrow further
    #[arg(long = "where", value_name = "COLUMN=VALUE")]
    conditions: Vec<String>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let conditions = Condition::parse_all(&args.conditions)?;
    let registrations = folder.registrations()?;
    let chosen = Condition::select(&conditions, &registrations)?;
    context
        .screen
        .list(&row::list(registrations.columns(), chosen))?;
    if registrations.is_empty() {
        context
            .screen
            .remark("Nobody signed up yet. Bring sign-ups in: plenary import FILE.csv");
    }
    Ok(Exit::Done)
}
