//! Rows that are not about somebody who comes but about something that they bought beside their ticket, or about money that
//! they got back.

use super::super::draft::Draft;
use crate::import::products::is_paid_out;

/// Returns the column that says to which ticket a row is an extra, and notes how many rows there are of that kind: a
/// lunch or a shirt is nobody who comes, and no other ticket of whoever has bought it.
pub(in crate::import::columns) fn column(draft: &mut Draft<'_>) -> Option<usize> {
    let extras = draft.product.extras;
    let headings = &draft.headings;
    let column = headings
        .iter()
        .position(|heading| extras.contains(heading.as_str()))?;
    let product = draft.product;
    let rows = draft.rows();
    let count = rows
        .filter(|row| product.is_beside(row.cell(column)))
        .count();
    if count > 0 {
        let label = draft.table.header[column].trim();
        let returned = !product.returns.is_empty();
        let note = match (returned, count) {
            (true, 1) => format!(
                "1 row gives money back, as \"{label}\" says: left out as blank, and whoever paid it is not cancelled"
            ),
            (true, _) => format!(
                "{count} rows give money back, as \"{label}\" says: left out as blank, and whoever paid it is not cancelled"
            ),
            (_, 1) => format!(
                "1 row is an extra to somebody's ticket, as \"{label}\" says, and not about anybody: left out as blank"
            ),
            _ => format!(
                "{count} rows are extras to somebody's ticket, as \"{label}\" says, and not about anybody: left out as blank"
            ),
        };
        draft.notes.push(note);
    }
    Some(column)
}

/// Returns the column that says whether the organisers were paid or have paid somebody, and notes how many rows there are of
/// the second kind, beside those of `extra`: who serves lunch has signed up for nothing, and a bank even less.
pub(in crate::import::columns) fn paid_out(
    draft: &mut Draft<'_>,
    extra: Option<usize>,
) -> Option<usize> {
    let column_of = |name: &str| {
        let mut columns = 0..draft.headings.len();
        columns.find(|at| draft.headings[*at] == name && draft.contents[*at].filled > 0)
    };
    let column = draft.product.amounts.iter().find_map(column_of)?;
    let product = draft.product;
    let rows = draft.rows();
    let others = rows.filter(|row| !extra.is_some_and(|at| product.is_beside(row.cell(at))));
    let rows = match others.filter(|row| is_paid_out(row.cell(column))).count() {
        0 => return Some(column),
        1 => "1 row is of money that was paid out".to_string(),
        count => format!("{count} rows are of money that was paid out"),
    };
    let label = draft.table.header[column].trim();
    draft.notes.push(format!(
        "{rows}, as \"{label}\" says, and about nobody who signed up: left out as blank"
    ));
    Some(column)
}
