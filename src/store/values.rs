use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::model::{Page, Spot, Values};
use crate::sheet::{Row, Sheet, together};

/// So many rows are worth a second thread.
const MANY: usize = 20_000;

/// Makes something of each row of a sheet that has not been edited, by its index and its cells in an order of its columns;
/// none is a blank one. The cells stay where they stand in the sheet's text, other than those with doubled quotes.
///
/// Each thread asks for a maker of its own: what both count the users of would go to and fro between them.
pub(super) fn of_each<T: Send, M: Fn(usize, Values) -> T>(
    sheet: &Sheet,
    order: &[Option<usize>],
    maker: impl Fn() -> M + Sync,
) -> Vec<T> {
    let all = sheet.indexes();
    let middle = match all.len() {
        MANY.. => all.len() / 2,
        _ => all.end,
    };
    let some = |rows: Range<usize>, room: usize| some((sheet, order), rows, room, maker());
    let (mut first, mut second) = together(
        || some(0..middle, all.len()),
        || some(middle..all.end, all.len() - middle),
    );
    first.append(&mut second);
    first
}

fn some<T>(
    (sheet, order): (&Sheet, &[Option<usize>]),
    rows: Range<usize>,
    room: usize,
    make: impl Fn(usize, Values) -> T,
) -> Vec<T> {
    let mut made = Vec::with_capacity(room);
    if rows.is_empty() {
        return made;
    }
    let bytes = sheet.text().len() * rows.len() / sheet.indexes().len();
    let mut page = Page::new(sheet.shared_text(), bytes);
    let mut ranges = Vec::new();
    let mut spot = |row: Row<'_>| {
        ranges.clear();
        let is_there = row.values(&mut ranges);
        let place = |at: &Option<usize>| {
            let range = at.and_then(|at| ranges.get(at).cloned());
            range.unwrap_or_default()
        };
        is_there.then(|| page.row(order.iter().map(place)))
    };
    let spots: Vec<Option<Spot>> = sheet.rows_of(rows.clone()).map(&mut spot).collect();
    let page = Arc::new(page);
    let values = |row: Row<'_>, spot| match spot {
        Some(spot) => Values::on(&page, spot),
        None => {
            let cells: Vec<Cow<'_, str>> = row.cells().collect();
            let place = |at: &Option<usize>| {
                at.and_then(|at| cells.get(at))
                    .map_or("", |cell| cell.as_ref())
            };
            order.iter().map(place).collect()
        }
    };
    let rows = sheet.rows_of(rows).zip(spots);
    made.extend(rows.map(|(row, spot)| make(row.index(), values(row, spot))));
    made
}
