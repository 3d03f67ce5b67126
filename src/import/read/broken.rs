use memchr::memchr_iter;

use super::address::is_address;
use super::clean::clean;
use super::expect::{Expect, Fit};
use super::grid::Grid;
use super::head::Head;
use super::learn::full_width;
use super::lenient::{self, Style};
use super::ragged::is_even;
use super::repairs::BROKEN;
use super::scan::{Scanned, line_end};

/// How many pieces a row may be broken into.
const MOST_PIECES: usize = 10;

/// Joins rows that a line end inside a cell without quotes has broken, where the pieces make exactly one whole row
/// and nearly all other rows are whole, so that no short row is taken for a piece.
pub(super) fn rejoin(text: &str, scanned: &mut Scanned, head: Head, expect: Expect, delimiter: u8) {
    if scanned.widths.len() < 2 || !is_even(text, scanned, expect) {
        return;
    }
    let full = full_width(scanned);
    let mut record = head.rows_from();
    let mut whole_rows = Vec::new();
    while record < scanned.grid.len() {
        match whole(text, &scanned.grid, record, (expect, full), delimiter) {
            Some((cells, last)) => {
                whole_rows.push((record, last, cells));
                record = last + 1;
            }
            None => record += 1,
        }
    }
    join(scanned, &whole_rows);
}

/// Makes one row of each of some records and those below it, up to the second number, with these cells. Returns the
/// records that are no rows of their own any more, as they were numbered.
pub(super) fn join(
    scanned: &mut Scanned,
    whole_rows: &[(usize, usize, Vec<String>)],
) -> Vec<usize> {
    let mut gone = Vec::new();
    for (record, last, cells) in whole_rows {
        let mut cells: Vec<_> = cells.iter().map(|cell| clean(cell)).collect();
        while cells.last().is_some_and(|cell| cell.trim().is_empty()) {
            cells.pop();
        }
        let end = scanned.grid.raw(*last).end;
        scanned.grid.replace(*record, &cells);
        scanned.grid.extend(*record, end);
        scanned.repairs.count(BROKEN, scanned.grid.line(*record));
        gone.extend(record + 1..=*last);
    }
    if !gone.is_empty() {
        let is_gone = |record: usize| gone.binary_search(&record).is_ok();
        scanned.doubts.retain(|doubt| !is_gone(doubt.record));
        for doubt in &mut scanned.doubts {
            doubt.record -= gone.partition_point(|one| *one < doubt.record);
        }
        scanned.grid.retain(|record| !is_gone(record));
    }
    gone
}

/// Returns the cells of the whole row that the record and those below it make, and the last of them.
fn whole(
    text: &str,
    grid: &Grid,
    record: usize,
    (expect, full): (Expect, usize),
    delimiter: u8,
) -> Option<(Vec<String>, usize)> {
    let cells = |record: usize| {
        let raw = &text[grid.raw(record)];
        let plain = !raw.contains('"');
        let is_whole = plain && memchr_iter(delimiter, raw.as_bytes()).count() + 1 >= full;
        let split = || lenient::split(raw, delimiter, Style::Nested);
        (!is_whole && grid.width(record) < full).then(split)
    };
    let mut joined = cells(record).filter(|cells| cells.len() < full)?;
    for next in record + 1..(record + MOST_PIECES).min(grid.len()) {
        let end = grid.raw(next - 1).end;
        let adjacent = end + line_end(text.as_bytes(), end) == grid.raw(next).start;
        let more = cells(next).filter(|_| adjacent)?;
        // A line with the address in its place is a row of its own, even if a short one.
        let address = expect.address.and_then(|column| more.get(column));
        let is_row = address.is_some_and(|cell| is_address(cell.trim()));
        if joined.len() + more.len() - 1 > full || is_row {
            return None;
        }
        let mut more = more.into_iter();
        if let (Some(last), Some(first)) = (joined.last_mut(), more.next()) {
            last.push('\n');
            last.push_str(&first);
        }
        joined.extend(more);
        if joined.len() == full {
            return (expect.fit(&joined) == Fit::Full).then_some((joined, next));
        }
    }
    None
}
