use super::conflicts;
use crate::model::{Conference, Event, Id, Session, parse_wall_time};

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
    let message = "`c` has no time yet".to_string();
    assert_eq!(found(sessions), [("unscheduled", message)]);
}
