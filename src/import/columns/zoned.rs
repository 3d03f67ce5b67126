//! What stands in a heading behind its words: in which zone the times below it are, as in `Date Booked (GMT+10:00)`, and
//! by which code a product knows the column, as in `Registration Date[REG_date]`.

use crate::import::stamp::zone;

/// As many headings with a code are no chance.
const CODED: usize = 3;

/// Tells whether a product has put its codes behind the headings.
pub(super) fn are_coded(labels: &[String]) -> bool {
    labels.iter().filter(|label| coded(label).is_some()).count() >= CODED
}

/// Returns a heading without its zone, and without its code where all have one.
pub(super) fn plain(label: &str, are_coded: bool) -> &str {
    let code = coded(label).filter(|_| are_coded);
    let zone = || zoned(label).map(|(words, _)| words);
    code.or_else(zone).unwrap_or(label)
}

/// Returns how many minutes the zone that a heading names is ahead of UTC.
pub(super) fn offset(label: &str) -> Option<i64> {
    zoned(label).map(|(_, minutes)| minutes)
}

/// Parts a heading from the zone behind it, if that is another one than UTC, whose name is a word of the heading.
fn zoned(label: &str) -> Option<(&str, i64)> {
    let (words, name) = label.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let minutes = zone(name.trim())?;
    let is_plain = name.contains(|c: char| "+-\u{2212}".contains(c)) || minutes != 0;
    (is_plain && !words.trim().is_empty()).then_some((words, minutes))
}

/// Returns what stands before a code: capital letters, an underscore and more, right behind the words.
fn coded(label: &str) -> Option<&str> {
    let (words, code) = label.trim_end().strip_suffix(']')?.rsplit_once('[')?;
    let (table, column) = code.split_once('_')?;
    let is_table = (2..=6).contains(&table.len()) && table.bytes().all(|c| c.is_ascii_uppercase());
    let is_column = |c: u8| c.is_ascii_alphanumeric() || c == b'_';
    let is_code = is_table && !column.is_empty() && column.bytes().all(is_column);
    (is_code && words.ends_with(|c: char| !c.is_whitespace())).then_some(words)
}
