use std::collections::BTreeMap;

use crate::error::Finding;
use crate::model::{Conference, Id, Session, Span};

/// Returns what cannot happen as scheduled: two sessions in one room, one person in two sessions, at the same time.
///
/// Back to back is no conflict. Unscheduled and cancelled sessions have none.
pub fn conflicts(conference: &Conference) -> Vec<Finding> {
    let mut by_room: BTreeMap<&Id, Vec<Slot<'_>>> = BTreeMap::new();
    let mut by_person: BTreeMap<&Id, Vec<Slot<'_>>> = BTreeMap::new();
    for session in conference
        .sessions
        .iter()
        .filter(|session| !session.cancelled)
    {
        let Some(span) = session.span() else { continue };
        if let Some(room) = &session.room {
            by_room
                .entry(room)
                .or_default()
                .push(Slot { session, span });
        }
        let mut people: Vec<&Id> = session.people().collect();
        people.sort_unstable();
        people.dedup();
        for person in people {
            by_person
                .entry(person)
                .or_default()
                .push(Slot { session, span });
        }
    }
    let mut findings = Vec::new();
    for (room, slots) in by_room {
        let name = conference
            .event
            .room(room)
            .map_or(room.as_str(), |room| &room.name);
        for (earlier, later) in overlaps(slots) {
            findings.push(clash(
                "room-overlap",
                &format!("{name} is taken twice"),
                "room",
                &earlier,
                &later,
            ));
        }
    }
    for (person, slots) in by_person {
        let name = conference
            .speaker(person)
            .map_or(person.as_str(), |speaker| {
                // Findings are for the organisers, but end up in logs: somebody unnamed stays unnamed.
                if speaker.is_named_in_public() {
                    &speaker.name
                } else {
                    person.as_str()
                }
            });
        for (earlier, later) in overlaps(slots) {
            findings.push(clash(
                "speaker-overlap",
                &format!("{name} is in two places"),
                "speakers",
                &earlier,
                &later,
            ));
        }
    }
    findings
}

#[derive(Clone, Copy)]
struct Slot<'a> {
    session: &'a Session,
    span: Span,
}

/// Returns each pair that overlaps, the one that begins first in front. In n log n, and as many steps as pairs.
fn overlaps(mut slots: Vec<Slot<'_>>) -> Vec<(Slot<'_>, Slot<'_>)> {
    slots.sort_by_key(|slot| (slot.span.start, slot.span.end));
    let mut pairs = Vec::new();
    let mut running: Vec<Slot<'_>> = Vec::new();
    for slot in slots {
        running.retain(|earlier| earlier.span.end > slot.span.start);
        pairs.extend(
            running
                .iter()
                .filter(|earlier| earlier.span.overlaps(&slot.span))
                .map(|earlier| (*earlier, slot)),
        );
        running.push(slot);
    }
    pairs
}

fn clash(
    rule: &'static str,
    what: &str,
    field: &str,
    earlier: &Slot<'_>,
    later: &Slot<'_>,
) -> Finding {
    let from = later.span.start;
    let to = earlier.span.end.min(later.span.end);
    let message = format!(
        "{what} on {} from {} to {}: `{}` and `{}`",
        from.format("%-d %B"),
        from.format("%H:%M"),
        to.format("%H:%M"),
        earlier.session.id,
        later.session.id,
    );
    let hint = format!(
        "move one of them: `plenary session move {} --to TIME`",
        later.session.id
    );
    Finding::error(rule, message)
        .maybe_at(later.session.origin.place(field))
        .maybe_at(earlier.session.origin.place(field))
        .hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Event, parse_wall_time};

    fn session(id: &str, start: &str, minutes: u32, room: &str, speakers: &[&str]) -> Session {
        let id_of = |text: &str| Id::parse(text).expect(text);
        Session {
            start: (!start.is_empty()).then(|| parse_wall_time(start, &[]).expect(start)),
            minutes: Some(minutes),
            room: (!room.is_empty()).then(|| id_of(room)),
            speakers: speakers.iter().map(|speaker| id_of(speaker)).collect(),
            ..Session::unscheduled(id_of(id), id)
        }
    }

    fn found(sessions: Vec<Session>) -> Vec<(&'static str, String)> {
        let event = Event::named("test", "Test");
        let conference = Conference {
            event,
            speakers: Vec::new(),
            sessions,
            waivers: Vec::new(),
        };
        conflicts(&conference)
            .into_iter()
            .map(|finding| (finding.rule, finding.message))
            .collect()
    }

    #[test]
    fn two_sessions_in_one_room_are_found_with_the_time_they_share() {
        let found = found(vec![
            session("a", "2024-04-13 10:00", 60, "main", &[]),
            session("b", "2024-04-13 10:45", 60, "main", &[]),
            session("c", "2024-04-13 11:45", 15, "main", &[]),
            session("d", "2024-04-13 10:00", 60, "loft", &[]),
        ]);
        let message = "main is taken twice on 13 April from 10:45 to 11:00: `a` and `b`";
        assert_eq!(found, [("room-overlap", message.to_string())]);
    }

    #[test]
    fn a_person_in_two_places_is_found_past_midnight_too() {
        let found = found(vec![
            session("late", "2024-04-13 23:30", 60, "main", &["ada"]),
            session("night", "2024-04-14 00:15", 30, "loft", &["bo", "ada"]),
        ]);
        let message = "ada is in two places on 14 April from 00:15 to 00:30: `late` and `night`";
        assert_eq!(found, [("speaker-overlap", message.to_string())]);
    }

    #[test]
    fn a_long_session_clashes_with_every_one_inside_it() {
        let found = found(vec![
            session("all-day", "2024-04-13 09:00", 600, "main", &[]),
            session("b", "2024-04-13 10:00", 30, "main", &[]),
            session("c", "2024-04-13 15:00", 30, "main", &[]),
        ]);
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn unscheduled_and_cancelled_sessions_clash_with_nothing() {
        let mut cancelled = session("b", "2024-04-13 10:00", 60, "main", &["ada"]);
        cancelled.cancelled = true;
        let sessions = vec![
            session("a", "2024-04-13 10:00", 60, "main", &["ada"]),
            cancelled,
            session("c", "", 60, "main", &["ada"]),
        ];
        assert_eq!(found(sessions), []);
    }
}
