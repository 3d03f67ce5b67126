use std::ops::Range;

use memchr::memchr;

use super::below::{is_mostly_labels, names_addresses};
use super::grid::Grid;
use super::head::{self, Head};
use super::table::Table;
use super::words::{is_data, is_label};
use super::{part, title};
use crate::import::columns::{heading, scores};
use crate::import::field::Field;
use crate::sheet::abreast;

/// Nobody pastes more lists into one file; each is read anew.
pub(super) const MOST_LISTS: usize = 20;

/// More labels of a header are not looked at.
const MOST_LABELS: usize = 20;

/// A label that scores more asks for the field and nothing else.
const EXACT: f64 = 90.0;

/// Why the only row above a header is nobody for certain.
const ABOVE: &str = "it stands above the header: if it is somebody, move it below";

/// Finds the record with which a list begins that was pasted below: its header, or the title above that.
pub(super) fn next_list(text: &str, grid: &Grid, head: Head) -> Option<usize> {
    let next = another_header(text, grid, head)?;
    let rows = head.rows_from()..next - 1;
    let is_titled = is_title(text, grid, next - 1)
        && !part::is_heading(text, grid, next - 1)
        && stand_out(text, grid, rows);
    Some(next - usize::from(is_titled))
}

/// Doubts the only row of a list without header above another list.
pub(super) fn doubt_above(table: &mut Table, head: Head) {
    if head.header.is_none() && table.len() == 1 {
        table.faults = vec![(0, ABOVE.to_string())];
    }
}

/// Finds the record where another header stands, of a list that was pasted below: other columns, or the same in another
/// order. A header that is only repeated is none.
///
/// It says the words of the first header in other places, and nothing that a person would. Where the list above has no
/// header, one that names the column of the addresses begins another: a header that was sorted in among the rows.
fn another_header(text: &str, grid: &Grid, head: Head) -> Option<usize> {
    let labels: Vec<String> = head::labels(text, grid, head)
        .iter()
        .map(|label| label.to_lowercase())
        .collect();
    let first = head.rows_from();
    if labels.len() == 1 {
        return None;
    }
    let is_header = |record: &usize| {
        if labels.is_empty() {
            return names_addresses(text, grid, *record);
        }
        // Nearly all records of a list end here.
        if grid.is_tidy(*record) || memchr(b'@', text[grid.raw(*record)].as_bytes()).is_some() {
            return false;
        }
        let (mut filled, mut known, mut moved) = (0_usize, 0_usize, 0_usize);
        for (column, cell) in grid.cells(text, *record).enumerate() {
            if cell.is_empty() {
                continue;
            }
            if is_data(cell) {
                return false;
            }
            let cell = cell.to_lowercase();
            filled += 1;
            let same = labels.get(column) == Some(&cell);
            known += usize::from(same || labels.contains(&cell));
            moved += usize::from(!same);
        }
        let same = |line| grid.cells(text, *record).eq(grid.cells(text, line));
        let repeated = (head.header.unwrap_or(first)..first).any(same);
        // It may be worded otherwise, and ask for something else.
        let is_another = || {
            names_addresses(text, grid, *record)
                || is_mostly_labels(text, grid, *record)
                || asks_for_names(text, grid, *record)
        };
        moved > 0 && !repeated && (known >= 2 && known * 2 >= filled || filled > 1 && is_another())
    };
    // What stands between two records of one list is no header without rows.
    let begin = first + 1;
    let records = grid.len().saturating_sub(begin + 1);
    let find = |some: Range<usize>| (some.start + begin..some.end + begin).find(is_header);
    std::thread::scope(|scope| abreast(scope, records, find).find_map(|found| found))
}

/// Says whether a record asks for names and for something else besides, and nothing in it is an answer: `Name | Going?`.
fn asks_for_names(text: &str, grid: &Grid, record: usize) -> bool {
    let mut filled = grid.cells(text, record).filter(|cell| !cell.is_empty());
    // Nearly all records of a list end here.
    if !filled.next().is_some_and(is_label) {
        return false;
    }
    let asks = |cell: &str, fields: &[Field]| {
        let mut scores = scores(&heading(cell)).into_iter();
        scores.any(|(field, score)| score > EXACT && fields.contains(&field))
    };
    let cells = grid.cells(text, record).filter(|cell| !cell.is_empty());
    let cells: Vec<&str> = cells.take(MOST_LABELS).collect();
    let names = [Field::Name, Field::First];
    cells.len() > 1
        && cells.iter().any(|cell| asks(cell, &names))
        && cells
            .iter()
            .all(|cell| cell.ends_with('?') || asks(cell, &Field::ALL))
}

/// Says whether a record is a title: one cell of text, and no address.
pub(super) fn is_title(text: &str, grid: &Grid, record: usize) -> bool {
    title::alone(text, grid, record).is_some_and(|cell| !is_data(cell))
}

/// Says whether titles stand out among rows: where many rows hold nothing but a name, one more is somebody.
pub(super) fn stand_out(text: &str, grid: &Grid, rows: impl Iterator<Item = usize>) -> bool {
    let (mut all, mut alone) = (0, 0);
    rows.for_each(|row| {
        all += 1;
        alone += usize::from(is_title(text, grid, row));
    });
    alone * 4 <= all
}
