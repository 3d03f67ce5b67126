use super::FILE;
use crate::error::{Error, Result};
use crate::model::{COLUMNS, Registrations};
use crate::sheet::Sheet;

/// Brings the people of a list into the sheet that they were read from: cells that differ, rows that are new.
pub(super) fn save(sheet: &mut Sheet, before: &Registrations, after: &Registrations) -> Result<()> {
    let kept = after
        .iter()
        .filter(|registration| registration.row().is_some())
        .count();
    if kept != before.len() {
        return Err(Error::new(format!(
            "this change would drop {} of {} people from {FILE}, so it was not made",
            before.len().saturating_sub(kept),
            before.len()
        )));
    }
    if sheet.header().is_empty() {
        *sheet = Sheet::with_header(&COLUMNS)?;
    }
    for name in after.columns().names() {
        let used = || {
            after
                .iter()
                .any(|registration| !registration.get(name).is_empty())
        };
        if sheet.column(name).is_none() && used() {
            sheet.add_column(name)?;
        }
    }
    let names = sheet.header().to_vec();
    for registration in after {
        let Some(row) = registration.row() else {
            let cells: Vec<&str> = names.iter().map(|name| registration.get(name)).collect();
            sheet.append(&cells)?;
            continue;
        };
        let changes: Vec<(usize, &str)> = {
            let old = sheet.row(row);
            let value = |at: usize| old.as_ref().map(|old| old.cell(at)).unwrap_or_default();
            let values = names
                .iter()
                .enumerate()
                .map(|(at, name)| (at, registration.get(name)));
            values.filter(|(at, new)| value(*at) != *new).collect()
        };
        if !changes.is_empty() {
            sheet.replace(row, &changes)?;
        }
    }
    Ok(())
}
