use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::{Fate, Kind, Letter, Standing, Stationery, Templates};
use crate::error::{Finding, Place, Result};
use crate::model::{Event, MailKey, Registration};

/// What drafting has to know besides the people.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The event that writes.
    pub event: &'a Event,
    /// Its templates.
    pub templates: &'a Templates,
    /// What was sent already.
    pub standing: &'a Standing,
    /// The mails that wait in `outbox/`.
    pub drafted: &'a HashSet<MailKey>,
    /// Returns where a column of somebody's row stands, if it is known.
    pub place: &'a dyn Fn(&Registration, &str) -> Option<Place>,
    /// The date that the mails bear.
    pub now: DateTime<Utc>,
}

/// What came of drafting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafts {
    /// The new drafts, in the order of the list.
    pub letters: Vec<Letter>,
    /// Those who should get a mail and cannot, each with the reason.
    pub findings: Vec<Finding>,
    /// Everybody else.
    pub skipped: Skipped,
}

/// For how many people there was nothing to draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Skipped {
    /// Theirs has been sent.
    pub sent: usize,
    /// Theirs waits in `outbox/`.
    pub drafted: usize,
    /// Nobody knows whether theirs arrived: a person has to decide.
    pub in_doubt: usize,
    /// A server has refused theirs: a person has to correct the address and release it.
    pub refused: usize,
    /// This mail is not for them.
    pub not_due: usize,
}

