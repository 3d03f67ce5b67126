use std::ops::Range;

use memchr::{memchr, memchr_iter, memchr3};

use super::cell::Split;
use super::position::{line_end, lines};
use super::quote::is_blank;
use super::{Delimiter, Fault, FaultKind};

/// Where a record stands, without its line end. `u32` keeps a million rows in 12 MB.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    start: u32,
    end: u32,
    line: u32,
}

impl Span {
    fn new(range: Range<usize>, line: usize) -> Self {
        Self {
            start: range.start as u32,
            end: range.end as u32,
            line: line as u32,
        }
    }

    pub(super) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    pub(super) fn line(self) -> usize {
        self.line as usize
    }

    /// The same so many lines further down.
    pub(super) fn further(self, lines: usize) -> Self {
        Self {
            line: self.line + lines as u32,
            ..self
        }
    }
}

/// What one pass over a text found.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Scanned {
    pub(super) header: Option<Span>,
    pub(super) rows: Vec<Span>,
    pub(super) faults: Vec<Fault>,
    pub(super) doubts: Vec<Fault>,
    /// The last record, if no line end closes it; also a blank one.
    pub(super) tail: Option<Span>,
    /// How many lines the text has, an unfinished one included.
    pub(super) lines: usize,
}

/// Reads `text` from byte `body` on, in one pass that allocates nothing per row.
pub(super) fn scan(text: &str, body: usize, delimiter: Delimiter) -> Scanned {
    let mut scan = Scan::new(text, body, delimiter);
    if u32::try_from(text.len()).is_err() {
        scan.fault(FaultKind::TooLarge, body..body);
    } else {
        scan.run_to(text.len());
    }
    scan.finish()
}

pub(super) struct Scan<'a> {
    pub(super) text: &'a str,
    pub(super) delimiter: Delimiter,
    /// Cells of the header; 0 before it is read.
    pub(super) width: usize,
    /// Where the current record begins, and in which line.
    pub(super) start: usize,
    pub(super) first_line: usize,
    /// The line that has been reached inside the current record.
    pub(super) line: usize,
    pub(super) found: Scanned,
}

impl<'a> Scan<'a> {
    /// Begins at a byte, in what is the first line as far as it knows.
    pub(super) fn new(text: &'a str, start: usize, delimiter: Delimiter) -> Self {
        Self {
            text,
            delimiter,
            width: 0,
            start,
            first_line: 1,
            line: 1,
            found: Scanned::default(),
        }
    }

    /// Reads on until a record begins at this byte or behind it.
    pub(super) fn run_to(&mut self, until: usize) {
        let bytes = self.text.as_bytes();
        let has_nul = memchr(0, &bytes[self.start..until.max(self.start)]).is_some();
        while self.start < until {
            self.first_line = self.line;
            let end = self.record();
            let ending = line_end(bytes, end);
            let span = Span::new(self.start..end, self.first_line);
            if has_nul {
                self.look_for_nul(end);
            }
            if !is_blank(&self.text[span.range()], self.delimiter) {
                self.take(span);
            }
            if ending == 0 {
                self.found.tail.get_or_insert(span);
            } else {
                self.line += 1;
            }
            self.found.lines = self.line - usize::from(ending > 0);
            self.start = end + ending;
        }
    }

    /// Returns what was found.
    pub(super) fn finish(mut self) -> Scanned {
        self.found.faults.sort_by_key(|fault| fault.range.start);
        self.found
    }

    /// Returns the end of the record that begins at `self.start`. Between quoted cells it leaps from one quote or
    /// line end to the next; delimiters are counted later, and only as far as needed.
    fn record(&mut self) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = self.start;
        loop {
            if bytes.get(at) == Some(&b'"') && self.cell_starts(at) {
                let (close, opened) = match self.quoted(at) {
                    Ok(found) => found,
                    Err(end) => return end,
                };
                at = close;
                match bytes.get(at) {
                    None | Some(b'\n' | b'\r') => return at,
                    Some(&byte) if byte == self.delimiter.byte() => {
                        at += 1;
                        continue;
                    }
                    Some(_) => {
                        let kind = FaultKind::TextAfterQuote { opened };
                        self.fault(kind, at..self.cell_end(at));
                    }
                }
            }
            let Some(n) = memchr3(b'"', b'\n', b'\r', &bytes[at..]) else {
                return bytes.len();
            };
            at += n;
            if bytes[at] != b'"' {
                return at;
            }
            if !self.cell_starts(at) {
                self.doubt_spaces(at);
                at += 1;
            }
        }
    }

    pub(super) fn cell_starts(&self, at: usize) -> bool {
        at == self.start || self.text.as_bytes()[at - 1] == self.delimiter.byte()
    }

    /// Returns what is behind the quote that closes the one at `open`, and the line of the latter; if none closes it,
    /// the end of the line, so that reading goes on from there and finds what else is wrong.
    fn quoted(&mut self, open: usize) -> Result<(usize, usize), usize> {
        let bytes = self.text.as_bytes();
        let opened = self.line;
        let mut at = open + 1;
        while let Some(n) = memchr3(b'"', b'\n', b'\r', &bytes[at..]) {
            at += n;
            let ending = line_end(bytes, at);
            if ending > 0 {
                self.line += 1;
                at += ending;
            } else if bytes.get(at + 1) == Some(&b'"') {
                at += 2;
            } else {
                at += 1;
                let several = self.line > opened;
                if several && self.width > 2 && self.spans_rows(open..at) {
                    self.doubt(FaultKind::SwallowedRows { until: self.line }, open..at);
                }
                return Ok((at, opened));
            }
        }
        self.line = opened;
        self.fault(FaultKind::UnclosedQuote, open..open + 1);
        // Torn within one row, or a stray quote that swallowed the rows behind it? Only the first may be forgiven.
        let several = lines(&self.text[open..]).0 > 0;
        if !several || !self.spans_rows(open..bytes.len()) {
            let torn = Span::new(self.start..bytes.len(), self.first_line);
            self.found.tail.get_or_insert(torn);
        }
        Err(self.text[open..]
            .find(['\n', '\r'])
            .map_or(bytes.len(), |n| open + n))
    }

    /// Says whether a range holds as many delimiters as a row.
    fn spans_rows(&self, range: Range<usize>) -> bool {
        self.delimiters(range) + 1 >= self.width
    }

    pub(super) fn delimiters(&self, range: Range<usize>) -> usize {
        memchr_iter(self.delimiter.byte(), &self.text.as_bytes()[range]).count()
    }

    /// Keeps a record that is not blank as the header or as a row.
    fn take(&mut self, span: Span) {
        if self.width == 0 {
            self.width = Split::new(&self.text[span.range()], self.delimiter).count();
            self.found.header = Some(span);
            return;
        }
        // Those inside quotes are counted too, which can only call for the closer look in vain.
        if self.delimiters(span.range()) >= self.width {
            self.look_for_surplus(span);
        }
        self.found.rows.push(span);
    }
}
