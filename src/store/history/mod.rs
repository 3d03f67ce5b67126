//! `history.csv`: what happened to whom and why, append-only, in codes and never in names.
//!
//! A change of the list and what the history says of it are two files, and a run can be killed between them. The
//! invariant: **outside the lock, either both are there or neither counts**. Before a change, `.plenary/change` notes
//! how long the history was and what the list looked like; then the history is written, then the list, then the note goes.
//! Whoever finds the note looks which list is there: with the old one, what the history says behind that length has not
//! happened and is taken back.

mod line;
mod pending;

pub(super) use pending::Pending;

use std::fs::OpenOptions;
use std::io::Write;

use super::Folder;
use super::disk::{self, Access};
use crate::error::{Error, Place, Result};
use crate::model::HistoryEntry;

const FILE: &str = "history.csv";

const HEADER: &str = "time,code,what,value,why,by\n";

/// The text of `history.csv` as far as it counts.
#[derive(Clone, Debug, Default)]
pub struct History {
    text: String,
}

impl History {
    /// Returns what happened, in the order in which it happened.
    ///
    /// # Errors
    /// When the file is damaged, with the line.
    pub fn entries(&self) -> Result<Vec<HistoryEntry<'_>>> {
        let Some(lines) = self.text.strip_prefix(HEADER) else {
            if self.text.is_empty() {
                return Ok(Vec::new());
            }
            return Err(
                Error::new("the header of `history.csv` is not the history's")
                    .hint(format!("its first line must be {}", HEADER.trim_end())),
            );
        };
        let mut entries = Vec::with_capacity(lines.len() / 64);
        for (at, line) in lines.lines().enumerate() {
            entries.push(line::read(line).map_err(|error| {
                let place = Place {
                    line: at + 2,
                    ..Place::file(FILE)
                };
                error.at(place).hint("plenary writes this file alone; take the line from a backup, or ask `git log` who changed it")
            })?);
        }
        Ok(entries)
    }
}

impl Folder {
    /// Reads the history; nothing if nothing happened yet. What a killed run wrote without making the change it tells
    /// of is left out, and so is a last line that it left torn.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history(&self) -> Result<History> {
        let path = self.path(FILE);
        let Some(mut bytes) = disk::read(&path)? else {
            return Ok(History::default());
        };
        if let Some(pending) = Pending::found(self)?
            && !pending.has_happened(self, &bytes)?
        {
            bytes.truncate(pending.length());
        }
        bytes.truncate(whole_lines(&bytes));
        Ok(History {
            text: disk::text(&path, FILE, bytes)?,
        })
    }

    /// Writes lines at the end of the history, durably.
    pub(super) fn tell_history(&self, entries: &[HistoryEntry<'_>]) -> Result<()> {
        if entries.is_empty() {
            return Ok(());
        }
        let lines: String = entries.iter().map(line::write).collect();
        let path = self.path(FILE);
        let failed = |cause: std::io::Error| Error::file("write", &path, &cause);
        let bytes = match disk::read(&path)? {
            Some(bytes) if !bytes.is_empty() => bytes,
            seen => {
                disk::replace(&path, seen.as_deref(), HEADER.as_bytes(), Access::Personal)?;
                HEADER.as_bytes().to_vec()
            }
        };
        let whole = whole_lines(&bytes);
        let mut file = OpenOptions::new()
            .append(true)
            .open(&path)
            .map_err(failed)?;
        if whole < bytes.len() {
            // The next line must not be glued onto a torn one.
            file.set_len(whole as u64).map_err(failed)?;
        }
        file.write_all(lines.as_bytes()).map_err(failed)?;
        file.sync_data().map_err(failed)
    }

    /// Takes back what the history says behind a length.
    fn shorten_history(&self, length: usize) -> Result<()> {
        let path = self.path(FILE);
        let failed = |cause: std::io::Error| Error::file("write", &path, &cause);
        let file = match OpenOptions::new().write(true).open(&path) {
            Ok(file) => file,
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            Err(cause) => return Err(failed(cause)),
        };
        if file.metadata().map_err(failed)?.len() > length as u64 {
            file.set_len(length as u64).map_err(failed)?;
            file.sync_data().map_err(failed)?;
        }
        Ok(())
    }

    fn history_length(&self) -> Result<usize> {
        Ok(disk::read(&self.path(FILE))?.map_or(0, |bytes| whole_lines(&bytes)))
    }
}

/// Returns the length of the part that consists of whole lines.
fn whole_lines(bytes: &[u8]) -> usize {
    memchr::memrchr(b'\n', bytes).map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests;
