use super::read::understand;
use super::{Cells, FILE, header};
use crate::error::{Finding, Result};
use crate::model::{Answers, Event, Registrations, order_by_key, registration_findings};
use crate::sheet::Sheet;
use crate::store::Folder;

impl Folder {
    /// Returns what is wrong with the sign-ups: in the file as such, in each row, and between rows.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn registration_findings(&self, event: Option<&Event>) -> Result<Vec<Finding>> {
        let found = self.registrations_and_findings(event);
        Ok(found.map_or_else(|error| error.findings, |(_, findings)| findings))
    }

    /// Reads everybody who signed up, and what is wrong with the list though it can be read.
    ///
    /// # Errors
    /// As [`registrations`](Self::registrations).
    pub fn registrations_and_findings(
        &self,
        event: Option<&Event>,
    ) -> Result<(Registrations, Vec<Finding>)> {
        let (sheet, list) = understand(self.list_text()?)?;
        let findings = findings(sheet, &list, event);
        Ok((list, findings))
    }
}

fn findings(sheet: Sheet, list: &Registrations, event: Option<&Event>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = sheet
        .doubts()
        .iter()
        .map(|doubt| doubt.finding(FILE, sheet.text()))
        .collect();
    let slips = header::slips(&sheet);
    let misnamed = |column: &str| slips.iter().any(|(_, meant)| *meant == column);
    let cells = Cells { sheet };
    let answers = Answers::of(list.columns());
    for registration in list {
        // Said once, where the column is named, and not of everybody.
        let found = registration_findings(registration, answers, event).into_iter();
        for (column, finding) in found.filter(|(column, _)| !misnamed(column)) {
            findings.push(finding.maybe_at(cells.place(registration, column)));
        }
    }
    for (code, rows) in list.repeated_codes() {
        let message = format!("the code `{code}` stands on {} rows", rows.len());
        let people = rows.iter().rev().filter_map(|at| list.get(*at));
        let finding = people.fold(
            Finding::error("duplicate-code", message),
            |finding, person| finding.maybe_at(cells.place(person, "code")),
        );
        findings.push(
            finding
                .hint("give one of them another code, or remove the row if it is the same person"),
        );
    }
    findings.extend(slips.into_iter().map(|(finding, _)| finding));
    order_by_key(&mut findings, |finding| {
        finding.places.first().map_or(0, |place| place.line)
    });
    findings
}
