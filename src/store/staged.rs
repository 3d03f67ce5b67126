use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use tempfile::TempPath;

use super::outbox::OUTBOX;
use super::{Editor, Folder, Mode, disk};
use crate::error::{Error, Result};

/// Drafts on their way into the outbox: their bytes are on the disk, and none has its name yet. Dropped, they are gone;
/// [`Editor::save_drafts`] gives them their names. Only the names are held in memory.
#[derive(Debug)]
pub struct Staged {
    outbox: PathBuf,
    mode: Mode,
    files: Vec<(TempPath, String)>,
}

/// Up to so many files are made durable one by one; for more, one flush of the file system is far cheaper.
const FEW: usize = 4;

impl Folder {
    /// Begins to put drafts into the outbox. Needs no lock: nobody looks at a file before it has its name.
    pub fn stage_drafts(&self, mode: Mode) -> Staged {
        Staged {
            outbox: self.path(OUTBOX),
            mode,
            files: Vec::new(),
        }
    }
}

impl Staged {
    /// Writes one draft, which will be called `name`.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn add(&mut self, name: String, bytes: &[u8]) -> Result<()> {
        if self.mode == Mode::DryRun {
            return Ok(());
        }
        if self.files.is_empty() {
            disk::private_folder(&self.outbox)?;
            disk::sweep(&self.outbox);
        }
        let failed = |cause: std::io::Error| Error::file("write into", &self.outbox, &cause);
        let mut temporary = disk::temporary(&self.outbox).map_err(failed)?;
        temporary.write_all(bytes).map_err(failed)?;
        if self.files.len() < FEW || !cfg!(target_os = "linux") {
            temporary.as_file().sync_all().map_err(failed)?;
        }
        self.files.push((temporary.into_temp_path(), name));
        Ok(())
    }
}

impl Editor<'_> {
    /// Gives staged drafts their names, durably: every file is safe on the disk before the first gets its name.
    /// A draft of that name, which somebody may have edited, stays.
    ///
    /// # Errors
    /// When they cannot be saved; some may be there then, and drafting again completes them.
    pub fn save_drafts(&self, staged: Staged) -> Result<()> {
        let Staged { outbox, files, .. } = staged;
        if self.mode() == Mode::DryRun || files.is_empty() {
            return Ok(());
        }
        let failed = |cause: std::io::Error| Error::file("write into", &outbox, &cause);
        if files.len() > FEW && cfg!(target_os = "linux") {
            let opened = File::open(&outbox).map_err(failed)?;
            rustix::fs::syncfs(opened).map_err(|cause| failed(cause.into()))?;
        }
        for (temporary, name) in files {
            match temporary.persist_noclobber(outbox.join(name)) {
                Err(error) if error.error.kind() != ErrorKind::AlreadyExists => {
                    return Err(failed(error.error));
                }
                _ => {}
            }
        }
        disk::sync_folder(&outbox)
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
                    .add(format!("a-{number}.eml"), text.as_bytes())
                    .expect("written");
            }
            let editor = folder.edit(Mode::Real).expect("nobody else");
            editor.save_drafts(staged).expect("saved");
        }
        let expected: Vec<String> = (1..=6).map(|number| format!("a-{number}.eml")).collect();
        assert_eq!(all(&folder), expected);
        assert_eq!(folder.draft("a-6.eml"), Ok(Some(b"first".to_vec())));
    }

    #[test]
    fn drafts_that_are_given_up_leave_nothing() {
        let (_root, folder) = folder();
        let mut staged = folder.stage_drafts(Mode::Real);
        staged.add("a.eml".to_string(), b"x").expect("written");
        assert_eq!(folder.draft_names(), Ok(vec![]));
        drop(staged);
        assert_eq!(all(&folder), Vec::<String>::new());
    }
}
