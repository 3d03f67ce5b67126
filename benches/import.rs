//! How long it takes to import sign-ups of 90 bytes into an empty event, the same again, and 1,000 more; without a disk.
//! `cargo bench --bench import`, or with the numbers of rows: `cargo bench --bench import -- 1000 50000`
#![allow(clippy::expect_used, clippy::print_stdout, missing_docs, dead_code)]

#[path = "../tests/import/desk.rs"]
mod desk;
#[path = "signups/rows.rs"]
mod rows;

use std::time::{Duration, Instant};

use desk::Desk;

fn main() {
    let typed: Vec<usize> = std::env::args()
        .filter_map(|one| one.parse().ok())
        .collect();
    let sizes = match typed.as_slice() {
        [] => vec![1_000, 10_000, 100_000, 1_000_000],
        _ => typed,
    };
    println!(
        "{:>9}  {:>10}  {:>10}  {:>10}",
        "rows", "empty", "again", "1,000 more"
    );
    for size in sizes {
        let (all, more) = (rows::rows(0..size), rows::rows(size..size + 1000));
        let (mut empty, mut again, mut added) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..3 {
            let mut desk = Desk::new();
            empty.push(time(|| desk.import("all.csv", all.as_bytes())));
            again.push(time(|| desk.import("all.csv", all.as_bytes())));
            added.push(time(|| desk.import("more.csv", more.as_bytes())));
            assert_eq!(desk.list.len(), size + 1000);
        }
        let [empty, again, added] = [empty, again, added].map(median);
        println!("{size:>9}  {empty:>10.1?}  {again:>10.1?}  {added:>10.1?}");
    }
}

fn time<T>(run: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
