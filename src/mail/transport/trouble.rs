use std::fmt;
use std::io::{self, ErrorKind};
use std::time::Duration;

use super::reply::{Reply, shown};
use super::{Phase, Security, SmtpServer, tls};
use crate::error::{Error, Exit};

/// Why no reply came.
#[derive(Debug)]
pub(super) enum Broken {
    /// The server closed the connection, politely or not.
    Closed,
    /// The time was up.
    Silent(Duration),
    /// What came was no SMTP reply; the beginning of it.
    Garbage(String),
    /// A reply went on and on.
    Endless,
    /// A reply came without a command, safe to show.
    Unasked(String),
    /// The server has said that it hangs up (RFC 5321 section 3.8); safe to show.
    Goodbye(String),
    /// A reply that has no place here, such as "go ahead" to `EHLO`; safe to show.
    Unfit(String),
    /// Plain text came where encryption should have begun.
    Injected,
    /// TLS failed.
    Tls(rustls::Error),
    /// The system said no.
    Io(String),
}

impl Broken {
    pub(super) fn from_io(error: io::Error, patience: Duration) -> Self {
        let tls = error
            .get_ref()
            .and_then(|inner| inner.downcast_ref::<rustls::Error>());
        if let Some(tls) = tls {
            return Self::Tls(tls.clone());
        }
        match error.kind() {
            ErrorKind::UnexpectedEof
            | ErrorKind::BrokenPipe
            | ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::NotConnected
            | ErrorKind::WriteZero => Self::Closed,
            ErrorKind::TimedOut => Self::Silent(patience),
            _ => Self::Io(reason(&error)),
        }
    }

    /// Says it as an error of the whole run.
    pub(super) fn while_opening(self, server: &SmtpServer, phase: Phase) -> Error {
        let address = server.address();
        match self {
            Self::Tls(cause) => tls::explain(server, &cause),
            Self::Garbage(_) | Self::Endless | Self::Unasked(_) | Self::Unfit(_) => Error::new(format!(
                "`{address}` does not speak SMTP as it should ({phase}): {self}"
            ))
            .hint("check host and port of `server` in event.toml; another program may answer there"),
            Self::Injected => Error::new(format!("`{address}`: {self}")).hint(
                "somebody on the way may be tampering with the connection; try another network, or `smtps://`",
            ),
            Self::Silent(_) if server.security() == Security::StartTls && phase == Phase::Banner => {
                away(&format!("the mail server `{address}` says nothing ({phase}): {self}")).hint(
                    "nothing was sent; if the port speaks TLS from the start, as 465 does, write `smtps://` in `server` \
                     of event.toml",
                )
            }
            Self::Closed | Self::Silent(_) | Self::Goodbye(_) | Self::Io(_) => {
                away(&format!("the mail server `{address}` is away ({phase}): {self}"))
            }
        }
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Closed => f.write_str("the server closed the connection"),
            Self::Silent(patience) => write!(f, "no answer within {patience:?}"),
            Self::Garbage(text) => write!(f, "no SMTP reply but `{}`", shown(text)),
            Self::Endless => f.write_str("a reply without end"),
            Self::Unasked(reply) => write!(f, "a reply that nobody had asked for: {reply}"),
            Self::Goodbye(reply) => f.write_str(reply),
            Self::Unfit(reply) => write!(f, "an answer that does not fit: {reply}"),
            Self::Injected => f.write_str("plain text came where encryption should have begun"),
            Self::Tls(cause) => write!(f, "TLS failed: {}", shown(&cause.to_string())),
            Self::Io(reason) => f.write_str(reason),
        }
    }
}

/// An error that goes away by itself.
pub(super) fn away(message: &str) -> Error {
    Error::new(message)
        .hint("nothing was sent; try again later")
        .exit(Exit::TryLater)
}

/// A reply that ends the run before a message was on its way.
pub(super) fn turned_away(server: &SmtpServer, phase: Phase, reply: &Reply) -> Error {
    let address = server.address();
    match reply.code {
        400..500 => away(&format!(
            "the mail server `{address}` asks to come back later ({phase}): {reply}"
        )),
        500..600 => Error::new(format!(
            "the mail server `{address}` turns us away ({phase}): {reply}"
        ))
        .hint("check `server` in event.toml, or ask whoever runs the mail server"),
        _ => Broken::Unfit(reply.to_string()).while_opening(server, phase),
    }
}

/// Returns the system's reason in lower case, without Rust's "(os error 111)".
pub(super) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_lowercase);
    shown(&first.chain(chars).collect::<String>())
}
