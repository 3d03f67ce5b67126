use std::collections::HashSet;

use super::column;
use super::decide::{Decision, Turn, minute};
use super::filing::Filed;
use super::fold::fold;
use super::plan::Plan;
use super::verdict::Report;
use crate::model::{Code, Registration, Registrations, Submission, Submissions};

impl Plan {
    /// Does what was planned, to the very list and memory that it was planned for, and returns what it found. `draw(n)`
    /// returns a random number below `n`.
    pub fn apply(
        self,
        list: &mut Registrations,
        known: &mut Submissions,
        mut draw: impl FnMut(usize) -> usize,
    ) -> Report {
        for number in self.columns() {
            list.add_column(column::name(known, number));
        }
        let names = known.names().iter();
        let positions: Vec<Option<usize>> =
            names.map(|name| list.columns().position(name)).collect();
        let position = |number: u16| positions.get(usize::from(number)).copied().flatten();
        let mut taken: HashSet<String> = list.iter().map(|one| one.code().to_string()).collect();
        let before = known.list.len();
        for decision in self.decisions {
            let place = decision.place as usize;
            let code = if let Some(person) = list.get_mut(place) {
                change(person, &decision, position);
                person.code().to_string()
            } else {
                let code = Code::draw(&mut draw, |code| taken.contains(code))
                    .as_str()
                    .to_string();
                taken.insert(code.clone());
                let cells = added(&decision, &code, list.columns().names().len(), position);
                list.push(Registration::filled(
                    list.columns().clone(),
                    cells.iter().collect(),
                ));
                code
            };
            remember(known, decision, &code);
        }
        if self.report.changed {
            // What was sent by people who were taken out of the list is nobody's business any more.
            let mut at = 0;
            known.list.retain(|one| {
                at += 1;
                at > before || taken.contains(&*one.code)
            });
        }
        self.report
    }

    /// The columns that get a value, in the order in which they are to be added.
    fn columns(&self) -> Vec<u16> {
        let mut used = vec![false; usize::from(u16::MAX) + 1];
        for decision in &self.decisions {
            let filed = decision
                .filed
                .iter()
                .flat_map(|filed| &filed.submission.values);
            let filed = filed.map(|(number, _)| *number);
            for number in decision.sets.iter().map(|(number, _)| *number).chain(filed) {
                used[usize::from(number)] = true;
            }
        }
        let numbers = (0..=u16::MAX).filter(|number| used[usize::from(*number)]);
        numbers.collect()
    }
}

fn change(person: &mut Registration, decision: &Decision, position: impl Fn(u16) -> Option<usize>) {
    for (number, value) in &decision.sets {
        if let Some(at) = position(*number) {
            person.set_at(at, value);
        }
    }
    if let Turn::To(status) = decision.turn {
        person.set_status(status);
    }
}

/// Returns the cells of somebody new.
fn added(
    decision: &Decision,
    code: &str,
    width: usize,
    position: impl Fn(u16) -> Option<usize>,
) -> Vec<String> {
    let mut cells = vec![String::new(); width];
    let mut put = |number: u16, value: &str| {
        if let Some(at) = position(number) {
            value.clone_into(&mut cells[at]);
        }
    };
    put(column::CODE, code);
    if let [
        Filed {
            submission: only, ..
        },
    ] = decision.filed.as_slice()
    {
        for (number, value) in &only.values {
            put(*number, value);
        }
        put(column::REGISTERED, &decision.registered);
        put(column::SOURCE, &only.source);
        put(column::SOURCE_ID, &only.source_id);
    } else {
        let sent: Vec<&Submission> = decision
            .filed
            .iter()
            .map(|filed| &filed.submission)
            .collect();
        let folded = fold(&sent);
        for (number, value) in &folded.values {
            put(*number, value);
        }
        put(column::REGISTERED, minute(folded.registered));
        put(column::SOURCE, folded.source);
        put(column::SOURCE_ID, folded.source_id);
    }
    if let Turn::To(status) = decision.turn {
        put(column::STATUS, status.word());
    }
    cells
}

fn remember(known: &mut Submissions, decision: Decision, code: &str) {
    for filed in decision.filed {
        let submission = Submission {
            code: code.into(),
            ..filed.submission
        };
        match filed
            .replaces
            .and_then(|at| known.list.get_mut(at as usize))
        {
            Some(old) => *old = submission,
            None => known.list.push(submission),
        }
    }
}
