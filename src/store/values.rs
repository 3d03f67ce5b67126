use std::borrow::Cow;
use std::sync::Arc;

use crate::model::{Page, Spot, Values};
use crate::sheet::Sheet;

/// Returns the cells of each row of a sheet that has not been edited, in an order of its columns; none is a blank one.
/// They stay where they stand in its text, other than those with doubled quotes.
pub(super) fn values(sheet: &Sheet, order: &[Option<usize>]) -> impl Iterator<Item = Values> {
    let mut page = Page::new(sheet.shared_text());
    let mut ranges = Vec::new();
    let spots = sheet.rows().map(|row| {
        ranges.clear();
        if !row.values(&mut ranges) {
            return None;
        }
        let ordered = order.iter().map(|at| {
            at.and_then(|at| ranges.get(at).cloned())
                .unwrap_or_default()
        });
        Some(page.row(ordered))
    });
    let spots: Vec<Option<Spot>> = spots.collect();
    let page = Arc::new(page);
    let rows = sheet.rows().zip(spots);
    rows.map(move |(row, spot)| match spot {
        Some(spot) => Values::on(&page, spot),
        None => {
            let cells: Vec<Cow<'_, str>> = row.cells().collect();
            let ordered = order.iter().map(|at| {
                at.and_then(|at| cells.get(at))
                    .map_or("", |cell| cell.as_ref())
            });
            ordered.collect()
        }
    })
}
