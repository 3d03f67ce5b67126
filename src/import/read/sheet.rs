use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use calamine::{Data, DataType, Dimensions};

use super::clean::clean;
use super::encoding::Decoded;
use super::learn::{Learned, learn};
use super::merged::Merged;
use super::repairs::MERGED;
use super::scan::Scanned;
use super::workbook::address;
use super::{
    How, Table, Wishes, below, delimited, foot, part, pasted, ragged, sideways, tally, typed,
};
use crate::error::Result;
use crate::import::columns::{heading, scores};
use crate::import::field::Field;
use crate::import::phone;
use crate::import::products::{is_form, recognise};
use crate::import::standing;

/// So far down a sheet the heading of the names is looked for.
const MOST_ABOVE: usize = 20;

/// What is said of whoever is on a mailing list.
const ON_LISTS: [&str; 5] = ["subscribed", "unsubscribed", "cleaned", "active", "valid"];

/// What is said where a merged cell is not read in all its rows.
const MERGED_NAMES: &str = "a cell is merged over several rows and read in the first of them only: write it into each row that it is about";

/// One sheet of a workbook.
pub(super) struct Sheet<'r> {
    pub(super) title: &'r str,
    range: &'r calamine::Range<Data>,
    /// The cells that were merged.
    merged: &'r [Dimensions],
    pub(super) addresses: HashSet<String>,
}

