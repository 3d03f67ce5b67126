use super::conflict::{Conflict, Remedy};
use crate::error::did_you_mean;
use crate::model::{Conference, Id, Rule, Waiver};

/// Takes out what is meant to be as it is. Returns how many conflicts that were, and a conflict for each waiver that
/// stands for nothing any more.
pub(super) fn apply<'a>(
    conference: &'a Conference,
    found: &mut Vec<Conflict<'a>>,
) -> (usize, Vec<Conflict<'a>>) {
    let waivers = &conference.waivers;
    let mut used = vec![false; waivers.len()];
    let before = found.len();
    found.retain(|conflict| {
        let mut waived = false;
        for (waiver, used) in waivers.iter().zip(&mut used) {
            if covers(waiver, conflict) {
                *used = true;
                waived = true;
            }
        }
        !waived
    });
    let stale = waivers.iter().zip(used).filter(|(_, used)| !used);
    let stale = stale.filter(|(waiver, _)| !waiver.sessions.is_empty());
    let stale = stale
        .map(|(waiver, _)| report(conference, waiver))
        .collect();
    (before - found.len(), stale)
}

fn covers(waiver: &Waiver, conflict: &Conflict<'_>) -> bool {
    let named = |id: &Id| waiver.sessions.contains(id);
    waiver.rule == conflict.rule && conflict.sessions.iter().all(|session| named(&session.id))
}

fn report<'a>(conference: &'a Conference, waiver: &'a Waiver) -> Conflict<'a> {
    let known = |id: &&Id| conference.session(id).is_some();
    let stranger = waiver.sessions.iter().find(|id| !known(id));
    let (message, hint) = match stranger {
        Some(id) => {
            let ids = conference
                .sessions
                .iter()
                .map(|session| session.id.as_str());
            (
                format!("this waiver names session `{id}`, which does not exist"),
                did_you_mean(id.as_str(), ids),
            )
        }
        None => (
            format!(
                "this waiver of {} is for nothing that is the case",
                waiver.rule.word()
            ),
            None,
        ),
    };
    let hint = hint
        .unwrap_or_else(|| "take the [[waiver]] out, or name all sessions of the finding".into());
    Conflict::new(Rule::StaleWaiver, Vec::new(), message)
        .at(waiver.origin.place("sessions"))
        .remedy(Remedy::Say(hint))
}
