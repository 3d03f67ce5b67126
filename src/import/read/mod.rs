//! Any bytes to tables of rows and cells, with every line accounted for, before anybody knows what a column means.
//! Goes by content and never by name; what it repairs it counts, what it cannot read it hands on with the reason.

mod about;
mod address;
mod answers;
mod archive;
mod below;
mod beside;
mod block;
mod broken;
mod choose;
mod clean;
mod delimited;
mod encoding;
mod escape;
mod expect;
mod file_name;
mod foot;
mod fullest;
mod grid;
mod halves;
mod head;
mod how;
mod kind;
mod labels;
mod learn;
mod lenient;
mod mark;
mod marked;
mod markup;
mod merged;
mod odd;
mod of_all;
mod part;
mod pasted;
mod price;
mod profile;
mod ragged;
mod recipients;
mod rejoin;
mod remainder;
mod repairs;
mod scan;
mod sentence;
mod sep;
mod sheet;
mod shown;
mod sideways;
mod spanned;
mod split;
mod surplus;
mod table;
mod tally;
#[cfg(test)]
mod tests;
mod title;
mod typed;
mod unclosed;
mod widths;
mod words;
mod workbook;
mod wrap;

pub(super) use clean::SPOILT;
pub use how::{How, Repair};
pub(super) use mark::{is_sign, taken_off};
pub(super) use part::WHY as PART;
pub(super) use ragged::ALONE;
pub use table::{RawRow, Table};
pub(super) use tally::COUNTS;

use kind::Kind;

use std::borrow::Cow;

use crate::error::{Error, Result};

/// A spreadsheet has 16,384 columns, and some programs add the blank ones behind those of the list.
const MOST_COLUMNS: usize = 20_000;

/// How somebody wants a file read, where it must not be guessed.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// What stands between two cells; an ASCII character.
    pub delimiter: Option<char>,
    /// A label of the WHATWG Encoding Standard such as `windows-1250`, or `macroman`.
    pub encoding: Option<String>,
    /// The sheet of a workbook, by its name.
    pub sheet: Option<String>,
    /// The years of the event, if they are known: a sheet may be called after another one.
    pub years: Vec<i32>,
    /// What the event and its place are called, if that is known: a document may be called so too.
    pub event: String,
}

/// Reads a file, which need not be kept if it is given away. One file may hold several tables (a zip of CSVs): each comes
/// with the name to show.
///
/// # Errors
/// When nothing in it can be read as a table, or when two readings are equally likely: the message then shows both
/// and the hint names the flag that decides. A row that cannot be read is no error: it has a [`RawRow::fault`].
pub fn read<'b>(
    name: &str,
    bytes: impl Into<Cow<'b, [u8]>>,
    wishes: &Wishes,
) -> Result<Vec<(String, Table)>> {
    let bytes = bytes.into();
    let tables = match kind::of_bytes(&bytes) {
        Kind::Zip => archive::read(name, &bytes, wishes),
        Kind::Gzip => archive::unpack(name, &bytes, wishes),
        _ => file(name, bytes, wishes),
    }?;
    let mut tables: Vec<(String, Table)> = tables.into_iter().flat_map(beside::part).collect();
    for (name, table) in &mut tables {
        table.how.all_are = of_all::all_are(name, &table.how, wishes);
        table.how.may_be = of_all::may_be(name, &table.how);
    }
    match tables
        .iter()
        .find(|(_, table)| table.width() > MOST_COLUMNS)
    {
        None => Ok(tables),
        Some((name, table)) => {
            let message = format!("`{name}` has {} columns, more than any list", table.width());
            Err(Error::new(message).hint(
                "look whether it is a list, or say what stands between two cells: --delimiter",
            ))
        }
    }
}

/// Reads a file that is no zip, or one in a zip.
fn file(name: &str, bytes: Cow<'_, [u8]>, wishes: &Wishes) -> Result<Vec<(String, Table)>> {
    match kind::of_bytes(&bytes) {
        Kind::Zip | Kind::OldExcel => return workbook::read(name, &bytes, wishes),
        Kind::Gzip => return Err(kind::no_table(name, "packed with gzip", "unpack it first")),
        Kind::Other(what, hint) => return Err(kind::no_table(name, what, hint)),
        Kind::Text => {}
    }
    let decoded = encoding::decode(name, bytes, wishes.encoding.as_deref())?.without_end_mark();
    if let Kind::Other(what, hint) = kind::of_text(&decoded.text) {
        if let Some(mut tables) = markup::read(&decoded.text)? {
            for (_, table) in &mut tables {
                table.how.encoding.clone_from(&decoded.encoding);
            }
            if let Some((_, table)) = tables.first_mut() {
                table.how.notes.extend(decoded.notes);
            }
            return Ok(named(name, tables));
        }
        return Err(kind::no_table(name, what, hint));
    }
    Ok(named(name, delimited::read(name, decoded, wishes)?))
}

/// Names the tables of a file: of lists that were pasted together each one but the first says where it begins.
fn named(name: &str, tables: Vec<(usize, Table)>) -> Vec<(String, Table)> {
    let named = |(at, (line, table)): (usize, (usize, Table))| match at {
        0 => (name.to_string(), table),
        _ => (format!("{name}, from line {line}"), table),
    };
    tables.into_iter().enumerate().map(named).collect()
}
