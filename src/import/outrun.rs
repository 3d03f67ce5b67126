use super::Standing;
use super::decide::Difference;
use super::filing::Filed;
use super::fold::{CONSENTS, Folded, is_moment, moment, standing};
use super::verdict::Change;
use super::{column, name, phone, spelling};
use crate::model::{Registration, Status, Submission, Submissions};

impl Difference {
    /// Returns the consents that are given at no known time, and refused at a known one: that stays, but not without a word.
    pub(super) fn not_allowed(
        &self,
        names: &Submissions,
        person: &Registration,
        (filed, folded): (&Filed, &Folded<'_>),
    ) -> Vec<Change> {
        let sent = &filed.submission;
        let before = filed.follows.or(filed.replaces);
        let before = before.and_then(|at| names.list.get(at as usize));
        let is_given = |number: &u16| {
            let was_given = before.is_some_and(|one| one.get(*number) == "yes");
            sent.get(*number) == "yes" && !is_moment(sent.sent()) && !was_given
        };
        let given: Vec<u16> = CONSENTS.into_iter().filter(is_given).collect();
        if given.is_empty() {
            return Vec::new();
        }
        let is_refused = |number: &u16| {
            let stands = folded.values.get(number).copied();
            stands == Some("no") && person.get(column::name(names, *number)) == "no"
        };
        let refused = given.into_iter().filter(is_refused);
        refused
            .map(|number| change(column::name(names, number), "no", "yes"))
            .collect()
    }

    /// Notes what somebody sent on a known day and what a list of no known day says otherwise that was imported since:
    /// nobody knows which is the later word, so what stands in the list stays, but not without a word.
    pub(super) fn outrun(
        &mut self,
        names: &Submissions,
        (before, now, folded): (&[&Submission], &[&Submission], &Folded<'_>),
        person: &Registration,
        sent: &Submission,
    ) {
        let undated = |one: &&Submission| !is_moment(one.sent()) && moment(one) > moment(sent);
        if !is_moment(sent.sent()) || !now.iter().any(undated) {
            return;
        }
        let is_dated = |one: &&&Submission| is_moment(one.sent());
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
            let is_known = || before.iter().any(|one| says(one, value));
            let is_told = |one: &Change| one.column == column::name(names, number);
            let listed = || {
                now.iter().any(|one| {
                    !is_moment(one.sent()) && moment(one) > moment(sent) && says(one, stands)
                })
            };
            let dated = || {
                now.iter()
                    .filter(is_dated)
                    .any(|one| moment(one) >= moment(sent) && says(one, stands))
            };
            let local = person.get(column::name(names, number));
            if !is_one
                && !spelling::same(number, value, stands)
                && !spelling::same(number, value, local)
                && !is_known()
                && !self
                    .conflicts
                    .iter()
                    .chain(&self.changes)
                    .chain(&self.older)
                    .any(is_told)
                && listed()
                && !dated()
            {
                self.older
                    .push(change(column::name(names, number), local, value));
            }
        }
        let is_off = |one: &Submission| standing(one) == Standing::Cancelled;
        if is_off(sent)
            && folded.standing == Standing::Coming
            && person.status() != Some(Status::Cancelled)
            && !before.iter().any(|one| is_off(one))
            && now
                .iter()
                .any(|one| undated(one) && !one.get(column::STATUS).is_empty())
        {
            let new = Standing::Cancelled.word();
            self.older.push(change("status", person.get("status"), new));
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
