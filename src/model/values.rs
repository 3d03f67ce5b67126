use std::ops::Range;
use std::sync::Arc;

/// A text in which the cells of many people stand, and where each of them is.
///
/// A list of a million people is one text and some 20 MB of marks instead of 16 million strings.
#[derive(Debug, Default)]
pub struct Page {
    text: Arc<String>,
    /// Of each row how many cells it has, then of each cell four times its length plus the bytes since the one before,
    /// where 3 means that the distance follows, doubled and of a negative one less one. Each number has seven bits a
    /// byte, the lowest first.
    marks: Vec<u8>,
    /// The marks of the row at hand.
    row: Vec<u8>,
}

/// Where the cells of one row begin on a [`Page`].
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    start: u32,
    marks: u32,
}

impl Page {
    /// Begins a page whose cells stand in a text, of at most 4 GB.
    pub fn new(text: Arc<String>) -> Self {
        Self {
            // A byte or two of marks go with each cell.
            marks: Vec::with_capacity(text.len() / 8),
            text,
            row: Vec::new(),
        }
    }

    /// Takes the cells of one row as ranges of bytes; cheapest in the order of the text.
    pub fn row(&mut self, cells: impl Iterator<Item = Range<usize>>) -> Spot {
        let marks = self.marks.len();
        let (mut start, mut end, mut count) = (0, 0, 0);
        for cell in cells {
            count += 1;
            if cell.is_empty() {
                self.row.push(0);
                continue;
            }
            if end == 0 {
                (start, end) = (cell.start, cell.start);
            }
            match cell.start.wrapping_sub(end) {
                gap @ 0..3 => push(&mut self.row, cell.len() << 2 | gap),
                gap => {
                    push(&mut self.row, cell.len() << 2 | 3);
                    let gap = gap as isize;
                    push(
                        &mut self.row,
                        (gap << 1 ^ gap >> (isize::BITS - 1)) as usize,
                    );
                }
            }
            end = cell.end;
        }
        push(&mut self.marks, count);
        self.marks.append(&mut self.row);
        Spot {
            start: start as u32,
            marks: marks as u32,
        }
    }
}

/// A [`Page`] whose text is still being written.
#[derive(Debug, Default)]
pub struct Draft {
    text: String,
    page: Page,
}

impl Draft {
    /// Adds a text and returns where it stands.
    pub fn write(&mut self, text: &str) -> Range<usize> {
        let start = self.text.len();
        self.text.push_str(text);
        start..self.text.len()
    }

    /// Returns how many bytes have been written.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Tells whether nothing has been written.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Takes the cells of one row, as ranges of what has been written.
    pub fn row(&mut self, cells: impl Iterator<Item = Range<usize>>) -> Spot {
        self.page.row(cells)
    }

    /// Returns the finished page.
    pub fn finish(mut self) -> Arc<Page> {
        self.text.shrink_to_fit();
        self.page.marks.shrink_to_fit();
        self.page.text = Arc::new(self.text);
        Arc::new(self.page)
    }
}

fn push(marks: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        marks.push(number as u8 | 0x80);
        number >>= 7;
    }
    marks.push(number as u8);
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
            Kept::Shared { page, spot } => {
                let mut marks = page.marks.get(spot.marks as usize..).unwrap_or_default();
                let left = take(&mut marks);
                let at = spot.start as usize;
                ValueIter {
                    walk: Walk::Shared {
                        text: &page.text,
                        marks,
                        at,
                        left,
                    },
                }
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
                (a, b) if a.unwrap_or_default() != b.unwrap_or_default() => return false,
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
        text: &'a str,
        marks: &'a [u8],
        at: usize,
        left: usize,
    },
    Own {
        own: &'a Own,
        next: usize,
    },
}

impl<'a> ValueIter<'a> {
    /// Goes on by one cell; returns where it stands.
    fn step(&mut self) -> Option<Range<usize>> {
        match &mut self.walk {
            Walk::Shared {
                marks, at, left, ..
            } => {
                *left = left.checked_sub(1)?;
                let (gap, length) = next(marks);
                let start = at.wrapping_add(gap);
                *at = start.wrapping_add(length);
                Some(start..*at)
            }
            Walk::Own { own, next } => {
                let range = own.range(*next)?;
                *next += 1;
                Some(range)
            }
        }
    }

    fn text(&self) -> &'a str {
        match &self.walk {
            Walk::Shared { text, .. } => text,
            Walk::Own { own, .. } => &own.text,
        }
    }
}

impl<'a> Iterator for ValueIter<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let range = self.step()?;
        self.text().get(range)
    }

    fn nth(&mut self, position: usize) -> Option<&'a str> {
        // The text itself is not looked at on the way.
        match &mut self.walk {
            Walk::Shared {
                marks, at, left, ..
            } => {
                let skipped = position.min(*left);
                *left -= skipped;
                for _ in 0..skipped {
                    let (gap, length) = next(marks);
                    *at = at.wrapping_add(gap).wrapping_add(length);
                }
            }
            Walk::Own { next, .. } => *next += position,
        }
        self.next()
    }
}

/// Takes the marks of a cell off the front: how far after the one before it stands, and how long it is.
#[inline]
fn next(marks: &mut &[u8]) -> (usize, usize) {
    match marks.split_first() {
        Some((mark, rest)) if *mark < 0x80 && mark & 3 != 3 => {
            *marks = rest;
            (usize::from(mark & 3), usize::from(mark >> 2))
        }
        _ => next_of_many(marks),
    }
}

fn next_of_many(marks: &mut &[u8]) -> (usize, usize) {
    let mark = take(marks);
    let gap = match mark & 3 {
        3 => {
            let gap = take(marks);
            gap >> 1 ^ (gap & 1).wrapping_neg()
        }
        gap => gap,
    };
    (gap, mark >> 2)
}

/// Takes a number off the front of the marks. Nearly all have one byte.
#[inline]
fn take(marks: &mut &[u8]) -> usize {
    match marks.split_first() {
        Some((byte, rest)) if *byte < 0x80 => {
            *marks = rest;
            usize::from(*byte)
        }
        _ => take_long(marks),
    }
}

fn take_long(marks: &mut &[u8]) -> usize {
    let (mut number, mut shift) = (0, 0);
    while let Some((byte, rest)) = marks.split_first() {
        *marks = rest;
        number |= usize::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            break;
        }
        shift += 7;
    }
    number
}

#[cfg(test)]
mod tests;
