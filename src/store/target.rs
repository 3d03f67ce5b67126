use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

use super::Folder;
use super::strangers::KNOWN;
use crate::error::{Error, Result};

/// Folders of an event that hold something else than pages.
const TAKEN: [&str; 4] = ["templates", "outbox", "releases", "imports"];

impl Folder {
    /// Returns the folder that was named for what is published, once it is sure that nothing else belongs there. `also` is
    /// a folder where mails are delivered, if the event has one.
    ///
    /// # Errors
    /// When it is the event folder itself, or one of its own that people or plenary keep something in.
    pub fn public_at(&self, typed: &Path, also: Option<&str>) -> Result<PathBuf> {
        let root = whole(self.root());
        let target = whole(typed);
        let refused = |what: &str| {
            let message = format!("`{}` is {what}, not a place for pages", typed.display());
            Error::new(message)
                .hint("name another folder: --to site, or leave --to out for public/")
        };
        let Ok(inside) = target.strip_prefix(&root) else {
            return Ok(typed.to_path_buf());
        };
        let Some(Component::Normal(first)) = inside.components().next() else {
            return Err(refused("the event folder"));
        };
        let first = first.to_string_lossy().to_lowercase();
        if also.is_some_and(|folder| target.starts_with(whole(&self.path(folder)))) {
            return Err(refused("where mails are delivered"));
        }
        if first.starts_with('.') || TAKEN.contains(&first.as_str()) {
            return Err(refused(&format!("in {first}/ of the event folder")));
        }
        Ok(typed.to_path_buf())
    }
}

/// The organisers' files.
const FILES: [&str; 3] = ["event.toml", "speakers.toml", "agenda.toml"];

impl Folder {
    /// Makes sure that a file which somebody wants written is none that the event lives on.
    ///
    /// # Errors
    /// When it is one, or in a folder of plenary's.
    pub fn spare(&self, typed: &Path) -> Result<()> {
        let target = whole(typed);
        let Ok(inside) = target.strip_prefix(whole(self.root())) else {
            return Ok(());
        };
        let names = inside
            .iter()
            .map(|name| name.to_string_lossy().to_lowercase());
        let names: Vec<String> = names.collect();
        let own = match names.as_slice() {
            [file] => {
                let mut files = FILES.iter().chain(&KNOWN);
                file.starts_with('.') || files.any(|own| own == file)
            }
            [folder, ..] => folder.starts_with('.') || TAKEN.contains(&folder.as_str()),
            [] => true,
        };
        if own {
            let message = format!("`{}` is the event's own", typed.display());
            return Err(Error::new(message).hint("name another file: nothing was written"));
        }
        Ok(())
    }
}

/// Returns a path from the root, without links, as far as it exists; `..` is undone in what does not.
fn whole(path: &Path) -> PathBuf {
    let mut rest: Vec<OsString> = Vec::new();
    let mut known = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let found = loop {
        if let Ok(found) = known.canonicalize() {
            break found;
        }
        let last = known.components().next_back();
        let name = last.map(|last| last.as_os_str().to_os_string());
        match (known.parent().map(Path::to_path_buf), name) {
            (Some(parent), Some(name)) => {
                rest.push(name);
                known = parent;
            }
            _ => break known,
        }
    };
    let mut path = found;
    for name in rest.into_iter().rev() {
        if name == ".." {
            path.pop();
        } else {
            path.push(name);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_on_request_spares_what_the_event_lives_on() {
        let place = tempfile::tempdir().expect("a folder");
        let root = place.path().join("event");
        std::fs::create_dir_all(root.join("lists")).expect("folders");
        std::fs::write(root.join("event.toml"), "").expect("written");
        std::os::unix::fs::symlink(root.join("event.toml"), root.join("link")).expect("a link");
        let event = Folder::at(&root).expect("an event");
        for name in [
            "door.csv",
            "lists/registrations.csv",
            "../registrations.csv",
            "lists/new.xlsx",
        ] {
            assert_eq!(event.spare(&root.join(name)), Ok(()), "{name}");
        }
        for name in [
            "registrations.csv",
            "Mail.csv",
            "lists/../history.csv",
            "link",
            ".gitignore",
            ".plenary/journal",
            "outbox/a.eml",
            "templates/place.txt",
            "../event",
        ] {
            assert!(event.spare(&root.join(name)).is_err(), "{name}");
        }
    }

    #[test]
    fn pages_go_where_nothing_else_belongs() {
        let place = tempfile::tempdir().expect("a folder");
        let root = place.path().join("event");
        std::fs::create_dir_all(root.join("docs")).expect("folders");
        std::fs::write(root.join("event.toml"), "").expect("written");
        let event = Folder::at(&root).expect("an event");
        let allowed = |name: &str| event.public_at(&root.join(name), Some("delivered")).is_ok();
        let names = [
            "public",
            "site",
            "docs",
            "docs/new/deep",
            "..",
            "../site",
            "x/../../site",
            "publication",
        ];
        for name in names {
            assert!(allowed(name), "{name}");
        }
        let names = [
            "",
            ".",
            "docs/..",
            "new/..",
            "../event",
            "templates",
            "templates/html",
            "outbox",
            "releases",
            "Releases",
            "imports/x",
            ".plenary",
            ".git/hooks",
            "docs/../releases",
            "delivered",
            "delivered/x",
        ];
        for name in names {
            assert!(!allowed(name), "{name}");
        }
        let error = event
            .public_at(&root.join("releases"), None)
            .expect_err("taken");
        assert!(
            error
                .to_string()
                .ends_with("releases` is in releases/ of the event folder, not a place for pages")
        );
    }
}
