//! How long the questions about time take on large agendas, read from files as anybody's are.
//! Run with `cargo bench --bench agenda`; it ends with 101 when a figure is over its limit.
#![allow(clippy::expect_used, clippy::print_stdout)]

use std::fmt::Write;
use std::fs;
use std::time::{Duration, Instant};

use fastrand::Rng;
use plenary::agenda::{conflicts, suggest};
use plenary::model::Conference;
use plenary::store::Folder;

/// How large an agenda is.
struct Size {
    sessions: usize,
    rooms: usize,
    speakers: usize,
    days: usize,
    /// Whether sessions have times.
    scheduled: bool,
}

fn read(size: &Size) -> Conference {
    let mut chance = Rng::with_seed(7);
    let dates: Vec<String> = (1..=size.days)
        .map(|day| format!("\"2024-04-{day:02}\""))
        .collect();
    let mut event = format!(
        "[event]\nid = \"large\"\nname = \"Large\"\ndates = [{}]\nhours = \"09:00-18:00\"\n\
         timezone = \"Europe/London\"\n[agenda]\nchange_over = 5\nwalk = 5\n",
        dates.join(", ")
    );
    for room in 0..size.rooms {
        let capacity = 50 + room % 10 * 30;
        let _ = write!(event, "[[room]]\nid = \"r{room}\"\ncapacity = {capacity}\n");
    }
    for track in 0..10 {
        let _ = write!(event, "[[track]]\nid = \"t{track}\"\n");
    }
    let mut speakers = String::new();
    for person in 0..size.speakers {
        let _ = write!(
            speakers,
            "[[speaker]]\nid = \"p{person}\"\nname = \"Person {person}\"\n"
        );
        if person % 10 == 0 {
            speakers += "available = [\"2024-04-01\", \"2024-04-02 09:00-15:00\"]\n";
        }
    }
    let mut agenda = String::new();
    let a_day = 9;
    for at in 0..size.sessions {
        let (room, slot) = (at % size.rooms, at / size.rooms);
        let _ = write!(
            agenda,
            "[[session]]\nid = \"s{at}\"\ntitle = \"Session {at}\"\nminutes = 45\n"
        );
        let _ = writeln!(agenda, "expected = {}", chance.usize(10..120));
        let two = [chance.usize(..size.speakers), chance.usize(..size.speakers)];
        let _ = writeln!(agenda, "speakers = [\"p{}\", \"p{}\"]", two[0], two[1]);
        if size.scheduled {
            let (day, hour) = (slot / a_day % size.days + 1, 9 + slot % a_day);
            let shift = if chance.u8(..20) == 0 { 30 } else { 0 };
            let _ = writeln!(
                agenda,
                "start = \"2024-04-{day:02} {hour:02}:{shift:02}\"\nroom = \"r{room}\""
            );
        } else if at % 3 == 0 {
            let _ = writeln!(agenda, "track = \"t{}\"", at % 10);
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in [("event", event), ("speakers", speakers), ("agenda", agenda)] {
        fs::write(folder.path().join(format!("{name}.toml")), text).expect("written");
    }
    let folder = Folder::at(folder.path()).expect("an event folder");
    folder
        .read()
        .expect("read")
        .sound()
        .expect("a sound conference")
}

/// Returns the time that this thread has computed so far, which other programs on the machine do not lengthen. It is
/// told in steps of some milliseconds.
fn computed(since: Instant) -> Duration {
    let stat = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = stat.and_then(|stat| stat.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

/// Returns how long a run takes on average, and what the last one returned.
fn average<T>(runs: u32, mut run: impl FnMut() -> T) -> (Duration, T) {
    let since = Instant::now();
    let begin = computed(since);
    let mut result = run();
    for _ in 1..runs {
        result = run();
    }
    ((computed(since) - begin) / runs, result)
}

fn main() {
    let mut late = Vec::new();
    for sessions in [1_250, 2_500, 5_000, 10_000, 20_000, 40_000] {
        let size = Size {
            sessions,
            rooms: sessions / 100,
            speakers: sessions * 3 / 10,
            days: 12,
            scheduled: true,
        };
        let conference = read(&size);
        let (time, found) = average(20, || conflicts(&conference));
        println!(
            "conflicts among {sessions:>6} sessions: {time:>10.2?}, {} found",
            found.len()
        );
        if sessions == 10_000 && time > Duration::from_millis(50) {
            late.push("conflicts");
        }
    }
    for sessions in [100, 300] {
        let size = Size {
            sessions,
            rooms: 8,
            speakers: sessions * 3 / 10,
            days: 2,
            scheduled: false,
        };
        let conference = read(&size);
        let (time, found) = average(3, || suggest(&conference, None).expect("rooms and hours"));
        println!(
            "suggest for {sessions} sessions in 8 rooms over 2 days: {time:.2?}, {} placed, {} not",
            found.placed.len(),
            found.unplaced.len()
        );
        if sessions == 100 && time > Duration::from_secs(2) {
            late.push("suggest");
        }
    }
    assert!(late.is_empty(), "too slow: {}", late.join(", "));
}
