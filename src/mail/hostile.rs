use super::plain::{is_plain, lines};

/// The longest name, in characters, that a mail is addressed to.
pub(super) const LONGEST_NAME: usize = 200;

/// Says what makes a text unfit for one line of a header, if anything does.
///
/// What passes can neither break the header, nor turn the writing around it, nor hide anything in it.
pub(super) fn flaw(text: &str, longest: usize) -> Option<&'static str> {
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied();
        if is_line_break(c) {
            return Some("a line break");
        } else if c.is_control() {
            return Some("a control character");
        } else if turns_writing(c) {
            return Some("a character that turns the direction of writing");
        } else if is_invisible(c) && !joins(before, c, after) {
            return Some("an invisible character");
        } else if c == '=' && after == Some('?') {
            // An encoded word (RFC 2047): the mail programme would show something else than what stands here.
            return Some("`=?`, which mail programmes take for a code");
        }
        before = Some(c);
    }
    (text.chars().count() > longest).then_some("too many characters")
}

/// Makes a rendered text fit for a body: LF line ends, one at the end; no control or direction-turning characters, no
/// space at line ends, at most one blank line in a row, which conditions in templates leave behind.
pub(super) fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut blank = 0;
    let unfit = |c: char| c.is_control() && c != '\t' || turns_writing(c);
    // Nearly all texts are plain letters, and looked at many bytes at a time.
    let is_plain_text = is_plain(text.as_bytes(), [b'\t', b'\n']);
    let mut add = |line: &str| {
        let line = line.trim_end();
        if line.is_empty() {
            blank += 1;
            return;
        }
        if blank > 0 && !tidy.is_empty() {
            tidy.push('\n');
        }
        blank = 0;
        tidy.push_str(line);
        tidy.push('\n');
    };
    for line in lines(text) {
        if is_plain_text || is_plain(line.as_bytes(), [b'\t']) {
            add(line);
            continue;
        }
        for line in line.split(is_line_break) {
            if line.contains(unfit) {
                add(&line.replace(unfit, ""));
            } else {
                add(line);
            }
        }
    }
    tidy
}

/// Makes what a server said fit for one line of the journal: no control characters, at most 500 characters.
pub(super) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|c: char| c.is_control() || c.is_whitespace() || turns_writing(c))
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ").chars().take(500).collect()
}

fn is_line_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The embeddings, overrides and isolates of the Unicode bidirectional algorithm (UAX 9, section 2).
fn turns_writing(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{2060}'..='\u{2065}' | '\u{3164}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Tells whether a joiner stands where writing needs it: within Persian and Indic names, within an emoji.
fn joins(before: Option<char>, c: char, after: Option<char>) -> bool {
    let foreign = |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && !is_invisible(c));
    matches!(c, '\u{200c}' | '\u{200d}') && foreign(before) && foreign(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_people_have_are_fit() {
        for name in [
            "",
            "Ada Example",
            "O'Brien, Bob",
            "\"Bob\" <x>",
            "田中 太郎",
            "Siân Łukasz Müller",
            "محمد علی",
            "علی\u{200c}رضا",
            "שרה כהן",
            "Ra👩\u{200d}🚀",
            "=cmd|",
        ] {
            assert_eq!(flaw(name, 200), None, "{name}");
        }
    }

    #[test]
    fn hostile_names_are_unfit() {
        for (name, found) in [
            ("A\nBcc: x@example.org", "a line break"),
            ("A\rB", "a line break"),
            ("A\u{2028}B", "a line break"),
            ("A\0", "a control character"),
            ("A\u{1b}[2J", "a control character"),
            ("A\u{9b}2J", "a control character"),
            ("A\tB", "a control character"),
            (
                "A\u{202e}B",
                "a character that turns the direction of writing",
            ),
            (
                "A\u{2066}B",
                "a character that turns the direction of writing",
            ),
            ("A\u{200b}B", "an invisible character"),
            ("A\u{200d}B", "an invisible character"),
            ("A\u{feff}", "an invisible character"),
            (
                "=?utf-8?b?QQ==?=",
                "`=?`, which mail programmes take for a code",
            ),
        ] {
            assert_eq!(flaw(name, 200), Some(found), "{name:?}");
        }
        assert_eq!(flaw(&"x".repeat(201), 200), Some("too many characters"));
        assert_eq!(flaw(&"é".repeat(200), 200), None);
    }

    #[test]
    fn a_body_is_tidied() {
        assert_eq!(
            tidy("\n\r\nHello\0 \u{202e}you,  \r\n\n\n\n\tbye\r.\r\n\u{1b}[2J\n"),
            "Hello you,\n\n\tbye\n.\n[2J\n"
        );
    }

    #[test]
    fn a_reply_becomes_one_line() {
        assert_eq!(
            one_line("550-no\r\n550 such\tuser\u{1b}[2J "),
            "550-no 550 such user [2J"
        );
    }
}
