use std::collections::HashSet;

use super::FILE;
use crate::error::{Error, Result};
use crate::model::{COLUMNS, Registration, Registrations};
use crate::sheet::Sheet;
use crate::store::revised::Revised;

/// Returns what a sheet is to become: with what changed, and with those who are new. Of `before` people up to `fewer` may
/// be missing.
pub(super) fn revised(
    mut sheet: Sheet,
    after: Registrations,
    before: usize,
    fewer: usize,
) -> Result<Revised> {
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
        sheet = Sheet::with_header(&COLUMNS)?;
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
    let mut cells = Vec::new();
    for registration in touched() {
        let Some(row) = registration.row() else {
            continue;
        };
        cells.clear();
        cells.extend(registration.cells());
        let mut changes: Vec<(usize, &str)> = Vec::new();
        if let Some(old) = sheet.row(row) {
            let new = positions.iter().map(|at| at.map_or("", |at| cells[at]));
            let stands = old.aligned().zip(new).enumerate();
            changes.extend(
                stands
                    .filter(|(_, (old, new))| old != new)
                    .map(|(at, (_, new))| (at, new)),
            );
        }
        if !changes.is_empty() {
            sheet.replace(row, &changes)?;
        }
    }
    drop(cells);
    let revised = Revised::new(sheet);
    if after.len() == kept {
        // The process may end soon: giving back a million rows one by one would only keep people waiting.
        std::mem::forget(after);
        return Ok(revised);
    }
    Ok(revised.with(move |rows| {
        let is_new = |one: &Registration| one.row().is_none();
        let all = after.iter().as_slice();
        rows.add_all(all, is_new, &positions, |one, cells| {
            one.add_to(cells);
        })
    }))
}
