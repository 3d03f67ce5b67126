use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1250, WINDOWS_1252};

use super::shapes::Sheet;

/// One thing that happens to files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Damage {
    Delimiter(char),
    QuoteAll,
    LineEnd(&'static str),
    NoFinalLineEnd,
    Bom(usize),
    Said,
    Wide {
        big: bool,
        bom: bool,
    },
    Old(&'static str),
    Preamble,
    Blank,
    Empty,
    Repeated,
    Columns(usize),
    Trimmed,
    Spaced,
    NoBreak,
    ZeroWidth,
    Nul,
    NoHeader,
    /// Quotes inside a quoted cell are not doubled.
    Undoubled,
    /// A quote opens the last cell of one row and nothing closes it.
    Unclosed,
    /// The quote that closes the first quoted cell of one row is missing.
    Unfinished,
    /// Every line, or every third, is in quotes as a whole.
    Wrapped(usize),
    /// Cells with a delimiter are not in quotes, in one row.
    Loose,
    /// A cell with a line end is not in quotes.
    Broken,
}

use Damage::*;

pub(super) const DAMAGES: &[Damage] = &[
    Delimiter(';'),
    Delimiter('\t'),
    Delimiter('|'),
    QuoteAll,
    LineEnd("\r\n"),
    LineEnd("\r"),
    NoFinalLineEnd,
    Bom(1),
    Bom(2),
    Said,
    Wide {
        big: false,
        bom: true,
    },
    Wide {
        big: false,
        bom: false,
    },
    Wide {
        big: true,
        bom: true,
    },
    Wide {
        big: true,
        bom: false,
    },
    Old("windows-1252"),
    Old("windows-1250"),
    Old("macintosh"),
    Preamble,
    Blank,
    Empty,
    Repeated,
    Columns(3),
    Columns(2000),
    Trimmed,
    Spaced,
    NoBreak,
    ZeroWidth,
    Nul,
    NoHeader,
    Undoubled,
    Unclosed,
    Unfinished,
    Wrapped(1),
    Wrapped(3),
    Loose,
    Broken,
];

/// A damaged file and what it should be read as.
pub(super) struct File {
    pub(super) bytes: Vec<u8>,
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

/// Writes a sheet down with all the damages; nothing if they cannot be had together.
pub(super) fn write(sheet: &Sheet, damages: &[Damage]) -> Option<File> {
    let has = |damage: Damage| damages.contains(&damage);
    let delimiters: Vec<char> = damages
        .iter()
        .filter_map(|damage| match damage {
            Delimiter(sign) => Some(*sign),
            _ => None,
        })
        .collect();
    let encodings = damages
        .iter()
        .filter(|one| matches!(one, Old(_) | Wide { .. } | Bom(_)));
    let ends = damages.iter().filter(|one| matches!(one, LineEnd(_)));
    // An unfinished cell with a quote inside has two again, and nobody knows which is missing.
    if has(Undoubled) && (has(Unfinished) || has(Unclosed)) {
        return None;
    }
    // Where empty cells are left out or everything is in quotes, a cell too many may be a column more.
    let trimmed =
        has(Trimmed) && (has(Loose) || has(Undoubled) || has(Unfinished) || has(Unclosed));
    if trimmed || has(Unclosed) && damages.iter().any(|one| matches!(one, Wrapped(_))) {
        return None;
    }
    // Where a space follows every delimiter none says that it belongs to a sentence.
    if has(Loose) && has(Spaced) {
        return None;
    }
    if delimiters.len() > 1 || encodings.count() > 1 || ends.count() > 1 {
        return None;
    }
    if has(NoHeader) && (has(Preamble) || has(Repeated) || !sheet.sublabels.is_empty()) {
        return None;
    }
    let delimiter = delimiters.first().copied().unwrap_or(',');
    let columns = damages.iter().find_map(|one| match one {
        Columns(more) => Some(*more),
        _ => None,
    });
    let end = damages.iter().find_map(|one| match one {
        LineEnd(end) => Some(*end),
        _ => None,
    });
    let end = end.unwrap_or("\n");
    let wrapped = damages.iter().find_map(|one| match one {
        Wrapped(every) => Some(*every),
        _ => None,
    });

    let mut lines = Vec::new();
    if has(Said) {
        lines.push(format!("sep={delimiter}"));
    }
    if has(Preamble) {
        lines.push("Sign-ups for the conference".to_string());
        lines.push(String::new());
    }
    let mut records = Vec::new();
    if !has(NoHeader) {
        records.push(sheet.header.clone());
        records.extend((!sheet.sublabels.is_empty()).then(|| sheet.sublabels.clone()));
    }
    let heads = records.len();
    records.extend(sheet.rows.iter().cloned());
    for (index, record) in records.iter().enumerate() {
        let row = index.checked_sub(heads);
        let mut cells = record.clone();
        if row.is_some() {
            for cell in &mut cells {
                dirty(cell, damages);
            }
        }
        cells.extend(vec![String::new(); columns.unwrap_or(0)]);
        while has(Trimmed) && cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        let mut line = join(&cells, delimiter, row, damages)?;
        if let Some(every) = wrapped
            && index % every == 0
        {
            line = format!("\"{}\"", line.replace('"', "\"\""));
        }
        lines.push(line);
        if has(Blank) && index % 4 == 1 && (row.is_some() || sheet.sublabels.is_empty()) {
            lines.push(String::new());
        }
        if has(Empty) && index % 5 == 3 {
            lines.push(delimiter.to_string().repeat(sheet.header.len() - 1));
        }
        if has(Repeated) && row == Some(9) {
            lines.push(join(&sheet.header, delimiter, None, damages)?);
        }
    }
    let mut text = lines.join(end);
    if !has(NoFinalLineEnd) {
        text.push_str(end);
    }
    Some(File {
        bytes: encode(&text, damages)?,
        header: if has(NoHeader) {
            Vec::new()
        } else {
            sheet.header.clone()
        },
        rows: sheet.rows.clone(),
    })
}

fn dirty(cell: &mut String, damages: &[Damage]) {
    if damages.contains(&NoBreak) {
        *cell = cell.replace(' ', "\u{a0}");
    }
    if damages.contains(&ZeroWidth) && !cell.is_empty() {
        cell.push('\u{200b}');
    }
    if damages.contains(&Nul) && !cell.is_empty() {
        cell.insert(0, '\0');
    }
}

/// Joins cells to a line; in row 7 or 12 in the way that a damage says.
fn join(
    cells: &[String],
    delimiter: char,
    row: Option<usize>,
    damages: &[Damage],
) -> Option<String> {
    let has = |damage: Damage| damages.contains(&damage);
    let loose = has(Loose) && row == Some(12);
    let broken = has(Broken) && row == Some(4);
    // What nobody could mend is not asked for.
    let wrapped = damages.iter().any(|one| matches!(one, Wrapped(_)));
    let hopeless = |cell: &String| {
        let text = cell.trim_matches(['\u{200b}', '\0']);
        has(Loose) && (text.ends_with(delimiter) || text.starts_with('"'))
            || (has(Undoubled) || has(Unfinished) && wrapped)
                && cell.contains(&format!("\"{delimiter}"))
    };
    if cells.iter().any(hopeless) || broken && cells.last().is_some_and(|cell| cell.contains('\n'))
    {
        return None;
    }
    let mut written = Vec::new();
    for cell in cells {
        let ends = cell.contains(['\n', '\r']);
        let special = ends || cell.contains(delimiter) || cell.starts_with('"');
        let needs = special || has(QuoteAll) || cell.contains('"') && !has(Broken);
        written.push(if ends && broken || cell.contains(delimiter) && loose {
            cell.clone()
        } else if needs && has(Undoubled) {
            format!("\"{cell}\"")
        } else if needs {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        });
    }
    if has(Unclosed) && row == Some(7) {
        let last = written.iter().rposition(|cell| !cell.is_empty())?;
        if written[last].starts_with('"') {
            written[last].pop();
        } else {
            written[last].insert(0, '"');
        }
    }
    if has(Unfinished) && row == Some(10) {
        let quoted = written
            .iter()
            .position(|cell| cell.starts_with('"') && cell.len() > 2);
        written[quoted?].pop();
    }
    let between = if has(Spaced) {
        format!("{delimiter} ")
    } else {
        delimiter.to_string()
    };
    Some(written.join(&between))
}

fn encode(text: &str, damages: &[Damage]) -> Option<Vec<u8>> {
    for damage in damages {
        match damage {
            Bom(times) => return Some([b"\xef\xbb\xbf".repeat(*times), text.into()].concat()),
            Wide { big, bom } => {
                let unit = |unit: u16| {
                    if *big {
                        unit.to_be_bytes()
                    } else {
                        unit.to_le_bytes()
                    }
                };
                let bom = if *bom { "\u{feff}" } else { "" };
                return Some(
                    format!("{bom}{text}")
                        .encode_utf16()
                        .flat_map(unit)
                        .collect(),
                );
            }
            Old(label) => {
                let encoding = [WINDOWS_1252, WINDOWS_1250, MACINTOSH]
                    .into_iter()
                    .find(|one: &&Encoding| one.name() == *label)?;
                let (bytes, _, lost) = encoding.encode(text);
                return (!lost).then(|| bytes.into_owned());
            }
            _ => {}
        }
    }
    Some(text.into())
}
