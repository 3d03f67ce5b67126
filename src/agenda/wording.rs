use chrono::TimeDelta;

use super::change::{Change, Difference, Slot, Times, Turnover};
use crate::model::WallTime;

impl Change {
    /// Returns a sentence for each difference, as people would say it. Each names the session.
    pub fn sentences(&self) -> Vec<String> {
        let said = |difference| format!("“{}” {}.", self.title, difference);
        self.differences.iter().map(words).map(said).collect()
    }
}

impl Difference {
    /// Returns it as a phrase that follows the name of the session: `moved from 10:00 to 10:30`.
    pub fn words(&self) -> String {
        words(self)
    }
}

fn words(difference: &Difference) -> String {
    match difference {
        Difference::Added(slot) => format!("is new{}", place(slot, ": ")),
        Difference::Removed(slot) => {
            format!("is no longer on the agenda{}", place(slot, "; it was on "))
        }
        Difference::Cancelled(slot) => format!("is cancelled{}", place(slot, "; it was on ")),
        Difference::Reinstated(slot) => format!("takes place after all{}", place(slot, ": ")),
        Difference::Scheduled(slot) => format!("has a time now{}", place(slot, ": ")),
        Difference::Unscheduled(slot) => {
            format!("has no time any more{}", place(slot, "; it was on "))
        }
        Difference::Moved(from, to) => moved(*from, *to),
        Difference::Shortened(from, to) => longer_or_shorter("shorter", *from, *to),
        Difference::Lengthened(from, to) => longer_or_shorter("longer", *from, *to),
        Difference::Rehoused(from, to) if from.is_empty() => format!("is in {to}"),
        Difference::Rehoused(from, to) if to.is_empty() => format!("is no longer in {from}"),
        Difference::Rehoused(from, to) => format!("is in {to} instead of {from}"),
        Difference::Renamed(title) => format!("is now called “{title}”"),
        Difference::Speakers(turnover) => turned(turnover, "speaks", "speak"),
        Difference::Chair(turnover) => turned(turnover, "chairs it", "chair it"),
        Difference::Interpreters(turnover) => turned(turnover, "interprets", "interpret"),
    }
}

/// Returns when and where, as `Saturday 13 April, 10:00 to 10:30, Main Hall`; nothing if neither is known.
fn place(slot: &Slot, before: &str) -> String {
    let when = slot.times.map(|times| {
        let day = times.start.format("%A %-d %B");
        format!("{day}, {}", stretch(times))
    });
    let room = (!slot.room.is_empty()).then(|| slot.room.clone());
    let parts: Vec<String> = when.iter().chain(&room).cloned().collect();
    match parts.as_slice() {
        [] => String::new(),
        [room] if when.is_none() && before.ends_with("on ") => {
            format!("{}in {room}", before.trim_end_matches("on "))
        }
        parts => format!("{before}{}", parts.join(", ")),
    }
}

fn stretch(times: Times) -> String {
    match end(times) {
        Some(end) => format!("{} to {}", clock(times.start), clock(end)),
        None => clock(times.start),
    }
}

fn end(times: Times) -> Option<WallTime> {
    Some(times.start + TimeDelta::minutes(times.minutes?.into()))
}

fn clock(time: WallTime) -> String {
    time.format("%H:%M").to_string()
}

fn moved(from: Times, to: Times) -> String {
    if from.start.date() == to.start.date() {
        return format!("moved from {} to {}", clock(from.start), clock(to.start));
    }
    let day = |times: Times| times.start.format("%A %-d %B, %H:%M").to_string();
    format!("moved from {} to {}", day(from), day(to))
}

fn longer_or_shorter(word: &str, from: Times, to: Times) -> String {
    let (Some(old), Some(new)) = (from.minutes, to.minutes) else {
        return match end(to) {
            Some(end) => format!("ends at {}", clock(end)),
            None => "has no fixed end any more".to_string(),
        };
    };
    let minutes = match old.abs_diff(new) {
        1 => "1 minute".to_string(),
        minutes => format!("{minutes} minutes"),
    };
    format!("is {minutes} {word}: {}", stretch(to))
}

fn turned(turnover: &Turnover, one: &str, many: &str) -> String {
    let names = |people: &[(crate::model::Id, String)]| {
        let names: Vec<&str> = people.iter().map(|(_, name)| name.as_str()).collect();
        match names.as_slice() {
            [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
            names => names.concat(),
        }
    };
    let verb = |people: &[_]| if people.len() == 1 { one } else { many };
    let (left, joined) = (&turnover.left, &turnover.joined);
    let joins = format!("{} {} now", names(joined), verb(joined));
    let leaves = format!("{} no longer {}", names(left), verb(left));
    match (left.is_empty(), joined.is_empty()) {
        (true, _) => format!("has a change: {joins}"),
        (_, true) => format!("has a change: {leaves}"),
        _ => format!("has a change: {joins}, {leaves}"),
    }
}
