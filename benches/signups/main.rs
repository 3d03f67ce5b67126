//! Imports a million sign-ups with the very binary that people use, beside a bare loop that only parses, hashes and
//! writes the rows, and beside Python's csv module with a dictionary: time, and memory as `/usr/bin/time` tells it.
//! `cargo bench --bench signups`, or with another number of rows: `cargo bench --bench signups -- 100000`
#![allow(clippy::expect_used, clippy::print_stdout, missing_docs)]

mod rows;

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::Path;
use std::process::{Command, Stdio};

/// How often each is run; the median counts.
const RUNS: usize = 3;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [bare, from, to] = args.as_slice()
        && bare == "bare"
    {
        return copy(Path::new(from), Path::new(to));
    }
    let count = args.iter().find_map(|one| one.parse().ok());
    compare(count.unwrap_or(1_000_000));
}

/// The least that any import must do: parse each row, know whom it is about, write it back for good.
fn copy(from: &Path, to: &Path) {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_path(from)
        .expect("a file");
    let file = File::create(to).expect("a file");
    let mut writer = csv::Writer::from_writer(BufWriter::new(&file));
    let mut known: HashSet<String> = HashSet::new();
    let mut row = csv::StringRecord::new();
    while reader.read_record(&mut row).expect("a row") {
        if known.insert(row[1].to_lowercase()) {
            writer.write_record(&row).expect("written");
        }
    }
    writer.flush().expect("written");
    drop(writer);
    file.sync_all().expect("durable");
}

const PYTHON: &str = "\
import csv, os, sys
known = {}
with open(sys.argv[1], newline='', encoding='utf-8') as source, open(sys.argv[2], 'w', newline='', encoding='utf-8') as target:
    writer = csv.writer(target)
    for row in csv.reader(source):
        key = (row[1].strip().lower(), ' '.join(sorted(row[2].lower().split())))
        if key not in known:
            known[key] = row
            writer.writerow(row)
    target.flush()
    os.fsync(target.fileno())
";

fn compare(count: usize) {
    let root = tempfile::tempdir().expect("a folder");
    let path = |name: &str| root.path().join(name).display().to_string();
    fs::write(path("all.csv"), rows::rows(0..count)).expect("written");
    fs::write(path("more.csv"), rows::rows(count..count + 1000)).expect("written");
    let plenary = env!("CARGO_BIN_EXE_plenary");
    let this = std::env::current_exe().expect("this program");
    let this = this.display().to_string();
    let mut results: Vec<(&str, Vec<Measured>)> = Vec::new();
    for run in 0..RUNS {
        let event = path(&format!("event-{run}"));
        let new = [
            "init",
            &event,
            "--name",
            "Test",
            "--timezone",
            "Europe/London",
            "--date",
            "2024-04-13",
        ];
        let made = Command::new(plenary).args(new).output().expect("it runs");
        assert!(made.status.success(), "{made:?}");
        let (all, more, out) = (path("all.csv"), path("more.csv"), path("out.csv"));
        let commands: [(&str, Vec<&str>); 5] = [
            ("bare loop", vec![&this, "bare", &all, &out]),
            ("python", vec!["python3", "-c", PYTHON, &all, &out]),
            (
                "into an empty event",
                vec![plenary, "-C", &event, "import", &all],
            ),
            (
                "the same again",
                vec![plenary, "-C", &event, "import", &all],
            ),
            ("1,000 more", vec![plenary, "-C", &event, "import", &more]),
        ];
        for (name, command) in commands {
            let Some(measured) = measure(&command) else {
                println!(
                    "{name}: DID NOT RUN, since {} or /usr/bin/time is missing",
                    command[0]
                );
                continue;
            };
            match results.iter_mut().find(|(known, _)| *known == name) {
                Some((_, runs)) => runs.push(measured),
                None => results.push((name, vec![measured])),
            }
        }
        fs::remove_dir_all(&event).expect("removed");
    }
    let file = fs::metadata(path("all.csv")).map_or(1, |file| file.len()) as f64 / 1024.0;
    let middle = |name: &str, of: fn(&Measured) -> f64| {
        let runs = results.iter().find(|(known, _)| *known == name);
        let mut values: Vec<f64> =
            runs.map_or_else(Vec::new, |(_, runs)| runs.iter().map(of).collect());
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied()
    };
    println!("{count} rows of 90 bytes, medians of {RUNS} runs");
    println!(
        "{:<20} {:>8} {:>8} {:>8} {:>10} {:>7}",
        "", "seconds", "cpu", "x bare", "x python", "x file"
    );
    for (name, _) in &results {
        let value = |of| middle(name, of).unwrap_or(f64::NAN);
        let (wall, cpu, memory) = (
            value(|one| one.wall),
            value(|one| one.cpu),
            value(|one| one.memory),
        );
        let against = |peer: &str| cpu / middle(peer, |one| one.cpu).unwrap_or(f64::NAN);
        println!(
            "{name:<20} {wall:>8.2} {cpu:>8.2} {:>8.2} {:>10.2} {:>7.1}",
            against("bare loop"),
            against("python"),
            memory / file
        );
    }
    println!("The ratios are those of processor time, which other programs disturb least.");
}

/// What a process has used.
struct Measured {
    /// Seconds from start to end.
    wall: f64,
    /// Seconds of processor time.
    cpu: f64,
    /// The most memory it held at a time, in KiB.
    memory: f64,
}

fn measure(command: &[&str]) -> Option<Measured> {
    let measured = Command::new("/usr/bin/time")
        .args(["-f", "measured %e %U %S %M"])
        .args(command)
        .stdout(Stdio::null())
        .output()
        .ok()?;
    let told = String::from_utf8_lossy(&measured.stderr).into_owned();
    if !measured.status.success() {
        println!("{told}");
        return None;
    }
    let figures = told
        .lines()
        .find_map(|line| line.strip_prefix("measured "))?;
    let figures: Vec<f64> = figures
        .split(' ')
        .filter_map(|one| one.parse().ok())
        .collect();
    let [wall, user, system, memory] = figures[..] else {
        return None;
    };
    let cpu = user + system;
    Some(Measured { wall, cpu, memory })
}
