use std::fmt::Write;

use chrono::{Datelike, Timelike};

use crate::model::{Session, Span, WallTime};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Returns `13 April`. By hand, since a large agenda can have ten thousand findings.
pub(super) fn day(at: WallTime) -> String {
    format!("{} {}", at.day(), MONTHS[at.month0() as usize])
}

/// Returns `10:45`.
pub(super) fn hour(at: WallTime) -> String {
    let mut text = String::with_capacity(5);
    // Writing into a string cannot fail.
    let _ = write!(text, "{:02}:{:02}", at.hour(), at.minute());
    text
}

/// Returns `13 April from 10:45 to 11:00`.
pub(super) fn stretch(span: Span) -> String {
    let (on, from, to) = (day(span.start), hour(span.start), hour(span.end));
    format!("{on} from {from} to {to}")
}

/// Returns ``  `a`, `b` and 3 more``.
pub(super) fn some_of(sessions: &[&Session]) -> String {
    const SHOWN: usize = 3;
    let mut names: Vec<String> = sessions
        .iter()
        .take(SHOWN)
        .map(|session| format!("`{}`", session.id))
        .collect();
    if sessions.len() > SHOWN {
        names.push(format!("{} more", sessions.len() - SHOWN));
    }
    let last = names.pop().unwrap_or_default();
    if names.is_empty() {
        return last;
    }
    format!("{} and {last}", names.join(", "))
}

/// Returns `1 minute` or `5 minutes`.
pub(super) fn minutes(count: i64) -> String {
    format!("{count} minute{}", if count == 1 { "" } else { "s" })
}
