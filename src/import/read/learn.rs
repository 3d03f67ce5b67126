use std::collections::HashMap;
use std::ops::Range;

use memchr::{memchr, memchr_iter, memchr2};

use super::address::is_address;
use super::expect::Expect;
use super::grid::Grid;
use super::head::{self, Head};
use super::lenient::{self, Style};
use super::price;
use super::scan::Scanned;
use super::sentence;
use super::widths::Widths;
use super::words::{is_label, is_mail_label, is_name_label};
use crate::sheet::abreast;

/// What the records of a reading have in common, and how much that looks like a list of people.
#[derive(Clone, Debug, Default)]
pub(super) struct Learned {
    pub(super) head: Head,
    pub(super) expect: Expect,
    /// The columns of which nearly every row holds two pieces, since their decimal commas stand without quotes; `expect`
    /// tells of the pieces.
    pub(super) prices: Vec<usize>,
    /// How many empty columns most rows have at the end.
    pub(super) spare: usize,
    /// The rows begin with their numbers, and the header with the label of the second column.
    pub(super) numbered: bool,
    /// The share of rows with an address in its column, from 0 to 1.
    pub(super) addressed: f64,
    /// How much it looks like a sign-up list; a reading that is worse by less than 0.5 is as good.
    pub(super) score: f64,
}

/// So many rows say whether dates move the addresses.
const MOST_LOOKED: usize = 200;

/// What ticks somebody off is no longer.
const LONGEST_MARK: usize = 16;

/// Looks at all records of a reading.
pub(super) fn learn(text: &str, scanned: &Scanned, delimiter: u8) -> Learned {
    let grid = &scanned.grid;
    let mut address = address_column(text, grid, 0);
    let head = head::find(text, grid, address.map(|(column, _)| column));
    // An address above the list says nothing about its columns.
    let addressed = |record| grid.cells(text, record).any(is_address);
    if (0..head.preamble()).any(addressed) {
        address = address_column(text, grid, head.rows_from());
    }
    let labels = head::labels(text, grid, head);
    let rows = head.rows_from()..grid.len();
    let mut widths = Widths::default();
    for record in rows.clone() {
        widths.add(grid.width(record));
    }
    let widths = widths.counted();
    let usual = most(&widths).max(1);
    let longer: usize = widths
        .iter()
        .filter(|(width, _)| **width > labels.len())
        .map(|(_, count)| count)
        .sum();
    let full = full_width(scanned);
    let whole = scanned.widths.get(&full).copied().unwrap_or(0);
    let ragged = whole * 5 < grid.len() * 4;
    let column = address.map(|(column, _)| column);
    // Where the addresses stand further right than their label, the rows are longer than they look if their last cell
    // is blank.
    let label = labels.iter().position(|label| is_mail_label(label));
    let labelled = |column: usize| labels.get(column).is_some_and(|text| is_mail_label(text));
    let shifted =
        full > labels.len() && label.is_some() && label < column && !column.is_some_and(labelled);
    let header = header_width(text, grid, head, delimiter).max(labels.len());
    let surplus = full.saturating_sub(header);
    let prices = price::columns(text, grid, (&labels, rows.clone()), surplus, column);
    let loose = || loose_column(text, grid, (&labels, column), rows.clone(), delimiter);
    let filled = || filled_width(text, grid, rows.clone(), (labels.len(), full), delimiter);
    let unlabelled = (full == header && surplus == 0 && !shifted)
        .then(filled)
        .flatten();
    let mut spare = usize::MAX;
    let (width, address_column) = if labels.is_empty() {
        // Where many rows differ their empty cells at the end were left out, and the longest is whole.
        let widest = widths.keys().copied().max().unwrap_or(1);
        (if ragged { widest } else { full }, column)
    } else if !prices.is_empty() {
        (labels.len() + prices.len(), column)
    } else if let Some(width) = unlabelled {
        (width, column)
    } else if longer * 2 <= rows.len() && !shifted && surplus == 0 {
        (labels.len(), column)
    } else if let Some(mail) = loose() {
        spare = header - labels.len();
        let column = column.filter(|column| labelled(*column));
        (labels.len(), column.or(Some(mail)))
    } else if longer * 2 <= rows.len() {
        (labels.len(), column)
    } else {
        (usual, column)
    };
    let mut address_column = address_column;
    if let (Some(label), Some(column)) = (label, address_column)
        && label < column
        && !labelled(column)
    {
        // Dates in words stand before the addresses, and their commas move these to the right.
        let moved =
            |record: usize| sentence::dates(&text[grid.raw(record)], delimiter) == column - label;
        let looked = rows.clone().take(MOST_LOOKED);
        if looked.clone().filter(|record| moved(*record)).count() * 2 > looked.len() {
            address_column = Some(label);
        }
    }
    let mut expect = Expect {
        width,
        address: address_column,
        least: if ragged {
            2.min(width)
        } else {
            // The header has no prices.
            (width - prices.len()).min(full)
        },
        whole: if ragged { width } else { full.max(width) },
        most: labels.len(),
        who: [
            labels.iter().position(|label| is_name_label(label)),
            address_column.or(label),
        ],
        airy: false,
        header: head.header.map(|header| grid.raw(header).start),
    };

    if scanned.multiline > 0 {
        let lines = rows
            .clone()
            .filter(|row| !holds_line_end(&text[grid.raw(*row)]));
        expect.airy = is_airy(text, grid, lines.clone(), delimiter);
        if labels.is_empty() {
            expect.most = lines.map(|row| grid.width(row)).max().unwrap_or(width);
            expect.who[0] = Some(0);
        }
    }

    let share = |count: usize| count as f64 / rows.len().max(1) as f64;
    let addressed = share(address.map_or(0, |(_, count)| count)).min(1.0);
    let even = if full > 1 && (labels.is_empty() || labels.len() > 1) {
        share(whole.saturating_sub(head.rows_from())).min(1.0)
    } else {
        0.0
    };
    let known = labels.iter().filter(|label| is_label(label)).count().min(5);
    let too_long = if labels.is_empty() { 0 } else { longer };
    Learned {
        head,
        expect,
        spare: spare.min(full.saturating_sub(expect.width)),
        numbered: prices.is_empty()
            && expect.width > labels.len()
            && longer * 2 > rows.len()
            && is_numbered(text, grid, &labels, rows.clone(), column),
        prices,
        addressed,
        score: 4.0 * addressed + 1.5 * even + 0.5 * known as f64
            - share(too_long)
            - 2.0 * share(scanned.odd).min(1.0),
    }
}

