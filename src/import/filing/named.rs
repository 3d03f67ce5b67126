//! What gets its id only with a later export: how it was before stays known, under that id.

use std::collections::HashMap;

use super::super::candidate::Candidate;
use super::fold::{CONSENTS, is_moment};
use super::handed::is_handed_on;
use super::{File, Filed, Origin, follows, says};
use crate::model::Submission;

impl File<'_> {
    /// Gives what is known of one thing the id that a row tells of it: otherwise nobody would know any more what it had
    /// said before, and an older export would bring that back as news. Returns whether how it was last is remembered by
    /// itself, since the row says otherwise; if it only says more, it takes the place of that. Where somebody has sent
    /// several things at that time, nobody knows of which of them that was said.
    pub(super) fn name(&mut self, at: usize, row: &Candidate<'_>, origin: &Origin<'_>) -> bool {
        let (place, last) = self.known[at];
        let is_other = |one: &Submission| {
            one.source() == last.source()
                && one.sent() == last.sent()
                && !one.source_id().is_empty()
        };
        if !gets_id(last, row, origin)
            || self.at_once.iter().any(|moment| *moment == row.sent)
            || self.known.iter().any(|(_, one)| is_other(one))
        {
            return false;
        }
        let mut values = row.values.iter();
        let is_kept = values.any(|(column, value)| {
            !last.get(*column).is_empty() && !says(last, *column, value, origin)
        });
        let is_one =
            |(at, one): &mut (u32, &Submission)| follows(last, one) && (is_kept || *at != place);
        for (at, one) in self.known.extract_if(.., is_one) {
            let mut submission = one.clone();
            submission.set_source_id(&row.source_id);
            if at == place {
                // A consent of which it has never said anything may be as old as the rest of it.
                let is_new = |(column, _): &&(u16, _)| {
                    CONSENTS.contains(column) && one.get(*column).is_empty()
                };
                let new = row.values.iter().filter(is_new);
                new.for_each(|(column, value)| submission.set(*column, value));
            }
            self.named.push(Filed {
                replaces: Some(at),
                follows: None,
                submission,
            });
        }
        is_kept
    }
}

/// Returns the moments at which several things were sent, as the rows of one person say, each with its id.
pub(in crate::import) fn at_once<'r>(
    rows: impl Iterator<Item = (&'r str, &'r str)> + Clone,
) -> Vec<&'r str> {
    let mut ids: HashMap<&str, &str> = HashMap::new();
    let mut several = Vec::new();
    for (sent, id) in rows {
        if *ids.entry(sent).or_insert(id) != id {
            several.push(sent);
        }
    }
    several
}

/// Tells whether a row says under which id something stands that was known by its time alone.
fn gets_id(known: &Submission, row: &Candidate<'_>, origin: &Origin<'_>) -> bool {
    known.source_id().is_empty()
        && !row.source_id.is_empty()
        && known.source() == origin.source
        && is_moment(known.sent())
        && !is_handed_on(known)
}
