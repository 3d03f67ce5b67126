use std::ops::Range;

use memchr::memchr_iter;

use super::address::is_address;
use super::expect::Expect;
use super::grid::Grid;
use super::rejoin::{Profile, rejoin};
use super::repairs::{REJOINED, Repairs};

/// How many ways to join cells are tried in a file before the rows that are left are given up.
const MOST_STEPS: usize = 20_000_000;

/// Mends rows that are longer than the others where that is certain. Returns the records that cannot be read as a
/// row, with the reason.
///
/// Short rows are as they should be, since empty cells at their end may be left out, unless an address shows that
/// something is missing further to the left. `surplus` says whether any
/// row is longer; `doubtful` ones have quotes nobody can make sense of.
pub(super) fn mend(
    text: &str,
    grid: &mut Grid,
    rows: Range<usize>,
    (expect, delimiter, surplus): (Expect, char, bool),
    doubtful: &[usize],
    repairs: &mut Repairs,
) -> Vec<(usize, String)> {
    let mut faults = Vec::new();
    let mut profile = None;
    let mut budget = MOST_STEPS;
    for record in rows.clone() {
        let width = grid.width(record);
        let raw = &text[grid.raw(record)];
        let delimiters = || memchr_iter(delimiter as u8, raw.as_bytes()).count();
        if surplus && (width > expect.width || delimiters() >= expect.width) {
            let profile =
                profile.get_or_insert_with(|| Profile::learn(text, grid, rows.clone(), expect));
            if let Some(cells) = rejoin(raw, delimiter as u8, profile, &mut budget) {
                grid.replace(record, &cells);
                repairs.count(REJOINED, grid.line(record));
            } else if width > expect.width {
                let sign = word(delimiter);
                faults.push((
                    record,
                    format!(
                        "it has {width} cells, where the others have {}: put quotes around a cell that contains {sign}",
                        expect.width
                    ),
                ));
            }
        } else if width < expect.width && is_shifted(text, grid, record, expect) {
            faults.push((
                record,
                format!(
                    "it has {width} cells, where the others have {}, and its address is not in the column of the others",
                    expect.width
                ),
            ));
        } else if width < expect.width && doubtful.binary_search(&record).is_ok() {
            faults.push((
                record,
                "it has a quote without a partner: close it or take it out".to_string(),
            ));
        }
    }
    faults
}

/// Says whether a short row has its address further left than the others have it.
fn is_shifted(text: &str, grid: &Grid, record: usize, expect: Expect) -> bool {
    expect.address.is_some_and(|column| {
        !is_address(grid.cell(text, record, column))
            && (0..column.min(grid.width(record)))
                .any(|left| is_address(grid.cell(text, record, left)))
            && grid.width(record) <= column
    })
}

fn word(delimiter: char) -> String {
    match delimiter {
        ',' => "a comma".into(),
        ';' => "a semicolon".into(),
        '\t' => "a tab".into(),
        sign => format!("a `{sign}`"),
    }
}
