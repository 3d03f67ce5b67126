use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::mail::{Draft, Since};
use crate::model::MailKey;
use crate::store::{Folder, Stamp};

/// In which state drafts were when they were opened, of those that have been opened and not sent: with a rate, that may
/// be long ago.
#[derive(Debug)]
pub(super) struct Opened<'f> {
    folder: &'f Folder,
    stamps: Mutex<HashMap<MailKey, Stamp>>,
}

impl<'f> Opened<'f> {
    /// None yet of this folder.
    pub(super) fn of(folder: &'f Folder) -> Self {
        Self {
            folder,
            stamps: Mutex::default(),
        }
    }

    /// Takes note of a draft that is about to be opened: what is saved meanwhile counts as later.
    pub(super) fn note(&self, key: &MailKey) {
        if let Ok(Some(stamp)) = self.folder.draft_stamp(&format!("{key}.eml")) {
            self.stamps().insert(key.clone(), stamp);
        }
    }

    /// Returns what has become of a draft since then. Of one that cannot be looked at nobody knows.
    pub(super) fn since(&self, draft: &Draft) -> Since {
        let then = self.stamps().get(&draft.key).copied();
        match self.folder.draft_stamp(&draft.file_name()) {
            Ok(None) => Since::Gone,
            Ok(now) if now == then => Since::Same,
            _ => Since::Changed,
        }
    }

    /// Forgets a draft of which is known what became of it.
    pub(super) fn forget(&self, draft: &Draft) {
        self.stamps().remove(&draft.key);
    }

    fn stamps(&self) -> MutexGuard<'_, HashMap<MailKey, Stamp>> {
        self.stamps.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
