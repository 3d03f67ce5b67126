use std::panic::resume_unwind;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};

/// Work that is done on a thread of its own while something else is done: reading and writing a list of a million
/// people takes seconds, and machines have more than one processor.
#[derive(Debug)]
pub enum Meanwhile<T> {
    /// On its thread.
    Running(JoinHandle<Option<T>>),
    /// There was no thread to be had.
    Done(T),
    /// What came of it was taken.
    Waited,
}

impl<T: Send + 'static> Meanwhile<T> {
    /// Begins.
    pub fn begin(work: impl FnOnce() -> T + Send + 'static) -> Self {
        // Where there is no thread to be had, the work must not be lost with it.
        let work = Arc::new(Mutex::new(Some(work)));
        let take = move || work.lock().unwrap_or_else(PoisonError::into_inner).take();
        let there = take.clone();
        match Builder::new().spawn(move || there().map(|work| work())) {
            Ok(running) => Self::Running(running),
            Err(_) => take().map_or(Self::Waited, |work| Self::Done(work())),
        }
    }

    /// Waits for what came of it; none if it was waited for before.
    pub fn wait(&mut self) -> Option<T> {
        match std::mem::replace(self, Self::Waited) {
            Self::Running(running) => running.join().unwrap_or_else(|panic| resume_unwind(panic)),
            Self::Done(done) => Some(done),
            Self::Waited => None,
        }
    }
}
