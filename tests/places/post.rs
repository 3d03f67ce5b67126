use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use plenary::due::{Told, mailings};
use plenary::mail::{History, Standing};
use plenary::model::{
    Event, HistoryEntry, MailEntry, MailKey, MailState, Registration, Registrations,
};
use plenary::places::Past;

/// A post that delivers everything at once, and keeps account.
#[derive(Default)]
pub(crate) struct Post {
    journal: Vec<MailEntry>,
    delivered: BTreeMap<MailKey, usize>,
}

impl Post {
    /// Sends what is due.
    pub(crate) fn send(
        &mut self,
        event: &Event,
        list: &Registrations,
        past: &Past<'_>,
        now: DateTime<Utc>,
    ) {
        let standing = Standing::new(&self.journal, "boot", SERVER);
        let history = History::new(&self.journal, &standing);
        let told = Told {
            standing: &standing,
            history: &history,
            past,
        };
        let due = mailings(event, list, told, now).expect("proper names");
        let mut keys = Vec::new();
        for mailing in due {
            for at in mailing.people {
                let code = list.get(at).map_or("", Registration::code);
                let latest = history.latest(mailing.kind.name(), code);
                keys.push(
                    mailing
                        .kind
                        .revision(code, if mailing.again { latest + 1 } else { 1 }),
                );
            }
        }
        for key in keys {
            *self.delivered.entry(key.clone()).or_default() += 1;
            self.journal.push(MailEntry {
                time: HistoryEntry::stamp(now),
                state: MailState::Accepted,
                message_id: format!("<{key}@example.org>"),
                key,
                server: SERVER.to_string(),
                reply: String::new(),
                boot: "boot".to_string(),
            });
        }
    }

    /// No mail goes out twice.
    pub(crate) fn check(&self) {
        let twice = self.delivered.iter().find(|(_, count)| **count > 1);
        assert_eq!(twice, None);
    }
}

const SERVER: &str = "smtp://127.0.0.1:2525";
