//! What is read of the dialects that other tools write, each told a session a line.

use super::read;
use crate::model::{Event, parse_date};

/// Returns each session of a file as it is understood, then each remark.
fn told(name: &str, bytes: impl AsRef<[u8]>) -> Vec<String> {
    let mut event = Event::named("blackburn-2024", "Blackburn");
    event.dates = vec![parse_date("2024-04-13").expect("a date")];
    event.zone = chrono_tz::Europe::London;
    let foreign = read(name, bytes.as_ref(), &event).expect("an agenda");
    let mut lines: Vec<String> = Vec::new();
    for one in &foreign.sessions {
        let people: Vec<String> = one
            .speakers
            .iter()
            .map(|(key, name, bio)| format!("{key}={name}({bio})"))
            .collect();
        let start = one
            .start
            .map(|start| start.format("%m-%d %H:%M").to_string());
        let minutes = one.minutes.map(|minutes| minutes.to_string());
        let parts = [
            start.as_deref().unwrap_or("-"),
            minutes.as_deref().unwrap_or("-"),
            &one.room,
            &one.track,
            &one.kind,
            &one.title,
            &people.join(","),
            &one.summary,
        ];
        lines.push(parts.join("|"));
    }
    lines.extend(foreign.findings.iter().map(|one| one.message.clone()));
    lines
}

#[test]
fn what_is_listed_once_is_found_by_number_code_slug_or_uuid() {
    let widget = r##"{"talks":[{"code":"ABC123","id":1,"title":{"de":"Hallo","en":"Hello"},"abstract":"A",
        "speakers":["SPK001","SPK002"],"track":5,"room":7,"duration":45,
        "start":"2024-04-13T10:00:00+01:00","end":"2024-04-13T10:45:00+01:00"}],
        "tracks":[{"id":5,"name":{"en":"Community"},"color":"#aa0000"}],"rooms":[{"id":7,"name":{"en":"Big Room"}}],
        "speakers":[{"code":"SPK001","name":"Ann Example"},{"code":"SPK002","name":"Bo Example"}]}"##;
    assert_eq!(
        told("widget.json", widget),
        ["04-13 10:00|45|Big Room|Community||Hello|SPK001=Ann Example(),SPK002=Bo Example()|A"]
    );
    let second = r##"{"schedule":{"conference":{"acronym":"x","tracks":[{"slug":"art","name":"Art & Beauty"}],
        "rooms":[{"guid":"r1","name":"Hall 1","capacity":30}]},"events":[{"guid":"e1","type":"talk","title":"Night:",
        "subtitle":"a talk","start":"2024-04-13T22:15:00+00:00","end":"2024-04-13T23:55:00+01:00","room":{"guid":"r1"},
        "track":{"slug":"art"},"abstract":null,"participants":[{"guid":"p1","name":"Ann","role":"speaker"}]}],
        "persons":[{"guid":"p1","name":"Ann","biography":"Ann does things."}]}}"##;
    assert_eq!(
        told("v2.json", second),
        ["04-13 23:15|40|Hall 1|Art & Beauty|talk|Night: a talk|p1=Ann(Ann does things.)|"]
    );
    let sessionize = r#"{"sessions":[{"id":"101","title":"S","description":"D","startsAt":"2024-04-13T10:00:00",
        "endsAt":"2024-04-13T11:00:00","speakers":["u1"],"roomId":3,"status":"Accepted"}],
        "speakers":[{"id":"u1","fullName":"Ann Example","bio":"B"}],"rooms":[{"id":3,"name":"Hall"}]}"#;
    assert_eq!(
        told("sessionize.json", sessionize),
        ["04-13 10:00|60|Hall|||S|u1=Ann Example(B)|D"]
    );
}

