//! Disks that fail, by making system calls fail with strace.

use crate::event::{Event, crowd};
use crate::program::Seen;
use crate::strace::Strace;

/// An event in which somebody has been changed once, so that everything is there that a change needs.
fn settled() -> Event {
    let event = Event::of(&crowd(3));
    for typed in [
        "registration cancel krt-mwbb",
        "registration confirm krt-mwbb",
    ] {
        assert_eq!(event.run(typed).exit, Some(0));
    }
    event
}

pub(crate) const ADD: &str = "registration add --name Newcomer";

/// The files of the event folder, when nothing was left lying about.
const CLEAN: [&str; 4] = [".plenary", "event.toml", "history.csv", LIST];

/// What says that a change is about to be made: written before history and list.
const NOTE: &str = ".plenary/change";

pub(crate) fn failed(file: &str, why: &str) -> Seen {
    let error = format!("error: cannot write `EVENT/{file}`: {why}\nhint: nothing was changed\n");
    Seen::remarks(2, &error)
}

/// Where the third change that is made keeps what it replaces, before it replaces it.
const UNDO: &str = ".plenary/undo/000003.done";

pub(crate) const LIST: &str = "registrations.csv";

#[test]
fn a_disk_that_fails_a_write_leaves_the_old_list_and_nothing_else() {
    let Some(strace) = Strace::find() else { return };
    for (inject, file, why) in [
        (
            "inject=fsync,fdatasync:error=EIO:when=1",
            LIST,
            "input/output error",
        ),
        ("inject=fsync:error=EIO:when=2", NOTE, "input/output error"),
        ("inject=fsync:error=EIO:when=4", UNDO, "input/output error"),
        (
            "inject=rename,renameat,renameat2:error=EIO",
            NOTE,
            "input/output error",
        ),
        (
            "inject=rename,renameat,renameat2:error=EROFS:when=3",
            LIST,
            "read-only file system",
        ),
        (
            "inject=write:error=ENOSPC:when=1",
            LIST,
            "no space left on device",
        ),
        (
            "inject=write:error=ENOSPC:when=2",
            NOTE,
            "no space left on device",
        ),
        (
            "inject=write:error=EDQUOT:when=3",
            "history.csv",
            "disk quota exceeded",
        ),
        (
            "inject=write:error=ENOSPC:when=4",
            UNDO,
            "no space left on device",
        ),
        (
            "inject=fchmod:error=EPERM:when=1",
            LIST,
            "operation not permitted",
        ),
    ] {
        let event = settled();
        let before = event.read("registrations.csv");
        let seen = strace.inject(&event, inject, ADD);
        assert_eq!(seen, failed(file, why), "{inject}");
        assert!(event.read("registrations.csv") == before, "{inject}");
        assert_eq!(event.names(""), CLEAN, "{inject}");
        // Nothing stands in the way of trying again, and the history tells of it once.
        assert_eq!(event.run(ADD).exit, Some(0), "{inject}");
        let history = event.text("history.csv");
        assert_eq!(history.matches("signed up").count(), 1, "{inject}");
    }
}

#[test]
fn a_folder_that_cannot_be_made_durable_is_told_since_the_change_is_in_place() {
    let Some(strace) = Strace::find() else { return };
    let event = settled();
    let seen = strace.inject(&event, "inject=fsync:error=EIO:when=6", ADD);
    let error = "error: cannot make durable `EVENT`: input/output error\n\
        hint: the change is in place but may not survive a power cut: check the disk\n";
    assert_eq!(seen, Seen::remarks(2, error));
    assert_eq!(
        event.text("registrations.csv").matches("Newcomer").count(),
        1
    );
    assert_eq!(event.names(""), CLEAN);
}

#[test]
fn a_list_that_cannot_be_read_is_an_error_and_no_empty_list() {
    let Some(strace) = Strace::find() else { return };
    for typed in [
        ADD,
        "registration list",
        "registration cancel krt-mwbb",
        "registration export -o out.csv",
        "mail send confirmation",
        "mail draft confirmation",
        "mail status",
        "status",
    ] {
        for (calls, error) in [("read", "EIO"), ("openat", "EACCES"), ("openat", "EIO")] {
            let event = settled();
            let before = event.read("registrations.csv");
            let inject = format!("inject={calls}:error={error}");
            let seen = strace.inject_into(&event, "registrations.csv", &inject, typed);
            let why = if error == "EIO" {
                "input/output error"
            } else {
                "permission denied"
            };
            let told = format!("error: cannot read `EVENT/registrations.csv`: {why}");
            assert!(
                seen.remarks.starts_with(&told),
                "{typed} {inject}: {seen:?}"
            );
            assert_eq!(
                (seen.answer.as_str(), seen.exit),
                ("", Some(2)),
                "{typed} {inject}"
            );
            assert!(
                event.read("registrations.csv") == before,
                "{typed} {inject}"
            );
            assert_eq!(event.names(""), CLEAN, "{typed} {inject}");
        }
    }
}

#[test]
fn a_journal_that_cannot_be_read_or_written_keeps_mails_from_going() {
    let Some(strace) = Strace::find() else { return };
    for inject in [
        "inject=read:error=EIO",
        "inject=write:error=ENOSPC",
        "inject=fdatasync,fsync:error=EIO",
    ] {
        let event = settled();
        event.write(
            "mail.csv",
            "time,state,kind,person,revision,message_id,server,boot,reply\n",
        );
        let seen = strace.inject_into(&event, "mail.csv", inject, "mail send confirmation");
        assert_eq!(seen.exit, Some(2), "{inject}: {seen:?}");
        assert!(
            seen.remarks.contains("error: cannot "),
            "{inject}: {seen:?}"
        );
        assert_eq!(event.names("delivered"), [""; 0], "{inject}");
        // As soon as the disk is well again, everybody gets theirs.
        assert_eq!(
            event.run("mail send confirmation").exit,
            Some(0),
            "{inject}"
        );
        assert_eq!(event.names("delivered").len(), 3, "{inject}");
    }
}

#[test]
fn what_a_crash_left_half_written_is_swept_away_after_an_hour() {
    let event = settled();
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(2 * 3600);
    for folder in ["", "outbox/", "delivered/"] {
        event.write(&format!("{folder}.plenary-tmp-new"), "code,name");
        let old = format!("{folder}.plenary-tmp-old");
        event.write(&old, "code,name");
        let old = std::fs::File::options().append(true).open(event.path(&old));
        old.and_then(|old| old.set_modified(long_ago))
            .expect("an older file");
    }
    assert_eq!(event.run("mail send confirmation").exit, Some(0));
    for folder in ["", "outbox", "delivered"] {
        let mut names = event.names(folder);
        names.retain(|name| name.starts_with(".plenary-tmp-"));
        assert_eq!(names, [".plenary-tmp-new"], "{folder}");
    }
}
