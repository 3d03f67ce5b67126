use std::fs;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::*;
use crate::store::disk::Access;
use crate::store::{Editor, Folder, Mode};

const LIST: &str = "registrations.csv";

fn event() -> (tempfile::TempDir, Folder) {
    let root = tempfile::tempdir().expect("a folder");
    fs::write(root.path().join("event.toml"), "").expect("a file");
    let folder = Folder::at(root.path()).expect("an event folder");
    (root, folder)
}

fn on(day: u32) -> DateTime<Utc> {
    let day =
        chrono::NaiveDate::from_ymd_opt(2024, 3, 1).expect("a day") + chrono::Days::new(day.into());
    day.and_hms_opt(9, 0, 0).expect("a time").and_utc()
}

/// A run that gives files new texts, some days after the first of March.
fn run(folder: &Folder, day: u32, texts: &[(&str, &str)]) {
    let run = Run::new(format!("on {day}"), on(day));
    let folder = folder.clone().for_run(Arc::new(run));
    let editor = folder.edit(Mode::Real).expect("the lock");
    for (name, text) in texts {
        let new = |_: &str| Ok(((*text).to_string(), ()));
        editor.change(name, Access::Personal, new).expect("saved");
    }
}

fn text(folder: &Folder, name: &str) -> Option<String> {
    fs::read_to_string(folder.path(name)).ok()
}

fn turn(folder: &Folder, direction: Direction) -> Result<Vec<String>> {
    let Some(plan) = folder.plan(direction)? else {
        return Ok(Vec::new());
    };
    let editor: Editor<'_> = folder.edit(Mode::Real)?;
    let done = editor.turn_back(&plan, &mut |_, _, _| crate::model::Chronicle::default())?;
    Ok(done.files().into_iter().map(String::from).collect())
}

fn commands(folder: &Folder) -> Vec<(String, &'static str)> {
    let log = folder.log().expect("a log");
    log.into_iter()
        .map(|one| (one.command, one.state))
        .collect()
}

#[test]
fn everything_that_one_run_changes_is_taken_back_together() {
    let (_root, folder) = event();
    run(
        &folder,
        0,
        &[
            (LIST, "code\na\n"),
            ("agenda.toml", "x = 1\n"),
            (LIST, "code\na\nb\n"),
        ],
    );
    assert_eq!(commands(&folder), [("on 0".to_string(), "done")]);
    assert_eq!(
        turn(&folder, Direction::Undo),
        Ok(vec![LIST.to_string(), "agenda.toml".to_string()])
    );
    assert_eq!(
        (text(&folder, LIST), text(&folder, "agenda.toml")),
        (None, None)
    );
    turn(&folder, Direction::Redo).expect("brought back");
    assert_eq!(text(&folder, LIST).as_deref(), Some("code\na\nb\n"));
    assert_eq!(text(&folder, "agenda.toml").as_deref(), Some("x = 1\n"));
}

#[test]
fn a_file_that_was_edited_since_keeps_every_other_file_as_it_is_too() {
    let (_root, folder) = event();
    run(
        &folder,
        0,
        &[(LIST, "code\na\n"), ("agenda.toml", "x = 1\n")],
    );
    fs::write(folder.path(LIST), "code\na\nby hand\n").expect("edited");
    let error = turn(&folder, Direction::Undo).expect_err("edited");
    assert_eq!(
        error.to_string(),
        "`registrations.csv` was edited since `on 0`, so that cannot be taken back"
    );
    assert_eq!(text(&folder, "agenda.toml").as_deref(), Some("x = 1\n"));
    fs::write(folder.path(LIST), "code\na\n").expect("as it was");
    assert_eq!(
        turn(&folder, Direction::Undo).map(|files| files.len()),
        Ok(2)
    );
}

#[test]
fn copies_are_kept_for_thirty_days_and_what_was_undone_until_the_next_change() {
    let (_root, folder) = event();
    for day in [0, 10, 20] {
        run(&folder, day, &[(LIST, &format!("code\n{day}\n"))]);
    }
    turn(&folder, Direction::Undo).expect("taken back");
    run(&folder, 31, &[(LIST, "code\n31\n")]);
    assert_eq!(
        commands(&folder),
        [("on 10".to_string(), "done"), ("on 31".to_string(), "done")]
    );
    assert_eq!(turn(&folder, Direction::Redo), Ok(vec![]));
    turn(&folder, Direction::Undo).expect("taken back");
    assert_eq!(text(&folder, LIST).as_deref(), Some("code\n10\n"));
}

#[test]
fn nothing_about_anybody_is_left_once_the_copies_are_forgotten() {
    let (_root, folder) = event();
    run(&folder, 0, &[(LIST, "code,name\na,Ada\n")]);
    run(&folder, 1, &[(LIST, "code,name\na,\n")]);
    turn(&folder, Direction::Undo).expect("taken back");
    fs::write(folder.path(FOLDER).join(".plenary-tmp-left"), "Ada").expect("left by a crash");
    let editor = folder.edit(Mode::Real).expect("the lock");
    assert_eq!(editor.forget_undo(), Ok(2));
    assert_eq!(
        fs::read_dir(folder.path(FOLDER))
            .expect("the folder")
            .count(),
        0
    );
    assert_eq!(turn(&folder, Direction::Undo), Ok(vec![]));
}

#[test]
fn a_number_that_calendars_know_and_a_journal_are_never_taken_back() {
    let (_root, folder) = event();
    run(
        &folder,
        0,
        &[
            (".plenary/calendar.toml", "sequence = 1\n"),
            ("history.csv", "x\n"),
        ],
    );
    assert_eq!(commands(&folder), []);
}

#[test]
fn a_copy_that_is_damaged_replaces_nothing() {
    let (_root, folder) = event();
    run(&folder, 0, &[(LIST, "code\na\n")]);
    run(&folder, 1, &[(LIST, "code\nb\n")]);
    let path = folder.path(FOLDER).join("000002.done");
    let mut bytes = fs::read(&path).expect("an entry");
    let last = bytes.len() - 3;
    bytes[last] ^= 0xff;
    fs::write(&path, &bytes).expect("damaged");
    assert!(turn(&folder, Direction::Undo).is_err());
    assert_eq!(text(&folder, LIST).as_deref(), Some("code\nb\n"));
    // A line that an interrupted write left torn is a change that was not made.
    fs::write(&path, &bytes[..bytes.len() - 4]).expect("torn");
    assert_eq!(turn(&folder, Direction::Undo), Ok(vec![]));
    assert_eq!(text(&folder, LIST).as_deref(), Some("code\nb\n"));
}
