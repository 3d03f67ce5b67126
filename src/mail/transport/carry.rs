use super::body::on_the_wire;
use super::envelope::{is_address, lost};
use super::reply::shown;
use super::smtp::BRIEFLY;
use super::trouble::Broken;
use super::wire::Wire;
use super::{Outcome, Parcel, Phase, Smtp};
use crate::error::{Error, Result};

impl Smtp {
    /// Carries one message to the server and returns what became of it.
    ///
    /// `mark` is called once, after the server has agreed to sender and recipient and before the first byte of the
    /// message leaves: the moment to write down, durably, that this message may be out from now on.
    ///
    /// # Errors
    ///
    /// If the sender cannot stand in a command; nothing was sent. Or with the error of `mark`; nothing was sent
    /// either, and the connection is closed, the only way to take back a `DATA` command.
    pub fn carry(
        &mut self,
        parcel: &Parcel<'_>,
        mark: &mut dyn FnMut() -> Result<()>,
    ) -> Result<Outcome> {
        if !is_address(parcel.from) {
            return Err(Error::new(format!(
                "`{}` cannot be the sender of a mail",
                shown(parcel.from)
            ))
            .hint("check `from` of `[mail]` in event.toml"));
        }
        if let Some(refused) = self.unsendable(parcel) {
            return Ok(refused);
        }
        let message = on_the_wire(parcel.bytes);
        if let Err(outcome) = self.negotiate(parcel, message.len()) {
            return Ok(outcome);
        }
        // The wire comes back only when all is clear. Whatever returns before that drops it, which hangs up without a
        // word: a QUIT here would wait, and could swallow the late answer that decides.
        let Some(wire) = self.wire.take() else {
            return Ok(lost(Phase::Data, &Broken::Closed));
        };
        if let Some(unasked) = wire.unasked() {
            return Ok(lost(Phase::Data, &unasked));
        }
        mark()?;
        Ok(self.hand_over(wire, &message))
    }

    /// Sends the message and waits for the verdict. Only a clear answer to a whole message keeps the connection.
    fn hand_over(&mut self, mut wire: Wire, message: &[u8]) -> Outcome {
        // The dot goes in the same write as the message: a second one would double the moments at which the
        // connection can break.
        if let Err(broken) = wire.send(message, self.timeouts.body) {
            // The server may have said why before it hung up, and then its no counts (RFC 5321 section 4.2.5).
            return match wire.reply(BRIEFLY.min(self.timeouts.dot)) {
                Ok(reply) if reply.code >= 400 => self.declined(Phase::Dot, &reply),
                _ => in_doubt(&broken),
            };
        }
        match wire.reply(self.timeouts.dot) {
            Ok(reply) if reply.code < 300 => {
                self.wire = Some(wire);
                Outcome::Accepted {
                    reply: reply.to_string(),
                }
            }
            Ok(reply) if reply.code >= 400 => {
                self.wire = Some(wire);
                self.declined(Phase::Dot, &reply)
            }
            Ok(reply) => in_doubt(&Broken::Unfit(reply.to_string())),
            Err(broken) => in_doubt(&broken),
        }
    }

    /// Refuses what cannot be sent as it is, without asking the server.
    fn unsendable(&self, parcel: &Parcel<'_>) -> Option<Outcome> {
        let (phase, why) = if !is_address(parcel.to) {
            (Phase::Rcpt, "the address cannot stand in a command")
        } else if !parcel.bytes.is_ascii() && !self.features.eight_bit {
            (
                Phase::Data,
                "the message has bytes above 127, and the server does not take them",
            )
        } else {
            return None;
        };
        Some(Outcome::Refused {
            phase,
            reply: format!("not sent: {why}"),
        })
    }
}

fn in_doubt(broken: &Broken) -> Outcome {
    Outcome::InDoubt {
        why: broken.to_string(),
    }
}
