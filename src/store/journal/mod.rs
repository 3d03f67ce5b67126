mod journalist;
mod memory;

pub use journalist::Journalist;

use memory::Memory;

use std::fs::OpenOptions;
use std::sync::Arc;

use super::disk::{self, Access};
use super::tail::whole_lines;
use super::{Folder, Lock, Mode};
use crate::error::{Error, Exit, Finding, Result};
use crate::model::{Id, MailEntry, MailKey, MailState};
use crate::sheet::Sheet;

/// The memory of what was sent to whom. It holds codes, no names and no addresses.
const FILE: &str = "mail.csv";

const COLUMNS: [&str; 9] = [
    "time",
    "state",
    "kind",
    "person",
    "revision",
    "message_id",
    "server",
    "boot",
    "reply",
];

impl Folder {
    /// Reads the journal; nothing if it does not exist. A last line that an interrupted write left torn is left out:
    /// what it was about to say had not happened yet, or counts as in doubt without it.
    ///
    /// # Errors
    /// When the journal is damaged, with the line. Forgetting what was sent would send it again.
    pub fn journal(&self) -> Result<Vec<MailEntry>> {
        let bytes = disk::read(&self.path(FILE))?;
        let whole = bytes.as_ref().map(|bytes| &bytes[..whole_lines(bytes)]);
        let entries = whole.map_or(Ok(Vec::new()), |whole| self.entries(whole))?;
        Memory::of(self, whole.map(<[u8]>::len))?;
        Ok(entries)
    }

    fn entries(&self, bytes: &[u8]) -> Result<Vec<MailEntry>> {
        if bytes.is_empty() {
            // It is made with its header in one piece, so somebody has emptied it.
            return Err(Error::new(
                "`mail.csv` is there but blank: what was sent would be sent again",
            )
            .hint("take it from a backup; if nothing was ever sent, remove the file"));
        }
        let text = Arc::new(disk::text(&self.path(FILE), FILE, bytes.to_vec())?);
        let damaged = |finding: Finding| {
            finding.hint("plenary writes this file alone; take the line from a backup, or ask `git log` who changed it")
        };
        let sheet = Sheet::read_shared(Arc::clone(&text), None).map_err(|faults| {
            Error::from_findings(
                faults
                    .iter()
                    .map(|fault| damaged(fault.finding(FILE, &text)))
                    .collect(),
            )
        })?;
        if sheet.header().is_empty() {
            return Ok(Vec::new());
        }
        let Some(columns) = COLUMNS
            .iter()
            .map(|name| sheet.column(name))
            .collect::<Option<Vec<_>>>()
        else {
            return Err(Error::new("the header of `mail.csv` is not the journal's")
                .hint(format!("its first line must be {}", COLUMNS.join(","))));
        };
        let mut findings: Vec<_> = sheet
            .doubts()
            .iter()
            .map(|doubt| damaged(doubt.finding(FILE, &text)))
            .collect();
        let mut entries: Vec<MailEntry> = Vec::new();
        let mut cells = Vec::new();
        for row in sheet.rows() {
            cells.clear();
            cells.extend(row.cells());
            let cell = |at: usize| cells.get(columns[at]).map_or("", |cell| cell.as_ref());
            match entry(&cell, entries.last()) {
                Ok(entry) => entries.push(entry),
                Err(error) => {
                    findings.extend(
                        error
                            .findings
                            .into_iter()
                            .map(|finding| damaged(finding.at(row.place(FILE, 1)))),
                    );
                }
            }
        }
        if findings.is_empty() {
            Ok(entries)
        } else {
            Err(Error::from_findings(findings))
        }
    }

