use std::borrow::Cow;

use super::entities::resolved;
use super::read::SPOILT;
use super::texts::trimmed;
use crate::model::EmailAddress;
use crate::sheet::find;

/// A repair that is certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cleaned {
    /// A `'` that a spreadsheet was given so that it would not take the cell for a formula.
    Apostrophe,
    /// `="…"` around a cell.
    Formula,
    /// The sentence that a form plugin puts before what could be a formula.
    Warning,
    /// A name, brackets, `mailto:` or full stops around an address.
    AroundAddress,
    /// A second address, which is kept in the note.
    SecondAddress,
    /// More beside an address, which is a phone number or kept in the note.
    BesideAddress,
    /// A phone number where an address should be.
    PhoneForAddress,
    /// `&amp;` for `&`.
    Entity,
    /// Spaces that cannot be seen.
    Invisible,
    /// `-` or `n/a` for no answer.
    Mark,
    /// `Lawson, Jo` where all names are written so.
    Turned,
    /// `(cancelled)` beside a name.
    Marked,
}

impl Cleaned {
    /// Returns what was done, as a report says it.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Apostrophe => "apostrophe before a cell taken off",
            Self::Formula => "=\"…\" around a cell taken off",
            Self::Warning => "warning sentence of a form taken off",
            Self::AroundAddress => "name, brackets or stops around an address taken off",
            Self::SecondAddress => "second address kept in the note",
            Self::BesideAddress => {
                "what stood beside an address kept as phone number or in the note"
            }
            Self::PhoneForAddress => {
                "phone number in the place of an address taken for the phone number"
            }
            Self::Entity => "character as HTML writes it put right",
            Self::Invisible => "invisible character taken off",
            Self::Mark => "mark for no answer left out",
            Self::Marked => "word for whether somebody comes taken from beside a name",
            Self::Turned => "name turned round at its comma",
        }
    }
}

/// Returns what was meant by a cell, and tells what was taken off.
pub(super) fn cell<'a>(text: &'a str, mut done: impl FnMut(Cleaned)) -> Cow<'a, str> {
    if is_clean(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let text = trimmed(text);
    if text.is_empty() {
        return Cow::Borrowed("");
    }
    if memchr::memchr2(b'&', 0, text.as_bytes()).is_none() {
        return plain(text, false, done);
    }
    match resolved(text) {
        Cow::Owned(resolved) => {
            done(Cleaned::Entity);
            Cow::Owned(plain(&resolved, true, done).into_owned())
        }
        Cow::Borrowed(text) => plain(text, true, done),
    }
}

/// Tells of nearly every cell, in one look, that nothing need be taken off: there is nothing but ASCII in it, no NUL, no
/// character as HTML writes it, no space around it, and nothing before it that a spreadsheet or a form would put there.
fn is_clean(cell: &[u8]) -> bool {
    let (Some(first), Some(last)) = (cell.first(), cell.last()) else {
        return true;
    };
    if !(first.is_ascii_graphic() && last.is_ascii_graphic())
        || matches!(first, b'=' | b'\'' | b'(')
    {
        return false;
    }
    cell.is_ascii() && find(b'&', cell).is_none() && find(0, cell).is_none()
}

/// Returns what was meant by a cell without characters as HTML writes them, of which is known whether it may hold a NUL.
fn plain<'a>(text: &'a str, has_nul: bool, mut done: impl FnMut(Cleaned)) -> Cow<'a, str> {
    let mut text = trimmed(text);
    if let Some(inner) = text
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        && !inner.contains('"')
    {
        done(Cleaned::Formula);
        text = inner.trim();
    }
    if let Some(rest) = text.strip_prefix('\'')
        && (rest.starts_with(|c: char| c.is_ascii_digit() || "=+-@\t\r'".contains(c))
            || EmailAddress::is_one(rest))
    {
        done(Cleaned::Apostrophe);
        text = rest;
    }
    if let Some(rest) = without_warning(text) {
        done(Cleaned::Warning);
        text = rest;
    }
    let hidden = |c: char| {
        matches!(
            c,
            '\u{a0}' | '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\0'
        )
    };
    if !text.is_ascii() && text.contains(hidden) || has_nul && text.contains('\0') {
        let mut plain = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\u{a0}' => plain.push(' '),
                '\u{ad}' if plain.ends_with(SPOILT) => plain.push(c),
                _ if hidden(c) => {}
                _ => plain.push(c),
            }
        }
        if plain != text {
            done(Cleaned::Invisible);
        }
        return Cow::Owned(plain.trim().to_string());
    }
    Cow::Borrowed(text)
}

