use std::ops::Range;

use crate::error::{Error, Result};
use crate::model::{Chronicle, HistoryEntry, What};
use crate::sheet::{delimiters, line_cells};

/// Writes an entry as a line of CSV (RFC 4180) that holds no line break: one entry, one line is what makes a torn one
/// recognisable.
///
/// `words` is room for the reason.
pub(super) fn write(entry: &HistoryEntry<'_>, line: &mut String, words: &mut String) {
    words.clear();
    entry.why.write(words);
    let cells = [
        entry.time,
        entry.code,
        entry.what.word(),
        entry.value,
        words,
        entry.by,
    ];
    let start = line.len();
    for cell in cells {
        line.push_str(cell);
        line.push(',');
    }
    // Nearly always no cell holds anything to be quoted: one look at the whole line is less than one at each cell.
    let written = &line.as_bytes()[start..];
    if delimiters(written, b',') != Some(cells.len()) {
        line.truncate(start);
        cells.into_iter().for_each(|cell| quote(cell, line));
    }
    line.pop();
    line.push('\n');
}

/// Writes a cell and the comma behind it, quoted if it must be.
fn quote(cell: &str, line: &mut String) {
    if cell.contains([',', '"', '\n', '\r']) {
        if cell.contains(['\r', '\n', '\0', '"']) {
            let plain = cell.replace(['\r', '\n', '\0'], " ").replace('"', "\"\"");
            line.extend(["\"", plain.as_str(), "\""]);
        } else {
            line.extend(["\"", cell, "\""]);
        }
    } else {
        line.push_str(cell);
    }
    line.push(',');
}

/// Takes lines that [`write`] has written, from a place in the text on.
///
/// # Errors
/// The first line that is none, counted from 0.
pub(super) fn read(text: String, from: usize) -> std::result::Result<Chronicle, (usize, Error)> {
    let mut chronicle = Chronicle::on(text);
    let (mut start, end) = (from, chronicle.text().len());
    let mut at = 0;
    while start < end {
        start = take(&mut chronicle, start..end).map_err(|error| (at, error))? + 1;
        at += 1;
    }
    Ok(chronicle)
}

/// Takes those lines that are sound.
pub(super) fn sound(text: String) -> Chronicle {
    let mut chronicle = Chronicle::on(text);
    let (mut start, end) = (0, chronicle.text().len());
    while start < end {
        let line = &chronicle.text()[start..end];
        let length = line.find('\n').unwrap_or(line.len());
        let _ = take(&mut chronicle, start..start + length);
        start += length + 1;
    }
    chronicle
}

/// Takes the first of the lines that stand there in the text; returns where it ends.
fn take(chronicle: &mut Chronicle, lines: Range<usize>) -> Result<usize> {
    let text = &chronicle.text()[..lines.end];
    let damaged = || Error::new("this is no line of the history");
    let ([time, code, what, value, why, mut by], end) =
        line_cells(text, lines.start).ok_or_else(damaged)?;
    // Whoever edits it on another system saves it with other line ends.
    by.range.end -= usize::from(text[by.range.clone()].ends_with('\r'));
    let what = What::parse(&text[what.range])?;
    let cells = [time, code, value, why, by].map(|cell| {
        if cell.doubled {
            let plain = chronicle.text()[cell.range].replace("\"\"", "\"");
            chronicle.write(&plain)
        } else {
            cell.range
        }
    });
    chronicle.mark(what, cells);
    Ok(end)
}
