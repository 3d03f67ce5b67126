use toml_edit::{DocumentMut, value};

use super::disk::Access;
use super::{Editor, Folder, Mode, disk};
use crate::error::{Error, Result};
use crate::model::Told;

/// Belongs to this machine's memory and not to the organisers' files: nobody has to keep a number that must only grow.
const FILE: &str = ".plenary/calendar.toml";

impl Folder {
    /// Returns what people's calendars were last told; none if nothing is remembered.
    ///
    /// # Errors
    /// When the memory cannot be read. Beginning anew in silence could tell people a number that their calendars ignore.
    pub fn told(&self) -> Result<Option<Told>> {
        let path = self.path(FILE);
        let Some(bytes) = disk::read(&path)? else {
            return Ok(None);
        };
        let document: Option<DocumentMut> = disk::text(&path, FILE, bytes)?.parse().ok();
        let told = document.and_then(|document| {
            let sequence = document.get("sequence")?.as_integer()?;
            Some(Told {
                sequence: u32::try_from(sequence).ok()?,
                facts: document.get("facts")?.as_str()?.to_string(),
            })
        });
        told.map(Some).ok_or_else(|| {
            Error::new(format!("`{FILE}` is damaged")).hint(
                "remove it: plenary begins a new one, with a number that is large enough for every calendar",
            )
        })
    }
}

impl Editor<'_> {
    /// Remembers what people's calendars are told from now on.
    ///
    /// # Errors
    /// When it cannot be saved.
    pub fn remember_told(&self, told: &Told) -> Result<()> {
        if self.mode() == Mode::DryRun {
            return Ok(());
        }
        self.change(FILE, Access::Personal, |_| {
            let mut document = DocumentMut::new();
            document.insert("sequence", value(i64::from(told.sequence)));
            document.insert("facts", value(told.facts.as_str()));
            let why = "# What people's calendars were last told. `sequence` only grows: see RFC 5545, section 3.8.7.4.\n";
            Ok((format!("{why}{document}"), ()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_told_is_remembered_and_a_damaged_memory_is_no_empty_one() {
        let root = tempfile::tempdir().expect("a folder");
        std::fs::write(root.path().join("event.toml"), "").expect("a file");
        let folder = Folder::at(root.path()).expect("an event folder");
        assert_eq!(folder.told(), Ok(None));
        let told = Told {
            sequence: 2,
            facts: "2024-04-13; \"Hall\"\nx".to_string(),
        };
        let editor = folder.edit(Mode::Real).expect("nobody else");
        editor.remember_told(&told).expect("saved");
        assert_eq!(folder.told(), Ok(Some(told)));
        std::fs::write(folder.path(FILE), "sequence = -1").expect("damaged");
        assert_eq!(
            folder.told().expect_err("damaged").to_string(),
            "`.plenary/calendar.toml` is damaged"
        );
    }
}
