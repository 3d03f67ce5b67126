use super::conflict::{Conflict, Remedy};
use super::speaker_overlap::role;
use crate::agenda::board::Board;
use crate::agenda::words::some_of;
use crate::model::{Rule, Session};

/// Finds people who stand on the programme without a name, not even one to go by.
pub(super) fn find<'a>(board: &Board<'a>) -> Vec<Conflict<'a>> {
    let mut found = Vec::new();
    for person in &board.people {
        let Some(speaker) = person.speaker else {
            continue;
        };
        let unnamed =
            speaker.alias.is_empty() && (speaker.anonymous || speaker.name.trim().is_empty());
        let entries = person.diary.entries().iter();
        let sessions: Vec<&Session> = entries
            .map(|entry| board.sittings[entry.sitting].session)
            .collect();
        let (true, Some(first)) = (unnamed, sessions.first()) else {
            continue;
        };
        let message = format!(
            "`{}` is on the programme without a name, as \"{}\": {}",
            person.id,
            speaker.public_name(),
            some_of(&sessions)
        );
        let place = first.origin.place(role(first, person.id));
        let hint = format!(
            "if they have a name to go by: `plenary speaker edit {} --public-name NAME`",
            person.id
        );
        let conflict = Conflict::new(Rule::Unnamed, sessions, message)
            .about(person.id)
            .at(speaker.origin.place("anonymous"))
            .at(place)
            .remedy(Remedy::Say(hint));
        found.push(conflict);
    }
    found
}
