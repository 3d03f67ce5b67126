use std::borrow::Cow;
use std::sync::Arc;

use super::choose::{Reading, choose};
use super::encoding::Decoded;
use super::learn::{Learned, learn};
use super::scan::{Scanned, line_ends, scan};
use super::{
    How, Table, Wishes, below, broken, escape, foot, kind, labels, part, pasted, ragged,
    recipients, remainder, sep, sheet, sideways, surplus, tally, typed,
};
use crate::error::{Error, Result};
use crate::model::order_by_key;

/// Reads text whose cells are delimited: a table, or several that were pasted together, each with the line in which it
/// begins.
///
/// # Errors
/// When it is empty or too large, or when two readings are equally likely.
pub(super) fn read(
    name: &str,
    decoded: Decoded<'_>,
    wishes: &Wishes,
) -> Result<Vec<(usize, Table)>> {
    let Decoded {
        text,
        encoding,
        damaged,
        mut notes,
    } = decoded;
    if text.len() > super::grid::MOST_BYTES {
        return Err(
            Error::new(format!("`{name}` has 2 GiB or more")).hint("split it into smaller files")
        );
    }
    if wishes.delimiter.is_none() {
        let how = How {
            encoding: encoding.clone(),
            notes: notes.clone(),
            ..How::default()
        };
        if let Some(mut table) = recipients::read(name, &text, how)? {
            if damaged {
                table.reject_damaged();
            }
            return Ok(vec![(1, table)]);
        }
    }
    let says_nothing = |c: char| c.is_whitespace() || ",;|\"\0".contains(c);
    if text.chars().all(says_nothing) {
        return Err(kind::no_table(name, "empty", "export the sign-ups again"));
    }
    let said = sep::said(&text);
    let start = said.map_or(0, |(_, bytes)| bytes);
    let from = (start, 1 + line_ends(&text[..start]));
    let wished = wished(wishes)?;
    let sign = said.map(|(sign, _)| sign);
    let (text, escaped, reading) = match escape::doubled(name, &text, from, (sign, wished)) {
        Some((doubled, reading)) => (Cow::Owned(doubled), Some(text), reading),
        None => {
            let reading = choose(name, &text, from, sign, wished)?;
            (text, None, reading)
        }
    };
    let Reading {
        delimiter,
        scanned,
        learned,
    } = reading;
    if let Some((sign, _)) = said
        && sign != delimiter
    {
        notes.push(format!(
            "the first line says that the delimiter is `{sign}`, which the rows do not bear out"
        ));
    }

    let how = How {
        format: match delimiter {
            '\t' => "TSV",
            _ => "CSV",
        },
        encoding,
        delimiter: Some(delimiter),
        preamble_lines: from.1 - 1,
        notes,
        ..How::default()
    };
    if let Some(rows) = sideways::turned(name, &text, &scanned.grid)? {
        let text: String = rows
            .iter()
            .map(|row| sheet::csv(row, delimiter) + "\n")
            .collect();
        let scanned = scan(&text, (0, 1), delimiter as u8, None);
        let learned = learn(&text, &scanned, delimiter as u8);
        let mut table = list(text.into(), how, scanned, &learned);
        table.how.notes.push(sideways::TURNED.to_string());
        return Ok(vec![(1, table)]);
    }
    let mut tables = lists(text, from, how, (scanned, learned), pasted::MOST_LISTS);
    if tables
        .iter()
        .all(|(_, table)| table.header.is_empty() && table.is_empty())
    {
        return Err(kind::no_table(name, "empty", "export the sign-ups again"));
    }
    for (_, table) in &mut tables {
        if let Some(text) = &escaped {
            escape::count(text, table);
        }
        if damaged {
            table.reject_damaged();
        }
    }
    Ok(tables)
}

