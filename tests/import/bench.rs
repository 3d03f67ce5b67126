use std::fmt::Write;
use std::time::Instant;

use crate::desk::Desk;

/// A wall against quadratic steps: ten times the rows in far less than a hundred times the time.
#[test]
fn ten_times_the_rows_take_about_ten_times_as_long() {
    let time = |count: usize| {
        let mut text = String::from("Timestamp,Email Address,Your name\n");
        for at in 0..count {
            let _ = writeln!(
                text,
                "2024/03/05 7:{:02}:{:02} AM GMT,p{at}@example.org,Person {at}",
                at / 60 % 60,
                at % 60
            );
        }
        let mut desk = Desk::new();
        let start = Instant::now();
        desk.import("many.csv", text.as_bytes());
        desk.import("many.csv", text.as_bytes());
        assert_eq!(desk.list.len(), count);
        start.elapsed()
    };
    let (few, many) = (time(500), time(5_000));
    assert!(many < few * 40, "{few:?} for 500, {many:?} for 5,000");
}
