use std::ops::Range;
use std::sync::Arc;

use super::{COLUMNS, FILE};
use crate::error::{Error, Finding, Result};
use crate::model::{MailJournal, MailState};
use crate::sheet::{Row, Sheet, line_cells};

/// Takes the lines of the journal.
///
/// # Errors
/// When one is damaged, with its place: forgetting what was sent would send it again.
pub(super) fn read(text: String) -> Result<MailJournal> {
    as_written(text).or_else(anyhow)
}

/// Takes lines that plenary has written and nobody has touched. Where anything is otherwise, it gives the text back.
fn as_written(text: String) -> std::result::Result<MailJournal, String> {
    let header = text.find('\n').map_or(0, |end| end + 1);
    if text[..header].trim_end_matches('\n') != COLUMNS.join(",")
        || memchr::memchr2(b'\r', 0, text.as_bytes()).is_some()
    {
        return Err(text);
    }
    let end = text.len();
    let mut journal = MailJournal::on(text);
    let mut start = header;
    while start < end {
        let length = memchr::memchr(b'\n', &journal.text().as_bytes()[start..end]);
        let length = length.unwrap_or(end - start);
        if take(&mut journal, start..start + length).is_none() {
            let mut text = journal.into_text();
            text.truncate(end);
            return Err(text);
        }
        start += length + 1;
    }
    Ok(journal)
}

fn take(journal: &mut MailJournal, line: Range<usize>) -> Option<()> {
    let text = &journal.text()[line.clone()];
    let cells = line_cells::<9>(text)?;
    // A quote in a cell that does not begin with one is nothing that plenary writes.
    let is_odd =
        |cell: &Range<usize>| memchr::memchr(b'"', &text.as_bytes()[cell.clone()]).is_some();
    if is_odd(&(0..text.len()))
        && cells
            .iter()
            .any(|cell| !cell.doubled && is_odd(&cell.range))
    {
        return None;
    }
    let state = MailState::parse(&text[cells[1].range.clone()]).ok()?;
    let revision = text[cells[4].range.clone()].parse().ok()?;
    let [time, _, kind, person, _, message_id, server, boot, reply] = cells.map(|cell| {
        let range = line.start + cell.range.start..line.start + cell.range.end;
        if cell.doubled {
            let plain = journal.text()[range].replace("\"\"", "\"");
            journal.write(&plain)
        } else {
            range
        }
    });
    let cells = [time, person, message_id, server, boot, reply];
    journal.mark((state, revision), kind, cells).ok()
}

/// Takes lines that somebody else has written too: in other columns, with other line ends, merged by hand.
fn anyhow(text: String) -> Result<MailJournal> {
    let text = Arc::new(text);
    let sheet = Sheet::read_shared(Arc::clone(&text), None).map_err(|faults| {
        let findings = faults
            .iter()
            .map(|fault| damaged(fault.finding(FILE, &text)));
        Error::from_findings(findings.collect())
    })?;
    if sheet.header().is_empty() {
        return Ok(MailJournal::default());
    }
    let columns: Option<Vec<usize>> = COLUMNS.iter().map(|name| sheet.column(name)).collect();
    let Some(columns) = columns else {
        return Err(Error::new("the header of `mail.csv` is not the journal's")
            .hint(format!("its first line must be {}", COLUMNS.join(","))));
    };
    let doubts = sheet.doubts().iter();
    let mut findings: Vec<Finding> = doubts
        .map(|doubt| damaged(doubt.finding(FILE, &text)))
        .collect();
    let mut journal = MailJournal::default();
    for row in sheet.rows() {
        if let Err(error) = take_row(&mut journal, &row, &columns) {
            let found = error.findings.into_iter();
            findings.extend(found.map(|finding| damaged(finding.at(row.place(FILE, 1)))));
        }
    }
    if findings.is_empty() {
        Ok(journal)
    } else {
        Err(Error::from_findings(findings))
    }
}

fn take_row(journal: &mut MailJournal, row: &Row<'_>, columns: &[usize]) -> Result<()> {
    let cells: Vec<_> = row.cells().collect();
    let cell = |at: usize| cells.get(columns[at]).map_or("", |cell| cell.as_ref());
    let state = MailState::parse(cell(1))?;
    let revision = cell(4).parse();
    let revision = revision.map_err(|_| Error::new(format!("`{}` is no revision", cell(4))))?;
    let kind = journal.write(cell(2));
    let cells = [0, 3, 5, 6, 7, 8].map(|at| journal.write(cell(at)));
    journal.mark((state, revision), kind, cells)
}

fn damaged(finding: Finding) -> Finding {
    finding.hint("plenary writes this file alone; take the line from a backup, or ask `git log` who changed it")
}
