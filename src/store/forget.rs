use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::disk::{self, Access};
use super::outbox::OUTBOX;
use super::rejected::FOLDER as IMPORTS;
use super::{Editor, Folder};
use crate::error::{Error, Result};
use crate::sheet::Sheet;

/// What stands in `.plenary` about people.
const MEMORY: [&str; 3] = [
    ".plenary/imported.csv",
    ".plenary/different.csv",
    ".plenary/undo",
];

const JOURNAL: &str = "mail.csv";

/// How long the journal is known to be.
const LENGTH: &str = ".plenary/journal";

/// The columns that say what people need.
pub const NEEDS: [&str; 2] = ["access", "diet"];

impl Folder {
    /// Returns what holds anything about people who signed up besides the list: drafts, rejected rows, delivered copies,
    /// the memory of imports, old versions. The answers of mail servers in the journal often quote addresses.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn remains(&self, delivery: Option<&Path>) -> Result<Vec<PathBuf>> {
        let mut remains: Vec<PathBuf> = MEMORY.map(|name| self.path(name)).to_vec();
        remains.retain(|path| path.symlink_metadata().is_ok());
        let copies = delivery.map(|name| self.root().join(name));
        let folders = [self.path(OUTBOX), self.path(IMPORTS)].into_iter();
        for (at, folder) in folders.chain(copies).enumerate() {
            let mut names = disk::file_names(&folder)?;
            // A folder for delivery may be anywhere, with other things in it.
            names.retain(|name| at < 2 || name.ends_with(".eml"));
            remains.extend(names.iter().map(|name| folder.join(name)));
        }
        if self.without_replies()?.is_some() {
            remains.push(self.path(JOURNAL));
        }
        Ok(remains)
    }

    /// Tells whether the memory of imports or an old version of the list may still say what people need.
    ///
    /// # Errors
    /// When the memory is damaged.
    pub fn remembers_needs(&self) -> Result<bool> {
        let mut known = self.submissions()?;
        let numbers = NEEDS.map(|column| known.column(column));
        let mut all = known.list.iter();
        Ok(all.any(|one| numbers.iter().any(|number| !one.get(*number).is_empty())))
    }

    /// Returns the journal without what mail servers answered; none if it says nothing of that.
    fn without_replies(&self) -> Result<Option<String>> {
        let Some(source) = self.source(JOURNAL)? else {
            return Ok(None);
        };
        let damaged =
            || Error::new(format!("`{JOURNAL}` is damaged")).hint("`plenary check` shows where");
        let mut sheet = Sheet::read(source.text(), None).map_err(|_| damaged())?;
        let column = sheet.column("reply").ok_or_else(damaged)?;
        let said: Vec<usize> = sheet
            .rows()
            .filter(|row| !row.cell(column).is_empty())
            .map(|row| row.index())
            .collect();
        if said.is_empty() {
            return Ok(None);
        }
        for row in said {
            sheet.replace(row, &[(column, "")])?;
        }
        Ok(Some(sheet.to_text()))
    }
}

impl Editor<'_> {
    /// Deletes what [`Folder::remains`] has found. Asked again, it goes on where a run was cut short. The sender's lock
    /// must be held: the journal is written anew.
    ///
    /// # Errors
    /// When something cannot be deleted.
    pub fn forget(&self, delivery: Option<&Path>) -> Result<()> {
        let folder = self.folder();
        let journal = folder.path(JOURNAL);
        for path in folder.remains(delivery)? {
            if path == journal {
                if let (Some(text), seen) = (folder.without_replies()?, disk::read(&journal)?) {
                    // It becomes shorter, and nothing of what was sent is forgotten.
                    disk::remove(&folder.path(LENGTH))?;
                    disk::replace(&journal, seen.as_deref(), text.as_bytes(), Access::Personal)?;
                }
                continue;
            }
            let removed = match fs::symlink_metadata(&path) {
                Ok(found) if found.is_dir() => fs::remove_dir_all(&path),
                _ => fs::remove_file(&path),
            };
            match removed {
                Err(cause) if cause.kind() != ErrorKind::NotFound => {
                    return Err(Error::file("delete", &path, &cause));
                }
                _ => disk::sync_folder(path.parent().unwrap_or(folder.root()))?,
            }
        }
        Ok(())
    }

    /// Deletes what people need from the memory of imports and from old versions of the list.
    ///
    /// # Errors
    /// When it cannot be saved.
    pub fn forget_needs(&self) -> Result<()> {
        let mut known = self.folder().submissions()?;
        for column in NEEDS {
            let number = known.column(column);
            for submission in &mut known.list {
                submission.values.retain(|(at, _)| *at != number);
            }
        }
        if !known.list.is_empty() {
            self.remember(&known)?;
        }
        let undo = self.folder().path(".plenary/undo");
        match fs::remove_dir_all(&undo) {
            Err(cause) if cause.kind() != ErrorKind::NotFound => {
                Err(Error::file("delete", &undo, &cause))
            }
            _ => Ok(()),
        }
    }
}
