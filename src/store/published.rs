use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Component, Path, PathBuf};

use tempfile::NamedTempFile;

use super::disk;
use super::{Folder, Lock, Mode};
use crate::error::{Error, Result};

/// What plenary wrote into a published folder: a line a file, its hash and its path. Only what stands here, unchanged,
/// is ever replaced or removed.
const MANIFEST: &str = ".plenary-published";

/// What became of a published folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Files that are new or say something else now.
    pub written: Vec<String>,
    /// How many say what they said.
    pub unchanged: usize,
    /// Files that plenary wrote and that are no longer part of what is published.
    pub removed: Vec<String>,
    /// Such files that somebody has changed meanwhile: they stay.
    pub kept: Vec<String>,
}

impl Folder {
    /// Returns the folder into which the event is published, if no other is named.
    pub fn public(&self) -> PathBuf {
        self.path("public")
    }

    /// Makes a folder hold these files: writes those that differ, each whole or not at all, and removes those that an
    /// earlier run wrote and that are no longer among them. Whatever else is in the folder stays.
    ///
    /// # Errors
    /// When a file stands in the way that plenary did not write, or the folder cannot be written.
    pub fn publish(
        &self,
        target: &Path,
        files: &[(String, Vec<u8>)],
        mode: Mode,
    ) -> Result<Published> {
        let known = manifest(target)?;
        let (todo, mut published) = compare(target, files, &known)?;
        let names: BTreeSet<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        let gone = known
            .iter()
            .filter(|(name, _)| !names.contains(name.as_str()));
        for (name, hash) in gone {
            match disk::read(&target.join(name))? {
                Some(bytes) if disk::digest(&bytes) == *hash => {
                    published.removed.push(name.clone());
                }
                Some(_) => published.kept.push(name.clone()),
                None => {}
            }
        }
        if mode == Mode::DryRun {
            return Ok(published);
        }
        let made = |cause: std::io::Error| Error::file("make the folder", target, &cause);
        fs::create_dir_all(target).map_err(made)?;
        let _lock = self.published_lock()?;
        disk::sweep(target);
        // The manifest comes first: after a crash it may name too much, and never too little.
        let lines = |extra: &[String]| {
            let new = files
                .iter()
                .map(|(name, bytes)| (name.clone(), disk::digest(bytes)));
            let mut all: BTreeMap<String, String> = new.collect();
            for name in extra {
                all.extend(
                    known
                        .get_key_value(name)
                        .map(|(name, hash)| (name.clone(), hash.clone())),
                );
            }
            let lines = all.iter().map(|(name, hash)| format!("{hash}  {name}\n"));
            (MANIFEST.to_string(), lines.collect::<String>().into_bytes())
        };
        let before = lines(&published.removed);
        write_all(target, &[&before])?;
        write_all(target, &todo)?;
        for name in &published.removed {
            remove(target, name)?;
        }
        if !published.removed.is_empty() {
            write_all(target, &[&lines(&[])])?;
        }
        Ok(published)
    }

    fn published_lock(&self) -> Result<Lock> {
        disk::private_folder(&self.path(".plenary"))?;
        Lock::wait(
            &self.path(".plenary/publish.lock"),
            std::time::Duration::from_secs(20),
        )
    }
}

type FileRef<'a> = &'a (String, Vec<u8>);

/// Returns the files that have to be written.
fn compare<'a>(
    target: &Path,
    files: &'a [(String, Vec<u8>)],
    known: &BTreeMap<String, String>,
) -> Result<(Vec<FileRef<'a>>, Published)> {
    let mut published = Published::default();
    let mut todo = Vec::new();
    for file in files {
        let (name, bytes) = file;
        match disk::read(&target.join(name))? {
            Some(old) if old == *bytes => {
                published.unchanged += 1;
                continue;
            }
            Some(_) if !known.contains_key(name) => {
                let path = target.join(name);
                let message = format!("`{}` was not written by plenary", path.display());
                return Err(Error::new(message).hint(
                    "move it away, or name another folder with --to: nothing was published",
                ));
            }
            _ => todo.push(file),
        }
        published.written.push(name.clone());
    }
    Ok((todo, published))
}

