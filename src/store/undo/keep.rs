use std::fs::{self, OpenOptions};
use std::io::{BufWriter, IntoInnerError, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use chrono::{DateTime, Duration, Utc};

use super::entry::{Change, Head, Name, State, written};
use super::way::Way;
use super::{FOLDER, names};
use crate::error::{Error, Result};
use crate::model::hexadecimal;
use crate::store::beside::{Beside, Written};
use crate::store::disk::{self, Access, Replaced};
use crate::store::revised::Revised;
use crate::store::{Editor, Folder, Mode};

/// For how long what was replaced is kept.
const KEEP_DAYS: i64 = 30;

/// What must never be taken back: numbers that people know, and journals, which only grow.
const NEVER: [&str; 4] = [
    ".plenary/calendar.toml",
    ".plenary/releases.toml",
    "mail.csv",
    "history.csv",
];

/// The run of a command: everything that it changes is one entry of the log.
#[derive(Debug)]
pub struct Run {
    head: Head,
    time: DateTime<Utc>,
    number: OnceLock<u32>,
}

impl Run {
    /// A run that begins at `time`; `command` is what was typed, without what people are called.
    pub fn new(command: String, time: DateTime<Utc>) -> Self {
        let head = Head {
            time: time.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
            command,
        };
        Self {
            head,
            time,
            number: OnceLock::new(),
        }
    }
}

/// A file that is made and was not there before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) struct Made {
    /// Its path within the event folder.
    pub(in crate::store) file: String,
    /// The hash of what it holds.
    pub(super) hash: String,
    /// Whether only its owner may read it.
    pub(super) personal: bool,
}

impl Made {
    /// A file that only its owner may read, by the hash of what it holds.
    pub(in crate::store) fn of(file: &str, hash: &[u8; 16]) -> Self {
        Self {
            file: file.to_string(),
            hash: hexadecimal(hash),
            personal: true,
        }
    }

    /// Everybody on this machine may read it.
    pub(in crate::store) fn shared(self) -> Self {
        Self {
            personal: false,
            ..self
        }
    }
}

/// What a sheet has become, written beside its file, and what leads back from it, if that is kept.
#[derive(Debug)]
pub(in crate::store) struct Prepared {
    name: String,
    written: Written,
    change: Option<(Change, Vec<u8>)>,
}

impl Prepared {
    /// Returns the hash of what was there, if it is known.
    pub(in crate::store) fn before(&self) -> Option<&str> {
        self.change.as_ref()?.0.before()
    }
}

impl Folder {
    /// Tells whether what is replaced is kept for `plenary undo`.
    fn keeps(&self, name: &str) -> bool {
        self.run().is_some() && !NEVER.contains(&name)
    }

    /// Writes what a sheet has become of what was `seen` beside its file, in one pass and without a second copy of it.
    pub(in crate::store) fn prepare(
        &self,
        name: &str,
        seen: Option<&[u8]>,
        revised: &Revised,
        access: Access,
    ) -> Result<Prepared> {
        let mut way = self
            .keeps(name)
            .then(|| Way::from(seen.unwrap_or_default()));
        let mut beside = Beside::begin(&self.path(name))?;
        revised.write(&mut |part| {
            beside.write(part.as_bytes());
            if let Some(way) = &mut way {
                way.part(part.as_bytes());
            }
        })?;
        let personal = access == Access::Personal;
        Ok(Prepared {
            name: name.to_string(),
            written: beside.finish(access)?,
            change: way.map(|way| Change::along(name, personal, seen.is_some(), way)),
        })
    }
}

/// A change that is written down and not made yet.
struct Noted {
    path: PathBuf,
    /// How long the entry was before; none if this change began it.
    length: Option<u64>,
}

