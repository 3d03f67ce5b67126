use std::ops::Range;

use super::draft::Draft;
use crate::import::columns::heading;
use crate::import::consent::{self, Consent};
use crate::import::read::Table;
use crate::import::{clean, stamp, standing};
use crate::sheet::{abreast, find};

/// What the cells of one column hold, over the whole file.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Content {
    /// How many are not blank.
    pub(super) filled: usize,
    /// How many hold an address.
    pub(super) addresses: usize,
}

/// Counts for every column what it holds.
pub(super) fn contents(table: &Table) -> Vec<Content> {
    let here = |stretch: Range<usize>| {
        let mut contents = vec![Content::default(); table.width()];
        let rows = stretch.filter_map(|at| table.row(at));
        for row in rows.filter(|row| row.fault.is_none()) {
            for (cell, content) in row.cells().zip(&mut contents) {
                if !cell.is_empty() {
                    content.filled += 1;
                    content.addresses += usize::from(holds_address(cell));
                }
            }
        }
        contents
    };
    std::thread::scope(|scope| {
        let all = vec![Content::default(); table.width()];
        abreast(scope, table.len(), here).fold(all, |mut all, here| {
            for (all, here) in all.iter_mut().zip(here) {
                all.filled += here.filled;
                all.addresses += here.addresses;
            }
            all
        })
    })
}

fn holds_address(cell: &str) -> bool {
    let Some(at) = find(b'@', cell.as_bytes()) else {
        return false;
    };
    // The common case, near enough to count by, without taking the cell apart.
    let plain = |c: u8| matches!(c, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' | b'-' | b'+' | b'@');
    if cell.bytes().all(plain) && cell[at + 1..].contains('.') && at > 0 {
        return true;
    }
    clean::addresses(cell).first.is_some()
}

impl Draft<'_> {
    /// Returns which part of the cells that are not blank fulfil a condition, and how many these cells are.
    pub(super) fn share(&self, column: usize, fits: impl Fn(&str) -> bool + Sync) -> (f64, usize) {
        let (filled, fitting) = count(self.table, column, &fits, &|_, _| false);
        (fitting as f64 / filled.max(1) as f64, filled)
    }

    /// Tells whether any cell fulfils a condition, of which a blank one is none.
    pub(super) fn any(&self, column: usize, fits: impl Fn(&str) -> bool + Sync) -> bool {
        count(self.table, column, &fits, &|_, fitting| fitting > 0).1 > 0
    }

    /// Tells whether at least this part of the cells that are not blank fulfil a condition; no if all are blank.
    pub(super) fn mostly(
        &self,
        column: usize,
        least: f64,
        fits: impl Fn(&str) -> bool + Sync,
    ) -> bool {
        let all = self.contents[column].filled;
        let part = |some: usize| some as f64 / all.max(1) as f64;
        // Mostly it is known long before the last row.
        let is_clear =
            |filled: usize, fitting| part(fitting) >= least || part(all + fitting - filled) < least;
        let (_, fitting) = count(self.table, column, &fits, &is_clear);
        part(fitting) >= least
    }
}

/// Counts the cells of a column that are not blank, and those of them that fulfil a condition, until these are enough.
fn count(
    table: &Table,
    column: usize,
    fits: &(dyn Fn(&str) -> bool + Sync),
    are_enough: &dyn Fn(usize, usize) -> bool,
) -> (usize, usize) {
    let here = |stretch: Range<usize>| {
        let (mut filled, mut fitting) = (0_usize, 0_usize);
        let rows = stretch.filter_map(|at| table.row(at));
        for row in rows.filter(|row| row.fault.is_none()) {
            let cell = row.cell(column);
            if !cell.is_empty() {
                filled += 1;
                fitting += usize::from(fits(cell));
            }
        }
        (filled, fitting)
    };
    std::thread::scope(|scope| {
        let (mut filled, mut fitting) = (0, 0);
        for here in abreast(scope, table.len(), here) {
            filled += here.0;
            fitting += here.1;
            if are_enough(filled, fitting) {
                break;
            }
        }
        (filled, fitting)
    })
}

/// Tells whether two columns are filled in one row at all.
pub(super) fn meet(table: &Table, one: usize, other: usize) -> bool {
    let mut rows = table.rows().filter(|row| row.fault.is_none());
    rows.any(|row| !row.cell(one).is_empty() && !row.cell(other).is_empty())
}

/// Fewer rows with one value say nothing.
const FEW: usize = 5;

/// Tells whether all rows that are not blank say the same: then it is not about those who signed up, if another column is.
pub(super) fn is_constant(table: &Table, column: usize) -> bool {
    alike(table, column) >= FEW
}

/// Tells whether more than one row is not blank, and all of these say the same.
pub(super) fn is_one(table: &Table, column: usize) -> bool {
    alike(table, column) > 1
}

/// Counts the rows that are not blank, if all of them say the same; none if they do not.
fn alike(table: &Table, column: usize) -> usize {
    let rows = table.rows().filter(|row| row.fault.is_none());
    let mut filled = rows
        .map(|row| row.cell(column))
        .filter(|cell| !cell.is_empty());
    let Some(first) = filled.next() else {
        return 0;
    };
    let mut count = 1;
    let all = filled.all(|cell| {
        count += 1;
        cell == first
    });
    if all { count } else { 0 }
}

