use std::ops::Range;

use super::Sheet;
use super::abreast::{STRETCH, abreast};
use super::position::{BOM, line_end};
use crate::error::Result;

/// How many bytes a row probably has.
const LIKELY: usize = 128;

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
        rows(&mut Rows { sheet: self, out })
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
}

impl Rows<'_> {
    /// Adds those rows of `all` that are new, of which there may be a million. `say` adds to a list all that one of them
    /// says, and `order` tells for each column where in that list its cell is; it is blank if there is none.
    ///
    /// # Errors
    ///
    /// As [`Sheet::append`].
    pub fn add_all<'v, T: Sync>(
        &mut self,
        all: &'v [T],
        is_new: fn(&T) -> bool,
        order: &[Option<usize>],
        say: impl Fn(&'v T, &mut Vec<&'v str>) + Clone + Send,
    ) -> Result<()> {
        let sheet = self.sheet;
        let in_order = order.iter().enumerate().all(|(at, from)| *from == Some(at));
        let lines = move |some: Range<usize>| {
            let mut text = String::new();
            let (mut said, mut cells) = (Vec::new(), Vec::new());
            for one in all[some].iter().filter(|one| is_new(one)) {
                if text.is_empty() {
                    text.reserve(LIKELY * STRETCH);
                }
                said.clear();
                say(one, &mut said);
                if in_order {
                    said.truncate(order.len());
                    sheet.add_line(&mut text, &said)?;
                    continue;
                }
                let cell = |from: &Option<usize>| from.and_then(|from| said.get(from).copied());
                cells.clear();
                cells.extend(order.iter().map(|from| cell(from).unwrap_or("")));
                sheet.add_line(&mut text, &cells)?;
            }
            Ok(text)
        };
        std::thread::scope(|scope| {
            abreast(scope, all.len(), lines).try_for_each(|text| {
                let text = text?;
                if !text.is_empty() {
                    self.out.close(sheet.line_end);
                    self.out.push(&text);
                }
                Ok(())
            })
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_added_in_the_order_of_the_columns() {
        let sheet = Sheet::with_header(&["a", "b", "c"]).expect("no NUL");
        let all = [["1", "2"].as_slice(), &["old"], &["x,y"], &["", ""]];
        let written = |order: &[Option<usize>]| {
            let mut text = String::new();
            let rows = |rows: &mut Rows<'_>| {
                rows.add_all(
                    &all,
                    |one| *one != ["old"],
                    order,
                    |one, cells| cells.extend_from_slice(one),
                )
            };
            let written = sheet.write_with(rows, &mut |part| text.push_str(part));
            written.map(|()| text)
        };
        let turned = written(&[Some(1), None, Some(0)]).expect("it fits");
        assert_eq!(turned, "a,b,c\n2,,1\n,,\"x,y\"\n\"\",,\n");
        let straight = written(&[Some(0), Some(1), Some(2)]).expect("it fits");
        assert_eq!(straight, "a,b,c\n1,2,\n\"x,y\",,\n\"\",,\n");
    }
}
