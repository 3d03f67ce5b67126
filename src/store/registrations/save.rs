use std::collections::HashSet;

use super::FILE;
use crate::error::{Error, Result};
use crate::model::{COLUMNS, Registration, Registrations};
use crate::sheet::Sheet;

/// Puts what changed into the sheet. Of `before` people up to `fewer` may be missing.
pub(super) fn save(
    sheet: &mut Sheet,
    after: &Registrations,
    before: usize,
    fewer: usize,
) -> Result<()> {
    let kept = after.iter().filter(|one| one.row().is_some()).count();
    if kept.saturating_add(fewer) < before {
        return Err(Error::new(format!(
            "this change would drop {} of {before} people from {FILE}, so it was not made",
            before - kept
        )));
    }
    if kept < before {
        let rows: HashSet<usize> = after.iter().filter_map(Registration::row).collect();
        let all: Vec<usize> = sheet.rows().map(|row| row.index()).collect();
        for gone in all.into_iter().filter(|row| !rows.contains(row)) {
            sheet.remove(gone)?;
        }
    }
    if sheet.header().is_empty() {
        *sheet = Sheet::with_header(&COLUMNS)?;
    }
    // What is as it was read cannot differ, nor have a value in a column that the file lacks.
    let touched = || after.iter().filter(|one| !one.is_as_read());
    for (at, name) in after.columns().names().iter().enumerate() {
        let used = || touched().any(|one| !one.at(at).is_empty());
        if sheet.column(name).is_none() && used() {
            sheet.add_column(name)?;
        }
    }
    let positions = sheet.header().iter();
    let positions: Vec<Option<usize>> = positions
        .map(|name| after.columns().position(name))
        .collect();
    let (mut all, mut cells) = (Vec::new(), Vec::with_capacity(positions.len()));
    for registration in touched() {
        all.clear();
        all.extend(registration.cells());
        cells.clear();
        cells.extend(positions.iter().map(|at| at.map_or("", |at| all[at])));
        let Some(row) = registration.row() else {
            sheet.append(&cells)?;
            continue;
        };
        let mut changes: Vec<(usize, &str)> = Vec::new();
        if let Some(old) = sheet.row(row) {
            let stands = old.aligned().zip(&cells).enumerate();
            changes.extend(
                stands
                    .filter(|(_, (old, new))| old != *new)
                    .map(|(at, (_, new))| (at, *new)),
            );
        }
        if !changes.is_empty() {
            sheet.replace(row, &changes)?;
        }
    }
    Ok(())
}
