use std::collections::HashSet;

use super::address::is_address;
use super::grid::Grid;
use super::title;
use super::words::{is_data, is_label, is_mail_label};
use crate::error::{Error, Result};
use crate::import::columns::{heading, scores};
use crate::import::field::Field;
use crate::import::phone;

/// Nobody asks for more, and a list of people is hardly ever as short.
const MOST_FIELDS: usize = 60;

/// What a note says of a list that was turned.
pub(super) const TURNED: &str = "the list lies on its side, with a column for each person, and was turned: line 2 is its column 2, and so on";

/// What the records below a title say if each of them is a field and each column behind the first is somebody.
struct Fields<'t> {
    labels: Vec<&'t str>,
    records: Vec<Vec<&'t str>>,
}

/// Turns a list that lies on its side: its headings stand in the first column, those of the names and of the addresses or
/// telephone numbers among them, and nothing else stands beside these two than such. None if it does not.
///
/// # Errors
/// When the same headings stand in it again and again, so that it is not known where somebody ends.
pub(super) fn turned(name: &str, text: &str, grid: &Grid) -> Result<Option<Vec<Vec<String>>>> {
    let Some(Fields { labels, records }) = fields(text, grid) else {
        return Ok(None);
    };
    let different: HashSet<String> = labels.iter().map(|label| heading(label)).collect();
    if different.len() < labels.len() {
        let message = format!(
            "`{name}` has its fields one below the other, and `{}` more than once",
            labels.first().unwrap_or(&"")
        );
        return Err(Error::new(message)
            .hint("give each field a column and each person a row, and import that"));
    }
    let width = records.iter().map(Vec::len).max().unwrap_or(0);
    let column = |column: usize| {
        let cells = records.iter().map(|cells| cells.get(column).unwrap_or(&""));
        cells.map(ToString::to_string).collect::<Vec<String>>()
    };
    let turned = std::iter::once(labels.iter().map(ToString::to_string).collect());
    Ok(Some(turned.chain((1..width).map(column)).collect()))
}

fn fields<'t>(text: &'t str, grid: &'t Grid) -> Option<Fields<'t>> {
    if !(2..=MOST_FIELDS).contains(&grid.len()) {
        return None;
    }
    let is_heading = |cell: &str| is_label(cell) || !scores(&heading(cell)).is_empty();
    let titled = |record: &usize| {
        title::alone(text, grid, *record).is_some() && !is_heading(grid.cell(text, *record, 0))
    };
    let first = (0..grid.len()).take_while(titled).count();
    let records = (first..grid.len()).map(|record| grid.cells(text, record).collect());
    let records: Vec<Vec<&str>> = records.collect();
    let labels: Option<Vec<&str>> = records.iter().map(|cells| cells.first().copied()).collect();
    let labels = labels?;
    let plain = |label: &&str| !label.is_empty() && !label.contains('@') && !is_data(label);
    if !labels.iter().all(plain) {
        return None;
    }
    let (mut names, mut reached) = (false, false);
    for cells in &records {
        let others = || cells.iter().skip(1).filter(|cell| !cell.is_empty());
        let fields = scores(&heading(cells[0]));
        let asks = |field: Field| fields.iter().any(|(known, _)| *known == field);
        if is_mail_label(cells[0]) {
            reached |= others().next().is_some();
            if !others().all(|cell| is_address(cell)) {
                return None;
            }
        } else if others().any(|cell| is_address(cell)) {
            return None;
        } else if asks(Field::Phone) {
            reached |= others().any(|cell| phone::alone(cell).is_some());
        } else if asks(Field::Name) || asks(Field::First) || asks(Field::Last) {
            let is_name = |cell: &&str| !is_data(cell) && !is_mail_label(cell);
            names |= others().next().is_some() && others().all(is_name);
        }
    }
    (names && reached).then_some(Fields { labels, records })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::read::scan::scan;

    fn read(text: &str) -> Result<Option<Vec<Vec<String>>>> {
        turned("a.csv", text, &scan(text, (0, 1), b',', None).grid)
    }

    #[test]
    fn a_list_is_turned_where_its_first_column_holds_the_headings() {
        let rows = |rows: &[&[&str]]| {
            let row = |row: &&[&str]| row.iter().map(ToString::to_string).collect();
            Ok(Some(rows.iter().map(row).collect()))
        };
        let expected = rows(&[
            &["Name", "Email", "Size"],
            &["Ada", "ada@example.org", ""],
            &["Bo", "", "M"],
        ]);
        let text = "Name,Ada,Bo\nEmail,ada@example.org\nSize,,M\n";
        assert_eq!(read(text), expected);
        assert_eq!(read(&format!("Our list\n{text}")), expected);
        let expected = rows(&[&["Phone", "Name"], &["07700 900123", "Ada"]]);
        assert_eq!(read("Phone,07700 900123\nName,Ada\n"), expected);
        for upright in [
            "Name,Email\nAda,ada@example.org\n",
            "Email,Name\nada@example.org,Ada\n",
            "Name,Contact\nEmail,ada@example.org\n,bo@example.org\n",
            "Name,Ada\nDiet,vegan\n",
            "Name,Size\nEmail,M\n",
        ] {
            assert_eq!(read(upright), Ok(None), "{upright}");
        }
    }

    #[test]
    fn fields_of_one_person_after_the_other_are_refused() {
        let text = "Name,Ada\nEmail,ada@example.org\nName,Bo\nEmail,bo@example.org\n";
        let error = read(text).expect_err("who is who?");
        let message = "`a.csv` has its fields one below the other, and `Name` more than once";
        assert_eq!(error.to_string(), message);
    }
}
