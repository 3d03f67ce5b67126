use std::fs;

use super::*;
use crate::model::{HistoryEntry, What};
use crate::store::Mode;

fn entry(code: &str, what: What, value: &str, why: &str) -> Chronicle {
    let entry = HistoryEntry {
        time: "2024-04-02T12:00:00Z",
        code,
        what,
        value,
        why: why.into(),
        by: "test",
    };
    [entry].into_iter().collect()
}

fn folder(list: &str) -> (tempfile::TempDir, Folder) {
    let root = tempfile::tempdir().expect("a folder");
    fs::write(root.path().join("event.toml"), "").expect("a file");
    fs::write(root.path().join("registrations.csv"), list).expect("a file");
    let folder = Folder::at(root.path()).expect("an event folder");
    (root, folder)
}

fn words(folder: &Folder) -> Vec<String> {
    let history = folder.history().expect("a history");
    let line = |entry: HistoryEntry<'_>| format!("{} {} {}", entry.code, entry.value, entry.why);
    history.iter().map(line).collect()
}

const OLD: &str = "code,name,status\nkrt-mwxb,Ada,waiting\n";

/// Leaves everything as a run would that is killed before the list is replaced, or behind it.
fn killed(behind: bool) -> (tempfile::TempDir, Folder) {
    let (root, folder) = folder(OLD);
    folder
        .tell_history(&entry("krt-mwxb", What::Added, "waiting", ""))
        .expect("told");
    fs::create_dir(root.path().join(".plenary")).expect("a folder");
    let new = OLD.replace("waiting", "confirmed");
    let entries = entry("krt-mwxb", What::Status, "confirmed", "moved up");
    Pending::begin(&folder, &entries, digest(Some(OLD.as_bytes()))).expect("begun");
    if behind {
        fs::write(root.path().join("registrations.csv"), new).expect("replaced");
    }
    (root, folder)
}

#[test]
fn what_is_written_is_read_again() {
    let (_root, folder) = folder(OLD);
    assert_eq!(words(&folder), [""; 0]);
    let why = "said: \"I come, perhaps\"\nand hung up";
    folder
        .tell_history(&entry("krt-mwxb", What::Priority, "5", why))
        .expect("told");
    folder
        .tell_history(&entry("", What::Capacity, "200", ""))
        .expect("told");
    assert_eq!(
        words(&folder),
        ["krt-mwxb 5 said: \"I come, perhaps\" and hung up", " 200 "]
    );
}

#[test]
fn a_change_that_a_killed_run_did_not_make_has_not_happened() {
    let (root, folder) = killed(false);
    assert_eq!(words(&folder), ["krt-mwxb waiting "]);
    drop(folder.edit(Mode::Real).expect("the lock"));
    assert_eq!(words(&folder), ["krt-mwxb waiting "]);
    let text = fs::read_to_string(root.path().join(FILE)).expect("the history");
    assert!(!text.contains("moved up"), "{text}");
    assert!(!root.path().join(".plenary/change").exists());
}

#[test]
fn a_change_that_a_killed_run_made_has_happened() {
    let (root, folder) = killed(true);
    let both = ["krt-mwxb waiting ", "krt-mwxb confirmed moved up"];
    assert_eq!(words(&folder), both);
    drop(folder.edit(Mode::Real).expect("the lock"));
    assert_eq!(words(&folder), both);
    assert!(!root.path().join(".plenary/change").exists());
}

#[test]
fn after_an_edit_by_hand_the_people_say_whether_the_change_was_made() {
    for (behind, status) in [(true, "confirmed"), (false, "waiting")] {
        let (root, folder) = killed(behind);
        let list =
            format!("code,name,status\nkrt-mwxb,Ada Example,{status}\nbcd-fghj,Bo,confirmed\n");
        fs::write(root.path().join("registrations.csv"), list).expect("edited");
        drop(folder.edit(Mode::Real).expect("the lock"));
        assert_eq!(words(&folder).len(), 1 + usize::from(behind));
    }
}

