use super::envelope::{declined, lost, sealed};
use super::smtp::BRIEFLY;
use super::trouble::Broken;
use super::wire::Wire;
use super::{Outcome, Parcel, Phase, Smtp};
use crate::error::Result;

impl Smtp {
    /// Carries one message to the server and returns what became of it.
    ///
    /// `mark` is called once, after the server has agreed to sender and recipient and before the first byte of the
    /// message leaves: the moment to write down, durably, that this message may be out from now on.
    ///
    /// `next` is the message that will be carried after this one. Where the server takes commands in a row, its
    /// envelope goes out in the same write as this message, which saves a round trip (RFC 2920); the message itself
    /// stays until it is its turn. Carrying another one instead costs a new connection.
    ///
    /// # Errors
    ///
    /// If the sender cannot stand in a command; nothing was sent. Or with the error of `mark`; nothing was sent
    /// either, and the connection is closed, the only way to take back a `DATA` command.
    pub fn carry(
        &mut self,
        parcel: &Parcel<'_>,
        next: Option<&Parcel<'_>>,
        mark: &mut dyn FnMut() -> Result<()>,
    ) -> Result<Outcome> {
        let sealed_up = match sealed(parcel, &self.features)? {
            Ok(sealed) => sealed,
            Err(refused) => return Ok(refused),
        };
        if let Err(outcome) = self.negotiate(&sealed_up.envelope) {
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
        let mut message = sealed_up.message;
        let next = next.filter(|_| self.features.pipelining);
        let next = next.and_then(|next| sealed(next, &self.features).ok()?.ok());
        if let Some(next) = &next {
            message.extend_from_slice(next.envelope.commands().as_bytes());
        }
        mark()?;
        let outcome = self.hand_over(wire, &message, next.is_some());
        if self.wire.is_some() {
            self.ahead = next.map(|next| next.envelope);
        }
        Ok(outcome)
    }

    /// Sends the message and waits for the verdict. Only a clear answer to a whole message keeps the connection.
    fn hand_over(&mut self, mut wire: Wire, message: &[u8], more: bool) -> Outcome {
        // The dot goes in the same write as the message: a second one would double the moments at which the
        // connection can break.
        if let Err(broken) = wire.send(message, self.timeouts.body) {
            // The server may have said why before it hung up, and then its no counts (RFC 5321 section 4.2.5).
            return match wire.reply(BRIEFLY.min(self.timeouts.dot)) {
                Ok(reply) if reply.code >= 400 => declined(Phase::Dot, &reply),
                // With more behind the message, all of it may have arrived, and a yes counts too.
                Ok(reply) if reply.code < 300 && more => Outcome::Accepted {
                    reply: reply.to_string(),
                },
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
                if reply.code != 421 {
                    self.wire = Some(wire);
                }
                declined(Phase::Dot, &reply)
            }
            Ok(reply) => in_doubt(&Broken::Unfit(reply.to_string())),
            Err(broken) => in_doubt(&broken),
        }
    }
}

fn in_doubt(broken: &Broken) -> Outcome {
    Outcome::InDoubt {
        why: broken.to_string(),
    }
}