impl Editor<'_> {
    /// Replaces a file whole, as [`disk::replace`] does, and keeps what it held for `plenary undo`.
    pub(in crate::store) fn replace(
        &self,
        name: &str,
        seen: Option<&[u8]>,
        new: &[u8],
        access: Access,
    ) -> Result<Replaced> {
        let path = self.folder().path(name);
        let keeps = self.folder().keeps(name);
        let change = keeps.then(|| Change::of(name, access == Access::Personal, seen, Some(new)));
        self.keeping(change, (name, seen), || {
            disk::replace(&path, seen, new, access)
        })
    }

    /// Puts what a sheet has become in the place of what was `seen`, and keeps that for `plenary undo`.
    pub(in crate::store) fn put_prepared(
        &self,
        prepared: Prepared,
        seen: Option<&[u8]>,
    ) -> Result<Replaced> {
        let Prepared {
            name,
            written,
            change,
        } = prepared;
        self.keeping(change, (&name, seen), || written.put(seen))
    }

    /// Writes down what a change replaces, then makes it.
    fn keeping(
        &self,
        change: Option<(Change, Vec<u8>)>,
        (name, seen): (&str, Option<&[u8]>),
        replace: impl FnOnce() -> Result<Replaced>,
    ) -> Result<Replaced> {
        let (Some(run), Some(change)) = (self.folder().run(), change) else {
            return replace();
        };
        let unchanged = |error: Error| error.hint("nothing was changed");
        let noted = note(self.folder(), run, &mut std::iter::once(change)).map_err(unchanged)?;
        match replace() {
            Ok(Replaced::Saved) => {
                self.tidy(run);
                Ok(Replaced::Saved)
            }
            other => {
                // What failed behind the change, as to make its folder durable, must not take the way back.
                let path = self.folder().path(name);
                if other.is_ok() || disk::holds(&path, seen).unwrap_or(false) {
                    noted.withdraw();
                }
                other
            }
        }
    }

    /// Notes files that are about to be made. No more than one of them need be in memory.
    pub(in crate::store) fn note_made(&self, made: &mut dyn Iterator<Item = Made>) -> Result<()> {
        let mut made = made.peekable();
        let Some(run) = self.folder().run() else {
            return Ok(());
        };
        if self.mode() == Mode::DryRun || made.peek().is_none() {
            return Ok(());
        }
        let mut changes = made.map(|made| (Change::made(made), Vec::new()));
        note(self.folder(), run, &mut changes)?;
        self.tidy(run);
        Ok(())
    }

    /// Forgets everything that was kept for `plenary undo`, and returns how many commands that were. Whoever deletes
    /// people's data calls it: a copy would keep them.
    ///
    /// # Errors
    /// When a copy cannot be removed.
    pub fn forget_undo(&self) -> Result<usize> {
        let folder = self.folder().path(FOLDER);
        if self.mode() == Mode::DryRun {
            return Ok(names(&folder)?.len());
        }
        let entries = names(&folder)?.len();
        let Ok(found) = fs::read_dir(&folder) else {
            return Ok(entries);
        };
        // Everything in there, also what a killed run left half written.
        for file in found {
            let file = file.map_err(|cause| Error::file("read", &folder, &cause))?;
            disk::remove(&file.path())?;
        }
        disk::sync_folder(&folder)?;
        Ok(entries)
    }

    /// Takes away what is older than a month, and what was undone before this run: the ways have parted there. What
    /// cannot be removed now is removed by the next run.
    fn tidy(&self, run: &Run) {
        let folder = self.folder().path(FOLDER);
        disk::sweep(&folder);
        let current = run.number.get().copied();
        for name in names(&folder).unwrap_or_default() {
            let old = || {
                began(&folder, name).is_some_and(|time| run.time - time > Duration::days(KEEP_DAYS))
            };
            if Some(name.number) != current && (name.state == State::Undone || old()) {
                let _ = fs::remove_file(name.path(&folder));
                let _ = fs::remove_file(name.forth(&folder));
            }
        }
    }
}

/// Returns when the run of an entry began.
fn began(folder: &Path, name: Name) -> Option<DateTime<Utc>> {
    let first = disk::first_line(&name.path(folder))?;
    let head: Head = serde_json::from_str(&first).ok()?;
    Some(
        DateTime::parse_from_rfc3339(&head.time)
            .ok()?
            .with_timezone(&Utc),
    )
}

/// Writes changes down, durably, before they are made.
fn note(
    folder: &Folder,
    run: &Run,
    changes: &mut dyn Iterator<Item = (Change, Vec<u8>)>,
) -> Result<Noted> {
    let mut texts = changes.map(|(change, back)| written(&change, Some(&back)));
    disk::private_folder(&folder.path(".plenary"))?;
    let folder = folder.path(FOLDER);
    disk::private_folder(&folder)?;
    let latest = names(&folder)?.last().map_or(0, |name| name.number);
    let number = *run.number.get_or_init(|| latest + 1);
    let name = Name {
        number,
        state: State::Done,
    };
    let path = name.path(&folder);
    let failed =
        |cause: std::io::Error| Error::file("write", &path, &cause).hint("nothing was changed");
    let Ok(found) = fs::metadata(&path) else {
        let mut entry = Beside::begin(&path)?;
        entry.write(&written(&run.head, None)?);
        texts.try_for_each(|text| text.map(|text| entry.write(&text)))?;
        // Whatever goes wrong here, the change itself was not made yet.
        let placed = entry.finish(Access::Personal)?.put(None);
        placed.map_err(|error| error.hint("nothing was changed"))?;
        return Ok(Noted { path, length: None });
    };
    let file = OpenOptions::new().append(true).open(&path);
    let mut file = BufWriter::new(file.map_err(failed)?);
    texts.try_for_each(|text| file.write_all(&text?).map_err(failed))?;
    let whole = file.into_inner().map_err(IntoInnerError::into_error);
    whole.and_then(|file| file.sync_data()).map_err(failed)?;
    Ok(Noted {
        path,
        length: Some(found.len()),
    })
}

impl Noted {
    /// Takes the note away, since the change was not made. A note that stays by accident does no harm: undo finds that
    /// the file is as it was before.
    fn withdraw(&self) {
        let _ = match self.length {
            None => fs::remove_file(&self.path),
            Some(length) => OpenOptions::new()
                .write(true)
                .open(&self.path)
                .and_then(|file| file.set_len(length)),
        };
    }
}
