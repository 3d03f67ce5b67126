use super::super::Folder;
use super::super::disk::{self, Access};
use super::super::registrations::statuses;
use super::super::tail::whole_lines;
use super::line;
use crate::error::{Error, Result};
use crate::model::{Chronicle, Status, What};

const NOTE: &str = ".plenary/change";

const LIST: &str = "registrations.csv";

/// A change of the list of which the history tells, and which may not have happened yet.
#[derive(Debug)]
pub(in crate::store) struct Pending {
    length: u64,
    before: String,
}

impl Pending {
    /// Writes the note, and then the history of a change that is about to be made to a list with this [`digest`].
    pub(in crate::store) fn begin(
        folder: &Folder,
        entries: &Chronicle,
        before: String,
    ) -> Result<Self> {
        let pending = Self {
            length: folder.history_length()?,
            before,
        };
        let path = folder.path(NOTE);
        let note = format!("{} {}\n", pending.length, pending.before);
        let seen = disk::read(&path)?;
        disk::replace(&path, seen.as_deref(), note.as_bytes(), Access::Personal)?;
        folder.tell_history(entries)?;
        Ok(pending)
    }

    /// The change is made: the note goes.
    pub(in crate::store) fn done(self, folder: &Folder) -> Result<()> {
        disk::remove(&folder.path(NOTE))
    }

    /// The change is not made after all: what the history says of it is taken back, then the note goes.
    pub(in crate::store) fn take_back(self, folder: &Folder) -> Result<()> {
        folder.shorten_history(self.length)?;
        self.done(folder)
    }

    /// Sets right what a killed run left behind. Only who holds the lock may do it.
    pub(in crate::store) fn heal(folder: &Folder) -> Result<()> {
        let Some(pending) = Self::found(folder)? else {
            return Ok(());
        };
        let history = disk::read(&folder.path(super::FILE))?.unwrap_or_default();
        if pending.has_happened(folder, &history)? {
            pending.done(folder)
        } else {
            pending.take_back(folder)
        }
    }

    pub(super) fn found(folder: &Folder) -> Result<Option<Self>> {
        let path = folder.path(NOTE);
        let Some(bytes) = disk::read(&path)? else {
            return Ok(None);
        };
        let text = String::from_utf8_lossy(&bytes);
        let words: Vec<&str> = text.split_whitespace().collect();
        let length = words.first().and_then(|word| word.parse().ok());
        match (length, words.as_slice()) {
            (Some(length), [_, before]) => Ok(Some(Self {
                length,
                before: (*before).to_string(),
            })),
            _ => Err(Error::new(format!("`{NOTE}` is damaged")).hint(format!(
                "remove {NOTE}: at worst the last lines of history.csv tell of a change that was not made"
            ))),
        }
    }

    pub(super) fn length(&self) -> u64 {
        self.length
    }

    /// Tells whether the change that the history tells of was made.
    pub(super) fn has_happened(&self, folder: &Folder, history: &[u8]) -> Result<bool> {
        let list = disk::read(&folder.path(LIST))?;
        if digest(list.as_deref()) == self.before {
            return Ok(false);
        }
        // Somebody may have edited the list since, and the change was not made all the same: it shows in the people whom
        // it was about.
        let told = &history[usize::try_from(self.length)
            .map_or(history.len(), |length| length.min(history.len()))..];
        let told = String::from_utf8_lossy(&told[..whole_lines(told)]).into_owned();
        let statuses = statuses(&String::from_utf8_lossy(&list.unwrap_or_default()))?;
        let (mut agree, mut differ) = (0, 0);
        for entry in line::sound(told).iter() {
            let there = statuses.get(entry.code);
            let agrees = match entry.what {
                What::Added | What::Status => {
                    let status = there.copied().flatten();
                    status.is_some() && status == Status::from_word(entry.value)
                }
                What::Gone => there.is_none(),
                _ => continue,
            };
            if agrees {
                agree += 1;
            } else {
                differ += 1;
            }
        }
        Ok(agree >= differ)
    }
}

/// Returns what tells a list from others, also one that does not exist.
pub(in crate::store) fn digest(bytes: Option<&[u8]>) -> String {
    bytes.map_or("none".to_string(), disk::digest)
}
