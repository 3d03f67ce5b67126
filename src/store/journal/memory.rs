use std::fs::File;
use std::path::PathBuf;

use crate::error::{Error, Result};
use crate::store::Folder;
use crate::store::disk::{self, Access};

/// Remembers how long the journal was, so that one that was removed, or taken from an old backup, is noticed: what it
/// has forgotten would be sent again.
#[derive(Debug)]
pub(super) struct Memory {
    path: PathBuf,
    before: Option<Vec<u8>>,
}

/// Belongs to this machine, as the journal's loss does: another clone of the folder has its own.
const FILE: &str = ".plenary/journal";

const HOW: &str = "take it from a backup or from git; if nothing that is missing was ever sent, remove \
                   `.plenary/journal`";

impl Memory {
    /// Compares the journal with what is remembered; `size` is its length in bytes, none if it is not there.
    ///
    /// # Errors
    /// When something of it is missing.
    pub(super) fn of(folder: &Folder, size: Option<usize>) -> Result<Self> {
        let path = folder.path(FILE);
        let before = disk::read(&path)?;
        let known = before.as_ref().and_then(|bytes| {
            let text = std::str::from_utf8(bytes).ok()?;
            text.trim().parse::<usize>().ok()
        });
        match (known, size) {
            (Some(_), None) => {
                Err(Error::new("`mail.csv` is gone: what was sent would be sent again").hint(HOW))
            }
            (Some(known), Some(size)) if size < known => Err(Error::new(format!(
                "`mail.csv` is shorter than it was, by {} bytes: what was sent would be sent again",
                known - size
            ))
            .hint(HOW)),
            _ => Ok(Self { path, before }),
        }
    }

    /// Remembers how long the journal is now. If that fails, a loss may go unnoticed, and nothing else is amiss.
    pub(super) fn keep(&self, journal: &File) {
        let size = journal.metadata().map(|journal| journal.len());
        if let Ok(size) = size {
            let now = format!("{size}\n").into_bytes();
            if self.before.as_ref() != Some(&now) {
                let before = disk::read(&self.path).ok().flatten();
                let _ = disk::replace(&self.path, before.as_deref(), &now, Access::Personal);
            }
        }
    }
}
