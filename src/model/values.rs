mod draft;

use std::num::NonZeroU32;
use std::ops::Range;
use std::sync::Arc;

use super::marks::{self, Cursor, Ground};
use super::same;
pub use draft::Draft;

/// A text in which the cells of many people stand, and where each of them is.
///
/// A list of a million people is one text and some 20 MB of marks instead of 16 million strings.
#[derive(Debug, Default)]
pub struct Page {
    text: Arc<String>,
    /// What stands on this page alone, as if behind the text.
    more: String,
    /// Of each row how many cells it has, then of [so many](GROUP) at a time which are not blank, a bit each, and where each of
    /// these stands, as [`marks`] has it.
    marks: Vec<u8>,
    /// What stands in many cells.
    pins: Vec<Range<usize>>,
}

/// Of so many cells at a time it is noted which are not blank: of most rows most are.
const GROUP: usize = 8;

/// Where the cells of one row begin on a [`Page`].
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    start: u32,
    /// Counted from 1, which leaves room to tell it from cells that stand on no page.
    marks: NonZeroU32,
}

impl Page {
    /// Begins a page whose cells stand in a text, of at most 4 GB, in about so many `bytes` of it.
    pub fn new(text: Arc<String>, bytes: usize) -> Self {
        Self {
            // A byte or two of marks go with each cell.
            marks: Vec::with_capacity(bytes / 8),
            text,
            more: String::new(),
            pins: Vec::new(),
        }
    }

    fn ground(&self) -> Ground<'_> {
        Ground {
            edge: self.text.len(),
            pins: &self.pins,
        }
    }

    /// Returns the cells of a row.
    pub fn cells(&self, spot: Spot) -> ValueIter<'_> {
        let mut marks = self
            .marks
            .get(spot.marks.get() as usize - 1..)
            .unwrap_or_default();
        let left = marks::take_number(&mut marks);
        ValueIter {
            walk: Walk::Shared {
                page: self,
                marks,
                at: Cursor::new(spot.start as usize),
                left,
                group: NO_GROUP,
            },
        }
    }

    /// Tells where each cell of a row stands: all of them in one go, of which most are blank.
    #[inline]
    fn each(&self, spot: Spot, mut found: impl FnMut(Range<usize>)) {
        let marks = self.marks.get(spot.marks.get() as usize - 1..);
        let mut marks = marks.unwrap_or_default();
        let mut at = Cursor::new(spot.start as usize);
        let mut group = NO_GROUP;
        for _ in 0..marks::take_number(&mut marks) {
            found(next_cell((self, &mut marks), &mut at, &mut group));
        }
    }

    fn part(&self, range: Range<usize>) -> Option<&str> {
        match range.start.checked_sub(self.text.len()) {
            None => self.text.get(range),
            Some(start) => self.more.get(start..start + range.len()),
        }
    }

    /// Takes the cells of one row as ranges of bytes; cheapest in the order of the text.
    pub fn row(&mut self, cells: impl ExactSizeIterator<Item = Range<usize>>) -> Spot {
        let Self {
            text, marks, pins, ..
        } = self;
        let ground = || Ground {
            edge: text.len(),
            pins,
        };
        let first = marks.len();
        marks::push_number(marks, cells.len());
        let (mut start, mut at, mut group) = (0, None, first);
        for (nth, cell) in cells.enumerate() {
            if nth.is_multiple_of(GROUP) {
                group = marks.len();
                marks.push(0);
            }
            if cell.is_empty() {
                continue;
            }
            marks[group] |= 1 << (nth % GROUP);
            let at = at.get_or_insert_with(|| {
                start = cell.start;
                Cursor::new(start)
            });
            marks::push(marks, &cell, at, ground);
        }
        Spot {
            start: start as u32,
            marks: NonZeroU32::MIN.saturating_add(first as u32),
        }
    }
}

/// Values in the order of columns, in one piece of memory; what is missing is blank.
#[derive(Clone, Debug, Default)]
pub struct Values(Kept);

#[derive(Clone, Debug)]
enum Kept {
    Shared { page: Arc<Page>, spot: Spot },
    Own(Box<Own>),
}

impl Default for Kept {
    fn default() -> Self {
        Self::Own(Box::default())
    }
}

/// Cells that stand on no page, one behind the other.
#[derive(Clone, Debug, Default)]
struct Own {
    text: String,
    ends: Vec<u32>,
}

impl Values {
    /// The cells of a row of a page.
    pub fn on(page: &Arc<Page>, spot: Spot) -> Self {
        Self(Kept::Shared {
            page: Arc::clone(page),
            spot,
        })
    }

    /// Returns the cell at a position, blank if there is none.
    pub fn get(&self, position: usize) -> &str {
        match &self.0 {
            Kept::Own(own) => own.get(position),
            Kept::Shared { .. } => self.iter().nth(position).unwrap_or_default(),
        }
    }

