use std::collections::HashSet;

use super::FILE;
use crate::error::{Error, Result};
use crate::model::{COLUMNS, Registration, Registrations};
use crate::sheet::Sheet;

/// Puts what changed into the sheet. `fewer` people may be missing afterwards.
pub(super) fn save(
    sheet: &mut Sheet,
    before: &Registrations,
    after: &Registrations,
    fewer: usize,
) -> Result<()> {
    let rows: HashSet<usize> = after.iter().filter_map(Registration::row).collect();
    if rows.len() + fewer < before.len() {
        return Err(Error::new(format!(
            "this change would drop {} of {} people from {FILE}, so it was not made",
            before.len() - rows.len(),
            before.len()
        )));
    }
    for gone in before.iter().filter_map(Registration::row) {
        if !rows.contains(&gone) {
            sheet.remove(gone)?;
        }
    }
    if sheet.header().is_empty() {
        *sheet = Sheet::with_header(&COLUMNS)?;
    }
    for (at, name) in after.columns().names().iter().enumerate() {
        let used = || {
            after
                .iter()
                .any(|registration| !registration.at(at).is_empty())
        };
        if sheet.column(name).is_none() && used() {
            sheet.add_column(name)?;
        }
    }
    let columns = sheet
        .header()
        .iter()
        .map(|name| after.columns().position(name));
    let columns: Vec<Option<usize>> = columns.collect();
    let value = |registration: &'_ Registration, column: usize| -> String {
        columns[column].map_or_else(String::new, |at| registration.at(at).to_string())
    };
    let mut known = before.iter();
    for registration in after {
        let Some(row) = registration.row() else {
            let cells: Vec<&str> = columns
                .iter()
                .map(|at| at.map_or("", |at| registration.at(at)))
                .collect();
            sheet.append(&cells)?;
            continue;
        };
        // Both lists are in the order of the file, so that the one who stood there is found without searching.
        let old = known.by_ref().find(|old| old.row() == Some(row));
        if old.is_some_and(|old| {
            old.cells()
                .eq(registration.cells().take(old.columns().names().len()))
                && registration
                    .cells()
                    .skip(old.columns().names().len())
                    .all(str::is_empty)
        }) {
            continue;
        }
        let changes: Vec<(usize, String)> = {
            let old = sheet.row(row);
            let stands = |at: usize| old.as_ref().map(|old| old.cell(at)).unwrap_or_default();
            let values = (0..columns.len()).map(|at| (at, value(registration, at)));
            values
                .filter(|(at, new)| stands(*at) != new.as_str())
                .collect()
        };
        let changes: Vec<(usize, &str)> = changes
            .iter()
            .map(|(at, new)| (*at, new.as_str()))
            .collect();
        if !changes.is_empty() {
            sheet.replace(row, &changes)?;
        }
    }
    Ok(())
}
