use super::row::{KEYS, values};
use crate::commands::context::Context;
use crate::error::{Exit, Result};
use crate::model::order_by_key;
use crate::output::List;

/// List all sessions, the unscheduled ones last
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Only those without a start
    #[arg(long)]
    unscheduled: bool,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let conference = context.folder()?.read()?.trust(&["agenda.toml"])?;
    let mut sessions: Vec<_> = conference.sessions.iter().collect();
    sessions.retain(|session| !args.unscheduled || session.start.is_none());
    order_by_key(&mut sessions, |session| {
        (session.start.is_none(), session.start)
    });
    let mut list = List::showing(KEYS);
    for session in sessions {
        list.push(values(&conference.event, session, context.times()));
    }
    context.screen.list(&list)?;
    if conference.sessions.is_empty() {
        context.screen.remark(
            "No sessions yet. Add one: plenary session add opening --title Opening --start 10:00",
        );
    }
    Ok(Exit::Done)
}
