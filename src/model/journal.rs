use std::fmt;
use std::sync::Arc;

use super::Id;
use crate::error::{Error, Result};

/// What makes two mails the same one: a confirmation to `krt-mwxb` goes out once, however often it is drafted.
/// Meaning to send again is another revision.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MailKey {
    /// What the mail is: `confirmation`.
    pub kind: Id,
    /// Who gets it: the code of a registration, or the id of a speaker.
    pub person: String,
    /// Which one it is of its kind to this person, from 1.
    pub revision: u32,
}

impl MailKey {
    /// Returns kind, person and revision.
    pub fn parts(&self) -> (&Id, &str, u32) {
        (&self.kind, &self.person, self.revision)
    }
}

impl fmt::Display for MailKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // No two keys look the same: ids and codes have dashes in them, and neither a dot nor a plus.
        let dash = if self.kind.as_str().contains('-') {
            '.'
        } else {
            '-'
        };
        write!(f, "{}{dash}{}", self.kind, self.person)?;
        if self.revision > 1 {
            write!(f, "+{}", self.revision)
        } else {
            Ok(())
        }
    }
}

/// What the journal can say about a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailState {
    /// It belongs to the batch that is sent next. Durable before the first of the batch goes out.
    Reserved,
    /// Its final dot is about to go out; without an outcome after it, the mail is in doubt.
    Sending,
    /// The server has taken it over (RFC 5321, section 4.2.5).
    Accepted,
    /// The server will never take it: a 5yz reply.
    Refused,
    /// The server does not take it now: a 4yz reply. It is tried again after a pause.
    Deferred,
    /// It was reserved and not sent after all, for a reason that is not its own: the connection was lost before the dot,
    /// or the run ended first.
    Released,
    /// Nobody can say whether it was taken (RFC 1047).
    Doubtful,
    /// It was in doubt, and a person says that it arrived.
    Sent,
    /// It was in doubt or refused, and a person, or `in_doubt` in event.toml, wants it sent again.
    Resend,
}

impl MailState {
    /// Tells whether a mail of which this was said may have reached somebody.
    pub fn may_have_arrived(self) -> bool {
        matches!(
            self,
            Self::Accepted | Self::Sending | Self::Doubtful | Self::Sent
        )
    }

    /// Returns the word that the journal uses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reserved => "reserved",
            Self::Sending => "sending",
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::Deferred => "deferred",
            Self::Released => "released",
            Self::Doubtful => "doubtful",
            Self::Sent => "sent",
            Self::Resend => "resend",
        }
    }

    /// Takes the word that the journal uses.
    ///
    /// # Errors
    /// When it is none of them.
    pub fn parse(word: &str) -> Result<Self> {
        // The most frequent ones first: there may be a million lines.
        Ok(match word {
            "reserved" => Self::Reserved,
            "sending" => Self::Sending,
            "accepted" => Self::Accepted,
            "refused" => Self::Refused,
            "deferred" => Self::Deferred,
            "released" => Self::Released,
            "doubtful" => Self::Doubtful,
            "sent" => Self::Sent,
            "resend" => Self::Resend,
            _ => {
                let message = format!("the journal does not know the state `{word}`");
                return Err(Error::new(message));
            }
        })
    }
}

/// One line of the journal `mail.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailEntry {
    /// When it was written: RFC 3339, UTC. Most lines share theirs with the one before, as they do what is shared below.
    pub time: Arc<str>,
    /// What happened.
    pub state: MailState,
    /// To which mail.
    pub key: MailKey,
    /// Its Message-ID, with angle brackets (RFC 5322, section 3.6.4).
    pub message_id: String,
    /// Through which server, without user or password.
    pub server: Arc<str>,
    /// What the server answered, or what went wrong.
    pub reply: String,
    /// Which start of this machine wrote the line; after a power cut, reservations of an earlier one are in doubt.
    pub boot: Arc<str>,
}