impl<'r> Sheet<'r> {
    pub(super) fn new(
        title: &'r str,
        range: &'r calamine::Range<Data>,
        merged: &'r [Dimensions],
    ) -> Self {
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

    /// Says whether a column tells who comes: a status, a ticket, or answers of several people.
    pub(super) fn tells_of_places(&self) -> bool {
        let asks = |cell: &Data| {
            let label = cell.get_string().map(heading).unwrap_or_default();
            let fields = scores(&label);
            let told = [Field::Status, Field::Ticket];
            fields.iter().any(|(field, _)| told.contains(field))
        };
        let answers = |cell: &Data| {
            cell.get_string()
                .is_some_and(|text| standing::of_cell(text).is_some())
        };
        let mut above = self.range.rows().take(MOST_ABOVE);
        above.any(|cells| cells.iter().any(asks))
            || self
                .range
                .used_cells()
                .filter(|(_, _, cell)| answers(cell))
                .nth(1)
                .is_some()
    }

    /// Says whether a heading beside those of people asks what whoever signs up is asked, or tells when they did. A date
    /// stands among the settings as well.
    pub(super) fn asks_for_sign_ups(&self) -> bool {
        const WHO: [Field; 4] = [Field::Name, Field::First, Field::Last, Field::Email];
        const ASKED: [Field; 7] = [
            Field::Registered,
            Field::Status,
            Field::Ticket,
            Field::Diet,
            Field::Access,
            Field::Updates,
            Field::Photo,
        ];
        let best = |cell: &Data| {
            let fields = scores(&cell.get_string().map(heading).unwrap_or_default());
            let best = fields.iter().max_by(|one, other| one.1.total_cmp(&other.1));
            best.map(|(field, _)| *field)
        };
        let asks = |cells: &&[Data]| {
            let fields: Vec<Field> = cells.iter().filter_map(best).collect();
            let holds = |some: &[Field]| fields.iter().any(|field| some.contains(field));
            holds(&WHO) && holds(&ASKED) && !cells.iter().any(|cell| address(cell).is_some())
        };
        let mut above = self.range.rows().take(MOST_ABOVE);
        above.any(|cells| asks(&cells))
    }

    /// Says whether it has the headings of what people answered through a form.
    pub(super) fn is_of_form(&self) -> bool {
        let labels = |cells: &[Data]| {
            let labels = cells.iter().map(|cell| cell.get_string().map(heading));
            labels.map(Option::unwrap_or_default).collect()
        };
        let first = self.range.rows().next().map(labels);
        first.is_some_and(|labels: Vec<String>| is_form(recognise(&labels).name))
    }

    /// As [`tells_of_places`](Self::tells_of_places), by more than what is said of consents or of a mailing list.
    pub(super) fn says_who_comes(&self) -> bool {
        let best = |cell: &Data| {
            let fields = scores(&cell.get_string().map(heading).unwrap_or_default());
            let best = fields.iter().max_by(|one, other| one.1.total_cmp(&other.1));
            best.map(|(field, _)| *field)
        };
        let above = || self.range.rows().take(MOST_ABOVE);
        let asks = |column: usize, some: &[Field]| {
            let mut cells = above().filter_map(|cells| cells.get(column));
            cells.any(|cell| best(cell).is_some_and(|field| some.contains(&field)))
        };
        let answers = |column: usize| {
            let cells = self.range.rows().filter_map(|cells| cells.get(column));
            let said = cells.filter_map(|cell| cell.get_string());
            let said = said.filter(|text| !ON_LISTS.contains(&heading(text).as_str()));
            said.filter(|text| standing::of_cell(text).is_some())
                .nth(1)
                .is_some()
        };
        let figures = |column: usize| {
            let cells = self.range.rows().filter_map(|cells| cells.get(column));
            let is_answer =
                |cell: &&Data| ["0", "1", "true", "false"].contains(&&*show(cell).to_lowercase());
            cells.filter(is_answer).nth(1).is_some()
        };
        (0..self.range.width()).any(|column| {
            asks(column, &[Field::Ticket])
                || asks(column, &[Field::Status]) && figures(column)
                || !asks(column, &[Field::Updates, Field::Photo]) && answers(column)
        })
    }

    /// How many rows hold a phone number.
    pub(super) fn numbers(&self) -> usize {
        let number = |cell: &Data| phone::alone(&show(cell)).is_some();
        let rows = self.range.rows();
        rows.filter(|cells| cells.iter().any(number)).count()
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

/// Makes a table of a sheet, or several of lists that stand one below the other, each with the row in which it begins.
/// Their text is the sheet written as CSV.
///
/// # Errors
/// When it lies on its side and cannot be turned for certain.
pub(super) fn tables(sheet: &Sheet, format: &'static str) -> Result<Vec<(usize, Table)>> {
    let above = sheet.range.start().map_or(0, |(row, _)| row as usize);
    if sheet.range.width() == 1
        && let Some(mut table) = one_column(sheet, above)
    {
        table.how.format = format;
        return Ok(vec![(above + 1, table)]);
    }
    let how = How {
        format,
        sheet: Some(sheet.title.to_string()),
        ..How::default()
    };
    let mut tables = Vec::new();
    let mut rows = 0..sheet.range.height();
    loop {
        let (text, mut scanned, learned, left) = shown(sheet, rows.clone(), above);
        if let Some(rows) = sideways::turned(sheet.title, &text, &scanned.grid)? {
            let mut scanned = Scanned::default();
            let mut text = String::new();
            for (column, cells) in rows.iter().enumerate() {
                add(&mut text, &mut scanned, cells, column + 1);
            }
            let learned = learn(&text, &scanned, b',');
            let mut table = list(text, how, scanned, &learned);
            table.how.notes.push(sideways::TURNED.to_string());
            tables.push((1, table));
            return Ok(tables);
        }
        let more = tables.len() + 1 < pasted::MOST_LISTS;
        let next = pasted::next_list(&text, &scanned.grid, learned.head).filter(|_| more);
        let first = scanned.grid.line(0);
        if tables.is_empty() {
            scanned.blank_lines += above;
        }
        let Some(next) = next else {
            tables.push((first, list(text, noted(how, left), scanned, &learned)));
            return Ok(tables);
        };
        let below = scanned.grid.line(next) - above - 1;
        let (text, mut upper, learned, left) = shown(sheet, rows.start..below, above);
        if tables.is_empty() {
            upper.blank_lines += above;
        }
        let mut table = list(text, noted(how.clone(), left), upper, &learned);
        pasted::doubt_above(&mut table, learned.head);
        tables.push((first, table));
        rows.start = below;
    }
}

/// Notes that a merged cell is not read in all its rows, if there is one.
fn noted(mut how: How, left: bool) -> How {
    how.notes.extend(left.then(|| MERGED_NAMES.to_string()));
    how
}

/// Some rows of a sheet written as CSV, what they look like, and whether a cell that was merged over several of them is read
/// in the first one only; `above` the sheet are so many rows more.
fn shown(sheet: &Sheet, rows: Range<usize>, above: usize) -> (String, Scanned, Learned, bool) {
    let (mut text, mut scanned) = written(sheet, rows.clone(), above, &Merged::default());
    let mut learned = learn(&text, &scanned, b',');
    let place = (&*text, &scanned.grid);
    let merged = Merged::find(sheet.range, sheet.merged, place, &learned);
    if !merged.is_empty() {
        (text, scanned) = written(sheet, rows, above, &merged);
        learned = learn(&text, &scanned, b',');
    }
    (text, scanned, learned, merged.left)
}

/// Some rows of a sheet written as CSV, with what the cells show that were `merged`.
fn written(sheet: &Sheet, rows: Range<usize>, above: usize, merged: &Merged) -> (String, Scanned) {
    let mut text = String::new();
    let mut scanned = Scanned::default();
    let left = sheet.range.start().map_or(0, |(_, column)| column);
    let numbered = sheet.range.rows().enumerate();
    for (row, cells) in numbered.skip(rows.start).take(rows.len()) {
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
        add(&mut text, &mut scanned, &cells, above + row + 1);
    }
    (text, scanned)
}

/// Adds a row to what is written as CSV.
fn add(text: &mut String, scanned: &mut Scanned, cells: &[String], line: usize) {
    let Some(last) = cells.iter().rposition(|cell| !cell.is_empty()) else {
        scanned.blank_lines += 1;
        return;
    };
    let cells = &cells[..=last];
    let start = text.len();
    text.push_str(&csv(cells, ','));
    scanned.grid.push(start..text.len(), line, cells);
    text.push('\n');
    *scanned.widths.entry(cells.len()).or_default() += 1;
}

/// Makes a table of a list.
fn list(text: String, how: How, scanned: Scanned, learned: &Learned) -> Table {
    let widest = scanned.widths.keys().copied().max().unwrap_or(0);
    let head = learned.head;
    let rows = head.rows_from()..scanned.grid.len();
    let alone = |row: &usize| ragged::is_alone(&text, &scanned.grid, *row, learned.expect);
    let addressed = || ragged::is_addressed(&text, &scanned, rows.clone(), learned);
    let mut faults: Vec<(usize, String)> = match widest > 2 && addressed() {
        true => rows
            .clone()
            .filter(alone)
            .map(|record| (record, ragged::ALONE.to_string()))
            .collect(),
        false => Vec::new(),
    };
    below::doubt_first(&text, &scanned.grid, head, &mut faults);
    let below = foot::faults(&text, &scanned.grid, rows.clone(), true);
    part::add_unsaid(&mut faults, below);
    let counts = tally::faults(&text, &scanned.grid, rows.clone());
    let headings = part::headings(&text, &scanned.grid, rows.start);
    part::add(&mut faults, headings);
    part::add_unsaid(&mut faults, counts);
    let mut table = Table {
        how: How {
            blank_lines: scanned.blank_lines,
            ..how
        },
        repairs: scanned.repairs.0,
        text: Arc::new(text),
        grid: scanned.grid,
        ..Table::default()
    };
    table.settle(head, faults, widest);
    typed::mend(&mut table);
    table
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

/// Writes a row as CSV.
pub(super) fn csv(cells: &[String], delimiter: char) -> String {
    let quoted = |cell: &String| {
        if cell.contains(['"', delimiter, '\n']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    cells
        .iter()
        .map(quoted)
        .collect::<Vec<_>>()
        .join(delimiter.encode_utf8(&mut [0; 4]))
}
