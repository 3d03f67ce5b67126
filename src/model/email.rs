use std::fmt;

use crate::error::{Error, Result};

/// An address that mail can be sent to, as typed, without surrounding space.
///
/// Stricter than RFC 5321, section 4.1.2: no quoted local parts, no address literals and a domain with a dot,
/// since in a sign-up list those are slips of the keyboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Takes an address.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self> {
        let text = text.trim();
        match flaw(text) {
            None => Ok(Self(text.to_string())),
            Some(flaw) => Err(Error::new(format!(
                "`{text}` is not an e-mail address: {flaw}"
            ))),
        }
    }

    /// Tells whether a text is an address, as [`parse`](Self::parse) takes it.
    pub fn is_one(text: &str) -> bool {
        flaw(text.trim()).is_none()
    }

    /// Returns the address as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the form to compare by: lower case, the domain in its ASCII form (RFC 5890), `googlemail.com` as
    /// `gmail.com`. Dots and plus tags stay: they may tell two people apart.
    pub fn key(&self) -> String {
        let mut key = String::with_capacity(self.0.len());
        Self::fold_into(&self.0, &mut key);
        key
    }

    /// Adds the form to compare by, as [`key`](Self::key) has it, of a text that [is an address](Self::is_one).
    pub fn fold_into(text: &str, key: &mut String) {
        let start = key.len();
        let bytes = text.as_bytes();
        let is_trim = |byte: Option<&u8>| byte.is_some_and(|byte| *byte > b' ');
        // Letters of ASCII, of which only a name with dashes can stand for others (RFC 5890, section 2.3.2.1).
        let is_plain = text.is_ascii() && memchr::memchr(b'-', bytes).is_none();
        if is_plain && is_trim(bytes.first()) && is_trim(bytes.last()) || is_ordinary(text) {
            key.push_str(text);
            key[start..].make_ascii_lowercase();
        } else {
            let text = text.trim();
            let (local, domain) = text.rsplit_once('@').unwrap_or((text, ""));
            key.push_str(&local.to_lowercase());
            key.push('@');
            key.push_str(&ascii(domain).unwrap_or_else(|| domain.to_lowercase()));
        }
        if key[start..].ends_with("@googlemail.com") {
            key.truncate(key.len() - "googlemail.com".len());
            key.push_str("gmail.com");
        }
    }

    /// Returns the address as a mail server wants it: the domain in its ASCII form (RFC 5890).
    pub fn for_envelope(&self) -> String {
        let (local, domain) = self.0.rsplit_once('@').unwrap_or((&self.0, ""));
        format!(
            "{local}@{}",
            idna::domain_to_ascii(domain).unwrap_or_else(|_| domain.to_string())
        )
    }
}

/// A name and an address, as in `Blackburn conference <team@example.org>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox {
    /// The name people see; blank if there is only an address.
    pub name: String,
    /// Where mail goes.
    pub address: EmailAddress,
}

impl Mailbox {
    /// Takes `Name <address>` or a bare address.
    ///
    /// # Errors
    /// When the address is none.
    pub fn parse(text: &str) -> Result<Self> {
        let text = text.trim();
        let (name, address) = match text
            .strip_suffix('>')
            .and_then(|text| text.rsplit_once('<'))
        {
            Some((name, address)) => (name.trim().trim_matches('"').trim(), address),
            None => ("", text),
        };
        Ok(Self {
            name: name.to_string(),
            address: EmailAddress::parse(address)?,
        })
    }
}

fn flaw(text: &str) -> Option<&'static str> {
    if is_ordinary(text) {
        return None;
    }
    let Some((local, domain)) = text.rsplit_once('@') else {
        return Some("it has no `@`");
    };
    if text.len() > 254 || local.len() > 64 {
        return Some("it is too long");
    }
    if local.is_empty() {
        return Some("nothing stands before the `@`");
    }
    if local.contains('@') {
        return Some("it has more than one `@`");
    }
    if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Some("it has a space in it");
    }
    let odd =
        |c: char| c.is_ascii() && !c.is_ascii_alphanumeric() && !"!#$%&'*+-/=?^_`{|}~.".contains(c);
    if local.chars().any(odd) || local.chars().any(invisible) {
        return Some("a character before the `@` does not belong there");
    }
    if local.starts_with('.')
        || local.ends_with('.')
        || local.contains("..")
        || local.starts_with('-')
    {
        return Some("a dot or dash before the `@` is out of place");
    }
    if !domain.contains('.') {
        return Some("the part after the `@` has no dot");
    }
    let Some(ascii) = ascii(domain) else {
        return Some("the part after the `@` is not a domain name");
    };
    let label_fits = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let top = ascii.rsplit('.').next().unwrap_or_default();
    if !ascii.split('.').all(label_fits)
        || top.len() < 2
        || top.bytes().any(|b| b.is_ascii_digit()) && !top.starts_with("xn--")
    {
        return Some("the part after the `@` is not a domain name");
    }
    None
}

