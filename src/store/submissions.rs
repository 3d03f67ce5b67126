use std::collections::HashSet;
use std::sync::Arc;

use super::disk::{self, Access, Identity, Replaced};
use super::meanwhile::Meanwhile;
use super::revised::Revised;
use super::values::of_each;
use super::{Editor, Folder, Mode, Prepared};
use crate::error::{Error, Result};
use crate::model::{OWN, Submission, Submissions};
use crate::sheet::{Delimiter, Sheet};

/// Where the last imported values are remembered.
const FILE: &str = ".plenary/imported.csv";

/// What was imported before, and where it stands.
#[derive(Debug)]
pub struct Memory {
    /// What was imported before.
    pub submissions: Submissions,
    /// The file; none if nothing was ever imported.
    sheet: Option<Sheet>,
}

/// What was imported before, while it is being read.
#[derive(Debug)]
pub struct Recalling {
    folder: Folder,
    memory: Meanwhile<(Option<Identity>, Result<Memory>)>,
}

impl Recalling {
    /// Returns what was imported before, as it stands now that the lock is held; read anew if another run has written it
    /// meanwhile, or if it is asked for again.
    ///
    /// # Errors
    /// As [`Folder::memory`].
    pub fn memory(&mut self, _: &Editor<'_>) -> Result<Memory> {
        let read = self.memory.wait();
        let same = |read: &Option<Identity>| *read == disk::identity(&self.folder.path(FILE));
        match read.filter(|(identity, _)| same(identity)) {
            Some((_, memory)) => memory,
            None => self.folder.memory(),
        }
    }
}

/// What is to be remembered, while it is being written beside what is remembered now.
pub struct Remembering {
    writing: Meanwhile<Result<Noted>>,
}

/// What is to be remembered, and where it is written; nowhere if there is nothing new.
type Noted = (Revised, bool, Option<Prepared>);

impl Drop for Remembering {
    fn drop(&mut self) {
        // A file that is still being written would stay behind.
        drop(self.writing.wait());
    }
}

impl Folder {
    /// Begins to read what was imported before. That takes no lock: what is read counts only if it still stands there once
    /// somebody has it.
    pub fn recall(&self) -> Recalling {
        let folder = self.clone();
        let memory = move || (disk::identity(&folder.path(FILE)), folder.memory());
        Recalling {
            memory: Meanwhile::begin(memory),
            folder: self.clone(),
        }
    }

    /// Reads what was imported before; nothing if nothing was.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn memory(&self) -> Result<Memory> {
        let Some(text) = self.text(FILE)? else {
            return Ok(Memory {
                submissions: Submissions::default(),
                sheet: None,
            });
        };
        let damaged = || {
            Error::new(format!("`{FILE}` is damaged")).hint(format!(
                "move {FILE} away and import again: nobody is added twice, but changes made by hand show as conflicts"
            ))
        };
        let sheet = Sheet::read_shared(Arc::new(text), Some(Delimiter::Comma));
        let sheet = sheet.map_err(|_| damaged())?;
        Ok(Memory {
            submissions: understand(&sheet).ok_or_else(damaged)?,
            sheet: Some(sheet),
        })
    }
}

impl Editor<'_> {
    /// Begins to write down what is to be remembered, for [`remember`](Self::remember).
    pub fn write_down(&self, memory: Memory) -> Remembering {
        let (folder, mode) = (self.folder().clone(), self.mode());
        let writing = Meanwhile::begin(move || {
            let Memory { submissions, sheet } = memory;
            let exists = sheet.is_some();
            let revised = revised(sheet, submissions)?;
            let seen = exists.then_some(revised.read_from().as_bytes());
            let write = mode == Mode::Real && revised.is_changed();
            let prepare = || folder.prepare(FILE, seen, &revised, Access::Personal);
            let prepared = write.then(prepare).transpose()?;
            Ok((revised, exists, prepared))
        });
        Remembering { writing }
    }

    /// Remembers what was imported, for the next time.
    ///
    /// # Errors
    /// When it cannot be saved.
    pub fn remember(&self, mut remembering: Remembering) -> Result<()> {
        let Some((revised, exists, Some(prepared))) = remembering.writing.wait().transpose()?
        else {
            return Ok(());
        };
        let seen = exists.then_some(revised.read_from().as_bytes());
        if self.put_prepared(prepared, seen)? == Replaced::ChangedMeanwhile {
            // Nobody but plenary has any business there: what was imported counts.
            let seen = disk::read(&self.folder().path(FILE))?;
            let folder = self.folder();
            let prepared = folder.prepare(FILE, seen.as_deref(), &revised, Access::Personal)?;
            self.put_prepared(prepared, seen.as_deref())?;
        }
        // The process may end soon: giving back a million strings one by one would only keep people waiting.
        std::mem::forget(revised);
        Ok(())
    }
}

fn understand(sheet: &Sheet) -> Option<Submissions> {
    let mut submissions = Submissions::default();
    let header = sheet.header();
    if header.get(..OWN.len())? != OWN {
        return None;
    }
    let mut order: Vec<Option<usize>> = (0..OWN.len()).map(Some).collect();
    for (at, name) in header.iter().enumerate().skip(OWN.len()) {
        let place = OWN.len() + usize::from(submissions.column(name));
        if order.len() <= place {
            order.resize(place + 1, None);
        }
        order[place] = Some(at);
    }
    submissions.list = of_each(sheet, &order, || {
        |row, values| Submission::from_row(values, row)
    });
    Some(submissions)
}

