use std::collections::BTreeMap;

use super::PutOff;
use crate::model::{MailEntry, MailKey, MailState};

/// Where every mail stands, as the journal tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    mails: BTreeMap<MailKey, Record>,
}

/// Where one mail stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What may be done with it.
    pub fate: Fate,
    /// The line that says so, with its time, server, Message-ID and reply.
    pub entry: MailEntry,
    /// How often servers have put it off since it was last accepted, refused or decided about.
    pub put_off: PutOff,
    /// How often it was decided to send it once more.
    pub resent: u32,
}

/// What may be done with a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It has not been sent: send it.
    Free,
    /// Servers have put it off: it may go again, with the same bytes, after a pause.
    Deferred,
    /// It has arrived at a server: never send it again.
    Accepted,
    /// No server will take it as it is: a person has to correct something first.
    Refused,
    /// It may or may not have arrived: a person has to decide.
    InDoubt(Phase),
}

/// How far a mail in doubt had come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It was about to be sent when the machine went down.
    Reserved,
    /// It was being sent when the run was killed.
    Sending,
    /// It was sent whole, and no answer came.
    Unanswered,
}

impl Phase {
    /// Returns what to tell people: "it was being sent when the run was killed".
    pub fn words(self) -> &'static str {
        match self {
            Self::Reserved => "it was about to be sent when the machine went down",
            Self::Sending => "it was being sent when the run was killed",
            Self::Unanswered => "it was sent, and no answer came",
        }
    }
}

impl Standing {
    /// Reads the journal, in its order. `boot` names the present start of the machine; blank if not known. `server` is
    /// the one that mail goes to now, as the journal would write it.
    ///
    /// What was put into a folder has reached nobody: once the event has a real server, it counts as not sent.
    pub fn new(journal: &[MailEntry], boot: &str, server: &str) -> Self {
        let in_a_folder = |server: &str| server.starts_with("folder:");
        let counts = |entry: &&MailEntry| in_a_folder(server) || !in_a_folder(&entry.server);
        let mut mails: BTreeMap<MailKey, Record> = BTreeMap::new();
        for entry in journal.iter().filter(counts) {
            match mails.get_mut(&entry.key) {
                Some(known) => known.learn(entry, boot),
                None => {
                    let mut record = Record {
                        fate: Fate::Free,
                        entry: entry.clone(),
                        put_off: PutOff::default(),
                        resent: 0,
                    };
                    record.learn(entry, boot);
                    mails.insert(entry.key.clone(), record);
                }
            }
        }
        Self { mails }
    }

    /// Returns what may be done with a mail; one that the journal does not know is free.
    pub fn fate(&self, key: &MailKey) -> Fate {
        self.mails.get(key).map_or(Fate::Free, |record| record.fate)
    }

    /// Returns what the journal knows of a mail.
    pub fn record(&self, key: &MailKey) -> Option<&Record> {
        self.mails.get(key)
    }

    /// Returns every mail that the journal knows, by key.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&MailKey, &Record)> {
        self.mails.iter()
    }

    /// Returns the mails about which a person has to decide, by key.
    pub fn in_doubt(&self) -> impl Iterator<Item = (&MailKey, Phase, &MailEntry)> {
        self.mails
            .iter()
            .filter_map(|(key, record)| match record.fate {
                Fate::InDoubt(phase) => Some((key, phase, &record.entry)),
                _ => None,
            })
    }
}

impl Record {
    /// Takes one more line of the journal in.
    fn learn(&mut self, entry: &MailEntry, boot: &str) {
        if stays(self.fate, entry.state) {
            return;
        }
        match entry.state {
            MailState::Deferred => self.put_off.count(entry),
            // Neither says anything about it, nor do a reservation and a mark: pauses go on growing.
            MailState::Released | MailState::Reserved | MailState::Sending => {}
            _ => self.put_off = PutOff::default(),
        }
        self.fate = match (entry.state, self.put_off.times) {
            // Not tried, so still waiting for what it waited for.
            (MailState::Released, 1..) => Fate::Deferred,
            _ => fate(entry, boot),
        };
        self.resent += u32::from(entry.state == MailState::Resend);
        self.entry = entry.clone();
    }
}

