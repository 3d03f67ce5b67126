use super::{Suggestion, suggest, with_suggestion};
use crate::agenda::sample::Sample;
use crate::agenda::{conflicts, new_conflicts};
use crate::error::Finding;
use crate::model::{Conference, Event, Hours, Id, Room, Session, parse_date, parse_wall_time};

/// What a time or a room cannot help: people who have not said yes are as unconfirmed at any time.
fn is_about_place(finding: &Finding) -> bool {
    !["unconfirmed", "unnamed", "unscheduled"].contains(&finding.rule)
}

fn pairs(conference: &Conference) -> Vec<(&Session, &Session)> {
    let sessions = || {
        conference
            .sessions
            .iter()
            .filter(|session| !session.cancelled)
    };
    let overlap = |a: &Session, b: &Session| match (a.span(), b.span()) {
        (Some(a), Some(b)) => a.overlaps(&b),
        _ => false,
    };
    sessions()
        .flat_map(|a| sessions().map(move |b| (a, b)))
        .filter(|(a, b)| a.id < b.id && overlap(a, b))
        .collect()
}

#[test]
fn a_suggestion_never_makes_a_conflict() {
    let (mut placed, mut unplaced) = (0, 0);
    for seed in 0..120 {
        let mut conference = Sample::new(seed).conference(14);
        for session in conference.sessions.iter_mut().skip(4) {
            session.start = None;
        }
        let Ok(suggestion) = suggest(&conference, Some(30)) else {
            continue;
        };
        let with = with_suggestion(&conference, &suggestion);
        let mut made = new_conflicts(&conference, &with);
        made.retain(is_about_place);
        assert_eq!(made, [], "seed {seed}: {conference:#?}");
        let is_new = |id: &Id| suggestion.placed.iter().any(|one| one.session == *id);
        for (a, b) in pairs(&with) {
            if is_new(&a.id) || is_new(&b.id) {
                assert!(
                    a.track.is_none() || a.track != b.track,
                    "seed {seed}: {a:?} {b:?}"
                );
                let common = a.is_for_everybody() || b.is_for_everybody();
                assert!(!common, "seed {seed}: {a:?} {b:?}");
            }
        }
        assert_eq!(suggest(&conference, Some(30)), Ok(suggestion.clone()));
        placed += suggestion.placed.len();
        unplaced += suggestion.unplaced.len();
    }
    assert!(
        placed > 200 && unplaced > 100,
        "{placed} placed, {unplaced} not"
    );
}

fn conference(sessions: Vec<Session>) -> Conference {
    let mut event = Event::named("test", "Test");
    event.dates = vec![parse_date("2024-04-13").expect("a date")];
    event.hours = Hours::parse("10:00-12:00").ok();
    let room = |id: &str, capacity| Room {
        id: Id::parse(id).expect(id),
        name: id.to_string(),
        capacity: Some(capacity),
        step_free: None,
        open: Vec::new(),
        origin: Default::default(),
    };
    event.rooms = vec![room("hall", 100), room("loft", 20)];
    Conference {
        event,
        speakers: Vec::new(),
        sessions,
        waivers: Vec::new(),
    }
}

fn session(id: &str, minutes: u32, expected: u32) -> Session {
    Session {
        minutes: (minutes > 0).then_some(minutes),
        expected: Some(expected),
        ..Session::unscheduled(Id::parse(id).expect(id), id)
    }
}

fn told(suggestion: Suggestion) -> Vec<String> {
    let placed = suggestion.placed.iter().map(|one| {
        format!(
            "{} {} in {}",
            one.session,
            one.start.format("%H:%M"),
            one.room
        )
    });
    let unplaced = suggestion
        .unplaced
        .iter()
        .map(|one| format!("{}: {}", one.session, one.reason));
    placed.chain(unplaced).collect()
}

#[test]
fn what_has_no_place_is_explained() {
    let mut lunch = session("lunch", 30, 0);
    lunch.kind = "break".to_string();
    lunch.start = parse_wall_time("2024-04-13 11:30", &[]).ok();
    let sessions = vec![
        lunch,
        session("small", 60, 10),
        session("large", 90, 90),
        session("crowd", 30, 300),
        session("long", 180, 10),
        session("vague", 0, 10),
        session("second-large", 60, 90),
    ];
    let suggestion = suggest(&conference(sessions), None).expect("a suggestion");
    assert_eq!(
        told(suggestion),
        [
            "large 10:00 in hall",
            "small 10:00 in loft",
            "vague: nobody knows how long it takes: give it `minutes`, or pass --minutes",
            "crowd: no room holds the 300 people who are expected; the largest, hall, holds 100",
            "long: no room that would do is open for 180 minutes at a stretch",
            "second-large: every time and room that would do went to another session: lengthen the hours, or make \
             something shorter",
        ]
    );
}

#[test]
fn a_suggestion_moves_for_one_that_has_less_choice() {
    let mut sessions: Vec<Session> = ["a", "b", "c", "d"].map(|id| session(id, 60, 10)).into();
    sessions.extend([session("large", 60, 90)]);
    sessions[4].track = Id::parse("one").ok();
    sessions[0].track = Id::parse("one").ok();
    sessions.truncate(5);
    sessions.remove(3);
    let conference = conference(sessions);
    let suggestion = suggest(&conference, None).expect("a suggestion");
    assert_eq!(suggestion.unplaced, []);
    assert_eq!(conflicts(&with_suggestion(&conference, &suggestion)), []);
}
