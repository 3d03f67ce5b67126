mod canonical;
mod key;

pub use key::SigningKey;

use std::borrow::Cow;

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

use super::{Draft, wire};
use crate::error::{Error, Finding, Result};
use crate::model::{DomainName, Event};

/// Signs mails in the name of a domain (DKIM, RFC 6376), which whoever gets them can check.
///
/// A mail is signed when it goes out and not when it is drafted: what people see in the outbox they may still edit.
#[derive(Debug)]
pub struct Signer {
    domain: String,
    selector: String,
    key: SigningKey,
}

/// What is signed besides the text. Each name is listed once more than it occurs, so that nobody can add another
/// (RFC 6376, section 5.4.2).
const SIGNED: [&str; 13] = [
    "From",
    "To",
    "Cc",
    "Subject",
    "Date",
    "Message-ID",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Reply-To",
    "Auto-Submitted",
    "List-Id",
    "List-Unsubscribe",
];

/// The longest line that a signature makes (RFC 5322, section 2.1.1).
const LINE: usize = 76;

impl Signer {
    /// Signs for `domain`, whose record is found under `selector`. Both are ASCII and lower case.
    pub fn new(domain: &str, selector: &str, key: SigningKey) -> Self {
        Self {
            domain: domain.to_string(),
            selector: selector.to_string(),
            key,
        }
    }

    /// Returns a message with its signature in front of it; nothing else of it changes. `message` has CRLF line ends
    /// and no stuffed dots. The same message has the same signature, also on another day: sent again, it is the same.
    ///
    /// # Errors
    /// When the machine has no randomness to give.
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>> {
        let (fields, body) = parted(message);
        let (mut names, mut signed) = (Vec::new(), Vec::new());
        for name in SIGNED {
            // The last of several comes first (RFC 6376, section 5.4.2).
            for field in fields.iter().rev().filter(|field| is_named(field, name)) {
                names.push(name.to_ascii_lowercase());
                signed.extend(canonical::field(field));
                signed.extend(b"\r\n");
            }
            names.push(name.to_ascii_lowercase());
        }
        let hash = BASE64_STANDARD.encode(Sha256::digest(canonical::body(body)));
        let tags = [
            "v=1;".to_string(),
            format!("a={};", self.key.algorithm()),
            "c=relaxed/relaxed;".to_string(),
            format!("d={};", self.domain),
            format!("s={};", self.selector),
            format!("h={};", names.join(":")),
            format!("bh={hash};"),
            "b=".to_string(),
        ];
        let mut field = folded(&tags);
        signed.extend(canonical::field(field.as_bytes()));
        let signature = BASE64_STANDARD.encode(self.key.sign(&signed)?);
        let mut room = LINE - field.rsplit('\n').next().unwrap_or_default().len();
        let mut rest = signature.as_str();
        while !rest.is_empty() {
            let (line, after) = rest.split_at(room.min(rest.len()));
            field.push_str(line);
            field.push_str(if after.is_empty() { "\r\n" } else { "\r\n " });
            (rest, room) = (after, LINE - 1);
        }
        Ok([field.as_bytes(), message].concat())
    }

    /// Returns the name and the text of the TXT record to publish, by which the signatures can be checked.
    pub fn record(&self) -> (String, String) {
        let name = format!("{}._domainkey.{}", self.selector, self.domain);
        (name, self.key.record())
    }
}

/// Returns a draft as it goes out: signed, if there is a signer.
///
/// # Errors
/// As [`Signer::sign`].
pub fn outgoing_bytes<'d>(signer: Option<&Signer>, draft: &'d Draft) -> Result<Cow<'d, [u8]>> {
    Ok(match signer {
        Some(signer) => Cow::Owned(signer.sign(&draft.bytes)?),
        None => Cow::Borrowed(&draft.bytes),
    })
}

/// Returns for which domain an event signs its mails, and under which selector; none if it does not.
///
/// # Errors
/// When the sender's address is not in that domain: nobody would take the signature for the sender's (RFC 7489,
/// section 3.1.1).
pub fn signed_domain(event: &Event) -> Result<Option<(DomainName, DomainName)>> {
    let mail = &event.mail;
    let Some(selector) = &mail.dkim_selector else {
        return Ok(None);
    };
    let sender = mail.from.as_ref().map(|from| from.address.for_envelope());
    let sender = sender.unwrap_or_default().to_lowercase();
    let at = sender.rsplit_once('@').map_or("", |(_, domain)| domain);
    let domain = match &mail.dkim_domain {
        Some(domain) if domain.covers(at) => domain.clone(),
        Some(domain) => {
            let message = format!(
                "`{sender}` is not in the domain {domain} for which its mails are to be signed"
            );
            let finding = Finding::error("dkim", message)
                .maybe_at(mail.origin.place("dkim_domain"))
                .hint("take the line out: mails are signed for the domain of `from`");
            return Err(Error::from_findings(vec![finding]));
        }
        None => DomainName::parse(at)?,
    };
    Ok(Some((domain, selector.clone())))
}

/// Parts a message into its header fields, each with its folds, and its body.
fn parted(message: &[u8]) -> (Vec<&[u8]>, &[u8]) {
    let (mut fields, mut begins, mut at) = (Vec::new(), 0, 0);
    for line in message.split_inclusive(|byte| *byte == b'\n') {
        let blank = wire::lines(line).all(<[u8]>::is_empty);
        if at > begins && (blank || !line.starts_with(b" ") && !line.starts_with(b"\t")) {
            fields.push(&message[begins..at]);
            begins = at;
        }
        at += line.len();
        if blank {
            return (fields, &message[at..]);
        }
    }
    fields.push(&message[begins..]);
    (fields, &[])
}

fn is_named(field: &[u8], name: &str) -> bool {
    let colon = field.iter().position(|byte| *byte == b':');
    let found = &field[..colon.unwrap_or(0)];
    found.trim_ascii_end().eq_ignore_ascii_case(name.as_bytes())
}

/// Writes the tags of a signature in lines; the list of names may be parted at its colons (RFC 6376, section 3.5).
fn folded(tags: &[String]) -> String {
    let mut field = "DKIM-Signature:".to_string();
    let mut length = field.len();
    for tag in tags {
        for (at, word) in tag.split_inclusive(':').enumerate() {
            let space = usize::from(at == 0);
            if length + space + word.len() > LINE {
                field.push_str("\r\n ");
                length = 1;
            } else if space > 0 {
                field.push(' ');
                length += 1;
            }
            field.push_str(word);
            length += word.len();
        }
    }
    field
}

#[cfg(test)]
mod tests;
