use std::time::Duration;

use super::rate::Pace;
use super::transport::{Outcome, Parcel, Password, Smtp, SmtpServer, Timeouts};
use super::{Carrier, Delivery, Draft, Signer, outgoing_bytes};
use crate::error::Result;

/// Carries mails to a mail server over one connection, which it opens for the first mail and again when it was lost.
pub struct Courier<'a> {
    server: &'a SmtpServer,
    password: Option<&'a Password>,
    hello: &'a str,
    pace: Pace<'a>,
    signer: Option<&'a Signer>,
    connection: Option<Smtp>,
}

impl<'a> Courier<'a> {
    /// A courier to `server`, which greets it as `hello` and keeps to `pace`.
    pub fn new(
        server: &'a SmtpServer,
        password: Option<&'a Password>,
        hello: &'a str,
        pace: Pace<'a>,
    ) -> Self {
        Self {
            server,
            password,
            hello,
            pace,
            signer: None,
            connection: None,
        }
    }

    /// Has mails signed as they go out, if there is a signer.
    pub fn signing(mut self, signer: Option<&'a Signer>) -> Self {
        self.signer = signer;
        self
    }

    /// Returns the connection, a new one if there is none that can be used.
    fn connected(&mut self) -> Result<&mut Smtp> {
        let connection = match self.connection.take().filter(Smtp::is_open) {
            Some(connection) => connection,
            None => Smtp::open(
                self.server,
                self.password,
                self.hello,
                &Timeouts::default(),
                &mut |_| (),
            )?,
        };
        Ok(self.connection.insert(connection))
    }

    /// Takes leave of the server, if it is still there.
    pub fn quit(self) {
        if let Some(connection) = self.connection {
            connection.quit();
        }
    }
}

impl Carrier for Courier<'_> {
    fn ready(&mut self) -> Result<()> {
        self.pace.has_room()?;
        self.connected().map(|_| ())
    }

    fn carry(&mut self, draft: &Draft, mark: &mut dyn FnMut() -> Result<()>) -> Result<Delivery> {
        // Before the connection is opened: a server does not like to be kept waiting in the middle of a mail.
        self.pace.wait()?;
        let bytes = outgoing_bytes(self.signer, draft)?;
        let connection = self.connected()?;
        let parcel = Parcel {
            from: &draft.from,
            to: &draft.to,
            bytes: &bytes,
        };
        let outcome = connection.carry(&parcel, mark)?;
        let stop = outcome.concerns_everyone();
        Ok(match outcome {
            Outcome::Accepted { reply } => Delivery::Accepted { reply },
            Outcome::Refused { phase, reply } => Delivery::Refused {
                reply: format!("{phase}: {reply}"),
                stop,
            },
            Outcome::Deferred { phase, reply } => Delivery::Deferred {
                reply: format!("{phase}: {reply}"),
            },
            Outcome::Lost { phase, why } => Delivery::NotSent {
                why: format!("{phase}: {why}"),
            },
            Outcome::InDoubt { why } => Delivery::InDoubt { why },
        })
    }
}

/// The longest that a run waits for its turn; a rate that asks for more is kept by ending the run.
pub(super) const PATIENCE: Duration = Duration::from_secs(120);
