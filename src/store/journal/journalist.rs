use std::borrow::Cow;
use std::fs::File;
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use super::COLUMNS;
use super::memory::Memory;
use crate::error::{Error, Result};
use crate::model::{MailEntry, MailJournal};
use crate::sheet::Sheet;
use crate::store::Lock;

/// The one who writes the journal, for as many connections as there are.
#[derive(Debug)]
pub struct Journalist {
    /// None in a dry run.
    file: Option<(File, PathBuf)>,
    /// Held while a line is written, so that no two are mixed; not while the disk is waited for.
    writing: Mutex<()>,
    /// How the lines of the journal are written.
    sheet: Sheet,
    memory: Option<Memory>,
    _lock: Option<Lock>,
    known: Arc<MailJournal>,
}

impl Journalist {
    /// One that writes nothing.
    pub(super) fn idle(known: Arc<MailJournal>) -> Result<Self> {
        Ok(Self {
            file: None,
            writing: Mutex::new(()),
            sheet: Sheet::with_header(&COLUMNS)?,
            memory: None,
            _lock: None,
            known,
        })
    }

    /// One that writes at the end of a file.
    pub(super) fn writing(
        file: (File, PathBuf),
        (memory, lock): (Memory, Lock),
        known: Arc<MailJournal>,
    ) -> Result<Self> {
        let mut journalist = Self::idle(known)?;
        journalist.file = Some(file);
        journalist.memory = Some(memory);
        journalist._lock = Some(lock);
        Ok(journalist)
    }

    /// Returns what the journal said when the place was taken.
    pub fn known(&self) -> &Arc<MailJournal> {
        &self.known
    }

    /// Writes entries that must survive a power cut before anything else happens.
    ///
    /// # Errors
    /// When they cannot be made durable; then nothing may be sent.
    pub fn reserve(&self, entries: &[MailEntry]) -> Result<()> {
        self.note(entries)?;
        self.sync()
    }

    /// Writes entries that must survive the end of this process, however it ends. One system call, no fsync.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn note(&self, entries: &[MailEntry]) -> Result<()> {
        let mut lines = String::new();
        for entry in entries {
            let revision = entry.key.revision.to_string();
            let cells: [&str; 9] = [
                &entry.time,
                entry.state.word(),
                entry.key.kind.as_str(),
                &entry.key.person,
                &revision,
                &entry.message_id,
                &entry.server,
                &entry.boot,
                &entry.reply,
            ];
            // One entry, one line: that is what makes a torn one recognisable.
            let cells = cells.map(|cell| match cell.contains(['\r', '\n', '\0']) {
                true => Cow::Owned(cell.replace(['\r', '\n', '\0'], " ")),
                false => Cow::Borrowed(cell),
            });
            lines += &self.sheet.line(&cells.each_ref().map(|cell| &**cell))?;
        }
        self.append(lines.as_bytes())
    }

    /// Makes everything noted so far survive a power cut.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn sync(&self) -> Result<()> {
        let Some((file, path)) = &self.file else {
            return Ok(());
        };
        file.sync_data()
            .map_err(|cause| Error::file("make durable", path, &cause))
    }

    fn append(&self, bytes: &[u8]) -> Result<()> {
        let Some((file, path)) = &self.file else {
            return Ok(());
        };
        let _turn = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut file = file;
        file.write_all(bytes)
            .map_err(|cause| Error::file("write", path, &cause))
    }
}

impl Drop for Journalist {
    fn drop(&mut self) {
        if let (Some((file, _)), Some(memory)) = (&self.file, &self.memory) {
            memory.keep(file);
        }
    }
}
