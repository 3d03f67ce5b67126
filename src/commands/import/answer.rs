use serde_json::Value;

use super::{Read, for_people, how, lines};
use crate::error::{Finding, Result};
use crate::import::{Change, Detail, Outcome, Report, Verdict};
use crate::model::{Registrations, Status};
use crate::output::{Format, List, Record, Screen};
use crate::places::Moves;

/// What an import of all files has to say.
pub(super) struct Imported {
    /// Whether anything had to be saved.
    pub(super) changed: bool,
    /// Whether there was nothing but headers.
    bare: bool,
    /// Whether a row was rejected or is in conflict.
    pub(super) bad_news: bool,
    /// The files in which the rejected rows stand.
    pub(super) rejected: Vec<String>,
    remarks: Vec<String>,
    text: String,
    result: Record,
    rows: List,
}

impl Imported {
    pub(super) fn new(
        tables: &[Read],
        reports: &[Report],
        list: &Registrations,
        format: Format,
    ) -> Self {
        let mut text = String::new();
        let mut remarks = Vec::new();
        let mut files = Vec::new();
        let mut rows = List::new(&["file", "line", "verdict", "code", "name", "detail"]);
        for ((name, table, mapping), report) in tables.iter().zip(reports) {
            remarks.push(how::how(name, table, mapping));
            text.push_str(&format!("{name}: {}\n", lines::sum(report)));
            match format {
                Format::Table => text.push_str(&lines::lines(table, report, list)),
                Format::Json => files.push(file(name, table, mapping, report, list)),
                Format::Csv => {
                    for row in &report.rows {
                        let (code, person) = named(row, list);
                        let mut cells = vec![
                            name.as_str().into(),
                            row.line.into(),
                            row.verdict.word().into(),
                        ];
                        cells.extend([code, person, detail(row).into()]);
                        rows.push(cells);
                    }
                }
            }
        }
        let changed = reports.iter().any(|report| report.changed);
        let mut result = Record::new()
            .with("changed", changed)
            .with("people", list.len());
        for (status, count) in Status::ALL.into_iter().zip(list.counts()) {
            result = result.with(status.word(), count);
        }
        Self {
            changed,
            bare: reports.iter().all(|report| report.rows.is_empty()),
            bad_news: reports.iter().any(Report::is_bad_news),
            rejected: Vec::new(),
            remarks,
            text,
            result: result.with("files", Value::Array(files)),
            rows,
        }
    }

    /// Takes who else has moved, and what is wrong with the files that could not be read.
    pub(super) fn moved(&mut self, moves: &Moves, refused: &[Finding]) {
        let unreadable: Vec<&str> = refused.iter().map(|one| one.message.as_str()).collect();
        let result = std::mem::take(&mut self.result);
        self.result = result
            .with("moved_up", moves.moved_up.clone())
            .with("offered", moves.offered.clone())
            .with("unreadable", unreadable);
    }

    /// Answers with the report, and remarks how each file was read.
    pub(super) fn tell(&self, screen: &mut Screen, last: &str) -> Result<()> {
        for remark in &self.remarks {
            screen.remark(remark);
        }
        if !for_people(screen.format()) {
            return match screen.format() {
                Format::Csv => screen.list(&self.rows),
                _ => {
                    let rejected = self.rejected.clone();
                    screen.record(&self.result.clone().with("rejected_files", rejected))
                }
            };
        }
        // Cron takes whatever is printed for news.
        if self.changed || self.bad_news || !screen.is_quiet() {
            screen.prose(&self.text)?;
        }
        for file in &self.rejected {
            let line = match last {
                "" => format!("Mend the rejected rows in {file}, then import that file.\n"),
                _ => format!("The rejected rows will stand in {file}.\n"),
            };
            screen.prose(&line)?;
        }
        if self.bare {
            screen.remark("Nobody has signed up there yet: there is no row below the header.");
        } else if !self.changed && !self.bad_news {
            screen.remark("Already imported: nothing has changed.");
        }
        if !last.is_empty() {
            screen.remark(last);
        }
        Ok(())
    }
}

