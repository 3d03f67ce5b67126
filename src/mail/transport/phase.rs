use std::fmt;

/// A step of the conversation with a mail server, in the order in which they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// The server's greeting, before anything was said.
    Banner,
    /// `EHLO`: who we are, and what the server can do.
    Hello,
    /// `STARTTLS` (RFC 3207).
    StartTls,
    /// `AUTH` (RFC 4954).
    Auth,
    /// `MAIL FROM`: the sender.
    Mail,
    /// `RCPT TO`: the recipient.
    Rcpt,
    /// `DATA`: permission to hand the message over.
    Data,
    /// The message with its final dot; from here on the server may own the mail (RFC 5321 section 6.1).
    Dot,
}

impl Phase {
    /// Returns the word for it, as journal, tables and JSON spell it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Banner => "banner",
            Self::Hello => "hello",
            Self::StartTls => "starttls",
            Self::Auth => "auth",
            Self::Mail => "mail",
            Self::Rcpt => "rcpt",
            Self::Data => "data",
            Self::Dot => "dot",
        }
    }
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
