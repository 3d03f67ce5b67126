use std::collections::HashMap;

use super::super::plan::Plan;
use super::super::verdict::{Change, Report};
use super::decision::Turn;
use crate::model::{Registrations, Status};

/// Puts changes of status into the report, but of those who ask for a place: whether there is one is not import's to
/// say.
pub(in crate::import) fn tell(plan: &mut Plan<'_>, list: &Registrations) {
    let mut changes: HashMap<u32, Change> = HashMap::new();
    for other in &plan.others {
        let place = other.place;
        if let (Turn::To(status), Some(person)) = (other.turn, list.get(place as usize)) {
            changes.insert(place, change(person.get("status"), status.word()));
        }
    }
    plan.report.tell(changes);
}

fn change(old: &str, new: &str) -> Change {
    Change {
        column: "status".to_string(),
        old: old.to_string(),
        new: new.to_string(),
    }
}

/// What an import did to one person, for the history.
#[derive(Clone, Copy, Debug)]
pub struct Deed<'a> {
    /// Who, as a place in the list.
    pub who: usize,
    /// In which line of the file it stands, from 1.
    pub line: usize,
    /// Whether they are new in the list.
    pub new: bool,
    /// What was changed.
    pub changes: &'a [Change],
}

impl Report {
    /// Returns what was done to whom, in the order of the file. `before` is how many people were in the list.
    pub fn deeds(&self, before: usize) -> impl Iterator<Item = Deed<'_>> {
        let mut greeted = before;
        self.rows.iter().filter_map(move |row| {
            let who = row.who? as usize;
            let changes = row
                .detail
                .as_ref()
                .map_or(&[][..], |detail| &detail.changes);
            // New people have their places behind the list, in the order of the file.
            let new = who >= greeted;
            greeted = greeted.max(who + 1);
            (new || !changes.is_empty()).then_some(Deed {
                who,
                line: row.line as usize,
                new,
                changes,
            })
        })
    }

    /// Takes in which status those who asked for a place have got.
    pub fn seated(&mut self, list: &Registrations) {
        let mut changes: HashMap<u32, Change> = HashMap::new();
        for (place, old) in &self.had {
            if let Some(person) = list.get(*place as usize) {
                let new = person.status().map_or("", Status::word);
                if old != new {
                    changes.insert(*place, change(old, new));
                }
            }
        }
        self.tell(changes);
    }

    fn tell(&mut self, mut changes: HashMap<u32, Change>) {
        if changes.is_empty() {
            return;
        }
        for outcome in &mut self.rows {
            if let Some(change) = outcome.who.and_then(|who| changes.remove(&who)) {
                outcome.more().changes.push(change);
            }
        }
    }
}
