use std::collections::HashSet;

use super::super::filing::File;
use super::super::filing::fold::is_moment;
use super::super::identity::Who;
use super::Groups;
use super::judge::{Judge, Judgement};
use crate::model::Submission;

/// Somebody of whom a table only turns something back, or among other things.
pub(super) struct Back {
    who: Who,
    /// When the last of that was imported which would be turned back.
    since: String,
    /// Whether a list without times says again that they do not come, as it did before it said something else.
    declines: bool,
}

impl Back {
    pub(super) fn of(who: Who, judgement: &Judgement) -> Option<Self> {
        let remarks = judgement.remarks.as_ref()?;
        let since = &remarks.turned_back;
        (!since.is_empty()).then(|| Self {
            who,
            since: since.clone(),
            declines: remarks.declines_again,
        })
    }
}

/// Finds out whether a table that has some news is an earlier export all the same: somebody has added a row to it, or
/// mended another.
pub(super) struct Vote<'a> {
    pub(super) judge: Judge<'a>,
    pub(super) groups: &'a Groups<'a>,
}

impl Vote<'_> {
    /// Returns those of whom the table says what is outdated. Whatever came with the file that said it of them last is
    /// asked: some who came with it are not in this table, and nothing of what it brought is. Whoever has signed up since
    /// stands in no earlier export. Where nothing tells, people may have changed their answers back; but two lists without
    /// times may have one source, and who declines in one of them comes by the other, unless this one goes on from that.
    pub(super) fn outdated(&self, backs: &[Back]) -> Vec<Who> {
        let Some(first) = backs.iter().map(|back| back.since.as_str()).min() else {
            return Vec::new();
        };
        let goes_on = self.goes_on();
        if goes_on && !backs.iter().any(|back| back.declines) {
            return Vec::new();
        }
        let (kept, missing) = (self.kept(first), self.missing());
        let is_outdated = |back: &&Back| {
            let since = back.since.as_str();
            let is_left_out = !goes_on && missing.contains(since);
            (is_left_out || back.declines) && !kept.contains(since)
        };
        let outdated = backs.iter().filter(is_outdated);
        outdated.map(|back| back.who).collect()
    }

    /// Returns the imports of which the table says something that came first with them; of those from `first` on.
    fn kept(&self, first: &str) -> HashSet<&str> {
        let Judge {
            known,
            of_person,
            said,
            origin,
            ..
        } = self.judge;
        let mut kept = HashSet::new();
        for person in 0..self.groups.len() {
            let places = of_person.places(self.groups.who(person) as usize);
            let is_late = |at: &u32| known.list[*at as usize].imported() >= first;
            if !places.iter().any(is_late) {
                continue;
            }
            let file = File::open(known, places);
            let rows = self.groups.rows(person);
            let rows = rows.filter_map(|row| said.candidate(row.row));
            kept.extend(rows.flat_map(|row| file.learnt_by(&row, origin)));
        }
        kept
    }

    /// Returns the imports with which those came first from this source who are not in the table.
    fn missing(&self) -> HashSet<&str> {
        let Judge {
            list,
            known,
            of_person,
            origin,
            holders,
            said,
            ..
        } = self.judge;
        let people = 0..self.groups.len();
        let mut rows = people.flat_map(|person| self.groups.rows(person));
        let all_have_ids = rows.all(|row| !said.source_id(row.row).is_empty());
        let mut here = vec![false; list.len()];
        for person in 0..self.groups.len() {
            if let Some(here) = here.get_mut(self.groups.who(person) as usize) {
                *here = true;
            }
        }
        let missing = here.iter().enumerate().filter(|(_, here)| !**here);
        let came = missing.filter_map(|(who, _)| {
            let sent = of_person.places(who).iter();
            let sent = sent.map(|at| &known.list[*at as usize]);
            // Where everybody has an id, whoever has none was typed in.
            let is_theirs = |one: &&Submission| {
                one.source() == origin.source && !(all_have_ids && one.source_id().is_empty())
            };
            let sent = sent.filter(is_theirs);
            // What is another's by now is there.
            let is_there = |one: &Submission| holders.knows(one.source_id());
            if sent.clone().any(is_there) {
                return None;
            }
            sent.map(Submission::imported).min()
        });
        came.collect()
    }

    /// Tells whether somebody has signed up after all who were known from this source. A time to come is a slip.
    fn goes_on(&self) -> bool {
        let Judge {
            known,
            said,
            origin,
            ..
        } = self.judge;
        let people = 0..self.groups.len();
        let rows = people.flat_map(|person| self.groups.rows(person));
        let here = rows.map(|row| said.sent(row.row).0);
        let before = known.list.iter();
        let before = before.filter(|one| one.source() == origin.source);
        let before = before.map(Submission::sent);
        let is_past = |sent: &&str| is_moment(sent) && *sent <= origin.imported.as_str();
        let last = before.filter(is_past).max();
        here.filter(is_past).max() > last
    }
}
