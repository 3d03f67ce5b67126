//! What arrived, and the promise about it.

use std::collections::BTreeMap;

use crate::event::{Event, Person};
use crate::server::Record;

/// The header of every mail.
pub(crate) const HEADERS: [&str; 9] = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
    "MIME-Version",
    "Content-Type",
];

/// Returns the codes of those whose mail a server has taken, in the order in which it took them.
pub(crate) fn taken(record: &Record) -> Vec<String> {
    let messages = record.messages.iter();
    messages.map(|message| code(&message.bytes)).collect()
}

/// Returns for whom a mail is, as its Message-ID says.
pub(crate) fn code(message: &[u8]) -> String {
    let text = String::from_utf8_lossy(message);
    let id = text
        .lines()
        .find_map(|line| line.strip_prefix("Message-ID: <confirmation."))
        .expect("a Message-ID");
    id.split('.').next().expect("a code").to_owned()
}

/// Returns whose mail `plenary mail status` lists as in doubt.
pub(crate) fn in_doubt(event: &Event) -> Vec<String> {
    let status = event.run("mail status --json");
    let status: serde_json::Value = serde_json::from_str(&status.answer).expect("one document");
    let mails = status["mails"].as_array().expect("a list").iter();
    mails
        .filter(|mail| mail["state"] == "in doubt")
        .map(|mail| mail["person"].as_str().expect("a code").to_owned())
        .collect()
}

/// Checks the promise: each of these people got one mail; only one whose mail is in doubt may have got none.
pub(crate) fn check_once_each(people: &[Person], taken: &[String], in_doubt: &[String]) {
    let mut copies: BTreeMap<&str, usize> = people
        .iter()
        .map(|person| (person.code.as_str(), 0))
        .collect();
    for code in taken {
        *copies.get_mut(code.as_str()).expect("somebody of the list") += 1;
    }
    let missed =
        |(code, count): &(&&str, &usize)| **count == 0 && !in_doubt.iter().any(|one| one == **code);
    let missed: Vec<_> = copies.iter().filter(missed).collect();
    let twice: Vec<_> = copies.iter().filter(|(_, count)| **count > 1).collect();
    assert!(
        missed.is_empty() && twice.is_empty(),
        "missed: {missed:?}, more than once: {twice:?}, in doubt: {in_doubt:?}"
    );
}
