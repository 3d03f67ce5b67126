use std::path::Path;
use std::time::Duration;

use super::disk::{self, Access, Replaced};
use super::history::{Pending, digest};
use super::outbox::OUTBOX;
use super::rejected::FOLDER as IMPORTS;
use super::revised::Revised;
use super::{Folder, Lock};
use crate::error::{Error, Exit, Result};
use crate::model::Chronicle;

/// Whether a command means it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Changes are saved.
    Real,
    /// The whole way is gone, up to the first write.
    DryRun,
}

/// The only one who can save. Holds the folder's lock, so that two runs never change it at the same time; keep it
/// for milliseconds, never across the network, a prompt or an editor.
#[derive(Debug)]
pub struct Editor<'f> {
    folder: &'f Folder,
    mode: Mode,
    _lock: Option<Lock>,
}

/// How often an operation is applied again because somebody else saved meanwhile.
const ATTEMPTS: usize = 5;

impl Folder {
    /// Takes the lock and returns the editor. Waits up to 20 seconds for another run.
    ///
    /// # Errors
    /// When another run keeps the lock, with exit code 75, or the folder cannot be written.
    pub fn edit(&self, mode: Mode) -> Result<Editor<'_>> {
        if mode == Mode::DryRun {
            return Ok(Editor {
                folder: self,
                mode,
                _lock: None,
            });
        }
        disk::private_folder(&self.path(".plenary"))?;
        let lock = Lock::wait(&self.path(".plenary/lock"), Duration::from_secs(20))?;
        for folder in [".", ".plenary", OUTBOX, IMPORTS] {
            disk::sweep(&self.path(folder));
        }
        Pending::heal(self)?;
        Ok(Editor {
            folder: self,
            mode,
            _lock: Some(lock),
        })
    }
}

impl Editor<'_> {
    /// Returns the folder being edited.
    pub(super) fn folder(&self) -> &Folder {
        self.folder
    }

    /// Tells whether changes are saved.
    pub(super) fn mode(&self) -> Mode {
        self.mode
    }

    /// Applies an operation to the text of a file, blank if it does not exist, and saves what it returns. If somebody
    /// without our lock saved the file meanwhile, an editor perhaps, the operation is applied again to the new text.
    pub(super) fn change<T>(
        &self,
        name: &str,
        access: Access,
        mut operation: impl FnMut(&str) -> Result<(String, T)>,
    ) -> Result<T> {
        let path = self.folder.path(name);
        for _ in 0..ATTEMPTS {
            let seen = disk::read(&path)?;
            let old = disk::text(&path, name, seen.clone().unwrap_or_default())?;
            let (new, result) = operation(&old)?;
            let same = seen.as_deref() == Some(new.as_bytes());
            if same || self.mode == Mode::DryRun {
                return Ok(result);
            }
            if self.replace(name, seen.as_deref(), new.as_bytes(), access)? == Replaced::Saved {
                return Ok(result);
            }
        }
        Err(busy(&path))
    }

    /// As [`change`](Self::change), for a sheet that may be large and whose changes the history tells of: the operation
    /// takes the text, if the file exists, and returns what the sheet is to become. Both are made, or neither counts. The
    /// sheet is not given back: the process may end soon, and a million strings would only keep people waiting.
    pub(super) fn change_sheet<T>(
        &self,
        name: &str,
        access: Access,
        mut operation: impl FnMut(Option<String>) -> Result<Told<T>>,
    ) -> Result<T> {
        let path = self.folder.path(name);
        for _ in 0..ATTEMPTS {
            let old = self.folder.text(name)?;
            let exists = old.is_some();
            let (revised, result, entries) = operation(old)?;
            if self.mode == Mode::DryRun {
                return Ok(result);
            }
            if !revised.is_changed() {
                self.folder.tell_history(&entries)?;
                std::mem::forget(revised);
                return Ok(result);
            }
            let seen = exists.then_some(revised.read_from().as_bytes());
            let prepared = self.folder.prepare(name, seen, &revised, access)?;
            let pending = if entries.is_empty() {
                None
            } else {
                let known = prepared.before().map(str::to_string);
                let before = known.unwrap_or_else(|| digest(seen));
                let begun = Pending::begin(self.folder, &entries, before);
                Some(begun.map_err(|error| error.hint("nothing was changed"))?)
            };
            // When this fails, the note stays: the next who takes the lock looks which list is there.
            match (self.put_prepared(prepared, seen)?, pending) {
                (Replaced::Saved, pending) => {
                    pending.map_or(Ok(()), |pending| pending.done(self.folder))?;
                    std::mem::forget(revised);
                    return Ok(result);
                }
                (Replaced::ChangedMeanwhile, Some(pending)) => pending.take_back(self.folder)?,
                (Replaced::ChangedMeanwhile, None) => {}
            }
        }
        Err(busy(&path))
    }
}

/// What a sheet is to become, what to return, and what the history says of it.
type Told<T> = (Revised, T, Chronicle);

fn busy(path: &Path) -> Error {
    Error::new(format!(
        "`{}` is being saved by another program again and again",
        path.display()
    ))
    .hint("close it there and try again; nothing was changed")
    .exit(Exit::TryLater)
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::time::{Duration, SystemTime};

    use super::*;

    #[test]
    fn what_was_left_half_written_long_ago_is_taken_away_by_the_next_change() {
        let root = tempfile::tempdir().expect("a folder");
        fs::write(root.path().join("event.toml"), "").expect("a file");
        let names = [".", OUTBOX, IMPORTS].map(|folder| {
            let folder = root.path().join(folder);
            fs::create_dir_all(&folder).expect("a folder");
            [("old", 2), ("new", 0)].map(|(name, hours)| {
                let path = folder.join(format!("{}{name}", disk::TEMPORARY));
                let file = File::create(&path).expect("a file");
                let time = SystemTime::now() - Duration::from_secs(hours * 3600);
                file.set_modified(time).expect("a time");
                path
            })
        });
        let folder = Folder::at(root.path()).expect("an event folder");
        drop(folder.edit(Mode::Real).expect("the lock"));
        let there = names.map(|pair| pair.map(|path| path.exists()));
        assert_eq!(there, [[false, true]; 3]);
    }
}
