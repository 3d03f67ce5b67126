use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::cell::{Split, decode};
use super::halves;
use super::position::{BOM, line_end};
use super::scan::{Scanned, Span};
use super::{Delimiter, Fault, Row};

/// Delimited text with a header, and the edits that are to be made to it.
///
/// The text stays as it was read. Rows are known by their index, which no edit ever shifts: a removed row leaves a
/// hole, an appended one gets the next number. Lines that are empty or hold only delimiters are kept but are no rows.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub(super) text: Arc<String>,
    pub(super) delimiter: Delimiter,
    /// The first line end outside quotes.
    pub(super) line_end: &'static str,
    /// The header in the text.
    pub(super) header: Option<Span>,
    pub(super) names: Vec<String>,
    /// The raw header as edited.
    pub(super) new_header: Option<String>,
    pub(super) spans: Vec<Span>,
    /// Raw rows as edited, `None` for a removed one.
    pub(super) edits: BTreeMap<usize, Option<String>>,
    /// Appended rows with their line ends; their indexes go on where those of `spans` end.
    pub(super) added: String,
    /// Where each appended row ends, without its line end.
    pub(super) added_ends: Vec<usize>,
    pub(super) lines: usize,
    doubts: Vec<Fault>,
}

impl Sheet {
    /// Reads delimited text by RFC 4180 section 2, where LF, CRLF and a lone CR all end a row, and a quote inside a
    /// cell that does not begin with one is text.
    ///
    /// The header is the first line that is not blank. `delimiter` is decided from it if not given. Empty text is a
    /// sheet without header.
    ///
    /// # Errors
    ///
    /// Everything that would lose or misplace a cell, in the order of the text, up to a hundred faults.
    pub fn read(text: impl Into<String>, delimiter: Option<Delimiter>) -> Result<Self, Vec<Fault>> {
        Self::read_shared(Arc::new(text.into()), delimiter)
    }

    /// As [`Sheet::read`], for a text that is kept elsewhere too and too large to be copied.
    ///
    /// # Errors
    ///
    /// As [`Sheet::read`].
    pub fn read_shared(
        text: Arc<String>,
        delimiter: Option<Delimiter>,
    ) -> Result<Self, Vec<Fault>> {
        let (delimiter, scanned) = scanned(&text, delimiter);
        if scanned.faults.is_empty() {
            Ok(Self::new(text, delimiter, scanned))
        } else {
            Err(scanned.faults)
        }
    }

    pub(super) fn new(text: Arc<String>, delimiter: Delimiter, scanned: Scanned) -> Self {
        let mut names = Vec::new();
        if let Some(span) = scanned.header {
            let raw = &text[span.range()];
            names.extend(Split::new(raw, delimiter).map(|cell| decode(&raw[cell]).into_owned()));
        }
        Self {
            line_end: first_line_end(&text, scanned.header),
            added: String::new(),
            added_ends: Vec::new(),
            lines: scanned.lines,
            spans: scanned.rows,
            doubts: scanned.doubts,
            edits: BTreeMap::new(),
            new_header: None,
            names,
            header: scanned.header,
            delimiter,
            text,
        }
    }

    /// Returns the text as it was read, without the edits; all byte ranges refer to it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the text as [`text`](Self::text) does, to be kept without being copied.
    pub fn shared_text(&self) -> Arc<String> {
        Arc::clone(&self.text)
    }

    /// Returns what separates the cells.
    pub fn delimiter(&self) -> Delimiter {
        self.delimiter
    }

    /// Returns the names of the columns, without their quotes; none if there is no header.
    pub fn header(&self) -> &[String] {
        &self.names
    }

    /// Returns the line of the header, counted from 1, or `None` if there is none in the text.
    pub fn header_line(&self) -> Option<usize> {
        self.header.map(Span::line)
    }

