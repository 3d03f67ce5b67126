use std::ops::Range;

use crate::error::{Error, Result};
use crate::model::{Chronicle, HistoryEntry, What};
use crate::sheet::line_cells;

/// Writes an entry as a line of CSV (RFC 4180) that holds no line break: one entry, one line is what makes a torn one
/// recognisable.
pub(super) fn write(entry: &HistoryEntry<'_>, line: &mut String) {
    let cells = [
        entry.time,
        entry.code,
        entry.what.word(),
        entry.value,
        entry.why,
        entry.by,
    ];
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            line.push(',');
        }
        let quoted = cell.contains([',', '"', '\r', '\n']);
        if quoted {
            let plain = cell.replace(['\r', '\n', '\0'], " ").replace('"', "\"\"");
            line.extend(["\"", plain.as_str(), "\""]);
        } else {
            line.push_str(cell);
        }
    }
    line.push('\n');
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
        let length = memchr::memchr(b'\n', &chronicle.text().as_bytes()[start..end]);
        let length = length.unwrap_or(end - start);
        take(&mut chronicle, start..start + length).map_err(|error| (at, error))?;
        start += length + 1;
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

fn take(chronicle: &mut Chronicle, line: Range<usize>) -> Result<()> {
    let text = &chronicle.text()[line.clone()];
    let text = text.strip_suffix('\r').unwrap_or(text);
    let damaged = || Error::new("this is no line of the history");
    let [time, code, what, value, why, by] = line_cells(text).ok_or_else(damaged)?;
    let what = What::parse(&text[what.range])?;
    let cells = [time, code, value, why, by].map(|cell| {
        let range = line.start + cell.range.start..line.start + cell.range.end;
        if cell.doubled {
            let plain = chronicle.text()[range].replace("\"\"", "\"");
            chronicle.write(&plain)
        } else {
            range
        }
    });
    chronicle.mark(what, cells);
    Ok(())
}
