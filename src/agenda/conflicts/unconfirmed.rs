use super::conflict::{Conflict, Remedy};
use super::speaker_overlap::role;
use crate::agenda::board::{Board, Person};
use crate::agenda::words::some_of;
use crate::model::{Rule, Session};

/// Finds people on the programme who have not said yes, and sessions on it that are not settled.
///
/// Who says nothing counts as not confirmed only where somebody is: an event that confirms nobody does not keep track.
pub(super) fn find<'a>(board: &Board<'a>) -> Vec<Conflict<'a>> {
    let mut all = board.conference.speakers.iter();
    let keeps_track = all.any(|speaker| speaker.confirmed == Some(true));
    let open = |person: &&Person<'_>| {
        let answer = person.speaker.map(|speaker| speaker.confirmed);
        answer == Some(Some(false)) || keeps_track && answer == Some(None)
    };
    let mut found = Vec::new();
    for person in board.people.iter().filter(open) {
        let entries = person.diary.entries().iter();
        let sessions: Vec<&Session> = entries
            .map(|entry| board.sittings[entry.sitting].session)
            .collect();
        let Some(first) = sessions.first() else {
            continue;
        };
        let message = format!(
            "{} is on the programme and has not said yes: {}",
            person.name(),
            some_of(&sessions)
        );
        let place = first.origin.place(role(first, person.id));
        let theirs = person.speaker;
        let hint = format!(
            "once they have: `plenary speaker edit {} --confirmed true`",
            person.id
        );
        let conflict = Conflict::new(Rule::Unconfirmed, sessions, message)
            .about(person.id)
            .at(theirs.and_then(|speaker| speaker.origin.place("confirmed")))
            .at(place)
            .remedy(Remedy::Say(hint));
        found.push(conflict);
    }
    let sessions = board.sittings.iter().map(|sitting| sitting.session);
    found.extend(
        sessions
            .filter(|session| session.confirmed == Some(false))
            .map(unsettled),
    );
    found
}

fn unsettled(session: &Session) -> Conflict<'_> {
    let message = format!("`{}` is on the programme and not settled", session.id);
    let hint = format!(
        "once it is: `plenary session edit {} --confirmed true`",
        session.id
    );
    Conflict::new(Rule::Unconfirmed, vec![session], message)
        .at(session.origin.place("confirmed"))
        .remedy(Remedy::Say(hint))
}
