use std::fmt;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, Result};

/// The name that files and commands use for a speaker, session, room, track or ticket: `jo-lawson`.
///
/// 1 to 64 characters of `a-z`, `0-9` and `-`, the first a letter or digit. Safe as a file name, in a URL and
/// without quotes in every shell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// Takes an id as typed.
    ///
    /// # Errors
    /// When a character does not belong into an id; the hint proposes one that would do.
    pub fn parse(text: &str) -> Result<Self> {
        let fits = !text.is_empty()
            && text.len() <= 64
            && !text.starts_with('-')
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if fits {
            return Ok(Self(text.into()));
        }
        let error = Error::new(format!("`{text}` cannot be an id"));
        Err(match Self::from_words(text) {
            Some(id) => error.hint(format!("ids are a-z, 0-9 and dashes: `{id}` would do")),
            None => error.hint("ids are 1 to 64 of a-z, 0-9 and dashes, such as `jo-lawson`"),
        })
    }

    /// Makes an id from a name or title: `Łukasz Żółć` becomes `lukasz-zolc`. None if nothing Latin is in it.
    pub fn from_words(text: &str) -> Option<Self> {
        let mut id = String::new();
        for c in text.nfkd().flat_map(latin) {
            if c.is_ascii_alphanumeric() {
                id.push(c.to_ascii_lowercase());
            } else if matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}') {
                // O'Brien is `obrien`, and an accent is no gap.
            } else if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
        }
        id.truncate(64);
        let id = id.trim_end_matches('-');
        (!id.is_empty()).then(|| Self(id.into()))
    }

    /// Returns the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Letters that Unicode does not take apart into a base letter and a mark.
fn latin(c: char) -> impl Iterator<Item = char> {
    let text: &'static str = match c {
        'ł' | 'Ł' => "l",
        'ø' | 'Ø' => "o",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'þ' | 'Þ' => "th",
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ı' => "i",
        _ => "",
    };
    let itself = text.is_empty().then_some(c);
    text.chars().chain(itself)
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_from_a_name() {
        let made = |name| Id::from_words(name).map(|id| id.to_string());
        assert_eq!(made("Jo Lawson").as_deref(), Some("jo-lawson"));
        assert_eq!(
            made("Hosnieh Djafari-Marbini").as_deref(),
            Some("hosnieh-djafari-marbini")
        );
        assert_eq!(made("Łukasz  Żółć!").as_deref(), Some("lukasz-zolc"));
        assert_eq!(made("Siân O’Brien").as_deref(), Some("sian-obrien"));
        assert_eq!(made("田中"), None);
    }

    #[test]
    fn a_refused_id_comes_with_one_that_would_do() {
        let error = Id::parse("Jo Lawson").expect_err("a space is no id");
        assert_eq!(error.findings[0].message, "`Jo Lawson` cannot be an id");
        assert_eq!(
            error.findings[0].hint.as_deref(),
            Some("ids are a-z, 0-9 and dashes: `jo-lawson` would do")
        );
        assert!(Id::parse("../etc").is_err());
        assert!(Id::parse("").is_err());
    }
}