/// Makes a table of each list in a text from a byte and its line on: of one, or of several that were pasted together.
/// Each comes with the line in which it begins.
fn lists(
    text: Cow<'_, str>,
    from: (usize, usize),
    how: How,
    (mut scanned, mut learned): (Scanned, Learned),
    most: usize,
) -> Vec<(usize, Table)> {
    let byte = how.delimiter.unwrap_or(',') as u8;
    if labels::join(&text, &mut scanned, &learned, byte) {
        learned = learn(&text, &scanned, byte);
    }
    if scanned.odd + scanned.multiline > 0 || !scanned.repairs.0.is_empty() {
        scanned = scan(&text, from, byte, Some(learned.expect));
        learned = learn(&text, &scanned, byte);
        if labels::join(&text, &mut scanned, &learned, byte) {
            learned = learn(&text, &scanned, byte);
        }
    }
    if surplus::join(&text, &mut scanned, &learned, byte) {
        learned = learn(&text, &scanned, byte);
    }
    let grid = &scanned.grid;
    let another = pasted::next_list(&text, grid, learned.head).filter(|_| most > 1);
    let Some(next) = another else {
        return vec![(from.1, list(text, how, scanned, &learned))];
    };
    let below = (grid.raw(next).start, grid.line(next));
    let read = |text: &str, from| {
        let scanned = scan(text, from, byte, None);
        let learned = learn(text, &scanned, byte);
        (scanned, learned)
    };
    let upper = match &text {
        Cow::Borrowed(text) => Cow::Borrowed(&text[..below.0]),
        Cow::Owned(text) => Cow::Owned(text[..below.0].to_string()),
    };
    let lower_how = How {
        preamble_lines: 0,
        notes: Vec::new(),
        ..how.clone()
    };
    let first = read(&upper, from);
    let mut tables = lists(upper, from, how, first, 1);
    if let [(_, table)] = tables.as_mut_slice() {
        pasted::doubt_above(table, learned.head);
    }
    let rest = read(&text, below);
    tables.extend(lists(text, below, lower_how, rest, most - 1));
    tables
}

/// Makes a table of a list.
fn list(text: Cow<'_, str>, how: How, mut scanned: Scanned, learned: &Learned) -> Table {
    let delimiter = how.delimiter.unwrap_or(',');
    let mut table = Table {
        how: How {
            blank_lines: scanned.blank_lines,
            ..how
        },
        ..Table::default()
    };
    broken::rejoin(
        &text,
        &mut scanned,
        learned.head,
        learned.expect,
        delimiter as u8,
    );
    let torn = remainder::join(&text, &mut scanned, learned, delimiter as u8);
    let rows = learned.head.rows_from()..scanned.grid.len();
    let first = rows.start;
    let mut faults = ragged::mend(&text, &mut scanned, rows, learned, delimiter);
    part::add(&mut faults, torn);
    below::doubt_first(&text, &scanned.grid, learned.head, &mut faults);
    let more = surplus::faults(&text, &scanned.grid, learned, delimiter);
    part::add_unsaid(&mut faults, more);
    let below = foot::faults(&text, &scanned.grid, first..scanned.grid.len(), false);
    part::add_unsaid(&mut faults, below);
    part::add(&mut faults, part::headings(&text, &scanned.grid, first));
    let rows = first..scanned.grid.len();
    part::add_unsaid(&mut faults, tally::faults(&text, &scanned.grid, rows));
    table.repairs = std::mem::take(&mut scanned.repairs.0);
    order_by_key(&mut table.repairs, |repair| repair.line);
    table.text = Arc::new(text.into_owned());
    table.grid = scanned.grid;
    table.numbered = learned.numbered;
    table.settle(
        learned.head,
        faults,
        learned.expect.width - learned.prices.len(),
    );
    typed::mend(&mut table);
    table
}

fn wished(wishes: &Wishes) -> Result<Option<char>> {
    match wishes.delimiter {
        Some(sign) if !sign.is_ascii() || matches!(sign, '"' | '\n' | '\r') => Err(Error::new(
            format!("`{sign}` cannot stand between two cells"),
        )
        .hint("--delimiter \";\" or another ASCII character")),
        wished => Ok(wished),
    }
}
