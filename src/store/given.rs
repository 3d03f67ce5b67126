use toml_edit::{DocumentMut, value};

use super::disk::Access;
use super::{Editor, Folder, disk};
use crate::error::{Error, Result};

/// Belongs to this machine's memory and not to the organisers' files: a release that was taken back may have been
/// published or mailed.
const FILE: &str = ".plenary/releases.toml";

impl Folder {
    /// Returns the greatest number that a release of this event was ever given here; 0 for none.
    ///
    /// # Errors
    /// When the memory cannot be read. Beginning anew in silence could give two agendas one number.
    pub fn release_given(&self) -> Result<u32> {
        let path = self.path(FILE);
        let Some(bytes) = disk::read(&path)? else {
            return Ok(0);
        };
        let document: Option<DocumentMut> = disk::text(&path, FILE, bytes)?.parse().ok();
        let given = document.and_then(|document| {
            let given = document.get("given")?.as_integer()?;
            u32::try_from(given).ok()
        });
        given.ok_or_else(|| {
            Error::new(format!("`{FILE}` is damaged"))
                .hint("write `given = ` and the greatest number that a release ever had into it")
        })
    }
}

impl Editor<'_> {
    /// Remembers that a release has this number, before there is one: a number that nobody was told does no harm.
    pub(super) fn remember_given(&self, number: u32) -> Result<()> {
        let given = self.folder().release_given()?.max(number);
        self.change(FILE, Access::Personal, |_| {
            let mut document = DocumentMut::new();
            document.insert("given", value(i64::from(given)));
            let why = "# The greatest number of a release so far: none is given twice, even if a release is taken back.\n";
            Ok((format!("{why}{document}"), ()))
        })
    }
}
