use std::borrow::Cow;
use std::collections::HashSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::disk::{self, Access};
use super::outbox::OUTBOX;
use super::rejected::FOLDER as IMPORTS;
use super::{Editor, Folder};
use crate::error::{Error, Result};
use crate::sheet::Sheet;

/// What stands beside the list about people: what `.plenary` remembers, and whom the event before brought along.
const MEMORY: [&str; 4] = [
    IMPORTED,
    ".plenary/different.csv",
    ".plenary/undo",
    "invited.csv",
];

/// What people sent when their sign-ups were imported.
const IMPORTED: &str = ".plenary/imported.csv";

const JOURNAL: &str = "mail.csv";

/// What happened to whom.
const HISTORY: &str = "history.csv";

/// How long the journal is known to be.
const LENGTH: &str = ".plenary/journal";

/// The columns that say what people need.
pub const NEEDS: [&str; 2] = ["access", "diet"];

impl Folder {
    /// Returns what holds anything about people who signed up besides the list: drafts, rejected rows, delivered copies,
    /// the memory of imports, old versions, what killed runs left. The answers of mail servers in the journal often quote addresses.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn remains(&self, delivery: Option<&Path>) -> Result<Vec<PathBuf>> {
        let mut remains: Vec<PathBuf> = MEMORY.map(|name| self.path(name)).to_vec();
        remains.retain(|path| path.symlink_metadata().is_ok());
        for folder in [self.path(OUTBOX), self.path(IMPORTS)] {
            let names = disk::file_names(&folder)?;
            remains.extend(names.iter().map(|name| folder.join(name)));
        }
        if let Some(folder) = delivery.map(|name| self.root().join(name)) {
            remains.extend(self.delivered(&folder)?);
        }
        // What a killed run left half written holds people too.
        for folder in [".", OUTBOX, IMPORTS, ".plenary"] {
            remains.extend(disk::left_behind(&self.path(folder)));
        }
        if self.without_replies()?.is_some() {
            remains.push(self.path(JOURNAL));
        }
        if self.without_reasons()?.is_some() {
            remains.push(self.path(HISTORY));
        }
        Ok(remains)
    }

    /// Returns the mails in a folder that this event delivered there. It may be anywhere, with other things in it: only what
    /// bears a Message-ID of the journal is ours.
    fn delivered(&self, folder: &Path) -> Result<Vec<PathBuf>> {
        let mut names = disk::file_names(folder)?;
        names.retain(|name| name.ends_with(".eml"));
        if names.is_empty() {
            return Ok(Vec::new());
        }
        let journal = self.journal()?;
        let ours: HashSet<Cow<'_, str>> = journal.iter().map(|line| line.message_id()).collect();
        let mut delivered = Vec::new();
        for path in names.iter().map(|name| folder.join(name)) {
            let mail = disk::read(&path)?.unwrap_or_default();
            if message_id(&mail).is_some_and(|id| ours.contains(id.as_str())) {
                delivered.push(path);
            }
        }
        Ok(delivered)
    }

    /// Tells whether the memory of imports still says what people need.
    ///
    /// # Errors
    /// When the memory is damaged.
    pub fn remembers_needs(&self) -> Result<bool> {
        Ok(self.blanked(IMPORTED, &NEEDS)?.is_some())
    }

    /// Returns the journal without what mail servers answered; none if it says nothing of that.
    fn without_replies(&self) -> Result<Option<String>> {
        self.blanked(JOURNAL, &["reply"])
    }

    /// Returns the history without why somebody got a priority, which can say much about them; none if it does not say.
    fn without_reasons(&self) -> Result<Option<String>> {
        let Some(source) = self.source(HISTORY)? else {
            return Ok(None);
        };
        let damaged =
            |_| Error::new(format!("`{HISTORY}` is damaged")).hint("take it from a backup");
        let mut sheet = Sheet::read(source.text(), None).map_err(damaged)?;
        let columns = ["what", "why", "by"].map(|name| sheet.column(name));
        let [Some(what), Some(why), Some(by)] = columns else {
            return Ok(None);
        };
        let typed = sheet.rows().filter(|row| {
            // Who has changed it by hand has given no reason.
            row.cell(what) == "priority" && row.cell(by) != "hand" && !row.cell(why).is_empty()
        });
        for row in typed.map(|row| row.index()).collect::<Vec<_>>() {
            sheet.replace(row, &[(why, "")])?;
        }
        Ok(sheet.is_changed().then(|| sheet.to_text()))
    }

    /// Returns a table of plenary's own with columns made blank; none if it is not there or they are blank already.
    fn blanked(&self, name: &str, columns: &[&str]) -> Result<Option<String>> {
        let Some(source) = self.source(name)? else {
            return Ok(None);
        };
        let damaged = |_| Error::new(format!("`{name}` is damaged")).hint("take it from a backup");
        let mut sheet = Sheet::read(source.text(), None).map_err(damaged)?;
        for column in columns
            .iter()
            .filter_map(|name| sheet.column(name))
            .collect::<Vec<_>>()
        {
            let rows = sheet.rows().filter(|row| !row.cell(column).is_empty());
            for row in rows.map(|row| row.index()).collect::<Vec<_>>() {
                sheet.replace(row, &[(column, "")])?;
            }
        }
        Ok(sheet.is_changed().then(|| sheet.to_text()))
    }
}

/// Returns the Message-ID of a mail, with angle brackets (RFC 5322, section 3.6.4).
fn message_id(mail: &[u8]) -> Option<String> {
    const NAME: &str = "message-id:";
    let text = String::from_utf8_lossy(mail);
    let head = text.lines().take_while(|line| !line.is_empty());
    let mut lines = head.skip_while(|line| {
        let name = line.get(..NAME.len());
        !name.is_some_and(|name| name.eq_ignore_ascii_case(NAME))
    });
    let first = lines.next()?.get(NAME.len()..)?;
    // The id may stand on the line behind (RFC 5322, section 2.2.3).
    let folded = lines.take_while(|line| line.starts_with([' ', '\t']));
    let value: String = std::iter::once(first).chain(folded).collect();
    Some(value.trim().to_string())
}

