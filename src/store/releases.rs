use std::fs;
use std::io::{ErrorKind, Write};

use super::disk;
use super::toml::{read_release, release_text};
use super::{Editor, Folder, Made, Mode};
use crate::error::{Error, Place, Result, Severity};
use crate::model::{Release, order_by_key};

/// Where the frozen agendas are kept.
const RELEASES: &str = "releases";

impl Folder {
    /// Returns every release, the first one first. People are named in them as they want to be named now.
    ///
    /// # Errors
    /// When one cannot be read, or its number is not the one of its file: then nobody can say what people were told.
    pub fn releases(&self) -> Result<Vec<Release>> {
        let mut releases = Vec::new();
        for name in disk::file_names(&self.path(RELEASES))? {
            if let Some(number) = number(&name) {
                releases.push(self.release(number, &name)?);
            }
        }
        order_by_key(&mut releases, |release: &Release| release.number);
        if !releases.is_empty() {
            Release::name_as_wished(&mut releases, &self.read()?.speakers);
        }
        Ok(releases)
    }

    /// Returns the release that people know now; none before the first.
    ///
    /// # Errors
    /// As [`releases`](Self::releases).
    pub fn latest_release(&self) -> Result<Option<Release>> {
        let names = disk::file_names(&self.path(RELEASES))?;
        let numbered = names.iter().filter_map(|name| Some((number(name)?, name)));
        let latest = numbered.max_by_key(|(number, _)| *number);
        latest
            .map(|(number, name)| self.release(number, name))
            .transpose()
    }

    fn release(&self, number: u32, name: &str) -> Result<Release> {
        let name = format!("{RELEASES}/{name}");
        let broken = |error: Error| {
            error.hint("take the file back from a copy or from git: plenary wrote it, and nothing else should")
        };
        let mut findings = Vec::new();
        let release = self.tables(&name, &mut findings, read_release)?.flatten();
        findings.retain(|finding| finding.severity == Severity::Error);
        if !findings.is_empty() {
            return Err(broken(Error::from_findings(findings)));
        }
        let Some(release) = release else {
            let error = Error::new(format!("`{name}` is no release"));
            return Err(broken(error.at(Place::file(&name))));
        };
        if release.number != number {
            let message = format!("`{name}` says that it is release {}", release.number);
            return Err(broken(Error::new(message).at(Place::file(&name))));
        }
        Ok(release)
    }
}

/// Returns which release a file of the event folder holds: `releases/007.toml` holds the seventh.
pub fn release_number(file: &str) -> Option<u32> {
    let name = file.strip_prefix(RELEASES)?.strip_prefix('/')?;
    number(name)
}

/// Returns which release a file holds: `007.toml` holds the seventh.
fn number(name: &str) -> Option<u32> {
    let digits = name.strip_suffix(".toml")?;
    let all = digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|number| all && *number > 0)
}

impl Editor<'_> {
    /// Writes a release, and returns the name of its file. A release is never replaced.
    ///
    /// # Errors
    /// When it cannot be written, or there is one of that number.
    pub fn save_release(&self, release: &Release) -> Result<String> {
        let name = format!("{RELEASES}/{:03}.toml", release.number);
        if self.mode() == Mode::DryRun {
            return Ok(name);
        }
        let path = self.folder().path(&name);
        let folder = self.folder().path(RELEASES);
        fs::create_dir_all(&folder)
            .map_err(|cause| Error::file("make the folder", &folder, &cause))?;
        let failed =
            |cause: std::io::Error| Error::file("write", &path, &cause).hint("nothing was changed");
        let text = release_text(release);
        self.remember_given(release.number)?;
        if !path.exists() {
            let made = Made::of(&name, &disk::hash(text.as_bytes())).shared();
            self.note_made(&mut std::iter::once(made))?;
        }
        let mut temporary = disk::temporary(&folder).map_err(failed)?;
        temporary
            .write_all(text.as_bytes())
            .and_then(|()| disk::readable_by_all(temporary.as_file()))
            .and_then(|()| temporary.as_file().sync_all())
            .map_err(failed)?;
        match temporary.persist_noclobber(&path) {
            Ok(_) => disk::sync_folder(&folder)?,
            Err(error) if error.error.kind() == ErrorKind::AlreadyExists => {
                return Err(Error::new(format!("`{name}` is there already"))
                    .hint("somebody made a release meanwhile: look at it, then try again"));
            }
            Err(error) => return Err(failed(error.error)),
        }
        Ok(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_is_read_back_as_it_was_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, text: &str| {
            fs::write(folder.path().join(name), text).expect("written");
        };
        write("event.toml", "");
        fs::create_dir(folder.path().join("releases")).expect("a folder");
        let text = "\
# What people were told. Made by `plenary agenda release`; do not edit it.

[release]
number = 2
time = \"2024-04-02T12:00:00Z\"
timezone = \"Europe/London\"
message = \"The \\\"big\\\" room\"
changes = [
    \"Opening moved.\",
    \"Lunch is new.\",
]

[[room]]
id = \"main\"
name = \"Main Hall\"
capacity = 200
step_free = true

[[track]]
id = \"local\"
name = \"Local\"
colour = \"#2f7d4f\"

[[speaker]]
id = \"ada\"
name = \"Ada\"
role = \"Councillor\"

[[speaker]]
id = \"bo\"
public_name = \"B.\"

[[session]]
id = \"opening\"
title = \"Opening\"
start = \"2024-04-13 10:00\"
minutes = 30
room = \"main\"
speakers = [\"ada\"]
chair = \"bo\"
track = \"local\"
changed = 2

[[session]]
id = \"lunch\"
title = \"Lunch\"
kind = \"break\"
abstract = \"Soup.\\nBread.\"
cancelled = true
changed = 1

[[dropped]]
id = \"walk\"
title = \"Walk\"
start = \"2024-04-13 12:00\"
changed = 2
";
        write("releases/002.toml", text);
        write("releases/notes.toml", "not ours");
        let event = Folder::at(folder.path()).expect("an event");
        let releases = event.releases().expect("sound");
        assert_eq!(releases.len(), 1);
        assert_eq!(
            event.latest_release().expect("sound").as_ref(),
            releases.first()
        );
        // Multi-line texts may be written in another way, with the same meaning.
        let again = release_text(&releases[0]);
        write("releases/002.toml", &again);
        assert_eq!(event.releases().expect("sound"), releases);
        let editor = event.edit(Mode::Real).expect("an editor");
        let error = editor.save_release(&releases[0]).expect_err("it is there");
        assert_eq!(error.to_string(), "`releases/002.toml` is there already");
    }

    #[test]
    fn a_release_that_says_another_number_is_not_trusted() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("event.toml"), "").expect("written");
        fs::create_dir(folder.path().join("releases")).expect("a folder");
        let text = "[release]\nnumber = 3\ntime = \"2024-04-02T12:00:00Z\"\ntimezone = \"UTC\"\n";
        fs::write(folder.path().join("releases/001.toml"), text).expect("written");
        let event = Folder::at(folder.path()).expect("an event");
        let error = event.releases().expect_err("a wrong number");
        assert_eq!(
            error.to_string(),
            "`releases/001.toml` says that it is release 3"
        );
    }
}
