use super::entry::Entries;
use super::flat;
use crate::error::{Error, Result};
use crate::sheet::Sheet;

/// Reads delimited text with a header, in whatever language its labels are.
pub(super) fn read(name: &str, text: &str, into: &mut Entries) -> Result<()> {
    let sheet = Sheet::read(text, None).map_err(|faults| {
        let findings = faults.iter().map(|fault| fault.finding(name, text));
        Error::from_findings(findings.collect())
    })?;
    let doubts = sheet.doubts().iter().map(|fault| fault.finding(name, text));
    into.findings.extend(doubts);
    let labels = sheet.header().iter().map(String::as_str);
    let columns = flat::columns(name, labels, &mut into.findings)?;
    let uid = own_uid(sheet.header());
    into.ours = uid.map(|_| OURS.to_string());
    for row in sheet.rows() {
        let cells: Vec<String> = row.aligned().map(|cell| cell.into_owned()).collect();
        let place = Some(row.place(name, 0));
        let Some(uid) = uid else {
            into.entries.push(flat::entry(
                (&columns, &flat::BETWEEN),
                cells.into_iter(),
                place,
            ));
            continue;
        };
        let key = cells.get(uid).cloned().unwrap_or_default();
        let cells = cells.iter().map(|cell| unguarded(cell).to_string());
        let mut entry = flat::entry((&columns, &[';']), cells, place);
        // Both stand where the formats for apps have them.
        entry.slug = format!("{OURS}-{}", std::mem::replace(&mut entry.key, key));
        into.entries.push(entry);
    }
    Ok(())
}

/// What stands for the short name of the event, which a table does not have.
const OURS: &str = "plenary";

/// Returns the column of UUIDs, if plenary itself wrote the table.
fn own_uid(header: &[String]) -> Option<usize> {
    let first = header.first()?.trim_start_matches('\u{feff}');
    let last = header.len().checked_sub(1)?;
    (first == "id" && header[last] == "uid" && header.len() > 2).then_some(last)
}

/// Returns a cell without the sign that keeps spreadsheets from taking it for a formula.
fn unguarded(cell: &str) -> &str {
    let bare = cell.strip_prefix('\'');
    bare.filter(|bare| bare.starts_with(['=', '+', '-', '@', '\t', '\r']))
        .unwrap_or(cell)
}