    /// Takes the sender's place, of which there is one: it alone may send and write the journal. Unlike the
    /// [`Editor`](super::Editor)'s, this lock is kept while mails go out; it keeps nobody from editing.
    ///
    /// # Errors
    /// When another run is sending, with exit code 75, or the journal is damaged.
    pub fn journalist(&self, mode: Mode) -> Result<Journalist> {
        if mode == Mode::DryRun {
            return Journalist::idle(self.journal()?);
        }
        disk::private_folder(&self.path(".plenary"))?;
        let lock = Lock::take(&self.path(".plenary/mail.lock"))?.ok_or_else(|| {
            Error::new("another run of plenary is sending mail for this event")
                .hint("`plenary mail status` shows how far it is")
                .exit(Exit::TryLater)
        })?;
        let path = self.path(FILE);
        let failed = |cause: std::io::Error| Error::file("write", &path, &cause);
        let bytes = match disk::read(&path)? {
            Some(bytes) => bytes,
            None => {
                Memory::of(self, None)?;
                let header = format!("{}\n", COLUMNS.join(",")).into_bytes();
                disk::replace(&path, None, &header, Access::Personal)?;
                header
            }
        };
        let whole = whole_lines(&bytes);
        let known = self.entries(&bytes[..whole])?;
        let memory = Memory::of(self, Some(whole))?;
        let opened = OpenOptions::new()
            .append(true)
            .open(&path)
            .map_err(failed)?;
        if whole < bytes.len() {
            // The next line must not be glued onto the torn one.
            opened.set_len(whole as u64).map_err(failed)?;
        }
        // From now on, so that not even a run that is killed leaves it to be forgotten.
        memory.keep(&opened);
        Journalist::writing((opened, path.clone()), (memory, lock), known)
    }
}

/// Takes one line; what it has in common with the one before is kept once.
fn entry<'c>(cell: &impl Fn(usize) -> &'c str, before: Option<&MailEntry>) -> Result<MailEntry> {
    let shared = |at: usize, of: fn(&MailEntry) -> &Arc<str>| match before.map(of) {
        Some(before) if **before == *cell(at) => Arc::clone(before),
        _ => Arc::from(cell(at)),
    };
    let (kind, revision) = (cell(2), cell(4));
    Ok(MailEntry {
        time: shared(0, |entry| &entry.time),
        state: MailState::parse(cell(1))?,
        key: MailKey {
            kind: match before.map(|before| &before.key.kind) {
                Some(before) if before.as_str() == kind => before.clone(),
                _ => Id::parse(kind)?,
            },
            person: cell(3).to_string(),
            revision: revision
                .parse()
                .map_err(|_| Error::new(format!("`{revision}` is no revision")))?,
        },
        message_id: cell(5).to_string(),
        server: shared(6, |entry| &entry.server),
        boot: shared(7, |entry| &entry.boot),
        reply: cell(8).to_string(),
    })
}

