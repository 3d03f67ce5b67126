use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::delta::Delta;
use super::way::Way;
use super::{Made, squeeze};
use crate::error::{Error, Result};
use crate::store::disk;

/// What became of what a command changed; the ending of its entry's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It stands.
    Done,
    /// It is being taken back.
    Undoing,
    /// It was taken back.
    Undone,
    /// It is being brought back.
    Redoing,
}

impl State {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Done, "done"),
        (Self::Undoing, "undoing"),
        (Self::Undone, "undone"),
        (Self::Redoing, "redoing"),
    ];

    fn word(self) -> &'static str {
        let found = Self::ALL.into_iter().find(|(state, _)| *state == self);
        found.map_or("", |(_, word)| word)
    }
}

/// An entry by its name: `000007.done`. What it would need to be brought back stands in `000007.forth`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) number: u32,
    pub(super) state: State,
}

impl Name {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (number, ending) = text.split_once('.')?;
        let (state, _) = State::ALL.into_iter().find(|(_, word)| *word == ending)?;
        Some(Self {
            number: number.parse().ok()?,
            state,
        })
    }

    pub(super) fn path(self, folder: &Path) -> PathBuf {
        folder.join(format!("{:06}.{}", self.number, self.state.word()))
    }

    pub(super) fn forth(self, folder: &Path) -> PathBuf {
        folder.join(format!("{:06}.forth", self.number))
    }
}

/// Who changed something and when: the first line of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    /// RFC 3339, UTC.
    pub(super) time: String,
    /// The command, without what people are called.
    pub(super) command: String,
}

/// A file that changed: a line of an entry, followed by `back` bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Change {
    /// Its path within the event folder.
    pub(super) file: String,
    /// Whether only its owner may read it.
    pub(super) personal: bool,
    /// The hash of what it held before; none if it was not there.
    pub(super) before: Option<String>,
    /// The hash of what it held then; none if it was removed.
    pub(super) after: Option<String>,
    /// How many lines were new or different.
    pub(super) added: usize,
    /// How many lines were replaced or taken out.
    pub(super) removed: usize,
    /// The length of what makes the old content out of the new.
    back: usize,
}

impl Change {
    /// Returns a change and the bytes that lead back.
    pub(super) fn of(
        file: &str,
        personal: bool,
        before: Option<&[u8]>,
        after: Option<&[u8]>,
    ) -> (Self, Vec<u8>) {
        let count = |text: Option<&[u8]>| super::delta::lines(text.unwrap_or_default()).count();
        let back = before.map(|before| Delta::between(after.unwrap_or_default(), before));
        let removed = back.as_ref().map_or(0, |back| back.lines().count());
        let kept = count(before).saturating_sub(removed);
        let back = back.map_or_else(Vec::new, |back| squeeze::pressed(&back.to_bytes()));
        let change = Self {
            file: file.to_string(),
            personal,
            before: before.map(disk::digest),
            after: after.map(disk::digest),
            added: count(after).saturating_sub(kept),
            removed,
            back: back.len(),
        };
        (change, back)
    }

    /// Returns a change that was written part by part, and the bytes that lead back.
    pub(super) fn along(
        file: &str,
        personal: bool,
        existed: bool,
        way: Way<'_>,
    ) -> (Self, Vec<u8>) {
        let gone = way.end();
        let back = if existed {
            squeeze::pressed(&gone.back.to_bytes())
        } else {
            Vec::new()
        };
        let change = Self {
            file: file.to_string(),
            personal,
            before: existed.then_some(gone.before),
            after: Some(gone.after),
            added: gone.added,
            removed: gone.removed,
            back: back.len(),
        };
        (change, back)
    }

    /// Returns the hash of what was there before, if anything was.
    pub(super) fn before(&self) -> Option<&str> {
        self.before.as_deref()
    }

    /// A file that was made and whose hash is known.
    pub(super) fn made(made: Made) -> Self {
        Self {
            file: made.file,
            personal: made.personal,
            before: None,
            after: Some(made.hash),
            added: 0,
            removed: 0,
            back: 0,
        }
    }
}

/// What one run of a command changed, in the order in which it did.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) name: Name,
    pub(super) head: Head,
    pub(super) changes: Vec<(Change, Vec<u8>)>,
}

impl Entry {
    /// Reads an entry. What an interrupted write left torn at its end is left out: that change was not made.
    pub(super) fn read(folder: &Path, name: Name) -> Result<Self> {
        let path = name.path(folder);
        let bytes = disk::read(&path)?.unwrap_or_default();
        let mut rest = bytes.as_slice();
        let head = line(&mut rest);
        let Some(head) = head.and_then(|line| serde_json::from_slice(line).ok()) else {
            return Err(Error::new(format!("`{}` is damaged", path.display()))
                .hint("remove it: what that command replaced cannot be brought back"));
        };
        let mut changes = Vec::new();
        while let Some(change) = change(&mut rest) {
            changes.push(change);
        }
        Ok(Self {
            name,
            head,
            changes,
        })
    }
}

fn line<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let at = memchr::memchr(b'\n', rest)?;
    let line = &rest[..at];
    *rest = &rest[at + 1..];
    Some(line)
}

fn change(rest: &mut &[u8]) -> Option<(Change, Vec<u8>)> {
    let change: Change = serde_json::from_slice(line(rest)?).ok()?;
    // Nothing outside of the event folder is ever touched, whatever the entry says.
    let inside = |part: Component<'_>| matches!(part, Component::Normal(_));
    if !Path::new(&change.file).components().all(inside) || rest.len() <= change.back {
        return None;
    }
    let (back, after) = rest.split_at(change.back);
    *rest = after.strip_prefix(b"\n")?;
    Some((change, back.to_vec()))
}

/// Returns a line of an entry with what follows it.
pub(super) fn written(line: &impl Serialize, follows: Option<&[u8]>) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec(line)
        .map_err(|cause| Error::new(format!("cannot write an undo entry: {cause}")))?;
    bytes.push(b'\n');
    if let Some(follows) = follows {
        bytes.extend(follows);
        bytes.push(b'\n');
    }
    Ok(bytes)
}
