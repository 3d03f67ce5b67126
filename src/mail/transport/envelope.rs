use super::reply::Reply;
use super::trouble::Broken;
use super::{Outcome, Parcel, Phase, Smtp};

/// What a step that did not succeed makes of the message.
type Step = std::result::Result<(), Outcome>;

impl Smtp {
    /// Gets the server to say "go ahead" (354) for one sender and one recipient, or returns what became of the message.
    pub(super) fn negotiate(&mut self, parcel: &Parcel<'_>, size: usize) -> Step {
        if self.envelope_is_open {
            self.clear_envelope()?;
        }
        let mut mail = format!("MAIL FROM:<{}>", parcel.from);
        if self.features.size {
            mail.push_str(&format!(" SIZE={size}"));
        }
        if !parcel.bytes.is_ascii() {
            mail.push_str(" BODY=8BITMIME");
        }
        self.step(Phase::Mail, &mail, 200)?;
        self.envelope_is_open = true;
        self.step(Phase::Rcpt, &format!("RCPT TO:<{}>", parcel.to), 200)?;
        self.step(Phase::Data, "DATA", 300)?;
        self.envelope_is_open = false;
        Ok(())
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
            Ok(reply) if reply.code >= 400 => return Err(self.declined(phase, &reply)),
            Ok(reply) => Broken::Unfit(reply.to_string()),
            Err(broken) => broken,
        };
        self.wire = None;
        Err(lost(phase, &broken))
    }

    /// A clear no, for now or for good.
    pub(super) fn declined(&mut self, phase: Phase, reply: &Reply) -> Outcome {
        if reply.code == 421 {
            // The server says that it hangs up (RFC 5321 section 3.8).
            self.wire = None;
        }
        let text = reply.to_string();
        match reply.code {
            500.. => Outcome::Refused { phase, reply: text },
            _ => Outcome::Deferred { phase, reply: text },
        }
    }
}

pub(super) fn lost(phase: Phase, broken: &Broken) -> Outcome {
    Outcome::Lost {
        phase,
        why: broken.to_string(),
    }
}

/// Whether an address can stand between the angle brackets of a command without ending them.
///
/// Nothing more: whether the mailbox exists, the server knows.
pub(super) fn is_address(address: &str) -> bool {
    let is_quoted = address.starts_with('"');
    address
        .rsplit_once('@')
        .is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty())
        && address
            .bytes()
            .all(|byte| byte.is_ascii_graphic() || (byte == b' ' && is_quoted))
        && !address.contains(['<', '>'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_cannot_bring_a_command_along() {
        for good in [
            "a@example.org",
            "o'brien+x@localhost",
            "\"a b\"@[127.0.0.1]",
        ] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "",
            "a",
            "@b",
            "a@",
            "a@b> SIZE=1",
            "a@b\r\nDATA",
            "a b@c",
            "a@b\0",
            "ä@b",
            "a@exämple.org",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