    /// Returns the first column whose name is exactly `name`.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name)
    }

    /// Returns what could be read but looks like a slip of the hand, in the order of the text; at most a hundred.
    pub fn doubts(&self) -> &[Fault] {
        &self.doubts
    }

    /// Returns the row of that index, unless it was removed or never existed.
    pub fn row(&self, index: usize) -> Option<Row<'_>> {
        let raw = match self.edits.get(&index) {
            Some(edit) => edit.as_deref()?,
            None => self.unedited(index)?,
        };
        Some(Row::new(self, index, raw))
    }

    /// Returns a raw row as it was read or appended.
    pub(super) fn unedited(&self, index: usize) -> Option<&str> {
        if let Some(span) = self.spans.get(index) {
            return Some(&self.text[span.range()]);
        }
        let added = index - self.spans.len();
        let end = *self.added_ends.get(added)?;
        let start = match added {
            0 => 0,
            _ => self.added_ends[added - 1] + self.line_end.len(),
        };
        Some(&self.added[start..end])
    }

    /// The index that the next appended row gets.
    pub(super) fn next(&self) -> usize {
        self.spans.len() + self.added_ends.len()
    }

    /// Returns the rows of some indexes, with all edits made, in the order of the file.
    pub fn rows_of(&self, indexes: Range<usize>) -> impl Iterator<Item = Row<'_>> {
        indexes.filter_map(|index| self.row(index))
    }

    /// Returns the indexes of all rows that there are or were.
    pub fn indexes(&self) -> Range<usize> {
        0..self.next()
    }

    /// Returns the rows with all edits made, in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows_of(self.indexes())
    }

    /// Says whether any edit would change the text.
    pub fn is_changed(&self) -> bool {
        self.new_header.is_some() || !self.edits.is_empty() || !self.added_ends.is_empty()
    }
}

/// Scans a text, with the delimiter that was given or decided on.
pub(super) fn scanned(text: &str, delimiter: Option<Delimiter>) -> (Delimiter, Scanned) {
    let body = if text.starts_with(BOM) {
        BOM.len_utf8()
    } else {
        0
    };
    let delimiter = delimiter.unwrap_or_else(|| Delimiter::decide(&text[body..]));
    (delimiter, halves::scanned(text, body, delimiter))
}

/// Returns the line end of the header, or else of the blank lines before it, or else LF.
fn first_line_end(text: &str, header: Option<Span>) -> &'static str {
    let bytes = text.as_bytes();
    let at = header
        .map(|span| span.range().end)
        .filter(|&end| line_end(bytes, end) > 0)
        .or_else(|| text[..header.map_or(text.len(), |span| span.range().start)].find(['\n', '\r']))
        .unwrap_or(bytes.len());
    match (line_end(bytes, at), bytes.get(at)) {
        (2, _) => "\r\n",
        (_, Some(b'\r')) => "\r",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    fn sheet(text: &str) -> Sheet {
        Sheet::read(text, None).expect("it reads")
    }

    fn rows(sheet: &Sheet) -> Vec<(usize, Vec<String>)> {
        let cells = |row: Row<'_>| row.cells().map(Cow::into_owned).collect();
        sheet.rows().map(|row| (row.line(), cells(row))).collect()
    }

    #[test]
    fn empty_text_is_a_sheet_without_header() {
        for text in ["", "\u{feff}", "\n\r\n", ",,\n"] {
            let sheet = sheet(text);
            assert_eq!(sheet.header(), [""; 0]);
            assert_eq!((sheet.rows().count(), sheet.header_line()), (0, None));
            assert_eq!(sheet.to_text(), text);
        }
    }

    #[test]
    fn the_header_is_the_first_line_that_is_not_blank() {
        let sheet = sheet("\u{feff}\r\n,,\r\nname,\"e, mail\"\r\n\r\nJo,x\r\n,\r\nAl,y");
        assert_eq!(sheet.header(), ["name", "e, mail"]);
        assert_eq!(sheet.header_line(), Some(3));
        assert_eq!(sheet.column("e, mail"), Some(1));
        assert_eq!(sheet.column("email"), None);
        let expected = [
            (5, vec!["Jo".into(), "x".into()]),
            (7, vec!["Al".into(), "y".into()]),
        ];
        assert_eq!(rows(&sheet), expected);
    }

    #[test]
    fn lf_crlf_and_a_lone_cr_all_end_a_row() {
        let sheet = sheet("a,b\r1,2\n3,4\r\n\"5\r\n\r\n\",\"6\"\r7,8");
        let lines: Vec<_> = sheet.rows().map(|row| (row.line(), row.raw())).collect();
        assert_eq!(
            lines,
            [
                (2, "1,2"),
                (3, "3,4"),
                (4, "\"5\r\n\r\n\",\"6\""),
                (7, "7,8")
            ]
        );
    }

    #[test]
    fn a_given_delimiter_is_not_questioned() {
        let sheet = Sheet::read("a;b,c\n1;2,3\n", Some(Delimiter::Comma)).expect("it reads");
        assert_eq!(sheet.header(), ["a;b", "c"]);
        assert_eq!(sheet.delimiter(), Delimiter::Comma);
    }
}
