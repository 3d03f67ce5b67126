use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::JoinHandle;

use tempfile::TempPath;

use super::claim::{Claim, sweep};
use super::outbox::OUTBOX;
use super::{Editor, Folder, Made, Mode, disk};
use crate::error::{Error, Result};
use crate::model::Names;

/// Drafts on their way into the outbox: their bytes are in files, and none has its name yet. Dropped, they are gone;
/// [`Editor::save_drafts`] gives them their names. Only names and hashes are held in memory.
#[derive(Debug)]
pub struct Staged {
    outbox: PathBuf,
    mode: Mode,
    /// Tells the files of this run from those of another.
    claim: Claim,
    names: Names,
    /// Of what each of them holds.
    hashes: Vec<[u8; 16]>,
    /// The next share for the writer.
    share: Vec<(PathBuf, Vec<u8>)>,
    writer: Option<Writer>,
}

/// Writes files beside whoever writes the mails: making a file takes as long as rendering what goes into it.
#[derive(Debug)]
struct Writer {
    queue: SyncSender<Vec<(PathBuf, Vec<u8>)>>,
    thread: JoinHandle<io::Result<()>>,
}

/// Up to so many files are made durable one by one; for more, one flush of the file system is far cheaper. A draft can be
/// made again, but an empty file in its place, which a power cut leaves of what was never flushed, would look like one.
const FEW: usize = 4;

/// So many are handed to the writer at once: to wake it for each takes as long as to write one.
const SHARE: usize = 32;

/// So many shares may wait to be written, so that memory does not grow with their number.
const QUEUE: usize = 2;

impl Folder {
    /// Begins to put drafts into the outbox, and takes away what a run left there that was killed. Needs no lock: nobody
    /// looks at a file before it has its name.
    pub fn stage_drafts(&self, mode: Mode) -> Staged {
        if mode == Mode::Real {
            sweep(&self.path(OUTBOX));
        }
        Staged {
            outbox: self.path(OUTBOX),
            mode,
            claim: Claim::draw(self.path(OUTBOX)),
            names: Names::default(),
            hashes: Vec::new(),
            share: Vec::new(),
            writer: None,
        }
    }
}

impl Staged {
    /// Writes one draft, which will be called `name`.
    ///
    /// # Errors
    /// When the disk refuses, this draft or one before it.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) -> Result<()> {
        if self.mode == Mode::DryRun {
            return Ok(());
        }
        if self.names.is_empty() {
            disk::private_folder(&self.outbox)?;
            self.claim.begin()?;
        }
        let path = self.claim.file(self.names.len());
        self.names.push(name);
        self.hashes.push(disk::hash(&bytes));
        if self.names.len() <= FEW || !cfg!(target_os = "linux") {
            let written = write(&path, &bytes).and_then(|file| file.sync_all());
            return written.map_err(|cause| self.failed(&cause));
        }
        self.share.push((path, bytes));
        if self.share.len() == SHARE {
            self.hand_over()?;
        }
        Ok(())
    }

    /// Hands what has come together to the writer.
    fn hand_over(&mut self) -> Result<()> {
        if self.share.is_empty() {
            return Ok(());
        }
        let share = std::mem::take(&mut self.share);
        let writer = self.writer.get_or_insert_with(Writer::start);
        match writer.queue.send(share) {
            Ok(()) => Ok(()),
            // It has stopped, and says why.
            Err(_) => self.join(),
        }
    }

    /// Waits until everything is written.
    fn finish(&mut self) -> Result<()> {
        self.hand_over()?;
        self.join()
    }

    fn join(&mut self) -> Result<()> {
        let Some(Writer { queue, thread }) = self.writer.take() else {
            return Ok(());
        };
        drop(queue);
        let written = thread.join();
        let written = written.unwrap_or_else(|_| Err(io::Error::other("it was not written")));
        written.map_err(|cause| self.failed(&cause))
    }

    fn failed(&self, cause: &io::Error) -> Error {
        Error::file("write into", &self.outbox, cause)
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // Whatever went wrong has been told; here is only tidied up.
        self.share.clear();
        let _ = self.join();
        for number in 0..self.names.len() {
            let _ = fs::remove_file(self.claim.file(number));
        }
    }
}

