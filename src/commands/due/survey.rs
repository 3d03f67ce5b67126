use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;

use chrono::{DateTime, Utc};

use super::delete::left;
use crate::commands::context::Context;
use crate::commands::standing::{history, standing};
use crate::due::{Deletion, Mailing, Mailings, Told, Unreachable, deletions, mailings, reached};
use crate::error::Result;
use crate::mail::transport::Server;
use crate::mail::{Draft, Fate, Patience, Standing};
use crate::model::{Event, MailKey, Registration, Registrations};
use crate::places::{Book, Moves, Past, Reach};
use crate::store::Folder;

/// What is due, worked out without doing it.
pub(super) struct Survey {
    pub(super) event: Event,
    pub(super) now: DateTime<Utc>,
    /// The list as it will be once places were given out.
    pub(super) list: Registrations,
    pub(super) moves: Moves,
    /// Whether giving out places changes any file.
    pub(super) places_change: bool,
    pub(super) mailings: Vec<Mailing>,
    /// Who is due a mail that cannot be written to them.
    pub(super) unreachable: Vec<Unreachable>,
    /// Those of them of whom the history does not tell yet.
    pub(super) unheard_of: Vec<Unreachable>,
    /// How many have no code, and whether that is news.
    pub(super) without_code: (usize, bool),
    /// Who knows of their offer.
    pub(super) reached: HashMap<String, Reach>,
    /// Mails whose drafts wait and that servers have put off, by when they are tried again.
    pub(super) retries: BTreeMap<DateTime<Utc>, Vec<MailKey>>,
    /// Drafts of mails that have arrived, which a run that was killed has left.
    pub(super) sent_drafts: Vec<String>,
    /// All deletions, with how many people or files they would concern, and when they are made at the earliest.
    pub(super) deletions: Vec<(Deletion, usize, DateTime<Utc>)>,
    /// Those of them that may be done now.
    pub(super) to_delete: Vec<Deletion>,
    /// Those that are to be announced.
    pub(super) to_announce: Vec<Deletion>,
}

impl Survey {
    /// Looks at the files of the event.
    pub(super) fn take(context: &Context) -> Result<Self> {
        let folder = context.folder()?;
        let event = folder.read()?.trust(&[])?.event;
        let now = context.now(event.zone)?;
        let server = event.mail.server.parse::<Server>().ok();
        let server = server.map_or(String::new(), |server| server.without_user());
        let standing = standing(&folder, server);
        let happened = history(&folder);
        let mut list = folder.registrations()?;
        let happened = happened()?;
        let mut book = Book::open(&list, &happened, (&event, now, "due"));
        let noticed = book.noticed().clone();
        let mut counted = Vec::new();
        for deletion in deletions(&event) {
            counted.push((deletion, left(&deletion, now, &list, &folder, &event)?));
        }
        let standing = standing()?;
        let retries = retries(&folder, &standing, now)?;
        let put_off: HashSet<MailKey> = retries.values().flatten().cloned().collect();
        let before;
        let told = |past| Told {
            standing: &standing,
            past,
            put_off: &put_off,
        };
        // To put together what happened to everybody takes a while, and mostly nobody is offered anything.
        let reached = if list.columns().position("offer").is_some() {
            before = Past::of(happened.iter().chain(noticed.iter()));
            reached(&list, told(&before), &Patience::of(&event, now))?
        } else {
            HashMap::new()
        };
        book = book.reaching(reached.clone());
        let (mut moves, past) = book.close_and_keep(&mut list);
        let entries = std::mem::take(&mut moves.entries);
        let anew;
        let past = if entries.is_empty() {
            &past
        } else {
            anew = Past::of(happened.iter().chain(entries.iter()));
            &anew
        };
        let Mailings {
            mailings,
            mut unreachable,
            without_code,
        } = mailings(&event, &list, told(past), now)?;
        unreachable.extend(doubtful(&standing, &list));
        let unheard_of = unreachable.iter().filter(|one| {
            let code = list.get(one.person).map_or("", Registration::code);
            past.get(code)
                .is_none_or(|known| known.unreachable != one.kind)
        });
        let unheard_of = unheard_of.cloned().collect();
        let there = |wanted: &dyn Fn(&Deletion) -> bool| -> Vec<Deletion> {
            let there = counted
                .iter()
                .filter(|(one, count)| *count > 0 && wanted(one));
            there.map(|(one, _)| *one).collect()
        };
        Ok(Self {
            to_delete: there(&|one| one.is_due(past, now)),
            to_announce: there(&|one| one.is_to_announce(past, now)),
            places_change: !entries.is_empty(),
            deletions: counted
                .iter()
                .map(|(one, count)| (*one, *count, one.earliest(past, now)))
                .collect(),
            event: event.clone(),
            now,
            list,
            moves,
            mailings,
            unreachable,
            without_code: (
                without_code,
                without_code > 0 && past.without_code() != without_code.to_string(),
            ),
            unheard_of,
            reached,
            retries,
            sent_drafts: sent_drafts(&folder, &standing)?,
        })
    }

