use super::heading::heading;
use crate::error::{Error, Result, did_you_mean};
use crate::import::field::Field;
use crate::import::read::Table;

/// Returns the column that somebody means by its heading: as written, or else by its words; by its number if there are
/// no headings.
pub(super) fn column(table: &Table, label: &str) -> Option<usize> {
    let headers = || table.header.iter();
    // Without headings a column is called by its number, as in the report.
    let nth = || label.trim().strip_prefix("column ")?.parse::<usize>().ok();
    if table.header.is_empty() {
        return nth()?.checked_sub(1).filter(|at| *at < table.width());
    }
    let exact = headers().position(|text| text.trim() == label.trim());
    let wanted = heading(label);
    exact.or_else(|| headers().position(|text| heading(text) == wanted))
}

/// Takes `email=Your address`.
///
/// # Errors
/// When it names no field or no heading.
pub fn parse(text: &str) -> Result<(Field, String)> {
    let Some((field, label)) = text
        .split_once('=')
        .filter(|(_, label)| !label.trim().is_empty())
    else {
        return Err(Error::new(format!("`{text}` maps nothing"))
            .hint("write field=heading, as in --map email=\"Your address\""));
    };
    Ok((Field::parse(field)?, label.trim().to_string()))
}

/// Makes sure that every heading that somebody named stands in one of the tables.
///
/// # Errors
/// For each one that does not, with the headings that there are.
pub fn refuse_unknown<'t>(
    tables: impl Iterator<Item = &'t Table> + Clone,
    wishes: &[(Field, String)],
) -> Result<()> {
    let mut findings = Vec::new();
    for (_, label) in wishes {
        if tables.clone().any(|table| column(table, label).is_some()) {
            continue;
        }
        let labels = || {
            tables
                .clone()
                .flat_map(|table| table.header.iter().map(|label| label.trim()))
        };
        let near = did_you_mean(label, labels());
        let hint = near.unwrap_or_else(|| {
            let labels: Vec<String> = match labels().next() {
                Some(_) => labels().map(|label| format!("\"{label}\"")).collect(),
                None => {
                    let most = tables.clone().map(Table::width).max().unwrap_or(0);
                    (1..=most).map(|nth| format!("\"column {nth}\"")).collect()
                }
            };
            format!("the columns are {}", labels.join(", "))
        });
        let error = Error::new(format!("no file has a column `{label}`")).hint(hint);
        findings.extend(error.findings);
    }
    if findings.is_empty() {
        Ok(())
    } else {
        Err(Error::from_findings(findings))
    }
}
