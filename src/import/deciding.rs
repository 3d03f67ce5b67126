//! What is done about each person of whom a table tells ([`judge`]), unless the table as a whole is an earlier export
//! ([`vote`], [`outdated`]); and who stands in it no more ([`missing`]).

pub(super) mod decision;
mod judge;
pub(super) mod missing;
pub(super) mod newcomers;
mod outdated;
mod outrun;
pub(super) mod turns;
pub(super) mod uncoded;
mod vote;

use std::collections::HashSet;
use std::ops::Range;

use super::OfPerson;
use super::filing::handed::Holders;
use super::filing::strays::Strays;
use super::identity::{Matches, Row, Who};
use super::plan::Plan;
use super::verdict::{Report, Verdict};
use crate::model::{Registrations, Submissions};
use crate::sheet::abreast;
use decision::{Decision, Newcomer, Other};
use judge::{Judge, Judgement};
use outdated::{compare, set_aside};
use vote::{Back, Vote};

/// The rows of a table, person by person.
pub(super) struct Groups<'a> {
    rows: &'a [Row],
    matches: &'a [Who],
    /// Which rows, people in the order of their places, rows in that of the file.
    order: Vec<u32>,
    /// Where the rows of each person begin; the first of them stands for the person.
    firsts: Vec<u32>,
}

impl<'a> Groups<'a> {
    /// Brings the rows about one person together.
    fn of(rows: &'a [Row], matches: &'a [Who]) -> Self {
        let mut order: Vec<u32> = (0..).take(matches.len()).collect();
        order.sort_by_key(|at| matches[*at as usize]);
        let mut firsts: Vec<u32> = Vec::with_capacity(order.len() + 1);
        let mut last = None;
        for (nth, at) in (0..).zip(&order) {
            let who = Some(matches[*at as usize]);
            if last != who {
                firsts.push(nth);
                last = who;
            }
        }
        firsts.push(order.len() as u32);
        Self {
            rows,
            matches,
            order,
            firsts,
        }
    }

    /// Returns how many people there are.
    pub(super) fn len(&self) -> usize {
        self.firsts.len() - 1
    }

    fn range(&self, person: usize) -> Range<usize> {
        self.firsts[person] as usize..self.firsts[person + 1] as usize
    }

    /// Returns the rows of one person.
    pub(super) fn rows(&self, person: usize) -> impl Iterator<Item = Row> + Clone {
        let group = self.order[self.range(person)].iter();
        group.map(|at| self.rows[*at as usize])
    }

    /// Returns who somebody is.
    pub(super) fn who(&self, person: usize) -> Who {
        self.of_first(self.firsts[person])
    }

    fn of_first(&self, first: u32) -> Who {
        self.matches[self.order[first as usize] as usize]
    }

    /// Returns whether somebody is there, and where.
    pub(super) fn find(&self, who: Who) -> Option<usize> {
        let people = &self.firsts[..self.len()];
        let found = people.binary_search_by_key(&who, |first| self.of_first(*first));
        found.ok()
    }
}

impl Plan<'_> {
    /// Says of each row whom it is about, and decides about these people.
    pub(super) fn decide(
        &mut self,
        (list, known, of_person): (&Registrations, &Submissions, &OfPerson),
        rows: &[Row],
        mut matches: Matches,
        watch: &mut dyn FnMut(usize),
    ) {
        let Self {
            origin,
            newcomers,
            others,
            said,
            report,
            has_strays,
            ..
        } = self;
        for (row, who) in rows.iter().zip(&matches.who) {
            let outcome = &mut report.rows[row.row as usize];
            outcome.who = Some(*who);
            outcome.verdict = Verdict::Repeated;
        }
        for (at, near) in std::mem::take(&mut matches.near) {
            let detail = report.rows[rows[at as usize].row as usize].more();
            detail.shares = near.shares.into_iter().map(|who| who as usize).collect();
            detail.maybe = near.maybe.into_iter().map(|who| who as usize).collect();
        }
        let groups = Groups::of(rows, &matches.who);
        let holders = Holders::of(rows, &matches.who, said);
        let strays = match *has_strays {
            true => Strays::of(list, known),
            false => Strays::default(),
        };
        let judge = Judge {
            list,
            known,
            of_person,
            said,
            origin,
            holders: &holders,
            strays: &strays,
            is_earlier: false,
        };
        let judge_one =
            |judge: Judge<'_>, person: usize| judge.judge(groups.who(person), groups.rows(person));
        let judge_some = |some: Range<usize>| {
            let seen = some.clone().map(|person| groups.range(person).len()).sum();
            let mut judgements = Vec::with_capacity(some.len());
            judgements.extend(some.filter_map(|person| judge_one(judge, person)));
            (seen, judgements)
        };
        let judge_some = &judge_some;
        let mut is_news = false;
        let mut backs: Vec<Back> = Vec::new();
        std::thread::scope(|scope| {
            for (seen, judgements) in abreast(scope, groups.len(), judge_some) {
                watch(seen);
                for judgement in judgements {
                    is_news |= judgement.is_news;
                    let who = report.rows[judgement.row as usize].who;
                    if judgement.verdict == Verdict::Added && !judgement.is_news {
                        report.back.extend(who.map(|who| who as usize));
                    }
                    backs.extend(who.and_then(|who| Back::of(who, &judgement)));
                    take(judgement, report, newcomers, others);
                }
            }
        });
        if !is_news {
            if !(others.is_empty() && backs.is_empty()) {
                set_aside(report, others, list, None);
            }
            return;
        }
        let vote = Vote {
            judge,
            groups: &groups,
        };
        let old = vote.outdated(&backs);
        if old.is_empty() {
            return;
        }
        let everybody: HashSet<Who> = old.iter().copied().collect();
        set_aside(report, others, list, Some(&everybody));
        report.is_earlier = true;
        let earlier = Judge {
            is_earlier: true,
            ..judge
        };
        for person in old.into_iter().filter_map(|who| groups.find(who)) {
            if let Some(judgement) = judge_one(earlier, person) {
                let row = judgement.row as usize;
                take(judgement, report, newcomers, others);
                compare(&mut report.rows[row], others, list);
            }
        }
        others.sort_by_key(|other| other.place);
    }
}

/// Takes what was decided about somebody.
fn take(
    judgement: Judgement,
    report: &mut Report,
    newcomers: &mut Vec<Newcomer>,
    others: &mut Vec<Other>,
) {
    let outcome = &mut report.rows[judgement.row as usize];
    outcome.verdict = judgement.verdict;
    match judgement.decision {
        Some(Decision::Row(newcomer)) => newcomers.push(newcomer),
        Some(Decision::More(other)) => others.push(other),
        None => {}
    }
    let Some(remarks) = judgement.remarks else {
        return;
    };
    if !(remarks.changes.is_empty() && remarks.conflicts.is_empty()) {
        let detail = outcome.more();
        detail.changes = remarks.changes;
        detail.conflicts = remarks.conflicts;
        detail.keeps_place = remarks.keeps_place;
    }
    if remarks.still_cancelled {
        outcome.more().still_cancelled = true;
    }
    if !remarks.older.is_empty() || remarks.by_another || !remarks.refused.is_empty() {
        let detail = outcome.more();
        (detail.older, detail.by_another) = (remarks.older, remarks.by_another);
        detail.refused = remarks.refused;
    }
    for seat in remarks.seats {
        report.rows[seat as usize].more().another_seat = true;
    }
}