/// Reads the manifest. Lines that point out of the folder are not ours.
fn manifest(target: &Path) -> Result<BTreeMap<String, String>> {
    let bytes = disk::read(&target.join(MANIFEST))?.unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let inside = |name: &str| {
        let mut parts = Path::new(name).components();
        !name.is_empty() && parts.all(|part| matches!(part, Component::Normal(_)))
    };
    let lines = text.lines().filter_map(|line| line.split_once("  "));
    let lines = lines.filter(|(_, name)| inside(name));
    Ok(lines
        .map(|(hash, name)| (name.to_string(), hash.to_string()))
        .collect())
}

/// Writes files, every one of them durably before the first gets its name.
fn write_all(target: &Path, files: &[FileRef<'_>]) -> Result<()> {
    if files.is_empty() {
        return Ok(());
    }
    let failed = |cause: std::io::Error| Error::file("write into", target, &cause);
    let mut folders: BTreeSet<PathBuf> = BTreeSet::new();
    for batch in files.chunks(256) {
        let mut written: Vec<(NamedTempFile, PathBuf)> = Vec::new();
        for (name, bytes) in batch {
            let path = target.join(name);
            let folder = path.parent().unwrap_or(target).to_path_buf();
            if folders.insert(folder.clone()) {
                fs::create_dir_all(&folder).map_err(failed)?;
            }
            let mut temporary = disk::temporary(&folder).map_err(failed)?;
            temporary.write_all(bytes).map_err(failed)?;
            disk::readable_by_all(temporary.as_file()).map_err(failed)?;
            written.push((temporary, path));
        }
        disk::sync_all(target, &written).map_err(failed)?;
        for (temporary, path) in written {
            temporary
                .persist(path)
                .map_err(|error| failed(error.error))?;
        }
    }
    folders
        .iter()
        .try_for_each(|folder| disk::sync_folder(folder))
}

fn remove(target: &Path, name: &str) -> Result<()> {
    let path = target.join(name);
    match fs::remove_file(&path) {
        Err(cause) if cause.kind() != ErrorKind::NotFound => {
            return Err(Error::file("remove", &path, &cause));
        }
        _ => {}
    }
    // A folder that is empty now goes too; one that is not says so.
    if let Some(folder) = path.parent().filter(|folder| *folder != target) {
        let _ = fs::remove_dir(folder);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event() -> (tempfile::TempDir, Folder) {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("event.toml"), "").expect("written");
        let event = Folder::at(folder.path()).expect("an event");
        (folder, event)
    }

    fn files(names: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
        let files = names.iter();
        files
            .map(|(name, text)| (name.to_string(), text.as_bytes().to_vec()))
            .collect()
    }

    #[test]
    fn only_what_plenary_wrote_is_replaced_or_removed() {
        let (_stage, event) = event();
        let target = event.public();
        let publish = |names: &[(&str, &str)]| event.publish(&target, &files(names), Mode::Real);
        publish(&[
            ("index.html", "1"),
            ("rooms/a.ics", "a"),
            ("rooms/b.ics", "b"),
        ])
        .expect("made");
        fs::write(target.join("notes.txt"), "mine").expect("written");
        fs::write(target.join("rooms/b.ics"), "changed by hand").expect("written");
        let second = publish(&[("index.html", "2")]).expect("made");
        let expected = Published {
            written: vec!["index.html".to_string()],
            unchanged: 0,
            removed: vec!["rooms/a.ics".to_string()],
            kept: vec!["rooms/b.ics".to_string()],
        };
        assert_eq!(second, expected);
        assert_eq!(
            disk::file_names(&target).expect("read"),
            ["index.html", "notes.txt", "rooms"]
        );
        let third = publish(&[("index.html", "2")]).expect("made");
        assert_eq!(
            (third.unchanged, third.written.len(), third.removed.len()),
            (1, 0, 0)
        );
        let error = publish(&[("index.html", "3"), ("notes.txt", "ours")]).expect_err("not ours");
        assert!(
            error.to_string().ends_with("was not written by plenary"),
            "{error}"
        );
        assert_eq!(
            fs::read_to_string(target.join("index.html")).expect("read"),
            "2"
        );
    }

    #[test]
    fn a_manifest_that_points_elsewhere_removes_nothing() {
        let (stage, event) = event();
        let target = event.public();
        fs::create_dir(&target).expect("a folder");
        let outside = format!("{}  ../event.toml\n", disk::digest(b""));
        fs::write(target.join(MANIFEST), outside).expect("written");
        let published = event.publish(&target, &[], Mode::Real).expect("made");
        assert_eq!(published, Published::default());
        assert!(stage.path().join("event.toml").exists());
    }
}
