use std::fs;
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::disk::{self, Access, BUFFER, Replaced};
use crate::error::{Error, Result};

/// A file that is being written beside the one whose place it will take. Dropped, it is gone.
#[derive(Debug)]
pub(super) struct Beside {
    path: PathBuf,
    file: BufWriter<NamedTempFile>,
    failed: Option<io::Error>,
}

/// A file that is written beside the one whose place it will take, and is safe on the disk. Dropped, it is gone.
#[derive(Debug)]
pub(super) struct Written {
    path: PathBuf,
    file: NamedTempFile,
}

impl Beside {
    /// Begins with nothing. A link stays a link: what it leads to is replaced.
    ///
    /// # Errors
    /// When no file can be made there.
    pub(super) fn begin(path: &Path) -> Result<Self> {
        let path = disk::resolve(path)?;
        let file = disk::temporary(folder(&path)).map_err(|cause| failed(&path, &cause))?;
        Ok(Self {
            file: BufWriter::with_capacity(BUFFER, file),
            path,
            failed: None,
        })
    }

    /// Writes more. When the disk refuses, [`finish`](Self::finish) says so.
    pub(super) fn write(&mut self, part: &[u8]) {
        if self.failed.is_none() {
            self.failed = self.file.write_all(part).err();
        }
    }

    /// Makes it durable. A failed fsync is never tried again: the kernel may have dropped the pages and would report
    /// success.
    ///
    /// # Errors
    /// When the disk refuses this or what was written before; nothing is changed then.
    pub(super) fn finish(self, access: Access) -> Result<Written> {
        let Self {
            path,
            file,
            failed: refused,
        } = self;
        let file = match refused {
            Some(cause) => Err(cause),
            None => file.into_inner().map_err(io::IntoInnerError::into_error),
        };
        let file = file.map_err(|cause| failed(&path, &cause))?;
        let mode = match access {
            Access::Personal => 0o600,
            Access::Shared => {
                fs::metadata(&path).map_or(0o644, |old| old.permissions().mode() & 0o777)
            }
        };
        let mode = fs::Permissions::from_mode(mode);
        let durable = file
            .as_file()
            .set_permissions(mode)
            .and_then(|()| file.as_file().sync_all());
        durable.map_err(|cause| failed(&path, &cause))?;
        Ok(Written { path, file })
    }
}

impl Written {
    /// Takes the place of the old file, durably, if that still holds what was `seen` when it was read. A crash at any
    /// moment leaves the old content or the new.
    ///
    /// # Errors
    /// When the old file cannot be read or the disk refuses; the old file stays.
    pub(super) fn put(self, seen: Option<&[u8]>) -> Result<Replaced> {
        let Self { path, file } = self;
        if !disk::holds(&path, seen)? {
            return Ok(Replaced::ChangedMeanwhile);
        }
        let put = file.persist(&path);
        put.map_err(|error| failed(&path, &error.error))?;
        disk::sync_folder(folder(&path))?;
        Ok(Replaced::Saved)
    }
}

fn folder(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new("."))
}

fn failed(path: &Path, cause: &io::Error) -> Error {
    Error::file("write", path, cause).hint("nothing was changed")
}
