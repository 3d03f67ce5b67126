use std::borrow::Cow;

use crate::error::{Error, Result};
use crate::model::{HistoryEntry, What};

/// Returns an entry as a line of CSV (RFC 4180) that holds no line break: one entry, one line is what makes a torn one
/// recognisable.
pub(super) fn write(entry: &HistoryEntry<'_>) -> String {
    let cells = [
        &*entry.time,
        &entry.code,
        entry.what.word(),
        &entry.value,
        &entry.why,
        &entry.by,
    ];
    let mut line = String::with_capacity(96);
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
    line
}

/// Takes a line that [`write`] has written.
pub(super) fn read(line: &str) -> Result<HistoryEntry<'_>> {
    let mut rest = Some(line.strip_suffix('\r').unwrap_or(line));
    let mut cell = || {
        let text = rest?;
        let (cell, more) = cut(text)?;
        rest = more;
        Some(cell)
    };
    let mut all = || Some([cell()?, cell()?, cell()?, cell()?, cell()?, cell()?]);
    let damaged = || Error::new("this is no line of the history");
    let [time, code, what, value, why, by] = all().ok_or_else(damaged)?;
    if rest.is_some() {
        return Err(damaged());
    }
    Ok(HistoryEntry {
        time,
        code,
        what: What::parse(&what)?,
        value,
        why,
        by,
    })
}

/// Cuts off the first cell; returns it and what is behind the comma, none at the end of the line.
fn cut(text: &str) -> Option<(Cow<'_, str>, Option<&str>)> {
    let Some(quoted) = text.strip_prefix('"') else {
        return Some(match text.split_once(',') {
            Some((cell, rest)) => (cell.into(), Some(rest)),
            None => (text.into(), None),
        });
    };
    let mut from = 0;
    let end = loop {
        let at = from + quoted[from..].find('"')?;
        if quoted[at + 1..].starts_with('"') {
            from = at + 2;
        } else {
            break at;
        }
    };
    let cell = quoted[..end].replace("\"\"", "\"").into();
    match &quoted[end + 1..] {
        "" => Some((cell, None)),
        rest => Some((cell, Some(rest.strip_prefix(',')?))),
    }
}
