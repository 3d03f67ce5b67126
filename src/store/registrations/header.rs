use super::FILE;
use crate::error::{Finding, Place, closest};
use crate::model::COLUMNS;
use crate::sheet::Sheet;

/// Returns which columns look like one of plenary's own that the file lacks, each with what was probably meant.
pub(super) fn slips(sheet: &Sheet) -> Vec<(Finding, &'static str)> {
    let header = sheet.header();
    let missing = COLUMNS
        .into_iter()
        .filter(|column| sheet.column(column).is_none());
    let missing: Vec<&'static str> = missing.collect();
    let line = sheet.header_line().unwrap_or(1);
    let text = sheet.text().lines().nth(line - 1).unwrap_or_default();
    let unknown = header
        .iter()
        .filter(|label| !COLUMNS.contains(&label.as_str()));
    unknown
        .filter_map(|label| {
            let meant = closest(label, missing.iter().copied())?;
            let column = missing.iter().copied().find(|column| *column == meant)?;
            let at = text.find(label.as_str()).unwrap_or(0);
            let place = Place {
                file: FILE.to_string(),
                line,
                column: text[..at].chars().count() + 1,
                width: label.chars().count(),
                text: text.to_string(),
            };
            let message = format!("the list has no column `{column}`, but one called `{label}`");
            let finding = Finding::warning("unknown-column", message).at(place);
            Some((finding.hint(format!("did you mean `{column}`?")), column))
        })
        .collect()
}
