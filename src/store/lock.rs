use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::error::{Error, Exit, Result};

/// A lock that other runs of plenary respect. Given back when dropped, and by the kernel when the process dies.
///
/// It is a file of its own: a lock on a file that is replaced by rename would guard nothing. The file stays, since
/// removing it would let two runs hold locks on two files of the same name.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for the lock, at most `patience`.
    pub(super) fn wait(path: &Path, patience: Duration) -> Result<Self> {
        let deadline = Instant::now() + patience;
        loop {
            if let Some(lock) = Self::take(path)? {
                return Ok(lock);
            }
            if Instant::now() >= deadline {
                return Err(
                    Error::new("another run of plenary is changing this event folder")
                        .hint("try again in a moment")
                        .exit(Exit::TryLater),
                );
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Takes the lock if nobody holds it.
    pub(super) fn take(path: &Path) -> Result<Option<Self>> {
        let opened = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .mode(0o600)
            .open(path);
        let file = opened.map_err(|cause| Error::file("open", path, &cause))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(cause)) => Err(Error::file("lock", path, &cause)),
        }
    }
}
