use std::collections::HashSet;
use std::sync::Arc;

use super::disk::{self, Access};
use super::{Editor, Folder};
use crate::error::{Error, Finding, Result};
use crate::model::{
    COLUMNS, Code, Columns, Event, Registration, Registrations, registration_findings,
};
use crate::sheet::{Row, Sheet};

/// Where the sign-ups stand.
const FILE: &str = "registrations.csv";

impl Folder {
    /// Reads everybody who signed up; nobody if the file does not exist.
    ///
    /// # Errors
    /// When the file is damaged, with the line; a list that is silently shorter would be worse than none.
    pub fn registrations(&self) -> Result<Registrations> {
        let text = self
            .source(FILE)?
            .map_or_else(String::new, |source| source.text().to_string());
        Ok(understand(&text)?.1)
    }

    /// Returns what is wrong with the sign-ups: in the file as such, in each row, and between rows.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn registration_findings(&self, event: Option<&Event>) -> Result<Vec<Finding>> {
        let text = match self.source(FILE) {
            Ok(Some(source)) => source.text().to_string(),
            Ok(None) => return Ok(Vec::new()),
            Err(error) => return Ok(error.findings),
        };
        let (sheet, list) = match understand(&text) {
            Ok(understood) => understood,
            Err(error) => return Ok(error.findings),
        };
        let mut findings: Vec<Finding> = sheet
            .doubts()
            .iter()
            .map(|doubt| doubt.finding(FILE, sheet.text()))
            .collect();
        let place = |row: usize, column: &str| {
            let row = sheet.row(row)?;
            Some(row.place(FILE, sheet.column(column).unwrap_or(0)))
        };
        for registration in &list {
            for (column, finding) in registration_findings(registration, event) {
                findings
                    .push(finding.maybe_at(registration.row().and_then(|row| place(row, column))));
            }
        }
        for (code, rows) in list.repeated_codes() {
            let finding = Finding::error(
                "duplicate-code",
                format!("the code `{code}` stands on {} rows", rows.len()),
            );
            let finding = rows.iter().rev().fold(finding, |finding, row| {
                finding.maybe_at(place(*row, "code"))
            });
            findings.push(
                finding.hint(
                    "give one of them another code, or remove the row if it is the same person",
                ),
            );
        }
        findings.sort_by_key(|finding| finding.places.first().map_or(0, |place| place.line));
        Ok(findings)
    }
}

impl Editor<'_> {
    /// Applies an operation to the sign-ups and saves what it changed: cells that differ, rows that are new, columns
    /// that have got a value. Everything else in the file stays byte for byte.
    ///
    /// # Errors
    /// What the operation returns, or when the file is damaged or cannot be saved, or when people are missing after
    /// the operation: none takes anybody out of the list.
    pub fn registrations<T>(
        &self,
        operation: impl FnMut(&mut Registrations) -> Result<T>,
    ) -> Result<T> {
        self.list(0, operation)
    }

    /// As [`registrations`](Self::registrations), for an operation that makes one row of two: it may take one person
    /// out of the list, and no more.
    ///
    /// # Errors
    /// As [`registrations`](Self::registrations).
    pub fn merging<T>(&self, operation: impl FnMut(&mut Registrations) -> Result<T>) -> Result<T> {
        self.list(1, operation)
    }

    fn list<T>(
        &self,
        fewer: usize,
        mut operation: impl FnMut(&mut Registrations) -> Result<T>,
    ) -> Result<T> {
        self.change(FILE, Access::Personal, |text| {
            let (mut sheet, mut list) = understand(text)?;
            let before = list.len();
            let result = operation(&mut list)?;
            save(&mut sheet, &list, before, fewer)?;
            Ok((sheet.to_text(), result))
        })
    }
}

