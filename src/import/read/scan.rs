use std::collections::HashMap;

use memchr::{memchr, memchr_iter, memchr2, memchr2_iter, memchr3};

use super::clean::{clean, is_dirty};
use super::expect::Expect;
use super::grid::Grid;
use super::halves::{LARGE, has_byte, holds};
use super::repairs::{Repairs, WRAPPED};
use super::split::{Piece, Split, is_sound, split};
use super::widths::Widths;
use crate::sheet::together;

/// What one pass over a text found. Its records and its blank lines are all lines of the text, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Scanned {
    pub(super) grid: Grid,
    pub(super) blank_lines: usize,
    /// How many records have how many cells, empty ones at the end included.
    pub(super) widths: HashMap<usize, usize>,
    /// How many records broke the rules of quotes.
    pub(super) odd: usize,
    /// How many records go on over lines.
    pub(super) multiline: usize,
    pub(super) repairs: Repairs,
    /// Records whose quotes may mean something else, in order.
    pub(super) doubts: Vec<Doubt>,
}

/// A doubt about the quotes of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Doubt {
    pub(super) record: usize,
    /// It makes no row as it was read.
    pub(super) unreadable: bool,
}

/// Splits `text` into records, from byte `from` on, which stands in line `line`.
///
/// Without expectations each record is read for itself. With them, one that is odd or goes on over lines is read in
/// the way that fits best.
pub(super) fn scan(
    text: &str,
    from: (usize, usize),
    delimiter: u8,
    expect: Option<Expect>,
) -> Scanned {
    let dirty = holds(text, is_dirty);
    let part = |text, from| Scan::new(text, from, (delimiter, expect), dirty).whole();
    let bytes = text.as_bytes();
    // Where nothing is quoted each line is a record, wherever one begins to read.
    let parts = bytes.len() - from.0 > LARGE && !dirty && !has_byte(b'"', bytes);
    let middle = from.0.midpoint(bytes.len());
    match memchr2(b'\n', b'\r', &bytes[middle..]).filter(|_| parts) {
        None => part(text, from).0,
        Some(end) => {
            let end = middle + end;
            let end = end + line_end(bytes, end);
            let both = together(|| part(&text[..end], from), || part(text, (end, 0)));
            let ((mut found, line), (later, _)) = both;
            found.append(later, line);
            found
        }
    }
}

impl Scanned {
    /// Adds what was found in a later part of the text, in which nothing is quoted and which begins in a line.
    fn append(&mut self, later: Self, line: usize) {
        self.grid.append(later.grid, line);
        self.blank_lines += later.blank_lines;
        for (width, count) in later.widths {
            *self.widths.entry(width).or_default() += count;
        }
    }
}

/// The byte with which a no-break space begins.
const NO_BREAK: u8 = "\u{a0}".as_bytes()[0];

pub(super) struct Scan<'t> {
    pub(super) text: &'t str,
    pub(super) delimiter: u8,
    pub(super) expect: Option<Expect>,
    /// The line in which the current record begins, and its first byte.
    pub(super) line: usize,
    pub(super) at: usize,
    dirty: bool,
    /// All quotes of the text obey the rules.
    pub(super) sound: bool,
    /// The record at hand may go on over lines.
    spans_lines: bool,
    pub(super) pieces: Vec<Piece>,
    widths: Widths,
    /// How many bytes may still be looked at twice.
    pub(super) budget: usize,
    pub(super) found: Scanned,
}

impl<'t> Scan<'t> {
    fn new(
        text: &'t str,
        (from, line): (usize, usize),
        (delimiter, expect): (u8, Option<Expect>),
        dirty: bool,
    ) -> Self {
        Self {
            text,
            delimiter,
            expect,
            line,
            at: from,
            dirty,
            sound: expect.is_some() && is_sound(text, from, delimiter),
            spans_lines: false,
            pieces: Vec::new(),
            widths: Widths::default(),
            budget: text.len().saturating_mul(4),
            found: Scanned::default(),
        }
    }

