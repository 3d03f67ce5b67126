use super::envelope::{Envelope, declined, lost};
use super::reply::Reply;
use super::trouble::Broken;
use super::{Outcome, Phase, Smtp};

/// What a step that did not succeed makes of the message.
type Step = std::result::Result<(), Outcome>;

impl Smtp {
    /// Gets the server to say "go ahead" (354) for one sender and one recipient, or returns what became of the message.
    pub(super) fn negotiate(&mut self, envelope: &Envelope) -> Step {
        match self.ahead.take() {
            Some(said) if said == *envelope => return self.hear(false),
            // It waits for another message than the one that comes. Hanging up takes that back.
            Some(_) => self.wire = None,
            None => {}
        }
        if self.features.pipelining {
            let cleared = self.envelope_is_open;
            self.say_at_once(envelope)?;
            return self.hear(cleared);
        }
        if self.envelope_is_open {
            self.clear_envelope()?;
        }
        self.step(Phase::Mail, &envelope.mail, 200)?;
        self.envelope_is_open = true;
        self.step(Phase::Rcpt, &envelope.rcpt, 200)?;
        self.step(Phase::Data, "DATA", 300)?;
        self.envelope_is_open = false;
        Ok(())
    }

    /// Says the whole envelope in one write; behind `RSET` where the one before is still open (RFC 2920 section 3.1).
    fn say_at_once(&mut self, envelope: &Envelope) -> Step {
        let Some(wire) = &mut self.wire else {
            return Err(lost(Phase::Mail, &Broken::Closed));
        };
        let reset = if self.envelope_is_open {
            "RSET\r\n"
        } else {
            ""
        };
        let group = format!("{reset}{}", envelope.commands());
        let said = wire
            .goodbye(self.timeouts.command)
            .and_then(|()| wire.send(group.as_bytes(), self.timeouts.command));
        said.map_err(|broken| {
            self.wire = None;
            lost(Phase::Mail, &broken)
        })
    }

    /// Hears what the server says to an envelope that was said at once. Every command has its reply, even behind one
    /// that was turned down: leaving one unread would shift all that follow, up to the one that says a mail was taken.
    fn hear(&mut self, reset: bool) -> Step {
        self.envelope_is_open = false;
        if reset {
            let cleared = self.listen(Phase::Mail)?;
            if cleared.code >= 300 {
                self.wire = None;
                return Err(lost(Phase::Mail, &Broken::Unfit(cleared.to_string())));
            }
        }
        let mut turned_down = None;
        for (phase, wanted) in [(Phase::Mail, 200), (Phase::Rcpt, 200), (Phase::Data, 300)] {
            let reply = match self.listen(phase) {
                Ok(reply) => reply,
                // The line broke, but the answer that counts had come.
                Err(outcome) => return Err(turned_down.unwrap_or(outcome)),
            };
            let fits = (wanted..wanted + 100).contains(&reply.code);
            if fits && phase == Phase::Data && turned_down.is_some() {
                self.send_nothing(turned_down.as_ref());
            } else if !fits {
                if reply.code < 400 {
                    self.wire = None;
                    return Err(
                        turned_down.unwrap_or(lost(phase, &Broken::Unfit(reply.to_string())))
                    );
                }
                // Behind a command that was turned down comes "bad sequence": only the first says why.
                turned_down.get_or_insert_with(|| declined(phase, &reply));
                self.envelope_is_open = true;
            }
            if reply.code == 421 {
                // The server says that it hangs up (RFC 5321 section 3.8): nothing more will come.
                self.wire = None;
                break;
            }
        }
        turned_down.map_or(Ok(()), Err)
    }

    /// Ends the message that a server wants although it has turned the only recipient down: with nothing in it, for
    /// nobody (RFC 2920 section 3.1). Where it was the sender who was turned down there may be a recipient, and the
    /// only safe thing is to hang up.
    fn send_nothing(&mut self, turned_down: Option<&Outcome>) {
        let phase = match turned_down {
            Some(Outcome::Refused { phase, .. } | Outcome::Deferred { phase, .. }) => *phase,
            _ => Phase::Mail,
        };
        let ended = self.wire.as_mut().filter(|_| phase == Phase::Rcpt);
        let ended = ended.map(|wire| {
            wire.send(b".\r\n", self.timeouts.command)
                .and_then(|()| wire.reply(self.timeouts.dot))
        });
        match ended {
            Some(Ok(reply)) if reply.code != 421 => self.envelope_is_open = false,
            _ => self.wire = None,
        }
    }

    fn listen(&mut self, phase: Phase) -> std::result::Result<Reply, Outcome> {
        let patience = match phase {
            Phase::Data => self.timeouts.data,
            _ => self.timeouts.command,
        };
        let Some(wire) = &mut self.wire else {
            return Err(lost(phase, &Broken::Closed));
        };
        wire.reply(patience).map_err(|broken| {
            self.wire = None;
            lost(phase, &broken)
        })
    }

    /// Makes the server forget the envelope of the message before; left until the next message, so that the outcome
    /// of that one did not have to wait for it.
    fn clear_envelope(&mut self) -> Step {
        let cleared = self.step(Phase::Mail, "RSET", 200);
        self.envelope_is_open = false;
        cleared.map_err(|outcome| match outcome {
            // Not this message was refused, nor its sender: the connection is of no use.
            Outcome::Refused { phase, reply } | Outcome::Deferred { phase, reply } => {
                self.wire = None;
                lost(phase, &Broken::Unfit(reply))
            }
            other => other,
        })
    }

    /// Says one line; `wanted` is the hundred that the reply's code must be of.
    fn step(&mut self, phase: Phase, line: &str, wanted: u16) -> Step {
        let patience = match phase {
            Phase::Data => self.timeouts.data,
            _ => self.timeouts.command,
        };
        let Some(wire) = &mut self.wire else {
            return Err(lost(phase, &Broken::Closed));
        };
        let broken = match wire.ask(line, patience) {
            Ok(reply) if (wanted..wanted + 100).contains(&reply.code) => return Ok(()),
            Ok(reply) if reply.code >= 400 => {
                if reply.code == 421 {
                    self.wire = None;
                }
                return Err(declined(phase, &reply));
            }
            Ok(reply) => Broken::Unfit(reply.to_string()),
            Err(broken) => broken,
        };
        self.wire = None;
        Err(lost(phase, &broken))
    }
}
