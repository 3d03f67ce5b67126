use std::sync::Arc;

use memchr::memchr;

use super::FILE;
use crate::error::{Error, Finding, Result, Source};
use crate::model::{COLUMNS, Code, Columns, Registration, Registrations};
use crate::sheet::{Row, Sheet};
use crate::store::values::of_each;

/// Returns the file as it stands, and the people in it. Their list has all standard columns, also those that the file
/// lacks.
pub(super) fn understand(text: String) -> Result<(Sheet, Registrations)> {
    let sheet = sheet(text)?;
    let mut findings = Vec::new();
    if sheet.header_line().is_some() && !is_sound(sheet.header()) {
        findings.extend(header_findings(&sheet));
    }
    let mut names = sheet.header().to_vec();
    names.extend(
        COLUMNS
            .iter()
            .filter(|column| sheet.column(column).is_none())
            .map(|column| (*column).to_string()),
    );
    // Only within quotes is there a line end.
    if memchr(b'"', sheet.text().as_bytes()).is_some() {
        findings.extend(sheet.rows().filter_map(|row| swallowed(&row, &sheet)));
    }
    if !findings.is_empty() {
        return Err(Error::from_findings(findings));
    }
    let order: Vec<Option<usize>> = (0..sheet.header().len()).map(Some).collect();
    let list = of_each(&sheet, &order, || {
        let columns = Arc::new(Columns::new(names.clone()));
        move |row, values| Registration::from_row(Arc::clone(&columns), values, row)
    });
    let list = Registrations::new(Arc::new(Columns::new(names)), list);
    Ok((sheet, list))
}

fn sheet(text: String) -> Result<Sheet> {
    let text = Arc::new(text);
    Sheet::read_shared(Arc::clone(&text), None).map_err(|faults| {
        let findings = faults.iter().map(|fault| fault.finding(FILE, &text));
        Error::from_findings(findings.collect())
    })
}

fn is_sound(header: &[String]) -> bool {
    let named = |column: &str| header.iter().filter(|name| *name == column).count();
    named("code") == 1
        && named("name") == 1
        && header
            .iter()
            .all(|name| name.is_empty() || named(name) == 1)
}

fn header_findings(sheet: &Sheet) -> Vec<Finding> {
    let mut findings = Vec::new();
    let line = sheet.header_line().unwrap_or(1);
    let source = Source::new(FILE, sheet.text());
    let start = sheet
        .text()
        .split_inclusive('\n')
        .take(line - 1)
        .map(str::len)
        .sum();
    let end = sheet.text()[start..]
        .find(['\n', '\r'])
        .map_or(sheet.text().len(), |at| start + at);
    for column in ["code", "name"] {
        if sheet.column(column).is_none() {
            let finding = Finding::error(
                "missing-column",
                format!("the header has no column `{column}`"),
            )
            .at(source.place(start..end))
            .hint(format!(
                "the first line must name the columns: {}",
                COLUMNS.join(",")
            ));
            findings.push(finding);
        }
    }
    for (at, name) in sheet.header().iter().enumerate() {
        if !name.is_empty() && sheet.header()[..at].contains(name) {
            let finding = Finding::error(
                "duplicate-column",
                format!("the column `{name}` stands twice in the header"),
            )
            .at(source.place(start..end))
            .hint("give one of them another name");
            findings.push(finding);
        }
    }
    findings
}

/// Finds a cell that has swallowed whole rows because a quote before them was closed after them: to the eye the
/// people are there, to every program they are gone.
fn swallowed(row: &Row<'_>, sheet: &Sheet) -> Option<Finding> {
    if !row.raw().contains('\n') {
        return None;
    }
    let delimiter = sheet.delimiter().char();
    let has_code = |line: &str| {
        let first = line
            .split_once(delimiter)
            .map(|(first, _)| first.trim_matches('"'));
        first.is_some_and(|first| first.contains('-') && Code::parse(first).is_ok())
    };
    let line = row.raw().split('\n').skip(1).position(has_code)?;
    let place = row.place(FILE, sheet.column("code").unwrap_or(0));
    let message = format!(
        "a quote in this row swallows line {}, which looks like another person",
        place.line + line + 1
    );
    Some(
        Finding::error("swallowed-rows", message)
            .at(place)
            .hint("close the quote where its cell ends"),
    )
}
