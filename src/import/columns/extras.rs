//! Rows that are not about somebody but about something that they bought beside their ticket.

use super::mapping::Draft;

/// Returns the column that says to which ticket a row is an extra, and notes how many rows there are of that kind: a
/// lunch or a shirt is nobody who comes, and no other ticket of whoever has bought it.
pub(super) fn column(draft: &mut Draft<'_>) -> Option<usize> {
    let extras = draft.product.extras;
    let headings = &draft.headings;
    let column = headings
        .iter()
        .position(|heading| extras.contains(&heading.as_str()))?;
    let rows = draft.table.rows().filter(|row| row.fault.is_none());
    let count = rows.filter(|row| !row.cell(column).is_empty()).count();
    if count > 0 {
        let label = draft.table.header[column].trim();
        let are = match count {
            1 => "1 row is an extra",
            _ => &format!("{count} rows are extras"),
        };
        draft.notes.push(format!(
            "{are} to somebody's ticket, as \"{label}\" says, and not about anybody: left out as blank"
        ));
    }
    Some(column)
}
