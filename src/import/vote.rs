use std::collections::{HashMap, HashSet};

use super::deciding::Groups;
use super::filing::File;
use super::fold::is_moment;
use super::identity::Who;
use super::judge::{Judge, Judgement};
use crate::model::Submission;

/// Somebody of whom a table only turns something back, or among other things.
pub(super) struct Back {
    pub(super) who: Who,
    /// When the last of that was imported which would be turned back.
    since: String,
    /// Whether the table says something of them that was never imported.
    pub(super) is_news: bool,
}

impl Back {
    pub(super) fn of(who: Who, judgement: &Judgement) -> Option<Self> {
        let since = &judgement.remarks.as_ref()?.turned_back;
        (!since.is_empty()).then(|| Self {
            who,
            since: since.clone(),
            is_news: judgement.is_news,
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
    /// asked: as much as a newer table turns back by chance it has kept of that, and of an earlier one nobody is there who
    /// came with that file or after it. Where nothing tells, one person may have changed an answer back, and two have not,
    /// unless somebody has signed up since.
    pub(super) fn outdated<'b>(&self, backs: &'b [Back]) -> Vec<&'b Back> {
        let Some(first) = backs.iter().map(|back| back.since.as_str()).min() else {
            return Vec::new();
        };
        let mut turned: HashMap<&str, usize> = HashMap::new();
        for back in backs {
            *turned.entry(&back.since).or_default() += 1;
        }
        let kept = self.kept(first);
        let last_missing = self.last_missing();
        let is_open = backs.len() < 2 || self.goes_on();
        let is_outdated = |back: &&Back| {
            let since = back.since.as_str();
            let is_kept = kept.get(since).is_some_and(|kept| *kept >= turned[since]);
            let is_missing = last_missing.is_some_and(|missing| missing >= since);
            !is_kept && (is_missing || !is_open)
        };
        backs.iter().filter(is_outdated).collect()
    }

    /// Returns of how many people the table says what came first with an import, by that import; of those from `first` on.
    fn kept(&self, first: &str) -> HashMap<&str, usize> {
        let Judge {
            known,
            of_person,
            said,
            origin,
            ..
        } = self.judge;
        let mut kept = HashMap::new();
        for person in 0..self.groups.len() {
            let places = of_person.places(self.groups.who(person) as usize);
            let is_late = |at: &u32| known.list[*at as usize].imported() >= first;
            if !places.iter().any(is_late) {
                continue;
            }
            let file = File::open(known, places);
            let rows = self.groups.rows(person);
            let rows = rows.filter_map(|row| said.candidate(row.row));
            let learnt: HashSet<&str> = rows.flat_map(|row| file.learnt_by(&row, origin)).collect();
            for import in learnt {
                *kept.entry(import).or_default() += 1;
            }
        }
        kept
    }

    /// Returns when whoever came last of those from this source who are not in the table came first.
    fn last_missing(&self) -> Option<&str> {
        let Judge {
            list,
            known,
            of_person,
            origin,
            holders,
            ..
        } = self.judge;
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
            let sent = sent.filter(|one| one.source() == origin.source);
            // What is another's by now is there.
            let is_there = |one: &Submission| holders.holder(one.source_id()).is_some();
            if sent.clone().any(is_there) {
                return None;
            }
            sent.map(Submission::imported).min()
        });
        came.max()
    }

    /// Tells whether somebody has signed up after all who were known from this source.
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
        let last = before.filter(|sent| is_moment(sent)).max();
        here.filter(|sent| is_moment(sent)).max() > last
    }
}
