//! Where parts of a text stand, in as few bytes as can be. Of each it is four times its length, and in the two lowest
//! bits how far it stands from the part before: 0 or 1 bytes behind it, or 2 right behind the one before which stood on the
//! other side of the edge, as what is written beside a text does, or 3 and then the distance, doubled and of a negative one
//! less one. A mark of 3 alone is that of a pin, whose number follows. Each number has seven bits a byte, the lowest first.

use std::ops::Range;

/// Where a part without any bytes stands, wherever that is.
pub(super) const NOTHING: u8 = 0;

/// What stands for a part that was pinned.
const PIN: usize = 3;

/// How far one has come.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cursor {
    /// Where the part before ended.
    at: usize,
    /// Where the last one did that stood on the other side of the edge.
    other: usize,
}

impl Cursor {
    /// Begins at a place.
    pub(super) fn new(at: usize) -> Self {
        Self { at, other: 0 }
    }

    fn jump(&mut self, start: usize, edge: usize) {
        if (start < edge) != (self.at < edge) {
            self.other = self.at;
        }
        self.at = start;
    }
}

/// What the parts stand in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ground<'p> {
    /// Where one text ends and another begins.
    pub(super) edge: usize,
    /// Parts that stand for many cells, to and from which nobody need go.
    pub(super) pins: &'p [Range<usize>],
}

impl Ground<'_> {
    /// One text.
    pub(super) fn one() -> Self {
        Self {
            edge: usize::MAX,
            pins: &[],
        }
    }
}

/// Adds where a part stands. Nearly all take one byte.
#[inline]
pub(super) fn push<'p>(
    marks: &mut Vec<u8>,
    part: &Range<usize>,
    cursor: &mut Cursor,
    ground: impl FnOnce() -> Ground<'p>,
) {
    let (gap, length) = (part.start.wrapping_sub(cursor.at), part.len());
    if gap < 2 && length < 0x20 {
        marks.push((length << 2 | gap) as u8);
        cursor.at = part.end;
    } else {
        push_of_many(marks, part, cursor, ground());
    }
}

fn push_of_many(marks: &mut Vec<u8>, part: &Range<usize>, cursor: &mut Cursor, ground: Ground<'_>) {
    let mut pins = ground.pins.iter();
    // What many cells have in common is written beside the text.
    if part.start >= ground.edge
        && let Some(pin) = pins.position(|pin| pin == part)
    {
        push_number(marks, PIN);
        return push_number(marks, pin);
    }
    let (gap, length) = (part.start.wrapping_sub(cursor.at), part.len());
    if gap < 2 {
        push_number(marks, length << 2 | gap);
    } else if part.start == cursor.other {
        push_number(marks, length << 2 | 2);
        cursor.other = cursor.at;
    } else {
        push_number(marks, length << 2 | 3);
        let gap = gap as isize;
        push_number(marks, (gap << 1 ^ gap >> (isize::BITS - 1)) as usize);
        cursor.jump(part.start, ground.edge);
    }
    cursor.at = part.end;
}

/// Takes off the front where a part stands.
#[inline]
pub(super) fn take<'p>(
    marks: &mut &[u8],
    cursor: &mut Cursor,
    ground: impl FnOnce() -> Ground<'p>,
) -> Range<usize> {
    match marks.split_first() {
        Some((mark, rest)) if *mark < 0x80 && mark & 3 < 2 => {
            *marks = rest;
            let start = cursor.at + usize::from(mark & 3);
            cursor.at = start + usize::from(mark >> 2);
            start..cursor.at
        }
        _ => take_of_many(marks, cursor, ground()),
    }
}

fn take_of_many(marks: &mut &[u8], cursor: &mut Cursor, ground: Ground<'_>) -> Range<usize> {
    let mark = take_number(marks);
    if mark == PIN {
        let pin = ground.pins.get(take_number(marks));
        return pin.cloned().unwrap_or_default();
    }
    match mark & 3 {
        2 => std::mem::swap(&mut cursor.at, &mut cursor.other),
        3 => {
            let gap = take_number(marks);
            let gap = gap >> 1 ^ (gap & 1).wrapping_neg();
            cursor.jump(cursor.at.wrapping_add(gap), ground.edge);
        }
        gap => cursor.at += gap,
    }
    let start = cursor.at;
    cursor.at = start.wrapping_add(mark >> 2);
    start..cursor.at
}

/// Adds a number.
pub(super) fn push_number(marks: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        marks.push(number as u8 | 0x80);
        number >>= 7;
    }
    marks.push(number as u8);
}

/// Takes a number off the front. Nearly all have one byte.
#[inline]
pub(super) fn take_number(marks: &mut &[u8]) -> usize {
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
mod tests {
    use super::*;

    #[test]
    fn parts_are_taken_where_they_were_pushed_on_both_sides_of_the_edge() {
        let pins = [300..310, 240..242];
        let ground = Ground {
            edge: 200,
            pins: &pins,
        };
        let parts = [
            210..218,
            4..9,
            10..19,
            218..230,
            300..310,
            19..60,
            240..242,
            61..200,
            200..210,
            230..231,
            1..2,
            5000..9000,
            3..7,
        ];
        let (mut marks, mut there) = (Vec::new(), Cursor::new(210));
        let lengths = parts.each_ref().map(|part| {
            let before = marks.len();
            push(&mut marks, part, &mut there, || ground);
            marks.len() - before
        });
        let (mut left, mut back) = (marks.as_slice(), Cursor::new(210));
        let taken = parts
            .each_ref()
            .map(|_| take(&mut left, &mut back, || ground));
        assert_eq!((taken, left.len()), (parts, 0));
        assert_eq!(lengths[..7], [1, 3, 1, 1, 2, 2, 2]);
    }
}
