use lettre::Address;
use lettre::message::Mailbox;

use super::hostile;
use crate::error::{Error, Finding, Result};
use crate::model::{EmailAddress, Event};

/// Who writes: what every mail of an event has in common.
#[derive(Clone, Debug)]
pub(super) struct Letterhead {
    pub(super) from: Mailbox,
    pub(super) reply_to: Option<Mailbox>,
    /// The domain of the sender, in its ASCII form.
    pub(super) domain: String,
}

impl Letterhead {
    /// Takes the sender from `[mail]` of `event.toml`; answers go to `reply_to` or else to the event's contact.
    ///
    /// # Errors
    /// When there is no sender, or one that cannot stand in a header.
    pub(super) fn new(event: &Event) -> Result<Self> {
        let mail = &event.mail;
        let error = |field: &str, finding: Finding| {
            Error::from_findings(vec![finding.maybe_at(mail.origin.place(field))])
        };
        let Some(sender) = &mail.from else {
            let finding = Finding::error("missing-from", "nobody is named as the sender of mail");
            let name = event.name.replace(['"', '\\', '<', '>'], "");
            let hint =
                format!("write in event.toml:\n[mail]\nfrom = \"{name} <team@example.org>\"");
            return Err(error("from", finding.hint(hint)));
        };
        let flaw = hostile::flaw(&sender.name, hostile::LONGEST_NAME);
        if let Some(flaw) = flaw {
            let finding = Finding::error(
                "hostile-name",
                format!("the sender's name has {flaw} in it"),
            );
            return Err(error(
                "from",
                finding.hint("write it on one line, in plain characters"),
            ));
        }
        let from = plain_mailbox(&sender.name, &sender.address)
            .map_err(|finding| error("from", finding))?;
        let reply_to = match (&mail.reply_to, &event.contact) {
            (Some(address), _) => {
                Some(plain_mailbox("", address).map_err(|finding| error("reply_to", finding))?)
            }
            (None, Some(address)) => Some(plain_mailbox("", address).map_err(|finding| {
                let finding = finding.maybe_at(event.origin.place("contact"));
                Error::from_findings(vec![finding])
            })?),
            (None, None) => None,
        };
        let domain = from.email.domain().to_string();
        Ok(Self {
            from,
            reply_to,
            domain,
        })
    }

    /// Returns where answers go.
    pub(super) fn answers(&self) -> &Address {
        &self.reply_to.as_ref().unwrap_or(&self.from).email
    }
}

/// As [`mailbox`], of an address that every server takes: one that stands on all mails.
///
/// # Errors
/// As [`mailbox`], and when the address has letters before the `@` that only some servers take (RFC 6531).
fn plain_mailbox(name: &str, address: &EmailAddress) -> std::result::Result<Mailbox, Finding> {
    if address.for_envelope().is_ascii() {
        return mailbox(name, address);
    }
    let message = format!("`{address}` has letters before the `@` that many mail servers refuse");
    Err(Finding::error("unsupported-address", message).hint("write an address in plain letters"))
}

/// Makes a mailbox of a name that has no [`hostile::flaw`] and an address.
///
/// # Errors
/// When the library refuses the address.
pub(super) fn mailbox(name: &str, address: &EmailAddress) -> std::result::Result<Mailbox, Finding> {
    let envelope = address.for_envelope();
    let (local, domain) = envelope.rsplit_once('@').unwrap_or_default();
    let address = Address::new(local, domain).map_err(|_| {
        Finding::error(
            "email",
            format!("`{address}` is no address that mail can be sent to"),
        )
        .hint("correct it")
    })?;
    let name = name.trim();
    Ok(Mailbox::new(
        (!name.is_empty()).then(|| name.to_string()),
        address,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::sample;

    #[test]
    fn an_event_without_sender_is_told_which_lines_to_write() {
        let mut event = sample::event();
        event.mail.from = None;
        let error = Letterhead::new(&event).expect_err("nobody to write");
        assert_eq!(error.to_string(), "nobody is named as the sender of mail");
        assert_eq!(
            error.findings[0].hint.as_deref(),
            Some(
                "write in event.toml:\n[mail]\nfrom = \"Blackburn conference <team@example.org>\""
            )
        );
    }

    #[test]
    fn a_sender_over_two_lines_is_refused() {
        let mut event = sample::event();
        let sender = event.mail.from.as_mut().expect("a sender");
        sender.name = "Team\r\nBcc: x@example.org".to_string();
        let error = Letterhead::new(&event).expect_err("two lines");
        assert_eq!(
            error.to_string(),
            "the sender's name has a line break in it"
        );
    }

    #[test]
    fn a_domain_goes_out_in_ascii_and_the_local_part_of_a_sender_has_to_be() {
        let address = |text| EmailAddress::parse(text).expect(text);
        let made = mailbox("Zoë", &address("zoe@exämple.org")).expect("a mailbox");
        assert_eq!(made.email.to_string(), "zoe@xn--exmple-cua.org");
        let made = mailbox("Zoë", &address("zoë@example.org")).expect("a mailbox");
        assert_eq!(made.email.to_string(), "zoë@example.org");
        let finding = plain_mailbox("Zoë", &address("zoë@example.org")).expect_err("not ASCII");
        assert_eq!(finding.rule, "unsupported-address");
    }
}
