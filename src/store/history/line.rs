use std::ops::Range;

use crate::error::{Error, Result};
use crate::model::{Chronicle, HistoryEntry, What};
use crate::sheet::{line_cells, plain_cells};

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
    // Those of one command look alike: mostly there is a comma in each `why`, or in none.
    let mut plain = true;
    while start < end {
        let quickly = plain.then(|| take_plain(&mut chronicle, start..end));
        let line_end = match quickly.flatten() {
            Some(line_end) => line_end,
            None => {
                let rest = &chronicle.text().as_bytes()[start..end];
                let line_end = memchr::memchr(b'\n', rest).map_or(end, |at| start + at);
                take(&mut chronicle, start..line_end).map_err(|error| (at, error))?;
                plain =
                    memchr::memchr(b'"', &chronicle.text().as_bytes()[start..line_end]).is_none();
                line_end
            }
        };
        start = line_end + 1;
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

/// Takes the first of the lines that stand there in the text, if nothing in it is quoted; returns where it ends.
fn take_plain(chronicle: &mut Chronicle, lines: Range<usize>) -> Option<usize> {
    let text = &chronicle.text()[..lines.end];
    let [t, c, w, v, y, end] = plain_cells(text, lines.start)?;
    let what = What::parse(&text[c + 1..w]).ok()?;
    let by = y + 1..end - usize::from(text[y + 1..end].ends_with('\r'));
    chronicle.mark(what, [lines.start..t, t + 1..c, w + 1..v, v + 1..y, by]);
    Some(end)
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