/// Returns what was meant by a cell that is read for what it says and not kept.
pub(super) fn cell_of(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => cell(text, |_| ()),
        Cow::Owned(text) => Cow::Owned(cell(&text, |_| ()).into_owned()),
    }
}

/// Flamingo writes "(Security Alert: Suspicious content is detected. See … for details.) " before a cell.
fn without_warning(text: &str) -> Option<&str> {
    let sentence = text.strip_prefix('(')?;
    let end = sentence.find(')')?;
    let about_danger = |word: &str| sentence[..end].to_lowercase().contains(word);
    let rest = sentence[end + 1..].trim_start();
    let triggers = rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']);
    (triggers && (about_danger("suspicious") || about_danger("security")))
        .then(|| rest.trim_start_matches('\''))
}

/// The addresses in a cell, as typed but without what stood around them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Addresses {
    /// The first; none if there is no address.
    pub(super) first: Option<EmailAddress>,
    /// The others.
    pub(super) others: Vec<EmailAddress>,
    /// What stood before the first as a name, as in `Ada <ada@example.org>`.
    pub(super) name: Option<String>,
    /// What else stood there, such as a phone number; blank if nothing did.
    pub(super) more: String,
}

/// Finds the addresses in a cell.
pub(super) fn addresses(text: &str) -> Addresses {
    if let Ok(address) = EmailAddress::parse(text) {
        return Addresses {
            first: Some(address),
            ..Addresses::default()
        };
    }
    let mut found = Addresses::default();
    if !text.contains('@') {
        return found;
    }
    let (mut end, mut said) = (0, Vec::new());
    for part in text.split(|c: char| c.is_whitespace() || ",;|/<>()[]\"".contains(c)) {
        let part = part
            .trim_start_matches("mailto:")
            .trim_start_matches("MAILTO:")
            .trim_matches(|c: char| ".:'’‘`".contains(c));
        let Ok(address) = EmailAddress::parse(part) else {
            continue;
        };
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        said.push(&text[end..start]);
        end = start + part.len();
        match &found.first {
            None => found.first = Some(address),
            Some(first) if first.key() == address.key() => {}
            Some(_)
                if found
                    .others
                    .iter()
                    .any(|other| other.key() == address.key()) => {}
            Some(_) => found.others.push(address),
        }
    }
    if let Some((before, _)) = text.split_once('<') {
        let name = before.trim().trim_matches(['"', '\'']).trim();
        if !name.is_empty() && !name.contains('@') {
            found.name = Some(name.to_string());
        }
    } else if let Some(first) = &found.first
        && let Some((before, _)) = text.split_once(first.as_str())
    {
        found.name = name_before(before).map(String::from);
    }
    said.push(&text[end..]);
    if let Some(before) = said.first_mut()
        && (found.name.is_some() || is_label(before))
    {
        *before = "";
    }
    found.more = said_beside(&said);
    found
}

/// Tells whether a text before an address only says that one follows.
fn is_label(text: &str) -> bool {
    let letters: String = text.chars().filter(|c| c.is_alphabetic()).collect();
    let is_word =
        ["mail", "email", "mailto", "emailaddress"].contains(&letters.to_lowercase().as_str());
    is_word && !text.contains(char::is_numeric)
}

/// Returns what is said around addresses; blank if that is only what parts them from each other.
fn said_beside(parts: &[&str]) -> String {
    const JOINTS: [&str; 8] = ["and", "or", "und", "oder", "et", "ou", "y", "lub"];
    let around = |c: char| c.is_whitespace() || ".,;:-–—|/<>[]&\"'".contains(c);
    let parts = parts.iter().map(|part| part.trim_matches(around));
    let said = parts.filter(|part| {
        // A few digits are the number of a line in a list.
        let digits = part.matches(char::is_numeric).count();
        (part.contains(char::is_alphabetic) || digits > 3) && !JOINTS.contains(part)
    });
    said.collect::<Vec<_>>().join(" ")
}

