use std::borrow::Cow;

use super::read::RawRow;

/// Returns a part of a text, uncopied if the text is.
pub(super) fn part<'t>(text: Cow<'t, str>, of: impl Fn(&str) -> &str) -> Cow<'t, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(of(text)),
        Cow::Owned(text) => Cow::Owned(of(&text).to_string()),
    }
}

/// Returns the cells of some columns that are not blank, joined.
pub(super) fn joined<'t>(row: RawRow<'t>, columns: &[usize], gap: &str) -> Cow<'t, str> {
    let parts = columns.iter().map(|at| row.cell(*at));
    parts
        .filter(|part| !part.is_empty())
        .fold(Cow::Borrowed(""), |all, part| {
            if all.is_empty() {
                Cow::Borrowed(part)
            } else {
                Cow::Owned(format!("{all}{gap}{part}"))
            }
        })
}

/// Tells whether the words of a text are parted by single spaces.
pub(super) fn is_spaced(text: &str) -> bool {
    let odd = |c: char| c.is_whitespace() && c != ' ';
    !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ") && !text.contains(odd)
}

/// Returns a name with single spaces. It is never re-cased.
pub(super) fn spaced(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ")
}
