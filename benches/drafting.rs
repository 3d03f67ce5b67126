//! How many confirmations a second are drafted, as whole processes, and how much memory that takes.
//! `cargo bench --bench drafting`
#![allow(clippy::expect_used, clippy::print_stdout, missing_docs)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const EVENT: &str = r#"[event]
id = "blackburn-2024"
name = "Blackburn conference"
dates = ["2024-04-13"]
hours = "09:30-17:00"
timezone = "Europe/London"
contact = "team@example.org"
url = "https://example.org/blackburn"

[venue]
name = "King George's Hall"
address = "Northgate, Blackburn BB2 1AA"
directions = "Five minutes on foot from Blackburn station."

[mail]
from = "Blackburn conference <team@example.org>"
server = "folder:delivered"
"#;

fn main() {
    println!("people  median    drafts/s  memory at its highest");
    for people in [1_000, 10_000, 100_000] {
        let mut runs: Vec<(Duration, u64)> = (0..3).map(|_| run(people)).collect();
        runs.sort();
        let (time, memory) = runs[1];
        let rate = f64::from(people) / time.as_secs_f64();
        println!(
            "{people:>6}  {time:>8.2?}  {rate:>8.0}  {:>4} MB",
            memory / 1024
        );
    }
}

/// Drafts in a folder of its own: a file system is slow where many files have just been removed. Returns how long it took
/// and the memory in KiB.
fn run(people: u32) -> (Duration, u64) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("event.toml"), EVENT).expect("written");
    fs::write(folder.path().join("registrations.csv"), list(people)).expect("written");
    let begin = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_plenary"))
        .args(["mail", "draft", "confirmation"])
        .current_dir(folder.path())
        .env("PLENARY_NOW", "2024-03-20T10:00:00Z")
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    let mut memory = 0;
    while child.try_wait().expect("a child").is_none() {
        memory = memory.max(highest(child.id()));
        std::thread::sleep(Duration::from_millis(2));
    }
    let time = begin.elapsed();
    let drafts = fs::read_dir(folder.path().join("outbox")).expect("drafts");
    assert_eq!(drafts.count(), people as usize);
    (time, memory)
}

/// Returns the most memory that a process has had, where the system tells.
fn highest(process: u32) -> u64 {
    let status = fs::read_to_string(Path::new("/proc").join(process.to_string()).join("status"));
    let status = status.unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

fn list(people: u32) -> String {
    const LETTERS: &[u8] = b"bcdfghjkmnpqrstvwxyz";
    let mut list = "code,name,email,area,status,updates,registered\n".to_owned();
    for number in 0..people {
        let mut rest = number;
        let mut code = String::from("krt-");
        for _ in 0..4 {
            code.push(char::from(LETTERS[rest as usize % LETTERS.len()]));
            rest /= LETTERS.len() as u32;
        }
        writeln!(
            list,
            "{code},Person {number} Zoë Example,person{number}@example.net,Blackburn,confirmed,yes,2024-03-01T10:00:00Z"
        )
        .expect("a text");
    }
    list
}
