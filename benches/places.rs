//! What cron and organisers wait for, as whole processes: `due` that finds nothing, `status`, and a list of a few people,
//! among 1,000, 10,000 and 100,000 who signed up and have had their confirmations, beside a bare loop that only reads the
//! same three files. The cost may grow no faster than the list.
//! `cargo bench --bench places`
#![allow(clippy::expect_used, clippy::print_stdout, missing_docs)]

#[path = "signups/rows.rs"]
mod rows;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// How often each is run; the median counts.
const RUNS: usize = 9;

/// After the imports, and long before anything else is due.
const NOW: &str = "2024-04-02 12:00";

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [bare, event] = args.as_slice()
        && bare == "bare"
    {
        return read(Path::new(event));
    }
    let this = std::env::current_exe().expect("this program");
    let this = this.display().to_string();
    let sizes = [1_000, 10_000, 100_000];
    let root = tempfile::tempdir().expect("a folder");
    let events = sizes.map(|people| {
        let event = root.path().join(people.to_string());
        event_of(people, &event);
        event.display().to_string()
    });
    let plenary = env!("CARGO_BIN_EXE_plenary");
    let few = "email=grace.6@example.org";
    println!(
        "milliseconds, medians of {RUNS} runs; \"x\" is how much more 100,000 people cost than 10,000"
    );
    println!(
        "{:<28}{:>9}{:>9}{:>9}{:>7}",
        "", "1,000", "10,000", "100,000", "x"
    );
    let commands: [(&str, Vec<&str>); 4] = [
        ("bare loop", vec![&this, "bare"]),
        ("due", vec![plenary, "--now", NOW, "due", "-C"]),
        ("status", vec![plenary, "--now", NOW, "status", "-C"]),
        (
            "registration list --where",
            vec![plenary, "registration", "list", "--where", few, "-C"],
        ),
    ];
    for (name, command) in commands {
        let times = events.each_ref().map(|event| median(&command, event));
        let [small, middle, large] = times;
        println!(
            "{name:<28}{small:>9.1}{middle:>9.1}{large:>9.1}{:>7.1}",
            large / middle
        );
    }
}

/// The least that any answer needs: the rows of list, history and journal.
fn read(event: &Path) {
    let mut cells = 0;
    for name in ["registrations.csv", "history.csv", "mail.csv"] {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_path(event.join(name))
            .expect("a file");
        let mut row = csv::StringRecord::new();
        while reader.read_record(&mut row).expect("a row") {
            cells += row.len();
        }
    }
    println!("{cells}");
}

/// Makes an event that many people have signed up for; all of them have had their confirmation.
fn event_of(people: usize, event: &Path) {
    let path = event.display().to_string();
    let signups = format!("{path}.csv");
    fs::write(&signups, rows::rows(0..people)).expect("written");
    run(&[
        "init",
        &path,
        "--name",
        "Test",
        "--timezone",
        "Europe/London",
        "--date",
        "2024-04-13",
    ]);
    let settings = fs::read_to_string(event.join("event.toml")).expect("settings");
    let lines = settings.lines().map(|line| match line {
        line if line.starts_with("server = ") => "server = \"smtps://mail.example.org\"",
        line => line,
    });
    let settings: Vec<&str> = lines.collect();
    fs::write(event.join("event.toml"), settings.join("\n")).expect("written");
    run(&["-C", &path, "--now", "2024-04-01 12:00", "import", &signups]);
    let list = csv::Reader::from_path(event.join("registrations.csv"));
    let mut journal = "time,state,kind,person,revision,message_id,server,boot,reply\n".to_string();
    let mut list = list.expect("a list");
    let codes = list.records().map(|row| row.expect("a row")[0].to_string());
    let codes: Vec<String> = codes.collect();
    for (at, batch) in codes.chunks(64).enumerate() {
        let time = format!("2024-04-01T12:{:02}:{:02}Z", at / 60 % 60, at % 60);
        let mut tell = |state: &str, code: &str, reply: &str| {
            journal += &format!(
                "{time},{state},confirmation,{code},1,<confirmation.{code}.1@test-2024.example.org>,\
                 smtps://mail.example.org,b00t,{reply}\n"
            );
        };
        for code in batch {
            tell("reserved", code, "");
        }
        for code in batch {
            tell("sending", code, "");
            let queued = code.to_uppercase();
            tell(
                "accepted",
                code,
                &format!("250 2.0.0 Ok: queued as {queued}"),
            );
        }
    }
    fs::write(event.join("mail.csv"), journal).expect("written");
}

fn run(args: &[&str]) {
    let ran = Command::new(env!("CARGO_BIN_EXE_plenary"))
        .args(args)
        .output();
    let ran = ran.expect("it runs");
    assert!(
        ran.status.success(),
        "{}",
        String::from_utf8_lossy(&ran.stderr)
    );
}

/// Returns how many milliseconds a command takes for an event.
fn median(command: &[&str], event: &str) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            let ran = Command::new(command[0])
                .args(&command[1..])
                .arg(event)
                .stdout(Stdio::null())
                .stderr(Stdio::piped())
                .output()
                .expect("it runs");
            let time = start.elapsed().as_secs_f64() * 1000.0;
            assert!(
                ran.status.success(),
                "{}",
                String::from_utf8_lossy(&ran.stderr)
            );
            time
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}
