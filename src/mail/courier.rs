use std::time::Duration;

use super::rate::Pace;
use super::transport::{Outcome, Parcel, Password, Smtp, SmtpServer, Timeouts};
use super::{Carrier, Delivery, Draft};
use crate::error::Result;

/// The way to a mail server.
#[derive(Clone, Copy, Debug)]
pub struct Route<'a> {
    /// Which server.
    pub server: &'a SmtpServer,
    /// What proves who we are, where the server is told a user.
    pub password: Option<&'a Password>,
    /// As whom we greet it.
    pub hello: &'a str,
    /// How long to wait for it.
    pub timeouts: Timeouts,
}

/// Carries mails to a mail server over one connection, which it opens for the first mail and again when it was lost.
pub struct Courier<'a> {
    route: Route<'a>,
    /// Shared by all couriers of a run.
    pace: &'a Pace<'a>,
    connection: Option<Smtp>,
    /// Whether the connection has carried anything.
    is_proven: bool,
    /// How often in a row a connection was lost before it had carried anything.
    fruitless: u32,
}

/// How long to wait before connecting anew, if the last connection was of no use. It doubles each time.
const BREATH: Duration = Duration::from_secs(1);

impl<'a> Courier<'a> {
    /// A courier on this route, which keeps to `pace`.
    pub fn new(route: Route<'a>, pace: &'a Pace<'a>) -> Self {
        Self {
            route,
            pace,
            connection: None,
            is_proven: false,
            fruitless: 0,
        }
    }

    /// Returns the connection, a new one if there is none that can be used.
    fn connected(&mut self) -> Result<&mut Smtp> {
        let connection = match self.connection.take().filter(Smtp::is_open) {
            Some(connection) => connection,
            None => {
                if self.fruitless > 0 {
                    self.pace
                        .pause(BREATH * 2u32.pow(self.fruitless.min(6) - 1));
                }
                let Route {
                    server,
                    password,
                    hello,
                    timeouts,
                } = self.route;
                self.is_proven = false;
                Smtp::open(server, password, hello, &timeouts, &mut |_| ())?
            }
        };
        Ok(self.connection.insert(connection))
    }
}

impl Carrier for Courier<'_> {
    fn ready(&mut self) -> Result<()> {
        self.pace.has_room()?;
        self.connected().map(|_| ())
    }

    fn turn(&mut self) -> Result<()> {
        // Before the connection is opened: a server does not like to be kept waiting in the middle of a mail.
        self.pace.wait()
    }

    fn carry(
        &mut self,
        draft: &Draft,
        next: Option<&Draft>,
        mark: &mut dyn FnMut() -> Result<()>,
    ) -> Result<Delivery> {
        let next = next.filter(|_| self.pace.is_free()).map(parcel);
        let connection = self.connected()?;
        let outcome = connection.carry(&parcel(draft), next.as_ref(), mark)?;
        // Servers that hang up after so many mails are met again at once; those that take none get time to recover.
        match outcome {
            Outcome::Lost { .. } if !self.is_proven => self.fruitless += 1,
            Outcome::Lost { .. } => {}
            _ => (self.is_proven, self.fruitless) = (true, 0),
        }
        Ok(delivery(outcome))
    }

    fn withdrawn(&mut self) {
        // Where its envelope was said already, only hanging up takes it back, and that is no loss.
        if self.connection.as_ref().is_some_and(Smtp::has_said_ahead) {
            self.leave();
        }
    }

    fn leave(&mut self) {
        if let Some(connection) = self.connection.take() {
            connection.quit();
        }
    }
}

/// Returns what an outcome means for the mail.
pub(super) fn delivery(outcome: Outcome) -> Delivery {
    let stop = outcome.concerns_everyone();
    match outcome {
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
    }
}

fn parcel(draft: &Draft) -> Parcel<'_> {
    Parcel {
        from: &draft.from,
        to: &draft.to,
        bytes: &draft.bytes,
    }
}