#[test]
fn who_is_still_there_has_not_left() {
    for left in [true, false] {
        let (root, folder) = folder(OLD);
        fs::create_dir(root.path().join(".plenary")).expect("a folder");
        let entries = entry("krt-mwxb", What::Gone, "", "took back `import`");
        Pending::begin(&folder, &entries, digest(Some(OLD.as_bytes()))).expect("begun");
        let ada = if left {
            ""
        } else {
            "krt-mwxb,Ada Example,waiting\n"
        };
        let list = format!("code,name,status\n{ada}bcd-fghj,Bo,confirmed\n");
        fs::write(root.path().join("registrations.csv"), list).expect("edited");
        drop(folder.edit(Mode::Real).expect("the lock"));
        assert_eq!(words(&folder).len(), usize::from(left));
    }
}

#[test]
fn a_torn_last_line_is_left_out_and_the_next_is_not_glued_to_it() {
    let (root, folder) = folder(OLD);
    folder
        .tell_history(&entry("krt-mwxb", What::Added, "waiting", ""))
        .expect("told");
    let path = root.path().join(FILE);
    let text = fs::read_to_string(&path).expect("the history");
    fs::write(&path, format!("{text}2024-04-02T12:00:01Z,krt-m")).expect("torn");
    assert_eq!(words(&folder), ["krt-mwxb waiting "]);
    folder
        .tell_history(&entry("bcd-fghj", What::Gone, "", ""))
        .expect("told");
    assert_eq!(words(&folder), ["krt-mwxb waiting ", "bcd-fghj  "]);
}

#[test]
fn a_damaged_history_is_told_with_its_line() {
    let (root, folder) = folder(OLD);
    for damaged in [
        "x,y\n",
        "t,krt-mwxb,lost,,,\n",
        "t,krt-mwxb,gone,\"a\n",
        "a,b,gone,d,e,f,g\n",
    ] {
        fs::write(root.path().join(FILE), format!("{HEADER}{damaged}")).expect("damaged");
        let error = folder.history().expect_err(damaged);
        assert_eq!(error.findings[0].places[0].line, 2, "{damaged}");
    }
}

#[test]
fn in_brief_it_is_the_same_without_reasons_but_for_who_waits_or_was_passed_over() {
    let (root, folder) = folder(OLD);
    assert_eq!(folder.brief_history(), Ok(Chronicle::default()));
    let line = |number: usize| match number % 50 {
        0 => {
            format!("t{number},code-{number},skipped,,\"he said: \"\"later\"\", and left\",due\r\n")
        }
        1 => format!("t{number},code-{number},added,waiting,\"a.csv, line 2; waits\",import\n"),
        _ => format!(
            "t{},\"a, b\",offered,2024-04-{number},\"why, though\",hand\n",
            number / 9
        ),
    };
    let lines: String = (0..20_000).map(line).collect();
    for torn in ["", "t,krt-mwxb,added,conf"] {
        fs::write(root.path().join(FILE), format!("{HEADER}{lines}{torn}")).expect("written");
        let whole = folder.history().expect("it reads");
        let brief = folder.brief_history().expect("it reads");
        let without = whole.iter().map(|entry| HistoryEntry {
            why: if entry.what == What::Skipped || entry.value == "waiting" {
                entry.why
            } else {
                "".into()
            },
            ..entry
        });
        assert_eq!(brief, without.collect());
        assert!(brief.text().len() * 2 < whole.text().len());
    }
    for damaged in ["x,y\n", "t,krt-mwxb,lost,,,\n", "t,krt-mwxb,gone,\"a\n"] {
        fs::write(root.path().join(FILE), format!("{HEADER}{lines}{damaged}")).expect("damaged");
        assert_eq!(folder.brief_history(), folder.history());
    }
}
