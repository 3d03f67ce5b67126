use std::sync::Arc;

use super::column;
use super::identity::contains;
use super::person::{self, Candidate};
use crate::model::{Submission, Submissions};

/// What is new about the submissions of one person: one that takes the place of a known one, or one more.
#[derive(Debug)]
pub(super) struct Filed {
    /// The place of the known submission that it replaces.
    pub(super) replaces: Option<u32>,
    /// What it says now.
    pub(super) submission: Submission,
}

/// The submissions of one person while rows about them come in.
pub(super) struct File<'a> {
    known: Vec<(u32, &'a Submission)>,
    pub(super) filed: Vec<Filed>,
}

/// What all rows of one table have in common.
pub(super) struct Origin {
    pub(super) source: Arc<str>,
    pub(super) imported: Arc<str>,
    pub(super) has_standing: bool,
    pub(super) lasting_ids: bool,
}

impl<'a> File<'a> {
    pub(super) fn open(known: &'a Submissions, places: &[u32]) -> Self {
        let known = places.iter().map(|at| (*at, &known.list[*at as usize]));
        Self {
            known: known.collect(),
            filed: Vec::new(),
        }
    }

    /// Files a row. What was sent before is known by its id, or by its moment, or by saying nothing else; then it is
    /// brought up to date, where a blank overwrites nothing. Returns whether it is another ticket of one product.
    pub(super) fn take(&mut self, row: Candidate, origin: &Origin) -> bool {
        if let Some(filed) = self
            .filed
            .iter_mut()
            .find(|filed| is_it(&filed.submission, &row, origin))
        {
            update(&mut filed.submission, &row, origin);
            return false;
        }
        if let Some(at) = self
            .known
            .iter()
            .position(|(_, one)| is_it(one, &row, origin))
        {
            let (place, old) = self.known[at];
            let mut new = old.clone();
            update(&mut new, &row, origin);
            if new != *old {
                self.known.swap_remove(at);
                self.filed.push(Filed {
                    replaces: Some(place),
                    submission: new,
                });
            }
            return false;
        }
        let another = origin.lasting_ids
            && !row.source_id.is_empty()
            && self
                .all()
                .any(|one| one.source == origin.source && !one.source_id.is_empty());
        self.filed.push(Filed {
            replaces: None,
            submission: Submission {
                code: "".into(),
                source: Arc::clone(&origin.source),
                source_id: row.source_id,
                sent: row.sent,
                imported: Arc::clone(&origin.imported),
                values: row.values,
            },
        });
        another
    }

    /// Everything that is known of the person, with what came in.
    pub(super) fn all(&self) -> impl Iterator<Item = &Submission> {
        let known = self.known.iter().map(|(_, one)| *one);
        known.chain(self.filed.iter().map(|filed| &filed.submission))
    }
}

fn is_it(known: &Submission, row: &Candidate, origin: &Origin) -> bool {
    if known.source == origin.source && !known.source_id.is_empty() && !row.source_id.is_empty() {
        let same = known.source_id == row.source_id;
        if origin.lasting_ids || !same {
            return same;
        }
    }
    let known_timed = super::fold::is_moment(&known.sent);
    if known_timed && super::fold::is_moment(&row.sent) {
        return known.sent == row.sent;
    }
    contains(known, row)
}

fn update(known: &mut Submission, row: &Candidate, origin: &Origin) {
    for (column, value) in &row.values {
        if *column != column::STATUS && known.get(*column) != &**value {
            known.set(*column, value);
        }
    }
    if origin.has_standing {
        known.values.retain(|(column, _)| *column != column::STATUS);
        let word = person::word(row.standing);
        if !word.is_empty() {
            known.set(column::STATUS, word);
        }
    }
    if super::fold::is_moment(&row.sent) && !super::fold::is_moment(&known.sent) {
        known.sent.clone_from(&row.sent);
    }
    if known.source_id.is_empty() && known.source == origin.source {
        known.source_id.clone_from(&row.source_id);
    }
}