    /// Reads up to the end; returns what was found, and the line that would follow.
    fn whole(mut self) -> (Scanned, usize) {
        while self.at < self.text.len() {
            self.record();
        }
        self.found.widths = self.widths.counted();
        (self.found, self.line)
    }

    fn record(&mut self) {
        let bytes = self.text.as_bytes();
        let stop = memchr3(b'"', b'\n', b'\r', &bytes[self.at..]).map(|n| self.at + n);
        match stop {
            Some(stop) if bytes[stop] == b'"' => self.quoted(),
            _ => {
                self.spans_lines = false;
                self.plain(stop.unwrap_or(bytes.len()));
            }
        }
    }

    /// Takes a record without quotes. Empty cells at its end, of which there may be thousands, are only counted.
    fn plain(&mut self, end: usize) {
        let bytes = self.text.as_bytes();
        let (mut stop, mut width) = (end, 1);
        while stop > self.at && (bytes[stop - 1] == self.delimiter || bytes[stop - 1] == b' ') {
            stop -= 1;
            width += usize::from(bytes[stop] == self.delimiter);
        }
        if stop == self.at {
            return self.blank(end);
        }
        let grid = &mut self.found.grid;
        grid.begin(self.at, self.line);
        let mut is_spaced = memchr(b' ', &bytes[stop..end]).is_some();
        for n in memchr_iter(self.delimiter, &bytes[self.at..stop]) {
            let at = self.at + n;
            grid.cell_ends(at, false);
            is_spaced |= matches!(bytes[at + 1], b' ' | NO_BREAK);
            width += 1;
        }
        grid.cell_ends(stop, false);
        grid.end(
            end,
            !is_spaced && memchr(b'@', &bytes[self.at..stop]).is_some(),
        );
        self.finish(end, width);
    }

    fn quoted(&mut self) {
        let mut pieces = std::mem::take(&mut self.pieces);
        match split(self.text, self.at, self.delimiter, &mut pieces) {
            Split::Odd => {
                self.spans_lines = true;
                self.resolve(None);
            }
            Split::Clean(end) => {
                let spans_lines = memchr2_iter(b'\n', b'\r', &self.text.as_bytes()[self.at..end])
                    .next()
                    .is_some();
                self.spans_lines = spans_lines;
                self.found.multiline += usize::from(spans_lines);
                let is_open = |scan: &mut Self| {
                    !scan.is_certain(&pieces, end) && !scan.is_sound(&pieces, end)
                };
                if spans_lines && self.expect.is_some() && is_open(self) {
                    self.resolve(Some((end, self.contents(&pieces))));
                } else {
                    self.take(&mut pieces, end);
                }
            }
        }
        self.pieces = pieces;
    }

    /// Takes a record whose quotes obey the rules.
    fn take(&mut self, pieces: &mut Vec<Piece>, end: usize) {
        let width = pieces.len();
        let text = self.text;
        let filled = |piece: &Piece| !text[piece.content.clone()].trim().is_empty();
        pieces.truncate(pieces.iter().rposition(filled).map_or(0, |last| last + 1));
        if pieces.is_empty() {
            return self.blank(end);
        }
        if let [piece] = pieces.as_slice()
            && let Some(cells) = self.unwrap(piece, width)
        {
            self.found.repairs.count(WRAPPED, self.line);
            if cells.iter().any(|cell| cell.matches('"').count() % 2 == 1) {
                let record = self.found.grid.len();
                let unreadable = false;
                self.found.doubts.push(Doubt { record, unreadable });
            }
            return self.push(&cells, end);
        }
        if pieces.iter().any(|piece| piece.mend) {
            let cells = self.contents(pieces);
            self.found.grid.push(self.at..end, self.line, &cells);
        } else {
            let grid = &mut self.found.grid;
            grid.begin(self.at, self.line);
            for piece in pieces.iter() {
                grid.cell_ends(piece.content.end + usize::from(piece.quoted), piece.quoted);
            }
            grid.end(end, false);
        }
        self.finish(end, width);
    }

