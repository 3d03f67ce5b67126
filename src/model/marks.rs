//! Where parts of a text stand, in as few bytes as can be: of each four times its length plus the bytes since the one
//! before, where 3 means that the distance follows, doubled and of a negative one less one. Each number has seven bits a
//! byte, the lowest first.

use std::ops::Range;

/// Where a part without any bytes stands, wherever that is.
pub(super) const NOTHING: u8 = 0;

/// Adds where a part stands that is `after` the one which ends there. Nearly all take one byte.
#[inline]
pub(super) fn push(marks: &mut Vec<u8>, part: &Range<usize>, after: usize) {
    let (gap, length) = (part.start.wrapping_sub(after), part.len());
    if gap < 3 && length < 0x20 {
        marks.push((length << 2 | gap) as u8);
    } else {
        push_of_many(marks, gap, length);
    }
}

fn push_of_many(marks: &mut Vec<u8>, gap: usize, length: usize) {
    if gap < 3 {
        return push_number(marks, length << 2 | gap);
    }
    push_number(marks, length << 2 | 3);
    let gap = gap as isize;
    push_number(marks, (gap << 1 ^ gap >> (isize::BITS - 1)) as usize);
}

/// Takes off the front where a part stands that is `after` the one which ends there.
#[inline]
pub(super) fn take(marks: &mut &[u8], after: usize) -> Range<usize> {
    let (gap, length) = match marks.split_first() {
        Some((mark, rest)) if *mark < 0x80 && mark & 3 != 3 => {
            *marks = rest;
            (usize::from(mark & 3), usize::from(mark >> 2))
        }
        _ => take_of_many(marks),
    };
    let start = after.wrapping_add(gap);
    start..start.wrapping_add(length)
}

fn take_of_many(marks: &mut &[u8]) -> (usize, usize) {
    let mark = take_number(marks);
    let gap = match mark & 3 {
        3 => {
            let gap = take_number(marks);
            gap >> 1 ^ (gap & 1).wrapping_neg()
        }
        gap => gap,
    };
    (gap, mark >> 2)
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
