use std::borrow::Cow;

use super::grid::Grid;
use super::{How, Repair};

/// A file as rows and cells, before anybody knows what they mean.
#[derive(Clone, Debug, Default)]
pub struct Table<'a> {
    /// The labels of the columns; empty if the file has none.
    pub header: Vec<String>,
    /// How many physical lines the header takes.
    ///
    /// These, the preamble, the blank lines, the repeated headers and the lines of the rows are all lines of the file.
    pub header_lines: usize,
    /// The header as it stands in the file, in the encoding of the rows; empty if the file has none.
    pub raw_header: String,
    /// How it was read.
    pub how: How,
    /// What was repaired in reading, as far as it was certain.
    pub repairs: Vec<Repair>,
    pub(super) text: Cow<'a, str>,
    pub(super) grid: Grid,
    pub(super) width: usize,
    /// Rows that cannot be read, by their index, in order.
    pub(super) faults: Vec<(usize, String)>,
}

/// One row of a [`Table`]; cheap to copy.
#[derive(Clone, Copy)]
pub struct RawRow<'t> {
    /// The physical line in which it begins, from 1; in a workbook the row of the sheet.
    pub line: usize,
    /// How many physical lines it takes.
    pub lines: usize,
    /// The row as it stands in the file, without its line end.
    pub raw: &'t str,
    /// Why it cannot be read as a row; such a row is to be rejected by name, and never dropped.
    pub fault: Option<&'t str>,
    grid: &'t Grid,
    text: &'t str,
    index: usize,
    width: usize,
}

impl<'a> Table<'a> {
    pub(super) fn new(text: Cow<'a, str>, grid: Grid, delimiter: char) -> Self {
        let header: Vec<String> = grid.cells(&text, 0).map(Into::into).collect();
        let mut table = Self {
            header_lines: usize::from(grid.len() > 0),
            raw_header: text[grid.raw(0)].to_string(),
            how: How {
                format: "CSV",
                encoding: "UTF-8".into(),
                delimiter: Some(delimiter),
                ..How::default()
            },
            width: header.len(),
            header,
            grid,
            text,
            ..Self::default()
        };
        table.grid.retain(|record| record > 0);
        table
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
    pub fn row(&self, index: usize) -> Option<RawRow<'_>> {
        if index >= self.len() {
            return None;
        }
        let raw = &self.text[self.grid.raw(index)];
        let fault = self
            .faults
            .binary_search_by_key(&index, |(row, _)| *row)
            .ok()
            .map(|at| self.faults[at].1.as_str());
        Some(RawRow {
            line: self.grid.line(index),
            lines: 1,
            raw,
            fault,
            grid: &self.grid,
            text: &self.text,
            index,
            width: self.width,
        })
    }

    /// Returns the rows in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = RawRow<'_>> {
        (0..self.len()).filter_map(|index| self.row(index))
    }
}

impl<'t> RawRow<'t> {
    /// Returns a cell: clean and without surrounding space, its line ends LF; empty if there is none.
    pub fn cell(&self, column: usize) -> &'t str {
        self.grid.cell(self.text, self.index, column)
    }

    /// Returns all cells, as many as the table is wide.
    pub fn cells(&self) -> impl ExactSizeIterator<Item = &'t str> + use<'t> {
        let row = *self;
        (0..row.width).map(move |column| row.cell(column))
    }
}