/// Returns what the memory is to become.
fn revised(sheet: Option<Sheet>, submissions: Submissions) -> Result<Revised> {
    let mut sheet = sheet.map_or_else(|| Sheet::with_header(&OWN), Ok)?;
    let there = sheet.rows().count();
    let kept = submissions.list.iter().filter_map(Submission::row);
    if kept.clone().count() < there {
        let kept: HashSet<usize> = kept.collect();
        for gone in (0..there).filter(|row| !kept.contains(row)) {
            sheet.remove(gone)?;
        }
    }
    let touched = || submissions.list.iter().filter(|one| !one.is_as_read());
    let mut used = vec![false; submissions.names().len()];
    touched().for_each(|one| one.use_columns(&mut used));
    let names = submissions.names().iter().zip(used);
    for (name, _) in names.filter(|(_, used)| *used) {
        sheet.add_column(name)?;
    }
    let columns = sheet.header().iter().enumerate();
    let places: Vec<usize> = columns
        .map(|(at, name)| match submissions.number(name) {
            Some(number) if at >= OWN.len() => OWN.len() + usize::from(number),
            _ => at,
        })
        .collect();
    let (mut all, mut changes) = (Vec::new(), Vec::new());
    for (row, submission) in touched().filter_map(|one| Some((one.row()?, one))) {
        all.clear();
        all.extend(submission.all());
        let cell = |at: &usize| all.get(*at).copied().unwrap_or("");
        changes.clear();
        changes.extend(places.iter().map(cell).enumerate());
        sheet.replace(row, &changes)?;
    }
    drop((all, changes));
    let revised = Revised::new(sheet);
    if submissions.list.iter().all(|one| one.row().is_some()) {
        return Ok(revised);
    }
    let order: Vec<Option<usize>> = places.into_iter().map(Some).collect();
    Ok(revised.with(move |rows| {
        let is_new = |one: &Submission| one.row().is_none();
        rows.add_all(&submissions.list, is_new, &order, |one, cells| {
            one.add_to(cells);
        })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn submission(code: &str, values: &[&str]) -> Submission {
        let own = [code, "eventbrite", "15608832509", "2024-03-05 11:58:00", ""];
        Submission::new(own.iter().chain(values).collect())
    }

    fn all(submissions: &Submissions) -> Vec<Vec<(u16, String)>> {
        let said = |one: &Submission| {
            let values = one.values().map(|(at, value)| (at, value.to_string()));
            let code = std::iter::once((0, one.code().to_string()));
            code.chain(values).collect()
        };
        submissions.list.iter().map(said).collect()
    }

    fn written(sheet: Option<Sheet>, submissions: &Submissions) -> String {
        let revised = revised(sheet, submissions.clone()).expect("it can be put");
        let mut text = String::new();
        let written = revised.write(&mut |part| text.push_str(part));
        assert_eq!(written, Ok(()));
        text
    }

    #[test]
    fn what_is_remembered_comes_back() {
        let mut before = Submissions::default();
        let shirt = usize::from(before.column("T-shirt"));
        let mut values = vec![""; shirt + 1];
        (values[1], values[12], values[shirt]) = ("Ada \"Countess\" Byron", "two\nlines", "L");
        before.list.push(submission("krt-mwxb", &values));
        before.list.push(submission("bcd-fghj", &["", "Bo"]));
        let text = written(None, &before);
        let sheet = Sheet::read(text, Some(Delimiter::Comma)).expect("it reads");
        let mut after = understand(&sheet).expect("it is understood");
        assert_eq!(all(&after), all(&before));
        let same = revised(Some(sheet.clone()), after.clone()).expect("it can be put");
        assert!(!same.is_changed());
        let diet = after.column("diet");
        after.list[1].set(diet, "vegan");
        after.list.remove(0);
        let text = written(Some(sheet), &after);
        let sheet = Sheet::read(text, Some(Delimiter::Comma)).expect("it reads");
        let again = understand(&sheet).expect("it is understood");
        assert_eq!(all(&again), all(&after));
        assert_eq!(again.list.len(), 1);
    }

    #[test]
    fn what_another_run_has_imported_meanwhile_is_remembered() {
        let place = tempfile::tempdir().expect("a folder");
        std::fs::write(place.path().join("event.toml"), "").expect("written");
        let folder = Folder::at(place.path()).expect("an event");
        let remember = |code: &str| {
            let mut recalling = folder.recall();
            let editor = folder.edit(Mode::Real).expect("the lock");
            let mut memory = recalling.memory(&editor).expect("it reads");
            memory.submissions.list.push(submission(code, &["", "Bo"]));
            let remembering = editor.write_down(memory);
            editor.remember(remembering).expect("it is written");
        };
        remember("krt-mwxb");
        let mut early = folder.recall();
        let _ = early
            .memory
            .wait()
            .map(|read| early.memory = Meanwhile::Done(read));
        remember("bcd-fghj");
        let editor = folder.edit(Mode::Real).expect("the lock");
        let memory = early.memory(&editor).expect("it reads");
        let codes = memory.submissions.list.iter().map(Submission::code);
        assert_eq!(codes.collect::<Vec<_>>(), ["krt-mwxb", "bcd-fghj"]);
    }
}
