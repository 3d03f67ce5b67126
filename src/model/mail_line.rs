use std::borrow::Cow;

use super::mail_journal::{Address, MessageId, Packed};
use super::{Id, MailEntry, MailJournal, MailKey, MailState, Word};

/// One line of a [`MailJournal`]; its parts are those of a [`MailEntry`].
#[derive(Clone, Copy, Debug)]
pub struct MailLine<'j> {
    pub(super) journal: &'j MailJournal,
    pub(super) packed: &'j Packed,
}

impl<'j> MailLine<'j> {
    /// Returns when it was written: RFC 3339, UTC.
    pub fn time(self) -> &'j str {
        self.packed.time.of(&self.journal.text)
    }

    /// Returns what was going on.
    pub fn state(self) -> MailState {
        self.packed.state
    }

    /// Returns the kind of the mail.
    pub fn kind(self) -> &'j Id {
        &self.journal.kinds[self.kind_at()]
    }

    /// Returns which of the journal's kinds that is, from 0.
    pub fn kind_at(self) -> usize {
        self.packed.kind as usize
    }

    /// Returns to whom it goes.
    pub fn person(self) -> &'j str {
        match &self.packed.person {
            Address::Short(short) => short.text(),
            Address::Long(span) => span.of(&self.journal.text),
        }
    }

    /// Returns to whom it goes, to be compared with others.
    pub fn word(self) -> Word<'j> {
        match &self.packed.person {
            Address::Short(short) => Word::Short(*short),
            Address::Long(span) => Word::Long(span.of(&self.journal.text)),
        }
    }

    /// Returns which one it is of its kind to this person, from 1.
    pub fn revision(self) -> u32 {
        self.packed.revision
    }

    /// Returns its Message-ID, with angle brackets.
    pub fn message_id(self) -> Cow<'j, str> {
        match self.packed.message_id {
            MessageId::Made { domain } => {
                let domain = self.journal.domains.get(domain);
                let (kind, person) = (self.kind(), self.person());
                format!("<{kind}.{person}.{}@{domain}>", self.revision()).into()
            }
            MessageId::Other(span) => span.of(&self.journal.text).into(),
        }
    }

    /// Returns the server that it went through.
    pub fn server(self) -> &'j str {
        self.journal.servers.get(self.packed.server)
    }

    /// Returns which of the journal's servers that is, from 0.
    pub fn server_at(self) -> usize {
        self.packed.server as usize
    }

    /// Returns which start of the machine that was; blank if not known.
    pub fn boot(self) -> &'j str {
        self.journal.boots.get(self.packed.boot)
    }

    /// Returns what the server said, or what was wrong.
    pub fn reply(self) -> &'j str {
        self.packed.reply.of(&self.journal.text)
    }

    /// Tells whether it is about a mail.
    pub fn is_about(self, key: &MailKey) -> bool {
        self.revision() == key.revision
            && self.word() == Word::of(&key.person)
            && *self.kind() == key.kind
    }

    /// Returns which mail it is about.
    pub fn key(self) -> MailKey {
        MailKey {
            kind: self.kind().clone(),
            person: self.person().to_string(),
            revision: self.revision(),
        }
    }

    /// Returns all of it.
    pub fn entry(self) -> MailEntry {
        MailEntry {
            time: self.time().into(),
            state: self.state(),
            key: self.key(),
            message_id: self.message_id().into_owned(),
            server: self.server().into(),
            reply: self.reply().to_string(),
            boot: self.boot().into(),
        }
    }
}
