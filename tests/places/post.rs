use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use plenary::due::{Told, mailings, reached};
use plenary::mail::{Fate, Kind, Patience, Standing};
use plenary::model::{
    Event, HistoryEntry, MailEntry, MailKey, MailState, Registration, Registrations,
};
use plenary::places::{Past, Reach};

/// A post that delivers what is due, or puts it off while the server is away, and keeps account.
#[derive(Default)]
pub(crate) struct Post {
    pub(crate) away: bool,
    journal: Vec<MailEntry>,
    delivered: BTreeMap<MailKey, usize>,
    /// The deadlines in the drafts that wait.
    waiting: BTreeMap<MailKey, String>,
    /// The last deadline that each person has read.
    read: HashMap<String, String>,
}

impl Post {
    /// Sends what is due, and once more what was put off; not what is about an offer that stands no more.
    pub(crate) fn send(
        &mut self,
        event: &Event,
        list: &Registrations,
        past: &Past<'_>,
        now: DateTime<Utc>,
    ) {
        let standing = self.known();
        let told = Told {
            standing: &standing,
            past,
            put_off: &self.put_off(&standing),
        };
        let due = mailings(event, list, told, now).expect("proper names");
        for mailing in due.mailings {
            for at in mailing.people {
                let person = list.get(at).expect("they are in the list");
                let latest = standing.latest(mailing.kind.name(), person.code());
                let revision = latest.max(1) + u32::from(mailing.again);
                self.waiting.insert(
                    mailing.kind.revision(person.code(), revision),
                    person.get("offer").to_string(),
                );
            }
        }
        let offers = past.offers();
        for (key, deadline) in std::mem::take(&mut self.waiting) {
            let offer = offers.get(&key.person).copied().unwrap_or(1);
            let outdated = Kind::family(&key.kind) == "offer"
                && key.kind != *Kind::offer(offer).expect("a name").name();
            let forbidden = list.find(&key.person).is_ok_and(|person| {
                Kind::of(&key.kind)
                    .forbids(&plenary::mail::Person::Registered(person))
                    .is_some()
            });
            if outdated || forbidden || list.find(&key.person).is_err() {
                continue;
            }
            let state = if self.away {
                self.waiting.insert(key.clone(), deadline);
                MailState::Deferred
            } else {
                *self.delivered.entry(key.clone()).or_default() += 1;
                if !deadline.is_empty() {
                    self.read.insert(key.person.clone(), deadline);
                }
                MailState::Accepted
            };
            self.journal.push(MailEntry {
                time: HistoryEntry::stamp(now).into(),
                state,
                message_id: format!("<{key}@example.org>"),
                key,
                server: SERVER.into(),
                reply: String::new(),
                boot: "boot".into(),
            });
        }
    }

    /// Who knows of their offer.
    pub(crate) fn reached(
        &self,
        list: &Registrations,
        past: &Past<'_>,
        now: DateTime<Utc>,
    ) -> HashMap<String, Reach> {
        let standing = self.known();
        let told = Told {
            standing: &standing,
            past,
            put_off: &self.put_off(&standing),
        };
        reached(list, told, &Patience::at(now)).expect("proper names")
    }

    /// The deadline that somebody has read last.
    pub(crate) fn read_deadline(&self, code: &str) -> Option<&str> {
        self.read.get(code).map(String::as_str)
    }

    /// No mail goes out twice.
    pub(crate) fn check(&self) {
        let twice = self.delivered.iter().find(|(_, count)| **count > 1);
        assert_eq!(twice, None);
    }

    fn known(&self) -> Standing {
        let journal = Arc::new(self.journal.iter().collect());
        Standing::new(&journal, "boot", SERVER)
    }

    fn put_off(&self, standing: &Standing) -> HashSet<MailKey> {
        let waits = self.waiting.keys();
        waits
            .filter(|key| standing.fate(key) == Fate::Deferred)
            .cloned()
            .collect()
    }

    /// Everybody whose place was settled before the last run has been told how they stand.
    pub(crate) fn told_last(&self, person: &Registration) -> &'static str {
        self.known().last(person.code())
    }
}

const SERVER: &str = "smtp://127.0.0.1:2525";
