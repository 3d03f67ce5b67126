use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::error::Result;
use crate::store::Folder;

/// So many files are removed at the same time: each waits for the disk far longer than it takes.
const HANDS: usize = 4;

/// So many are given to a hand at once.
const SHARE: usize = 32;

/// Takes drafts that were sent out of the outbox, beside the sending, so that nobody who sends waits for the disk. Only
/// tidiness: one that stays behind is known from the journal and not sent again.
pub(super) struct Tidier {
    sent: Mutex<Vec<String>>,
    safe: Sender<Vec<String>>,
}

impl Tidier {
    /// Runs `work` with a tidier beside it, and returns when both are through: what came of the work, and whether every
    /// draft could be removed.
    pub(super) fn beside<T>(folder: &Folder, work: impl FnOnce(&Self) -> T) -> (T, Result<()>) {
        let (safe, shares) = channel();
        let shares = Mutex::new(shares);
        let tidier = Self {
            sent: Mutex::default(),
            safe,
        };
        thread::scope(|scope| {
            let remove = || remove(&shares, folder);
            let hands: Vec<_> = (0..HANDS).map(|_| scope.spawn(remove)).collect();
            let done = work(&tidier);
            // The hands stop when nobody can give them more.
            drop(tidier);
            let removed = hands
                .into_iter()
                .try_for_each(|hand| hand.join().unwrap_or_else(|panic| resume_unwind(panic)));
            (done, removed)
        })
    }

    /// Takes note of a draft of which the journal says that it was sent.
    pub(super) fn sent(&self, name: String) {
        self.so_far().push(name);
    }

    /// Makes the journal durable by `sync`, and lets the drafts be removed that were sent before: not those that are
    /// sent meanwhile, of which a power cut may still make the journal forget.
    ///
    /// # Errors
    /// That of `sync`; then they stay.
    pub(super) fn after(&self, sync: impl FnOnce() -> Result<()>) -> Result<()> {
        let sent = std::mem::take(&mut *self.so_far());
        sync()?;
        for share in sent.chunks(SHARE) {
            // The hands outlive this sender: somebody receives.
            let _ = self.safe.send(share.to_vec());
        }
        Ok(())
    }

    fn so_far(&self) -> MutexGuard<'_, Vec<String>> {
        self.sent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Removes share after share.
fn remove(shares: &Mutex<Receiver<Vec<String>>>, folder: &Folder) -> Result<()> {
    let next = || {
        let shares = shares.lock().unwrap_or_else(PoisonError::into_inner);
        shares.recv().ok()
    };
    while let Some(share) = next() {
        share
            .iter()
            .try_for_each(|name| folder.remove_draft(name))?;
    }
    Ok(())
}