    /// Returns the cells, as far as there are any.
    pub fn iter(&self) -> ValueIter<'_> {
        match &self.0 {
            Kept::Own(own) => ValueIter {
                walk: Walk::Own { own, next: 0 },
            },
            Kept::Shared { page, spot } => page.cells(*spot),
        }
    }

    /// Adds all cells to a list: quicker than one by one.
    pub fn add_to<'a>(&'a self, cells: &mut Vec<&'a str>) {
        match &self.0 {
            Kept::Own(_) => cells.extend(self.iter()),
            Kept::Shared { page, spot } => page.each(*spot, |cell| {
                let part = match cell.is_empty() {
                    true => "",
                    false => page.part(cell).unwrap_or_default(),
                };
                cells.push(part);
            }),
        }
    }

    /// Tells the positions of the cells that are not blank, without a look at the text.
    pub fn each_filled(&self, mut found: impl FnMut(usize)) {
        match &self.0 {
            Kept::Own(_) => {
                let filled = self.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
                filled.for_each(|(at, _)| found(at));
            }
            Kept::Shared { page, spot } => {
                let mut next = 0;
                page.each(*spot, |cell| {
                    next += 1;
                    if !cell.is_empty() {
                        found(next - 1);
                    }
                });
            }
        }
    }

    /// Tells whether they still stand on the page that they were read from, since nothing was set.
    pub fn is_as_read(&self) -> bool {
        matches!(self.0, Kept::Shared { .. })
    }

    /// Sets the cell at a position.
    pub fn set(&mut self, position: usize, value: &str) {
        if let Kept::Shared { .. } = self.0 {
            *self = self.iter().collect();
        }
        if let Kept::Own(own) = &mut self.0 {
            own.set(position, value);
        }
    }
}

impl Own {
    fn range(&self, position: usize) -> Option<Range<usize>> {
        let end = *self.ends.get(position)? as usize;
        let before = position.checked_sub(1).map_or(0, |at| self.ends[at]);
        Some(before as usize..end)
    }

    fn get(&self, position: usize) -> &str {
        self.range(position).map_or("", |range| &self.text[range])
    }

    fn push(&mut self, value: &str) {
        self.text.push_str(value);
        self.ends.push(self.text.len() as u32);
    }

    fn set(&mut self, position: usize, value: &str) {
        if self.ends.len() <= position {
            self.ends.resize(position + 1, self.text.len() as u32);
        }
        let Some(range) = self.range(position) else {
            return;
        };
        let old = range.len() as u32;
        self.text.replace_range(range, value);
        for end in &mut self.ends[position..] {
            *end = *end + value.len() as u32 - old;
        }
    }
}

impl<S: AsRef<str>> FromIterator<S> for Values {
    fn from_iter<I: IntoIterator<Item = S>>(cells: I) -> Self {
        let mut own = Own::default();
        for cell in cells {
            own.push(cell.as_ref());
        }
        Self(Kept::Own(Box::new(own)))
    }
}

impl PartialEq for Values {
    /// A blank at the end is as good as none.
    fn eq(&self, other: &Self) -> bool {
        let (mut one, mut two) = (self.iter(), other.iter());
        loop {
            match (one.next(), two.next()) {
                (None, None) => return true,
                (a, b) if !same(a.unwrap_or_default(), b.unwrap_or_default()) => return false,
                _ => {}
            }
        }
    }
}

impl Eq for Values {}

/// The cells of one row, in order.
#[derive(Clone, Debug)]
pub struct ValueIter<'a> {
    walk: Walk<'a>,
}

#[derive(Clone, Debug)]
enum Walk<'a> {
    Shared {
        page: &'a Page,
        marks: &'a [u8],
        at: Cursor,
        left: usize,
        /// The bits of those of the group that are still to come, with one more above them.
        group: u16,
    },
    Own {
        own: &'a Own,
        next: usize,
    },
}

/// What is left of a group when none of it is.
const NO_GROUP: u16 = 1;

/// Takes the next cell, of which there is one.
#[inline]
fn next_cell((page, marks): (&Page, &mut &[u8]), at: &mut Cursor, group: &mut u16) -> Range<usize> {
    if *group == NO_GROUP {
        let (bits, rest) = marks.split_first().unwrap_or((&0, &[]));
        *marks = rest;
        *group = 1 << GROUP | u16::from(*bits);
    }
    let is_filled = *group & 1 != 0;
    *group >>= 1;
    match is_filled {
        true => marks::take(marks, at, || page.ground()),
        false => 0..0,
    }
}

impl<'a> ValueIter<'a> {
    /// Goes on by one cell; returns where it stands.
    fn step(&mut self) -> Option<Range<usize>> {
        match &mut self.walk {
            Walk::Shared {
                page,
                marks,
                at,
                left,
                group,
            } => {
                *left = left.checked_sub(1)?;
                Some(next_cell((page, marks), at, group))
            }
            Walk::Own { own, next } => {
                let range = own.range(*next)?;
                *next += 1;
                Some(range)
            }
        }
    }

    fn part(&self, range: Range<usize>) -> Option<&'a str> {
        match &self.walk {
            Walk::Shared { page, .. } => page.part(range),
            Walk::Own { own, .. } => own.text.get(range),
        }
    }
}

impl<'a> Iterator for ValueIter<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let range = self.step()?;
        self.part(range)
    }

    fn nth(&mut self, position: usize) -> Option<&'a str> {
        // The text itself is not looked at on the way.
        match &mut self.walk {
            Walk::Shared {
                page,
                marks,
                at,
                left,
                group,
            } => {
                let skipped = position.min(*left);
                *left -= skipped;
                for _ in 0..skipped {
                    next_cell((page, marks), at, group);
                }
            }
            Walk::Own { next, .. } => *next += position,
        }
        self.next()
    }
}

#[cfg(test)]
mod tests;