fn holds_line_end(raw: &str) -> bool {
    memchr2(b'\n', b'\r', raw.as_bytes()).is_some()
}

/// Says whether a space stands behind each delimiter of most rows that is not followed by another or ends them.
fn is_airy(text: &str, grid: &Grid, rows: impl Iterator<Item = usize>, delimiter: u8) -> bool {
    let (mut looked, mut airy) = (0, 0);
    for row in rows.take(MOST_LOOKED) {
        let raw = text[grid.raw(row)].trim_end().as_bytes();
        let tight = |at: usize| {
            let next = raw.get(at + 1);
            next.is_some_and(|byte| *byte != b' ' && *byte != delimiter)
        };
        looked += 1;
        airy += usize::from(
            sentence::has_space(&text[grid.raw(row)], delimiter)
                && !memchr_iter(delimiter, raw).any(tight),
        );
    }
    airy * 2 > looked
}

/// How many cells most records have, empty ones at the end included.
pub(super) fn full_width(scanned: &Scanned) -> usize {
    most(&scanned.widths)
}

/// How many cells the header has, empty ones at the end included, and those that were joined counted as one.
fn header_width(text: &str, grid: &Grid, head: Head, delimiter: u8) -> usize {
    let lines = head
        .header
        .into_iter()
        .flat_map(|header| header..head.rows_from());
    let width = |record| {
        let cells = lenient::cells(&text[grid.raw(record)], delimiter, Style::Torn);
        let filled = |cell: &lenient::Cell| !cell.content.trim().is_empty();
        let last = cells.iter().rposition(filled).map_or(0, |last| last + 1);
        cells.len() - last.saturating_sub(grid.width(record))
    };
    lines.map(width).max().unwrap_or(0)
}

/// How wide the rows are that fill columns without a label and have as many cells as the header with its blank ones: no
/// delimiter is one too many in them. None where most rows that look longer than the labels are longer than that, or what
/// most have there is no mark, as a tick is, but the rest of a sentence.
fn filled_width(
    text: &str,
    grid: &Grid,
    rows: Range<usize>,
    (labels, full): (usize, usize),
    delimiter: u8,
) -> Option<usize> {
    let (mut all, mut whole, mut marked, mut widest) = (0, 0, 0, None);
    for row in rows.filter(|row| grid.width(*row) > labels) {
        let raw = &text[grid.raw(row)];
        let cells = match memchr(b'"', raw.as_bytes()) {
            Some(_) => lenient::cells(raw, delimiter, Style::Torn).len(),
            None => 1 + memchr_iter(delimiter, raw.as_bytes()).count(),
        };
        all += 1;
        if cells == full {
            whole += 1;
            let mut cells = (labels..grid.width(row)).map(|column| grid.cell(text, row, column));
            marked += usize::from(cells.all(is_mark) && !is_sentence(raw, delimiter));
            widest = widest.max(Some(grid.width(row)));
        }
    }
    widest.filter(|_| whole * 2 > all && marked * 2 >= whole)
}

/// Says whether a cell is blank or a single short word, as what ticks somebody off.
fn is_mark(cell: &str) -> bool {
    cell.len() <= LONGEST_MARK && !cell.contains(char::is_whitespace)
}

