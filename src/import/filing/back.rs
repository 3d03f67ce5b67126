//! What a row only turns back: it was remembered of the same row before, and something else since. Of consents a no may
//! come back so, and a yes may not.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::candidate::Candidate;
use super::super::{Standing, column};
use super::fold::{CONSENTS, is_moment, standing};
use super::handed::is_handed_on;
use super::{File, Filed, Origin, can_be_followed, follows, says, says_no_more};
use crate::model::Submission;

impl<'a> File<'a> {
    /// Leaves out of a row what it only turns back: all of that if the row is of an earlier export, and always a yes to
    /// which somebody has said no since. Returns nothing if the rest says nothing new.
    pub(super) fn without_old<'r, 't>(
        &mut self,
        row: &'r Candidate<'t>,
        origin: &Origin<'_>,
    ) -> Option<Cow<'r, Candidate<'t>>> {
        let last = self.latest(row, origin).map(|at| self.known[at].1);
        let turns_nothing = match last {
            Some(last) => {
                says_no_more(row, last, origin)
                    || origin.is_older(row, last)
                    || origin.is_newer(row, last)
            }
            None => is_moment(&row.sent) || !row.source_id.is_empty(),
        };
        if turns_nothing {
            return Some(Cow::Borrowed(row));
        }
        let chain = self.chain(row, last, origin);
        let mut left_out = Vec::new();
        for (column, value) in &row.values {
            let Some(since) = turned_back(&chain, (*column, value), origin) else {
                continue;
            };
            self.turned_back = self.turned_back.max(since);
            let is_consent = CONSENTS.contains(column);
            let is_refused = is_consent && value == "yes";
            if is_refused {
                self.refused.push(*column);
            }
            // A no comes in whatever it stands in.
            let is_refusal = is_consent && value == "no";
            if is_refused || self.is_earlier && !is_refusal {
                left_out.push(*column);
            }
        }
        if let Some(last) = last.filter(|last| is_handed_on(last)) {
            self.turned_back = self.turned_back.max(last.imported());
            if self.is_earlier {
                return None;
            }
        }
        if left_out.is_empty() {
            return Some(Cow::Borrowed(row));
        }
        let mut rest = row.clone();
        rest.values.retain(|(column, _)| !left_out.contains(column));
        let is_spent = match last {
            Some(last) => says_no_more(&rest, last, origin),
            None => rest.values.iter().all(|(column, value)| {
                let answers = chain.iter().rfind(|one| !one.get(*column).is_empty());
                answers.is_some_and(|one| says(one, *column, value, origin))
            }),
        };
        (!is_spent).then_some(Cow::Owned(rest))
    }

