use std::ops::Range;

/// The quotes around a cell are not part of it.
const QUOTED: u32 = 1 << 31;
/// The cells of this record stand among the mended ones and not in the text.
const MENDED: u32 = 1 << 31;
/// Positions are kept in 31 bits.
pub(super) const MOST_BYTES: usize = (1 << 31) - 1;

/// One record of a text: where it stands and where its cells are.
#[derive(Clone, Copy, Debug)]
struct Record {
    start: u32,
    end: u32,
    line: u32,
    first: u32,
    cells: u32,
}

/// The cells of a text as positions in it: 20 bytes a record and 4 a cell, so that a million rows stay small.
///
/// A cell that differs from what stands in the text (doubled quotes, a repair) is kept beside it.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    mended: String,
    /// For each record where its first cell begins, then where each cell ends; one byte stands between two cells.
    marks: Vec<u32>,
    records: Vec<Record>,
}

impl Grid {
    pub(super) fn len(&self) -> usize {
        self.records.len()
    }

    /// Begins a record whose cells follow each other in the text, each with [`Grid::cell_ends`].
    pub(super) fn begin(&mut self, start: usize, line: usize) {
        self.records.push(Record {
            start: start as u32,
            end: start as u32,
            line: line as u32,
            first: self.marks.len() as u32,
            cells: 0,
        });
        self.marks.push(start as u32);
    }

    pub(super) fn cell_ends(&mut self, at: usize, quoted: bool) {
        self.marks.push(at as u32 | if quoted { QUOTED } else { 0 });
    }

    /// Ends the record that was begun, where its last line ends.
    pub(super) fn end(&mut self, at: usize) {
        let marks = self.marks.len();
        if let Some(record) = self.records.last_mut() {
            record.end = at as u32;
            record.cells = (marks - record.first as usize - 1) as u32;
        }
    }

    /// Adds a record whose cells do not stand in the text as they are.
    pub(super) fn push<S: AsRef<str>>(&mut self, raw: Range<usize>, line: usize, cells: &[S]) {
        self.begin(raw.start, line);
        self.replace(self.records.len() - 1, cells);
        self.end(raw.end);
    }

    /// Gives a record other cells.
    pub(super) fn replace<S: AsRef<str>>(&mut self, record: usize, cells: &[S]) {
        let first = self.marks.len() as u32;
        self.marks.push(self.mended.len() as u32 | MENDED);
        for cell in cells {
            self.mended.push_str(cell.as_ref());
            self.marks.push(self.mended.len() as u32);
            self.mended.push('\n');
        }
        if let Some(record) = self.records.get_mut(record) {
            record.first = first;
            record.cells = cells.len() as u32;
        }
    }

    /// Adds the records of a later part of the same text, whose cells all stand in it, and which was counted as if it
    /// began behind no line.
    pub(super) fn append(&mut self, later: Self, lines: usize) {
        let marks = self.marks.len();
        self.marks.extend(later.marks);
        let records = later.records.into_iter().map(|record| Record {
            line: record.line + lines as u32,
            first: record.first + marks as u32,
            ..record
        });
        self.records.extend(records);
    }

    /// Removes the last record.
    pub(super) fn pop(&mut self) {
        self.records.pop();
    }

    /// Lets a record reach up to `end`, where another ended.
    pub(super) fn extend(&mut self, record: usize, end: usize) {
        if let Some(record) = self.records.get_mut(record) {
            record.end = end as u32;
        }
    }

    /// Removes the records that `keep` says no to.
    pub(super) fn retain(&mut self, mut keep: impl FnMut(usize) -> bool) {
        let mut index = 0;
        self.records.retain(|_| {
            index += 1;
            keep(index - 1)
        });
    }

    /// The line in which a record begins, from 1.
    pub(super) fn line(&self, record: usize) -> usize {
        self.records.get(record).map_or(0, |one| one.line as usize)
    }

    /// Where a record stands in the text, without its line end.
    pub(super) fn raw(&self, record: usize) -> Range<usize> {
        self.records
            .get(record)
            .map_or(0..0, |one| one.start as usize..one.end as usize)
    }

    /// How many cells a record has.
    pub(super) fn width(&self, record: usize) -> usize {
        self.records.get(record).map_or(0, |one| one.cells as usize)
    }

    /// A cell without surrounding space; empty if the record is shorter.
    pub(super) fn cell<'t>(&'t self, text: &'t str, record: usize, column: usize) -> &'t str {
        let Some(record) = self.records.get(record) else {
            return "";
        };
        if column >= record.cells as usize {
            return "";
        }
        let first = record.first as usize;
        let begin = self.marks[first];
        let end = self.marks[first + column + 1];
        let text = if begin & MENDED == 0 {
            text
        } else {
            &self.mended
        };
        let start = match column {
            0 => begin & !MENDED,
            _ => (self.marks[first + column] & !QUOTED) + 1,
        };
        let quotes = (end & QUOTED != 0) as usize;
        let range = start as usize + quotes..(end & !QUOTED) as usize - quotes;
        trimmed(text.get(range).unwrap_or_default())
    }

    /// All cells of a record.
    pub(super) fn cells<'t>(
        &'t self,
        text: &'t str,
        record: usize,
    ) -> impl ExactSizeIterator<Item = &'t str> {
        (0..self.width(record)).map(move |column| self.cell(text, record, column))
    }
}

/// As [`str::trim`]; quicker where nothing is to be trimmed, as in nearly all cells.
fn trimmed(cell: &str) -> &str {
    let plain = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_graphic);
    if plain(cell.as_bytes().first()) && plain(cell.as_bytes().last()) {
        cell
    } else {
        cell.trim()
    }
}
