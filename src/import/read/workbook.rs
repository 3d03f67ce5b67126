use std::fmt::Display;
use std::io::Cursor;

use calamine::{Cell, Data, Dimensions, Ods, Range, Reader, SheetVisible, Xls, Xlsb, Xlsx};

use super::address::is_address;
use super::fullest::fullest;
use super::sheet::{self, Sheet};
use super::{Table, Wishes, named, shown, spanned};
use crate::error::{Error, Result};

/// Says whether a zip is a workbook.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    Xlsx::new(Cursor::new(bytes)).is_ok() || Ods::new(Cursor::new(bytes)).is_ok()
}

/// Reads a workbook of Excel or OpenDocument: the sheet that is wished for, or the one with the most people.
///
/// # Errors
/// When it cannot be read, has no such sheet, or has two with nearly as many people that are not the same.
pub(super) fn read(name: &str, bytes: &[u8], wishes: &Wishes) -> Result<Vec<(String, Table)>> {
    let (format, Ranges { shown, hidden }) = ranges(name, bytes)?;
    let mut sheets: Vec<Sheet> = shown.iter().map(Laid::sheet).collect();
    let hidden: Vec<Sheet> = hidden.iter().map(Laid::sheet).collect();
    let mut notes = Vec::new();
    // What somebody has hidden is what is not meant, as long as something else is there.
    let visible = sheets.iter().any(|sheet| !sheet.addresses.is_empty());
    if wishes.sheet.is_some() || !visible {
        sheets.extend(hidden);
    } else {
        let filled = hidden.iter().filter(|sheet| sheet.filled() > 0);
        notes.extend(filled.map(|sheet| {
            let held = match (sheet.addresses.len(), sheet.rows()) {
                (0, 1) => "1 row".to_string(),
                (0, rows) => format!("{rows} rows"),
                (addresses, _) => format!("{addresses} addresses"),
            };
            let title = sheet.title;
            format!(
                "the hidden sheet `{title}` holds {held} and was not read; --sheet \"{title}\" reads it"
            )
        }));
    }
    let taken = match &wishes.sheet {
        Some(wish) => wished(name, &sheets, wish)?,
        None => fullest(name, &sheets, &wishes.years, &mut notes)?,
    };
    let mut tables = sheet::tables(taken, format)?;
    if let Some((_, table)) = tables.first_mut() {
        table.how.notes.extend(notes);
    }
    Ok(named(name, tables))
}

/// A sheet as it stands in the workbook.
struct Laid {
    title: String,
    range: Range<Data>,
    merged: Vec<Dimensions>,
}

impl Laid {
    fn sheet(&self) -> Sheet<'_> {
        Sheet::new(&self.title, &self.range, &self.merged)
    }
}

/// The sheets of a workbook.
#[derive(Default)]
struct Ranges {
    shown: Vec<Laid>,
    hidden: Vec<Laid>,
}

impl Ranges {
    fn push(&mut self, sheet: &calamine::Sheet, range: Range<Data>, merged: Vec<Dimensions>) {
        let list = match sheet.visible {
            SheetVisible::Visible => &mut self.shown,
            SheetVisible::Hidden | SheetVisible::VeryHidden => &mut self.hidden,
        };
        list.push(Laid {
            title: sheet.name.clone(),
            range,
            merged,
        });
    }
}

fn ranges(name: &str, bytes: &[u8]) -> Result<(&'static str, Ranges)> {
    let cursor = || Cursor::new(bytes);
    if bytes.starts_with(b"PK") {
        if let Ok(book) = Xlsx::new(cursor()) {
            return Ok(("Excel workbook", sheets(name, book)?));
        }
        if let Ok(book) = Xlsb::new(cursor()) {
            return Ok((
                "Excel binary workbook",
                every(name, book, |_, _| Vec::new())?,
            ));
        }
        if Ods::new(cursor()).is_ok() {
            let content = shown::content(bytes).unwrap_or_default();
            let shown = shown::as_text(bytes, &content);
            let merged = spanned::find(&content);
            drop(content);
            let cursor = Cursor::new(shown.as_deref().unwrap_or(bytes));
            let book = Ods::new(cursor).map_err(|cause| unreadable(name, &cause))?;
            return Ok((
                "OpenDocument spreadsheet",
                every(name, book, |_, title| {
                    merged.get(title).cloned().unwrap_or_default()
                })?,
            ));
        }
        // The first of the three says best what is wrong, since most workbooks are of that kind.
        let cause = Xlsx::new(cursor()).err();
        return Err(unreadable(
            name,
            &cause.map_or(String::new(), |cause| cause.to_string()),
        ));
    }
    match Xls::new(cursor()) {
        Ok(book) => Ok((
            "old Excel workbook",
            every(name, book, |book, title| {
                book.merge_cells_by_sheet_name(title).unwrap_or_default()
            })?,
        )),
        Err(cause) => Err(unreadable(name, &cause)),
    }
}

