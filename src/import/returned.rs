//! Who comes back after a cancellation, and what else still stood in a file in which something was changed.

use super::filing::{File, Filed, follows};
use super::{Standing, fold};
use crate::model::Submission;

impl File<'_> {
    /// Tells whether they have signed up once more, after all that was known.
    pub(super) fn comes_again(&self, before: &[&Submission]) -> bool {
        let last = before.iter().map(|known| fold::moment(known)).max();
        let filed = self.filed.iter().filter(|filed| filed.is_another());
        let mut filed = filed.map(|filed| &filed.submission);
        filed.any(|one| {
            // A list without times says again who is in it whenever it says something else.
            fold::is_moment(one.sent())
                && Some(one.sent()) > last
                && fold::standing(one) == Standing::Coming
        })
    }

    /// Tells whether they had signed up elsewhere before it came in that they do not come, and after all that says so was
    /// sent.
    pub(super) fn had_come_again(&self, before: &[&Submission]) -> bool {
        let filed = self.filed.iter().filter(|filed| filed.is_another());
        let filed = filed.map(|filed| &filed.submission);
        let off = filed.filter(|one| fold::standing(one) == Standing::Cancelled);
        let Some(last) = off.max_by_key(|one| one.sent()) else {
            return false;
        };
        let mut elsewhere = before.iter().filter(|one| one.source() != last.source());
        elsewhere.any(|one| {
            let are_dated = fold::is_moment(one.sent()) && fold::is_moment(last.sent());
            are_dated && one.sent() > last.sent() && fold::standing(one) == Standing::Coming
        })
    }

    /// Files beside what was changed also what other rows of the same table have said once more, in the order of the rows:
    /// so it will be remembered that this still stood behind what was changed.
    pub(super) fn file_again(&mut self) {
        let again = std::mem::take(&mut self.again);
        let is_change =
            |one: &Filed| one.follows.is_some() || !fold::is_moment(one.submission.sent());
        if self.is_earlier || self.filed.is_empty() {
            return;
        }
        let any_changed = self.filed.iter().any(is_change);
        for (nth, (before, place)) in again.into_iter().enumerate() {
            let is_filed = |one: &Filed| [one.follows, one.replaces].contains(&Some(place));
            let old = self.known.iter().find(|(at, _)| *at == place);
            // What was changed before was changed before what is new.
            let was_changed = |old: &Submission| {
                self.known
                    .iter()
                    .any(|(at, one)| *at < place && follows(old, one))
            };
            let matters = |old: &&(u32, &Submission)| any_changed || was_changed(old.1);
            if let Some((_, old)) = old
                .filter(|_| !self.filed.iter().any(is_filed))
                .filter(matters)
            {
                let filed = Filed {
                    replaces: None,
                    follows: Some(place),
                    is_again: true,
                    submission: old.anew(),
                };
                self.filed
                    .insert((before + nth).min(self.filed.len()), filed);
            }
        }
    }
}
