use std::ops::Range;

use super::address::is_address;
use super::grid::Grid;
use super::head;
use super::learn::Learned;
use super::lenient::{self, Cell, Style};
use super::repairs::{REJOINED, UNLABELLED};
use super::scan::Scanned;
use super::words::{is_data, is_mail_label, is_price_label};
use crate::import::columns::{heading, scores};
use crate::import::consent::{self, Consent};
use crate::import::field::Field;
use crate::import::stamp::is_stamp;
use crate::import::standing;

/// So many rows say what their surplus is.
const MOST_LOOKED: usize = 2_000;
/// Fewer rows say nothing for certain.
const FEW: usize = 2;

/// What it is that most rows have more than the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Surplus {
    /// Columns without a label at their end: all labels stand where they should.
    Unlabelled,
    /// The same as far as can be seen: nothing says that a label does not stand where it should.
    Likely,
    /// The pieces of this column, which a delimiter without quotes parts.
    Column(usize),
    /// Nobody knows.
    Unknown,
}

/// Joins the cells of a column that a delimiter parts in most rows, so that they have more cells than the header, where
/// nothing else is possible: the answers stand right before it and too far right behind it. Says whether any were joined.
pub(super) fn join(text: &str, scanned: &mut Scanned, learned: &Learned, delimiter: u8) -> bool {
    let grid = &scanned.grid;
    let Some((labels, width)) = long(text, grid, learned, delimiter) else {
        return false;
    };
    let rows = learned.head.rows_from()..grid.len();
    let column = match judge(text, grid, (&labels, width), rows.clone(), delimiter) {
        Surplus::Column(column) => column,
        Surplus::Likely => {
            for row in rows.filter(|row| grid.width(*row) > width) {
                scanned.repairs.count(UNLABELLED, grid.line(row));
            }
            return false;
        }
        Surplus::Unlabelled | Surplus::Unknown => return false,
    };
    let mut any = false;
    for row in rows {
        let raw = &text[scanned.grid.raw(row)];
        let mut cells = lenient::cells(raw, delimiter, Style::Torn);
        let (before, surplus) = (cells.len(), cells.len().saturating_sub(width));
        if surplus == 0 || !cells[column..=column + surplus].iter().all(is_piece) {
            continue;
        }
        let joined = raw[cells[column].raw.start..cells[column + surplus].raw.end].trim();
        let joined = Cell {
            content: joined.to_string(),
            ..Cell::default()
        };
        cells.splice(column..=column + surplus, [joined]);
        let cells: Vec<&str> = cells.iter().map(|cell| cell.content.trim()).collect();
        let last = cells.iter().rposition(|cell| !cell.is_empty());
        let cells = &cells[..last.map_or(0, |last| last + 1)];
        scanned.grid.replace(row, cells);
        scanned.repairs.count(REJOINED, scanned.grid.line(row));
        if let Some(count) = scanned.widths.get_mut(&before) {
            *count = count.saturating_sub(1);
        }
        *scanned.widths.entry(width).or_default() += 1;
        any = true;
    }
    scanned.widths.retain(|_, count| *count > 0);
    any
}

/// Says what is wrong with rows that have more cells than the header, where most have and nobody knows what they are.
pub(super) fn faults(
    text: &str,
    grid: &Grid,
    learned: &Learned,
    delimiter: char,
) -> Vec<(usize, String)> {
    let Some((labels, width)) = long(text, grid, learned, delimiter as u8) else {
        return Vec::new();
    };
    let rows = learned.head.rows_from()..grid.len();
    let surplus = judge(text, grid, (&labels, width), rows.clone(), delimiter as u8);
    if surplus != Surplus::Unknown {
        return Vec::new();
    }
    let count = labels.len();
    let fault = |row| {
        let width = grid.width(row);
        let sign = super::ragged::word(delimiter);
        let why = format!(
            "it has {width} cells, where the header has {count}: put quotes around a cell that contains {sign}, or give each column a label"
        );
        (row, why)
    };
    rows.filter(|row| grid.width(*row) > count)
        .map(fault)
        .collect()
}

