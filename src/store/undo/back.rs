use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

use super::delta::Delta;
use super::entry::{Change, Entry, Name, State};
use super::log::{Logged, logged};
use super::{FOLDER, Telling, names, squeeze};
use crate::error::{Error, Result};
use crate::store::disk::{self, Access, Replaced};
use crate::store::registrations::{FILE as LIST, codes};
use crate::store::{Editor, Folder, Mode};

/// Which way the log is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Taking back what a command changed.
    Undo,
    /// Bringing back what was taken back.
    Redo,
}

/// What taking a command back, or bringing it back, would make of the files.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The command.
    pub logged: Logged,
    direction: Direction,
    name: Name,
    targets: Vec<Target>,
    /// What leads forth again, a piece a change; none if it is kept already.
    forth: Option<Vec<Vec<u8>>>,
}

/// A file and what it should hold.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) file: String,
    access: Access,
    pub(super) now: Option<Vec<u8>>,
    pub(super) then: Option<Vec<u8>>,
}

impl Plan {
    /// Returns the names of the files that would change; none if everything is so already.
    pub fn files(&self) -> Vec<&str> {
        let targets = self
            .targets
            .iter()
            .filter(|target| target.now != target.then);
        targets.map(|target| target.file.as_str()).collect()
    }
}

impl Plan {
    /// Returns the codes of those who would not be in the list any more; none if the list would be gone.
    ///
    /// # Errors
    /// When a list cannot be understood.
    pub fn leaving(&self) -> Result<Option<Vec<String>>> {
        let target = self.targets.iter().find(|target| target.file == LIST);
        let Some(target) = target else {
            return Ok(Some(Vec::new()));
        };
        let Some(then) = &target.then else {
            return Ok(None);
        };
        let codes = |text: &[u8]| codes(&String::from_utf8_lossy(text));
        let stay: HashSet<String> = codes(then)?.into_iter().collect();
        let now = codes(target.now.as_deref().unwrap_or_default())?;
        Ok(Some(
            now.into_iter()
                .filter(|code| !stay.contains(code))
                .collect(),
        ))
    }
}

impl Folder {
    /// Returns what would come of taking back the latest command that stands, or of bringing back the one that was
    /// taken back last; none if there is none.
    ///
    /// # Errors
    /// When a file was edited since, or what was kept cannot be read.
    pub fn plan(&self, direction: Direction) -> Result<Option<Plan>> {
        let folder = self.path(FOLDER);
        let names = names(&folder)?;
        let name = match direction {
            Direction::Undo => names.iter().rfind(|name| name.state != State::Undone),
            Direction::Redo => {
                let stands = |name: &&Name| matches!(name.state, State::Done);
                let last = names.iter().filter(stands).map(|name| name.number).max();
                // What was undone before the last command that stands belongs to another past.
                names
                    .iter()
                    .find(|name| name.state != State::Done && Some(name.number) > last)
            }
        };
        let Some(name) = name.copied() else {
            return Ok(None);
        };
        let entry = Entry::read(&folder, name)?;
        let forth = forth(&folder, name)?;
        self.walk(&entry, direction, forth.as_deref()).map(Some)
    }

    /// Goes through the changes of an entry, each applied to what the one before it left. A file that is already as
    /// it should be was done by a run that was killed.
    fn walk(&self, entry: &Entry, direction: Direction, known: Option<&[Vec<u8>]>) -> Result<Plan> {
        let mut states: BTreeMap<&str, (Target, Option<String>)> = BTreeMap::new();
        let mut order = Vec::new();
        let mut forth = vec![Vec::new(); entry.changes.len()];
        let mut steps: Vec<usize> = (0..entry.changes.len()).collect();
        if direction == Direction::Undo {
            steps.reverse();
        }
        for at in steps {
            let (change, back) = &entry.changes[at];
            if !states.contains_key(change.file.as_str()) {
                let now = disk::read(&self.path(&change.file))?;
                let hash = now.as_deref().map(disk::digest);
                let access = if change.personal {
                    Access::Personal
                } else {
                    Access::Shared
                };
                let then = now.clone();
                order.push(change.file.as_str());
                states.insert(
                    &change.file,
                    (
                        Target {
                            file: change.file.clone(),
                            access,
                            now,
                            then,
                        },
                        hash,
                    ),
                );
            }
            let Some((target, hash)) = states.get_mut(change.file.as_str()) else {
                continue;
            };
            let (from, to, pressed) = match direction {
                Direction::Undo => (&change.after, &change.before, Some(back)),
                Direction::Redo => (
                    &change.before,
                    &change.after,
                    known.and_then(|known| known.get(at)),
                ),
            };
            if hash == to {
                continue;
            }
            if direction == Direction::Redo && pressed.is_some_and(Vec::is_empty) {
                // It was gone before the rest was taken back: a draft that was sent, say.
                continue;
            }
            if hash != from {
                return Err(edited(change, entry, direction));
            }
            let old = target.then.take();
            if to.is_some() {
                let new = pressed.and_then(|pressed| rebuilt(pressed, old.as_deref()));
                if new.as_deref().map(disk::digest) != *to {
                    return Err(lost(entry));
                }
                target.then = new;
            }
            if direction == Direction::Undo
                && let Some(old) = &old
            {
                let delta = Delta::between(target.then.as_deref().unwrap_or_default(), old);
                forth[at] = squeeze::pressed(&delta.to_bytes());
            }
            hash.clone_from(to);
        }
        let targets = order
            .into_iter()
            .filter_map(|file| Some(states.remove(file)?.0))
            .collect();
        Ok(Plan {
            logged: logged(entry),
            direction,
            name: entry.name,
            targets,
            forth: known.is_none().then_some(forth),
        })
    }
}

