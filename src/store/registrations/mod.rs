mod read;
mod save;

use std::collections::HashMap;

use super::disk::{self, Access};
use super::meanwhile::Meanwhile;
use super::{Editor, Folder};
use crate::error::{Error, Finding, Place, Result};
use crate::model::{
    Chronicle, Code, Event, MailKey, Registration, Registrations, Status, registration_findings,
};
use crate::sheet::Sheet;
use read::understand;
use save::save;

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
            None if self.journal()?.iter().all(|entry| {
                Code::parse(&entry.key.person).is_err() || is_invitation(&entry.key)
            }) =>
            {
                Ok(String::new())
            }
            None => Err(Error::new(format!(
                "`{FILE}` is gone, but `mail.csv` says that people were written to"
            ))
            .hint("take it from a backup; to begin anew, remove `mail.csv` and `.plenary` too")),
        }
    }

    /// Returns what is wrong with the sign-ups: in the file as such, in each row, and between rows.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn registration_findings(&self, event: Option<&Event>) -> Result<Vec<Finding>> {
        let text = match self.list_text() {
            Ok(text) => text,
            Err(error) => return Ok(error.findings),
        };
        let (sheet, list) = match understand(text) {
            Ok(understood) => understood,
            Err(error) => return Ok(error.findings),
        };
        let mut findings: Vec<Finding> = sheet
            .doubts()
            .iter()
            .map(|doubt| doubt.finding(FILE, sheet.text()))
            .collect();
        let cells = Cells { sheet };
        for registration in &list {
            for (column, finding) in registration_findings(registration, event) {
                findings.push(finding.maybe_at(cells.place(registration, column)));
            }
        }
        for (code, rows) in list.repeated_codes() {
            let message = format!("the code `{code}` stands on {} rows", rows.len());
            let people = rows.iter().rev().filter_map(|at| list.get(*at));
            let finding = people.fold(
                Finding::error("duplicate-code", message),
                |finding, person| finding.maybe_at(cells.place(person, "code")),
            );
            findings.push(
                finding.hint(
                    "give one of them another code, or remove the row if it is the same person",
                ),
            );
        }
        findings.sort_by_key(|finding| finding.places.first().map_or(0, |place| place.line));
        Ok(findings)
    }
}

