//! How fast mails go out, as whole processes with the journal on, beside `smtp-source`, which comes with Postfix and
//! keeps no journal, and `mailmerge` from PyPI where it is installed: into `smtp-sink`, over a line with a round trip of
//! 20 ms, and into a real Postfix that keeps its queue on disk; and how much memory that takes.
//! `cargo bench --bench mail [MAILS]`; Postfix needs root.
#![allow(clippy::expect_used, clippy::print_stdout, missing_docs)]

mod event;
mod peers;
mod postfix;
mod slow;

use std::time::Duration;

use event::Event;

/// Medians of so many runs.
const RUNS: usize = 3;

fn main() {
    let wanted = std::env::args().find_map(|word| word.parse().ok());
    let mails: usize = wanted.unwrap_or(20_000);
    let Some(sink) = peers::Sink::start() else {
        println!("smtp-sink (package postfix) is not installed: nothing was measured");
        return;
    };
    println!("{mails} mails of 2 KB into smtp-sink, messages a second, medians of {RUNS}:");
    println!("connections  plenary  smtp-source -d  ratio");
    for connections in [1, 2, 4, 8] {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..RUNS {
            ours.push(Event::with(mails, connections, sink.port()).send().rate);
            theirs.push(peers::smtp_source(mails, connections, sink.port()));
        }
        let (ours, theirs) = (median(ours), median(theirs));
        println!(
            "{connections:11}  {ours:7.0}  {theirs:14.0}  {:5.2}",
            ours / theirs
        );
    }
    match peers::mailmerge(2_000, sink.port()) {
        Some(rate) => println!("mailmerge: {rate:.0} messages a second"),
        None => println!("mailmerge is not installed: not measured"),
    }

    println!("over a line with a round trip of 20 ms, messages a second for each connection:");
    for connections in [1, 2, 4, 8] {
        let line = slow::Line::to(sink.port(), Duration::from_millis(10));
        let sent = Event::with(200 * connections, connections, line.port()).send();
        println!("{connections:11}  {:7.1}", sent.rate / connections as f64);
    }

    println!("memory at its highest, in MB:");
    for count in [2_000, 20_000, 100_000] {
        let sent = Event::with(count, 1, sink.port()).send();
        println!("{count:11}  {:7.1}", sent.memory as f64 / 1e6);
    }

    let Some(postfix) = postfix::Postfix::start() else {
        println!("Postfix cannot be started here: not measured");
        return;
    };
    println!("into Postfix with its queue, messages a second:");
    for connections in [1, 4] {
        let ours = Event::with(2_000, connections, postfix.port()).send().rate;
        let theirs = peers::smtp_source(2_000, connections, postfix.port());
        println!(
            "{connections:11}  {ours:7.0}  {theirs:14.0}  {:5.2}",
            ours / theirs
        );
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
