use std::borrow::Cow;

use memchr::{memchr_iter, memchr3_iter};

/// Says whether a text holds anything that [`clean`] would change.
pub(super) fn is_dirty(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr_iter(0, bytes).next().is_some()
        || memchr3_iter(0xC2, 0xE2, 0xEF, bytes).any(|at| {
            let rest = text.get(at..).and_then(|rest| rest.chars().next());
            rest.is_some_and(|c| is_space(c) || is_invisible(c) || is_joiner(c))
        })
}

/// Returns a cell without NUL and invisible characters, with plain spaces for no-break ones and LF for its line ends.
///
/// The joiners U+200C and U+200D stay where the script needs them, which is between two letters that are not ASCII.
pub(super) fn clean(cell: &str) -> Cow<'_, str> {
    if !cell.contains('\r') && !is_dirty(cell) {
        return Cow::Borrowed(cell);
    }
    let mut cleaned = String::with_capacity(cell.len());
    let mut chars = cell.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' => cleaned.push('\n'),
            _ if is_space(c) => cleaned.push(' '),
            // What was an í once, and can still be told from it.
            '\u{ad}' if cleaned.ends_with(SPOILT) => cleaned.push(c),
            _ if is_invisible(c) => {}
            _ if is_joiner(c) => {
                let foreign = |c: char| !c.is_ascii() && !is_space(c);
                let joins = cleaned.chars().next_back().is_some_and(foreign)
                    && chars.peek().copied().is_some_and(foreign);
                if joins {
                    cleaned.push(c);
                }
            }
            _ => cleaned.push(c),
        }
    }
    Cow::Owned(cleaned)
}

/// With what letters begin that were read in a wrong encoding, as in `JosÃ©`.
pub(in crate::import) const SPOILT: [char; 3] = ['Ã', 'Å', 'Ä'];

fn is_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// NUL, soft hyphen, zero-width space, word joiner, BOM, and the marks that turn the direction of text.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\0' | '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
    ) || matches!(c, '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_can_see_is_taken_out() {
        let dirt = "Jo\u{a0}\u{200b}Smith\u{feff}\0 \u{202a}+44\u{202c}\r\nx\ry";
        assert_eq!(clean(dirt), "Jo Smith +44\nx\ny");
        assert!(matches!(clean("Zoë Ó Briain – “x”"), Cow::Borrowed(_)));
        assert_eq!(clean("Gar\u{ad}cÃ\u{ad}a"), "GarcÃ\u{ad}a");
    }

    #[test]
    fn joiners_stay_inside_scripts_that_need_them() {
        assert_eq!(clean("می\u{200c}خواهم"), "می\u{200c}خواهم");
        assert_eq!(clean("jo\u{200d}@example.org\u{200c}"), "jo@example.org");
    }
}
