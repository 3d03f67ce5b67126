use memchr::memchr_iter;

use super::address::is_address;
use super::broken;
use super::grid::Grid;
use super::head;
use super::learn::Learned;
use super::lenient::{self, Style};
use super::ragged::is_even;
use super::scan::{Scanned, line_end};
use super::surplus::Announced;
use super::words::is_data;
use crate::import::columns::{heading, scores};
use crate::import::field::Field;
use crate::import::name;

/// Why a row is not read whose rest may stand below it.
const BEGINS: &str =
    "a line end seems to part it from the row below: put quotes around the cell that goes on there";

/// Why a row is nobody that may be the rest of another.
const ENDS: &str = "it may belong to the row above: put quotes around the cell that goes on here";

/// How many lines a cell may have.
const MOST_LINES: usize = 10;

/// What a row and those below it are together.
enum Torn {
    /// One row for certain: it ends with this record and has these cells.
    Row(usize, Vec<String>),
    /// Perhaps one, which ends with this record.
    Doubtful(usize),
}

/// Joins a short row with the line below it where both make one whole row and the answers of the lower one come to stand
/// where they were asked for, as they do not by themselves. Where that is likely and no more, both are returned with the
/// reason why they are not read: what is left of a row is nobody.
///
/// It is for files of which many rows are short, so that nothing can be told by their number; see [`broken::rejoin`].
pub(super) fn join(
    text: &str,
    scanned: &mut Scanned,
    learned: &Learned,
    delimiter: u8,
) -> Vec<(usize, String)> {
    let Some(list) = List::of(text, scanned, learned, delimiter) else {
        return Vec::new();
    };
    let grid = &scanned.grid;
    let mut record = learned.head.rows_from();
    let (mut rows, mut doubtful) = (Vec::new(), Vec::new());
    while record < grid.len() {
        record = 1 + match list.torn(grid, record) {
            Some(Torn::Row(last, cells)) => {
                rows.push((record, last, cells));
                last
            }
            Some(Torn::Doubtful(last)) => {
                doubtful.push((record, BEGINS));
                doubtful.extend((record + 1..=last).map(|record| (record, ENDS)));
                last
            }
            None => record,
        };
    }
    let gone = broken::join(scanned, &rows);
    let moved = |record: usize| record - gone.partition_point(|one| *one < record);
    let doubtful = doubtful.into_iter();
    doubtful
        .map(|(record, why)| (moved(record), why.to_string()))
        .collect()
}

/// What is known of the columns of a list.
struct List<'t> {
    text: &'t str,
    delimiter: u8,
    announced: Vec<Announced>,
    /// The column by which somebody can be reached, and whether it is that of addresses.
    reach: (usize, bool),
}

impl<'t> List<'t> {
    /// Nothing where all rows are whole, or the header does not tell how many cells a row has.
    fn of(text: &'t str, scanned: &Scanned, learned: &Learned, delimiter: u8) -> Option<Self> {
        learned.head.header?;
        let labels = head::labels(text, &scanned.grid, learned.head);
        let known = !learned.numbered && learned.prices.is_empty();
        if !known
            || labels.len() < 3
            || learned.expect.width != labels.len()
            || scanned.widths.len() < 2
            || is_even(text, scanned, learned.expect)
        {
            return None;
        }
        let is_phone = |label: &String| {
            let fields = scores(&heading(label));
            fields.iter().any(|(field, _)| *field == Field::Phone)
        };
        let reach = match learned.expect.address {
            Some(column) => (column, true),
            None => (labels.iter().position(is_phone)?, false),
        };
        Some(Self {
            text,
            delimiter,
            announced: labels.iter().map(|label| Announced::by(label)).collect(),
            reach,
        })
    }

    /// The cells of a record, if it is shorter than a row with all its blanks.
    fn short(&self, grid: &Grid, record: usize) -> Option<Vec<String>> {
        let width = self.announced.len();
        let raw = &self.text[grid.raw(record)];
        let torn = memchr_iter(b'"', raw.as_bytes()).count() % 2 == 1;
        if grid.width(record) >= width || torn {
            return None;
        }
        let cells = lenient::split(raw, self.delimiter, Style::Nested);
        (cells.len() < width).then_some(cells)
    }

    fn reaches(&self, cell: &str) -> bool {
        match self.reach {
            (_, true) => is_address(cell.trim()),
            (_, false) => is_data(cell.trim()),
        }
    }

    fn torn(&self, grid: &Grid, record: usize) -> Option<Torn> {
        let (reach, _) = self.reach;
        let width = self.announced.len();
        let begun = self.short(grid, record)?;
        let mut joined = begun.clone();
        joined.get(reach).filter(|cell| self.reaches(cell))?;
        let mut adjacent = true;
        for next in record + 1..(record + MOST_LINES).min(grid.len()) {
            let more = self.short(grid, next)?;
            if more.iter().any(|cell| cell.contains('@')) || joined.len() + more.len() > width + 1 {
                return None;
            }
            let end = grid.raw(next - 1).end;
            adjacent &= end + line_end(self.text.as_bytes(), end) == grid.raw(next).start;
            let from = joined.len() - 1;
            if let (Some(last), Some(first)) = (joined.last_mut(), more.first()) {
                last.push('\n');
                last.push_str(first);
            }
            joined.extend(more.iter().skip(1).cloned());
            if joined.len() == width {
                let certain = self.is_rest(&more, from)? && adjacent && !self.is_small(&begun);
                return Some(match certain {
                    true => Torn::Row(next, joined),
                    false => Torn::Doubtful(next),
                });
            }
            // Only a line of the cell itself has no delimiter.
            if more.len() > 1 {
                return None;
            }
        }
        None
    }

    /// Says whether somebody writes their name in small letters: then these do not tell a name from the rest of a sentence.
    fn is_small(&self, cells: &[String]) -> bool {
        let (reach, _) = self.reach;
        let name = cells.get(usize::from(reach == 0));
        name.is_some_and(|name| name.trim().starts_with(char::is_lowercase))
    }

    /// Says whether cells are the rest of a row, `from` a column on, and whether that is certain; none if they may be a row.
    fn is_rest(&self, cells: &[String], from: usize) -> Option<bool> {
        let (reach, _) = self.reach;
        let answers = cells.iter().map(|cell| cell.trim()).enumerate();
        let mut answers = answers.skip(1).filter(|(_, cell)| !cell.is_empty());
        let placed = |(at, cell): (usize, &str)| {
            self.announced[from + at].is(cell) && !self.announced[at].is(cell)
        };
        let placed = answers.any(placed);
        let own = cells.get(reach).map_or("", |cell| cell.trim());
        // Whoever has no address says so there, or writes something that is nearly one.
        let is_said = own.contains(|c: char| c.is_ascii_digit() || ".@".contains(c));
        if is_said || name::is_placeholder(own) && !own.is_empty() {
            return None;
        }
        if placed {
            return Some(cells[0].trim().starts_with(char::is_lowercase));
        }
        let is_word = own.starts_with(char::is_alphabetic);
        (is_word && !is_name(&cells[0])).then_some(false)
    }
}

/// Says whether a text is several words with a capital letter each.
fn is_name(text: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    text.trim().contains(' ') && text.split_whitespace().all(capital)
}
