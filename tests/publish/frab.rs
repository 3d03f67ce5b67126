//! The rules of `schedule.xml.xsd` and `schema.json` of github.com/voc/schedule (EUPL-1.2, so they are not copied here).
//! With a folder that holds both in `PLENARY_SCHEMAS`, xmllint and check-jsonschema judge by the schemas themselves.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::large;
use crate::missing::did_not_run;
use crate::site::{Site, Stage, text};

fn stages() -> [(&'static str, Stage); 3] {
    [
        ("blackburn", Stage::example("blackburn-2024")),
        ("london", Stage::example("london-2024")),
        (
            "a thousand sessions",
            Stage::new(|folder| large::write(folder, 1000)),
        ),
    ]
}

/// Whether a text is made of characters that fit, at least so many.
fn made_of(text: &str, least: usize, fits: impl Fn(char) -> bool) -> bool {
    text.len() >= least && text.chars().all(fits)
}

fn is_uuid(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && text.chars().all(|c| c == '-' || c.is_ascii_hexdigit())
}

fn is_slug(text: &str) -> bool {
    let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let end = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    text.split_once('-').is_some_and(|(acronym, rest)| {
        made_of(acronym, 4, word)
            && made_of(rest, 4, |c| word(c) || c == '-')
            && rest.ends_with(end)
    })
}

fn is_instant(text: &str) -> bool {
    chrono::DateTime::parse_from_rfc3339(text).is_ok() && !text.ends_with('Z')
}

fn check_event(event: &Value, seen: &mut [HashSet<String>; 3]) {
    let field = |key: &str| {
        event[key]
            .as_str()
            .unwrap_or_else(|| panic!("{key} in {event}"))
    };
    for key in [
        "abstract", "language", "room", "subtitle", "title", "track", "type",
    ] {
        field(key);
    }
    assert!(
        is_uuid(field("guid")) && is_slug(field("slug")) && is_instant(field("date")),
        "{event}"
    );
    assert!(event["id"].as_u64().is_some_and(|id| id > 0), "{event}");
    assert!(field("url").starts_with("https://") || field("url").starts_with("urn:uuid:"));
    for key in ["start", "duration"] {
        let (hours, minutes) = field(key).split_once(':').expect("two numbers");
        assert!(
            made_of(hours, 2, |c| c.is_ascii_digit()) && minutes.len() == 2,
            "{event}"
        );
    }
    assert_eq!(&field("date")[11..16], field("start"));
    for person in event["persons"].as_array().expect("a list") {
        assert!(person["name"].is_string() && person["public_name"].is_null());
        assert!(is_uuid(person["guid"].as_str().expect("a uuid")));
    }
    assert!(event["links"].is_array());
    for (set, key) in seen.iter_mut().zip(["guid", "id", "slug"]) {
        assert!(
            set.insert(event[key].to_string()),
            "{key} stands twice: {event}"
        );
    }
}

fn check_json(site: &Site) -> usize {
    let document: Value = serde_json::from_str(text(site, "schedule.json")).expect("JSON");
    let conference = &document["schedule"]["conference"];
    let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    assert!(made_of(
        conference["acronym"].as_str().expect("an acronym"),
        4,
        word
    ));
    let days = conference["days"].as_array().expect("days");
    assert_eq!(conference["daysCount"].as_u64(), Some(days.len() as u64));
    assert!(!days.is_empty());
    let mut seen = [(); 3].map(|()| HashSet::new());
    for (at, day) in days.iter().enumerate() {
        assert_eq!(day["index"].as_u64(), Some(at as u64 + 1));
        let time = |key: &str| {
            day[key]
                .as_str()
                .filter(|time| is_instant(time))
                .expect("a time")
        };
        assert!(time("day_start") < time("day_end"));
        for (room, events) in day["rooms"].as_object().expect("rooms") {
            for event in events.as_array().expect("events") {
                assert_eq!(event["room"].as_str(), Some(room.as_str()));
                check_event(event, &mut seen);
            }
        }
    }
    seen[0].len()
}

/// The XML says the same as the JSON, whose rules are checked.
fn check_xml(site: &Site) -> usize {
    let xml = text(site, "schedule.xml");
    let json: Value = serde_json::from_str(text(site, "schedule.json")).expect("JSON");
    let texts = |tag: &str| -> Vec<String> {
        let open = format!("<{tag}>");
        let lines = xml
            .lines()
            .filter_map(|line| line.trim().strip_prefix(open.as_str()));
        let inner = lines.filter_map(|rest| rest.split("</").next());
        inner.map(String::from).collect()
    };
    let mut dates = Vec::new();
    let mut slugs = Vec::new();
    for day in json["schedule"]["conference"]["days"]
        .as_array()
        .expect("days")
    {
        for event in day["rooms"]
            .as_object()
            .expect("rooms")
            .values()
            .flat_map(|room| room.as_array().expect("a list"))
        {
            dates.push(event["date"].as_str().expect("a date").to_string());
            slugs.push(event["slug"].as_str().expect("a slug").to_string());
        }
    }
    assert_eq!(texts("date"), dates);
    assert_eq!(texts("slug"), slugs);
    for tag in ["title", "type", "track", "abstract", "start", "duration"] {
        assert!(
            texts(tag).len() >= dates.len() || tag == "abstract",
            "{tag}"
        );
    }
    assert!(xml.contains("<day index=\"1\" date=\""));
    dates.len()
}

/// Runs a program on a published file; says so if it is not installed.
fn judged(program: &str, arguments: &[&str]) {
    match Command::new(program).args(arguments).output() {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stdout).into_owned()
                + &String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{program} {arguments:?}: {said}");
        }
        Err(_) => did_not_run(&format!("there is no `{program}` to judge {arguments:?}")),
    }
}

#[test]
fn what_conference_apps_read_keeps_the_rules_of_its_schemas() {
    for (name, stage) in stages() {
        let site = stage.publish();
        assert_eq!(check_json(&site), check_xml(&site), "{name}");
        let file = |name: &str| stage.path().join("public").join(name).display().to_string();
        judged("xmllint", &["--noout", &file("schedule.xml")]);
        let Some(schemas) = std::env::var_os("PLENARY_SCHEMAS") else {
            did_not_run(&format!(
                "PLENARY_SCHEMAS names no folder, so {name} was not judged by the schemas themselves"
            ));
            continue;
        };
        let schema = |name: &str| Path::new(&schemas).join(name).display().to_string();
        judged(
            "xmllint",
            &[
                "--noout",
                "--schema",
                &schema("schedule.xml.xsd"),
                &file("schedule.xml"),
            ],
        );
        judged(
            "check-jsonschema",
            &[
                "--schemafile",
                &schema("schema.json"),
                &file("schedule.json"),
            ],
        );
    }
}

#[test]
fn what_is_off_or_has_no_time_is_not_in_them() {
    let stage = Stage::example("blackburn-2024");
    let agenda = stage.path().join("agenda.toml");
    let old = fs::read_to_string(&agenda).expect("read");
    let new = old.replace("id = \"opening\"", "id = \"opening\"\ncancelled = true");
    fs::write(&agenda, new).expect("written");
    let site = stage.publish();
    assert_eq!(check_json(&site), 14);
    assert!(!text(&site, "schedule.xml").contains("Opening plenary"));
}
