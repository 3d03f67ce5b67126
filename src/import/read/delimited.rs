use super::choose::{Reading, choose};
use super::encoding::Decoded;
use super::learn::learn;
use super::scan::{line_ends, scan};
use super::{How, Table, Wishes, broken, kind, ragged, sep};
use crate::error::{Error, Result};

/// Reads text whose cells are delimited.
///
/// # Errors
/// When it is empty or too large, or when two readings are equally likely.
pub(super) fn read<'a>(name: &str, decoded: Decoded<'a>, wishes: &Wishes) -> Result<Table<'a>> {
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
    let says_nothing = |c: char| c.is_whitespace() || ",;|\"\0".contains(c);
    if text.chars().all(says_nothing) {
        return Err(kind::no_table(name, "empty", "export the sign-ups again"));
    }
    let said = sep::said(&text);
    let start = said.map_or(0, |(_, bytes)| bytes);
    let from = (start, 1 + line_ends(&text[..start]));
    let wished = wished(wishes)?;
    let Reading {
        delimiter,
        mut scanned,
        mut learned,
    } = choose(name, &text, from, said.map(|(sign, _)| sign), wished)?;
    if let Some((sign, _)) = said
        && sign != delimiter
    {
        notes.push(format!(
            "the first line says that the delimiter is `{sign}`, which the rows do not bear out"
        ));
    }

    let byte = delimiter as u8;
    if scanned.odd + scanned.multiline > 0 || !scanned.repairs.0.is_empty() {
        scanned = scan(&text, from, byte, Some(learned.expect));
        learned = learn(&text, &scanned, byte);
    }
    if scanned.grid.len() == 0 {
        return Err(kind::no_table(name, "empty", "export the sign-ups again"));
    }
    let mut table = Table {
        how: How {
            format: match delimiter {
                '\t' => "TSV",
                _ => "CSV",
            },
            encoding,
            delimiter: Some(delimiter),
            blank_lines: scanned.blank_lines,
            preamble_lines: from.1 - 1,
            notes,
            ..How::default()
        },
        ..Table::default()
    };
    broken::rejoin(&text, &mut scanned, learned.head, learned.expect, byte);
    let rows = learned.head.rows_from()..scanned.grid.len();
    let faults = ragged::mend(&text, &mut scanned, rows, learned.expect, delimiter);
    table.repairs = std::mem::take(&mut scanned.repairs.0);
    table.repairs.sort_by_key(|repair| repair.line);
    table.text = text;
    table.grid = scanned.grid;
    table.settle(learned.head, faults, learned.expect.width);
    if damaged {
        table.reject_damaged();
    }
    Ok(table)
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
