use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::Folder;
use super::disk::{self, Access};
use crate::error::{Error, Result};
use crate::model::Names;

/// Where drafts wait, and where people may read, edit and delete them.
pub(super) const OUTBOX: &str = "outbox";

/// Tells one state of a draft from another: what is saved anew is another file, or of another length or time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    inode: u64,
    length: u64,
    /// When it was last changed, in seconds and nanoseconds since 1970.
    changed: (i64, i64),
}

impl Folder {
    /// Returns the names of the drafts that wait, in order, and of files that somebody may take for one.
    ///
    /// # Errors
    /// When the outbox cannot be read.
    pub fn draft_names(&self) -> Result<Names> {
        let mut names = Names::default();
        disk::each_name(&self.path(OUTBOX), |name| {
            let is_mail = || {
                name.rsplit_once('.')
                    .is_some_and(|(_, end)| end.eq_ignore_ascii_case("eml"))
            };
            if !name.starts_with('.') && is_mail() {
                names.push(name);
            }
        })?;
        names.sort();
        Ok(names)
    }

    /// Returns the bytes of a draft; none if somebody has deleted it.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn draft(&self, name: &str) -> Result<Option<Vec<u8>>> {
        let path = self.path(OUTBOX).join(name);
        // To open a pipe would wait for ever.
        if fs::metadata(&path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
            return Err(Error::new(format!(
                "`{}` is no regular file",
                path.display()
            )));
        }
        disk::read(&path)
    }

    /// Returns in which state a draft is; none if somebody has deleted it.
    ///
    /// # Errors
    /// When it cannot be looked at.
    pub fn draft_stamp(&self, name: &str) -> Result<Option<Stamp>> {
        let path = self.path(OUTBOX).join(name);
        match fs::metadata(&path) {
            Ok(found) => Ok(Some(Stamp {
                inode: found.ino(),
                length: found.len(),
                changed: (found.ctime(), found.ctime_nsec()),
            })),
            Err(cause) if cause.kind() == ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(Error::file("look at", &path, &cause)),
        }
    }

    /// Takes a draft out of the outbox, since it was sent. One that is gone already is no error.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn remove_draft(&self, name: &str) -> Result<()> {
        disk::remove(&self.path(OUTBOX).join(name))
    }

    /// Makes the folder that `folder:DIR` delivers to, inside the event folder unless it is absolute, and takes away
    /// what a crash left half written there.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn delivery(&self, name: &Path) -> Result<PathBuf> {
        let folder = self.root().join(name);
        if folder.is_dir() {
            disk::sweep(&folder);
        } else {
            fs::create_dir_all(folder.parent().unwrap_or(&folder))
                .map_err(|cause| Error::file("make the folder", &folder, &cause))?;
            disk::private_folder(&folder)?;
        }
        Ok(folder)
    }

    /// Delivers a mail into such a folder, durably. The same mail again is the same file again.
    ///
    /// # Errors
    /// When it cannot be written, or another mail has that name already.
    pub fn deliver(&self, folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
        let path = folder.join(name);
        match disk::read(&path)? {
            Some(old) if old == bytes => Ok(()),
            Some(_) => Err(Error::new(format!(
                "another mail is at `{}` already",
                path.display()
            ))),
            None => disk::replace(&path, None, bytes, Access::Personal).map(|_| ()),
        }
    }

    /// Returns the templates that the organisers have put in the place of the built-in ones: names and texts.
    ///
    /// # Errors
    /// When `templates/` cannot be read.
    pub fn templates(&self) -> Result<Vec<(String, String)>> {
        let folder = self.path("templates");
        let mut templates = Vec::new();
        for name in disk::file_names(&folder)? {
            if [".txt", ".html", ".css"]
                .iter()
                .any(|end| name.ends_with(end))
            {
                let path = folder.join(&name);
                let bytes = disk::read(&path)?.unwrap_or_default();
                templates.push((
                    name.clone(),
                    disk::text(&path, &format!("templates/{name}"), bytes)?,
                ));
            }
        }
        Ok(templates)
    }
}