/// Tells whether a mail went to somebody who need not have signed up.
fn is_invitation(key: &MailKey) -> bool {
    let kind = key.kind.as_str();
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
    /// that have got a value. Everything else in the file stays byte for byte. The operation also sees what happened
    /// before, and returns what the history says of it: both are saved, or neither counts.
    ///
    /// # Errors
    /// What the operation returns, or when the file is damaged or cannot be saved, or when people are missing after
    /// the operation: none takes anybody out of the list.
    pub fn registrations<T>(
        &self,
        operation: impl FnMut(&mut Registrations, &Chronicle) -> Result<Recorded<T>>,
    ) -> Result<T> {
        self.list(0, operation)
    }

    /// As [`registrations`](Self::registrations), for an operation that makes one row of two: it may take one person
    /// out of the list, and no more.
    ///
    /// # Errors
    /// As [`registrations`](Self::registrations).
    pub fn merging<T>(
        &self,
        operation: impl FnMut(&mut Registrations, &Chronicle) -> Result<Recorded<T>>,
    ) -> Result<T> {
        self.list(1, operation)
    }

    /// As [`registrations`](Self::registrations), for an operation that takes everybody out of the list because their
    /// time was up.
    ///
    /// # Errors
    /// As [`registrations`](Self::registrations).
    pub fn emptying<T>(
        &self,
        operation: impl FnMut(&mut Registrations, &Chronicle) -> Result<Recorded<T>>,
    ) -> Result<T> {
        self.list(usize::MAX, operation)
    }

    fn list<T>(
        &self,
        fewer: usize,
        mut operation: impl FnMut(&mut Registrations, &Chronicle) -> Result<Recorded<T>>,
    ) -> Result<T> {
        let folder = self.folder().clone();
        let mut history = Meanwhile::begin(move || folder.history());
        self.change_sheet(FILE, Access::Personal, |text| {
            let (mut sheet, mut list) = understand(self.folder().checked(text)?)?;
            let happened = history.wait().unwrap_or_else(|| self.folder().history())?;
            let before = list.len();
            let (result, entries) = operation(&mut list, &happened)?;
            save(&mut sheet, &list, before, fewer)?;
            Ok((sheet, result, entries))
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

impl Folder {
    /// Returns which files about people can be read by others on this machine.
    pub fn access_findings(&self) -> Vec<Finding> {
        let files = [
            FILE,
            "mail.csv",
            "history.csv",
            "outbox",
            "imports",
            ".plenary",
        ];
        let open = files
            .iter()
            .filter(|name| disk::open_to_others(&self.path(name)));
        open.map(|name| {
            Finding::note(
                "open-to-others",
                format!("everybody on this machine can read `{name}`"),
            )
            .at(Place::file(*name))
            .hint(format!("keep it to yourself: chmod go-rwx {name}"))
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::store::Mode;

    const LIST: &str = "\u{feff}T-shirt;name;code;email;status\r\nL;\"Ada; B.\";krt-mwxb;ada@example.org;confirmed\r\n\r\n\"M\";'Bo';bcd-fghj;bo@example.org\r\n;Cy;xyz-wvts;;";

    fn folder(list: &str) -> (tempfile::TempDir, Folder) {
        let root = tempfile::tempdir().expect("a folder");
        fs::write(root.path().join("event.toml"), "").expect("a file");
        fs::write(root.path().join(FILE), list).expect("a file");
        let folder = Folder::at(root.path()).expect("an event folder");
        (root, folder)
    }

    fn content(folder: &Folder) -> String {
        fs::read_to_string(folder.path(FILE)).expect("the list")
    }

    #[test]
    fn only_the_cells_that_changed_differ() {
        let (_root, folder) = folder(LIST);
        let changed = folder
            .edit(Mode::Real)
            .expect("the lock")
            .registrations(|list, _| {
                list.find_mut("BCD FGHJ")?.set("status", "cancelled");
                let mut new = list.blank();
                new.set("code", "new-mbrs");
                new.set("name", "Di; \"D\"");
                list.push(new);
                Ok(((), Chronicle::default()))
            });
        assert_eq!(changed, Ok(()));
        let expected = LIST.replace("bo@example.org", "bo@example.org;cancelled")
            + "\r\n;\"Di; \"\"D\"\"\";new-mbrs;;\r\n";
        assert_eq!(content(&folder), expected);
    }

    #[test]
    fn a_column_is_added_when_it_gets_a_value() {
        let (_root, folder) = folder("code,name\nkrt-mwxb,Ada\nbcd-fghj,Bo\n");
        let add = |list: &mut Registrations, _: &Chronicle| {
            list.find_mut("krt-mwxb")?.set("diet", "vegan");
            Ok(((), Chronicle::default()))
        };
        folder
            .edit(Mode::Real)
            .expect("the lock")
            .registrations(add)
            .expect("saved");
        assert_eq!(
            content(&folder),
            "code,name,diet\nkrt-mwxb,Ada,vegan\nbcd-fghj,Bo\n"
        );
    }

    #[test]
    fn a_change_that_would_drop_people_is_refused() {
        let (_root, folder) = folder(LIST);
        let drop_all = |list: &mut Registrations, _: &Chronicle| {
            *list = Registrations::default();
            Ok(((), Chronicle::default()))
        };
        let error = folder
            .edit(Mode::Real)
            .expect("the lock")
            .registrations(drop_all)
            .expect_err("refused");
        assert_eq!(
            error.to_string(),
            "this change would drop 3 of 3 people from registrations.csv, so it was not made"
        );
        assert_eq!(content(&folder), LIST);
    }

    #[test]
    fn a_list_that_was_emptied_or_lost_is_no_empty_list() {
        let (_root, folder) = folder("\u{feff}\n");
        assert_eq!(
            folder.registrations().expect_err("blank").to_string(),
            "`registrations.csv` is there but blank"
        );
        fs::remove_file(folder.path(FILE)).expect("removed");
        assert_eq!(folder.registrations().map(|list| list.len()), Ok(0));
        let journal = "time,state,kind,person,revision,message_id,server,boot,reply\nx,accepted,confirmation,krt-mwxb,1,,,,\n";
        fs::write(folder.path("mail.csv"), journal).expect("a journal");
        let add = |list: &mut Registrations, _: &Chronicle| {
            list.push(list.blank());
            Ok(((), Chronicle::default()))
        };
        let error = folder
            .edit(Mode::Real)
            .expect("the lock")
            .registrations(add)
            .expect_err("gone");
        assert_eq!(
            error.to_string(),
            "`registrations.csv` is gone, but `mail.csv` says that people were written to"
        );
    }

    #[test]
    fn a_dry_run_writes_nothing() {
        let (root, folder) = folder(LIST);
        let turn = |list: &mut Registrations, _: &Chronicle| {
            list.find_mut("krt-mwxb")?.set("status", "waiting");
            Ok((list.len(), Chronicle::default()))
        };
        assert_eq!(
            folder
                .edit(Mode::DryRun)
                .expect("no lock")
                .registrations(turn),
            Ok(3)
        );
        assert_eq!(content(&folder), LIST);
        assert!(!root.path().join(".plenary").exists());
    }

    #[test]
    fn an_operation_is_applied_again_to_what_somebody_saved_meanwhile() {
        let (_root, folder) = folder("code,name\nkrt-mwxb,Ada\n");
        let path = folder.path(FILE);
        let mut first = true;
        let turn = |list: &mut Registrations, _: &Chronicle| {
            if std::mem::take(&mut first) {
                fs::write(&path, "code,name\nkrt-mwxb,Ada\nbcd-fghj,Bo\n").expect("a hand edit");
            }
            list.find_mut("krt-mwxb")?.set("name", "Ada B.");
            Ok(((), Chronicle::default()))
        };
        folder
            .edit(Mode::Real)
            .expect("the lock")
            .registrations(turn)
            .expect("saved");
        assert_eq!(
            content(&folder),
            "code,name\nkrt-mwxb,Ada B.\nbcd-fghj,Bo\n"
        );
    }

    #[test]
    fn a_quote_that_swallows_a_person_is_an_error() {
        let (_root, folder) = folder("code,name,note\nkrt-mwxb,Ada,\"oops\nbcd-fghj,Bo,b\"\n");
        let error = folder.registrations().expect_err("Bo is gone");
        assert_eq!(
            error.to_string(),
            "a quote in this row swallows line 3, which looks like another person"
        );
        let (_root, folder) = self::folder("code,name,note\nkrt-mwxb,Ada,\"two\nlines\"\n");
        assert_eq!(folder.registrations().map(|list| list.len()), Ok(1));
    }
}
