use chrono_tz::Tz;

use super::columns::REASON;
use super::read::{RawRow, Table, Wishes, read};
use super::verdict::{Report, Verdict};
use super::{Field, Held, Mapping};

/// What such a file is called when it is read for itself.
const REJECTED: &str = "rejected.csv";

/// Returns the rejected rows as a file to mend and import again: the reason first, then the row under the header of its
/// file. None if no row was rejected.
pub fn rejected(table: &Table, mapping: &Mapping, report: &Report) -> Option<String> {
    let mut rows = report
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.verdict == Verdict::Rejected)
        .peekable();
    rows.peek()?;
    let delimiter = table.how.delimiter.unwrap_or(',');
    let header = header(table, mapping);
    let skip = header.iter().position(|label| label == REASON);
    let mut text = String::new();
    let header = without(header.into_iter(), skip);
    line(
        &mut text,
        std::iter::once(REASON.to_string()).chain(header),
        delimiter,
    );
    for (at, outcome) in rows {
        let reason = outcome
            .detail
            .as_ref()
            .and_then(|detail| detail.reason.clone());
        let reason = std::iter::once(reason.unwrap_or_default());
        match table.row(at) {
            // A row that could not be taken apart is handed back as it is.
            Some(row) if row.fault.is_some() => {
                line(&mut text, reason, delimiter);
                text.truncate(text.len() - 1);
                text.push(delimiter);
                text.push_str(row.raw());
                text.push('\n');
            }
            Some(row) => {
                let cells = without(row.cells().map(String::from), skip);
                line(&mut text, reason.chain(cells), delimiter);
            }
            None => {}
        }
    }
    Some(text)
}

/// Returns a file of [`rejected`] rows without what people wrote that they need, as far as its header says where that
/// stands. A row that cannot be taken apart may have it anywhere, and goes whole. None if there is nothing of that.
pub fn without_needs(text: &str) -> Option<String> {
    let read = read(REJECTED, text.as_bytes(), &Wishes::default());
    let (_, table) = read.ok()?.into_iter().next()?;
    let mapping = Mapping::find(&table, &[], &Held::in_zone(Tz::UTC));
    let needs = [Field::Access, Field::Diet].map(|field| mapping.of(field));
    let needs: Vec<usize> = needs.concat();
    let says = |row: &RawRow<'_>| {
        row.fault.is_some()
            || row
                .cells()
                .enumerate()
                .any(|(at, cell)| needs.contains(&at) && !cell.is_empty())
    };
    if needs.is_empty() || !table.rows().any(|row| says(&row)) {
        return None;
    }
    let delimiter = table.how.delimiter.unwrap_or(',');
    let mut kept = String::new();
    line(&mut kept, table.header.iter().cloned(), delimiter);
    for row in table.rows().filter(|row| row.fault.is_none()) {
        let cells = row.cells().enumerate();
        let cells = cells.map(|(at, cell)| {
            if needs.contains(&at) {
                String::new()
            } else {
                cell.to_string()
            }
        });
        line(&mut kept, cells, delimiter);
    }
    Some(kept)
}

/// The header of the file, or one that says what was found out about its columns.
fn header(table: &Table, mapping: &Mapping) -> Vec<String> {
    if !table.header.is_empty() {
        return table.header.clone();
    }
    let word = |column: usize| {
        let field = Field::ALL
            .into_iter()
            .find(|field| mapping.of(*field).contains(&column));
        field.map_or_else(
            || format!("column {}", column + 1),
            |field| field.word().to_string(),
        )
    };
    (0..table.width()).map(word).collect()
}

fn without(
    cells: impl Iterator<Item = String>,
    skip: Option<usize>,
) -> impl Iterator<Item = String> {
    cells
        .enumerate()
        .filter(move |(at, _)| Some(*at) != skip)
        .map(|(_, cell)| cell)
}

/// Adds a line (RFC 4180 section 2).
fn line(text: &mut String, cells: impl Iterator<Item = String>, delimiter: char) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            text.push(delimiter);
        }
        if cell.contains([delimiter, '"', '\n', '\r', ',', ';', '\t', '|']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_need_goes_from_rejected_rows_and_all_else_stays() {
        let text = "reason,Name,Email,Dietary requirements,Note\n\
                    no address,\"Ada, B.\",,kosher,\"by \"\"bus\"\"\"\n\
                    no address,Bo,,,on foot\n";
        let left = "reason,Name,Email,Dietary requirements,Note\n\
                    no address,\"Ada, B.\",,,\"by \"\"bus\"\"\"\n\
                    no address,Bo,,,on foot\n";
        assert_eq!(without_needs(text), Some(left.to_string()));
        for nothing in [left, "", "reason,Name,Email\nno address,Ada,\n"] {
            assert_eq!(without_needs(nothing), None, "{nothing}");
        }
    }
}