/// Returns the name in what stands before an address in a list that somebody typed: `1. Jo Lawson - jo@example.org`.
/// `Email: ` is none.
fn name_before(text: &str) -> Option<&str> {
    let text = text.trim();
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let text = number.strip_prefix(['.', ')']).unwrap_or(text).trim();
    let name = text.trim_end_matches([' ', '-', '–', '—', ',', '(', '|', '\t']);
    let words = name.split_whitespace().count();
    let plain = |c: char| c.is_alphabetic() || " .'’-".contains(c);
    let kind = name.to_lowercase().contains("mail");
    ((1..=5).contains(&words) && name.chars().all(plain) && name.len() < text.len() && !kind)
        .then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(text: &str) -> (String, Vec<Cleaned>) {
        let mut done = Vec::new();
        let text = cell(text, |what| done.push(what)).into_owned();
        (text, done)
    }

    #[test]
    fn whatever_need_be_taken_off_is_seen_wherever_it_stands() {
        for length in 0..20 {
            let usual = "x".repeat(length);
            assert!(is_clean(usual.as_bytes()), "{usual}");
            for at in 0..length {
                for odd in ["&", "\0", "\u{a0}"] {
                    let text = format!("{}{odd}{}", &usual[..at], &usual[at + 1..]);
                    assert!(!is_clean(text.as_bytes()), "{text:?}");
                }
            }
        }
        for text in [" a", "a ", "=1", "'1", "(a) b"] {
            assert!(!is_clean(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn what_programs_put_around_a_cell_is_taken_off() {
        use Cleaned::*;
        for (text, meant, done) in [
            ("'+44 20 7946 0000", "+44 20 7946 0000", vec![Apostrophe]),
            ("'ada@example.org", "ada@example.org", vec![Apostrophe]),
            ("'ada@example.org'", "'ada@example.org'", vec![]),
            ("=\"007\"", "007", vec![Formula]),
            ("a\u{200b}b\u{a0}c", "ab c", vec![Invisible]),
            (
                "(Security Alert: Suspicious content is detected. See Note for details.) '- vegan",
                "- vegan",
                vec![Warning],
            ),
            ("'t Hooft", "'t Hooft", vec![]),
            ("(see below) - vegan", "(see below) - vegan", vec![]),
            ("=SUM(A1)", "=SUM(A1)", vec![]),
        ] {
            assert_eq!(cleaned(text), (meant.to_string(), done));
        }
    }

    #[test]
    fn addresses_are_found_in_what_stands_around_them() {
        let found = |text| {
            let found = addresses(text);
            let others: Vec<String> = found.others.iter().map(ToString::to_string).collect();
            let first = found.first.map(|one| one.to_string());
            (first, others, found.name, found.more)
        };
        let first = "ada@example.org";
        for (text, others, name, more) in [
            ("Ada <ada@example.org>", &[][..], Some("Ada"), ""),
            ("mailto:ada@example.org.", &[], None, ""),
            (
                "ada@example.org / bo@example.org",
                &["bo@example.org"],
                None,
                "",
            ),
            (
                "1. Ada Byron - ada@example.org - 01254 555001",
                &[],
                Some("Ada Byron"),
                "01254 555001",
            ),
            ("Ada <ada@example.org> (work)", &[], Some("Ada"), "(work)"),
            ("01254 555001, ada@example.org", &[], None, "01254 555001"),
            ("E-mail: ada@example.org", &[], None, ""),
            ("write to ada@example.org", &[], None, "write to"),
            (
                "mail: 01254 555001, ada@example.org and bo@example.org",
                &["bo@example.org"],
                None,
                "mail: 01254 555001",
            ),
            (
                "ada@example.org 01254 555001, bo@example.org (evenings)",
                &["bo@example.org"],
                None,
                "01254 555001 (evenings)",
            ),
        ] {
            let others = others.iter().map(ToString::to_string).collect();
            let expected = (
                Some(first.to_string()),
                others,
                name.map(String::from),
                more.to_string(),
            );
            assert_eq!(found(text), expected, "{text}");
        }
        for text in ["n/a", "ada at example.org"] {
            assert_eq!(found(text), (None, vec![], None, String::new()));
        }
    }
}
