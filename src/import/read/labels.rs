use super::learn::Learned;
use super::lenient::{self, Cell, Style};
use super::pasted::is_title;
use super::profile::spaced;
use super::repairs::REJOINED;
use super::scan::Scanned;
use super::words::is_mail_label;
use crate::import::columns;

/// Joins the labels that a delimiter within one of them parts, as in `Organisation, if any`, and says whether there are
/// any: all rows have fewer cells than the header, by as many as it has labels with a space before them.
///
/// Since rows may end with their last answer there must be more to say so: a small letter behind the space, a row
/// that ends with a blank cell, or addresses that come to stand below their label.
pub(super) fn join(text: &str, scanned: &mut Scanned, learned: &Learned, delimiter: u8) -> bool {
    let Some(header) = learned.head.header.filter(|_| !learned.head.two_lines) else {
        return false;
    };
    let grid = &scanned.grid;
    let raw = &text[grid.raw(header)];
    let loose = lenient::cells(raw, delimiter, Style::Torn);
    let labels = grid.width(header);
    let parts = (1..labels.min(loose.len())).filter(|at| goes_on(&loose[*at - 1], &loose[*at]));
    let parts: Vec<usize> = parts.collect();
    let width = loose.len() - parts.len();
    if parts.is_empty() || width < 2 || labels > loose.len() {
        return false;
    }
    let repeats = |record: &usize| text[grid.raw(*record)] == *raw;
    let headers: Vec<usize> = (header..grid.len()).filter(repeats).collect();
    let is_row =
        |record: &usize| headers.binary_search(record).is_err() && !is_title(text, grid, *record);
    let rows = || (learned.head.rows_from()..grid.len()).filter(is_row);
    let fits = |row: usize| {
        let cells = || lenient::cells(&text[grid.raw(row)], delimiter, Style::Torn);
        grid.width(row) <= width && cells().len() == width
    };
    if rows().next().is_none() || !rows().all(fits) {
        return false;
    }
    let joined = joined(raw, &loose[..labels], &parts);
    let small = |at: &usize| !loose[*at].content.trim().starts_with(char::is_uppercase);
    let ends_blank = || rows().any(|row| grid.width(row) < width);
    let column = learned.expect.address;
    let mail = |label: Option<&str>| label.is_some_and(is_mail_label);
    let stood = column.is_some_and(|column| mail(Some(grid.cell(text, header, column))));
    let stands = column.is_some_and(|column| mail(joined.get(column).map(String::as_str)));
    let moves_away = stood && !stands;
    let comes = stands && !stood;
    if moves_away || !(comes || parts.iter().all(small) || ends_blank()) {
        return false;
    }
    let count = headers.len();
    for header in headers {
        scanned.grid.replace(header, &joined);
    }
    // A header that is repeated is no row that is too long.
    if let Some(long) = scanned.widths.get_mut(&loose.len()) {
        *long = long.saturating_sub(count);
    }
    scanned.widths.retain(|_, count| *count > 0);
    *scanned.widths.entry(width).or_default() += count;
    scanned.repairs.count(REJOINED, scanned.grid.line(header));
    true
}

/// Says whether a space parts a label from the one before it, as behind a comma in a sentence.
fn goes_on(before: &Cell, cell: &Cell) -> bool {
    let blank = |cell: &Cell| cell.content.trim().is_empty();
    spaced(cell) && !before.quoted && !blank(before) && !blank(cell) && !both_ask(before, cell)
}

/// Says whether each of two labels asks for something by itself.
fn both_ask(one: &Cell, other: &Cell) -> bool {
    let asks = |cell: &Cell| {
        let label = cell.content.trim();
        label.ends_with('?') || !columns::scores(&columns::heading(label)).is_empty()
    };
    asks(one) && asks(other)
}

/// The labels of a header, where each of some `parts` of it belongs to the one before.
fn joined(raw: &str, loose: &[Cell], parts: &[usize]) -> Vec<String> {
    let starts: Vec<usize> = (0..loose.len()).filter(|at| !parts.contains(at)).collect();
    let ends = starts.iter().skip(1).copied().chain([loose.len()]);
    let label = |(start, end): (&usize, usize)| match end - start {
        1 => loose[*start].content.trim().to_string(),
        _ => raw[loose[*start].raw.start..loose[end - 1].raw.end]
            .trim()
            .to_string(),
    };
    starts.iter().zip(ends).map(label).collect()
}