/// The labels of a header, and how many cells it has with blank ones at its end, where most rows have more and nothing is
/// known of why.
fn long(text: &str, grid: &Grid, learned: &Learned, delimiter: u8) -> Option<(Vec<String>, usize)> {
    let header = learned.head.header?;
    let labels = head::labels(text, grid, learned.head);
    let known = learned.numbered || !learned.prices.is_empty() || learned.head.two_lines;
    if known || labels.len() < 2 || learned.expect.width <= labels.len() {
        return None;
    }
    let mail = |label: &String| is_mail_label(label);
    let stands = |column| labels.get(column).is_some_and(mail);
    // Addresses that do not stand below their label say where they are.
    let moved = labels.iter().any(mail) && !learned.expect.address.is_none_or(stands);
    let width = lenient::cells(&text[grid.raw(header)], delimiter, Style::Torn).len();
    (!moved && width < learned.expect.width).then_some((labels, width))
}

/// Judges by the columns whose labels say what stands in them: these stand below them, or as many cells further right as
/// the row has too many; and by whether anything can be parted at all.
fn judge(
    text: &str,
    grid: &Grid,
    (labels, width): (&[String], usize),
    rows: Range<usize>,
    delimiter: u8,
) -> Surplus {
    let long = rows.take(MOST_LOOKED).map(|row| {
        let raw = &text[grid.raw(row)];
        lenient::cells(raw, delimiter, Style::Torn)
    });
    let long: Vec<Vec<Cell>> = long.filter(|cells| cells.len() > width).collect();
    let holds = |announced: &Announced, place: &dyn Fn(&Vec<Cell>) -> usize| {
        let cells = long.iter().filter_map(|cells| cells.get(place(cells)));
        let cells = cells.map(|cell| cell.content.trim());
        let (mut all, mut right) = (0, 0);
        cells.filter(|cell| !cell.is_empty()).for_each(|cell| {
            all += 1;
            right += usize::from(announced.is(cell));
        });
        (all >= FEW && right * 5 >= all * 4, right * 5 < all)
    };
    let (mut stays, mut moves) = (None, None);
    for (column, label) in labels.iter().enumerate() {
        let announced = Announced::by(label);
        let (here, none_here) = holds(&announced, &|_| column);
        let (there, _) = holds(&announced, &|cells| column + cells.len() - width);
        if here {
            stays = Some(column);
        } else if there && none_here {
            moves = moves.or(Some(column));
        }
    }
    // Nobody writes two commas in a sentence, and so nothing is parted where a cell is blank.
    let first = stays.map_or(0, |last| last + 1);
    let is_whole = |cells: &&Vec<Cell>| {
        let filled = |cell: &Cell| !cell.content.trim().is_empty();
        let last = cells.iter().rposition(filled).unwrap_or(0);
        let pieces = cells.get(first..).unwrap_or_default();
        let mut joints = pieces.windows(1 + cells.len() - width);
        last >= width && !joints.any(|some| some.iter().all(is_piece))
    };
    let whole = long.iter().filter(is_whole).count();
    match (stays, moves) {
        (Some(last), None) if last + 1 == labels.len() => Surplus::Unlabelled,
        (_, None) if whole > 0 && whole * 5 >= long.len() => Surplus::Unlabelled,
        (_, None) => Surplus::Likely,
        (Some(stays), Some(moves)) if stays + 2 == moves => Surplus::Column(stays + 1),
        _ => Surplus::Unknown,
    }
}

/// What a label announces: an address, a number, a moment, a yes or no.
pub(super) struct Announced {
    address: bool,
    number: bool,
    moment: bool,
    answer: bool,
}

impl Announced {
    pub(super) fn by(label: &str) -> Self {
        let asked = scores(&heading(label));
        let asks = |field: Field| asked.iter().any(|(known, _)| *known == field);
        let either = [Field::Status, Field::Updates, Field::Photo];
        Self {
            address: is_mail_label(label),
            number: asks(Field::Phone) || is_price_label(label),
            moment: asks(Field::Registered),
            answer: label.ends_with('?') || either.into_iter().any(asks),
        }
    }

    /// Says whether a cell is such.
    pub(super) fn is(&self, cell: &str) -> bool {
        let answers = || {
            consent::read(cell) != Consent::Unclear || standing::plainly(&heading(cell)).is_some()
        };
        self.address && is_address(cell)
            || self.number && is_data(cell)
            || self.moment && is_stamp(cell)
            || self.answer && answers()
    }
}

/// Says whether a cell may be a piece of another: words without quotes.
fn is_piece(cell: &Cell) -> bool {
    let text = cell.content.trim();
    !cell.quoted && !cell.opened && !text.is_empty() && !is_address(text) && !is_data(text)
}
