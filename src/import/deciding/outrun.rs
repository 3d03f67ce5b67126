use super::super::Standing;
use super::super::filing::Filed;
use super::super::filing::between::Between;
use super::super::filing::fold::{CONSENTS, Folded, is_moment, moment, standing};
use super::super::verdict::Change;
use super::super::{column, name, phone, spelling};
use super::decision::Difference;
use crate::model::{Registration, Status, Submission, Submissions};

impl Difference {
    /// Returns the consents that are given while there is a no, and nobody knows which was said last: no stays, but not
    /// without a word.
    pub(super) fn not_allowed(
        &self,
        names: &Submissions,
        person: &Registration,
        (filed, now, folded): (&Filed, &[&Submission], &Folded<'_>),
    ) -> Vec<Change> {
        let sent = &filed.submission;
        let before = filed.follows.or(filed.replaces);
        let before = before.and_then(|at| names.list.get(at as usize));
        let is_unsure = |number: u16| {
            let is_no = |at: &usize| now[*at].get(number) == "no";
            let mut refused = (0..now.len())
                .filter(is_no)
                .filter_map(|at| Between::of(now, at, number));
            !is_moment(sent.sent())
                || filed.follows.is_some()
                || refused.any(|no| no.may_be(moment(sent)))
        };
        let is_refused = |number: &u16| {
            let was_given = before.is_some_and(|one| one.get(*number) == "yes");
            let stands = folded.values.get(number).copied();
            sent.get(*number) == "yes"
                && !was_given
                && stands == Some("no")
                && person.get(column::name(names, *number)) == "no"
                && is_unsure(*number)
        };
        let refused = CONSENTS.into_iter().filter(is_refused);
        refused
            .map(|number| change(column::name(names, number), "no", "yes"))
            .collect()
    }

    /// Notes what somebody sent on a known day while something else was said of which nobody knows whether that was before
    /// or after: what stands in the list stays, but not without a word.
    pub(super) fn outrun(
        &mut self,
        names: &Submissions,
        (before, now, folded): (&[&Submission], &[&Submission], &Folded<'_>),
        person: &Registration,
        sent: &Submission,
    ) {
        let when = moment(sent);
        if !is_moment(sent.sent()) || !now.iter().any(|one| one.imported() > when) {
            return;
        }
        for (number, value) in sent.values() {
            let Some(stands) = folded.values.get(&number).copied() else {
                continue;
            };
            let says =
                |one: &Submission, value: &str| spelling::same(number, one.get(number), value);
            let is_one = match number {
                column::NAME => name::key(value) == name::key(stands),
                column::EMAIL => value.eq_ignore_ascii_case(stands),
                column::PHONE => are_one_number(value, stands),
                _ => CONSENTS.contains(&number),
            };
            let local = person.get(column::name(names, number));
            if is_one
                || spelling::same(number, value, stands)
                || spelling::same(number, value, local)
            {
                continue;
            }
            let so = (0..now.len()).filter(|at| says(now[*at], stands));
            let so: Vec<Between<'_>> = so.filter_map(|at| Between::of(now, at, number)).collect();
            let is_later = so.iter().any(|one| one.since >= when);
            let is_unsure = |when: &str| so.iter().any(|one| one.may_be(when));
            // It was told when it came in for the first time, unless something else was said after that.
            let unsure = before.iter().filter(|one| is_unsure(moment(one)));
            let unsure = unsure.filter(|one| !one.get(number).is_empty());
            let last = unsure.max_by_key(|one| moment(one));
            let is_known = last.is_some_and(|one| says(one, value));
            let is_told = |one: &Change| one.column == column::name(names, number);
            let told = self.conflicts.iter().chain(&self.changes);
            if !is_later && is_unsure(when) && !is_known && !told.chain(&self.older).any(is_told) {
                self.older
                    .push(change(column::name(names, number), local, value));
            }
        }
        let says = standing(sent);
        let stands = folded.standing;
        let is_turned = match person.status() {
            Some(Status::Cancelled) => says == Standing::Coming && stands == Standing::Cancelled,
            _ => says == Standing::Cancelled && stands == Standing::Coming,
        };
        if is_turned
            && !before
                .iter()
                .any(|one| standing(one) == says && moment(one) >= when)
            && (0..now.len()).any(|at| {
                let is_word = !now[at].get(column::STATUS).is_empty();
                let so = Between::of(now, at, column::STATUS);
                let so = so.filter(|_| is_word && standing(now[at]) == stands);
                so.is_some_and(|so| so.may_be(when))
            })
        {
            self.older
                .push(change("status", person.get("status"), says.said()));
        }
    }
}

fn are_one_number(one: &str, other: &str) -> bool {
    let [mut first, mut second] = [String::new(), String::new()];
    phone::fold_into(one, &mut first);
    phone::fold_into(other, &mut second);
    first == second || phone::is_spoilt(one, other)
}

fn change(column: &str, old: &str, new: &str) -> Change {
    Change {
        column: column.to_string(),
        old: old.to_string(),
        new: new.to_string(),
    }
}
