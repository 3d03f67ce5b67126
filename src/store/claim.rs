use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::Lock;
use super::disk::{self, TEMPORARY};
use crate::error::Result;

/// A word that temporary files of one run bear, and a lock that says that the run is alive: what killed runs left can be
/// told from what others are at, and need not wait until it is old.
#[derive(Debug)]
pub(super) struct Claim {
    folder: PathBuf,
    word: String,
    lock: Option<Lock>,
}

impl Claim {
    /// Draws a word for files in a folder. Writes nothing yet.
    pub(super) fn draw(folder: PathBuf) -> Self {
        Self {
            folder,
            word: format!("{:x}", fastrand::u64(..)),
            lock: None,
        }
    }

    /// Says that this run is alive.
    ///
    /// # Errors
    /// When that cannot be written.
    pub(super) fn begin(&mut self) -> Result<()> {
        self.lock = Lock::take(&lock(&self.folder, &self.word))?;
        Ok(())
    }

    /// Returns the path of a temporary file.
    pub(super) fn file(&self, number: usize) -> PathBuf {
        let name = format!("{TEMPORARY}{}-{number}", self.word);
        self.folder.join(name)
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        if self.lock.is_some() {
            // Unlike the lock of a folder it may go: nobody else ever waits for it.
            // The next run takes away what cannot be removed now.
            let _ = fs::remove_file(lock(&self.folder, &self.word));
        }
    }
}

fn lock(folder: &Path, word: &str) -> PathBuf {
    folder.join(format!("{TEMPORARY}{word}.lock"))
}

/// Takes away what runs left that are not alive, and what else is old.
pub(super) fn sweep(folder: &Path) {
    let mut dead: HashMap<String, Option<Lock>> = HashMap::new();
    for path in disk::left_behind(folder) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let Some((word, _)) = name[TEMPORARY.len()..].split_once(['-', '.']) else {
            continue;
        };
        let lock = lock(folder, word);
        let is_dead = dead.entry(word.to_string()).or_insert_with(|| {
            // Without such a file nobody knows whose they are.
            let taken = lock.exists().then(|| Lock::take(&lock).ok().flatten());
            taken.flatten()
        });
        if is_dead.is_some() && path != lock {
            // Whoever cannot remove it now will try again with the next change.
            let _ = fs::remove_file(path);
        }
    }
    for (word, _lock) in dead.into_iter().filter(|(_, lock)| lock.is_some()) {
        let _ = fs::remove_file(lock(folder, &word));
    }
    disk::sweep(folder);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names = disk::all_names(folder).expect("a folder");
        names.retain(|name| name.starts_with(TEMPORARY));
        names
    }

    #[test]
    fn what_a_killed_run_left_is_taken_away_and_what_others_are_at_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path();
        let mut alive = Claim::draw(folder.to_path_buf());
        alive.begin().expect("a lock");
        let foreign = folder.join(format!("{TEMPORARY}Xy12ab"));
        let files = [alive.file(0), folder.join(format!("{TEMPORARY}dead-0"))];
        for path in files.iter().chain([&lock(folder, "dead"), &foreign]) {
            fs::write(path, "x").expect("a file");
        }
        sweep(folder);
        let mut next = Claim::draw(folder.to_path_buf());
        next.begin().expect("a lock");
        assert!(alive.file(0).exists() && foreign.exists());
        assert!(!names(folder).iter().any(|name| name.contains("dead")));
        drop(next);
        drop(alive);
        assert_eq!(names(folder).len(), 2);
    }
}
