use super::*;
use crate::model::{Id, MailEntry, MailKey, MailLine, MailState};

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

/// Returns what the journal says.
fn entries(folder: &Folder) -> Result<Vec<MailEntry>> {
    let journal = folder.journal()?;
    Ok(journal.iter().map(MailLine::entry).collect())
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
    assert_eq!(entries(&folder), Ok(vec![]));
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
    assert_eq!(entries(&folder), Ok(expected));
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
    assert_eq!(entries(&folder), Ok(vec![first.clone()]));
    let next = entry(MailState::Doubtful, "");
    folder
        .journalist(Mode::Real)
        .expect("nobody else sends")
        .note(std::slice::from_ref(&next))
        .expect("written");
    assert_eq!(entries(&folder), Ok(vec![first, next]));
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
    assert_eq!(folder.journal().map(|journal| journal.len()), Ok(2));
    std::fs::write(&path, &old).expect("an old backup");
    let lost = "`mail.csv` is shorter than it was, by 121 bytes: what was sent would be sent again";
    assert_eq!(folder.journal().expect_err("shorter").to_string(), lost);
    let journalist = folder.journalist(Mode::Real);
    assert_eq!(journalist.expect_err("shorter").to_string(), lost);
    std::fs::remove_file(&path).expect("removed");
    let gone = "`mail.csv` is gone: what was sent would be sent again";
    assert_eq!(folder.journal().expect_err("gone").to_string(), gone);
    let journalist = folder.journalist(Mode::Real);
    assert_eq!(journalist.expect_err("gone").to_string(), gone);
    std::fs::remove_file(folder.path(".plenary/journal")).expect("somebody knows better");
    assert_eq!(entries(&folder), Ok(vec![]));
    write();
    assert_eq!(folder.journal().map(|journal| journal.len()), Ok(1));
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

#[test]
fn a_journal_in_other_columns_and_line_ends_is_read_as_well() {
    let (_root, folder) = folder();
    let text = "state,time,kind,person,revision,message_id,server,boot,reply,note\r\n\
                sending,2024-04-10T09:00:00Z,confirmation,krt-mwxb,1,\
                <confirmation.krt-mwxb.1@example.org>,folder:delivered,b00t,\"say \"\"hi\"\"\",x\r\n\r\n";
    std::fs::write(folder.path(FILE), text).expect("written");
    let expected = entry(MailState::Sending, "say \"hi\"");
    assert_eq!(entries(&folder), Ok(vec![expected]));
}

#[test]
fn a_quote_inside_a_cell_is_text() {
    let (_root, folder) = folder();
    let line =
        "2024-04-10T09:00:00Z,sending,confirmation,krt-mwxb,1,,folder:delivered,b00t,say \"hi\"";
    let text = format!("{}\n{line}\n", COLUMNS.join(","));
    std::fs::write(folder.path(FILE), text).expect("written");
    let journal = folder.journal().expect("sound");
    assert_eq!(journal.line(0).reply(), "say \"hi\"");
}

/// Gives a few bytes at a time.
struct Dribble<'b>(&'b [u8], usize);

impl std::io::Read for Dribble<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let few = self.1.min(buffer.len());
        self.0.read(&mut buffer[..few])
    }
}

#[test]
fn a_journal_is_the_same_however_few_bytes_come_at_a_time() {
    let mut written = vec![entry(MailState::Reserved, "")];
    for (person, message_id, reply) in [
        (
            "krt-mwxb",
            "<confirmation.krt-mwxb.1@example.org>",
            "250 ok",
        ),
        (
            "grace-of-the-hall",
            "<confirmation.grace-of-the-hall.1@example.net>",
            "250 2.0.0 \"ok\", ö",
        ),
        ("krt-mwxb", "<confirmation.krt-mwxc.1@example.org>", ""),
        ("krt-mwxb", "<confirmation.krt-mwxb.01@example.org>", ""),
        ("krt-mwxb", "confirmation.krt-mwxb.1@example.org", ""),
        ("krt-mwxb", "", ""),
        (
            "",
            "<confirmation..1@>",
            "a reply that is longer than all the lines before it, for whom there is room to begin with",
        ),
    ] {
        let mut entry = entry(MailState::Accepted, reply);
        (entry.key.person, entry.message_id) = (person.into(), message_id.into());
        entry.server = format!("smtps://{}.example.org", reply.len()).into();
        written.push(entry);
    }
    let (_root, folder) = folder();
    let journalist = folder.journalist(Mode::Real).expect("nobody else sends");
    journalist.note(&written).expect("written");
    let bytes = std::fs::read(folder.path(FILE)).expect("a journal");
    let torn = [&bytes[..], b"2024-04-10T09:00"].concat();
    for few in [1, 2, 7, 64, 1000] {
        for size in [0, 5, 100, bytes.len()] {
            let read = lines::as_written(Dribble(&torn, few), size).expect("no fault");
            let (journal, whole, all) = read.expect("lines as they are written");
            let entries: Vec<MailEntry> = journal.iter().map(MailLine::entry).collect();
            assert_eq!(
                (entries, whole, all),
                (written.clone(), bytes.len(), torn.len())
            );
        }
    }
}
