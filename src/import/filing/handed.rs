//! Tickets that were somebody's and are another's now: whoever ordered several has them all until they get names.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::super::identity::{Row, Who};
use super::super::said::Said;
use super::super::{column, products};
use super::{File, Filed, Origin, can_be_followed};
use crate::model::{Submission, order_by_key};

/// The word by which it is remembered that a ticket is another's now, where otherwise stands whether somebody comes.
const HANDED_ON: &str = "handed on";

/// Tells whether a submission is the ticket of another by now.
pub(in crate::import) fn is_handed_on(one: &Submission) -> bool {
    one.get(column::STATUS) == HANDED_ON
}

/// Whose row has which id, found out when somebody asks.
pub(in crate::import) struct Holders<'a> {
    rows: &'a [Row],
    matches: &'a [Who],
    said: &'a Said,
    /// None where the rows with one id are several people's.
    by_id: OnceLock<HashMap<&'a str, Option<Who>>>,
}

impl<'a> Holders<'a> {
    pub(in crate::import) fn of(rows: &'a [Row], matches: &'a [Who], said: &'a Said) -> Self {
        Self {
            rows,
            matches,
            said,
            by_id: OnceLock::new(),
        }
    }

    /// Tells whether a row has an id.
    pub(in crate::import) fn knows(&self, id: &str) -> bool {
        self.by_id().contains_key(id)
    }

    /// Returns whose the row with an id is; none if nobody's, or if there are more of them and these are several people's.
    fn holder(&self, id: &str) -> Option<Who> {
        self.by_id().get(id).copied().flatten()
    }

    fn by_id(&self) -> &HashMap<&'a str, Option<Who>> {
        self.by_id.get_or_init(|| {
            let mut by_id: HashMap<&'a str, Option<Who>> = HashMap::new();
            for (row, who) in self.rows.iter().zip(self.matches) {
                let id = self.said.source_id(row.row);
                if !id.is_empty() {
                    let holder = by_id.entry(id).or_insert(Some(*who));
                    *holder = holder.filter(|other| other == who);
                }
            }
            by_id
        })
    }
}

impl File<'_> {
    /// Files of whoever has a ticket of their own that those are no longer theirs which have become another's.
    pub(in crate::import) fn hand_on(
        &mut self,
        who: Who,
        holders: &Holders<'_>,
        origin: &Origin<'_>,
    ) {
        let is_ticket = |one: &Submission| one.source() == origin.source && can_be_followed(one);
        if self.is_earlier
            || !products::sells_tickets(origin.source)
            || self.known.is_empty()
            || self.all().nth(1).is_none()
        {
            return;
        }
        let mut last: HashMap<&str, (u32, &Submission)> = HashMap::new();
        for (at, one) in &self.known {
            if is_ticket(one) && !one.source_id().is_empty() {
                last.insert(one.source_id(), (*at, *one));
            }
        }
        let is_theirs = |id: &str| holders.holder(id) == Some(who);
        let has_own = self
            .all()
            .any(|one| is_ticket(one) && is_theirs(one.source_id()));
        if !has_own {
            return;
        }
        let gone = last.into_values().filter(|(_, one)| {
            let holder = holders.holder(one.source_id());
            holder.is_some_and(|holder| holder != who) && !is_handed_on(one)
        });
        let mut gone: Vec<Filed> = gone
            .map(|(at, one)| {
                let mut submission = one.anew();
                submission.set(column::STATUS, HANDED_ON);
                Filed {
                    replaces: None,
                    follows: Some(at),
                    submission,
                }
            })
            .collect();
        order_by_key(&mut gone, |filed| filed.follows);
        self.filed.extend(gone);
    }
}