    /// Takes a record whose cells are not what stands in the text.
    pub(super) fn push(&mut self, cells: &[String], end: usize) {
        let filled = cells.iter().rposition(|cell| !cell.trim().is_empty());
        let Some(last) = filled else {
            return self.blank(end);
        };
        let grid = &mut self.found.grid;
        grid.push(self.at..end, self.line, &cells[..=last]);
        self.finish(end, cells.len());
    }

    /// Cleans the record that was added last, and goes on to the next.
    fn finish(&mut self, end: usize, width: usize) {
        let raw = &self.text[self.at..end];
        if self.dirty && is_dirty(raw) || self.spans_lines && raw.contains('\r') {
            let grid = &mut self.found.grid;
            let record = grid.len() - 1;
            let cells: Vec<String> = grid
                .cells(self.text, record)
                .map(|cell| clean(cell).into_owned())
                .collect();
            let Some(last) = cells.iter().rposition(|cell| !cell.trim().is_empty()) else {
                grid.pop();
                return self.blank(end);
            };
            grid.replace(record, &cells[..=last]);
        }
        self.widths.add(width);
        self.step(end);
    }

    fn blank(&mut self, end: usize) {
        let before = self.line;
        self.step(end);
        self.found.blank_lines += self.line - before;
    }

    /// Goes to what is behind the line end at `end`.
    fn step(&mut self, end: usize) {
        self.line += 1;
        if self.spans_lines {
            self.line += line_ends(&self.text[self.at..end]);
        }
        let bytes = self.text.as_bytes();
        self.at = end + line_end(bytes, end).max(1);
    }

    /// What the cells say.
    fn contents(&self, pieces: &[Piece]) -> Vec<String> {
        let content = |piece: &Piece| {
            let content = &self.text[piece.content.clone()];
            if piece.quoted {
                content.replace("\"\"", "\"")
            } else {
                content.to_string()
            }
        };
        pieces.iter().map(content).collect()
    }
}

/// Returns the bytes of the line end that begins at `at`: 0, 1 (LF or a lone CR) or 2 (CRLF).
pub(super) fn line_end(bytes: &[u8], at: usize) -> usize {
    match (bytes.get(at), bytes.get(at + 1)) {
        (Some(b'\r'), Some(b'\n')) => 2,
        (Some(b'\n' | b'\r'), _) => 1,
        _ => 0,
    }
}

/// Counts the line ends (LF, CRLF, lone CR) in a text.
pub(super) fn line_ends(text: &str) -> usize {
    let bytes = text.as_bytes();
    memchr2_iter(b'\n', b'\r', bytes)
        .filter(|&at| line_end(bytes, at) == 1)
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_text_reads_the_same_in_two_parts() {
        let rows = ["jo@example.org,Jo,BB1", "bo@example.org,Bo,,,", "", ",,"];
        let ends = ["\n", "\r\n", "\r", "\r\r\n", "\n\r"];
        // Each byte in turn stands in the middle, a CR and its LF among them; one text ends in a line end.
        for (end, more) in ends.into_iter().zip(["", "x", "xy", "xyz", "\n"]) {
            let text = rows.join(end).repeat(2 * LARGE / 40) + more;
            let from = (7, 1);
            let (whole, _) = Scan::new(&text, from, (b',', None), false).whole();
            let parts = scan(&text, from, b',', None);
            let told = |grid: &Grid| {
                let cells = |at| grid.cells(&text, at).collect::<Vec<_>>();
                let told = (0..grid.len()).map(|at| (grid.line(at), grid.raw(at), cells(at)));
                format!("{:?}", told.collect::<Vec<_>>())
            };
            assert!(told(&parts.grid) == told(&whole.grid));
            assert_eq!(parts.widths, whole.widths);
            assert_eq!(parts.blank_lines, whole.blank_lines);
        }
    }
}