#[test]
fn old_xml_has_the_day_outside_and_html_inside() {
    let xml = "<schedule><conference><day_change>09:00:00</day_change></conference>\
        <day index=\"0\" date=\"2024-04-13T00:00:00+01:00\"><room name=\"Janson\"><event id=\"1\"><start>10:00</start>\
        <duration>0:50</duration><title>One &amp;\n two</title><subtitle/><track>Keynotes</track><type>Keynote</type>\
        <abstract>&lt;p&gt;First &amp;amp; best.&lt;/p&gt;&lt;p&gt;Second.&lt;/p&gt;</abstract>\
        <description><![CDATA[<ul><li>a</li></ul>]]></description>\
        <persons><person id=\"228\">Ann\n Example</person></persons></event>\
        <event id=\"2\"><start>01:30</start><duration>90</duration><title>Late</title></event></room></day></schedule>";
    assert_eq!(
        told("old.xml", xml),
        [
            "04-13 10:00|50|Janson|Keynotes|keynote|One & two|228=Ann Example()|First & best.\n\nSecond.\n\n- a",
            "04-14 01:30|90|Janson|||Late||",
            "1 session is on 2024-04-14, which `dates` of the event does not have",
        ]
    );
}

#[test]
fn times_of_another_zone_become_those_of_the_event() {
    let xml = "<schedule><conference><time_zone_name>Europe/Berlin</time_zone_name></conference>\
        <day index=\"1\" date=\"2024-04-13\"><room name=\"A\"><event id=\"1\"><title>One</title><start>10:00</start>\
        <duration>00:30</duration></event><event id=\"2\"><title>Two</title><date>2024-04-13T11:00:00+02:00</date>\
        </event></room></day></schedule>";
    assert_eq!(
        told("berlin.xml", xml),
        [
            "04-13 09:00|30|A|||One||",
            "04-13 10:00|-|A|||Two||",
            "the times of `berlin.xml` are those of Europe/Berlin; they were turned into those of Europe/London",
        ]
    );
}

#[test]
fn an_encoding_that_xml_declares_is_believed() {
    let xml = "<?xml version='1.0' encoding='ISO-8859-2'?><schedule><day date='2024-04-13'><room name='A'>\
        <event id='1'><title>Łódź</title></event></room></day></schedule>";
    let (bytes, _, _) = encoding_rs::ISO_8859_2.encode(xml);
    assert_eq!(told("polish.xml", bytes), ["-|-|A|||Łódź||"]);
}

#[test]
fn the_views_of_sessionize_hold_each_session_once() {
    let session = r#"{"id":"101","title":"S","startsAt":"2024-04-13T10:00:00","endsAt":"2024-04-13T11:00:00",
        "isServiceSession":false,"speakers":[{"id":"u1","name":"Ann"}],"roomId":3,"room":"Hall","status":"Accepted",
        "categories":[{"id":1,"name":"Track","categoryItems":[{"id":2,"name":"Web"}]}]}"#;
    let lunch = r#"{"id":"L","title":"Lunch","startsAt":"2024-04-13T12:00:00","endsAt":"2024-04-13T13:00:00",
        "isServiceSession":true,"speakers":[],"roomId":null,"room":null,"status":null}"#;
    let grid = format!(
        r#"[{{"date":"2024-04-13T00:00:00","isDefault":true,"rooms":[{{"id":3,"name":"Hall","sessions":[{session},{lunch}]}}],
        "timeSlots":[{{"slotStart":"10:00:00","rooms":[{{"id":3,"name":"Hall","session":{session},"index":0}}]}}]}}]"#
    );
    let groups =
        format!(r#"[{{"groupId":null,"groupName":"All","sessions":[{session},{lunch}]}}]"#);
    for view in [grid, groups] {
        assert_eq!(
            told("view.json", view),
            [
                "04-13 10:00|60|Hall|Web||S|u1=Ann()|",
                "04-13 12:00|60|||break|Lunch||"
            ]
        );
    }
    let all = r#"{"sessions":[{"id":"1","title":"S","startsAt":"2024-04-13T10:00:00","endsAt":"2024-04-13T11:00:00",
        "speakers":[],"categoryItems":[8],"roomId":3,"status":"Accepted"},
        {"id":"2","title":"T","startsAt":null,"speakers":[],"categoryItems":[],"status":"Decline_Queue"}],
        "rooms":[{"id":3,"name":"Hall"}],
        "categories":[{"id":9,"title":"Tracks","items":[{"id":7,"name":"Web"},{"id":8,"name":"Ops"}]}]}"#;
    assert_eq!(told("all.json", all), ["04-13 10:00|60|Hall|Ops||S||"]);
}

