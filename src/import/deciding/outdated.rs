use std::collections::{HashMap, HashSet};

use super::super::Standing;
use super::super::verdict::{Change, Detail, Outcome, Report, Verdict};
use super::decision::{Other, Turn};
use crate::model::Registrations;

/// Sets aside what would be done, to everybody or to some: what the table says of them was imported once, and what was
/// changed since came later. So an old file that is imported once more, with newer ones or by itself, turns nothing back.
/// Whoever is not in the list comes in all the same.
pub(super) fn set_aside(
    report: &mut Report,
    others: &mut Vec<Other>,
    list: &Registrations,
    some: Option<&HashSet<u32>>,
) {
    let is_meant = |who: u32| some.is_none_or(|some| some.contains(&who));
    let listed = |other: &Other| (other.place as usize) < list.len();
    let gone = others.extract_if(.., |other| listed(other) && is_meant(other.place));
    let mut turns: HashMap<u32, Change> = gone
        .filter_map(|other| Some((other.place, turn(&other, list)?)))
        .collect();
    for row in &mut report.rows {
        let Some(who) = row
            .who
            .filter(|who| is_meant(*who) && (*who as usize) < list.len())
        else {
            continue;
        };
        if let Some(turn) = turns.remove(&who) {
            row.more().outdated.push(turn);
        }
        if matches!(
            row.verdict,
            Verdict::Updated | Verdict::Cancelled | Verdict::Conflict
        ) {
            row.verdict = Verdict::Unchanged;
        }
        if let Some(detail) = &mut row.detail {
            let Detail {
                changes,
                conflicts,
                refused,
                outdated,
                ..
            } = &mut **detail;
            let all = changes.drain(..).chain(conflicts.drain(..));
            outdated.extend(all.filter(|one| one.column != "status"));
            outdated.append(refused);
        }
    }
}

/// Takes out of what was set aside of a row what is done all the same, since it was never imported.
pub(super) fn compare(row: &mut Outcome, others: &[Other], list: &Registrations) {
    let other = others.iter().rfind(|other| Some(other.place) == row.who);
    let turn = other.and_then(|other| turn(other, list));
    if let Some(detail) = &mut row.detail {
        let Detail {
            changes,
            conflicts,
            outdated,
            refused,
            ..
        } = &mut **detail;
        refused.clear();
        outdated.retain(|one| {
            let mut done = changes.iter().chain(&*conflicts).chain(&turn);
            !done.any(|done| done == one)
        });
    }
}

/// Returns what would become of a status; nothing if it stays.
fn turn(other: &Other, list: &Registrations) -> Option<Change> {
    let old = list.get(other.place as usize)?.get("status");
    let new = match other.turn {
        Turn::Stay => return None,
        Turn::Seat => Standing::Coming.said(),
        Turn::To(status) => status.word(),
    };
    Some(Change {
        column: "status".to_string(),
        old: old.to_string(),
        new: new.to_string(),
    })
}