/// Tells of an address like nearly all others that nothing is wrong with it, in one pass.
fn is_ordinary(text: &str) -> bool {
    let Some(at) = text.bytes().position(|byte| byte == b'@') else {
        return false;
    };
    let (local, domain) = (&text.as_bytes()[..at], &text.as_bytes()[at + 1..]);
    // Dots only between two characters that are none, and letters alone behind the last one.
    let mut before = b'.';
    for byte in local {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'+' => {}
            b'.' if before != b'.' => {}
            _ => return false,
        }
        before = *byte;
    }
    let (mut dots, mut letters) = (0, 0);
    if before == b'.' || local.len() > 64 || domain.len() > 63 {
        return false;
    }
    before = b'.';
    for byte in domain {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => letters += 1,
            b'0'..=b'9' => letters = -64,
            b'.' if before != b'.' => (dots, letters) = (dots + 1, 0),
            _ => return false,
        }
        before = *byte;
    }
    dots > 0 && letters > 1
}

/// Returns a domain in its ASCII form (RFC 5890). Nearly all are ASCII already, and then there is nothing to convert.
fn ascii(domain: &str) -> Option<String> {
    if is_plain(domain) {
        return Some(domain.to_ascii_lowercase());
    }
    idna::domain_to_ascii(domain).ok()
}

fn is_plain(domain: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'.' || b == b'-';
    domain.bytes().all(plain) && !domain.contains("--")
}

fn invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_people_have_are_taken() {
        for good in [
            "ada@example.org",
            "o'brien+conf@sub.example.co.uk",
            "müller@exämple.org",
            "a@b.museum",
        ] {
            assert!(EmailAddress::parse(good).is_ok(), "{good}");
        }
        assert_eq!(
            EmailAddress::parse(" ada@example.org ")
                .expect("trimmed")
                .as_str(),
            "ada@example.org"
        );
    }

    #[test]
    fn what_is_no_address_is_refused_with_the_reason() {
        let flaws = [
            ("ada", "it has no `@`"),
            ("@example.org", "nothing stands before the `@`"),
            ("ada@@example.org", "it has more than one `@`"),
            ("ada@example", "the part after the `@` has no dot"),
            ("ada b@example.org", "it has a space in it"),
            (
                "ada@exam_ple.org",
                "the part after the `@` is not a domain name",
            ),
            (
                "ada@example.123",
                "the part after the `@` is not a domain name",
            ),
            (
                "ada..b@example.org",
                "a dot or dash before the `@` is out of place",
            ),
            (
                "-oX@example.org",
                "a dot or dash before the `@` is out of place",
            ),
            (
                "<ada>@example.org",
                "a character before the `@` does not belong there",
            ),
            ("ada\r\nBcc: b@example.org", "it has a space in it"),
        ];
        for (text, flaw) in flaws {
            let error = EmailAddress::parse(text).expect_err(text);
            assert_eq!(
                error.to_string(),
                format!("`{text}` is not an e-mail address: {flaw}")
            );
        }
    }

    #[test]
    fn addresses_are_compared_without_case_but_with_dots_and_tags() {
        let key = |text| EmailAddress::parse(text).expect(text).key();
        assert_eq!(key("Ada@Example.ORG"), "ada@example.org");
        assert_eq!(key("ada@googlemail.com"), "ada@gmail.com");
        assert_eq!(key("ada@exÄmple.org"), "ada@xn--exmple-cua.org");
        assert_ne!(key("a.da@gmail.com"), key("ada@gmail.com"));
        assert_ne!(key("ada+kid@gmail.com"), key("ada@gmail.com"));
    }
}
