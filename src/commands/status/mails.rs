use std::collections::HashSet;

use crate::error::Result;
use crate::mail::{Draft, Fate, Kind, Person, Standing};
use crate::model::{MailKey, Registration, Registrations};
use crate::store::Folder;

/// How far the mails are.
#[derive(Default)]
pub(super) struct Mails {
    /// Of every kind.
    pub(super) sent: usize,
    /// What waits in the outbox and has not arrived.
    pub(super) drafts: usize,
    pub(super) in_doubt: usize,
    pub(super) refused: usize,
    pub(super) confirmations: Confirmations,
}

/// How far the confirmations are.
#[derive(Default)]
pub(super) struct Confirmations {
    pub(super) sent: usize,
    /// Not sent, with or without a draft.
    pub(super) due: usize,
    /// Neither sent nor drafted.
    pub(super) undrafted: usize,
    pub(super) in_doubt: usize,
    pub(super) refused: usize,
}

impl Mails {
    pub(super) fn count(
        folder: &Folder,
        standing: &Standing,
        registrations: &Registrations,
    ) -> Result<Self> {
        let names = folder.draft_names()?;
        let drafts: HashSet<MailKey> = names.iter().filter_map(Draft::key_of).collect();
        let mut count = Self::default();
        for record in standing.iter() {
            match record.fate {
                Fate::Accepted => count.sent += 1,
                Fate::InDoubt(_) => count.in_doubt += 1,
                Fate::Refused => count.refused += 1,
                Fate::Free | Fate::Deferred => {}
            }
        }
        let waits = |key: &&MailKey| matches!(standing.fate(key), Fate::Free | Fate::Deferred);
        count.drafts = drafts.iter().filter(waits).count();
        let kind = Kind::confirmation()?;
        let due = |person: &&Registration| kind.is_due(&Person::Registered(person), standing);
        let confirmations = &mut count.confirmations;
        for person in registrations.iter().filter(due) {
            let key = kind.key(person.code());
            match standing.fate(&key) {
                Fate::Accepted => confirmations.sent += 1,
                Fate::InDoubt(_) => confirmations.in_doubt += 1,
                Fate::Refused => confirmations.refused += 1,
                Fate::Free | Fate::Deferred if person.address().is_some() => {
                    confirmations.due += 1;
                    confirmations.undrafted += usize::from(!drafts.contains(&key));
                }
                Fate::Free | Fate::Deferred => {}
            }
        }
        Ok(count)
    }
}
