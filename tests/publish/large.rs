//! An event folder that nobody would type: five days in twenty rooms.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Writes an event of this many sessions into a folder, always the same one.
pub(crate) fn write(folder: &Path, sessions: usize) {
    let mut event = "[event]\nid = \"large-2026\"\nname = \"Large & <long>\"\n".to_string();
    event += "dates = [\"2026-10-23\", \"2026-10-24\", \"2026-10-25\", \"2026-10-26\", \"2026-10-27\"]\n";
    event += "hours = \"09:00-19:00\"\ntimezone = \"Europe/Berlin\"\nurl = \"https://example.org/large\"\n";
    event += "[mail]\nserver = \"folder:delivered\"\nfrom = \"Large <team@example.org>\"\n";
    for room in 0..20 {
        writeln!(
            event,
            "[[room]]\nid = \"r{room}\"\nname = \"Room {room}\"\ncapacity = 100"
        )
        .expect("text");
    }
    for track in 0..8 {
        writeln!(
            event,
            "[[track]]\nid = \"t{track}\"\nname = \"Track {track}\"\ncolour = \"#1f5f9{track}\""
        )
        .expect("text");
    }
    let speakers = sessions * 3 / 5;
    let mut people = String::new();
    for one in 0..speakers {
        writeln!(
            people,
            "[[speaker]]\nid = \"s{one}\"\nname = \"Zoë Speaker {one}\"\nrole = \"Organiser\"\narea = \"Town {one}\"\n\
             bio = \"Knows much about {one}, and more about what comes after. Likes short meetings and long walks.\"\n\
             email = \"s{one}@example.net\""
        )
        .expect("text");
    }
    let mut agenda = String::new();
    for one in 0..sessions {
        // Fifty places a room: five days of ten half hours.
        let (room, slot) = (one % 20, one / 20 % 50);
        let (day, minute) = (23 + slot / 10, 9 * 60 + slot % 10 * 30);
        let (hour, minute) = (minute / 60, minute % 60);
        writeln!(
            agenda,
            "[[session]]\nid = \"n{one}\"\ntitle = \"Session {one}: what we learnt, and what comes next\"\n\
             start = \"2026-10-{day} {hour:02}:{minute:02}\"\nminutes = 30\nroom = \"r{room}\"\ntrack = \"t{}\"\n\
             kind = \"talk\"\nspeakers = [\"s{}\"]\n\
             abstract = \"A talk about {one}, with examples from practice, time for questions and a plan for the \
             week after. Bring something to write, and somebody who was not there last time.\"",
            one % 8,
            one % speakers,
        )
        .expect("text");
    }
    for (name, text) in [
        ("event.toml", event),
        ("speakers.toml", people),
        ("agenda.toml", agenda),
    ] {
        fs::write(folder.join(name), text).expect("written");
    }
}
