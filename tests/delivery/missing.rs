//! Programs that a test needs and a machine may lack.

use std::io::Write;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// Finds a program. Where it is missing, says so even though the test passes.
pub(crate) fn program(name: &str, package: &str) -> Option<PathBuf> {
    let folders = [
        "/usr/sbin",
        "/usr/bin",
        "/sbin",
        "/bin",
        "/usr/local/bin",
        "/opt/homebrew/bin",
    ];
    let found = folders
        .iter()
        .map(|folder| Path::new(folder).join(name))
        .find(|path| path.is_file());
    if found.is_none() {
        did_not_run(&format!("there is no `{name}` (package {package})"));
    }
    found
}

/// Says that the test at hand checked nothing. Not through `eprintln`, which the test harness keeps to itself for
/// tests that pass.
pub(crate) fn did_not_run(why: &str) {
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("a test");
    // In one piece, so that the words of two tests do not mix.
    let line = format!("{test} DID NOT RUN: {why}\n");
    let _ = std::io::stderr().write_all(line.as_bytes());
}

/// Tells whether everything is allowed to this process.
pub(crate) fn is_root() -> bool {
    let folder = tempfile::tempdir().expect("a folder");
    let ours = folder.path().metadata().expect("a folder");
    ours.uid() == 0
}
