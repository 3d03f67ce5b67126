use std::fmt;

use crate::error::{Error, Result};

/// A name in the domain name system, in its ASCII form (RFC 5890) and lower case, without a dot at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainName(String);

impl DomainName {
    /// Takes a name such as `example.org`, or a part of one. Underscores may stand in it, as in names of records.
    ///
    /// # Errors
    /// When it can be no such name (RFC 1035, section 2.3.4).
    pub fn parse(text: &str) -> Result<Self> {
        let typed = text.trim().trim_end_matches('.');
        let ascii = idna::domain_to_ascii(typed).unwrap_or_default();
        let letters = |label: &str| {
            let mut bytes = label.bytes();
            bytes.all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        };
        let label_fits = |label: &str| {
            (1..=63).contains(&label.len())
                && letters(label)
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        if ascii.len() <= 253 && ascii.split('.').all(label_fits) {
            return Ok(Self(ascii));
        }
        Err(Error::new(format!("`{text}` is no domain name")))
    }

    /// Returns it as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Tells whether another name is this one or below it: `mail.example.org` is below `example.org`.
    pub fn covers(&self, other: &str) -> bool {
        let above = other.strip_suffix(&self.0);
        above.is_some_and(|above| above.is_empty() || above.ends_with('.'))
    }
}

impl fmt::Display for DomainName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_name_is_taken_in_ascii() {
        for (typed, name) in [
            ("example.org", "example.org"),
            (" Mail.Example.ORG. ", "mail.example.org"),
            ("exämple.org", "xn--exmple-cua.org"),
            ("plenary_2024", "plenary_2024"),
        ] {
            let parsed = DomainName::parse(typed);
            assert_eq!(parsed.map(|name| name.to_string()), Ok(name.to_string()));
        }
        let long = "x".repeat(64);
        for typed in ["", ".", "a..b", "a b", "-a", "a;b=c", "a\nb", &long] {
            assert!(DomainName::parse(typed).is_err(), "{typed:?}");
        }
    }

    #[test]
    fn a_name_covers_itself_and_what_is_below_it() {
        let name = DomainName::parse("example.org").expect("a name");
        let below = ["example.org", "mail.example.org", "badexample.org", "org"];
        assert_eq!(
            below.map(|other| name.covers(other)),
            [true, true, false, false]
        );
    }
}
