//! What is remembered of people whom the organisers have taken out of the list: it brings nobody back, and is no news.

use std::collections::{HashMap, HashSet};

use super::super::candidate::Candidate;
use super::super::column;
use super::{Origin, is_known};
use crate::model::{Registration, Registrations, Submission, Submissions};

/// What is remembered of nobody in the list.
#[derive(Default)]
pub(in crate::import) struct Strays<'a> {
    by_key: HashMap<&'a str, Vec<&'a Submission>>,
}

impl<'a> Strays<'a> {
    pub(in crate::import) fn of(list: &Registrations, known: &'a Submissions) -> Self {
        let listed: HashSet<&str> = list.iter().map(Registration::code).collect();
        let mut strays = Self::default();
        for one in &known.list {
            if !listed.contains(one.code()) {
                let key = key(
                    one.source_id(),
                    one.get(column::EMAIL),
                    one.get(column::NAME),
                );
                strays.by_key.entry(key).or_default().push(one);
            }
        }
        strays
    }

    pub(in crate::import) fn are_none(&self) -> bool {
        self.by_key.is_empty()
    }

    /// Tells whether a row says nothing that was not remembered.
    pub(in crate::import) fn knows(&self, row: &Candidate<'_>, origin: &Origin<'_>) -> bool {
        let key = key(
            &row.source_id,
            row.get(column::EMAIL),
            row.get(column::NAME),
        );
        let found = self.by_key.get(key);
        found.is_some_and(|all| all.iter().any(|one| is_known(row, one, origin)))
    }
}

/// By what somebody is looked for: the same row has all of it again.
fn key<'k>(id: &'k str, email: &'k str, name: &'k str) -> &'k str {
    let all = [id, email, name];
    let first = all.into_iter().find(|one| !one.is_empty());
    first.unwrap_or_default()
}
