use super::Change;
use super::{Programme, differences};
use crate::model::Id;

/// Returns what changed for one person from the agenda that they know to the present one: everything about the
/// sessions in which they speak or have the chair, or did. A session that has changed back to what they know is no
/// change.
pub fn changes_for(person: &Id, known: &Programme<'_>, now: &Programme<'_>) -> Vec<Change> {
    concerning(person, &differences(known, now), known, now)
}

/// Returns those of the changes between two agendas that concern one person, as [`changes_for`] does.
pub fn concerning(
    person: &Id,
    changes: &[Change],
    known: &Programme<'_>,
    now: &Programme<'_>,
) -> Vec<Change> {
    let takes_part = |programme: &Programme<'_>, session: &Id| {
        let session = programme.session(session);
        session.is_some_and(|session| session.people().any(|id| id == person))
    };
    let mine = changes
        .iter()
        .filter(|change| takes_part(known, &change.session) || takes_part(now, &change.session));
    mine.cloned().collect()
}