/// Returns the file as it stands, and the people in it. Their list has all standard columns, also those that the file
/// lacks.
fn understand(text: &str) -> Result<(Sheet, Registrations)> {
    let sheet = Sheet::read(text, None).map_err(|faults| {
        let findings = faults.iter().map(|fault| fault.finding(FILE, text));
        Error::from_findings(findings.collect())
    })?;
    let mut findings = Vec::new();
    if sheet.header_line().is_some() {
        findings.extend(header_findings(&sheet));
    }
    let mut names = sheet.header().to_vec();
    names.extend(
        COLUMNS
            .iter()
            .filter(|column| sheet.column(column).is_none())
            .map(|column| (*column).to_string()),
    );
    let columns = Arc::new(Columns::new(names));
    let mut list = Vec::new();
    for row in sheet.rows() {
        findings.extend(swallowed(&row, &sheet));
        let cells = row.cells().map(std::borrow::Cow::into_owned).collect();
        list.push(Registration::from_row(
            Arc::clone(&columns),
            cells,
            row.index(),
        ));
    }
    if !findings.is_empty() {
        return Err(Error::from_findings(findings));
    }
    Ok((sheet, Registrations::new(columns, list)))
}

fn header_findings(sheet: &Sheet) -> Vec<Finding> {
    let mut findings = Vec::new();
    let line = sheet.header_line().unwrap_or(1);
    let source = crate::error::Source::new(FILE, sheet.text());
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

/// Puts what changed into the sheet. Of `before` people up to `fewer` may be missing.
fn save(sheet: &mut Sheet, after: &Registrations, before: usize, fewer: usize) -> Result<()> {
    let kept = after.iter().filter(|one| one.row().is_some()).count();
    if kept + fewer < before {
        return Err(Error::new(format!(
            "this change would drop {} of {before} people from {FILE}, so it was not made",
            before - kept
        )));
    }
    if kept < before {
        let rows: HashSet<usize> = after.iter().filter_map(Registration::row).collect();
        let all: Vec<usize> = sheet.rows().map(|row| row.index()).collect();
        for gone in all.into_iter().filter(|row| !rows.contains(row)) {
            sheet.remove(gone)?;
        }
    }
    if sheet.header().is_empty() {
        *sheet = Sheet::with_header(&COLUMNS)?;
    }
    for (at, name) in after.columns().names().iter().enumerate() {
        let used = || after.iter().any(|one| !one.at(at).is_empty());
        if sheet.column(name).is_none() && used() {
            sheet.add_column(name)?;
        }
    }
    let positions = sheet.header().iter();
    let positions: Vec<Option<usize>> = positions
        .map(|name| after.columns().position(name))
        .collect();
    let mut cells: Vec<&str> = Vec::with_capacity(positions.len());
    for registration in after {
        cells.clear();
        cells.extend(
            positions
                .iter()
                .map(|at| at.map_or("", |at| registration.at(at))),
        );
        let Some(row) = registration.row() else {
            sheet.append(&cells)?;
            continue;
        };
        let mut changes: Vec<(usize, &str)> = Vec::new();
        if let Some(old) = sheet.row(row) {
            let stands = old.aligned().zip(&cells).enumerate();
            changes.extend(
                stands
                    .filter(|(_, (old, new))| old != *new)
                    .map(|(at, (_, new))| (at, *new)),
            );
        }
        if !changes.is_empty() {
            sheet.replace(row, &changes)?;
        }
    }
    Ok(())
}

impl Folder {
    /// Returns which files about people can be read by others on this machine.
    pub fn access_findings(&self) -> Vec<Finding> {
        let files = [
            FILE,
            "mail.csv",
            "speakers.toml",
            "outbox",
            "imports",
            ".plenary",
        ];
        let open = files
            .iter()
            .filter(|name| disk::open_to_others(&self.path(name)));
        open.map(|name| {
            Finding::note(
                "open-to-others",
                format!("everybody on this machine can read `{name}`"),
            )
            .at(crate::error::Place::file(*name))
            .hint(format!("keep it to yourself: chmod go-rwx {name}"))
        })
        .collect()
    }
}
