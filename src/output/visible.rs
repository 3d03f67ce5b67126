use std::borrow::Cow;

/// Returns text that strangers typed as it may stand on one line of a terminal: control, escape and bidirectional
/// characters become visible, so that no name can move the cursor or turn a line around. Line breaks show as `⏎`.
pub fn visible(text: &str) -> Cow<'_, str> {
    shown(text, |c| match c {
        '\n' => Some('⏎'),
        '\t' | '\r' => Some(' '),
        _ => None,
    })
}

/// As [`visible`], for text of several lines: its line breaks and tabs stay.
pub fn visible_lines(text: &str) -> Cow<'_, str> {
    shown(text, |c| matches!(c, '\n' | '\t').then_some(c))
}

fn shown(text: &str, layout: impl Fn(char) -> Option<char>) -> Cow<'_, str> {
    if !text.chars().any(|c| c.is_control() || turns_or_hides(c)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if let Some(instead) = layout(c) {
            shown.push(instead);
        } else if c < ' ' {
            // The control pictures block mirrors the control characters.
            shown.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or('␀'));
        } else if c == '\u{7f}' {
            shown.push('␡');
        } else if c.is_control() || turns_or_hides(c) {
            shown.push_str(&format!("<U+{:04X}>", u32::from(c)));
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

/// Tells whether a character changes the direction of text, breaks lines or cannot be seen.
pub(super) fn turns_or_hides(c: char) -> bool {
    matches!(c,
        '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_name_stays_as_it_is() {
        assert!(matches!(visible("Zoë O’Brien-田中 👩‍👩‍👧"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_could_fool_a_terminal_becomes_visible() {
        assert_eq!(
            visible("a\x1b[31mb\r\nc\0\u{9b}\u{202e}x\u{7f}"),
            "a␛[31mb ⏎c␀<U+009B><U+202E>x␡"
        );
        assert_eq!(visible_lines("a\tb\nc\x07"), "a\tb\nc␇");
    }
}
