use super::disk::Access;
use super::{Editor, Folder};
use crate::error::{Error, Result};
use crate::sheet::{Delimiter, Sheet};

/// Where pairs of people stand who look like one and are two.
const FILE: &str = ".plenary/different.csv";

impl Folder {
    /// Returns the codes of people who look like one and are two, as somebody has said.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn different(&self) -> Result<Vec<(String, String)>> {
        let text = self.source(FILE)?;
        let text = text.map_or_else(String::new, |source| source.text().to_string());
        Ok(pairs(&sheet(&text)?))
    }
}

impl Editor<'_> {
    /// Remembers that two people are two; says whether that was not known.
    ///
    /// # Errors
    /// When it cannot be saved.
    pub fn tell_apart(&self, one: &str, other: &str) -> Result<bool> {
        self.change(FILE, Access::Personal, |text| {
            let mut sheet = match sheet(text)? {
                blank if blank.header().is_empty() => Sheet::with_header(&["one", "other"])?,
                sheet => sheet,
            };
            let known = pairs(&sheet)
                .iter()
                .any(|(a, b)| (a == one && b == other) || (a == other && b == one));
            if !known {
                sheet.append(&[one, other])?;
            }
            Ok((sheet.to_text(), !known))
        })
    }
}

fn sheet(text: &str) -> Result<Sheet> {
    Sheet::read(text, Some(Delimiter::Comma)).map_err(|_| {
        Error::new(format!("`{FILE}` is damaged"))
            .hint("move it away; then import asks again about people who look like one")
    })
}

fn pairs(sheet: &Sheet) -> Vec<(String, String)> {
    let rows = sheet.rows();
    rows.map(|row| (row.cell(0).into_owned(), row.cell(1).into_owned()))
        .collect()
}
