use super::delta::Delta;
use super::entry::{Entry, State};
use super::{FOLDER, names, squeeze};
use crate::error::{Error, Result};
use crate::store::Folder;

/// What one run of a command changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// Its number, from 1.
    pub number: u32,
    /// When it began: RFC 3339, UTC.
    pub time: String,
    /// The command, without what people are called.
    pub command: String,
    /// `done` or `undone`; `interrupted` while it is half taken back or half brought back.
    pub state: &'static str,
    /// The files it changed, in that order.
    pub files: Vec<Touched>,
}

/// A file that a command changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// Its path within the event folder.
    pub file: String,
    /// Whether it was made.
    pub made: bool,
    /// How many lines were new or different.
    pub added: usize,
    /// How many lines were replaced or taken out.
    pub removed: usize,
}

impl Folder {
    /// Returns what commands changed in the last month, the latest last.
    ///
    /// # Errors
    /// When an entry cannot be read.
    pub fn log(&self) -> Result<Vec<Logged>> {
        let folder = self.path(FOLDER);
        let entries = names(&folder)?.into_iter();
        let entries = entries.map(|name| Ok(logged(&Entry::read(&folder, name)?)));
        entries.collect()
    }

    /// Returns the lines that a command took out or replaced: a file and a line of it each.
    ///
    /// # Errors
    /// When there is no entry of that number, or it cannot be read.
    pub fn replaced_lines(&self, number: u32) -> Result<Vec<(String, String)>> {
        let folder = self.path(FOLDER);
        let name = names(&folder)?
            .into_iter()
            .find(|name| name.number == number);
        let name = name.ok_or_else(|| {
            Error::new(format!("the log has no number {number}"))
                .hint("`plenary log` lists what can be taken back")
        })?;
        let mut lines = Vec::new();
        for (change, back) in Entry::read(&folder, name)?.changes {
            let delta = squeeze::unpressed(&back).and_then(|back| Delta::from_bytes(&back));
            for line in delta.iter().flat_map(Delta::lines) {
                let line = String::from_utf8_lossy(line);
                lines.push((change.file.clone(), line.trim_end().to_string()));
            }
        }
        Ok(lines)
    }
}

pub(super) fn logged(entry: &Entry) -> Logged {
    let files = entry.changes.iter().map(|(change, _)| Touched {
        file: change.file.clone(),
        made: change.before.is_none(),
        added: change.added,
        removed: change.removed,
    });
    Logged {
        number: entry.name.number,
        time: entry.head.time.clone(),
        command: entry.head.command.clone(),
        state: match entry.name.state {
            State::Done => "done",
            State::Undone => "undone",
            State::Undoing | State::Redoing => "interrupted",
        },
        files: files.collect(),
    }
}
