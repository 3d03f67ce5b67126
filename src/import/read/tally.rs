//! Lines at the foot of a list that count those who come and those who do not: `Coming | 20`, `Not coming: 4`.

use std::ops::Range;

use super::grid::Grid;
use super::part;
use crate::import::columns::{heading, is_any};
use crate::import::standing::{self, Standing};
use crate::import::{name, remark};

/// No foot that counts has more lines.
const MOST: usize = 12;

/// So many rows above say what stands in a column.
const MOST_LOOKED: usize = 100;

/// A line that counts has no more cells.
const MOST_CELLS: usize = 3;

/// Nobody counts so many that it takes more digits.
const MOST_DIGITS: usize = 4;

/// Why a record is nobody.
pub(in crate::import) const COUNTS: &str = "it looks like a count of who comes and who does not: if it is somebody, add an address or a number";

/// What says that it is counted, as [`heading`] writes it.
const NUMBERED: &str = "number|numbers|no|nr|count|people|persons|total|of|who|are|is|so|far|anzahl|zahl|der|die|personen|\
    gesamt|bisher|nombre|de|personnes|qui|numero|personas|que|liczba|osob|razem|nifer|sy|n|tadad|log";

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Counted {
    /// In several words: `Number coming`, `Not attending`.
    Surely,
    /// In one word that nobody writes for a name alone: `Coming`.
    Plainly,
    /// By an answer, which may be a name too: `Yes`, `Si`, `Tak`.
    ByAnswer(Standing),
}

/// A line that counts.
#[derive(Clone, Copy)]
enum Line {
    /// The number stands in a column of its own.
    Beside(Counted, usize),
    /// It stands with the word.
    Within(Counted),
}

impl Line {
    fn counted(self) -> Counted {
        match self {
            Self::Beside(counted, _) | Self::Within(counted) => counted,
        }
    }
}

/// Finds what counts below the last row, each with the reason why it is nobody. With the number in a cell of its own that may
/// be any of the last lines, unless others have a number there too: that is somebody with seats. With the number beside the
/// word nothing but such lines and remarks stand below, or else it may be the heading of those who do.
pub(super) fn faults(text: &str, grid: &Grid, rows: Range<usize>) -> Vec<(usize, String)> {
    let first = rows.end.saturating_sub(MOST).max(rows.start + 1);
    let lines: Vec<Option<Line>> = (first..rows.end).map(|at| line(text, grid, at)).collect();
    // Nearly all lists end here.
    if lines.iter().all(Option::is_none) {
        return Vec::new();
    }
    let above = first.saturating_sub(MOST_LOOKED).max(rows.start)..rows.end;
    let is_numbered = |column: usize| {
        let others = above.clone().filter(|at| {
            let counted = at.checked_sub(first).and_then(|at| lines[at]);
            counted.is_none()
        });
        let cells = others.map(|at| grid.cell(text, at, column));
        let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        let numbers = cells.iter().filter(|cell| is_number(cell)).count();
        numbers * 2 >= cells.len() && numbers > 0
    };
    let has_other = |at: usize, line: Line| {
        let near = [at.wrapping_sub(1), at + 1];
        let mut near = near.into_iter().filter_map(|at| *lines.get(at)?);
        near.any(|near| near.counted() != line.counted())
    };
    let is_closed = |at: usize| {
        let below = lines[at + 1..].iter().zip(first + at + 1..);
        below
            .into_iter()
            .all(|(line, record)| line.is_some() || closes(text, grid, record))
    };
    let is_one = |at: &usize| {
        let Some(line) = lines[*at] else {
            return false;
        };
        let by_answer = matches!(line.counted(), Counted::ByAnswer(_));
        match line {
            Line::Beside(Counted::Surely, _) => true,
            Line::Beside(_, column) => !is_numbered(column) || !by_answer && has_other(*at, line),
            Line::Within(_) => is_closed(*at) && (!by_answer || has_other(*at, line)),
        }
    };
    let found = (0..lines.len()).filter(is_one);
    found.map(|at| (first + at, COUNTS.to_string())).collect()
}

/// Reads a record as a line that counts.
fn line(text: &str, grid: &Grid, record: usize) -> Option<Line> {
    let filled = grid.cells(text, record).enumerate();
    let filled: Vec<(usize, &str)> = filled
        .filter(|(_, cell)| !cell.is_empty())
        .take(MOST_CELLS + 1)
        .collect();
    match filled[..] {
        [(_, cell)] => within(cell).map(Line::Within),
        [(_, one), (_, other)] if within(one).is_some() => {
            within(other)?;
            within(one).map(Line::Within)
        }
        [(_, word), (column, number)] | [(_, word), (_, number), (column, _)] => {
            let are_numbers = filled[1..].iter().all(|(_, cell)| is_number(cell));
            let said = heading(word);
            (are_numbers && is_number(number))
                .then(|| counted(&said))
                .flatten()
                .map(|counted| Line::Beside(counted, column))
        }
        _ => None,
    }
}

/// What a cell counts that has the number too, or several: `Coming: 7, not coming: 1`, `7 coming`.
fn within(cell: &str) -> Option<Counted> {
    // Nearly all names end here.
    if !cell.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let said = heading(cell);
    let (numbers, words): (Vec<&str>, Vec<&str>) =
        said.split(' ').partition(|word| is_number(word));
    let parts = said.split(' ').collect::<Vec<&str>>();
    let parts = parts
        .split(|word| is_number(word))
        .filter(|part| !part.is_empty());
    let parts: Option<Vec<Counted>> = parts.map(|part| counted(&part.join(" "))).collect();
    let parts = parts.filter(|parts| !words.is_empty() && parts.len() == numbers.len())?;
    parts.into_iter().min()
}

/// What words count, as [`heading`] writes them.
fn counted(words: &str) -> Option<Counted> {
    let all: Vec<&str> = words.split(' ').collect();
    let begin = all.iter().take_while(|word| is_any(word, NUMBERED)).count();
    let end = all
        .iter()
        .rposition(|word| !is_any(word, NUMBERED))
        .map_or(0, |at| at + 1);
    let is_numbered = begin > 0 || end < all.len();
    let bare = all.get(begin..end).map(|bare| bare.join(" "));
    let of = |words: &str| {
        let is_state =
            part::is_away(words) || part::is_coming(words) || standing::plainly(words).is_some();
        match is_state && words.len() > 3 {
            true if words.contains(' ') => Some(Counted::Surely),
            true => Some(Counted::Plainly),
            false => standing::of_word(words).map(Counted::ByAnswer),
        }
    };
    // `No` by itself is an answer.
    of(words).or_else(|| of(&bare?).filter(|_| is_numbered).map(|_| Counted::Surely))
}

fn is_number(cell: &str) -> bool {
    (1..=MOST_DIGITS).contains(&cell.len()) && cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// Says whether a record that stands below a count is nobody either.
fn closes(text: &str, grid: &Grid, record: usize) -> bool {
    let mut filled = grid.cells(text, record).filter(|cell| !cell.is_empty());
    let Some(cell) = filled.next() else {
        return true;
    };
    let is_ruled = |cell: &str| !cell.contains(char::is_alphanumeric);
    is_ruled(cell)
        || name::is_total(cell)
        || filled.next().is_none() && (remark::is_one(cell) || remark::asks(cell))
}