/// Drafts the mails of a kind that are due and have not been drafted or sent. Asked twice, it drafts nothing twice.
///
/// # Errors
/// When the event names no sender or a template is wrong: then nothing is drafted at all. Somebody who cannot be
/// written to is a finding instead.
pub fn draft<'r>(
    kind: &Kind,
    registrations: impl IntoIterator<Item = &'r Registration>,
    desk: &Desk<'_>,
) -> Result<Drafts> {
    let mut registrations = registrations.into_iter().peekable();
    let somebody = registrations.peek().copied();
    let stationery = Stationery::new(kind, desk.event, desk.templates, somebody)?;
    let mut drafts = Drafts::default();
    let mut seen: HashSet<String> = HashSet::new();
    for person in registrations {
        let code = person.code();
        if person.status().is_none() {
            // It may mean `confirmed`, with a slip: nobody is left out in silence.
            let message = format!("`{code}`: `{}` is no status", person.get("status"));
            let finding = Finding::error("status", message)
                .maybe_at((desk.place)(person, "status"))
                .hint("correct it: until then they get no mail");
            drafts.findings.push(finding);
            continue;
        }
        if !kind.is_due(person) {
            drafts.skipped.not_due += 1;
            continue;
        }
        // Compared without case, as some file systems compare the names of drafts.
        if !code.is_empty() && !seen.insert(code.to_lowercase()) {
            let message = format!("`{code}` is the code of more than one person");
            let finding = Finding::error("repeated-code", message)
                .maybe_at((desk.place)(person, "code"))
                .hint("give this one another code: a mail is known by its code, and they get none like this");
            drafts.findings.push(finding);
            continue;
        }
        let key = kind.key(code);
        match desk.standing.fate(&key) {
            Fate::Accepted => drafts.skipped.sent += 1,
            Fate::InDoubt(_) => drafts.skipped.in_doubt += 1,
            Fate::Refused => drafts.skipped.refused += 1,
            Fate::Free | Fate::Deferred if desk.drafted.contains(&key) => {
                drafts.skipped.drafted += 1;
            }
            Fate::Free | Fate::Deferred => match stationery.compose(person, desk.now)? {
                Ok(letter) => drafts.letters.push(letter),
                Err((column, finding)) => {
                    let place = (desk.place)(person, column);
                    drafts.findings.push(finding.maybe_at(place));
                }
            },
        }
    }
    Ok(drafts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::sample;
    use crate::model::{MailEntry, MailState, Registrations};

    /// People with a code, each with one column that is not as usual.
    fn people(rows: &[(&str, &str, &str)]) -> Registrations {
        let mut list = Registrations::default();
        for (code, column, value) in rows {
            list.push(sample::person(&[("code", code), (column, value)]));
        }
        list
    }

    fn journal(code: &str, state: MailState) -> MailEntry {
        let kind = Kind::named("confirmation").expect("a kind");
        MailEntry {
            time: String::new(),
            state,
            key: kind.key(code),
            message_id: String::new(),
            server: String::new(),
            reply: String::new(),
            boot: String::new(),
        }
    }

    fn drafted(list: &Registrations, standing: &Standing, waiting: &[&str]) -> Result<Drafts> {
        let kind = Kind::named("confirmation")?;
        let desk = Desk {
            event: &sample::event(),
            templates: &Templates::default(),
            standing,
            drafted: &waiting.iter().map(|code| kind.key(code)).collect(),
            place: &|person, column| Some(Place::file(format!("{}/{column}", person.code()))),
            now: "2024-03-20T08:05:09Z".parse().expect("a time"),
        };
        draft(&kind, list, &desk)
    }

    fn names(drafts: &Drafts) -> Vec<String> {
        let letters = drafts.letters.iter();
        letters.map(|letter| letter.draft.file_name()).collect()
    }

    #[test]
    fn everybody_due_is_drafted_once_and_the_rest_counted() {
        let list = people(&[
            ("new", "note", ""),
            ("again", "note", ""),
            ("released", "note", ""),
            ("sent", "note", ""),
            ("doubtful", "note", ""),
            ("refused", "note", ""),
            ("waits", "note", ""),
            ("pending", "status", ""),
            ("gone", "status", "cancelled"),
        ]);
        let standing = Standing::new(
            &[
                journal("again", MailState::Deferred),
                journal("released", MailState::Resend),
                journal("sent", MailState::Accepted),
                journal("doubtful", MailState::Doubtful),
                journal("refused", MailState::Refused),
            ],
            "",
            "smtps://mail.example.org",
        );
        let drafts = drafted(&list, &standing, &["waits", "sent"]).expect("sound");
        assert_eq!(
            names(&drafts),
            [
                "confirmation-new.eml",
                "confirmation-again.eml",
                "confirmation-released.eml"
            ]
        );
        assert_eq!(drafts.findings, []);
        let skipped = Skipped {
            sent: 1,
            drafted: 1,
            in_doubt: 1,
            refused: 1,
            not_due: 2,
        };
        assert_eq!(drafts.skipped, skipped);
    }

    #[test]
    fn whoever_cannot_be_written_to_is_a_finding_and_the_others_get_theirs() {
        let list = people(&[
            ("one", "name", "Ada\r\nBcc: x@example.org"),
            ("two", "email", "ada@"),
            ("slip", "status", "confirmd"),
            ("three", "note", ""),
            ("Three", "note", ""),
            ("", "note", ""),
        ]);
        let drafts = drafted(&list, &Standing::default(), &[]).expect("sound");
        assert_eq!(names(&drafts), ["confirmation-three.eml"]);
        let found: Vec<_> = drafts
            .findings
            .iter()
            .map(|finding| (finding.rule, finding.places[0].file.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                ("hostile-name", "one/name"),
                ("email", "two/email"),
                ("status", "slip/status"),
                ("repeated-code", "Three/code"),
                ("odd-code", "/code"),
            ]
        );
    }

    #[test]
    fn without_a_sender_nothing_is_drafted() {
        let kind = Kind::named("confirmation").expect("a kind");
        let mut event = sample::event();
        event.mail.from = None;
        let desk = Desk {
            event: &event,
            templates: &Templates::default(),
            standing: &Standing::default(),
            drafted: &HashSet::new(),
            place: &|_, _| None,
            now: DateTime::UNIX_EPOCH,
        };
        assert!(draft(&kind, &people(&[]), &desk).is_err());
    }
}
