use std::collections::HashSet;
use std::sync::Arc;

use calamine::{Data, DataType, Dimensions, Range};

use super::clean::clean;
use super::encoding::Decoded;
use super::learn::learn;
use super::merged::Merged;
use super::repairs::MERGED;
use super::scan::Scanned;
use super::workbook::address;
use super::{How, Table, Wishes, delimited, part, ragged, typed};
use crate::error::Result;
use crate::import::columns::{heading, scores};
use crate::import::field::Field;

/// So far down a sheet the heading of the names is looked for.
const MOST_ABOVE: usize = 20;

/// What is said where a merged cell is not read in all its rows.
const MERGED_NAMES: &str = "a cell is merged over several rows and read in the first of them only: write it into each row that it is about";

/// One sheet of a workbook.
pub(super) struct Sheet<'r> {
    pub(super) title: &'r str,
    range: &'r Range<Data>,
    /// The cells that were merged.
    merged: &'r [Dimensions],
    pub(super) addresses: HashSet<String>,
}

impl<'r> Sheet<'r> {
    pub(super) fn new(title: &'r str, range: &'r Range<Data>, merged: &'r [Dimensions]) -> Self {
        let cells = range.used_cells().filter_map(|(_, _, cell)| address(cell));
        Self {
            title,
            addresses: cells.collect(),
            range,
            merged,
        }
    }

    /// How many cells hold something.
    pub(super) fn filled(&self) -> usize {
        self.range.used_cells().count()
    }

    /// How many rows hold something.
    pub(super) fn rows(&self) -> usize {
        let filled = |row: &&[Data]| row.iter().any(|cell| !cell.is_empty());
        self.range.rows().filter(filled).count()
    }

    /// What stands below the heading of people's names, without case; of a first and a last name one says enough.
    pub(super) fn names(&self) -> HashSet<String> {
        let is_named = |cell: &Data| {
            let label = cell.get_string().map(heading).unwrap_or_default();
            let fields = scores(&label);
            let names = [Field::Name, Field::Last, Field::First];
            fields.iter().any(|(field, _)| names.contains(field))
        };
        let mut above = self.range.rows().take(MOST_ABOVE).enumerate();
        let found = above.find_map(|(row, cells)| Some((row, cells.iter().position(is_named)?)));
        let Some((row, column)) = found else {
            return HashSet::new();
        };
        let below = self.range.rows().skip(row + 1);
        let names = below.filter_map(|cells| cells.get(column)?.get_string());
        let names = names.map(|name| name.trim().to_lowercase());
        names.filter(|name| !name.is_empty()).collect()
    }
}

/// Makes a table of a sheet. Its text is the sheet written as CSV.
///
/// # Errors
/// When everything stands in one column that can be read in two ways.
pub(super) fn table(sheet: &Sheet, format: &'static str) -> Result<Table> {
    let above = sheet.range.start().map_or(0, |(row, _)| row as usize);
    if sheet.range.width() == 1
        && let Some(mut table) = one_column(sheet, above)
    {
        table.how.format = format;
        return Ok(table);
    }
    let (mut text, mut scanned) = laid_out(sheet, above, &Merged::default());
    let mut learned = learn(&text, &scanned, b',');
    let merged = Merged::find(sheet.range, sheet.merged, (&text, &scanned.grid), &learned);
    if !merged.is_empty() {
        (text, scanned) = laid_out(sheet, above, &merged);
        learned = learn(&text, &scanned, b',');
    }
    let widest = scanned.widths.keys().copied().max().unwrap_or(0);
    let mut table = Table {
        how: How {
            format,
            sheet: Some(sheet.title.to_string()),
            blank_lines: scanned.blank_lines,
            notes: merged
                .left
                .then(|| MERGED_NAMES.to_string())
                .into_iter()
                .collect(),
            ..How::default()
        },
        repairs: scanned.repairs.0,
        text: Arc::new(text),
        grid: scanned.grid,
        ..Table::default()
    };
    let alone =
        |record: &usize| ragged::is_alone(&table.text, &table.grid, *record, learned.expect);
    let mut faults: Vec<(usize, String)> = match learned.addressed > 0.8 && widest > 2 {
        true => (learned.head.rows_from()..table.grid.len())
            .filter(alone)
            .map(|record| (record, ragged::ALONE.to_string()))
            .collect(),
        false => Vec::new(),
    };
    let first = learned.head.rows_from();
    let headings = part::headings(&table.text, &table.grid, first);
    part::add(&mut faults, headings);
    table.settle(learned.head, faults, widest);
    typed::mend(&mut table);
    Ok(table)
}