fn named(row: &Outcome, list: &Registrations) -> (Value, Value) {
    let person = row.who.and_then(|who| list.get(who as usize));
    (
        person.map(|one| one.code()).into(),
        person.map(|one| one.name()).into(),
    )
}

fn detail(row: &Outcome) -> String {
    let Some(detail) = &row.detail else {
        return String::new();
    };
    let changes = detail
        .changes
        .iter()
        .map(|change| format!("{}: {} → {}", change.column, change.old, change.new));
    changes
        .chain(detail.reason.clone())
        .collect::<Vec<_>>()
        .join("; ")
}

fn file(
    name: &str,
    table: &crate::import::read::Table,
    mapping: &crate::import::Mapping,
    report: &Report,
    list: &Registrations,
) -> Value {
    let columns = mapping
        .found()
        .into_iter()
        .fold(Record::new(), |record, (field, labels)| {
            record.with(field.word(), labels)
        });
    let mut record = Record::new()
        .with("file", name)
        .with("format", table.how.format)
        .with("encoding", table.how.encoding.as_str())
        .with("delimiter", table.how.delimiter.map(String::from))
        .with("sheet", table.how.sheet.clone())
        .with("source", mapping.product.name)
        .with("columns", columns.value())
        .with("kept", mapping.kept_count())
        .with(
            "notes",
            [table.how.notes.clone(), mapping.notes.clone()].concat(),
        )
        .with("rows", report.rows.len());
    for (verdict, count) in Verdict::ALL.into_iter().zip(report.counts()) {
        record = record.with(verdict.word(), count);
    }
    let code = |who: &usize| list.get(*who).map(|one| Value::from(one.code()));
    let codes = |places: &[usize]| Value::Array(places.iter().filter_map(code).collect());
    let nothing = Detail::default();
    let outcomes = report.rows.iter().enumerate().map(|(at, row)| {
        let (code, person) = named(row, list);
        let outcome = Record::new()
            .with("line", row.line)
            .with("verdict", row.verdict.word())
            .with("code", code)
            .with("name", person);
        let detail = row.detail.as_deref().unwrap_or(&nothing);
        let rejected = row.verdict == Verdict::Rejected;
        let raw = table.row(at).filter(|_| rejected).map(|row| row.raw());
        let outcome = outcome
            .with("changes", changes(&detail.changes))
            .with("conflicts", changes(&detail.conflicts))
            .with("outdated", changes(&detail.outdated))
            .with("older", changes(&detail.older))
            .with("refused", changes(&detail.refused))
            .with("comes_by_another_ticket", detail.by_another)
            .with("shares_address_with", codes(&detail.shares))
            .with("maybe_the_same_as", codes(&detail.maybe))
            .with("still_cancelled", detail.still_cancelled)
            .with("another_ticket", detail.another_seat)
            .with("reason", detail.reason.clone())
            .with("raw", raw);
        outcome.value()
    });
    let outcomes: Vec<Value> = outcomes.collect();
    let repaired = report.repaired.iter().map(|(what, count, line)| {
        Record::new()
            .with("what", what.as_str())
            .with("count", *count)
            .with("line", *line)
            .value()
    });
    let doubts = report.doubts.iter().map(|doubt| {
        Record::new()
            .with("line", doubt.line)
            .with("value", doubt.value.as_str())
            .with("message", doubt.message.as_str())
            .value()
    });
    let waits = report.waits.iter().map(|who| *who as usize);
    let waits = waits.filter_map(|who| code(&who));
    record
        .with("outcomes", Value::Array(outcomes))
        .with("repaired", Value::Array(repaired.collect()))
        .with("doubtful", Value::Array(doubts.collect()))
        .with("unclear_consents", report.unclear)
        .with("waits_at_the_source", Value::Array(waits.collect()))
        .with("earlier", report.is_earlier)
        .with("missing", codes(&report.missing))
        .with("back", codes(&report.back))
        .value()
}

fn changes(changes: &[Change]) -> Value {
    let told = changes.iter().map(|change| {
        Record::new()
            .with("column", change.column.as_str())
            .with("old", change.old.as_str())
            .with("new", change.new.as_str())
            .value()
    });
    Value::Array(told.collect())
}