/// Of a sheet with more rows it is not asked which cells were merged, since it would be read twice: nobody merges cells
/// by hand in a list that long.
const MOST_MERGED_ROWS: usize = 50_000;

/// A sheet with more cells than this between its corners is not laid out.
const MOST_CELLS: usize = 32_000_000;

/// Reads the sheets of a workbook cell by cell, so that a stray one in the last row of a sheet, a million rows down, does
/// not fill the memory with blank ones; one that holds nothing but spaces is passed over.
fn sheets(name: &str, mut book: Xlsx<Cursor<&[u8]>>) -> Result<Ranges> {
    let mut ranges = Ranges::default();
    for sheet in book.sheets_metadata().to_vec() {
        let title = &sheet.name;
        let mut reader = match book.worksheet_cells_reader(title) {
            Ok(reader) => reader,
            // A chart has no cells.
            Err(cause) if cause.to_string().to_lowercase().contains("not found") => continue,
            Err(cause) => return Err(unreadable(name, &cause)),
        };
        // Nearly all formats say nothing but how to count.
        let format = |style: &calamine::Style| {
            let format = style.number_format.as_ref()?;
            let more = shown::as_format(1.0, &format.format_code).is_some_and(|one| one != "1");
            more.then(|| format.format_code.clone())
        };
        let formats: Vec<Option<String>> = reader.styles().iter().map(format).collect();
        let mut cells: Vec<Cell<Data>> = Vec::new();
        let mut end = (0_usize, 0_usize);
        while let Some((cell, style)) = reader
            .next_cell_with_style_id()
            .map_err(|cause| unreadable(name, &cause))?
        {
            let (row, column) = cell.get_position();
            let mut value = Data::from(cell.get_value().clone());
            if let Data::Float(number) = value
                && let Some(format) = formats.get(style).and_then(Option::as_ref)
                && let Some(shown) = shown::as_format(number, format)
            {
                value = Data::String(shown);
            }
            if matches!(&value, Data::Empty)
                || matches!(&value, Data::String(text) if text.trim().is_empty())
            {
                continue;
            }
            end = (end.0.max(row as usize + 1), end.1.max(column as usize + 1));
            if end.0.saturating_mul(end.1) > MOST_CELLS {
                let message = format!(
                    "sheet `{title}` of `{name}` goes on to row {} and column {}, which is too much",
                    end.0, end.1
                );
                return Err(Error::new(message).hint(
                    "delete what stands far from the list, or save the sheet as CSV in UTF-8",
                ));
            }
            cells.push(Cell::new((row, column), value));
        }
        drop(reader);
        let merged = match end.0 <= MOST_MERGED_ROWS {
            true => book.merge_cells_by_sheet_name(title).unwrap_or_default(),
            false => Vec::new(),
        };
        ranges.push(&sheet, Range::from_sparse(cells), merged);
    }
    Ok(ranges)
}

fn every<'a, R>(
    name: &str,
    mut book: R,
    merged: impl Fn(&R, &str) -> Vec<Dimensions>,
) -> Result<Ranges>
where
    R: Reader<Cursor<&'a [u8]>>,
    R::Error: Display,
{
    let mut ranges = Ranges::default();
    for sheet in book.sheets_metadata().to_vec() {
        match book.worksheet_range(&sheet.name) {
            Ok(range) => {
                let merged = match range.height() <= MOST_MERGED_ROWS {
                    true => merged(&book, &sheet.name),
                    false => Vec::new(),
                };
                ranges.push(&sheet, range, merged);
            }
            // A chart has no cells; a sheet that is broken must not be passed over.
            Err(cause) if cause.to_string().to_lowercase().contains("not found") => {}
            Err(cause) => return Err(unreadable(name, &cause)),
        }
    }
    Ok(ranges)
}

fn unreadable(name: &str, cause: &dyn Display) -> Error {
    let cause = cause.to_string();
    if cause.to_lowercase().contains("password") {
        return Error::new(format!("`{name}` is protected with a password"))
            .hint("open it and save it without the password");
    }
    Error::new(format!(
        "`{name}` is a workbook that cannot be read: {cause}"
    ))
    .hint("open it in a spreadsheet program and save it as CSV in UTF-8")
}

fn wished<'a, 'r>(name: &str, sheets: &'a [Sheet<'r>], wish: &str) -> Result<&'a Sheet<'r>> {
    let same = |sheet: &&Sheet| sheet.title.trim().to_lowercase() == wish.trim().to_lowercase();
    sheets.iter().find(same).ok_or_else(|| {
        let titles: Vec<_> = sheets
            .iter()
            .map(|sheet| format!("`{}`", sheet.title))
            .collect();
        Error::new(format!("`{name}` has no sheet `{wish}`"))
            .hint(format!("its sheets are {}", titles.join(", ")))
    })
}

/// Says whether a cell of a workbook holds an address.
pub(super) fn address(cell: &Data) -> Option<String> {
    match cell {
        Data::String(text) if is_address(text.trim()) => Some(text.trim().to_lowercase()),
        _ => None,
    }
}
