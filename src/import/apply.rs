use std::collections::HashSet;
use std::ops::Range;

use super::column;
use super::deciding::decision::{More, Other, Turn, minute};
use super::deciding::newcomers::Arrivals;
use super::filing::Filed;
use super::filing::fold::fold;
use super::orders::Orders;
use super::plan::Plan;
use super::verdict::Report;
use crate::model::{Code, Registration, Registrations, Status, Submission, Submissions, Values};
use crate::sheet::abreast;

impl Plan<'_> {
    /// Does what was planned, to the very list and memory that it was planned for, and returns what it found. `draw(n)`
    /// returns a random number below `n`.
    pub fn apply(
        mut self,
        list: &mut Registrations,
        known: &mut Submissions,
        draw: impl FnMut(usize) -> usize,
    ) -> Report {
        if !self.report.changed {
            return self.report;
        }
        for number in self.columns() {
            list.add_column(column::name(known, number));
        }
        let names = known.names().iter();
        let positions: Vec<Option<usize>> =
            names.map(|name| list.columns().position(name)).collect();
        let newcomers = std::mem::take(&mut self.newcomers);
        let others = std::mem::take(&mut self.others);
        let is_new = |other: &&Other| other.place as usize >= list.len();
        let new_others = others.iter().filter(is_new).count();
        let count = newcomers.len() + new_others + self.uncoded.len();
        let mut codes = list.draw_codes(count, draw);
        let missing = codes.split_off(newcomers.len() + new_others);
        let mut other_codes = codes.split_off(newcomers.len()).into_iter();
        // Whoever was added by hand without a code needs one, so that what they send can be remembered.
        for (place, code) in self.uncoded.iter().zip(missing) {
            if let Some(person) = list.get_mut(*place as usize) {
                person.set("code", code.as_str());
            }
        }
        let before = known.list.len();
        let has_status = position(&positions, column::STATUS).is_some();
        list.reserve(newcomers.len());
        known.list.reserve(newcomers.len());
        let arrivals = Arrivals {
            newcomers,
            codes,
            said: std::mem::take(&mut self.said).into_stretches(),
            width: list.columns().names().len(),
            positions: &positions,
        };
        std::thread::scope(|scope| {
            let write = |rows: Range<usize>| arrivals.write(rows);
            let arrived = abreast(scope, self.table.len(), write).flatten();
            let mut arrived = arrivals.newcomers.iter().zip(arrived);
            let mut others = others.into_iter().peekable();
            // Both come in the order of their places, and whoever is new gets the next one.
            loop {
                let next = list.len();
                let is_their_turn = |other: &Other| other.place as usize <= next;
                if let Some(other) = others.next_if(is_their_turn) {
                    if other.turn == Turn::To(Status::Waiting) {
                        self.report.waits.push(other.place);
                    }
                    if other.turn == Turn::Seat {
                        self.report.seats.push(other.place);
                        if let Some(known) = list.get(other.place as usize) {
                            let had = known.get("status").to_string();
                            self.report.had.insert(other.place, had);
                        }
                    }
                    let codes = &mut other_codes;
                    if let Some(code) = settle(list, &other, codes, &positions) {
                        remember(known, other.more.filed, &code);
                    }
                } else if let Some((newcomer, (listed, said))) = arrived.next() {
                    match newcomer.turn {
                        Turn::Seat => self.report.seats.push(next as u32),
                        Turn::To(Status::Waiting) => self.report.waits.push(next as u32),
                        _ => {}
                    }
                    let status = newcomer.turn.status().filter(|_| has_status);
                    let columns = list.columns().clone();
                    list.push(Registration::arriving(columns, listed, status));
                    known.list.push(Submission::new(said));
                } else {
                    break;
                }
            }
        });
        if self.has_strays {
            // What was sent by people who were taken out of the list is nobody's business any more.
            let listed: HashSet<&str> = list.iter().map(Registration::code).collect();
            let mut at = 0;
            known.list.retain(|one| {
                at += 1;
                at > before || listed.contains(one.code())
            });
        }
        self.report
    }

    /// The columns that get a value, in the order in which they are to be added.
    fn columns(&self) -> Vec<u16> {
        let mut used = vec![false; usize::from(u16::MAX) + 1];
        if !self.newcomers.is_empty() {
            used[..self.used.len()].copy_from_slice(&self.used);
        }
        for Other { more, .. } in &self.others {
            let filed = more
                .filed
                .iter()
                .flat_map(|filed| filed.submission.values());
            let filed = filed.map(|(number, _)| number);
            for number in more.sets.iter().map(|(number, _)| *number).chain(filed) {
                used[usize::from(number)] = true;
            }
        }
        let numbers = (0..=u16::MAX).filter(|number| used[usize::from(*number)]);
        numbers.collect()
    }
}

/// Returns where a column stands in the list.
pub(super) fn position(positions: &[Option<usize>], number: u16) -> Option<usize> {
    positions.get(usize::from(number)).copied().flatten()
}

/// Does what is to be done about somebody in the list, and returns their code; none if there is none left for them.
fn settle(
    list: &mut Registrations,
    other: &Other,
    codes: &mut impl Iterator<Item = Code>,
    positions: &[Option<usize>],
) -> Option<String> {
    let Other { place, turn, more } = other;
    if let Some(person) = list.get_mut(*place as usize) {
        change(person, more, *turn, positions);
        return Some(person.code().to_string());
    }
    let code = codes.next()?.to_string();
    let width = list.columns().names().len();
    let values = added(more, *turn, &code, (width, positions));
    list.push(Registration::filled(list.columns().clone(), values));
    Some(code)
}

fn change(person: &mut Registration, more: &More, turn: Turn, positions: &[Option<usize>]) {
    for (number, value) in &more.sets {
        if let Some(at) = position(positions, *number) {
            person.set_at(at, value);
        }
    }
    if let Some(status) = turn.status() {
        person.set_status(status);
    }
}

/// Returns the cells of somebody new of whom several rows tell.
fn added(
    more: &More,
    turn: Turn,
    code: &str,
    (width, positions): (usize, &[Option<usize>]),
) -> Values {
    let mut cells = vec![""; width];
    let mut put = |number: u16, value| {
        if let Some(at) = position(positions, number) {
            cells[at] = value;
        }
    };
    put(column::CODE, code);
    let filed = more.filed.iter();
    let sent: Vec<&Submission> = filed.map(|filed| &filed.submission).collect();
    // Whether they come was decided before.
    let folded = fold(&sent, &Orders::default());
    for (number, value) in &folded.values {
        put(*number, value);
    }
    put(column::REGISTERED, minute(folded.registered));
    put(column::SOURCE, folded.source);
    put(column::SOURCE_ID, folded.source_id);
    if let Some(status) = turn.status() {
        put(column::STATUS, status.word());
    }
    cells.into_iter().collect()
}

fn remember(known: &mut Submissions, filed: Vec<Filed>, code: &str) {
    for filed in filed {
        let mut submission = filed.submission;
        submission.set_code(code);
        match filed
            .replaces
            .and_then(|at| known.list.get_mut(at as usize))
        {
            Some(old) => *old = submission,
            None => known.list.push(submission),
        }
    }
}
