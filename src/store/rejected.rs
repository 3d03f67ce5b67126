use super::disk::{self, Access, Replaced};
use super::{Editor, Folder, Mode};
use crate::error::{Error, Result};

/// Where rejected rows stand, to be mended and imported again.
pub(super) const FOLDER: &str = "imports";

impl Folder {
    /// Returns the files of rejected rows that are left, with what they hold.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn rejected(&self) -> Result<Vec<(String, String)>> {
        let mut names = disk::file_names(&self.path(FOLDER))?;
        names.retain(|name| name.contains(".rejected") && name.ends_with(".csv"));
        let mut files = Vec::new();
        for name in names {
            let name = format!("{FOLDER}/{name}");
            // Whoever mends one may save it in another encoding.
            if let Some(bytes) = disk::read(&self.path(&name))? {
                files.push((name, String::from_utf8_lossy(&bytes).into_owned()));
            }
        }
        Ok(files)
    }
}

impl Editor<'_> {
    /// Replaces one of the files of rejected rows.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn rewrite_rejected(&self, name: &str, text: &str) -> Result<()> {
        let path = self.folder().path(name);
        let seen = disk::read(&path)?;
        disk::replace(&path, seen.as_deref(), text.as_bytes(), Access::Personal)?;
        Ok(())
    }

    /// Writes the rejected rows of a file to `imports/STEM.rejected.csv` and returns its name. A file that holds other
    /// rows is never replaced: somebody may be mending them; then the new one gets a number.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn reject(&self, stem: &str, text: &str) -> Result<String> {
        let stem = plain(stem);
        if self.mode() == Mode::Real {
            disk::private_folder(&self.folder().path(FOLDER))?;
        }
        for number in 1..1000 {
            let number = if number == 1 {
                String::new()
            } else {
                format!("-{number}")
            };
            let name = format!("{FOLDER}/{stem}.rejected{number}.csv");
            let path = self.folder().path(&name);
            let there = disk::read(&path)?;
            if there.as_deref() == Some(text.as_bytes()) {
                return Ok(name);
            }
            if there.is_some() {
                continue;
            }
            if self.mode() == Mode::DryRun
                || self.replace(&name, None, text.as_bytes(), Access::Personal)? == Replaced::Saved
            {
                return Ok(name);
            }
        }
        Err(
            Error::new(format!("`{FOLDER}` is full of rejected rows of `{stem}`"))
                .hint("remove those that are mended"),
        )
    }
}

/// Returns a name without folders, endings and what no file name should have.
fn plain(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let name = name.split(".rejected").next().unwrap_or_default();
    let fits = |c: char| c.is_alphanumeric() || "-_ ()".contains(c);
    let name: String = name
        .chars()
        .map(|c| if fits(c) { c } else { '-' })
        .take(80)
        .collect();
    if name.trim().is_empty() {
        "signups".to_string()
    } else {
        name
    }
}
