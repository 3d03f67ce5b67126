use super::change::{Change, Difference};
use super::{Programme, differences};
use crate::model::Id;

/// Returns what changed for one person from the agenda that they know to the present one: everything about the
/// sessions in which they speak or have the chair, or did. A session that has changed back to what they know is no
/// change.
pub fn changes_for(person: &Id, known: &Programme<'_>, now: &Programme<'_>) -> Vec<Change> {
    let takes_part = |programme: &Programme<'_>, session: &Id| {
        let session = programme.session(session);
        session.is_some_and(|session| session.people().any(|id| id == person))
    };
    let mut changes = differences(known, now);
    changes.retain(|change| takes_part(known, &change.session) || takes_part(now, &change.session));
    changes
}

/// Returns everybody who speaks or has the chair in a session that changed, before or after, in the order of the
/// agenda. Each stands once.
pub fn concerned<'a>(
    changes: &[Change],
    known: &Programme<'a>,
    now: &Programme<'a>,
) -> Vec<&'a Id> {
    let mut people: Vec<&Id> = Vec::new();
    for change in changes {
        let sessions = [known, now].map(|programme| programme.session(&change.session));
        for person in sessions.into_iter().flatten().flat_map(|one| one.people()) {
            if !people.contains(&person) {
                people.push(person);
            }
        }
    }
    people
}

impl Change {
    /// Tells whether the session is off for everybody: called off, taken off the agenda, or without a time.
    pub fn is_off(&self) -> bool {
        self.differences.iter().any(|difference| {
            matches!(
                difference,
                Difference::Cancelled(_) | Difference::Removed(_) | Difference::Unscheduled(_)
            )
        })
    }
}
