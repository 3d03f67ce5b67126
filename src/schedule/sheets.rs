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
    for row in sheet.rows() {
        let cells = row.aligned().map(|cell| cell.into_owned());
        into.entries
            .push(flat::entry(&columns, cells, Some(row.place(name, 0))));
    }
    Ok(())
}