/// Says whether a space stands behind the last delimiter of a row and not behind the first.
fn is_sentence(raw: &str, delimiter: u8) -> bool {
    let delimiter = char::from(delimiter);
    let last = raw.rsplit(delimiter).next();
    let second = raw.split(delimiter).nth(1);
    let is_spaced = |cell: Option<&str>| cell.is_some_and(|cell| cell.starts_with(' '));
    is_spaced(last) && !is_spaced(second)
}

/// The key with the highest count, of equal ones the highest key; 0 if there is none.
fn most(counts: &HashMap<usize, usize>) -> usize {
    let best = counts.iter().max_by_key(|(key, count)| (**count, **key));
    best.map_or(0, |(key, _)| *key)
}

/// Finds the column that holds an address in most records from one on, and in how many.
fn address_column(text: &str, grid: &Grid, from: usize) -> Option<(usize, usize)> {
    let here = |some: Range<usize>| addresses(text, grid, some.start + from..some.end + from);
    let counts = std::thread::scope(|scope| {
        let mut all: HashMap<usize, usize> = HashMap::new();
        for (column, count) in abreast(scope, grid.len() - from, here).flatten() {
            *all.entry(column).or_default() += count;
        }
        all
    });
    counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .max_by_key(|(column, count)| (*count, std::cmp::Reverse(*column)))
}

/// Counts in which columns records have their address; of several in one record that which the one before has it in.
fn addresses(text: &str, grid: &Grid, records: Range<usize>) -> HashMap<usize, usize> {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    let (mut usual, mut times) = (0, 0);
    for record in records {
        if !grid.is_tidy(record) && memchr(b'@', text[grid.raw(record)].as_bytes()).is_none() {
            continue;
        }
        if is_address(grid.cell(text, record, usual)) {
            times += 1;
            continue;
        }
        let found =
            (0..grid.width(record)).find(|&column| is_address(grid.cell(text, record, column)));
        if let Some(column) = found {
            *counts.entry(usual).or_default() += times;
            (usual, times) = (column, 1);
        }
    }
    *counts.entry(usual).or_default() += times;
    counts
}

/// Where most rows are longer than the header: says whether they begin with a number that has no label, as statistics
/// programs write them, so that the addresses stand one column further right than their label.
fn is_numbered(
    text: &str,
    grid: &Grid,
    labels: &[String],
    mut rows: Range<usize>,
    address: Option<usize>,
) -> bool {
    let mail = |column: usize| labels.get(column).is_some_and(|text| is_mail_label(text));
    let number = |row: usize| {
        let cell = grid.cell(text, row, 0);
        !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit())
    };
    address.is_some_and(|column| column > 0 && !mail(column) && mail(column - 1))
        && rows.all(|row| number(row) && grid.width(row) <= labels.len() + 1)
}

/// Where most rows are longer than the header: the column labelled as that of the addresses, if the surplus comes
/// from delimiters in running text, which have a space behind them.
fn loose_column(
    text: &str,
    grid: &Grid,
    (labels, address): (&[String], Option<usize>),
    rows: Range<usize>,
    delimiter: u8,
) -> Option<usize> {
    let labelled = |at: &usize| is_mail_label(&labels[*at]);
    let mut all = (0..labels.len()).filter(labelled);
    // Of several the last that stands no further right than the addresses.
    let most = address.unwrap_or(labels.len());
    let column = all.clone().rfind(|at| *at <= most).or_else(|| all.next())?;
    let (mut long, mut loose) = (0, 0);
    // How many cells each row has, if all have as many and the last of each is blank; where one has no sentence either, that
    // is an empty column.
    let (mut alike, mut plain) = (None, false);
    for record in rows {
        let surplus = grid.width(record).saturating_sub(labels.len());
        let raw = &text.as_bytes()[grid.raw(record)];
        let delimiters = memchr_iter(delimiter, raw).count();
        let cells = match memchr(b'"', raw) {
            Some(_) => lenient::cells(&text[grid.raw(record)], delimiter, Style::Torn).len(),
            None => delimiters + 1,
        };
        let ends = surplus == 0 && raw.ends_with(&[delimiter]);
        if *alike.get_or_insert(cells) != cells || !ends {
            alike = Some(usize::MAX);
        }
        if delimiters < labels.len() {
            continue;
        }
        let spaced = memchr_iter(delimiter, raw)
            .filter(|at| {
                let behind = &raw[at + 1..];
                behind.starts_with(b" ") || behind.starts_with("\u{a0}".as_bytes())
            })
            .count();
        // The blank cells at the end of a row are columns of it, or too many.
        let whole = delimiters + 1 - labels.len();
        let fits = spaced > 0 && (spaced == surplus || spaced == whole);
        plain |= spaced == 0;
        long += usize::from(surplus > 0 || fits);
        loose += usize::from(fits);
    }
    let ended = plain && alike != Some(usize::MAX);
    (loose > 0 && loose * 5 >= long * 4 && !ended).then_some(column)
}
