//! Any bytes to tables of rows and cells, with every line accounted for, before anybody knows what a column means.
//! Goes by content and never by name; what it repairs it counts, what it cannot read it hands on with the reason.

mod grid;
mod how;
mod scan;
mod table;

pub use how::{How, Repair};
pub use table::{RawRow, Table};

use crate::error::{Error, Result};

/// How somebody wants a file read, where it must not be guessed.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// What stands between two cells; an ASCII character.
    pub delimiter: Option<char>,
    /// A label of the WHATWG Encoding Standard such as `windows-1250`, or `macroman`.
    pub encoding: Option<String>,
    /// The sheet of a workbook, by its name.
    pub sheet: Option<String>,
}

/// Reads a file. One file may hold several tables (a zip of CSVs): each comes with the name to show.
///
/// # Errors
/// When nothing in it can be read as a table, or when two readings are equally likely: the message then shows both
/// and the hint names the flag that decides. A row that cannot be read is no error: it has a [`RawRow::fault`].
pub fn read<'a>(name: &str, bytes: &'a [u8], wishes: &Wishes) -> Result<Vec<(String, Table<'a>)>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text =
        std::str::from_utf8(bytes).map_err(|_| Error::new(format!("`{name}` is not in UTF-8")))?;
    let delimiter = wishes.delimiter.unwrap_or_else(|| likely(text));
    let grid = scan::scan(text, delimiter as u8);
    let table = Table::new(text.into(), grid, delimiter);
    Ok(vec![(name.to_string(), table)])
}

fn likely(text: &str) -> char {
    let first = text.lines().next().unwrap_or_default();
    let count = |delimiter: &char| first.matches(*delimiter).count();
    [',', ';', '\t', '|']
        .into_iter()
        .max_by_key(count)
        .unwrap_or(',')
}
