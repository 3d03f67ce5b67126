//! `history.csv`: what happened to whom and why, append-only, in codes and never in names.
//!
//! A change of the list and what the history says of it are two files, and a run can be killed between them. The
//! invariant: **outside the lock, either both are there or neither counts**. Before a change, `.plenary/change` notes
//! how long the history was and what the list looked like; then the history is written, then the list, then the note goes.
//! Whoever finds the note looks which list is there: with the old one, what the history says behind that length has not
//! happened and is taken back.

mod brief;
mod line;
mod pending;

pub(super) use pending::{Pending, digest};

use std::fs::OpenOptions;
use std::io::Write;
use std::ops::Range;

use super::Folder;
use super::disk::{self, Access};
use super::tail::{self, whole_lines};
use crate::error::{Error, Place, Result};
use crate::model::Chronicle;
use crate::sheet::abreast;

const FILE: &str = "history.csv";

/// How many bytes a line has, or a few less.
const LINE: usize = 96;

const HEADER: &str = "time,code,what,value,why,by\n";

impl Folder {
    /// Reads the history; nothing if nothing happened yet. What a killed run wrote without making the change it tells
    /// of is left out, and so is a last line that it left torn.
    ///
    /// # Errors
    /// When the file cannot be read or is damaged, with the line.
    pub fn history(&self) -> Result<Chronicle> {
        let path = self.path(FILE);
        let Some(mut bytes) = disk::read(&path)? else {
            return Ok(Chronicle::default());
        };
        if let Some(pending) = Pending::found(self)?
            && !pending.has_happened(self, &bytes)?
        {
            bytes.truncate(usize::try_from(pending.length()).unwrap_or(usize::MAX));
        }
        bytes.truncate(whole_lines(&bytes));
        let text = disk::text(&path, FILE, bytes)?;
        if text.is_empty() {
            return Ok(Chronicle::default());
        }
        if !text.starts_with(HEADER) {
            let error = Error::new("the header of `history.csv` is not the history's");
            return Err(error.hint(format!("its first line must be {}", HEADER.trim_end())));
        }
        line::read(text, HEADER.len()).map_err(|(at, error)| {
            let place = Place {
                line: at + 2,
                ..Place::file(FILE)
            };
            error.at(place).hint("plenary writes this file alone; take the line from a backup, or ask `git log` who changed it")
        })
    }

    /// Writes lines at the end of the history, durably.
    pub(super) fn tell_history(&self, entries: &Chronicle) -> Result<()> {
        if entries.is_empty() {
            return Ok(());
        }
        let path = self.path(FILE);
        let failed = |cause: std::io::Error| Error::file("write", &path, &cause);
        let mut length = tail::length(&path).map_err(failed)?;
        if length.all == 0 {
            let seen = disk::read(&path)?;
            disk::replace(&path, seen.as_deref(), HEADER.as_bytes(), Access::Personal)?;
            length = tail::length(&path).map_err(failed)?;
        }
        let mut file = OpenOptions::new()
            .append(true)
            .open(&path)
            .map_err(failed)?;
        if length.whole < length.all {
            // The next line must not be glued onto a torn one.
            file.set_len(length.whole).map_err(failed)?;
        }
        let lines = |some: Range<usize>| {
            let mut lines = String::with_capacity(some.len() * LINE);
            let mut words = String::new();
            for entry in entries.iter_from(some.start).take(some.len()) {
                line::write(&entry, &mut lines, &mut words);
            }
            lines
        };
        std::thread::scope(|scope| {
            let mut all = abreast(scope, entries.len(), lines);
            all.try_for_each(|lines| file.write_all(lines.as_bytes()))
        })
        .map_err(failed)?;
        file.sync_data().map_err(failed)
    }

    /// Takes back what the history says behind a length.
    fn shorten_history(&self, length: u64) -> Result<()> {
        let path = self.path(FILE);
        let failed = |cause: std::io::Error| Error::file("write", &path, &cause);
        let file = match OpenOptions::new().write(true).open(&path) {
            Ok(file) => file,
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            Err(cause) => return Err(failed(cause)),
        };
        if file.metadata().map_err(failed)?.len() > length {
            file.set_len(length).map_err(failed)?;
            file.sync_data().map_err(failed)?;
        }
        Ok(())
    }

    /// Returns how many bytes the whole lines of the history have.
    fn history_length(&self) -> Result<u64> {
        let path = self.path(FILE);
        let length = tail::length(&path);
        Ok(length
            .map_err(|cause| Error::file("read", &path, &cause))?
            .whole)
    }
}

#[cfg(test)]
mod tests;
