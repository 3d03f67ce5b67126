//! How long it takes to publish an event of 1,000 sessions in all formats, and to compare two releases of it.
//! `cargo bench --bench publish`
#![allow(clippy::expect_used, clippy::print_stdout, missing_docs)]

#[path = "../tests/publish/large.rs"]
mod large;

use std::time::{Duration, Instant};

use plenary::agenda::{differences, freeze};
use plenary::publish::{Edition, Templates, publish};
use plenary::store::{Folder, Mode};

const BUDGET: Duration = Duration::from_millis(150);

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    large::write(folder.path(), 1000);
    let folder = Folder::at(folder.path()).expect("an event");
    let conference = folder.read().expect("read").sound().expect("sound");
    let time = "2026-10-01T12:00:00Z".parse().expect("a time");
    let release = freeze(&conference, (None, 0), "", time);

    let mut pages = Vec::new();
    let published = best(|| {
        let edition = Edition::released(&release, &conference);
        let templates = Templates::new([]).expect("templates");
        pages = publish(&edition, &templates).expect("pages");
    });
    let bytes: usize = pages.iter().map(|page| page.bytes.len()).sum();
    println!(
        "publish 1,000 sessions: {published:?} for {} files, {bytes} bytes",
        pages.len()
    );

    let mut moved = conference;
    for session in &mut moved.sessions {
        session.minutes = Some(25);
    }
    let compared = best(|| {
        assert_eq!(
            differences(&(&release).into(), &(&moved).into()).len(),
            1000
        );
    });
    println!("compare two agendas of 1,000 sessions: {compared:?}");

    let files: Vec<_> = pages
        .into_iter()
        .map(|page| (page.path, page.bytes))
        .collect();
    let mut at = 0;
    let written = best(|| {
        at += 1;
        let target = folder.root().join(format!("public-{at}"));
        folder
            .publish(&target, &files, Mode::Real)
            .expect("written");
    });
    println!("write them durably into an empty folder: {written:?}");
    assert!(published < BUDGET, "{published:?} is more than {BUDGET:?}");
}

/// Returns the shortest of ten runs.
fn best(mut run: impl FnMut()) -> Duration {
    let runs = (0..10).map(|_| {
        let start = Instant::now();
        run();
        start.elapsed()
    });
    runs.min().unwrap_or_default()
}