impl Editor<'_> {
    /// Does what was planned, as it is now: the plan is made again under the lock. `tell` says what the history has of it.
    ///
    /// # Errors
    /// When a file was edited since, or cannot be written; running it again goes on where it stopped.
    pub fn turn_back(&self, plan: &Plan, tell: &mut Telling<'_>) -> Result<Plan> {
        let folder = self.folder().path(FOLDER);
        let Some(plan) = self
            .folder()
            .plan(plan.direction)?
            .filter(|new| new.name == plan.name)
        else {
            return Err(Error::new("another command changed the event meanwhile")
                .hint("look at `plenary log`, then try again"));
        };
        if self.mode() == Mode::DryRun {
            return Ok(plan);
        }
        let (going, gone) = match plan.direction {
            Direction::Undo => (State::Undoing, State::Undone),
            Direction::Redo => (State::Redoing, State::Done),
        };
        if let Some(pieces) = &plan.forth {
            if plan.files().is_empty() {
                // Nothing of it is left, so there is nothing to bring back either.
                disk::remove(&plan.name.path(&folder))?;
                disk::sync_folder(&folder)?;
                return Ok(plan);
            }
            let path = plan.name.forth(&folder);
            let seen = disk::read(&path)?;
            disk::replace(&path, seen.as_deref(), &joined(pieces), Access::Personal)?;
        }
        let name = renamed(&folder, plan.name, going)?;
        for target in plan
            .targets
            .iter()
            .filter(|target| target.now != target.then)
        {
            self.put_and_tell(target, tell)?;
        }
        let name = renamed(&folder, name, gone)?;
        if gone == State::Done {
            // Made anew by the next undo.
            disk::remove(&name.forth(&folder))?;
        }
        Ok(plan)
    }

    pub(super) fn put(&self, target: &Target) -> Result<()> {
        let path = self.folder().path(&target.file);
        let Some(then) = &target.then else {
            disk::remove(&path)?;
            return disk::sync_folder(path.parent().unwrap_or(Path::new(".")));
        };
        match disk::replace(&path, target.now.as_deref(), then, target.access)? {
            Replaced::Saved => Ok(()),
            Replaced::ChangedMeanwhile => Err(Error::new(format!(
                "`{}` is being saved by another program",
                path.display()
            ))
            .hint("close it there and try again: what is done so far is kept")),
        }
    }
}

fn renamed(folder: &Path, name: Name, state: State) -> Result<Name> {
    let new = Name { state, ..name };
    if new != name {
        let path = name.path(folder);
        fs::rename(&path, new.path(folder))
            .map_err(|cause| Error::file("rename", &path, &cause))?;
        disk::sync_folder(folder)?;
    }
    Ok(new)
}

fn rebuilt(pressed: &[u8], from: Option<&[u8]>) -> Option<Vec<u8>> {
    let delta = Delta::from_bytes(&squeeze::unpressed(pressed)?)?;
    delta.apply(from.unwrap_or_default())
}

/// The pieces that lead forth, each behind its length.
fn joined(pieces: &[Vec<u8>]) -> Vec<u8> {
    let piece = |piece: &Vec<u8>| [&(piece.len() as u64).to_le_bytes()[..], piece].concat();
    pieces.iter().flat_map(piece).collect()
}

fn forth(folder: &Path, name: Name) -> Result<Option<Vec<Vec<u8>>>> {
    if name.state == State::Done {
        return Ok(None);
    }
    let Some(bytes) = disk::read(&name.forth(folder))? else {
        return Ok(None);
    };
    let mut rest = bytes.as_slice();
    let mut pieces = Vec::new();
    while let Some((length, after)) = rest.split_first_chunk::<8>() {
        let length = usize::try_from(u64::from_le_bytes(*length)).unwrap_or(usize::MAX);
        let Some(piece) = after.get(..length) else {
            break;
        };
        pieces.push(piece.to_vec());
        rest = &after[length..];
    }
    Ok(Some(pieces))
}

fn edited(change: &Change, entry: &Entry, direction: Direction) -> Error {
    let (deed, hint) = match direction {
        Direction::Undo => (
            "taken back",
            format!(
                "nothing was changed; `plenary log --lines {}` shows the lines it replaced, to be put back by hand",
                entry.name.number
            ),
        ),
        Direction::Redo => (
            "brought back",
            "nothing was changed; run the command itself again".to_string(),
        ),
    };
    Error::new(format!(
        "`{}` was edited since `{}`, so that cannot be {deed}",
        change.file, entry.head.command
    ))
    .hint(hint)
}

fn lost(entry: &Entry) -> Error {
    Error::new(format!("what `{}` replaced is damaged", entry.head.command))
        .hint("nothing was changed; take the files from a backup")
}
