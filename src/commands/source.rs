use std::path::Path;

use super::context::Context;
use crate::error::Result;
use crate::import::read::Wishes;
use crate::store;

/// How to read files from elsewhere, where that cannot be told from what is in them.
#[derive(clap::Args, Debug)]
pub(super) struct Reading {
    /// What stands between two cells, if it cannot be told: , ; | or tab
    #[arg(long, value_name = "CHARACTER", value_parser = delimiter)]
    delimiter: Option<char>,
    /// The encoding, if it cannot be told, as in windows-1252 or macroman
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// The sheet of a workbook, if it cannot be told
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
}

impl Reading {
    /// Returns it as what is wished of those who read.
    pub(super) fn wishes(&self) -> Wishes {
        Wishes {
            delimiter: self.delimiter,
            encoding: self.encoding.clone(),
            sheet: self.sheet.clone(),
            ..Wishes::default()
        }
    }
}

/// Returns what a file is called and what it holds; `-` is standard input.
pub(super) fn file(path: &Path, context: &Context) -> Result<(String, Vec<u8>)> {
    if path == Path::new("-") {
        return Ok(("standard input".to_string(), context.standard_input()?));
    }
    Ok((path.display().to_string(), store::read_bytes(path)?))
}

/// Takes what stands between two cells, as a flag names it.
fn delimiter(text: &str) -> std::result::Result<char, String> {
    let mut chars = text.chars();
    match (text, chars.next(), chars.next()) {
        ("tab" | "\\t", ..) => Ok('\t'),
        ("comma", ..) => Ok(','),
        ("semicolon", ..) => Ok(';'),
        (_, Some(one), None) if one.is_ascii() => Ok(one),
        _ => Err("write one character, or tab".to_string()),
    }
}
