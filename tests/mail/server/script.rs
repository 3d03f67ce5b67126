use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

/// A moment at which a script can interfere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum At {
    Banner,
    Hello,
    StartTls,
    Auth,
    Mail,
    Rcpt,
    Data,
    /// The first bytes of a message have come in.
    Body,
    /// The final dot has come in, the message is not yet taken.
    Dot,
    /// The message is taken, the client does not know it yet.
    Taken,
    Reset,
    Quit,
}

/// What to do instead of the usual.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    /// Say these bytes. With a yes (2yz, 3yz) the server then goes on as usual; after 421 it hangs up.
    Say(Vec<u8>),
    /// Hang up.
    Drop,
    /// Do nothing for a while, or until the server is stopped or told to hurry; then go on as usual.
    Stall(Duration),
}

impl Act {
    /// One or more lines, each of which gets its CRLF.
    pub(crate) fn say(text: &str) -> Self {
        let lines = text.lines().flat_map(|line| [line, "\r\n"]);
        Self::Say(lines.collect::<String>().into_bytes())
    }
}

/// Makes an encrypted channel out of a connection.
pub(crate) type Upgrade = Arc<dyn Fn(TcpStream) -> io::Result<Box<dyn Channel>> + Send + Sync>;

pub(crate) trait Channel: Read + Write + Send {}
impl<T: Read + Write + Send> Channel for T {}

#[derive(Clone, Default)]
pub(crate) struct Script {
    /// When (the how-manieth time of the server's life, from 1; 0 is every time), and what.
    pub(super) acts: Vec<(At, usize, Act)>,
    pub(super) offers: Vec<String>,
    pub(super) tls: Option<Upgrade>,
    pub(super) tls_first: bool,
    pub(super) lax: bool,
}

impl Script {
    /// Interferes the `nth` time that the moment comes, counted from 1 over all connections.
    pub(crate) fn on(mut self, at: At, nth: usize, act: Act) -> Self {
        self.acts.push((at, nth, act));
        self
    }

    /// Interferes every time.
    pub(crate) fn always(self, at: At, act: Act) -> Self {
        self.on(at, 0, act)
    }

    /// Adds a line to the answer to `EHLO`.
    pub(crate) fn offering(mut self, keyword: &str) -> Self {
        self.offers.push(keyword.into());
        self
    }

    /// Wants a message even when it has turned the recipient down, as RFC 2920 section 3.1 allows.
    pub(crate) fn lax(mut self) -> Self {
        self.lax = true;
        self
    }

    /// Goes over to TLS when asked with `STARTTLS`.
    pub(crate) fn starttls(mut self, upgrade: Upgrade) -> Self {
        self.tls = Some(upgrade);
        self
    }

    /// Speaks TLS from the first byte.
    pub(crate) fn tls_first(mut self, upgrade: Upgrade) -> Self {
        self.tls_first = true;
        self.starttls(upgrade)
    }
}