impl Writer {
    fn start() -> Self {
        let (queue, waiting) = sync_channel::<Vec<(PathBuf, Vec<u8>)>>(QUEUE);
        let work = move || {
            waiting
                .into_iter()
                .flatten()
                .try_for_each(|(path, bytes)| write(&path, &bytes).map(|_| ()))
        };
        Self {
            queue,
            thread: std::thread::spawn(work),
        }
    }
}

/// Writes a file of mode 0600 that is not there yet.
fn write(path: &Path, bytes: &[u8]) -> io::Result<File> {
    let mut options = OpenOptions::new();
    let mut file = options
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(bytes)?;
    Ok(file)
}

impl Editor<'_> {
    /// Gives staged drafts their names, durably: every file is safe on the disk before the first gets its name.
    /// A draft of that name, which somebody may have edited, stays. Returns the names of those that are new.
    ///
    /// # Errors
    /// When they cannot be saved; some may be there then, and drafting again completes them.
    pub fn save_drafts(&self, mut staged: Staged) -> Result<Names> {
        staged.finish()?;
        let mut saved = Names::default();
        if self.mode() == Mode::DryRun || staged.names.is_empty() {
            return Ok(saved);
        }
        if staged.names.len() > FEW && cfg!(target_os = "linux") {
            let opened = File::open(&staged.outbox).map_err(|cause| staged.failed(&cause))?;
            rustix::fs::syncfs(opened).map_err(|cause| staged.failed(&cause.into()))?;
        }
        let file = |name: &str| format!("{OUTBOX}/{name}");
        // A draft of that name stays, so it is not made now.
        let new = staged.names.iter().zip(&staged.hashes);
        let new = new.filter(|(name, _)| !staged.outbox.join(name).exists());
        self.note_made(&mut new.map(|(name, hash)| Made::of(&file(name), hash)))?;
        for (number, name) in staged.names.iter().enumerate() {
            let named = TempPath::try_from_path(staged.claim.file(number)).and_then(|temporary| {
                temporary
                    .persist_noclobber(staged.outbox.join(name))
                    .map_err(|error| error.error)
            });
            match named {
                Ok(()) => saved.push(name),
                Err(cause) if cause.kind() == ErrorKind::AlreadyExists => {}
                Err(cause) => return Err(staged.failed(&cause)),
            }
        }
        staged.names = Names::default();
        disk::sync_folder(&staged.outbox)?;
        Ok(saved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, Folder) {
        let root = tempfile::tempdir().expect("a folder");
        std::fs::write(root.path().join("event.toml"), "").expect("a file");
        let folder = Folder::at(root.path()).expect("an event folder");
        (root, folder)
    }

    fn all(folder: &Folder) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(folder.path(OUTBOX))
            .expect("the outbox")
            .map(|entry| {
                entry
                    .expect("a file")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        names.sort();
        names
    }

    #[test]
    fn drafts_get_their_names_together_and_an_edited_one_stays() {
        let (_root, folder) = folder();
        for text in ["first", "second"] {
            let mut staged = folder.stage_drafts(Mode::Real);
            for number in 1..=6 {
                staged
                    .add(&format!("a-{number}.eml"), text.as_bytes().to_vec())
                    .expect("written");
            }
            let editor = folder.edit(Mode::Real).expect("nobody else");
            let saved = editor.save_drafts(staged).expect("saved");
            assert_eq!(saved.len(), if text == "first" { 6 } else { 0 });
        }
        let expected: Vec<String> = (1..=6).map(|number| format!("a-{number}.eml")).collect();
        assert_eq!(all(&folder), expected);
        assert_eq!(folder.draft("a-6.eml"), Ok(Some(b"first".to_vec())));
    }

    #[test]
    fn drafts_that_are_given_up_leave_nothing() {
        let (_root, folder) = folder();
        let mut staged = folder.stage_drafts(Mode::Real);
        staged.add("a.eml", b"x".to_vec()).expect("written");
        assert_eq!(folder.draft_names(), Ok(Names::default()));
        drop(staged);
        assert_eq!(all(&folder), Vec::<String>::new());
    }
}