/// Returns which start of this machine it is; blank where the system does not say, which counts as another one.
pub fn boot_id() -> String {
    let id = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
    id.trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(state: MailState, reply: &str) -> MailEntry {
        MailEntry {
            time: "2024-04-10T09:00:00Z".into(),
            state,
            key: MailKey {
                kind: Id::parse("confirmation").expect("an id"),
                person: "krt-mwxb".into(),
                revision: 1,
            },
            message_id: "<confirmation.krt-mwxb.1@example.org>".into(),
            server: "folder:delivered".into(),
            reply: reply.into(),
            boot: "b00t".into(),
        }
    }

    fn folder() -> (tempfile::TempDir, Folder) {
        let root = tempfile::tempdir().expect("a folder");
        std::fs::write(root.path().join("event.toml"), "").expect("a file");
        let folder = Folder::at(root.path()).expect("an event folder");
        (root, folder)
    }

    #[test]
    fn what_is_written_is_read_again() {
        let (_root, folder) = folder();
        assert_eq!(folder.journal(), Ok(vec![]));
        let written = [
            entry(MailState::Reserved, ""),
            entry(MailState::Accepted, "250 ok, \"queued\"\r\nas 7"),
        ];
        folder
            .journalist(Mode::Real)
            .expect("nobody else sends")
            .reserve(&written)
            .expect("written");
        let mut expected = written.to_vec();
        expected[1].reply = "250 ok, \"queued\"  as 7".into();
        assert_eq!(folder.journal(), Ok(expected));
    }

    #[test]
    fn a_torn_last_line_is_left_out_and_damages_nothing() {
        let (_root, folder) = folder();
        let first = entry(MailState::Sending, "");
        folder
            .journalist(Mode::Real)
            .expect("nobody else sends")
            .note(std::slice::from_ref(&first))
            .expect("written");
        let path = folder.path(FILE);
        let mut bytes = std::fs::read(&path).expect("the journal");
        bytes.extend("2024-04-10T09:00:01Z,accepted,confirmation,krt-mwxb,1,,,,\"250 é".as_bytes());
        bytes.pop();
        std::fs::write(&path, &bytes).expect("torn");
        assert_eq!(folder.journal(), Ok(vec![first.clone()]));
        let next = entry(MailState::Doubtful, "");
        folder
            .journalist(Mode::Real)
            .expect("nobody else sends")
            .note(std::slice::from_ref(&next))
            .expect("written");
        assert_eq!(folder.journal(), Ok(vec![first, next]));
    }

    #[test]
    fn a_damaged_journal_stops_everything() {
        let (_root, folder) = folder();
        let header = COLUMNS.join(",");
        std::fs::write(
            folder.path(FILE),
            format!("{header}\nx,sent-off,confirmation,krt-mwxb,1,,,,\n"),
        )
        .expect("damaged");
        let error = folder.journal().expect_err("no such state");
        assert_eq!(
            error.to_string(),
            "the journal does not know the state `sent-off`"
        );
        assert_eq!(error.findings[0].places[0].line, 2);
    }

    #[test]
    fn a_journal_that_was_emptied_is_no_new_journal() {
        let (_root, folder) = folder();
        std::fs::write(folder.path(FILE), "").expect("emptied");
        assert!(folder.journal().is_err());
        assert!(folder.journalist(Mode::Real).is_err());
    }

    #[test]
    fn a_journal_that_has_lost_lines_is_noticed() {
        let (_root, folder) = folder();
        let write = || {
            let journalist = folder.journalist(Mode::Real).expect("nobody else sends");
            journalist
                .reserve(&[entry(MailState::Accepted, "250 ok")])
                .expect("written");
        };
        write();
        let path = folder.path(FILE);
        let old = std::fs::read(&path).expect("the journal");
        write();
        assert_eq!(folder.journal().map(|entries| entries.len()), Ok(2));
        std::fs::write(&path, &old).expect("an old backup");
        let lost =
            "`mail.csv` is shorter than it was, by 121 bytes: what was sent would be sent again";
        assert_eq!(folder.journal().expect_err("shorter").to_string(), lost);
        let journalist = folder.journalist(Mode::Real);
        assert_eq!(journalist.expect_err("shorter").to_string(), lost);
        std::fs::remove_file(&path).expect("removed");
        let gone = "`mail.csv` is gone: what was sent would be sent again";
        assert_eq!(folder.journal().expect_err("gone").to_string(), gone);
        let journalist = folder.journalist(Mode::Real);
        assert_eq!(journalist.expect_err("gone").to_string(), gone);
        std::fs::remove_file(folder.path(".plenary/journal")).expect("somebody knows better");
        assert_eq!(folder.journal(), Ok(vec![]));
        write();
        assert_eq!(folder.journal().map(|entries| entries.len()), Ok(1));
    }

    #[test]
    fn only_one_run_sends() {
        let (_root, folder) = folder();
        let _first = folder.journalist(Mode::Real).expect("nobody else sends");
        assert_eq!(
            folder
                .journalist(Mode::Real)
                .expect_err("one is enough")
                .exit,
            Exit::TryLater
        );
    }
}
