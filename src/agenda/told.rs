//! What people are told of a change, whole sentences.

use super::*;
use crate::model::{Conference, Event, Id, Release, Room, Session, Speaker};

fn id(text: &str) -> Id {
    Id::parse(text).expect(text)
}

fn speaker(name: &str) -> Speaker {
    Speaker {
        id: id(name),
        name: name.to_uppercase(),
        role: String::new(),
        affiliation: String::new(),
        area: String::new(),
        bio: String::new(),
        quote: String::new(),
        email: crate::model::EmailAddress::parse("secret@example.org").ok(),
        phone: "01234 secret".to_string(),
        confirmed: Some(true),
        available: Vec::new(),
        access: "secret".to_string(),
        step_free: true,
        alias: String::new(),
        anonymous: false,
        source_id: "secret".to_string(),
        origin: Default::default(),
    }
}

fn session(name: &str, start: &str, minutes: u32, room: &str) -> Session {
    let start = format!("2024-04-13T{start}:00").parse();
    Session {
        start: start.ok(),
        minutes: Some(minutes),
        room: Some(id(room)),
        speakers: vec![id("ada")],
        expected: Some(40),
        ..Session::unscheduled(id(name), &name.to_uppercase())
    }
}

fn conference() -> Conference {
    let room = |name: &str| Room {
        id: id(name),
        name: format!("{name} room"),
        capacity: None,
        step_free: None,
        open: Vec::new(),
        origin: Default::default(),
    };
    let mut event = Event::named("x", "X");
    event.rooms = vec![room("main"), room("loft")];
    Conference {
        event,
        speakers: ["ada", "bo", "cy"].map(speaker).to_vec(),
        sessions: vec![
            session("a", "10:00", 30, "main"),
            session("b", "11:00", 60, "loft"),
        ],
        waivers: Vec::new(),
    }
}

/// Returns what is said after `edit`.
fn said(edit: impl FnOnce(&mut Conference)) -> Vec<String> {
    let before = conference();
    let mut after = conference();
    edit(&mut after);
    let changes = differences(&(&before).into(), &(&after).into());
    changes.iter().flat_map(Change::sentences).collect()
}

fn release(conference: &Conference, before: Option<&Release>) -> Release {
    freeze(
        conference,
        (before, 0),
        " why ",
        "2024-04-02T12:00:00.5Z".parse().expect("a time"),
    )
}

#[test]
fn every_kind_of_change_is_said_as_people_would() {
    assert_eq!(said(|_| ()), Vec::<String>::new());
    assert_eq!(
        said(|now| {
            now.sessions[0].start = "2024-04-13T10:30:00".parse().ok();
            now.sessions[0].minutes = Some(29);
            now.sessions[0].room = Some(id("loft"));
            now.sessions[0].title = "A!".to_string();
            now.sessions[0].speakers = vec![id("bo"), id("cy")];
            now.sessions[0].chair = Some(id("ada"));
            now.sessions[0].interpreters = vec![id("ada")];
            now.sessions[1].minutes = Some(75);
        }),
        [
            "“A” moved from 10:00 to 10:30.",
            "“A” is 1 minute shorter: 10:30 to 10:59.",
            "“A” is in loft room instead of main room.",
            "“A” is now called “A!”.",
            "“A” has a change: BO and CY speak now, ADA no longer speaks.",
            "“A” has a change: ADA chairs it now.",
            "“A” has a change: ADA interprets now.",
            "“B” is 15 minutes longer: 11:00 to 12:15.",
        ]
    );
    assert_eq!(
        said(|now| {
            now.sessions[0].cancelled = true;
            now.sessions[0].start = None;
            now.sessions.remove(1);
            now.sessions.push(session("c", "12:00", 30, "main"));
            now.sessions.push(Session::unscheduled(id("d"), "D"));
        }),
        [
            "“A” is cancelled; it was on Saturday 13 April, 10:00 to 10:30, main room.",
            "“B” is no longer on the agenda; it was on Saturday 13 April, 11:00 to 12:00, loft room.",
            "“C” is new: Saturday 13 April, 12:00 to 12:30, main room.",
            "“D” is new.",
        ]
    );
    assert_eq!(
        said(|now| {
            now.sessions[0].start = "2024-04-14T09:00:00".parse().ok();
            now.sessions[0].room = None;
            now.sessions[1].start = None;
            now.sessions[1].room = None;
        }),
        [
            "“A” moved from Saturday 13 April, 10:00 to Sunday 14 April, 09:00.",
            "“A” is no longer in main room.",
            "“B” has no time any more; it was on Saturday 13 April, 11:00 to 12:00, loft room.",
        ]
    );
    assert_eq!(
        said(|now| now.event.rooms[0].name = "Great hall".to_string()),
        ["“A” is in Great hall instead of main room."]
    );
}

