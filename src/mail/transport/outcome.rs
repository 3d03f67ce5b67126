use super::Phase;

/// One message for one person, ready to go.
///
/// One recipient a message: with several, a server may take some and refuse others, and "was it sent?" has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parcel<'a> {
    /// The envelope sender, to which bounces go: `local@domain`, ASCII, an international domain as A-labels.
    pub from: &'a str,
    /// The envelope recipient, in the same form; before the `@` may stand letters of all alphabets (RFC 6531).
    pub to: &'a str,
    /// The whole message, headers first (RFC 5322), without dot-stuffing. Bare CR or LF become CRLF on the way.
    pub bytes: &'a [u8],
}

/// What became of a message. The texts are single lines of at most 200 characters, safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server has taken the message over (2yz after the dot); its reply often names a queue id.
    Accepted {
        /// The reply, such as `250 2.0.0 Ok: queued as 4XY12`.
        reply: String,
    },
    /// This message will never pass as it is (5yz); it was not sent.
    Refused {
        /// What was refused.
        phase: Phase,
        /// The reply; `not sent: …` where the message did not even get to the server.
        reply: String,
    },
    /// Not now, but perhaps later (4yz); it was not sent, and the server must not deliver it (RFC 5321 section 4.2.5).
    Deferred {
        /// What was put off.
        phase: Phase,
        /// The reply.
        reply: String,
    },
    /// The connection broke, the server took its leave (421) or talked nonsense, before it had taken the message over:
    /// certainly not sent.
    Lost {
        /// What we were waiting for.
        phase: Phase,
        /// What happened.
        why: String,
    },
    /// The message was on its way and no clear answer came: it may have been delivered, or not. Sending it again may
    /// reach the person twice, so that is for a human to decide (RFC 1047).
    InDoubt {
        /// What happened.
        why: String,
    },
}

impl Outcome {
    /// Whether every other message of the run would meet the same: the sender was refused, which has nothing to do
    /// with the person. A message too big for the server (552, RFC 1870 section 6.1) is refused there too, but alone.
    pub fn concerns_everyone(&self) -> bool {
        match self {
            Self::Refused { phase, reply } => *phase == Phase::Mail && !reply.starts_with("552"),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_sender_concerns_everyone_but_a_refused_recipient_or_size_does_not() {
        let refused = |phase, reply: &str| Outcome::Refused {
            phase,
            reply: reply.into(),
        };
        assert!(refused(Phase::Mail, "550 5.7.1 sender not allowed").concerns_everyone());
        assert!(!refused(Phase::Mail, "552 5.3.4 message too big").concerns_everyone());
        assert!(!refused(Phase::Rcpt, "550 5.1.1 no such user").concerns_everyone());
    }
}