    /// Tells whether there is anything to do now.
    pub(super) fn is_anything_due(&self) -> bool {
        let moves = &self.moves;
        let moved = [
            &moves.moved_up,
            &moves.offered,
            &moves.expired,
            &moves.renewed,
            &moves.noticed,
        ];
        moved.iter().any(|codes| !codes.is_empty())
            || !self.mailings.is_empty()
            || self.has_bad_news()
            || self.is_retry_due()
            || !self.to_delete.is_empty()
            || !self.to_announce.is_empty()
    }
}

impl Survey {
    /// Tells whether there is somebody who cannot be written to and was not named yet.
    pub(super) fn has_bad_news(&self) -> bool {
        !self.unheard_of.is_empty() || self.without_code.1
    }

    /// Tells whether a mail that was put off may be tried again now.
    pub(super) fn is_retry_due(&self) -> bool {
        self.retries
            .keys()
            .next()
            .is_some_and(|first| *first <= self.now)
    }
}

/// Returns where the event delivers copies, if it delivers into a folder.
pub(super) fn delivery(event: &Event) -> Option<PathBuf> {
    match event.mail.server.parse::<Server>() {
        Ok(Server::Folder(folder)) => Some(folder),
        _ => None,
    }
}

/// Returns who may not have got a mail although nobody will send it again by itself.
fn doubtful(standing: &Standing, list: &Registrations) -> Vec<Unreachable> {
    let mails = standing.in_doubt().filter_map(|(mail, _)| {
        Some(Unreachable {
            person: list.place(mail.line.person()).ok()?,
            kind: mail.line.kind().to_string(),
            why: "nobody knows whether it arrived: plenary mail status",
        })
    });
    mails.collect()
}

fn sent_drafts(folder: &Folder, standing: &Standing) -> Result<Vec<String>> {
    let drafts = folder.draft_names()?;
    let sent = drafts.iter().filter(|name| {
        Draft::key_of(name).is_some_and(|key| standing.fate(&key) == Fate::Accepted)
    });
    Ok(sent.map(String::from).collect())
}

fn retries(
    folder: &Folder,
    standing: &Standing,
    now: DateTime<Utc>,
) -> Result<BTreeMap<DateTime<Utc>, Vec<MailKey>>> {
    let drafts = folder.draft_names()?;
    let waits = |key: &MailKey| drafts.has(&format!("{key}.eml"));
    let mut retries: BTreeMap<_, Vec<MailKey>> = BTreeMap::new();
    for mail in standing.with(|fate| fate == Fate::Deferred) {
        let (key, again) = (mail.line.key(), mail.put_off.again());
        if waits(&key) {
            let again = again.unwrap_or(now).max(now);
            retries.entry(again).or_default().push(key);
        }
    }
    Ok(retries)
}
