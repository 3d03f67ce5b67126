mod course;
mod told;

use std::sync::Arc;

use super::{Kind, PutOff};
use crate::model::{Finder, MailJournal, MailKey, MailLine, Word, order_by_key};
use course::Course;

/// Where every mail stands, and what each person was told, as the journal tells it.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    journal: Arc<MailJournal>,
    /// In the order in which the journal begins to tell of them.
    mails: Vec<Course>,
    /// Where the first mail to each person stands; each leads to the next.
    people: Finder,
    /// By the journal's kinds, the kind of plenary's that each has its rules from.
    families: Vec<&'static str>,
}

/// How many lines the journal mostly has of a mail: reserved, sending, accepted.
const LINES: usize = 3;

/// Where one mail stands.
#[derive(Clone, Copy, Debug)]
pub struct Record<'s> {
    /// What may be done with it.
    pub fate: Fate,
    /// The line that says so, with its key, time, server, Message-ID and reply.
    pub line: MailLine<'s>,
    /// How often servers have put it off since it was last accepted, refused or decided about.
    pub put_off: &'s PutOff,
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
    pub fn new(journal: &Arc<MailJournal>, boot: &str, server: &str) -> Self {
        let in_a_folder = |server: &str| server.starts_with("folder:");
        let counts = journal
            .servers()
            .map(|through| !in_a_folder(through) || in_a_folder(server));
        let counts: Vec<bool> = counts.collect();
        let mut standing = Self {
            journal: Arc::clone(journal),
            mails: Vec::with_capacity(journal.len() / LINES),
            people: Finder::with_capacity(journal.len() / LINES),
            families: journal.kinds().iter().map(Kind::family).collect(),
        };
        let mut last = None;
        for (at, line) in journal.iter().enumerate() {
            // What is said of a mail often follows at once.
            let mail = last
                .filter(|last| standing.is_about(*last, line))
                .unwrap_or_else(|| standing.place(line, at));
            let boot = counts[line.server_at()].then_some(boot);
            standing.mails[mail].learn(line, at, boot);
            last = Some(mail);
        }
        standing
    }

    /// Returns the mail that a line is about; a new one if the journal had not told of it.
    fn place(&mut self, line: MailLine<'_>, at: usize) -> usize {
        let first = self.first(line.word());
        let known = self.chain(first).find(|mail| self.is_about(*mail, line));
        if let Some(mail) = known {
            return mail;
        }
        let new = self.mails.len();
        let mut mail = Course::beginning(at, line.word());
        match first {
            Some(first) => {
                mail.next = self.mails[first].next.replace(new as u32);
                self.mails.push(mail);
            }
            None => {
                self.mails.push(mail);
                let (journal, mails) = (&self.journal, &self.mails);
                self.people.add(new, |at: usize| mails[at].word(journal));
            }
        }
        new
    }

    fn is_about(&self, mail: usize, line: MailLine<'_>) -> bool {
        let known = self.line(&self.mails[mail]);
        known.kind_at() == line.kind_at()
            && known.revision() == line.revision()
            && known.word() == line.word()
    }

    fn line(&self, mail: &Course) -> MailLine<'_> {
        self.journal.line(mail.line as usize)
    }

    /// Returns the first mail to somebody.
    fn first(&self, person: Word<'_>) -> Option<usize> {
        self.people
            .find(person, |at| self.mails[at].word(&self.journal))
    }

    /// Returns the mails to the person whose first one stands there: that one, then the others in no order.
    fn chain(&self, first: Option<usize>) -> impl Iterator<Item = usize> {
        let next = |at: &usize| self.mails[*at].next.map(|next| next as usize);
        std::iter::successors(first, next)
    }

    /// Returns the mails to somebody that count, in no order.
    fn counting(&self, person: &str) -> impl Iterator<Item = &Course> {
        let mails = self
            .chain(self.first(Word::of(person)))
            .map(|at| &self.mails[at]);
        mails.filter(|mail| mail.counts)
    }

    fn known(&self, key: &MailKey) -> Option<&Course> {
        let mut mails = self.counting(&key.person);
        mails.find(|mail| self.line(mail).is_about(key))
    }

    /// Returns what may be done with a mail; one that the journal does not know is free.
    pub fn fate(&self, key: &MailKey) -> Fate {
        self.known(key).map_or(Fate::Free, |mail| mail.fate)
    }

    /// Returns what the journal knows of a mail.
    pub fn record(&self, key: &MailKey) -> Option<Record<'_>> {
        Some(self.tell(self.known(key)?))
    }

    fn tell<'s>(&'s self, mail: &'s Course) -> Record<'s> {
        Record {
            fate: mail.fate,
            line: self.line(mail),
            put_off: mail.put_off(),
            resent: mail.resent,
        }
    }

    /// Returns every mail that the journal knows, in the order in which it begins to tell of them.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Record<'_>> {
        let counting = self.mails.iter().filter(|mail| mail.counts);
        counting.map(|mail| self.tell(mail))
    }

    /// Returns the mails to somebody, in the order in which they went out.
    pub fn to(&self, person: &str) -> Vec<Record<'_>> {
        let mut mails: Vec<_> = self.counting(person).collect();
        order_by_key(&mut mails, |mail| mail.last);
        mails.into_iter().map(|mail| self.tell(mail)).collect()
    }

    /// Returns the mails with a certain fate, by key.
    pub fn with(&self, wanted: impl Fn(Fate) -> bool) -> Vec<Record<'_>> {
        let mut found: Vec<_> = self.iter().filter(|mail| wanted(mail.fate)).collect();
        order_by_key(&mut found, |mail| mail.line.key());
        found
    }

    /// Returns the mails about which a person has to decide, and why, by key.
    pub fn in_doubt(&self) -> impl Iterator<Item = (Record<'_>, Phase)> {
        let found = self.with(|fate| matches!(fate, Fate::InDoubt(_)));
        found.into_iter().filter_map(|mail| match mail.fate {
            Fate::InDoubt(phase) => Some((mail, phase)),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests;
