//! Who is who: the ladder by which a row finds the person it is about, strictest rung first. What it finds does not
//! depend on the order of the rows.

mod compare;
mod index;
mod ladder;
mod moment;

pub(super) use ladder::Ladder;

use super::column;
use super::person::Candidate;
use super::{name, phone};
use crate::model::{EmailAddress, Submission};

/// Somebody, as a place in the list: those who stand in it first, then those who are new.
pub(super) type Who = u32;

/// What became of a row.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Match {
    /// Whom it is about.
    pub(super) who: Who,
    /// Others who have the same address, if the row is about somebody new.
    pub(super) shares: Vec<Who>,
    /// Others who may be the same person, until somebody says whether they are.
    pub(super) maybe: Vec<Who>,
}

impl Match {
    fn of(who: Who) -> Self {
        Self {
            who,
            shares: Vec::new(),
            maybe: Vec::new(),
        }
    }
}

/// Tells whether a submission holds all that a row says.
pub(super) fn contains(submission: &Submission, row: &Candidate) -> bool {
    let holds = |(column, value): &(u16, Box<str>)| submission.get(*column) == &**value;
    row.values.iter().all(holds)
}

/// Returns what a submission can be recognised by: address, name, phone.
fn keys(submission: &Submission) -> (String, String, String) {
    let address = EmailAddress::parse(submission.get(column::EMAIL));
    (
        address.map_or_else(|_| String::new(), |one| one.key()),
        name::key(submission.get(column::NAME)),
        phone::key(submission.get(column::PHONE)),
    )
}
