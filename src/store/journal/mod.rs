mod form;
mod journalist;
mod lines;
mod memory;

pub use journalist::Journalist;

use memory::Memory;

use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
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

/// The journal as it was found.
struct Known {
    journal: MailJournal,
    /// How many bytes its whole lines have.
    whole: usize,
    /// With the torn one behind them.
    all: usize,
}

impl Folder {
    /// Reads the journal; nothing if it does not exist. A last line that an interrupted write left torn is left out:
    /// what it was about to say had not happened yet, or counts as in doubt without it.
    ///
    /// # Errors
    /// When the journal is damaged, with the line. Forgetting what was sent would send it again.
    pub fn journal(&self) -> Result<Arc<MailJournal>> {
        let known = self.known()?;
        Memory::of(self, known.as_ref().map(|known| known.whole))?;
        Ok(known.map_or_else(Arc::default, |known| Arc::new(known.journal)))
    }

    fn known(&self) -> Result<Option<Known>> {
        let path = self.path(FILE);
        let read = |cause: std::io::Error| Error::file("read", &path, &cause);
        let file = match File::open(&path) {
            Err(cause) if cause.kind() == ErrorKind::NotFound && disk::read(&path)?.is_none() => {
                return Ok(None);
            }
            file => file.map_err(read)?,
        };
        let size = file.metadata().map_err(read)?.len();
        let size = usize::try_from(size).unwrap_or_default();
        let known = match lines::as_written(file, size).map_err(read)? {
            Some((journal, whole, all)) => Known {
                journal,
                whole,
                all,
            },
            None => {
                let mut bytes = disk::read(&path)?.unwrap_or_default();
                let (whole, all) = (whole_lines(&bytes), bytes.len());
                bytes.truncate(whole);
                let journal = lines::anyhow(disk::text(&path, FILE, bytes)?)?;
                Known {
                    journal,
                    whole,
                    all,
                }
            }
        };
        if known.whole == 0 {
            // It is made with its header in one piece, so somebody has emptied it.
            return Err(Error::new(
                "`mail.csv` is there but blank: what was sent would be sent again",
            )
            .hint("take it from a backup; if nothing was ever sent, remove the file"));
        }
        Ok(Some(known))
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
        let known = match self.known()? {
            Some(known) => known,
            None => {
                Memory::of(self, None)?;
                let header = format!("{}\n", COLUMNS.join(",")).into_bytes();
                disk::replace(&path, None, &header, Access::Personal)?;
                Known {
                    journal: MailJournal::default(),
                    whole: header.len(),
                    all: header.len(),
                }
            }
        };
        let Known {
            journal,
            whole,
            all,
        } = known;
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
        Journalist::writing((opened, path.clone()), (memory, lock), Arc::new(journal))
    }
}

/// Returns which start of this machine it is; blank where the system does not say, which counts as another one.
pub fn boot_id() -> String {
    let id = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
    id.trim().to_string()
}

#[cfg(test)]
mod tests;
