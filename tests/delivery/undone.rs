//! An undo or a redo that is killed at any moment is completed by the next.

use crate::calls::WRITING;
use crate::event::{Event, crowd};
use crate::strace::Strace;

/// An event in which an import has changed more than one file, with what these held before.
fn imported() -> (Event, [String; 3]) {
    let event = Event::of(&crowd(3));
    let before = undoable(&event);
    event.write(
        "more.csv",
        "name,email\nNewcomer,new@example.org\n,\nAda,ada\n",
    );
    event.run("import more.csv");
    (event, before)
}

/// What an import changes.
fn undoable(event: &Event) -> [String; 3] {
    let text = |name: &str| {
        let there = event.path(name).exists();
        if there {
            event.text(name)
        } else {
            String::new()
        }
    };
    [
        text("registrations.csv"),
        text(".plenary/imported.csv"),
        text("imports/more.rejected.csv"),
    ]
}

struct Imported(Event, [String; 3], [String; 3]);

impl AsRef<Event> for Imported {
    fn as_ref(&self) -> &Event {
        &self.0
    }
}

fn scene() -> Imported {
    let (event, before) = imported();
    let after = undoable(&event);
    assert_ne!(before[0], after[0]);
    assert_ne!(before[1], after[1]);
    Imported(event, before, after)
}

#[test]
fn killed_at_each_system_call_of_an_undo_the_next_one_completes_it() {
    let Some(strace) = Strace::find() else { return };
    let mut halves = 0;
    let kills = strace.kill_at_each(
        &WRITING[1..],
        "undo",
        scene,
        |Imported(event, before, after), at| {
            let now = undoable(&event);
            let whole = |at: usize| now[at] == before[at] || now[at] == after[at];
            assert!((0..3).all(whole), "killed at {at}");
            halves += usize::from(now != before && now != after);
            if now == before {
                // Nothing is left to do but to say so, or it was said already.
                event.run("undo");
            } else {
                assert_eq!(event.run("undo").exit, Some(0), "killed at {at}");
            }
            assert_eq!(undoable(&event), before, "killed at {at}");
            assert_eq!(event.run("redo").exit, Some(0), "killed at {at}");
            assert_eq!(undoable(&event), after, "killed at {at}");
        },
    );
    assert!(kills > 15 && halves > 0, "{kills} kills, {halves} halves");
}

#[test]
fn killed_at_each_system_call_of_a_redo_either_way_can_be_gone() {
    let Some(strace) = Strace::find() else { return };
    let undone = || {
        let scene = scene();
        assert_eq!(scene.0.run("undo").exit, Some(0));
        scene
    };
    let mut turn = 0;
    let kills = strace.kill_at_each(
        &WRITING[1..],
        "redo",
        undone,
        |Imported(event, before, after), at| {
            turn += 1;
            let now = undoable(&event);
            let (go, expected) = if turn % 2 == 0 {
                ("undo", before)
            } else {
                ("redo", after)
            };
            if now != expected {
                assert_eq!(event.run(go).exit, Some(0), "killed at {at}");
            }
            assert_eq!(undoable(&event), expected, "killed at {at}, {go}");
        },
    );
    assert!(kills > 15, "{kills} kills");
}

#[test]
fn where_the_disk_fails_an_undo_or_redo_says_so_and_the_next_one_completes_it() {
    let Some(strace) = Strace::find() else { return };
    let mut failures = 0;
    for go in ["undo", "redo"] {
        for inject in [
            "?fsync:error=EIO",
            "?rename:error=EIO",
            "?write:error=ENOSPC",
        ] {
            for nth in 1..40 {
                let Imported(event, before, after) = scene();
                let expected = if go == "redo" {
                    assert_eq!(event.run("undo").exit, Some(0));
                    after
                } else {
                    before
                };
                let seen = strace.inject(&event, &format!("inject={inject}:when={nth}"), go);
                let at = format!("{go}, {inject}, {nth}");
                let is_well = seen.exit == Some(0) && undoable(&event) == expected;
                if !is_well {
                    failures += 1;
                    assert!(!seen.remarks.is_empty(), "{at}: {seen:?}");
                }
                if undoable(&event) != expected {
                    let again = event.run(go);
                    assert_eq!(again.exit, Some(0), "{at}: {again:?}");
                }
                assert_eq!(undoable(&event), expected, "{at}");
                if is_well && nth > 12 {
                    break;
                }
            }
        }
    }
    assert!(failures > 12, "{failures} failures");
}
