//! Who is who: the ladder by which a row finds the person it is about, strictest rung first. What it finds does not
//! depend on the order of the rows.

mod account;
mod again;
mod chains;
mod compare;
mod crowd;
mod index;
mod keys;
mod ladder;
mod listed;
mod moment;
mod owners;
mod people;
mod reread;
mod slips;

use index::Index;
pub(super) use keys::{Key, Keyring, Keys};
pub(super) use ladder::Ladder;
pub(super) use listed::Listed;
pub(super) use people::People;

use std::borrow::Cow;
use std::collections::HashMap;

use super::candidate::Candidate;
use super::{column, spelling};
use crate::model::Submission;

/// Somebody, as a place in the list: those who stand in it first, then those who are new.
pub(super) type Who = u32;

/// What a row is recognised by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// The row of the table, counted from 0.
    pub(super) row: u32,
    /// Address, name and phone number.
    pub(super) keys: Keys,
    /// The product's own name for it.
    pub(super) id: Key,
}

/// What became of rows.
#[derive(Debug, Default)]
pub(super) struct Matches {
    /// Whom each is about.
    pub(super) who: Vec<Who>,
    /// Others that a few of them are near, by where these stand in [`who`](Self::who).
    pub(super) near: HashMap<u32, Near>,
}

/// Others whom somebody must not be taken for without a word.
#[derive(Debug, Default)]
pub(super) struct Near {
    /// Others who have the same address, if the row is about somebody new.
    pub(super) shares: Vec<Who>,
    /// Others who may be the same person, until somebody says whether they are.
    pub(super) maybe: Vec<Who>,
}

/// Where a name stands that somebody is known by.
#[derive(Clone, Copy, Debug)]
pub(super) enum Whence {
    /// In the list.
    List(Who),
    /// In what was sent before.
    Sent(u32),
    /// In a row of the table.
    Row(u32),
}

/// Tells whether a submission holds all that a row says.
pub(super) fn contains(submission: &Submission, row: &Candidate<'_>) -> bool {
    let holds = |(column, value): &(u16, Cow<'_, str>)| {
        spelling::same(*column, submission.get(*column), value)
    };
    row.values.iter().all(holds)
}

/// What a submission can be recognised by.
#[derive(Default)]
struct Sent<'a> {
    name: &'a str,
    email: &'a str,
    phone: &'a str,
    source: &'a str,
    id: &'a str,
}

fn sent(submission: &Submission) -> Sent<'_> {
    let mut sent = Sent::default();
    (sent.source, sent.id) = submission.origin();
    for (column, value) in submission.values() {
        match column {
            column::NAME => sent.name = value,
            column::EMAIL => sent.email = value,
            column::PHONE => sent.phone = value,
            _ => break,
        }
    }
    sent
}
