//! Who comes back after a cancellation, or had signed up elsewhere before it.

use super::super::Standing;
use super::fold;
use super::{File, Filed};
use crate::model::Submission;

impl File<'_> {
    /// Tells whether they have signed up once more, after all that was known, or a source lets them come that did not.
    pub(in crate::import) fn comes_again(&self, before: &[&Submission]) -> bool {
        let is_let_in = |filed: &Filed| {
            let mut known = self.known.iter();
            let old = known.find(|(at, _)| Some(*at) == filed.follows);
            old.is_some_and(|(_, old)| fold::standing(old) != Standing::Coming)
                && fold::standing(&filed.submission) == Standing::Coming
        };
        if self.filed.iter().any(is_let_in) {
            return true;
        }
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
    pub(in crate::import) fn had_come_again(&self, before: &[&Submission]) -> bool {
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
}
