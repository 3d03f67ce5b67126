//! Keeps the house as `src/lib.rs` describes it: who may know whom, who may touch what, how long a file may be.
#![allow(clippy::expect_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the rooms that it may know. A new room gets a line here and in `src/lib.rs`.
const ROOMS: [(&str, &[&str]); 15] = [
    ("error", &[]),
    ("sheet", &["error"]),
    ("model", &["error"]),
    ("store", &["error", "model", "sheet"]),
    ("agenda", &["error", "model"]),
    ("places", &["error", "model"]),
    ("calendar", &["error", "model"]),
    ("import", &["error", "model", "sheet"]),
    ("schedule", &["error", "model", "sheet"]),
    ("mail", &["error", "model", "calendar"]),
    ("report", &["error", "model"]),
    ("due", &["error", "model", "places", "mail"]),
    ("publish", &["error", "model", "agenda", "calendar"]),
    ("output", &["error"]),
    (
        "commands",
        &[
            "error", "model", "store", "agenda", "places", "calendar", "import", "schedule",
            "mail", "report", "due", "publish", "output",
        ],
    ),
];

/// What only these rooms may name: disk, network, terminal, clock, environment, other programs.
const DOORS: [(&str, &[&str]); 12] = [
    ("std::fs", &["store"]),
    ("fs::File", &["store"]),
    ("std::net", &["mail/transport"]),
    ("TcpStream", &["mail/transport"]),
    ("stdout()", &["output"]),
    ("stderr()", &["output"]),
    ("stdin()", &["commands"]),
    ("std::env::", &["commands"]),
    ("Utc::now", &["commands"]),
    ("SystemTime", &["commands"]),
    ("process::Command", &["commands", "mail/transport"]),
    ("toml_edit", &["store"]),
];

const LONGEST: usize = 400;

/// All source files below a folder with their text.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the project") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = fs::read_to_string(&path).expect("a source file");
                let name = path
                    .strip_prefix(env!("CARGO_MANIFEST_DIR"))
                    .expect("inside the project");
                files.push((name.to_path_buf(), text));
            }
        }
    }
    files.sort();
    files
}

/// Returns the code of a file: without comments, and without the tests at its end.
fn code(text: &str) -> String {
    let text = text
        .split("#[cfg(test)]\nmod tests")
        .next()
        .expect("a first part");
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| format!("{line}\n"))
        .collect()
}

/// Tells whether a file holds nothing but tests, which may look at examples and the like.
fn is_test(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "tests") || path.ends_with("tests.rs")
}

fn room_of(path: &Path) -> Option<String> {
    let inside = path.strip_prefix("src").ok()?;
    let first = inside
        .components()
        .next()?
        .as_os_str()
        .to_string_lossy()
        .into_owned();
    (!first.ends_with(".rs")).then_some(first)
}

#[test]
fn every_room_knows_only_the_rooms_it_may() {
    let allowed: BTreeMap<&str, &[&str]> = ROOMS.into_iter().collect();
    let mut faults = Vec::new();
    for (path, text) in sources("src") {
        let Some(room) = room_of(&path) else { continue };
        let Some(may_know) = allowed.get(room.as_str()) else {
            faults.push(format!(
                "{}: the room `{room}` is not in the table",
                path.display()
            ));
            continue;
        };
        for part in code(&text).split("crate::").skip(1) {
            let known: String = part
                .chars()
                .take_while(|c| c.is_ascii_lowercase() || *c == '_')
                .collect();
            if known != room && !may_know.contains(&known.as_str()) {
                faults.push(format!(
                    "{}: `{room}` may not know `{known}`",
                    path.display()
                ));
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn every_door_to_the_world_has_its_room() {
    let mut faults = Vec::new();
    for (path, text) in sources("src") {
        if is_test(&path) {
            continue;
        }
        let code = code(&text);
        for (word, rooms) in DOORS {
            let at_home = rooms
                .iter()
                .any(|room| path.starts_with(Path::new("src").join(room)));
            // `SignUpFile::` is not `File::`.
            let named = code
                .match_indices(word)
                .any(|(at, _)| !code[..at].ends_with(char::is_alphanumeric));
            if named && !at_home && path != Path::new("src/main.rs") {
                faults.push(format!(
                    "{}: `{word}` belongs into {}",
                    path.display(),
                    rooms.join(", ")
                ));
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn no_file_is_longer_than_the_ceiling() {
    let files = sources("src").into_iter().chain(sources("tests"));
    let long = files
        .filter(|(_, text)| text.lines().count() > LONGEST)
        .map(|(path, _)| path);
    assert_eq!(long.collect::<Vec<_>>(), Vec::<PathBuf>::new());
}

#[test]
fn every_room_says_at_its_door_what_it_is_for() {
    for (room, _) in ROOMS {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("src")
            .join(room)
            .join("mod.rs");
        let text = fs::read_to_string(&path).expect("every room has a mod.rs");
        let lines = text
            .lines()
            .take_while(|line| line.starts_with("//!"))
            .count();
        assert!((1..=6).contains(&lines), "{room}: {lines} lines of //!");
    }
}