    /// Files refusals that stand in a list without times while what has allowed the same in the meantime does not: who
    /// once said no and then yes says no again. So it is with whether they come, unless the list is an earlier one.
    pub(super) fn refuse_again(&mut self) {
        let repeated: HashSet<u32> = self.repeated.iter().copied().collect();
        let of_list = self.known.iter().filter(|(_, one)| !can_be_followed(one));
        // Where each list has its last answer to each.
        let mut last: HashMap<(&str, u16), (u32, &Submission)> = HashMap::new();
        for (at, one) in of_list {
            for column in CONSENTS.into_iter().chain([column::STATUS]) {
                if !one.get(column).is_empty() {
                    last.insert((one.source(), column), (*at, *one));
                }
            }
        }
        let mut again = Vec::new();
        let of = |(at, _): &&(u32, &Submission)| repeated.contains(at);
        for (place, old) in self.known.iter().filter(of) {
            let since = |column: u16| {
                let (at, one) = *last.get(&(old.source(), column))?;
                (at > *place && !repeated.contains(&at)).then_some((at, one))
            };
            let allowed = |column: u16| {
                let (at, one) = since(column)?;
                (one.get(column) == "yes").then_some(at)
            };
            // Two rows of one list are two things that were sent, and so are two with other times.
            let let_in = || {
                let (at, one) = since(column::STATUS)?;
                let is_same = one.sent() == old.sent() && one.imported() > old.imported();
                (is_same && standing(one) != Standing::Cancelled).then_some((at, one.imported()))
            };
            let declines = !self.is_earlier
                && standing(old) == Standing::Cancelled
                && !self.filed.iter().any(|new| says_so(&new.submission));
            let declined = declines.then(let_in).flatten();
            // Who declined, came and declined once more may come again, but this row may be left from then.
            let off = |one: &Submission| standing(one) == Standing::Cancelled;
            let is_before = |(at, one): &(u32, &Submission)| {
                at < place && one.source() == old.source() && !can_be_followed(one) && off(one)
            };
            self.returns_again |= says_so(old)
                && since(column::STATUS).is_some_and(|(_, one)| off(one))
                && self.known.iter().any(is_before);
            let is_refused = |column: &u16| old.get(*column) == "no";
            let mut refused = CONSENTS.into_iter().filter(is_refused);
            if let Some((_, since)) = declined {
                self.declines_again = true;
                self.turned_back = self.turned_back.max(since);
            }
            let let_in = declined.map(|(at, _)| at);
            if let Some(allowed) = let_in.or_else(|| refused.find_map(allowed)) {
                let mut submission = old.anew();
                let kept = [column::NAME, column::EMAIL, column::PHONE];
                for (column, value) in old.values() {
                    let is_refusal = CONSENTS.contains(&column) && value == "no"
                        || column == column::STATUS && declined.is_some();
                    if !kept.contains(&column) && !is_refusal {
                        submission.set(column, "");
                    }
                }
                again.push(Filed {
                    replaces: None,
                    follows: Some(allowed),
                    submission,
                });
            }
        }
        self.filed.extend(again);
    }

    /// Returns by which imports that came first what a row says and what is remembered of it.
    pub(in crate::import) fn learnt_by(
        &self,
        row: &Candidate<'_>,
        origin: &Origin<'_>,
    ) -> BTreeSet<&'a str> {
        let last = self.latest(row, origin).map(|at| self.known[at].1);
        let chain = self.chain(row, last, origin);
        let values = row.values.iter();
        let first = values.filter_map(|(column, value)| {
            let first = chain.iter().find(|one| says(one, *column, value, origin));
            first.map(|one| one.imported())
        });
        first.collect()
    }

    /// Returns what is remembered of a row, of which `last` is how it was last, the oldest first. Rows with neither a time
    /// nor an id are one if they are of one person and one source.
    fn chain(
        &self,
        row: &Candidate<'_>,
        last: Option<&Submission>,
        origin: &Origin<'_>,
    ) -> Vec<&'a Submission> {
        let is_sent_alone = is_moment(&row.sent) || !row.source_id.is_empty();
        let is_one = |one: &&Submission| match last {
            Some(last) if can_be_followed(last) => follows(last, one),
            None if is_sent_alone => false,
            _ => one.source() == origin.source && !can_be_followed(one),
        };
        let all = self.known.iter().map(|(_, one)| *one);
        all.filter(is_one).collect()
    }
}

/// Tells whether a submission of a list without times says that somebody comes, or may.
fn says_so(one: &Submission) -> bool {
    let answers = !one.get(column::STATUS).is_empty();
    answers && !can_be_followed(one) && standing(one) != Standing::Cancelled
}

/// Returns when that was imported which an answer turns back; nothing if it turns nothing back.
fn turned_back<'a>(
    chain: &[&'a Submission],
    (column, value): (u16, &str),
    origin: &Origin<'_>,
) -> Option<&'a str> {
    let said = |one: &&&Submission| says(one, column, value, origin);
    let answers = |one: &&&Submission| !one.get(column).is_empty();
    let last = chain.iter().rfind(answers)?;
    if said(&last) {
        return None;
    }
    let is_as_last = |one: &&&Submission| ["", last.get(column)].contains(&one.get(column));
    let stands = chain.iter().rev().take_while(is_as_last);
    let since = stands.filter(answers).last()?.imported();
    // What two rows of one list say at once turns nothing back.
    let mut before = chain.iter().take_while(|one| one.imported() < since);
    before.any(|one| said(&one)).then_some(since)
}
