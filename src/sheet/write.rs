use super::Sheet;
use super::position::{BOM, line_end};
use crate::error::Result;

/// How many bytes of new rows are handed out at a time.
const BLOCK: usize = 64 << 10;

impl Sheet {
    /// Returns the text with all edits made; whatever was not edited has the bytes it was read with.
    pub fn to_text(&self) -> String {
        let grown = self.edits.values().flatten().map(|raw| raw.len() + 2);
        let grown = grown.sum::<usize>() + self.added.len() + 64;
        let mut text = String::with_capacity(self.text.len() + grown);
        self.hand_out(&mut Out::new(&mut |part| text.push_str(part)));
        text
    }

    /// Hands out the text with all edits made, part by part, and behind it the rows that `rows` adds: neither stands in
    /// memory a second time.
    ///
    /// # Errors
    ///
    /// What `rows` returns.
    pub fn write_with(
        &self,
        rows: impl FnOnce(&mut Rows<'_>) -> Result<()>,
        out: &mut dyn FnMut(&str),
    ) -> Result<()> {
        let mut out = Out::new(out);
        self.hand_out(&mut out);
        let mut added = Rows {
            sheet: self,
            out,
            text: String::with_capacity(BLOCK + 1024),
        };
        rows(&mut added)?;
        added.hand_out();
        Ok(())
    }

    fn hand_out(&self, out: &mut Out<'_>) {
        let text = self.text.as_str();
        let mut copied = 0;
        if let Some(header) = &self.new_header {
            let read = match self.header {
                Some(span) => span.range(),
                None => text.len()..text.len(),
            };
            out.push(&text[..read.start]);
            if self.header.is_some() {
                out.push(header);
            } else {
                out.line(header, self.line_end);
            }
            copied = read.end;
        }
        for (&index, edit) in self.edits.range(..self.spans.len()) {
            let row = self.spans[index].range();
            out.push(&text[copied..row.start]);
            copied = match edit {
                Some(raw) => {
                    out.push(raw);
                    row.end
                }
                None => row.end + line_end(text.as_bytes(), row.end),
            };
        }
        out.push(&text[copied..]);
        if self.edits.range(self.spans.len()..).next().is_none() {
            if !self.added.is_empty() {
                out.close(self.line_end);
                out.push(&self.added);
            }
            return;
        }
        for row in (self.spans.len()..self.next()).filter_map(|index| self.row(index)) {
            out.line(row.raw(), self.line_end);
        }
    }
}

/// Rows that are added behind those of a sheet while it is written.
pub struct Rows<'a> {
    sheet: &'a Sheet,
    out: Out<'a>,
    /// Those that were not handed out yet.
    text: String,
}

impl Rows<'_> {
    /// Adds a row, as [`Sheet::append`] would.
    ///
    /// # Errors
    ///
    /// As [`Sheet::append`].
    pub fn add(&mut self, cells: &[&str]) -> Result<()> {
        self.sheet.add_line(&mut self.text, cells)?;
        if self.text.len() >= BLOCK {
            self.hand_out();
        }
        Ok(())
    }

    fn hand_out(&mut self) {
        if !self.text.is_empty() {
            self.out.close(self.sheet.line_end);
            self.out.push(&self.text);
            self.text.clear();
        }
    }
}

/// What has been handed out so far, as far as the next line depends on it.
struct Out<'a> {
    each: &'a mut dyn FnMut(&str),
    bytes: usize,
    has_bom: bool,
    line_ended: bool,
}

impl<'a> Out<'a> {
    fn new(each: &'a mut dyn FnMut(&str)) -> Self {
        Self {
            each,
            bytes: 0,
            has_bom: false,
            line_ended: false,
        }
    }

    fn push(&mut self, part: &str) {
        if part.is_empty() {
            return;
        }
        self.has_bom |= self.bytes == 0 && part.starts_with(BOM);
        self.bytes += part.len();
        self.line_ended = part.ends_with(['\n', '\r']);
        (self.each)(part);
    }

    /// Ends the last line if it lacks its line end.
    fn close(&mut self, line_end: &str) {
        let blank = self.bytes == if self.has_bom { BOM.len_utf8() } else { 0 };
        if !blank && !self.line_ended {
            self.push(line_end);
        }
    }

    /// Adds a record in a line of its own.
    fn line(&mut self, raw: &str, line_end: &str) {
        self.close(line_end);
        self.push(raw);
        self.push(line_end);
    }
}
