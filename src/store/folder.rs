use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Run, disk};
use crate::error::{Error, Result, Source};

/// The folder that holds one event.
#[derive(Clone, Debug)]
pub struct Folder {
    root: PathBuf,
    run: Option<Arc<Run>>,
}

impl Folder {
    /// Finds the event folder by walking up from `start` to the first `event.toml`.
    ///
    /// # Errors
    /// When there is none.
    pub fn find(start: &Path) -> Result<Self> {
        let above = start
            .ancestors()
            .find(|folder| folder.join("event.toml").is_file());
        above.map(|root| Self { root: root.to_path_buf(), run: None }).ok_or_else(|| {
            Error::new("this is no event folder: there is no event.toml here or above")
                .hint("make one with `plenary init`, look at one with `plenary demo`, or name one with -C DIR")
        })
    }

    /// Takes a folder by name.
    ///
    /// # Errors
    /// When it holds no `event.toml`.
    pub fn at(root: &Path) -> Result<Self> {
        if root.join("event.toml").is_file() {
            return Ok(Self {
                root: root.to_path_buf(),
                run: None,
            });
        }
        Err(Error::new(format!(
            "`{}` is no event folder: it holds no event.toml",
            root.display()
        ))
        .hint(format!(
            "make it one with `plenary init {}`",
            root.display()
        )))
    }

    /// Says which run of a command it is that will change it, so that `plenary undo` can take the changes back.
    #[must_use]
    pub fn for_run(mut self, run: Arc<Run>) -> Self {
        self.run = Some(run);
        self
    }

    /// Keeps what is changed from now on out of the log.
    #[must_use]
    pub fn without_run(&self) -> Self {
        Self {
            run: None,
            ..self.clone()
        }
    }

    /// Returns the run of a command that changes it, if it is one.
    pub(super) fn run(&self) -> Option<&Run> {
        self.run.as_deref()
    }

    /// Returns where it is.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the path of something inside.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// Reads a text file inside; none if it does not exist.
    pub(super) fn source(&self, name: &str) -> Result<Option<Source>> {
        Ok(self.text(name)?.map(|text| Source::new(name, &text)))
    }

    /// Reads a text file inside that is too large to be copied; none if it does not exist.
    pub(super) fn text(&self, name: &str) -> Result<Option<String>> {
        let path = self.path(name);
        let bytes = disk::read(&path)?;
        bytes
            .map(|bytes| disk::text(&path, name, bytes))
            .transpose()
    }
}
