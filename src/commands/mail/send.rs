use super::dispatch::{Order, dispatch};
use super::draft::{Again, draft, draft_exit};
use super::post::Post;
use super::recipients::Recipients;
use super::words::drafted_sentence;
use crate::commands::context::Context;
use crate::error::{Exit, Result};
use crate::mail::Person;

/// Send what waits in outbox/; with a kind, draft first what is due
///
/// A mail that was sent is never sent again, in this run or another. One that may or may not have arrived is held back
/// and listed: see `plenary mail status` and `plenary mail resolve`. One that a server puts off is tried again by later
/// runs, after 15 minutes, 45 minutes, 2 hours and then every 4 hours, until it is given up after 4 days.
///
/// Drafts may be edited and deleted until they go, also while others go: one that is edited meanwhile waits for the next
/// run.
///
/// Ends with 1 if a mail was refused in this run, or one is in doubt; with 75 if some have to be tried again.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Which mail to draft first: confirmation, reminder and so on; `plenary mail draft --help` tells who gets which
    kind: Option<String>,
    #[command(flatten)]
    recipients: Recipients,
    #[command(flatten)]
    again: Again,
    /// At most so many
    #[arg(long, value_name = "MAILS", value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
    /// Try what a server has put off at once, without waiting for its time to come
    #[arg(long)]
    retry: bool,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Exit> {
    let revision = args.again.revision(&args.recipients)?;
    let post = Post::open(context)?;
    // First of all: two runs that draft and send at once would only get in each other's way.
    let journalist = post.folder.journalist(context.mode())?;
    let mut order = Order {
        limit: args.limit.map(|limit| limit as usize),
        retry: args.retry,
        ..Order::default()
    };
    let mut exit = Exit::Done;
    if let Some(kind) = &args.kind {
        let kind = args.recipients.kind(kind, &post)?;
        let (drafts, unsaved) = draft((&kind, revision), &args.recipients, &post, context)?;
        context.screen.remark(&drafted_sentence(&drafts, &kind));
        exit = draft_exit(&drafts);
        order.unsaved = unsaved;
    }
    if args.recipients.are_limited() {
        let people = args.recipients.people(None, &post)?;
        order.people = Some(people.iter().map(Person::id).map(str::to_owned).collect());
    }
    Ok(exit.max(dispatch(&order, &post, &journalist, context)?))
}
