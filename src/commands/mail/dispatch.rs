use std::collections::HashSet;

use super::deliver::deliver;
use super::post::Post;
use super::report::{tell_nothing_sent, tell_sent};
use super::words::noun;
use crate::commands::context::{Context, counted};
use crate::error::{Exit, Result};
use crate::mail::{Draft, Fate, Kind, Outgoing, Patience, Standing, Summary};
use crate::model::MailKey;
use crate::store::{Journalist, Mode};

/// Which of the mails that wait are to be sent.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// Only theirs, by code or id; everybody's if none.
    pub(super) people: Option<HashSet<String>>,
    /// Only these mails; all if none.
    pub(super) mails: Option<HashSet<MailKey>>,
    /// At most so many.
    pub(super) limit: Option<usize>,
    /// What servers have put off too, before its time has come.
    pub(super) retry: bool,
    /// What a dry run has drafted and not saved.
    pub(super) unsaved: Vec<Draft>,
}

/// More mails than this are not sent before somebody at a terminal has agreed.
const WITHOUT_ASKING: usize = 20;

/// Sends what waits in the outbox and may go, and tells what came of it.
pub(super) fn dispatch(
    order: &Order,
    post: &Post,
    journalist: &Journalist,
    context: &mut Context,
) -> Result<Exit> {
    let (mut keys, mut unfit) = post.waiting()?;
    keys.extend(order.unsaved.iter().map(|draft| draft.key.clone()));
    let keys = wanted(keys, order, post, context)?;
    let patience = Patience {
        is_over: order.retry,
        ..post.patience()
    };
    let standing = post.standing(journalist.known());
    let keys = unsent(keys, &standing, post, context.mode())?;
    let outgoing =
        Outgoing::choose(keys, &standing, &patience).at_most(order.limit.unwrap_or(usize::MAX));
    let held_back = match outgoing.skipped().in_doubt {
        0 => Exit::Done,
        _ => Exit::BadNews,
    };
    let mut summary = Summary::default();
    if context.mode() == Mode::DryRun {
        unfit.extend(flaws(&outgoing, post)?);
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
        tell_nothing_sent(&outgoing, unfit.len(), post, context)?;
    } else {
        tell_sent(&summary, &outgoing, post, context)?;
    }
    Ok(summary.exit().max(held_back).max(flawed))
}

/// Returns the mails that the command is about. What is not due any more is taken out of the outbox.
fn wanted(
    keys: Vec<MailKey>,
    order: &Order,
    post: &Post,
    context: &mut Context,
) -> Result<Vec<MailKey>> {
    let mut wanted = Vec::with_capacity(keys.len());
    for key in keys {
        if let Some(why) = post.forbids(&key)? {
            let (file, id) = (format!("{key}.eml"), &key.person);
            context
                .screen
                .say(&format!("{file} is not sent: {id} {why}."));
            if context.mode() == Mode::Real {
                post.folder.remove_draft(&file)?;
            }
            continue;
        }
        let mails = order.mails.as_ref();
        let people = order.people.as_ref();
        if mails.is_none_or(|mails| mails.contains(&key))
            && people.is_none_or(|people| people.contains(&key.person))
        {
            wanted.push(key);
        }
    }
    Ok(wanted)
}

/// Returns the mails that have not arrived. A run that was killed may have left drafts of others, which are of no use any
/// more.
fn unsent(
    keys: Vec<MailKey>,
    standing: &Standing,
    post: &Post,
    mode: Mode,
) -> Result<Vec<MailKey>> {
    let (sent, unsent) = keys
        .into_iter()
        .partition::<Vec<_>, _>(|key| standing.fate(key) == Fate::Accepted);
    if mode == Mode::Real {
        for key in sent {
            post.folder.remove_draft(&format!("{key}.eml"))?;
        }
    }
    Ok(unsent)
}

/// Returns what is wrong with the drafts that would be sent.
fn flaws(outgoing: &Outgoing, post: &Post) -> Result<Vec<crate::error::Finding>> {
    let mut flaws = Vec::new();
    for mail in outgoing.mails() {
        if let Some(Err(finding)) = post.open_draft(&mail.key)? {
            flaws.push(finding);
        }
    }
    Ok(flaws)
}

/// Asks as whom, through which server and what is sent.
fn question(outgoing: &Outgoing, post: &Post) -> Result<String> {
    let count = outgoing.count();
    let sent = &outgoing.mails()[..count];
    let mut kinds: Vec<&MailKey> = sent.iter().map(|mail| &mail.key).collect();
    kinds.dedup_by(|one, other| one.kind == other.kind);
    let what = match kinds.as_slice() {
        [only] => counted(count, &noun(&Kind::of(&only.kind))),
        _ => {
            let names: Vec<String> = kinds.iter().map(|key| key.kind.to_string()).collect();
            format!("{} ({})", counted(count, "mail"), names.join(", "))
        }
    };
    let first = post.open_draft(&sent[0].key)?;
    let from = match first {
        Some(Ok(draft)) => format!(" from {}", draft.from),
        _ => String::new(),
    };
    Ok(format!("Send {what}{from} through {}?", post.server))
}
