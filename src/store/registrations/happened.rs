use std::sync::{Mutex, OnceLock, PoisonError};

use super::Folder;
use crate::error::Result;
use crate::model::Chronicle;
use crate::store::meanwhile::Meanwhile;

/// When the history is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// While the list is read: it is probably asked for.
    AtOnce,
    /// Once somebody asks: probably nobody does.
    WhenAsked,
}

/// What happened before, without the reasons, for those who change the list.
#[derive(Debug)]
pub struct Happened {
    folder: Folder,
    reading: Mutex<Option<Meanwhile<Result<Chronicle>>>>,
    read: OnceLock<Chronicle>,
}

impl Happened {
    /// Begins to read it, or leaves that for later.
    pub(super) fn before(folder: &Folder, history: History) -> Self {
        let reading = (history == History::AtOnce).then(|| {
            let folder = folder.clone();
            Meanwhile::begin(move || folder.brief_history())
        });
        Self {
            folder: folder.clone(),
            reading: Mutex::new(reading),
            read: OnceLock::new(),
        }
    }

    /// Returns it.
    ///
    /// # Errors
    /// When the history cannot be read or is damaged, with the line.
    pub fn get(&self) -> Result<&Chronicle> {
        if let Some(read) = self.read.get() {
            return Ok(read);
        }
        let reading = self.reading.lock();
        let reading = reading.unwrap_or_else(PoisonError::into_inner).take();
        let read = reading.and_then(|mut reading| reading.wait());
        let read = read.unwrap_or_else(|| self.folder.brief_history())?;
        Ok(self.read.get_or_init(|| read))
    }
}
