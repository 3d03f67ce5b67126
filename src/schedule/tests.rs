use proptest::prelude::*;

use super::{Verdict, plan, read};
use crate::model::{
    Conference, Event, Id, Room, Session, Speaker, Track, parse_date, parse_wall_time,
};

fn id(text: &str) -> Id {
    Id::parse(text).expect(text)
}

fn conference() -> Conference {
    let mut event = Event::named("blackburn-2024", "Blackburn");
    event.dates = vec![parse_date("2024-04-13").expect("a date")];
    event.zone = chrono_tz::Europe::London;
    event.rooms = vec![Room {
        id: id("main"),
        name: "Main Hall".to_string(),
        capacity: Some(280),
        step_free: Some(true),
        open: Vec::new(),
        origin: Default::default(),
    }];
    event.tracks = vec![Track {
        id: id("local"),
        name: "Organising locally".to_string(),
        colour: "#2f7d4f".to_string(),
        origin: Default::default(),
    }];
    let voice = Speaker {
        anonymous: true,
        role: "A former councillor".to_string(),
        ..Speaker::named(id("voice"), "Secret Name")
    };
    let start = |text| parse_wall_time(text, &event.dates).ok();
    let talk = Session {
        start: start("10:00"),
        minutes: Some(45),
        room: Some(id("main")),
        speakers: vec![id("voice"), id("ada")],
        chair: Some(id("bo")),
        track: Some(id("local")),
        kind: "talk".to_string(),
        summary: "About\nthis".to_string(),
        language: "en".to_string(),
        ..Session::unscheduled(id("abc"), "Title & more")
    };
    let lunch = Session {
        start: start("12:00"),
        minutes: Some(60),
        kind: "break".to_string(),
        ..Session::unscheduled(id("long-lunch"), "Lunch")
    };
    Conference {
        event,
        speakers: vec![
            voice,
            Speaker::named(id("ada"), "Ada"),
            Speaker::named(id("bo"), "Bo"),
        ],
        sessions: vec![talk, lunch],
        waivers: Vec::new(),
    }
}

/// What plenary publishes of the conference above.
const XML: &str = r##"<?xml version="1.0" encoding="utf-8"?>
<schedule><generator name="plenary"/><version>1</version>
  <conference><title>Blackburn</title><acronym>blackburn_2024</acronym><start>2024-04-13</start>
    <track name="Organising locally" color="#2f7d4f" slug="local"/></conference>
  <day index="1" date="2024-04-13" start="2024-04-13T09:30:00+01:00" end="2024-04-13T17:00:00+01:00">
    <room name="Main Hall" guid="5b1ff5a1-0000-5000-8000-000000000001">
      <event guid="5b1ff5a1-0000-5000-8000-000000000002" id="7">
        <date>2024-04-13T10:00:00+01:00</date><start>10:00</start><duration>00:45</duration><room>Main Hall</room>
        <slug>blackburn_2024-_abc</slug><title>Title &amp; more</title><subtitle></subtitle>
        <track>Organising locally</track><type>talk</type><language>en</language>
        <abstract>About
this</abstract><description>Chair: Bo</description>
        <persons><person guid="a" id="1">A former councillor</person><person guid="b" id="2">Ada</person></persons>
      </event>
    </room>
    <room name="">
      <event guid="5b1ff5a1-0000-5000-8000-000000000003" id="8">
        <date>2024-04-13T12:00:00+01:00</date><start>12:00</start><duration>01:00</duration><room></room>
        <slug>blackburn_2024-long-lunch</slug><title>Lunch</title><subtitle></subtitle><track></track>
        <type>break</type><abstract></abstract><description></description><persons></persons>
      </event>
    </room>
  </day>
</schedule>
"##;

const JSON: &str = r##"{"generator": {"name": "plenary"}, "schedule": {"version": "1", "base_url": "",
  "conference": {"acronym": "blackburn_2024", "title": "Blackburn",
    "tracks": [{"name": "Organising locally", "slug": "local", "color": "#2f7d4f"}],
    "rooms": [{"name": "Main Hall", "guid": "g", "description": "step-free", "capacity": 280}],
    "days": [{"index": 1, "date": "2024-04-13", "rooms": {
      "Main Hall": [{"guid": "x", "id": 7, "date": "2024-04-13T10:00:00+01:00", "start": "10:00", "duration": "00:45",
        "room": "Main Hall", "slug": "blackburn_2024-_abc", "title": "Title & more", "subtitle": "",
        "track": "Organising locally", "type": "talk", "language": "en", "abstract": "About\nthis",
        "description": "Chair: Bo", "links": [],
        "persons": [{"guid": "a", "id": 1, "name": "A former councillor", "biography": ""},
          {"guid": "b", "id": 2, "name": "Ada", "biography": ""}]}],
      "": [{"guid": "y", "id": 8, "date": "2024-04-13T12:00:00+01:00", "start": "12:00", "duration": "01:00",
        "room": "", "slug": "blackburn_2024-long-lunch", "title": "Lunch", "subtitle": "", "track": "",
        "type": "break", "language": "", "abstract": "", "description": "", "links": [], "persons": []}]}}]}}}"##;

