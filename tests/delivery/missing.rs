use std::io::Write;

/// Says that the test at hand checked nothing. Not through `eprintln`, which the test harness keeps to itself for
/// tests that pass.
pub(crate) fn did_not_run(why: &str) {
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("a test");
    // In one piece, so that the words of two tests do not mix.
    let line = format!("{test} DID NOT RUN: {why}\n");
    let _ = std::io::stderr().write_all(line.as_bytes());
}
