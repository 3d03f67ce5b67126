use super::body::on_the_wire;
use super::features::Features;
use super::reply::{Reply, shown};
use super::trouble::Broken;
use super::{Outcome, Parcel, Phase};
use crate::error::{Error, Result};

/// What goes before a message, as the commands that say it (RFC 5321 section 3.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Envelope {
    /// `MAIL FROM:<…>`, with the parameters that the server knows.
    pub(super) mail: String,
    /// `RCPT TO:<…>`.
    pub(super) rcpt: String,
}

/// A message and its envelope, ready for the wire.
#[derive(Debug)]
pub(super) struct Sealed {
    pub(super) envelope: Envelope,
    /// With dots stuffed, and the final dot.
    pub(super) message: Vec<u8>,
}

impl Envelope {
    /// The commands that open it, to be said in one write, and how many replies there will be.
    pub(super) fn commands(&self) -> String {
        format!("{}\r\n{}\r\nDATA\r\n", self.mail, self.rcpt)
    }
}

/// Prepares a message for a server that can do these things.
///
/// # Errors
/// When the sender cannot stand in a command; it would be so for every message. The inner error is what becomes of
/// this message without asking the server.
pub(super) fn sealed(
    parcel: &Parcel<'_>,
    features: &Features,
) -> Result<std::result::Result<Sealed, Outcome>> {
    if !is_plain_address(parcel.from) {
        return Err(Error::new(format!(
            "`{}` cannot be the sender of a mail",
            shown(parcel.from)
        ))
        .hint("check `from` of `[mail]` in event.toml"));
    }
    let refused = |phase, why: &str| {
        Ok(Err(Outcome::Refused {
            phase,
            reply: format!("not sent: {why}"),
        }))
    };
    if !is_address(parcel.to) {
        return refused(Phase::Rcpt, "the address cannot stand in a command");
    }
    if !parcel.bytes.is_ascii() && !features.eight_bit {
        return refused(
            Phase::Data,
            "the message has bytes above 127, and the server does not take them",
        );
    }
    let is_international = !parcel.to.is_ascii();
    if is_international && !features.smtp_utf8 {
        return refused(
            Phase::Rcpt,
            "the address has letters that the server does not take (SMTPUTF8)",
        );
    }
    let message = on_the_wire(parcel.bytes);
    if let Some(largest) = features.largest.filter(|largest| message.len() > *largest) {
        let why = format!(
            "the message has {} bytes, and the server takes {largest} at most",
            message.len()
        );
        return refused(Phase::Data, &why);
    }
    let mut mail = format!("MAIL FROM:<{}>", parcel.from);
    if features.size {
        mail.push_str(&format!(" SIZE={}", message.len()));
    }
    if !parcel.bytes.is_ascii() {
        mail.push_str(" BODY=8BITMIME");
    }
    if is_international {
        // RFC 6531, section 3.4.
        mail.push_str(" SMTPUTF8");
    }
    let rcpt = format!("RCPT TO:<{}>", parcel.to);
    Ok(Ok(Sealed {
        envelope: Envelope { mail, rcpt },
        message,
    }))
}

/// A clear no, for now or for good. 421 says nothing about the message: the server hangs up, for reasons of its own
/// (RFC 5321 section 3.8).
pub(super) fn declined(phase: Phase, reply: &Reply) -> Outcome {
    let text = reply.to_string();
    match reply.code {
        500.. => Outcome::Refused { phase, reply: text },
        421 => Outcome::Lost { phase, why: text },
        _ => Outcome::Deferred { phase, reply: text },
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
/// Nothing more: whether the mailbox exists, the server knows. Letters of all alphabets may stand before the `@` (RFC
/// 6531, section 3.3).
pub(super) fn is_address(address: &str) -> bool {
    let is_quoted = address.starts_with('"');
    let fits = |c: char| match c {
        ' ' => is_quoted,
        '<' | '>' => false,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => {
            false
        }
        _ => c.is_ascii_graphic() || !c.is_ascii() && !c.is_control() && !c.is_whitespace(),
    };
    address.rsplit_once('@').is_some_and(|(local, domain)| {
        let domain_fits = !domain.is_empty() && domain.bytes().all(|byte| byte.is_ascii_graphic());
        !local.is_empty() && domain_fits
    }) && address.chars().all(fits)
}

/// As [`is_address`], for any server.
pub(super) fn is_plain_address(address: &str) -> bool {
    address.is_ascii() && is_address(address)
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
            assert!(is_plain_address(good), "{good}");
        }
        assert!(is_address("zoë@b") && !is_plain_address("zoë@b"));
        for bad in [
            "",
            "a",
            "@b",
            "a@",
            "a@b> SIZE=1",
            "a@b\r\nDATA",
            "a b@c",
            "a@b\0",
            "a\u{202e}b@c",
            "a\u{a0}b@c",
            "a@exämple.org",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }

    #[test]
    fn letters_of_all_alphabets_go_to_servers_that_take_them() {
        let able = Features {
            eight_bit: true,
            smtp_utf8: true,
            ..Features::default()
        };
        let parcel = Parcel {
            from: "team@example.org",
            to: "zoë@example.net",
            bytes: "To: <zoë@example.net>\r\n\r\nHello\r\n".as_bytes(),
        };
        let sealed_up = sealed(&parcel, &able).expect("a sender").expect("it fits");
        let mail = "MAIL FROM:<team@example.org> BODY=8BITMIME SMTPUTF8";
        assert_eq!(sealed_up.envelope.mail, mail);
        assert_eq!(sealed_up.envelope.rcpt, "RCPT TO:<zoë@example.net>");
        let unable = Features {
            smtp_utf8: false,
            ..able
        };
        let refused = sealed(&parcel, &unable).expect("a sender").expect_err("no");
        let expected = Outcome::Refused {
            phase: Phase::Rcpt,
            reply: "not sent: the address has letters that the server does not take (SMTPUTF8)"
                .into(),
        };
        assert_eq!(refused, expected);
    }

    #[test]
    fn a_message_larger_than_the_server_takes_is_not_even_offered() {
        let features = Features {
            largest: Some(10),
            ..Features::default()
        };
        let parcel = |bytes| Parcel {
            from: "team@example.org",
            to: "jo@example.net",
            bytes,
        };
        let fits = sealed(&parcel(b"Hello"), &features).expect("a sender");
        assert_eq!(fits.expect("small").message, b"Hello\r\n.\r\n");
        let refused = sealed(&parcel(b"Hello!"), &features).expect("a sender");
        let expected = Outcome::Refused {
            phase: Phase::Data,
            reply: "not sent: the message has 11 bytes, and the server takes 10 at most".into(),
        };
        assert_eq!(refused.expect_err("large"), expected);
    }
}
