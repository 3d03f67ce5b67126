use std::ops::Range;
use std::string::FromUtf8Error;
use std::sync::Arc;

use super::{Page, Spot, ValueIter};

/// A [`Page`] that is still written: its cells stand in a text or beside it.
#[derive(Debug, Default)]
pub struct Draft {
    pub(super) page: Page,
}

impl Draft {
    /// Begins beside a text.
    pub fn beside(text: Arc<String>) -> Self {
        let page = Page {
            text,
            ..Page::default()
        };
        Self { page }
    }

    /// Returns where a text stands, which is written if it is no part of the one that this was begun beside.
    pub fn write(&mut self, part: &str) -> Range<usize> {
        let Page { text, more, .. } = &mut self.page;
        let there = (part.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
        if there < text.len() {
            return there..there + part.len();
        }
        let start = text.len() + more.len();
        more.push_str(part);
        start..start + part.len()
    }

    /// As [`write`](Self::write), for what will stand in many cells: it is written once and takes little room in each.
    pub fn pin(&mut self, part: &str) -> Range<usize> {
        let range = self.write(part);
        if !range.is_empty() {
            self.page.pins.push(range.clone());
        }
        range
    }

    /// Writes other texts over some that were written beside the text, each of which has as many bytes.
    pub fn overwrite<'p>(&mut self, parts: impl Iterator<Item = (Range<usize>, &'p str)>) {
        let Page { text, more, .. } = &mut self.page;
        let mut bytes = std::mem::take(more).into_bytes();
        for (written, part) in parts {
            let place = written.start - text.len()..written.end - text.len();
            bytes[place].copy_from_slice(part.as_bytes());
        }
        // They are whole characters, as what stood there was.
        let whole = |error: FromUtf8Error| String::from_utf8_lossy(error.as_bytes()).into_owned();
        *more = String::from_utf8(bytes).unwrap_or_else(whole);
    }

    /// Takes the cells of one row, as ranges of what has been written.
    pub fn row(&mut self, cells: impl ExactSizeIterator<Item = Range<usize>>) -> Spot {
        self.page.row(cells)
    }

    /// Returns the cells of a row.
    pub fn cells(&self, spot: Spot) -> ValueIter<'_> {
        self.page.cells(spot)
    }

    /// Tells where each cell of a row stands.
    pub fn each(&self, spot: Spot, found: impl FnMut(Range<usize>)) {
        self.page.each(spot, found);
    }

    /// Returns what stands there.
    pub fn text(&self, range: Range<usize>) -> &str {
        self.page.part(range).unwrap_or_default()
    }

    /// Gives back the room that it was written in and does not need.
    pub fn shrink(&mut self) {
        self.page.more.shrink_to_fit();
        self.page.marks.shrink_to_fit();
    }

    /// Returns the finished page.
    pub fn finish(mut self) -> Arc<Page> {
        self.shrink();
        Arc::new(self.page)
    }
}
