use std::borrow::Cow;

use super::clean;
use super::name::is_two_words;
use super::read::RawRow;

/// Returns a part of a text, uncopied if the text is.
pub(super) fn part<'t>(text: Cow<'t, str>, of: impl Fn(&str) -> &str) -> Cow<'t, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(of(text)),
        Cow::Owned(text) => Cow::Owned(of(&text).to_string()),
    }
}

/// Returns the cells of some columns that are not blank, joined, without what a spreadsheet puts before a number.
pub(super) fn joined<'t>(row: RawRow<'t>, columns: &[usize], gap: &str) -> Cow<'t, str> {
    let parts = columns.iter().map(|at| match row.cell(*at) {
        marked if marked.starts_with(['\'', '=']) => clean::cell(marked, |_| ()),
        plain => Cow::Borrowed(plain),
    });
    parts
        .filter(|part| !part.is_empty())
        .fold(Cow::Borrowed(""), |all, part| {
            if all.is_empty() {
                part
            } else {
                Cow::Owned(format!("{all}{gap}{part}"))
            }
        })
}

/// Returns a text without white space around it. Nearly every cell has none, which is quickly seen.
pub(super) fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}

/// Tells whether the words of a text are parted by single spaces.
pub(super) fn is_spaced(text: &str) -> bool {
    if is_two_words(text) {
        return true;
    }
    let mut is_apart = true;
    for c in text.chars() {
        if c.is_whitespace() && (is_apart || c != ' ') {
            return false;
        }
        is_apart = c == ' ';
    }
    text.is_empty() || !is_apart
}

/// Returns how many rows these are, as a note says it.
pub(super) fn rows(count: usize) -> String {
    match count {
        1 => "1 row".to_string(),
        _ => format!("{count} rows"),
    }
}

/// Returns the halves of what is said in two languages: `Ydw / Yes`, `Will you attend? / Serez-vous présent ?`.
pub(super) fn both(text: &str) -> Option<(&str, &str)> {
    let (one, other) = text.split_once('/')?;
    let (one, other) = (one.trim(), other.trim());
    let is_half = |half: &str| !half.is_empty() && !half.contains('/');
    (is_half(one) && is_half(other)).then_some((one, other))
}

/// Returns a name with single spaces. It is never re-cased.
pub(super) fn spaced(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ")
}
