use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::PutOff;
use crate::model::{Finder, MailEntry, MailKey, MailState};

/// Where every mail stands, as the journal tells it.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// By key.
    mails: Vec<Record>,
    finder: Finder,
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
    /// The last line of the journal about it, from 0.
    pub(super) line: usize,
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
        let mut places: HashMap<&MailKey, usize, RandomState> = HashMap::default();
        let mut known: Vec<Course<'_>> = Vec::new();
        for (line, entry) in journal.iter().enumerate() {
            let at = *places.entry(&entry.key).or_insert(known.len());
            if at == known.len() {
                known.push(Course::of(entry));
            }
            known[at].line = line;
            if counts(&entry) {
                known[at].learn(entry, boot);
            }
        }
        known.retain(|course| course.counts);
        known.sort_unstable_by(|one, other| one.entry.key.cmp(&other.entry.key));
        let mails: Vec<Record> = known.into_iter().map(Course::record).collect();
        let mut finder = Finder::with_capacity(mails.len());
        for at in 0..mails.len() {
            finder.add(at, |at| &mails[at].entry.key);
        }
        Self { mails, finder }
    }

    /// Returns what may be done with a mail; one that the journal does not know is free.
    pub fn fate(&self, key: &MailKey) -> Fate {
        self.record(key).map_or(Fate::Free, |record| record.fate)
    }

    /// Returns what the journal knows of a mail.
    pub fn record(&self, key: &MailKey) -> Option<&Record> {
        let at = self.finder.find(key, |at| &self.mails[at].entry.key)?;
        self.mails.get(at)
    }

    /// Returns every mail that the journal knows, by key.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&MailKey, &Record)> {
        self.mails.iter().map(|record| (&record.entry.key, record))
    }

    /// Returns the mails about which a person has to decide, by key.
    pub fn in_doubt(&self) -> impl Iterator<Item = (&MailKey, Phase, &MailEntry)> {
        self.iter().filter_map(|(key, record)| match record.fate {
            Fate::InDoubt(phase) => Some((key, phase, &record.entry)),
            _ => None,
        })
    }
}

/// How a mail has fared so far, while the journal is read.
struct Course<'j> {
    fate: Fate,
    entry: &'j MailEntry,
    put_off: PutOff,
    resent: u32,
    line: usize,
    /// Whether any line about it counts.
    counts: bool,
}

impl<'j> Course<'j> {
    fn of(entry: &'j MailEntry) -> Self {
        Self {
            fate: Fate::Free,
            entry,
            put_off: PutOff::default(),
            resent: 0,
            line: 0,
            counts: false,
        }
    }

    fn record(self) -> Record {
        Record {
            fate: self.fate,
            entry: self.entry.clone(),
            put_off: self.put_off,
            resent: self.resent,
            line: self.line,
        }
    }

    /// Takes one more line of the journal in.
    fn learn(&mut self, entry: &'j MailEntry, boot: &str) {
        if !std::mem::replace(&mut self.counts, true) {
            self.entry = entry;
        }
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
        self.entry = entry;
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
        MailState::Reserved if !boot.is_empty() && *entry.boot == *boot => Fate::Free,
        MailState::Reserved => Fate::InDoubt(Phase::Reserved),
        MailState::Sending => Fate::InDoubt(Phase::Sending),
        MailState::Doubtful => Fate::InDoubt(Phase::Unanswered),
    }
}

#[cfg(test)]
mod tests;
