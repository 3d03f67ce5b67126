use std::collections::HashSet;

use super::dispatch::{Order, Which, dispatch};
use super::draft::{draft_exit, draft_people};
use super::post::Post;
use crate::commands::context::Context;
use crate::due::Mailing;
use crate::error::{Exit, Result};
use crate::mail::{Fate, Kind, Person, Revision};
use crate::model::MailState;
use crate::store::Journalist;

/// What came of mails that were due by themselves.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::commands) struct Sent {
    pub(in crate::commands) accepted: usize,
    pub(in crate::commands) refused: usize,
    pub(in crate::commands) deferred: usize,
    pub(in crate::commands) in_doubt: usize,
    pub(in crate::commands) exit: Exit,
}

/// Kinds of mail that nobody has to ask for, to whom they are due. Other drafts wait until somebody has read them.
const AUTOMATIC: [&str; 6] = [
    "confirmation",
    "place",
    "offer",
    "waiting",
    "reminder",
    "cancelled",
];

/// Drafts mails that are due, and sends them with those of earlier runs and those that servers have put off.
pub(in crate::commands) fn send_due(
    mailings: &[Mailing],
    journalist: &Journalist,
    context: &mut Context,
) -> Result<Sent> {
    let mut post = Post::open(context)?;
    // Drafts of mails that go out at once are nothing that `undo` could take back.
    post.folder = post.folder.without_run();
    let mut exit = Exit::Done;
    for mailing in mailings {
        let people = mailing
            .people
            .iter()
            .filter_map(|at| post.registrations.get(*at));
        let people: Vec<Person<'_>> = people.map(Person::Registered).collect();
        let revision = if mailing.again {
            Revision::Next
        } else {
            Revision::Same
        };
        let (drafts, _) = draft_people((&mailing.kind, revision), people, &post, context)?;
        exit = exit.max(draft_exit(&drafts));
    }
    let known = journalist.known().len();
    exit = exit.max(send(mailings, &post, journalist, context)?);
    let mut sent = Sent {
        exit,
        ..Sent::default()
    };
    for line in post.folder.journal()?.iter().skip(known) {
        match line.state() {
            MailState::Accepted => sent.accepted += 1,
            MailState::Refused => sent.refused += 1,
            MailState::Deferred => sent.deferred += 1,
            MailState::Doubtful => sent.in_doubt += 1,
            _ => {}
        }
    }
    Ok(sent)
}

/// Sends the mails that are due, and others once more that servers have put off. What a run before this one has drafted
/// and is due to nobody any more is taken away.
fn send(
    mailings: &[Mailing],
    post: &Post,
    journalist: &Journalist,
    context: &mut Context,
) -> Result<Exit> {
    let due = mailings.iter().flat_map(|mailing| {
        let people = mailing.people.iter();
        let people = people.filter_map(|at| post.registrations.get(*at));
        people.map(|person| (mailing.kind.name().as_str(), person.code()))
    });
    let due: HashSet<(&str, &str)> = due.collect();
    let goes: &Which<'_> = &|key, fate| match fate {
        Fate::Deferred => true,
        Fate::Free => {
            due.contains(&(key.kind.as_str(), key.person.as_str()))
                || AUTOMATIC.contains(&Kind::family(&key.kind))
                    // To be taken away. What cannot be decided is met again further down.
                    && !matches!(post.forbids(key), Ok(None))
        }
        Fate::Accepted | Fate::Refused | Fate::InDoubt(_) => false,
    };
    let standing = post.standing(journalist.known());
    let (keys, _) = post.waiting()?;
    if !keys.iter().any(|key| goes(&key, standing.fate(&key))) {
        return Ok(Exit::Done);
    }
    let order = Order {
        which: Some(goes),
        ..Order::default()
    };
    dispatch(&order, post, journalist, context)
}
