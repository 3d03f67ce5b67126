use std::ops::Range;
use std::sync::Arc;

use super::grid::{Grid, PlainCells};
use super::head::{self, Head};
use super::pasted::{is_title, stand_out};
use super::scan::line_ends;
use super::words::is_label;
use super::{How, Repair, part};
use crate::sheet::abreast;

/// How much of a title is told.
const LONGEST_TITLE: usize = 100;

/// A file as rows and cells, before anybody knows what they mean.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The labels of the columns; empty if the file has none.
    pub header: Vec<String>,
    /// How many physical lines the header takes.
    ///
    /// These, the preamble, the blank lines, the repeated headers and the lines of the rows are all lines of the file.
    pub header_lines: usize,
    /// The header as [`RawRow::raw`] has the rows, both lines of it; empty if the file has none.
    pub raw_header: String,
    /// How it was read.
    pub how: How,
    /// What was repaired in reading, as far as it was certain.
    pub repairs: Vec<Repair>,
    pub(super) text: Arc<String>,
    pub(super) grid: Grid,
    pub(super) width: usize,
    /// What stands above the labels, column by column: the titles of lists side by side.
    pub(super) above: Vec<String>,
    /// The first column has no label.
    pub(super) numbered: bool,
    /// The column that the reader has made of marks and headings that say whether people come, if there are any.
    pub(in crate::import) marked: Option<usize>,
    /// Rows that cannot be read, by their index, in order.
    pub(super) faults: Vec<(usize, String)>,
}

/// One row of a [`Table`]; cheap to copy.
#[derive(Clone, Copy)]
pub struct RawRow<'t> {
    /// The physical line in which it begins, from 1; in a workbook the row of the sheet.
    pub line: usize,
    /// Why it cannot be read as a row; such a row is to be rejected by name, and never dropped.
    pub fault: Option<&'t str>,
    grid: &'t Grid,
    text: &'t str,
    index: usize,
    /// Its cells, if they can be had at once.
    plain: Option<PlainCells<'t>>,
    width: usize,
    is_sheet: bool,
}

impl Table {
    /// What stands above the label of a column; blank if nothing does.
    pub(in crate::import) fn above_column(&self, column: usize) -> &str {
        self.above.get(column).map_or("", |above| above.trim())
    }

    /// Takes what stands above the first row off the grid, and makes it the header.
    pub(super) fn settle(&mut self, head: Head, faults: Vec<(usize, String)>, width: usize) {
        let is_sheet = self.how.sheet.is_some();
        let lines = |record: usize| match is_sheet {
            true => 1,
            false => 1 + line_ends(&self.text[self.grid.raw(record)]),
        };
        let first = head.rows_from();
        self.how.preamble_lines += (0..head.preamble()).map(lines).sum::<usize>();
        let passed_over = self.passed_over(head);
        self.how.notes.extend(passed_over);
        if let Some(header) = head.header {
            self.header = head::labels(&self.text, &self.grid, head);
            self.above = head::above_labels(&self.text, &self.grid, head);
            if self.numbered {
                self.header.insert(0, String::new());
                self.above.insert(0, String::new());
            }
            self.header_lines = (header..first).map(lines).sum();
            let raw = self.grid.raw(header).start..self.grid.raw(first - 1).end;
            self.raw_header = self.text[raw].to_string();
        }
        let cells = |record| self.grid.cells(&self.text, record);
        let headers = head.header.unwrap_or(first)..first;
        let headers: Vec<Vec<&str>> = headers.map(|header| cells(header).collect()).collect();
        let repeats = |record: &usize| {
            let is = |header: &Vec<&str>| is_repeated(cells(*record), header);
            headers.iter().any(is)
        };
        let repeated = |some: Range<usize>| {
            let records = some.start + first..some.end + first;
            records.filter(repeats).collect::<Vec<usize>>()
        };
        let repeated: Vec<usize> = std::thread::scope(|scope| {
            let records = self.grid.len().saturating_sub(first);
            abreast(scope, records, repeated).flatten().collect()
        });
        self.how.repeated_header_lines = repeated.iter().copied().map(lines).sum();
        // The title of a list that was pasted below stands above its header.
        let title = |record: &usize| {
            let below = repeated.binary_search(&(record + 1)).is_ok();
            let known = repeated.binary_search(record).is_ok();
            below
                && !known
                && is_title(&self.text, &self.grid, *record)
                && !part::is_heading(&self.text, &self.grid, *record)
        };
        let mut titles: Vec<usize> = (first..self.grid.len()).filter(title).collect();
        let others = (first..self.grid.len()).filter(|row| titles.binary_search(row).is_err());
        if !titles.is_empty() && !stand_out(&self.text, &self.grid, others) {
            titles.clear();
        }
        self.how.preamble_lines += titles.iter().copied().map(lines).sum::<usize>();
        let mut repeated: Vec<usize> = repeated.into_iter().chain(titles).collect();
        repeated.sort_unstable();
        let is_row = |record: usize| record >= first && repeated.binary_search(&record).is_err();
        let row = |record: usize| record - first - repeated.partition_point(|one| *one < record);
        self.faults = faults
            .into_iter()
            .filter(|(record, _)| is_row(*record))
            .map(|(record, why)| (row(record), why))
            .collect();
        self.grid.retain(is_row);
        self.width = width.max(self.header.len());
        if !self.header.is_empty() {
            self.header.resize(self.width, String::new());
        }
        self.above.truncate(self.header.len());
    }

