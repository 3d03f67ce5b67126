use std::path::PathBuf;

use chrono::{DateTime, Utc};

use super::delete::left;
use crate::commands::context::Context;
use crate::due::{Deletion, Mailing, Told, deletions, mailings};
use crate::error::Result;
use crate::mail::transport::Server;
use crate::mail::{Fate, History, Standing};
use crate::model::{Event, MailKey, Registrations};
use crate::places::{Book, Moves, Past};
use crate::store::{Folder, boot_id};

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
    /// Mails whose drafts wait and that servers have put off.
    pub(super) retries: Vec<MailKey>,
    /// All deletions, with how many people or files they would concern.
    pub(super) deletions: Vec<(Deletion, usize)>,
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
        let mut list = folder.registrations()?;
        let history = folder.history()?;
        let happened = history.entries()?;
        let book = Book::open(&list, &happened, (&event, now, "due"));
        let mut moves = book.close(&mut list);
        let entries = std::mem::take(&mut moves.entries);
        let all = [happened.as_slice(), entries.as_slice()].concat();
        let past = Past::of(&all);
        let journal = folder.journal()?;
        let server = event.mail.server.parse::<Server>().ok();
        let server = server.map_or(String::new(), |server| server.without_user());
        let standing = Standing::new(&journal, &boot_id(), &server);
        let told = History::new(&journal, &standing);
        let told = Told {
            standing: &standing,
            history: &told,
            past: &past,
        };
        let mailings = mailings(&event, &list, told, now)?;
        let retries = retries(&folder, &standing, now)?;
        let mut counted = Vec::new();
        for deletion in deletions(&event) {
            counted.push((deletion, left(&deletion, now, &list, &folder, &event)?));
        }
        let there = |wanted: &dyn Fn(&Deletion) -> bool| -> Vec<Deletion> {
            let there = counted
                .iter()
                .filter(|(one, count)| *count > 0 && wanted(one));
            there.map(|(one, _)| *one).collect()
        };
        Ok(Self {
            to_delete: there(&|one| one.is_due(&past, now)),
            to_announce: there(&|one| one.is_to_announce(&past, now)),
            places_change: !entries.is_empty(),
            deletions: counted,
            event: event.clone(),
            now,
            list,
            moves,
            mailings,
            retries,
        })
    }

    /// Tells whether there is anything to do now.
    pub(super) fn is_anything_due(&self) -> bool {
        let moves = &self.moves;
        let moved = [
            &moves.moved_up,
            &moves.offered,
            &moves.expired,
            &moves.noticed,
        ];
        moved.iter().any(|codes| !codes.is_empty())
            || !self.mailings.is_empty()
            || !self.retries.is_empty()
            || !self.to_delete.is_empty()
            || !self.to_announce.is_empty()
    }
}

/// Returns where the event delivers copies, if it delivers into a folder.
pub(super) fn delivery(event: &Event) -> Option<PathBuf> {
    match event.mail.server.parse::<Server>() {
        Ok(Server::Folder(folder)) => Some(folder),
        _ => None,
    }
}

fn retries(folder: &Folder, standing: &Standing, now: DateTime<Utc>) -> Result<Vec<MailKey>> {
    let drafts = folder.draft_names()?;
    let waits = |key: &MailKey| drafts.binary_search(&format!("{key}.eml")).is_ok();
    let put_off = standing
        .iter()
        .filter(|(_, record)| record.fate == Fate::Deferred)
        .filter(|(key, record)| {
            let again = record.put_off.again();
            again.is_none_or(|again| again <= now) && waits(key)
        });
    Ok(put_off.map(|(key, _)| key.clone()).collect())
}
