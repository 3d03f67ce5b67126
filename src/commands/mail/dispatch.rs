use std::collections::HashSet;

use super::deliver::{deliver, stays};
use super::post::Post;
use super::report::{tell_nothing_sent, tell_sent};
use super::words::noun;
use crate::commands::context::{Context, counted};
use crate::error::{Exit, Finding, Result};
use crate::mail::{Draft, Fate, Kind, Outgoing, Patience, Summary};
use crate::model::{MailKey, MailKeys};
use crate::store::{Journalist, Mode};

/// Which of the mails that wait are to be sent.
#[derive(Default)]
pub(super) struct Order<'o> {
    /// Only theirs, by code or id; everybody's if none.
    pub(super) people: Option<HashSet<String>>,
    /// Only mails of which this is true, by what became of them; all if none.
    pub(super) which: Option<&'o Which<'o>>,
    /// At most so many.
    pub(super) limit: Option<usize>,
    /// What servers have put off too, before its time has come.
    pub(super) retry: bool,
    /// What a dry run has drafted and not saved.
    pub(super) unsaved: Vec<Draft>,
}

/// Tells by what became of a mail whether an order is about it.
pub(super) type Which<'o> = dyn Fn(&MailKey, Fate) -> bool + 'o;

/// More mails than this are not sent before somebody at a terminal has agreed.
const WITHOUT_ASKING: usize = 20;

/// Sends what waits in the outbox and may go, and tells what came of it.
pub(super) fn dispatch(
    order: &Order<'_>,
    post: &Post,
    journalist: &Journalist,
    context: &mut Context,
) -> Result<Exit> {
    let (waiting, mut unfit) = post.waiting()?;
    let standing = post.standing(journalist.known());
    let mut keys = MailKeys::default();
    let unsaved = order.unsaved.iter().map(|draft| draft.key.clone());
    for key in waiting.iter().chain(unsaved) {
        let fate = standing.fate(&key);
        let told = (&mut unfit, &mut *context);
        if is_wanted((&key, fate), order, post, told)?
            && is_unsent((&key, fate), post, (&mut unfit, context))
        {
            keys.push(&key);
        }
    }
    drop(waiting);
    let patience = Patience {
        is_over: order.retry,
        ..post.patience()
    };
    let outgoing = Outgoing::choose(keys.iter(), &standing, &patience)
        .at_most(order.limit.unwrap_or(usize::MAX));
    let held_back = match outgoing.skipped().in_doubt {
        0 => Exit::Done,
        _ => Exit::BadNews,
    };
    let mut summary = Summary::default();
    let mut would_send = Vec::new();
    if context.mode() == Mode::DryRun {
        let (fit, flaws) = rehearse(&outgoing, post)?;
        unfit.extend(flaws);
        would_send = fit;
    } else if outgoing.count() > 0 {
        if outgoing.count() > WITHOUT_ASKING && context.can_ask() {
            let question = question(&outgoing, post)?;
            if !context.confirm(&question)? {
                context
                    .screen
                    .remark("Nothing was sent; the drafts stay in outbox/.");
                return Ok(Exit::Done);
            }
        }
        summary = deliver(&outgoing, &mut unfit, post, journalist, context)?;
    }
    context.screen.warn(&unfit);
    let flawed = if unfit.is_empty() {
        Exit::Done
    } else {
        Exit::BadNews
    };
    if summary == Summary::default() {
        tell_nothing_sent(&outgoing, &would_send, post, context)?;
    } else {
        tell_sent(&summary, &outgoing, post, context)?;
    }
    Ok(summary.exit().max(held_back).max(flawed))
}

/// Tells whether the command is about a mail that may go. What is not due any more is taken out of the outbox.
fn is_wanted(
    (key, fate): (&MailKey, Fate),
    order: &Order<'_>,
    post: &Post,
    (unfit, context): (&mut Vec<Finding>, &mut Context),
) -> Result<bool> {
    let people = order.people.as_ref();
    if !order.which.is_none_or(|is_one| is_one(key, fate))
        || !people.is_none_or(|people| people.contains(&key.person))
    {
        return Ok(false);
    }
    let Some(why) = post.forbids(key)? else {
        return Ok(true);
    };
    // A file that only looks like a draft is somebody's own.
    let file = format!("{key}.eml");
    if let Some(finding) = post.foreign(&file) {
        unfit.push(finding);
        return Ok(false);
    }
    context
        .screen
        .say(&format!("{file} is not sent: {} {why}.", key.person));
    // A list with nobody in it is one that is away: it will be back, and what people wrote into drafts would not.
    if !post.registrations.is_empty() {
        remove(&file, unfit, post, context);
    }
    Ok(false)
}

/// Tells whether a mail has not arrived. A run that was killed may have left drafts of others, which are of no use any
/// more.
fn is_unsent(
    (key, fate): (&MailKey, Fate),
    post: &Post,
    (unfit, context): (&mut Vec<Finding>, &Context),
) -> bool {
    let is_sent = fate == Fate::Accepted;
    if is_sent {
        remove(&format!("{key}.eml"), unfit, post, context);
    }
    !is_sent
}

/// Removes a draft. One that cannot be removed keeps nobody else from getting theirs.
fn remove(file: &str, unfit: &mut Vec<Finding>, post: &Post, context: &Context) {
    if context.mode() == Mode::Real {
        unfit.extend(post.folder.remove_draft(file).err().map(stays));
    }
}

/// Returns of the drafts that would be sent, up to the limit, those that can be, and what is wrong with others before
/// them.
fn rehearse(outgoing: &Outgoing, post: &Post) -> Result<(Vec<MailKey>, Vec<Finding>)> {
    let (mut fit, mut flaws) = (Vec::new(), Vec::new());
    for mail in outgoing.mails() {
        if fit.len() == outgoing.count() {
            break;
        }
        match post.open_draft(&mail.key)? {
            Some(Err(finding)) => flaws.push(finding),
            _ => fit.push(mail.key),
        }
    }
    Ok((fit, flaws))
}

/// Asks as whom, through which server and what is sent.
fn question(outgoing: &Outgoing, post: &Post) -> Result<String> {
    let count = outgoing.count();
    let mut kinds: Vec<MailKey> = Vec::new();
    for mail in outgoing.mails().take(count) {
        if kinds.last().is_none_or(|last| last.kind != mail.key.kind) {
            kinds.push(mail.key);
        }
    }
    let what = match kinds.as_slice() {
        [only] => counted(count, &noun(&Kind::of(&only.kind))),
        _ => {
            let names: Vec<String> = kinds.iter().map(|key| key.kind.to_string()).collect();
            format!("{} ({})", counted(count, "mail"), names.join(", "))
        }
    };
    let first = match kinds.first() {
        Some(first) => post.open_draft(first)?,
        None => None,
    };
    let from = match first {
        Some(Ok(draft)) => format!(" from {}", draft.from),
        _ => String::new(),
    };
    Ok(format!("Send {what}{from} through {}?", post.server))
}
