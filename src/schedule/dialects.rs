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
