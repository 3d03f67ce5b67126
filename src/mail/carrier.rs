use super::Draft;
use crate::error::Result;

/// What takes mails away, one by one: a mail server, or a folder.
pub trait Carrier {
    /// Gets ready to carry: connects, if need be. Called before mails are reserved, so that a server which is away
    /// leaves no trace in the journal, however often it is tried.
    ///
    /// # Errors
    /// When no mail can be carried now.
    fn ready(&mut self) -> Result<()> {
        Ok(())
    }

    /// Waits until the next mail may go, where a rate is to be kept.
    ///
    /// # Errors
    /// When that is too long to wait for.
    fn turn(&mut self) -> Result<()> {
        Ok(())
    }

    /// Carries one mail; `next` is the one that comes after it, in case it helps to know. Calls `mark` exactly once just
    /// before the octets go out after which the other side may count the mail as delivered: over SMTP, before the final
    /// dot (RFC 5321, section 4.1.1.4). Where carrying the same mail again changes nothing, `mark` need not be called.
    ///
    /// # Errors
    /// When the run cannot go on: the server is away, does not take the password, or `mark` failed. After a failed
    /// `mark` the dot must not go out.
    fn carry(
        &mut self,
        draft: &Draft,
        next: Option<&Draft>,
        mark: &mut dyn FnMut() -> Result<()>,
    ) -> Result<Delivery>;

    /// Hears that the mail which it was told of as the next one does not come.
    fn withdrawn(&mut self) {}

    /// Takes leave of the other side, once nothing more is to be carried.
    fn leave(&mut self) {}
}

/// What became of a mail. Replies are as the other side gave them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The other side has taken it over (RFC 5321, section 4.2.5).
    Accepted {
        /// Its reply, which often has the number that it gave to the mail.
        reply: String,
    },
    /// The other side will never take it: a 5yz reply.
    Refused {
        /// Its reply.
        reply: String,
        /// Whether every other mail would be refused like this one, as after a 5yz reply to `MAIL FROM`.
        stop: bool,
    },
    /// The other side does not take it now: a 4yz reply.
    Deferred {
        /// Its reply.
        reply: String,
    },
    /// The connection was lost before the mail could have been taken, or the other side took its leave instead (421).
    /// It says nothing about the mail. Carrying it again connects anew.
    NotSent {
        /// What happened.
        why: String,
    },
    /// The mail was sent whole, and no reply came: nobody can say whether it was taken (RFC 1047).
    InDoubt {
        /// What happened.
        why: String,
    },
}

/// Delivers into a folder. `write` takes a file name and content, and does not return before the file is safe on disk;
/// writing the same file again is harmless, so that nothing is ever in doubt.
#[derive(Debug)]
pub struct Folder<W> {
    write: W,
}

impl<W: FnMut(&str, &[u8]) -> Result<()>> Folder<W> {
    /// A folder that is written to by `write`.
    pub fn new(write: W) -> Self {
        Self { write }
    }
}

impl<W: FnMut(&str, &[u8]) -> Result<()>> Carrier for Folder<W> {
    fn carry(
        &mut self,
        draft: &Draft,
        _: Option<&Draft>,
        _: &mut dyn FnMut() -> Result<()>,
    ) -> Result<Delivery> {
        let name = draft.file_name();
        (self.write)(&name, &draft.bytes)?;
        Ok(Delivery::Accepted {
            reply: format!("written to {name}"),
        })
    }
}