/// Writes a sheet as CSV, and where its cells stand in it.
fn laid_out(sheet: &Sheet, above: usize, merged: &Merged) -> (String, Scanned) {
    let mut text = String::new();
    let mut scanned = Scanned {
        blank_lines: above,
        ..Scanned::default()
    };
    let left = sheet.range.start().map_or(0, |(_, column)| column);
    for (row, cells) in sheet.range.rows().enumerate() {
        let mut repaired = false;
        let shown = |(cell, column): (&Data, u32)| {
            let shown = merged.shows((above + row) as u32, column);
            repaired |= shown.is_some();
            show(shown.unwrap_or(cell))
        };
        let cells: Vec<String> = match merged.is_empty() {
            true => cells.iter().map(show).collect(),
            false => cells.iter().zip(left..).map(shown).collect(),
        };
        if repaired {
            scanned.repairs.count(MERGED, above + row + 1);
        }
        let Some(last) = cells.iter().rposition(|cell| !cell.is_empty()) else {
            scanned.blank_lines += 1;
            continue;
        };
        let cells = &cells[..=last];
        let start = text.len();
        text.push_str(&csv(cells));
        scanned.grid.push(start..text.len(), above + row + 1, cells);
        text.push('\n');
        *scanned.widths.entry(cells.len()).or_default() += 1;
    }
    (text, scanned)
}

/// Reads a sheet whose rows each stand in one cell, delimited, as when a file was opened with the wrong delimiter.
fn one_column(sheet: &Sheet, above: usize) -> Option<Table> {
    let lines: Vec<String> = sheet
        .range
        .rows()
        .map(|row| row.first().map_or_else(String::new, show))
        .collect();
    if lines.iter().any(|line| line.contains('\n')) {
        return None;
    }
    let decoded = Decoded {
        text: ("\n".repeat(above) + &lines.join("\n")).into(),
        encoding: String::new(),
        damaged: false,
        notes: vec!["each row stands in one cell of the sheet".to_string()],
    };
    let mut tables = delimited::read(sheet.title, decoded, &Wishes::default()).ok()?;
    let (_, mut table) = tables.pop().filter(|_| tables.is_empty())?;
    table.how.sheet = Some(sheet.title.to_string());
    (table.width() > 1).then_some(table)
}

/// What a cell says: numbers in full, dates as ISO 8601.
fn show(cell: &Data) -> String {
    let text = match cell {
        Data::String(text) => return clean(text).trim().to_string(),
        // A time of the day is kept as a part of day 0.
        Data::DateTime(date) if date.is_datetime() && date.as_f64() < 1.0 => {
            cell.as_time().map(|time| time.to_string())
        }
        Data::DateTime(date) if date.is_datetime() => cell.as_datetime().map(|time| {
            let text = time.format("%Y-%m-%d %H:%M:%S").to_string();
            text.strip_suffix(" 00:00:00")
                .map(Into::into)
                .unwrap_or(text)
        }),
        Data::DateTimeIso(text) => Some(text.replacen('T', " ", 1)),
        _ => None,
    };
    text.unwrap_or_else(|| cell.to_string())
}

fn csv(cells: &[String]) -> String {
    let quoted = |cell: &String| {
        if cell.contains(['"', ',', '\n']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    cells.iter().map(quoted).collect::<Vec<_>>().join(",")
}