    /// Names what stands above the list and could be taken for somebody: a title where there is no header, and what holds
    /// an address; or that could be taken at its word, since it says that they wait or do not come.
    fn passed_over(&self, head: Head) -> Vec<String> {
        let is_part = |record| part::is_heading(&self.text, &self.grid, record);
        let doubtful = |record: &usize| {
            head.header.is_none()
                || self.text[self.grid.raw(*record)].contains('@')
                || is_part(*record)
        };
        let records = (0..head.preamble()).filter(doubtful);
        let note = |record| {
            let cells = self.grid.cells(&self.text, record);
            let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
            let said: String = cells.join(", ").chars().take(LONGEST_TITLE).collect();
            let line = self.grid.line(record);
            match is_part(record) {
                true => format!(
                    "line {line} says \"{said}\" above the list and is passed over: only a column, or the name of the file, can say that people do not come"
                ),
                false => format!("line {line} stands above the list and is nobody: \"{said}\""),
            }
        };
        records.map(note).collect()
    }

    /// Rejects rows with bytes that mean nothing in the encoding.
    pub(super) fn reject_damaged(&mut self) {
        for row in 0..self.grid.len() {
            if self.text[self.grid.raw(row)].contains('\u{fffd}')
                && let Err(at) = self.faults.binary_search_by_key(&row, |(row, _)| *row)
            {
                let encoding = &self.how.encoding;
                let why = format!("it has bytes that mean nothing in {encoding}");
                self.faults.insert(at, (row, why));
            }
        }
    }

    /// Returns the text of the file, in which most cells stand.
    pub fn shared_text(&self) -> Arc<String> {
        Arc::clone(&self.text)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.grid.len()
    }

    /// Says whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many columns there are; each row has that many cells, and so has the header, if there is one.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Returns the row of that index, counted from 0.
    // As a cell, it is not written out wherever it is asked for.
    #[inline(never)]
    pub fn row(&self, index: usize) -> Option<RawRow<'_>> {
        if index >= self.len() {
            return None;
        }
        let fault = self.faults.binary_search_by_key(&index, |(row, _)| *row);
        let fault = fault.ok().map(|at| self.faults[at].1.as_str());
        Some(RawRow {
            line: self.grid.line(index),
            is_sheet: self.how.sheet.is_some(),
            fault,
            grid: &self.grid,
            text: &self.text,
            index,
            plain: self.grid.plain_cells(index),
            width: self.width,
        })
    }

    /// Returns the rows in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = RawRow<'_>> {
        (0..self.len()).filter_map(|index| self.row(index))
    }
}

/// Says whether cells are the labels of a header, in letters of whatever case. A newer export that was pasted below does not
/// have the columns that the organisers have added to the older one.
fn is_repeated<'t>(cells: impl ExactSizeIterator<Item = &'t str>, header: &[&str]) -> bool {
    let same = |(cell, label): &(&str, &&str)| {
        cell.eq_ignore_ascii_case(label)
            || !cell.is_ascii() && cell.to_lowercase() == label.to_lowercase()
    };
    let is_as_long = cells.len() == header.len();
    let (mut labels, mut blank, mut known) = (0, false, false);
    for pair in cells.zip(header) {
        if same(&pair) {
            labels += usize::from(!pair.0.is_empty());
            known |= is_label(pair.0);
        } else if pair.0.is_empty() {
            blank = true;
        } else {
            return false;
        }
    }
    // Two answers may have the words of their questions, but nobody has these of names or addresses.
    is_as_long && !blank || labels > 1 && known
}

impl<'t> RawRow<'t> {
    /// Returns a cell: clean and without surrounding space, its line ends LF; empty if there is none.
    // Hundreds of places ask for one, and the program would be larger with it written out in each.
    #[inline(never)]
    pub fn cell(&self, column: usize) -> &'t str {
        match &self.plain {
            Some(cells) => cells.get(self.text, column),
            None => self.grid.cell(self.text, self.index, column),
        }
    }

    /// Returns the row as it stands in the file, without its line end; of a workbook, written as CSV with commas.
    pub fn raw(&self) -> &'t str {
        &self.text[self.grid.raw(self.index)]
    }

    /// Says whether nothing stands in it but a number that goes on with those above it: a line of a sign-in sheet that
    /// nobody has filled in.
    pub(in crate::import) fn is_only_counted(&self) -> bool {
        let mut filled = (0..self.width).filter(|column| !self.cell(*column).is_empty());
        let (Some(column), None) = (filled.next(), filled.next()) else {
            return false;
        };
        let number = |cell: &str| cell.trim_end_matches(['.', ')']).parse::<u32>().ok();
        let above = match self.index.checked_sub(1) {
            Some(above) => number(self.grid.cell(self.text, above, column)),
            None => Some(0),
        };
        above.is_some_and(|above| number(self.cell(column)) == above.checked_add(1))
    }

    /// How many physical lines it takes.
    pub fn lines(&self) -> usize {
        if self.is_sheet {
            1
        } else {
            1 + line_ends(self.raw())
        }
    }

    /// Returns all cells, as many as the table is wide.
    pub fn cells(&self) -> impl ExactSizeIterator<Item = &'t str> + use<'t> {
        let row = *self;
        (0..row.width).map(move |column| row.cell(column))
    }
}
