//! Who was signed in when they sent a form: whatever address somebody gives there, by the account they are known again. An
//! office or a family may sign up two of one name: it tells only of those who have no address but the account.

use std::collections::HashMap;

use super::{People, Row, Whence, Who};
use crate::import::{column, name};

/// More people of one name from one account than these are not looked at.
const MOST_NAMESAKES: usize = 50;

/// An account and the name of somebody who has sent something from it, as both are compared.
type Sender = (String, String);

/// Those who are known by an account, where others may be the same.
#[derive(Default)]
pub(super) struct Accounts {
    /// Of rows of which others, or somebody known, have the same sender, this and whether they have no other address.
    senders: HashMap<usize, (Sender, bool)>,
    /// Who a sender may be.
    known: HashMap<Sender, Known>,
}

/// Those who came from an account under one name.
#[derive(Default)]
struct Known {
    all: Vec<Who>,
    /// Whether one of them had no other address than the account.
    is_account: bool,
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
                let is_account = is_account(sent.get(account), sent.get(column::EMAIL));
                accounts.add(key, who as Who, is_account);
            }
        }
        let mut counts: HashMap<Sender, usize> = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            let said = people.said.candidate(row.row);
            let cell = |number| said.as_ref().map_or("", |said| said.get(number));
            let key = sender(cell(account), &people.name(Whence::Row(row.row)));
            let Some(key) = key else {
                continue;
            };
            let is_account = is_account(cell(account), cell(column::EMAIL));
            *counts.entry(key.clone()).or_default() += 1;
            match found[at] {
                Some(who) => accounts.add(Some(key), who, is_account),
                None => {
                    accounts.senders.insert(at, (key, is_account));
                }
            }
        }
        let Self { senders, known, .. } = &mut accounts;
        senders.retain(|_, (key, _)| known.contains_key(key) || counts.get(key) > Some(&1));
        accounts
    }

    /// Tells whether another row, or somebody known, may be who has sent a row.
    pub(super) fn may_know(&self, at: usize) -> bool {
        self.senders.contains_key(&at)
    }

    /// Returns who has sent a row, if that is known.
    pub(super) fn who(&self, at: usize) -> Option<Who> {
        let (sender, is_account) = self.senders.get(&at)?;
        let known = self.known.get(sender)?;
        // Two addresses that were typed may be those of two namesakes.
        let is_one = *is_account || known.is_account;
        match known.all[..] {
            [who] if is_one => Some(who),
            _ => None,
        }
    }

    /// Returns who else came from the same account under the same name.
    pub(super) fn namesakes(&self, at: usize) -> impl Iterator<Item = Who> {
        let known = self
            .senders
            .get(&at)
            .and_then(|(key, _)| self.known.get(key));
        known
            .into_iter()
            .flat_map(|known| known.all.iter().copied())
    }

    /// Learns who has sent a row.
    pub(super) fn learn(&mut self, at: usize, who: Who) {
        if let Some((key, is_account)) = self.senders.get(&at).cloned() {
            self.add(Some(key), who, is_account);
        }
    }

    fn add(&mut self, key: Option<Sender>, who: Who, is_account: bool) {
        if let Some(key) = key {
            let known = self.known.entry(key).or_default();
            known.is_account |= is_account;
            if !known.all.contains(&who) && known.all.len() < MOST_NAMESAKES {
                known.all.push(who);
            }
        }
    }
}

fn is_account(account: &str, address: &str) -> bool {
    account.eq_ignore_ascii_case(address)
}

fn sender(account: &str, name: &str) -> Option<Sender> {
    let is_one = account.contains('@') && !name.is_empty();
    is_one.then(|| (account.to_lowercase(), name.to_string()))
}
