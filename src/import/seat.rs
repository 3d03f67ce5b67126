use super::decide::Turn;
use super::plan::Plan;
use super::verdict::Change;
use crate::model::{Registrations, Status};

/// Gives those who come a place while there are any, then the waiting list, in the order in which they signed up.
/// Whoever waits already is not overtaken.
pub(super) fn seat(plan: &mut Plan<'_>, list: &Registrations, capacity: Option<u32>) {
    let mut taken = 0_usize;
    if capacity.is_some() {
        taken = list.count(Status::Confirmed) + list.count(Status::Waiting);
        for decision in &plan.decisions {
            let gives_up = decision.turn == Turn::To(Status::Cancelled);
            let person = list.get(decision.place as usize);
            let had = person.is_some_and(|one| {
                matches!(one.status(), Some(Status::Confirmed | Status::Waiting))
            });
            taken -= usize::from(gives_up && had);
        }
    }
    let mut open: Vec<usize> = (0..plan.decisions.len())
        .filter(|at| plan.decisions[*at].turn == Turn::Seat)
        .collect();
    if capacity.is_some() {
        open.sort_by_cached_key(|at| {
            let registered = plan.registered(&plan.decisions[*at]);
            // A time as somebody typed it says nothing about the order: it comes after those that are known.
            (!is_known(&registered), registered)
        });
    }
    for at in open {
        let full = capacity.is_some_and(|capacity| taken >= capacity as usize);
        taken += 1;
        let status = if full {
            Status::Waiting
        } else {
            Status::Confirmed
        };
        plan.decisions[at].turn = Turn::To(status);
    }
    tell(plan, list);
}

/// Tells whether a time stands as plenary writes it, year first.
fn is_known(registered: &str) -> bool {
    registered.len() >= 16 && registered.as_bytes()[4] == b'-'
}

/// Puts changes of status into the report.
fn tell(plan: &mut Plan<'_>, list: &Registrations) {
    let mut changes: std::collections::HashMap<usize, Change> = std::collections::HashMap::new();
    for decision in &plan.decisions {
        if let (Turn::To(status), Some(person)) = (decision.turn, list.get(decision.place as usize))
        {
            let change = Change {
                column: "status".to_string(),
                old: person.get("status").to_string(),
                new: status.word().to_string(),
            };
            changes.insert(decision.place as usize, change);
        }
    }
    for outcome in &mut plan.report.rows {
        if let Some(change) = outcome.who.and_then(|who| changes.remove(&who)) {
            outcome.more().changes.push(change);
        }
    }
}