#[test]
fn a_new_wish_not_to_be_named_is_no_change_and_tells_no_name() {
    assert_eq!(
        said(|now| now.speakers[0].anonymous = true),
        Vec::<String>::new()
    );
    assert_eq!(
        said(|now| {
            now.speakers[0].alias = "Somebody".to_string();
            now.sessions[0].speakers.clear();
        }),
        ["“A” has a change: Somebody no longer speaks."]
    );
}

#[test]
fn a_person_is_told_what_changed_since_what_they_know() {
    let first = conference();
    let mut second = conference();
    second.sessions[0].room = Some(id("loft"));
    second.sessions[1].speakers = vec![id("bo")];
    let mut third = second.clone();
    third.sessions[0].room = Some(id("main"));
    third.sessions[1].minutes = Some(90);
    let told = |person: &str, known: &Conference| -> Vec<String> {
        let changes = changes_for(&id(person), &known.into(), &(&third).into());
        changes.iter().flat_map(Change::sentences).collect()
    };
    let longer = "“B” is 30 minutes longer: 11:00 to 12:30.";
    let turned = "“B” has a change: BO speaks now, ADA no longer speaks.";
    // What is back where it was is no change for whom has not heard of it, and one for whom has.
    assert_eq!(told("ada", &first), [longer, turned]);
    assert_eq!(
        told("ada", &second),
        ["“A” is in main room instead of loft room."]
    );
    assert_eq!(told("bo", &first), [longer, turned]);
    assert_eq!(told("bo", &second), [longer]);
    assert_eq!(told("cy", &first), Vec::<String>::new());
}

#[test]
fn a_release_keeps_what_is_private_out_and_remembers_what_was_dropped() {
    let mut now = conference();
    let first = release(&now, None);
    assert!(!format!("{first:?}").contains("secret"), "{first:?}");
    assert_eq!((first.number, first.message.as_str()), (1, "why"));
    assert_eq!(first.sessions[0].session.expected, None);

    now.sessions[0].speakers = vec![id("bo")];
    now.sessions[1].start = "2024-04-13T12:00:00".parse().ok();
    let second = release(&now, Some(&first));
    let marks = |release: &Release| -> Vec<u32> {
        release.sessions.iter().map(|one| one.changed).collect()
    };
    // Who speaks is not what a calendar shows.
    assert_eq!((marks(&first), marks(&second)), (vec![1, 1], vec![1, 2]));
    assert!(!second.says_the_same(&first));

    let gone = now.sessions.remove(1);
    let third = release(&now, Some(&second));
    assert_eq!(third.changes.len(), 1);
    assert_eq!(third.dropped.len(), 1);
    assert_eq!((third.dropped[0].changed, marks(&third)), (3, vec![1]));
    let fourth = release(&now, Some(&third));
    assert_eq!(fourth.dropped, third.dropped);
    assert!(fourth.says_the_same(&third));
    now.sessions.push(gone);
    let fifth = release(&now, Some(&fourth));
    assert_eq!((fifth.dropped.len(), marks(&fifth)), (0, vec![1, 5]));
}
