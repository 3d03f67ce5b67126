use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use super::cell::{Split, decode};
use super::{Sheet, plain, position};
use crate::error::Place;

/// One row of a sheet, with the edits made to it.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    sheet: &'a Sheet,
    index: usize,
    raw: &'a str,
}

impl<'a> Row<'a> {
    pub(super) fn new(sheet: &'a Sheet, index: usize, raw: &'a str) -> Self {
        Self { sheet, index, raw }
    }

    /// Returns the index by which the sheet knows the row, from 0.
    pub fn index(&self) -> usize {
        self.index
    }

    /// Returns the physical line in which the row began when it was read, from 1; of an appended row, the one after
    /// the last.
    pub fn line(&self) -> usize {
        match self.sheet.spans.get(self.index) {
            Some(span) => span.line(),
            None => self.sheet.lines + 1,
        }
    }

    /// Returns the row as it is written, quotes and all, without its line end.
    pub fn raw(&self) -> &'a str {
        self.raw
    }

    /// Returns the cells without their quotes, as many as the row has.
    pub fn cells(&self) -> impl Iterator<Item = Cow<'a, str>> + use<'a> {
        let raw = self.raw;
        Split::new(raw, self.sheet.delimiter).map(move |range| decode(&raw[range]))
    }

    /// Adds where the value of each cell stands in [`Sheet::text`], without the quotes around it. Returns `false` if one
    /// of them does not stand there as it is: it has doubled quotes, or the row was edited or appended.
    pub fn values(&self, ranges: &mut Vec<Range<usize>>) -> bool {
        let Some(span) = self.sheet.spans.get(self.index) else {
            return false;
        };
        let (bytes, start) = (self.raw.as_bytes(), span.range().start);
        if !std::ptr::eq(self.raw, &self.sheet.text[span.range()]) {
            return false;
        }
        let (before, mut begin) = (ranges.len(), start);
        let end = plain::walk(bytes, 0, self.sheet.delimiter.byte(), |at| {
            ranges.push(begin..start + at);
            begin = start + at + 1;
        });
        // A line feed outside quotes is no part of a row.
        if end == Some(bytes.len()) {
            ranges.push(begin..start + bytes.len());
            return true;
        }
        ranges.truncate(before);
        for raw in Split::new(self.raw, self.sheet.delimiter) {
            match decode(&self.raw[raw.clone()]) {
                Cow::Borrowed(value) => {
                    let quotes = usize::from(bytes.get(raw.start) == Some(&b'"'));
                    let begin = start + raw.start + quotes;
                    ranges.push(begin..begin + value.len());
                }
                Cow::Owned(_) => return false,
            }
        }
        true
    }

    /// Returns exactly as many cells as the header has: missing ones are empty, surplus ones (all empty) left out.
    pub fn aligned(&self) -> impl Iterator<Item = Cow<'a, str>> + use<'a> {
        self.cells()
            .chain(std::iter::repeat(Cow::Borrowed("")))
            .take(self.sheet.names.len())
    }

    /// Returns one cell without its quotes, empty if the row is too short. Walks the row from its start.
    pub fn cell(&self, column: usize) -> Cow<'a, str> {
        self.cells().nth(column).unwrap_or(Cow::Borrowed(""))
    }

    /// Returns where the raw cell stood in [`Sheet::text`], in bytes: as it was read, whatever edits were made since.
    ///
    /// The empty range at the end of the row if the row is too short; at the end of the text if the row was appended.
    pub fn cell_range(&self, column: usize) -> Range<usize> {
        let text = self.sheet.text();
        let Some(span) = self.sheet.spans.get(self.index) else {
            return text.len()..text.len();
        };
        let row = span.range();
        match Split::new(&text[row.clone()], self.sheet.delimiter).nth(column) {
            Some(cell) => row.start + cell.start..row.start + cell.end,
            None => row.end..row.end,
        }
    }

    /// Returns the place of a cell as it was read, for a finding; `file` is what the file is called.
    pub fn place(&self, file: &str, column: usize) -> Place {
        let range = self.cell_range(column);
        let text = self.sheet.text();
        let line = match self.sheet.spans.get(self.index) {
            Some(span) => position::position(text, span.range().start, span.line(), range.start).0,
            None => self.line(),
        };
        position::place(file, text, line, &range)
    }
}

impl fmt::Debug for Row<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Row {} {:?}", self.index, self.raw)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(text: &str) -> Sheet {
        Sheet::read(text, None).expect("it reads")
    }

    #[test]
    fn a_short_row_is_filled_and_a_long_one_cut_to_the_header() {
        let sheet = sheet("a,b,c\n1\n1,2,3,,\"\"\n");
        let rows: Vec<Vec<_>> = sheet.rows().map(|row| row.aligned().collect()).collect();
        assert_eq!(rows, [["1", "", ""], ["1", "2", "3"]]);
        let counts: Vec<_> = sheet.rows().map(|row| row.cells().count()).collect();
        assert_eq!(counts, [1, 5]);
        let first = sheet.row(0).expect("it is there");
        assert_eq!((first.cell(0), first.cell(2)), ("1".into(), "".into()));
    }

    #[test]
    fn a_cell_knows_its_bytes() {
        let sheet = sheet("\u{feff}a,b\r\n\"é\",\"x, y\"\r\n1\r\n");
        let range = |row: usize, column| {
            let row = sheet.row(row).expect("it is there");
            &sheet.text()[row.cell_range(column)]
        };
        assert_eq!(range(0, 0), "\"é\"");
        assert_eq!(range(0, 1), "\"x, y\"");
        assert_eq!(range(1, 1), "");
    }

    #[test]
    fn values_are_where_they_stand_unless_they_stand_nowhere() {
        let mut sheet = sheet("a,b,c\n\"x, y\",,\"\"\n1,2\n\"\"\"3\"\"\"\n");
        sheet.replace(1, &[(0, "9")]).expect("it exists");
        let values = |row: usize| {
            let mut ranges = Vec::new();
            let row = sheet.row(row).expect("it is there");
            let there = row.values(&mut ranges);
            there.then(|| ranges.into_iter().map(|one| &sheet.text()[one]).collect())
        };
        assert_eq!(values(0), Some(vec!["x, y", "", ""]));
        assert_eq!((values(1), values(2)), (None, None));
    }

    #[test]
    fn a_cell_below_a_line_break_has_the_place_where_it_stands() {
        let sheet = sheet("a,b\n\"1\n2\",wrong\n");
        let row = sheet.row(0).expect("it is there");
        let place = row.place("x.csv", 1);
        assert_eq!(row.line(), 2);
        assert_eq!((place.line, place.column, place.width), (3, 4, 5));
        assert_eq!(place.text, "2\",wrong");
    }
}