/// Tells whether a cell may be a phone number; one that a spreadsheet ate counts too.
pub(super) fn is_phone(cell: &str) -> bool {
    let digits = cell.chars().filter(|c| c.is_numeric()).count();
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    digits >= 5
        && letters <= digits
        && !cell.contains('@')
        && !(cell.contains(['/', ':', '.', '-']) && stamp::is_stamp(cell))
}

/// Tells whether a cell can hardly be anything but a phone number: one with its prefix.
pub(super) fn is_dialled(cell: &str) -> bool {
    let cell = &*clean::cell(cell, |_| ());
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    (9..=15).contains(&digits)
        && cell.starts_with(['0', '+', '('])
        && cell
            .chars()
            .all(|c| c.is_ascii_digit() || " +()-./".contains(c))
        && !stamp::is_stamp(cell)
}

/// Tells whether a cell is a whole postcode of the United Kingdom, such as `BB1 1AA`, and nothing else.
pub(super) fn is_postcode(cell: &str) -> bool {
    let code: String = cell.split(' ').collect();
    if !code.is_ascii() || !(5..=7).contains(&code.len()) {
        return false;
    }
    let (outward, inward) = code.as_bytes().split_at(code.len() - 3);
    let letters = outward.iter().take_while(|c| c.is_ascii_alphabetic());
    let letters = letters.count();
    let district = &outward[letters..];
    (1..=2).contains(&letters)
        && (1..=2).contains(&district.len())
        && district[0].is_ascii_digit()
        && district.iter().all(u8::is_ascii_alphanumeric)
        && inward[0].is_ascii_digit()
        && inward[1..].iter().all(u8::is_ascii_alphabetic)
}

/// Tells whether a cell may be a moment, also one of which day and month cannot be told apart.
pub(super) fn is_stamp(cell: &str) -> bool {
    stamp::is_stamp(cell)
}

/// Tells whether a cell is a time of the day without a day: `10:00`, `9.30 am`.
pub(super) fn is_clock(cell: &str) -> bool {
    let cell = cell.trim_end_matches(|c: char| c.is_alphabetic() || ". ".contains(c));
    let mut parts = cell.split([':', '.']);
    let number = |part: Option<&str>, below: u32| {
        let digits = |part: &&str| (1..=2).contains(&part.len());
        let part = part.filter(digits).and_then(|part| part.parse().ok());
        part.is_some_and(|number: u32| number < below)
    };
    number(parts.next(), 25)
        && number(parts.next(), 60)
        && parts.next().is_none_or(|seconds| number(Some(seconds), 60))
        && parts.next().is_none()
}

/// Tells whether a cell is the address of a picture, or the name of a file with one.
pub(super) fn is_picture(cell: &str) -> bool {
    const ENDS: [&str; 8] = [
        ".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".bmp", ".svg",
    ];
    let cell = cell.to_ascii_lowercase();
    cell.starts_with("http://")
        || cell.starts_with("https://")
        || cell.starts_with("data:image")
        || ENDS.iter().any(|end| cell.ends_with(end))
}

/// Tells whether a cell is a word or a mark for whether somebody comes.
pub(super) fn is_standing(cell: &str) -> bool {
    let word = heading(cell);
    match word.is_empty() {
        true => consent::read(cell) != Consent::Unclear,
        false => standing::of_cell(cell).is_some(),
    }
}

/// Tells whether a cell says in more than a few words whether somebody comes.
pub(super) fn is_in_own_words(cell: &str) -> bool {
    // Most are one word or two, which is quickly seen.
    let gaps = cell.chars().filter(|c| !c.is_alphanumeric()).count();
    gaps > 1 && standing::is_in_own_words(&heading(cell))
}

/// Tells whether a cell says plainly that somebody does not come.
pub(super) fn is_off(cell: &str) -> bool {
    standing::is_plainly_off(&heading(cell))
}

/// Tells whether a cell is the number of something, as `#1001` and `EC-1001` are of an order.
pub(super) fn is_number(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    digits > 0 && letters <= digits && !cell.contains([' ', '@'])
}

/// Tells whether a cell is digits without a letter, as `5` and `3/5` are.
pub(super) fn is_figure(cell: &str) -> bool {
    cell.bytes().any(|byte| byte.is_ascii_digit()) && !cell.chars().any(char::is_alphabetic)
}

/// Tells whether a cell may be a name: a few words without digits, but for how many come along: `Ann Lee +1`.
pub(super) fn is_name(cell: &str) -> bool {
    let (name, behind) = cell.split_once('+').unwrap_or((cell, ""));
    let guests = behind.trim_end_matches(')');
    let is_counted = guests.len() == 1 && guests.bytes().all(|byte| byte.is_ascii_digit());
    let cell = match is_counted && !name.is_empty() {
        true => name.trim_end_matches(['(', ' ']),
        false => cell,
    };
    let words = cell.split_whitespace().count();
    (1..=6).contains(&words)
        && cell.len() < 80
        && !cell
            .chars()
            .any(|c| c.is_numeric() || "@/:;?!=".contains(c))
        && cell.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_is_known_by_its_letters_and_digits() {
        for code in ["BB1 1AA", "m145rx", "E8 1AB", "SW1A 1AA", "EC1A 1BB"] {
            assert!(is_postcode(code), "{code}");
        }
        for other in [
            "BB1", "10115", "Audley", "A1 2024", "00-001", "1AA BB1", "B12 34C",
        ] {
            assert!(!is_postcode(other), "{other}");
        }
    }
}
