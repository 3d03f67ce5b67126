use std::cmp::Reverse;
use std::collections::HashMap;

use crate::model::{Registration, Registrations, Status};

/// Who waits for a place, the first first.
#[derive(Debug)]
pub struct Queue {
    units: Vec<Unit>,
}

/// Somebody who waits, or a group who come together or not at all.
#[derive(Debug, PartialEq, Eq)]
pub struct Unit {
    /// Their places in the list, in its order.
    pub people: Vec<usize>,
    rank: Rank,
}

/// The order of the queue: the higher priority first, then whose time of signing up is known, then the earlier, then the
/// order of the list. A group has the priority of whichever member has the highest, and stands where its last member
/// signed up: nobody is brought to the front by friends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    priority: Reverse<i32>,
    unknown: bool,
    registered: String,
    row: usize,
}

impl Queue {
    /// Puts those in order who wait and have no offer.
    pub fn of(list: &Registrations) -> Self {
        Self::but(list, &|_| false)
    }

    /// As [`of`](Self::of), without those who wait elsewhere, by their places in the list.
    pub(super) fn but(list: &Registrations, elsewhere: &dyn Fn(usize) -> bool) -> Self {
        let columns = list.columns();
        let [registered, group, priority, offer] =
            ["registered", "group", "priority", "offer"].map(|name| columns.position(name));
        let cell = |person: &Registration, at: Option<usize>| {
            at.map_or(String::new(), |at| person.at(at).trim().to_string())
        };
        let mut units: Vec<Unit> = Vec::new();
        let mut groups: HashMap<String, usize> = HashMap::new();
        for (row, person) in list.iter().enumerate() {
            let waits = person.status() == Some(Status::Waiting);
            if !waits || !cell(person, offer).is_empty() || elsewhere(row) {
                continue;
            }
            let registered = cell(person, registered);
            let rank = Rank {
                priority: Reverse(number(&cell(person, priority))),
                unknown: !is_moment(&registered),
                registered,
                row,
            };
            let group = cell(person, group).to_lowercase();
            if !group.is_empty() {
                if let Some(at) = groups.get(&group) {
                    units[*at].join(row, rank);
                    continue;
                }
                groups.insert(group, units.len());
            }
            units.push(Unit {
                people: vec![row],
                rank,
            });
        }
        units.sort_by(|one, other| one.rank.cmp(&other.rank));
        Self { units }
    }

    /// Returns who waits, in order.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// Returns the places in the list of those who stand before somebody's unit; none if they do not wait.
    pub fn before(&self, person: usize) -> Option<Vec<usize>> {
        let at = self
            .units
            .iter()
            .position(|unit| unit.people.contains(&person))?;
        let ahead = self.units[..at].iter().flat_map(|unit| &unit.people);
        Some(ahead.copied().collect())
    }
}

impl Unit {
    fn join(&mut self, row: usize, rank: Rank) {
        self.people.push(row);
        let priority = self.rank.priority.min(rank.priority);
        let last = std::cmp::max(
            Rank {
                priority,
                ..self.rank.clone()
            },
            Rank { priority, ..rank },
        );
        self.rank = last;
    }
}

/// Returns a priority; what is no number is none.
pub(super) fn number(priority: &str) -> i32 {
    priority.trim().parse().unwrap_or(0)
}

/// Tells whether a time stands as plenary writes it, year first. A time as somebody typed it says nothing about the
/// order: it comes after those that are known.
pub(super) fn is_moment(registered: &str) -> bool {
    registered.len() >= 16 && registered.as_bytes()[4] == b'-'
}