/// Tells whether a mail stays what it is, although the journal goes on. A run writes no such line; but two journals may
/// have been merged, and the other machine knew less.
fn stays(known: Fate, state: MailState) -> bool {
    match known {
        Fate::Accepted => state != MailState::Resend,
        Fate::InDoubt(Phase::Unanswered) => !matches!(
            state,
            MailState::Resend | MailState::Sent | MailState::Accepted
        ),
        _ => false,
    }
}

/// Returns what the last line about a mail means for it.
fn fate(entry: &MailEntry, boot: &str) -> Fate {
    // Delivery into a folder writes the same file again: it is harmless whatever happened.
    let repeatable = entry.server.starts_with("folder:");
    match entry.state {
        MailState::Accepted | MailState::Sent => Fate::Accepted,
        MailState::Refused => Fate::Refused,
        MailState::Deferred => Fate::Deferred,
        MailState::Resend | MailState::Released => Fate::Free,
        MailState::Reserved | MailState::Sending if repeatable => Fate::Free,
        // Before the final dot goes out, a line `sending` is given to the system, which keeps it when the process
        // dies. So while the machine has been up, a reservation without that line means: not sent. After a power cut
        // the line itself may be lost, for it is not forced to disk; only reservations are.
        MailState::Reserved if !boot.is_empty() && entry.boot == boot => Fate::Free,
        MailState::Reserved => Fate::InDoubt(Phase::Reserved),
        MailState::Sending => Fate::InDoubt(Phase::Sending),
        MailState::Doubtful => Fate::InDoubt(Phase::Unanswered),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;
    use MailState::{
        Accepted, Deferred, Doubtful, Refused, Released, Resend, Reserved, Sending, Sent,
    };

    const SERVER: &str = "smtps://mail.example.org";

    fn key(person: &str) -> MailKey {
        MailKey {
            kind: Id::parse("confirmation").expect("an id"),
            person: person.to_string(),
            revision: 1,
        }
    }

    fn entry(state: MailState, boot: &str) -> MailEntry {
        MailEntry {
            time: "2024-03-20T08:00:00Z".to_string(),
            state,
            key: key("krt-mwxb"),
            message_id: "<confirmation.krt-mwxb.1@b.example.org>".to_string(),
            server: SERVER.to_string(),
            reply: String::new(),
            boot: boot.to_string(),
        }
    }

    fn after(states: &[MailState], boot: &str, now: &str) -> Fate {
        let journal: Vec<_> = states.iter().map(|state| entry(*state, boot)).collect();
        Standing::new(&journal, now, SERVER).fate(&key("krt-mwxb"))
    }

    #[test]
    fn the_last_line_of_a_mail_says_where_it_stands() {
        let unanswered = Fate::InDoubt(Phase::Unanswered);
        for (states, fate) in [
            (&[][..], Fate::Free),
            (&[Reserved, Sending, Accepted], Fate::Accepted),
            (&[Reserved, Sending, Refused], Fate::Refused),
            (&[Reserved, Sending, Deferred], Fate::Deferred),
            (&[Reserved, Deferred], Fate::Deferred),
            (&[Reserved, Released], Fate::Free),
            (&[Reserved, Sending, Released], Fate::Free),
            (
                &[Reserved, Deferred, Reserved, Sending, Released],
                Fate::Deferred,
            ),
            (&[Reserved, Sending, Doubtful], unanswered),
            (&[Reserved, Sending, Doubtful, Sent], Fate::Accepted),
            (&[Reserved, Sending, Doubtful, Resend], Fate::Free),
            (&[Reserved, Sending, Refused, Resend], Fate::Free),
        ] {
            for (boot, now) in [("one", "one"), ("one", "two"), ("", "")] {
                assert_eq!(
                    after(states, boot, now),
                    fate,
                    "{states:?} {boot:?} {now:?}"
                );
            }
        }
    }

    #[test]
    fn after_a_kill_a_reservation_is_safe_and_a_started_mail_in_doubt() {
        assert_eq!(after(&[Reserved], "one", "one"), Fate::Free);
        assert_eq!(after(&[Deferred, Reserved], "one", "one"), Fate::Free);
        assert_eq!(
            after(&[Reserved, Sending], "one", "one"),
            Fate::InDoubt(Phase::Sending)
        );
    }

    #[test]
    fn after_a_power_cut_a_reservation_is_in_doubt_unless_a_line_follows() {
        for (boot, now) in [("one", "two"), ("", ""), ("one", ""), ("", "one")] {
            assert_eq!(
                after(&[Reserved], boot, now),
                Fate::InDoubt(Phase::Reserved)
            );
            assert_eq!(after(&[Reserved, Deferred], boot, now), Fate::Deferred);
        }
    }

    #[test]
    fn what_arrived_is_never_free_again_unless_a_person_says_so() {
        for later in [Reserved, Sending, Deferred, Doubtful, Refused] {
            assert_eq!(after(&[Accepted, later], "one", "two"), Fate::Accepted);
            assert_eq!(after(&[Sent, later], "one", "two"), Fate::Accepted);
        }
        assert_eq!(after(&[Sent, Resend], "one", "one"), Fate::Free);
    }

    #[test]
    fn an_unanswered_mail_stays_in_doubt_until_a_person_decides() {
        let unanswered = Fate::InDoubt(Phase::Unanswered);
        for later in [Reserved, Sending, Deferred, Refused] {
            assert_eq!(after(&[Doubtful, later], "one", "one"), unanswered);
        }
        assert_eq!(
            after(&[Doubtful, Resend, Deferred], "one", "one"),
            Fate::Deferred
        );
    }

    #[test]
    fn how_often_a_mail_was_put_off_and_sent_once_more_is_counted() {
        let counts = |states: &[MailState]| {
            let journal: Vec<_> = states.iter().map(|state| entry(*state, "one")).collect();
            let standing = Standing::new(&journal, "one", SERVER);
            let record = standing.record(&key("krt-mwxb")).expect("known");
            (record.put_off.times, record.resent)
        };
        let put_off = [Reserved, Sending, Deferred, Reserved, Released, Deferred];
        assert_eq!(counts(&put_off), (2, 0));
        assert_eq!(counts(&[Deferred, Refused, Resend, Deferred]), (1, 1));
        let doubtful = [Sending, Resend, Reserved, Sending, Doubtful, Resend];
        assert_eq!(counts(&doubtful), (0, 2));
    }

    #[test]
    fn nothing_that_goes_into_a_folder_is_in_doubt() {
        let mut line = entry(Sending, "one");
        line.server = "folder:delivered".to_string();
        let standing = Standing::new(std::slice::from_ref(&line), "two", "folder:delivered");
        assert_eq!(standing.fate(&key("krt-mwxb")), Fate::Free);
    }

    #[test]
    fn what_lies_in_a_folder_is_not_sent_once_there_is_a_server() {
        let mut line = entry(Accepted, "one");
        line.server = "folder:delivered".to_string();
        let fate = |server| {
            Standing::new(std::slice::from_ref(&line), "one", server).fate(&key("krt-mwxb"))
        };
        assert_eq!(fate("folder:elsewhere"), Fate::Accepted);
        assert_eq!(fate(SERVER), Fate::Free);
    }

    #[test]
    fn a_mail_in_doubt_comes_with_phase_time_and_message_id() {
        let journal = [entry(Reserved, "one"), entry(Sending, "one")];
        let standing = Standing::new(&journal, "one", SERVER);
        let in_doubt: Vec<_> = standing.in_doubt().collect();
        assert_eq!(in_doubt, [(&key("krt-mwxb"), Phase::Sending, &journal[1])]);
        assert_eq!(standing.fate(&key("another")), Fate::Free);
    }
}
