use super::Repair;
use super::choose::{Reading, choose};
use super::halves::holds;
use super::repairs::ESCAPED;
use super::scan::scan;
use super::table::Table;
use crate::model::order_by_key;

/// What databases and PHP write for a quote that belongs to the text of a cell.
const ESCAPE: &str = "\\\"";

/// Returns a text with doubled quotes for those with a backslash before them, and how it is read, if it obeys the rules so
/// and only so. Each byte stands where it stood.
pub(super) fn doubled(
    name: &str,
    text: &str,
    from: (usize, usize),
    (said, wished): (Option<char>, Option<char>),
) -> Option<(String, Reading)> {
    // Nearly all texts end here.
    if !holds(text, |text| text.contains(ESCAPE)) {
        return None;
    }
    let doubled = double(text);
    let reading = choose(name, &doubled, from, said, wished).ok()?;
    let odd = |text: &str| scan(text, from, reading.delimiter as u8, None).odd;
    (reading.scanned.odd == 0 && odd(text) > 0).then_some((doubled, reading))
}

/// Of two backslashes before a quote the first says that the second is one.
fn double(text: &str) -> String {
    let mut doubled = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.next_if(|next| c == '\\' && matches!(next, '"' | '\\'));
        doubled.push(if next == Some('"') { '"' } else { c });
        doubled.extend(next);
    }
    doubled
}

/// Counts the rows of a table that have such quotes in the `text` as it was.
pub(super) fn count(text: &str, table: &mut Table) {
    let rows = (0..table.grid.len()).filter(|row| text[table.grid.raw(*row)].contains(ESCAPE));
    let lines: Vec<usize> = rows.map(|row| table.grid.line(row)).collect();
    if let Some(line) = lines.first() {
        table.repairs.push(Repair {
            what: ESCAPED,
            count: lines.len(),
            line: *line,
        });
        order_by_key(&mut table.repairs, |repair| repair.line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backslash_before_a_quote_becomes_one_unless_it_is_meant() {
        assert_eq!(
            double(r#""Robert \"Bob\"","C:\\""#),
            r#""Robert ""Bob""","C:\\""#
        );
        assert_eq!(double(r#""a\nb\""#), r#""a\nb"""#);
    }
}
