use std::fs;

use crate::large;
use crate::site::{Stage, text};

/// Returns the tables `[event]` and `[mail]` of an `event.toml`: an event that has neither rooms nor tracks yet.
fn bare(event: &str) -> String {
    let mut keep = false;
    let mut bare = String::new();
    for line in event.lines() {
        if line.starts_with('[') {
            keep = line.starts_with("[event]") || line.starts_with("[mail]");
        }
        if keep {
            bare += line;
            bare.push('\n');
        }
    }
    bare
}

/// Returns the rows of `agenda.csv` that the formats for apps can hold: what has a time and is not off.
fn rows(stage: &Stage) -> Vec<String> {
    let site = stage.published("2024-02-02T12:00:00Z", "rows");
    let mut reader = csv::Reader::from_reader(text(&site, "agenda.csv").as_bytes());
    let rows = reader.records().map(|row| row.expect("a row"));
    let rows = rows.filter(|row| row.iter().rev().nth(1) == Some("scheduled"));
    // Rooms stand in another order where nobody has told it.
    let mut rows: Vec<String> = rows
        .map(|row| row.iter().collect::<Vec<_>>().join(" | "))
        .collect();
    rows.sort();
    rows
}

#[test]
fn what_apps_read_is_the_agenda_when_it_is_imported_again() {
    let stages = [
        Stage::example("blackburn-2024"),
        Stage::new(|folder| large::write(folder, 200)),
    ];
    for stage in stages {
        stage.publish();
        let agenda = rows(&stage);
        assert!(agenda.len() > 10);
        for file in ["schedule.xml", "schedule.json", "agenda.csv"] {
            let published = stage.path().join("public").join(file).display().to_string();
            // Whoever has the agenda already has nothing to do.
            let before = fs::read(stage.path().join("agenda.toml")).expect("read");
            stage.plenary(
                "2024-02-02T12:00:00Z",
                &["session", "import", "--update", &published],
            );
            assert!(
                before == fs::read(stage.path().join("agenda.toml")).expect("read"),
                "{file}"
            );
            // Whoever begins with nothing has it afterwards.
            let fresh = Stage::new(|folder| {
                let event = fs::read_to_string(stage.path().join("event.toml")).expect("read");
                fs::write(folder.join("event.toml"), bare(&event)).expect("written");
                for file in ["agenda.toml", "speakers.toml"] {
                    fs::write(folder.join(file), "").expect("written");
                }
            });
            fresh.plenary("2024-02-02T12:00:00Z", &["session", "import", &published]);
            fresh.plenary(
                "2024-02-02T12:00:00Z",
                &["agenda", "release", "-m", "Imported"],
            );
            assert_eq!(rows(&fresh), agenda, "{file}");
        }
    }
}
