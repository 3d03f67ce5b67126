mod access;
mod findings;
mod happened;
mod header;
mod read;
mod save;

use std::collections::HashMap;

use super::disk::Access;
use super::{Editor, Folder};
use crate::error::{Error, Place, Result};
use crate::model::{Chronicle, Code, Id, Registration, Registrations, Status};
use crate::sheet::Sheet;
pub use happened::{Happened, History};
use read::understand;
use save::revised;

/// Where the sign-ups stand.
pub(super) const FILE: &str = "registrations.csv";

/// Where the cells of `registrations.csv` stand.
#[derive(Clone, Debug)]
pub struct Cells {
    sheet: Sheet,
}

impl Cells {
    /// Returns where a column of somebody's row stands; none for somebody who is not saved yet.
    pub fn place(&self, registration: &Registration, column: &str) -> Option<Place> {
        let row = self.sheet.row(registration.row()?)?;
        Some(row.place(FILE, self.sheet.column(column).unwrap_or(0)))
    }
}

impl Folder {
    /// Reads where the cells of `registrations.csv` stand, for findings about people.
    ///
    /// # Errors
    /// As [`registrations`](Self::registrations).
    pub fn cells(&self) -> Result<Cells> {
        Ok(Cells {
            sheet: understand(self.list_text()?)?.0,
        })
    }

    /// Reads everybody who signed up; nobody if the file does not exist.
    ///
    /// # Errors
    /// When the file is damaged, with the line; a list that is silently shorter would be worse than none.
    pub fn registrations(&self) -> Result<Registrations> {
        Ok(understand(self.list_text()?)?.1)
    }

    /// Returns how many bytes the list has, as it lies there now; 0 if nobody ever signed up or it cannot be seen.
    pub fn list_length(&self) -> u64 {
        std::fs::metadata(self.path(FILE)).map_or(0, |list| list.len())
    }

    /// Returns the text of the list, blank if nobody ever signed up.
    fn list_text(&self) -> Result<String> {
        self.checked(self.text(FILE)?)
    }

    /// Takes the text of the list, if the file exists. A list that was emptied or lost would be filled anew with other
    /// codes, and everybody would be written to a second time.
    fn checked(&self, text: Option<String>) -> Result<String> {
        match text {
            Some(text) if text.trim_start_matches('\u{feff}').trim().is_empty() => {
                Err(Error::new(format!("`{FILE}` is there but blank"))
                    .at(Place::file(FILE))
                    .hint("take it from a backup; if nobody ever signed up, remove the file"))
            }
            Some(text) => Ok(text),
            // Mails to speakers say nothing about sign-ups, nor do invitations.
            None if self
                .journal()?
                .iter()
                .all(|line| Code::parse(line.person()).is_err() || is_invitation(line.kind())) =>
            {
                Ok(String::new())
            }
            None => Err(Error::new(format!(
                "`{FILE}` is gone, but `mail.csv` says that people were written to"
            ))
            .hint("take it from a backup; to begin anew, remove `mail.csv` and `.plenary` too")),
        }
    }
}

/// Tells whether a mail went to somebody who need not have signed up.
fn is_invitation(kind: &Id) -> bool {
    let kind = kind.as_str();
    kind == "invitation" || kind.starts_with("invitation-")
}

/// Returns the people in the text of a list.
pub(super) fn people(text: String) -> Result<Registrations> {
    Ok(understand(text)?.1)
}

/// Returns the codes in the text of a list.
pub(super) fn codes(text: &str) -> Result<Vec<String>> {
    let list = people(text.to_string())?;
    Ok(list.iter().map(|one| one.code().to_string()).collect())
}

impl Editor<'_> {
    /// Applies an operation to the sign-ups and saves what it changed: cells that differ, rows that are new, columns
    /// that have got a value. Everything else in the file stays byte for byte. The operation can see what happened
    /// before, without the reasons, and returns what the history says of it: both are saved, or neither counts.
    ///
    /// # Errors
    /// What the operation returns, or when the file is damaged or cannot be saved, or when people are missing after
    /// the operation: none takes anybody out of the list.
    pub fn registrations<T>(
        &self,
        history: History,
        operation: impl FnMut(&mut Registrations, &Happened) -> Result<Recorded<T>>,
    ) -> Result<T> {
        self.list(0, history, operation)
    }

    /// As [`registrations`](Self::registrations), for an operation that makes one row of two: it may take one person
    /// out of the list, and no more.
    ///
    /// # Errors
    /// As [`registrations`](Self::registrations).
    pub fn merging<T>(
        &self,
        operation: impl FnMut(&mut Registrations, &Happened) -> Result<Recorded<T>>,
    ) -> Result<T> {
        self.list(1, History::AtOnce, operation)
    }

    /// As [`registrations`](Self::registrations), for an operation that takes everybody out of the list because their
    /// time was up.
    ///
    /// # Errors
    /// As [`registrations`](Self::registrations).
    pub fn emptying<T>(
        &self,
        operation: impl FnMut(&mut Registrations, &Happened) -> Result<Recorded<T>>,
    ) -> Result<T> {
        self.list(usize::MAX, History::AtOnce, operation)
    }

    fn list<T>(
        &self,
        fewer: usize,
        history: History,
        mut operation: impl FnMut(&mut Registrations, &Happened) -> Result<Recorded<T>>,
    ) -> Result<T> {
        let mut first = Some(Happened::before(self.folder(), history));
        self.change_sheet(FILE, Access::Personal, |text| {
            let (sheet, mut list) = understand(self.folder().checked(text)?)?;
            let happened = first.take();
            let happened = happened.unwrap_or_else(|| Happened::before(self.folder(), history));
            let before = list.len();
            let (result, entries) = operation(&mut list, &happened)?;
            Ok((revised(sheet, list, before, fewer)?, result, entries))
        })
    }
}

/// What an operation returns, and what the history says of it.
pub type Recorded<T> = (T, Chronicle);

/// Returns the status of each code in the text of a list.
pub(super) fn statuses(text: &str) -> Result<HashMap<String, Option<Status>>> {
    let (_, list) = understand(text.to_string())?;
    let statuses = list
        .iter()
        .map(|one| (one.code().to_string(), one.status()));
    Ok(statuses.collect())
}

#[cfg(test)]
mod tests;
