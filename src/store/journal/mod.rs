mod journalist;
mod lines;
mod memory;

pub use journalist::Journalist;

use memory::Memory;

use std::fs::OpenOptions;
use std::sync::Arc;

use super::disk::{self, Access};
use super::tail::whole_lines;
use super::{Folder, Lock, Mode};
use crate::error::{Error, Exit, Result};
use crate::model::MailJournal;

/// The memory of what was sent to whom. It holds codes, no names and no addresses.
const FILE: &str = "mail.csv";

const COLUMNS: [&str; 9] = [
    "time",
    "state",
    "kind",
    "person",
    "revision",
    "message_id",
    "server",
    "boot",
    "reply",
];

impl Folder {
    /// Reads the journal; nothing if it does not exist. A last line that an interrupted write left torn is left out:
    /// what it was about to say had not happened yet, or counts as in doubt without it.
    ///
    /// # Errors
    /// When the journal is damaged, with the line. Forgetting what was sent would send it again.
    pub fn journal(&self) -> Result<Arc<MailJournal>> {
        let bytes = disk::read(&self.path(FILE))?.map(|mut bytes| {
            bytes.truncate(whole_lines(&bytes));
            bytes
        });
        let length = bytes.as_ref().map(Vec::len);
        let journal = bytes.map_or_else(|| Ok(Arc::default()), |bytes| self.lines(bytes))?;
        Memory::of(self, length)?;
        Ok(journal)
    }

    fn lines(&self, bytes: Vec<u8>) -> Result<Arc<MailJournal>> {
        if bytes.is_empty() {
            // It is made with its header in one piece, so somebody has emptied it.
            return Err(Error::new(
                "`mail.csv` is there but blank: what was sent would be sent again",
            )
            .hint("take it from a backup; if nothing was ever sent, remove the file"));
        }
        let text = disk::text(&self.path(FILE), FILE, bytes)?;
        lines::read(text).map(Arc::new)
    }

    /// Takes the sender's place, of which there is one: it alone may send and write the journal. Unlike the
    /// [`Editor`](super::Editor)'s, this lock is kept while mails go out; it keeps nobody from editing.
    ///
    /// # Errors
    /// When another run is sending, with exit code 75, or the journal is damaged.
    pub fn journalist(&self, mode: Mode) -> Result<Journalist> {
        if mode == Mode::DryRun {
            return Journalist::idle(self.journal()?);
        }
        disk::private_folder(&self.path(".plenary"))?;
        let lock = Lock::take(&self.path(".plenary/mail.lock"))?.ok_or_else(|| {
            Error::new("another run of plenary is sending mail for this event")
                .hint("`plenary mail status` shows how far it is")
                .exit(Exit::TryLater)
        })?;
        let path = self.path(FILE);
        let failed = |cause: std::io::Error| Error::file("write", &path, &cause);
        let mut bytes = match disk::read(&path)? {
            Some(bytes) => bytes,
            None => {
                Memory::of(self, None)?;
                let header = format!("{}\n", COLUMNS.join(",")).into_bytes();
                disk::replace(&path, None, &header, Access::Personal)?;
                header
            }
        };
        let (whole, all) = (whole_lines(&bytes), bytes.len());
        bytes.truncate(whole);
        let known = self.lines(bytes)?;
        let memory = Memory::of(self, Some(whole))?;
        let opened = OpenOptions::new()
            .append(true)
            .open(&path)
            .map_err(failed)?;
        if whole < all {
            // The next line must not be glued onto the torn one.
            opened.set_len(whole as u64).map_err(failed)?;
        }
        // From now on, so that not even a run that is killed leaves it to be forgotten.
        memory.keep(&opened);
        Journalist::writing((opened, path.clone()), (memory, lock), known)
    }
}

/// Returns which start of this machine it is; blank where the system does not say, which counts as another one.
pub fn boot_id() -> String {
    let id = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
    id.trim().to_string()
}

#[cfg(test)]
mod tests;