impl Editor<'_> {
    /// Deletes what [`Folder::remains`] has found. Asked again, it goes on where a run was cut short. The sender's lock
    /// must be held: the journal is written anew.
    ///
    /// # Errors
    /// When something cannot be deleted.
    pub fn forget(&self, delivery: Option<&Path>) -> Result<()> {
        let folder = self.folder();
        let (journal, history) = (folder.path(JOURNAL), folder.path(HISTORY));
        for path in folder.remains(delivery)? {
            if path == history {
                if let (Some(text), seen) = (folder.without_reasons()?, disk::read(&history)?) {
                    disk::replace(&history, seen.as_deref(), text.as_bytes(), Access::Personal)?;
                }
                continue;
            }
            if path == journal {
                if let (Some(text), seen) = (folder.without_replies()?, disk::read(&journal)?) {
                    // It becomes shorter, and nothing of what was sent is forgotten.
                    disk::remove(&folder.path(LENGTH))?;
                    disk::replace(&journal, seen.as_deref(), text.as_bytes(), Access::Personal)?;
                }
                continue;
            }
            let removed = match fs::symlink_metadata(&path) {
                Ok(found) if found.is_dir() => fs::remove_dir_all(&path),
                _ => fs::remove_file(&path),
            };
            match removed {
                Err(cause) if cause.kind() != ErrorKind::NotFound => {
                    return Err(Error::file("delete", &path, &cause));
                }
                _ => disk::sync_folder(path.parent().unwrap_or(folder.root()))?,
            }
        }
        Ok(())
    }

    /// Deletes what people need from the memory of imports and from old versions of the list.
    ///
    /// # Errors
    /// When it cannot be saved.
    pub fn forget_needs(&self) -> Result<()> {
        if let Some(text) = self.folder().blanked(IMPORTED, &NEEDS)? {
            let path = self.folder().path(IMPORTED);
            let seen = disk::read(&path)?;
            disk::replace(&path, seen.as_deref(), text.as_bytes(), Access::Personal)?;
        }
        self.forget_undo()?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Mode;

    #[test]
    fn what_a_killed_run_left_half_written_is_deleted_too() {
        let root = tempfile::tempdir().expect("a folder");
        fs::write(root.path().join("event.toml"), "").expect("a file");
        fs::create_dir(root.path().join(OUTBOX)).expect("a folder");
        let left = root.path().join(OUTBOX).join(".plenary-tmp-1-1");
        fs::write(&left, "To: ada@example.org").expect("a file");
        let folder = Folder::at(root.path()).expect("an event folder");
        assert_eq!(folder.remains(None), Ok(vec![left]));
        let editor = folder.edit(Mode::Real).expect("the lock");
        assert_eq!(editor.forget(None), Ok(()));
        assert_eq!(folder.remains(None), Ok(Vec::new()));
    }

    #[test]
    fn why_somebody_came_first_is_deleted_and_what_happened_stays() {
        let root = tempfile::tempdir().expect("a folder");
        fs::write(root.path().join("event.toml"), "").expect("a file");
        let header = "time,code,what,value,why,by\n";
        let line = |why: &str| format!("2024-04-03T10:00:00Z,krt-mwxb,priority,5,{why},edit\n");
        let rest = "2024-04-03T10:00:00Z,krt-mwxb,added,waiting,\"form.csv, line 2\",import\n";
        let history = root.path().join(HISTORY);
        let text = format!("{header}{}{rest}", line("\"ill, and needs a carer\""));
        fs::write(&history, text).expect("a file");
        let folder = Folder::at(root.path()).expect("an event folder");
        assert_eq!(folder.remains(None), Ok(vec![history.clone()]));
        let editor = folder.edit(Mode::Real).expect("the lock");
        assert_eq!(editor.forget(None), Ok(()));
        assert_eq!(folder.remains(None), Ok(Vec::new()));
        let left = fs::read_to_string(&history).expect("a history");
        assert_eq!(left, format!("{header}{}{rest}", line("")));
    }

    #[test]
    fn of_delivered_mails_only_those_of_this_event_are_deleted() {
        let root = tempfile::tempdir().expect("a folder");
        fs::write(root.path().join("event.toml"), "").expect("a file");
        let ours = "<confirmation.krt-mwxb.1@a.example.org>";
        let journal = format!(
            "time,state,kind,person,revision,message_id,server,boot,reply\n\
             2024-04-03T10:00:00Z,accepted,confirmation,krt-mwxb,1,{ours},folder:mails,,\n"
        );
        fs::write(root.path().join(JOURNAL), journal).expect("a journal");
        let mails = root.path().join("mails");
        fs::create_dir(&mails).expect("a folder");
        let mail = |name: &str, id: &str| {
            let text = format!(
                "To: ada@example.org\r\nMessage-Id:\r\n {id}\r\n\r\nMessage-ID: {ours}\r\n"
            );
            fs::write(mails.join(name), text).expect("a mail");
        };
        mail("confirmation-krt-mwxb.eml", ours);
        mail("b.eml", "<confirmation.krt-mwxb.1@b.example.org>");
        fs::write(mails.join("letter.eml"), "x").expect("a letter");
        let folder = Folder::at(root.path()).expect("an event folder");
        let remains = folder.remains(Some(Path::new("mails")));
        assert_eq!(remains, Ok(vec![mails.join("confirmation-krt-mwxb.eml")]));
    }
}
