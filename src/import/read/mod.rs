//! Any bytes to tables of rows and cells, with every line accounted for, before anybody knows what a column means.
//! Goes by content and never by name; what it repairs it counts, what it cannot read it hands on with the reason.

mod address;
mod broken;
mod choose;
mod clean;
mod delimited;
mod encoding;
mod expect;
mod grid;
mod head;
mod how;
mod learn;
mod lenient;
mod odd;
mod ragged;
mod rejoin;
mod repairs;
mod scan;
mod sep;
mod split;
mod table;
mod words;

pub use how::{How, Repair};
pub use table::{RawRow, Table};

use crate::error::Result;

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
    let decoded = encoding::decode(name, bytes, wishes.encoding.as_deref())?;
    let table = delimited::read(name, decoded, wishes)?;
    Ok(vec![(name.to_string(), table)])
}
