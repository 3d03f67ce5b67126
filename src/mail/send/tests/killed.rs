//! Ended between any two lines of the journal.

use super::*;
use crate::mail::Fate;
use crate::model::{MailEntry, MailJournal};

/// Runs until the journal has so many lines, and then is killed. Returns the journal and the fates it leads to.
fn killed_after(lines: usize, boot: &str) -> Vec<Fate> {
    let journal: Mutex<Vec<MailEntry>> = Mutex::default();
    let mut server = Server {
        script: "+-~<".chars().collect(),
        carried: Vec::new(),
    };
    let outgoing = outgoing(5);
    let tell = |step: Step<'_>| {
        let mut journal = journal.lock().expect("no panic");
        let now = chrono::DateTime::UNIX_EPOCH;
        journal.extend(step.entries(now, &"smtps://mail.example.org".into(), &"one".into()));
        if journal.len() > lines {
            Err(Error::new("killed"))
        } else {
            Ok(())
        }
    };
    // The run ends at the line after the last that counts.
    let _ = send_by(&outgoing, &mut server, &tell);
    let mut journal = journal.into_inner().expect("no panic");
    journal.truncate(lines);
    let journal = journal.iter().collect::<MailJournal>().into();
    let standing = Standing::new(&journal, boot, "smtps://mail.example.org");
    let mails = outgoing.mails();
    mails.map(|mail| standing.fate(&mail.key)).collect()
}

#[test]
fn a_run_that_is_killed_leaves_one_mail_in_doubt_at_most_and_sends_none_twice() {
    for lines in 0..20 {
        let fates = killed_after(lines, "one");
        let in_doubt = fates
            .iter()
            .filter(|fate| matches!(fate, Fate::InDoubt(_)))
            .count();
        assert!(in_doubt <= 1, "{lines}: {fates:?}");
    }
    let over = [
        Fate::Accepted,
        Fate::Refused,
        Fate::Deferred,
        Fate::Accepted,
        Fate::Accepted,
    ];
    assert_eq!(killed_after(20, "one"), over);
    assert_eq!(killed_after(20, "two"), over);
}
