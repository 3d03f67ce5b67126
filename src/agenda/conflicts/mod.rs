//! What does not fit in an agenda. Each rule is a file; here they are asked one after the other, waivers taken into
//! account and severities given.

#[cfg(test)]
mod brute_force;
mod change_over;
mod conflict;
mod no_length;
mod not_available;
mod outside_hours;
mod remedy;
mod room_closed;
mod room_overlap;
mod room_too_small;
mod speaker_overlap;
mod step_free;
#[cfg(test)]
mod tests;
mod unconfirmed;
mod unnamed;
mod unscheduled;
mod waivers;
mod walk;

use std::collections::HashSet;

use super::board::Board;
use crate::error::Finding;
use crate::model::{Conference, Level, Rule};
use conflict::Conflict;
use remedy::Remedies;

type Find = for<'a> fn(&Board<'a>) -> Vec<Conflict<'a>>;

const RULES: [(Rule, Find); 13] = [
    (Rule::RoomOverlap, room_overlap::find),
    (Rule::SpeakerOverlap, speaker_overlap::find),
    (Rule::NotAvailable, not_available::find),
    (Rule::RoomClosed, room_closed::find),
    (Rule::StepFree, step_free::find),
    (Rule::OutsideHours, outside_hours::find),
    (Rule::RoomTooSmall, room_too_small::find),
    (Rule::ChangeOver, change_over::find),
    (Rule::Walk, walk::find),
    (Rule::NoLength, no_length::find),
    (Rule::Unconfirmed, unconfirmed::find),
    (Rule::Unnamed, unnamed::find),
    (Rule::Unscheduled, unscheduled::find),
];

/// What does not fit, and how much of it is meant to be so.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What does not fit, by rule.
    pub findings: Vec<Finding>,
    /// How many conflicts are waived.
    pub waived: usize,
}

/// Returns what does not fit in the agenda, by the rules and severities of `event.toml` and without what `agenda.toml`
/// waives. Cancelled sessions have no conflicts. In n log n, and as many steps as there are findings.
pub fn conflicts(conference: &Conference) -> Vec<Finding> {
    report(conference).findings
}

/// Returns what [`conflicts`] does, and how many are waived.
pub fn report(conference: &Conference) -> Report {
    let board = Board::new(conference);
    let (found, waived) = found(&board);
    // What has no time yet is told in one finding, before the waivers that are for nothing.
    let is_open = |one: &Conflict<'_>| one.rule == Rule::Unscheduled;
    let is_stale = |one: &Conflict<'_>| one.rule == Rule::StaleWaiver;
    let (open, mut found): (Vec<_>, Vec<_>) = found.into_iter().partition(is_open);
    let stale = found.iter().position(is_stale).unwrap_or(found.len());
    let stale = found.split_off(stale);
    found.extend(unscheduled::joined(open));
    found.extend(stale);
    Report {
        findings: findings(&board, found),
        waived,
    }
}

/// Returns every conflict that is not waived, then the waivers that are for nothing; and how many conflicts are waived.
fn found<'a>(board: &Board<'a>) -> (Vec<Conflict<'a>>, usize) {
    let rules = &board.conference.event.agenda;
    let asked = RULES
        .iter()
        .filter(|(rule, _)| rules.level(*rule) != Level::Off);
    let mut found: Vec<Conflict<'a>> = asked.flat_map(|(_, find)| find(board)).collect();
    let (waived, stale) = waivers::apply(board.conference, &mut found);
    found.extend(stale);
    (found, waived)
}

/// Gives conflicts the severities of the event, and their hints.
fn findings<'a>(board: &Board<'a>, found: Vec<Conflict<'a>>) -> Vec<Finding> {
    let rules = &board.conference.event.agenda;
    let mut remedies = Remedies::new(board);
    let findings = found.into_iter().filter_map(|conflict| {
        let Level::On(severity) = rules.level(conflict.rule) else {
            return None;
        };
        let finding = Finding {
            severity,
            rule: conflict.rule.word(),
            message: conflict.message,
            places: conflict.places,
            hint: None,
        };
        Some(remedies.give(finding, conflict.remedy))
    });
    findings.collect()
}

/// Returns the conflicts that a change to the agenda makes: those after it that were none before. One that was there and
/// is so at another time is not made by it.
pub fn new_conflicts(before: &Conference, after: &Conference) -> Vec<Finding> {
    let (before, after) = (Board::new(before), Board::new(after));
    let known = found(&before).0;
    let known: HashSet<_> = known.iter().map(Conflict::identity).collect();
    let mut made = found(&after).0;
    // What has no time yet is no conflict that a change could make, only a list that gets shorter.
    made.retain(|one| one.rule != Rule::Unscheduled && !known.contains(&one.identity()));
    findings(&after, made)
}
