use std::collections::HashMap;
use std::sync::Arc;

use super::disk::{self, Access};
use super::{Editor, Folder, Mode};
use crate::error::{Error, Result};
use crate::model::{Submission, Submissions};
use crate::sheet::{Delimiter, Sheet};

/// Where the last imported values are remembered.
const FILE: &str = ".plenary/imported.csv";

/// Columns of the memory itself; those of the values follow. The colon keeps them apart from any question.
const OWN: [&str; 5] = [":code", ":source", ":source_id", ":sent", ":imported"];

impl Folder {
    /// Reads what was imported before; nothing if nothing was.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn submissions(&self) -> Result<Submissions> {
        let Some(source) = self.source(FILE)? else {
            return Ok(Submissions::default());
        };
        let damaged = || {
            Error::new(format!("`{FILE}` is damaged")).hint(format!(
                "move {FILE} away and import again: nobody is added twice, but changes made by hand show as conflicts"
            ))
        };
        let sheet = Sheet::read(source.text(), Some(Delimiter::Comma)).map_err(|_| damaged())?;
        understand(&sheet).ok_or_else(damaged)
    }
}

impl Editor<'_> {
    /// Remembers what was imported, for the next time.
    ///
    /// # Errors
    /// When it cannot be saved.
    pub fn remember(&self, submissions: &Submissions) -> Result<()> {
        if self.mode() == Mode::DryRun {
            return Ok(());
        }
        let path = self.folder().path(FILE);
        let seen = disk::read(&path)?;
        let new = written(submissions)?;
        if seen.as_deref() != Some(new.as_slice()) {
            self.replace(FILE, seen.as_deref(), &new, Access::Personal)?;
        }
        Ok(())
    }
}

fn understand(sheet: &Sheet) -> Option<Submissions> {
    let mut submissions = Submissions::default();
    let header = sheet.header();
    if header.get(..OWN.len())? != OWN {
        return None;
    }
    let numbers: Vec<u16> = header[OWN.len()..]
        .iter()
        .map(|name| submissions.column(name))
        .collect();
    let mut shared: HashMap<String, Arc<str>> = HashMap::new();
    for row in sheet.rows() {
        let mut cells = row.aligned();
        let mut own = || cells.next().unwrap_or_default();
        let code = own().as_ref().into();
        let source = share(&mut shared, &own());
        let (source_id, sent) = (own().as_ref().into(), own().as_ref().into());
        let imported = share(&mut shared, &own());
        let mut values: Vec<(u16, Box<str>)> = Vec::with_capacity(8);
        for (number, cell) in numbers.iter().zip(cells) {
            if !cell.is_empty() {
                values.push((*number, cell.as_ref().into()));
            }
        }
        values.sort_unstable_by_key(|(number, _)| *number);
        submissions.list.push(Submission {
            code,
            source,
            source_id,
            sent,
            imported,
            values,
        });
    }
    Some(submissions)
}

fn share(shared: &mut HashMap<String, Arc<str>>, text: &str) -> Arc<str> {
    if let Some(known) = shared.get(text) {
        return Arc::clone(known);
    }
    let new: Arc<str> = text.into();
    shared.insert(text.to_string(), Arc::clone(&new));
    new
}

fn written(submissions: &Submissions) -> Result<Vec<u8>> {
    let mut used = vec![false; submissions.names().len()];
    for (number, _) in submissions.list.iter().flat_map(|one| &one.values) {
        used[usize::from(*number)] = true;
    }
    let columns: Vec<u16> = (0..)
        .zip(&used)
        .filter(|(_, used)| **used)
        .map(|(number, _)| number)
        .collect();
    let failed = |cause: csv::Error| Error::new(format!("cannot write `{FILE}`: {cause}"));
    let mut writer = csv::Writer::from_writer(Vec::new());
    let names = columns
        .iter()
        .map(|number| submissions.names()[usize::from(*number)].as_str());
    writer
        .write_record(OWN.into_iter().chain(names))
        .map_err(failed)?;
    for one in &submissions.list {
        let own = [
            &*one.code,
            &one.source,
            &one.source_id,
            &one.sent,
            &one.imported,
        ];
        let mut values = one.values.iter().peekable();
        let cells = columns.iter().map(|number| {
            values
                .next_if(|(at, _)| at == number)
                .map_or("", |(_, value)| value)
        });
        writer
            .write_record(own.into_iter().chain(cells))
            .map_err(failed)?;
    }
    writer
        .into_inner()
        .map_err(|cause| Error::new(format!("cannot write `{FILE}`: {cause}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_comes_back() {
        let mut before = Submissions::default();
        let shirt = before.column("T-shirt");
        before.list.push(Submission {
            code: "krt-mwxb".into(),
            source: "eventbrite".into(),
            source_id: "15608832509".into(),
            sent: "2024-03-05 11:58:00".into(),
            imported: "2024-03-06 09:00:00".into(),
            values: vec![
                (1, "Ada \"Countess\" Byron".into()),
                (12, "two\nlines".into()),
                (shirt, "L".into()),
            ],
        });
        let text = String::from_utf8(written(&before).expect("it can be written")).expect("UTF-8");
        let sheet = Sheet::read(text, Some(Delimiter::Comma)).expect("it reads");
        assert_eq!(
            understand(&sheet).expect("it is understood").list,
            before.list
        );
    }
}
