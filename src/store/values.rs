use std::sync::Arc;

use crate::model::{Page, Spot, Values};
use crate::sheet::Sheet;

/// Returns the cells of each row of a sheet that has not been edited. They stay where they stand in its text, other
/// than those with doubled quotes.
pub(super) fn values(sheet: &Sheet) -> impl Iterator<Item = Values> {
    let mut page = Page::new(sheet.shared_text());
    let mut ranges = Vec::new();
    let spots = sheet.rows().map(|row| {
        ranges.clear();
        row.values(&mut ranges)
            .then(|| page.row(ranges.iter().cloned()))
    });
    let spots: Vec<Option<Spot>> = spots.collect();
    let page = Arc::new(page);
    let rows = sheet.rows().zip(spots);
    rows.map(move |(row, spot)| match spot {
        Some(spot) => Values::on(&page, spot),
        None => row.cells().collect(),
    })
}
