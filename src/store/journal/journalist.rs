use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

use super::COLUMNS;
use crate::error::{Error, Result};
use crate::model::MailEntry;
use crate::sheet::Sheet;
use crate::store::Lock;

/// The one who writes the journal.
#[derive(Debug)]
pub struct Journalist {
    /// None in a dry run.
    pub(super) file: Option<(File, PathBuf)>,
    pub(super) _lock: Option<Lock>,
    pub(super) known: Vec<MailEntry>,
}

impl Journalist {
    /// Returns what the journal said when the place was taken.
    pub fn known(&self) -> &[MailEntry] {
        &self.known
    }

    /// Writes entries that must survive a power cut before anything else happens.
    ///
    /// # Errors
    /// When they cannot be made durable; then nothing may be sent.
    pub fn reserve(&mut self, entries: &[MailEntry]) -> Result<()> {
        self.note(entries)?;
        self.sync()
    }

    /// Writes entries that must survive the end of this process, however it ends. One system call, no fsync.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn note(&mut self, entries: &[MailEntry]) -> Result<()> {
        let sheet = Sheet::with_header(&COLUMNS)?;
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
            let cells = cells.map(|cell| cell.replace(['\r', '\n', '\0'], " "));
            lines += &sheet.line(&cells.each_ref().map(String::as_str))?;
        }
        self.append(lines.as_bytes())
    }

    /// Makes everything noted so far survive a power cut.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn sync(&mut self) -> Result<()> {
        let Some((file, path)) = &self.file else {
            return Ok(());
        };
        file.sync_data()
            .map_err(|cause| Error::file("make durable", path, &cause))
    }

    pub(super) fn append(&mut self, bytes: &[u8]) -> Result<()> {
        let Some((file, path)) = &mut self.file else {
            return Ok(());
        };
        file.write_all(bytes)
            .map_err(|cause| Error::file("write", path, &cause))
    }
}