#[test]
fn what_plenary_publishes_is_the_same_agenda_when_it_comes_back() {
    let conference = conference();
    for text in [XML, JSON] {
        let foreign = read("schedule", text.as_bytes(), &conference.event).expect("an agenda");
        let plan = plan(&foreign, &conference);
        let verdicts: Vec<&Verdict> = plan
            .sessions
            .iter()
            .map(|planned| &planned.verdict)
            .collect();
        assert_eq!(verdicts, [&Verdict::Same, &Verdict::Same], "{plan:#?}");
        assert_eq!(
            (plan.rooms, plan.tracks, plan.speakers),
            (vec![], vec![], vec![])
        );
        assert_eq!(plan.findings, []);
    }
}

#[test]
fn into_an_empty_event_it_comes_back_with_the_ids_it_had() {
    let full = conference();
    let mut empty = conference();
    empty.sessions.clear();
    empty.speakers.clear();
    empty.event.rooms.clear();
    let foreign = read("schedule", XML.as_bytes(), &empty.event).expect("an agenda");
    let plan = plan(&foreign, &empty);
    let sessions: Vec<(&Id, _, _)> = plan
        .sessions
        .iter()
        .map(|planned| {
            (
                &planned.session.id,
                planned.session.start,
                planned.session.minutes,
            )
        })
        .collect();
    let expected: Vec<(&Id, _, _)> = full
        .sessions
        .iter()
        .map(|session| (&session.id, session.start, session.minutes))
        .collect();
    assert_eq!(sessions, expected);
    let names: Vec<&str> = plan
        .speakers
        .iter()
        .map(|(_, name, _)| name.as_str())
        .collect();
    assert_eq!(names, ["A former councillor", "Ada", "Bo"]);
}

#[test]
fn namesakes_and_repeated_sessions_are_told_apart_each_time() {
    let mut conference = conference();
    conference.sessions.clear();
    let text = r#"[{"code": "A", "title": "Same", "speakers": [{"code": "P", "name": "Kim"}], "slots": []},
        {"code": "B", "title": "Same", "speakers": [{"code": "Q", "name": "Kim"}], "slots": []},
        {"code": "B", "title": "Same", "speakers": [{"code": "Q", "name": "Kim"}], "slots": []}]"#;
    for _ in 0..2 {
        let foreign = read("talks.json", text.as_bytes(), &conference.event).expect("an agenda");
        let plan = plan(&foreign, &conference);
        let told: Vec<String> = plan
            .sessions
            .iter()
            .map(|planned| format!("{} by {}", planned.session.id, planned.session.speakers[0]))
            .collect();
        assert_eq!(told, ["same by kim", "same-2 by kim-2", "same-3 by kim-2"]);
        let people = plan
            .speakers
            .iter()
            .map(|(id, name, _)| Speaker::named(id.clone(), name));
        conference.speakers.extend(people);
        conference.sessions = plan
            .sessions
            .into_iter()
            .map(|planned| planned.session)
            .collect();
    }
}

#[test]
fn without_keys_a_session_is_known_by_its_title_and_when_it_is() {
    let mut conference = conference();
    conference
        .event
        .dates
        .push(parse_date("2024-04-14").expect("a date"));
    let tea = |name: &str, start: &str| Session {
        start: parse_wall_time(start, &[]).ok(),
        ..Session::unscheduled(id(name), "Tea")
    };
    conference
        .sessions
        .push(tea("second-tea", "2024-04-14 15:00"));
    conference
        .sessions
        .push(tea("first-tea", "2024-04-13 15:00"));
    let text = "title,start\nTEA,2024-04-13 15:10\nTea,2024-04-14 15:00\nLunch,2024-04-13 12:30\nTea,2024-04-13 18:00\n";
    let foreign = read("talks.csv", text.as_bytes(), &conference.event).expect("an agenda");
    let plan = plan(&foreign, &conference);
    let told: Vec<String> = plan
        .sessions
        .iter()
        .map(|planned| format!("{} {:?}", planned.session.id, planned.verdict))
        .collect();
    assert_eq!(
        told,
        [
            "first-tea Differs([\"title\", \"start\"])",
            "second-tea Same",
            "long-lunch Differs([\"start\"])",
            "tea New",
        ]
    );
}

proptest! {
    #[test]
    fn whatever_the_bytes_are_nothing_breaks(
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
        at in 0..XML.len(),
        other in 0..JSON.len(),
    ) {
        let conference = conference();
        let mut texts = vec![bytes.clone()];
        for (text, at) in [(XML, at), (JSON, other)] {
            let mut broken = text.as_bytes().to_vec();
            broken.splice(at..at, bytes.iter().copied().take(3));
            texts.push(broken);
            texts.push(text.as_bytes()[at..].to_vec());
        }
        for text in texts {
            if let Ok(foreign) = read("file", &text, &conference.event) {
                plan(&foreign, &conference);
            }
        }
    }
}
