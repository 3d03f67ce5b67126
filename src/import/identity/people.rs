use std::borrow::Cow;

use super::{Whence, Who};
use crate::import::said::Said;
use crate::import::{OfPerson, Product, column, name};
use crate::model::{Registrations, Submission, Submissions};

/// What is known before the import, and the rows that come in.
#[derive(Clone, Copy)]
pub(in crate::import) struct People<'a> {
    pub(in crate::import) list: &'a Registrations,
    pub(in crate::import) known: &'a Submissions,
    /// Of each person in the list, the places of their submissions.
    pub(in crate::import) of_person: &'a OfPerson,
    pub(in crate::import) product: &'a Product,
    /// The column of what was sent that has the account from which it was.
    pub(in crate::import) account: Option<u16>,
    /// What the rows say.
    pub(in crate::import) said: &'a Said,
}

impl<'a> People<'a> {
    /// Returns what somebody sent before.
    pub(super) fn sent_by(&self, who: Who) -> impl Iterator<Item = &'a Submission> {
        let Self {
            known, of_person, ..
        } = *self;
        let sent = of_person.places(who as usize).iter();
        sent.map(|at| &known.list[*at as usize])
    }

    /// Returns the folded name that somebody is known by.
    pub(super) fn name(&self, whence: Whence) -> String {
        name::key(&self.name_as_written(whence))
    }

    /// Returns the address that somebody is known by, where they are known by the name that stands there.
    pub(super) fn address(&self, whence: Whence) -> &'a str {
        match whence {
            Whence::List(who) => self.list.get(who as usize).map_or("", |one| one.email()),
            Whence::Sent(at) => {
                let sent = self.known.list.get(at as usize);
                sent.map_or("", |one| one.get(column::EMAIL))
            }
            Whence::Row(row) => self.said.address(row),
        }
    }

    pub(super) fn name_as_written(&self, whence: Whence) -> Cow<'a, str> {
        match whence {
            Whence::List(who) => {
                let person = self.list.get(who as usize);
                person.map_or("", |one| one.name()).into()
            }
            Whence::Sent(at) => {
                let sent = self.known.list.get(at as usize);
                sent.map_or("", |one| one.get(column::NAME)).into()
            }
            Whence::Row(row) => {
                let row = self.said.candidate(row);
                let name = row.map(|row| row.get(column::NAME).to_string());
                name.unwrap_or_default().into()
            }
        }
    }
}
