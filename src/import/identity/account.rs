//! Who was signed in when they sent a form: whatever address somebody gives there, by the account they are known again.

use std::collections::HashMap;

use super::ladder::People;
use super::{Row, Whence, Who};
use crate::import::{column, name};

/// An account and the name of somebody who has sent something from it, as both are compared.
type Sender = (String, String);

/// Those who are known by an account, where others may be the same.
#[derive(Default)]
pub(super) struct Accounts {
    /// Of rows of which others, or somebody known, have the same sender.
    senders: HashMap<usize, Sender>,
    /// Who a sender is; nobody if there are several.
    known: HashMap<Sender, Option<Who>>,
}

impl Accounts {
    pub(super) fn of(people: &People<'_>, rows: &[Row], found: &[Option<Who>]) -> Self {
        let mut accounts = Self::default();
        let Some(account) = people.account else {
            return accounts;
        };
        for who in 0..people.list.len() {
            for place in people.of_person.places(who) {
                let sent = &people.known.list[*place as usize];
                let key = sender(sent.get(account), &name::key(sent.get(column::NAME)));
                accounts.add(key, who as Who);
            }
        }
        let mut counts: HashMap<Sender, usize> = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            let said = people.said.candidate(row.row);
            let account = said.as_ref().map_or("", |said| said.get(account));
            let key = sender(account, &people.name(Whence::Row(row.row)));
            let Some(key) = key else {
                continue;
            };
            *counts.entry(key.clone()).or_default() += 1;
            match found[at] {
                Some(who) => accounts.add(Some(key), who),
                None => {
                    accounts.senders.insert(at, key);
                }
            }
        }
        let Self { senders, known } = &mut accounts;
        senders.retain(|_, key| known.contains_key(key) || counts.get(key) > Some(&1));
        accounts
    }

    /// Tells whether another row, or somebody known, may be who has sent a row.
    pub(super) fn may_know(&self, at: usize) -> bool {
        self.senders.contains_key(&at)
    }

    /// Returns who has sent a row, if that is known.
    pub(super) fn who(&self, at: usize) -> Option<Who> {
        *self.known.get(self.senders.get(&at)?)?
    }

    /// Learns who has sent a row.
    pub(super) fn learn(&mut self, at: usize, who: Who) {
        if let Some(key) = self.senders.get(&at).cloned() {
            self.add(Some(key), who);
        }
    }

    fn add(&mut self, key: Option<Sender>, who: Who) {
        if let Some(key) = key {
            let known = self.known.entry(key);
            known
                .and_modify(|known| *known = known.filter(|known| *known == who))
                .or_insert(Some(who));
        }
    }
}

fn sender(account: &str, name: &str) -> Option<Sender> {
    let is_one = account.contains('@') && !name.is_empty();
    is_one.then(|| (account.to_lowercase(), name.to_string()))
}