#[test]
fn a_timetable_of_indico_is_read_through_its_blocks() {
    let time =
        |time: &str| format!(r#"{{"date":"2024-04-13","time":"{time}:00","tz":"Europe/London"}}"#);
    let entry = |kind: &str, title: &str, from: &str, to: &str, more: &str| {
        format!(
            r#"{{"entryType":"{kind}","id":"{title}","title":"{title}","startDate":{},"endDate":{},"room":"Aula"{more}}}"#,
            time(from),
            time(to)
        )
    };
    let people = r#","presenters":[{"name":"Example, Ann","firstName":"Ann","familyName":"Example","affiliation":"X"}]"#;
    let inner = entry("Contribution", "Talk", "10:00", "10:30", people);
    let block = entry(
        "Session",
        "Block",
        "10:00",
        "12:00",
        &format!(r#","entries":{{"c1":{inner}}}"#),
    );
    let empty = entry("Session", "Posters", "14:00", "15:00", r#","entries":{}"#);
    let tea = entry("Break", "Tea", "12:00", "12:15", "");
    let json = format!(
        r#"{{"count":1,"results":{{"9":{{"20240413":{{"a":{block},"b":{tea},"c":{empty}}}}}}}}}"#
    );
    assert_eq!(
        told("indico.json", json),
        [
            "04-13 10:00|30|Aula|Block||Talk|=Ann Example()|",
            "04-13 12:00|15|Aula||break|Tea||",
            "04-13 14:00|60|Aula|||Posters||",
        ]
    );
}

#[test]
fn a_session_that_is_given_twice_stands_there_twice() {
    let json = r#"{"results":[{"code":"ABC","title":"S","speakers":[],"slots":[
        {"start":"2024-04-13T10:00:00+01:00","end":"2024-04-13T10:30:00+01:00","room":{"name":{"en":"A"}}},
        {"start":"2024-04-13T15:00:00+01:00","end":"2024-04-13T15:30:00+01:00","room":{"name":{"en":"B"}}}]}]}"#;
    assert_eq!(
        told("api.json", json),
        ["04-13 10:00|30|A|||S||", "04-13 15:00|30|B|||S||"]
    );
    let by_hour = r#"{"schedule":{"2024-04-13":{"600":{"12":{"code":"ABC","title":"S","speakers":[],"duration":30,
        "slots":[{"start":"2024-04-13T10:00:00+01:00","room":{"name":"A"}}]}},"610":{}}}}"#;
    assert_eq!(told("hours.json", by_hour), ["04-13 10:00|30|A|||S||"]);
}

#[test]
fn whatever_has_no_session_says_so() {
    let nothing = "has no sessions that plenary understands";
    for (name, text) in [
        ("a.xml", "<schedule><day date='2024-04-13'/></schedule>"),
        ("a.csv", "title\n"),
    ] {
        assert_eq!(told(name, text), [format!("`{name}` {nothing}")]);
    }
}

#[test]
fn entries_with_bare_hours_and_named_speakers_are_sessions() {
    let xml = "<schedule created='2014'><day date='2024-04-13'><entry id='1'><category>Keynote</category><start>0930</start>\
        <duration>45</duration><room id='1'>C01</room><title>One</title><speakers><speaker id='7'><name>Ann</name>\
        <description>Bio</description></speaker></speakers></entry></day></schedule>";
    assert_eq!(
        told("old.xml", xml),
        ["04-13 09:30|45|C01||keynote|One|7=Ann(Bio)|"]
    );
}

#[test]
fn dates_with_slashes_are_read_where_the_file_or_the_event_tells_their_order() {
    let row = |date: &str| format!("title,date,start,end\nS,{date},9:05 AM,1 pm\n");
    let scheduled = "04-13 09:05|235||||S||";
    assert_eq!(told("a.csv", row("13/04/2024")), [scheduled]);
    assert_eq!(told("a.csv", row("4/13/2024")), [scheduled]);
    assert_eq!(told("a.csv", row("Saturday 13 April 2024")), [scheduled]);
    assert_eq!(
        told("a.csv", row("05/06/2024")),
        [
            "-|-||||S||",
            "`05/06/2024 9:05 AM` is no time that is understood, so `S` is left unscheduled"
        ]
    );
}
