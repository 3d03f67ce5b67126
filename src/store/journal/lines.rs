use std::borrow::Cow;
use std::io::{ErrorKind, Read, Result as IoResult};
use std::sync::Arc;

use super::form::Form;
use super::{COLUMNS, FILE};
use crate::error::{Error, Finding, Result};
use crate::model::MailJournal;
use crate::sheet::{Row, Sheet, line_cells};
use crate::store::tail::whole_lines;

/// How many bytes are read at a time: what has been read stays near while it is looked at.
const BLOCK: usize = 256 << 10;

/// Reads lines as plenary writes them, as far as they are whole, from a file of so many bytes. Returns how many bytes
/// the lines have, and the file; nothing if there is anything else in it.
///
/// A list of a hundred thousand people has 300,000 of them, and everything waits for that.
pub(super) fn as_written(
    mut file: impl Read,
    size: usize,
) -> IoResult<Option<(MailJournal, usize, usize)>> {
    let mut journal = MailJournal::of_size(size);
    let mut block = vec![0; BLOCK.min(size + 1)];
    let (mut torn, mut whole) = (0, 0);
    loop {
        if torn == block.len() {
            // One line has all of it.
            block.resize(2 * torn, 0);
        }
        let read = match file.read(&mut block[torn..]) {
            Ok(0) => return Ok(Some((journal, whole, whole + torn))),
            Err(cause) if cause.kind() == ErrorKind::Interrupted => continue,
            read => torn + read?,
        };
        let lines = whole_lines(&block[..read]);
        if take(&mut journal, &block[..lines], whole == 0).is_none() {
            return Ok(None);
        }
        block.copy_within(lines..read, 0);
        torn = read - lines;
        whole += lines;
    }
}

/// Takes whole lines, before which there may be the header.
fn take(journal: &mut MailJournal, lines: &[u8], first: bool) -> Option<()> {
    let text = std::str::from_utf8(lines).ok()?;
    if memchr::memchr2(b'\r', 0, lines).is_some() {
        return None;
    }
    let mut start = 0;
    if first && !text.is_empty() {
        start = text.find('\n')? + 1;
        if text[..start].trim_end_matches('\n') != COLUMNS.join(",") {
            return None;
        }
    }
    let mut form = None;
    while start < text.len() {
        let alike = form
            .as_mut()
            .and_then(|form: &mut Form| form.take(text, start));
        if let Some((own, end)) = alike {
            journal.tell_alike(own).ok()?;
            start = end + 1;
            continue;
        }
        let (next, end) = take_line(journal, text, start)?;
        (form, start) = (next, end + 1);
    }
    Some(())
}

/// Takes a line that starts there; returns its form and where it ends.
fn take_line(journal: &mut MailJournal, text: &str, start: usize) -> Option<(Option<Form>, usize)> {
    let (cells, end) = line_cells::<9>(text, start)?;
    let cells = cells.map(|cell| (&text[cell.range], cell.doubled));
    // A quote in a cell that does not begin with one is nothing that plenary writes.
    if cells
        .iter()
        .any(|(cell, doubled)| !doubled && cell.contains('"'))
    {
        return None;
    }
    let cells = cells.map(|(cell, doubled)| match doubled {
        true => Cow::Owned(cell.replace("\"\"", "\"")),
        false => Cow::Borrowed(cell),
    });
    let cells = cells.each_ref().map(|cell| &**cell);
    journal.tell(cells).ok()?;
    Some((Form::of(cells), end))
}

/// Reads lines that somebody else has written too.
pub(super) fn anyhow(text: String) -> Result<MailJournal> {
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
    journal.tell(std::array::from_fn(cell))
}

fn damaged(finding: Finding) -> Finding {
    finding.hint("plenary writes this file alone; take the line from a backup, or ask `git log` who changed it")
}
