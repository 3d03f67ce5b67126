use std::collections::HashMap;

use super::Standing;
use super::decide::{Other, Turn};
use super::verdict::{Change, Detail, Report, Verdict};
use crate::model::Registrations;

/// Sets aside what would be done: all that the table says was imported once, and what was changed since came later. So
/// an old file that is imported once more, with newer ones or by itself, turns nothing back.
pub(super) fn set_aside(report: &mut Report, others: &mut Vec<Other>, list: &Registrations) {
    if others.is_empty() {
        return;
    }
    let turns = others.drain(..);
    let turns = turns.filter_map(|other| {
        let old = list.get(other.place as usize)?.get("status");
        let new = match other.turn {
            Turn::Stay => return None,
            Turn::Seat => Standing::Coming.said(),
            Turn::To(status) => status.word(),
        };
        Some((
            other.place,
            Change {
                column: "status".to_string(),
                old: old.to_string(),
                new: new.to_string(),
            },
        ))
    });
    let mut turns: HashMap<u32, Change> = turns.collect();
    for row in &mut report.rows {
        if let Some(turn) = row.who.and_then(|who| turns.remove(&who)) {
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
                outdated,
                ..
            } = &mut **detail;
            let is_status = |one: &Change| one.column == "status";
            outdated.extend(changes.drain(..).filter(|one| !is_status(one)));
            outdated.extend(conflicts.drain(..).filter(|one| !is_status(one)));
        }
    }
}
