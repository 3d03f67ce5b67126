use std::fmt;

/// The longest text of a server that we show, in characters.
const SHOWN: usize = 200;

/// A reply of the server: a code of three digits and the text behind it (RFC 5321 section 4.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) code: u16,
    /// The text of each line, bytes that are no UTF-8 spelt out as `\xe4`; not yet safe to show.
    pub(super) lines: Vec<String>,
}

impl Reply {
    /// Takes secrets out that a server repeats, as some do when they complain about an `AUTH` line.
    pub(super) fn without(mut self, secret: &str) -> Self {
        if !secret.is_empty() {
            for line in &mut self.lines {
                *line = line.replace(secret, "[hidden]");
            }
        }
        self
    }
}

impl fmt::Display for Reply {
    /// One line of at most 200 characters that is safe to show.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = self.code.to_string();
        let mut lines = self.lines.iter().map(|line| line.trim());
        let first = lines.next().unwrap_or_default();
        let status = first.split(' ').next().filter(|word| is_status(word));
        for line in std::iter::once(first).chain(lines.map(|line| {
            // Servers repeat "5.1.1" on every line of a long reply; once is enough to read.
            let rest = status.and_then(|status| line.strip_prefix(status));
            rest.map_or(line, str::trim_start)
        })) {
            if !line.is_empty() {
                text.push(' ');
                text.push_str(line);
            }
        }
        f.write_str(&shown(&text))
    }
}

/// One line of a reply, read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ReplyLine {
    pub(super) code: u16,
    pub(super) text: String,
    pub(super) is_last: bool,
}

impl ReplyLine {
    /// Reads a line without its line end; `None` if it is no reply at all.
    ///
    /// A code alone is a reply (RFC 5321 section 4.2.1). The text need not be ASCII or UTF-8: what a server says in
    /// Latin-1 is still an answer.
    pub(super) fn parse(line: &[u8]) -> Option<Self> {
        let (digits, rest) = line.split_at_checked(3)?;
        if !digits.iter().all(u8::is_ascii_digit) || !(b'2'..=b'5').contains(digits.first()?) {
            return None;
        }
        let code = std::str::from_utf8(digits).ok()?.parse().ok()?;
        let (is_last, text) = match rest.split_first() {
            None => (true, rest),
            Some((b' ', text)) => (true, text),
            Some((b'-', text)) => (false, text),
            Some(_) => return None,
        };
        Some(Self {
            code,
            text: decoded(text),
            is_last,
        })
    }
}

/// Whether a word is an enhanced status code such as `5.1.1` (RFC 3463).
fn is_status(word: &str) -> bool {
    let parts: Vec<&str> = word.split('.').collect();
    parts.len() == 3
        && parts.iter().all(|part| {
            (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        })
}

/// Returns bytes as text, with those that are no UTF-8 spelt out as `\xe4`.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            text.push_str(&format!("\\x{byte:02x}"));
        }
    }
    text
}

/// Returns a stranger's text as one line of at most 200 characters, in which nothing moves the cursor or turns the
/// direction of reading: such characters are spelt out as `\u{1b}`.
pub(super) fn shown(text: &str) -> String {
    let mut line = String::new();
    let mut length = 0;
    for c in text.chars() {
        let spelt: String = if is_treacherous(c) {
            c.escape_unicode().collect()
        } else {
            c.into()
        };
        let width = spelt.chars().count();
        if length + width > SHOWN - 1 {
            line.push('…');
            return line;
        }
        length += width;
        line.push_str(&spelt);
    }
    line
}

fn is_treacherous(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_line_may_be_a_code_alone_or_in_latin_1() {
        let read = |line: &[u8]| ReplyLine::parse(line).map(|l| (l.code, l.text, l.is_last));
        assert_eq!(read(b"250"), Some((250, String::new(), true)));
        assert_eq!(read(b"250-x"), Some((250, "x".into(), false)));
        assert_eq!(
            read(b"550 Empf\xe4nger"),
            Some((550, "Empf\\xe4nger".into(), true))
        );
        assert_eq!(read(b"25"), None);
        assert_eq!(read(b"2500 x"), None);
        assert_eq!(read(b"150 x"), None);
        assert_eq!(read(b"HTTP/1.1 400"), None);
    }

    #[test]
    fn a_long_reply_is_one_line_with_its_status_once() {
        let reply = Reply {
            code: 550,
            lines: vec!["5.7.1 Blocked,".into(), "5.7.1 see there".into()],
        };
        assert_eq!(reply.to_string(), "550 5.7.1 Blocked, see there");
    }

    #[test]
    fn what_a_server_says_cannot_move_the_cursor() {
        assert_eq!(
            shown("a\x1b[2J\tb\u{202e}c"),
            "a\\u{1b}[2J\\u{9}b\\u{202e}c"
        );
    }

    #[test]
    fn what_a_server_says_is_cut_at_200_characters() {
        let cut = shown(&"ä".repeat(1000));
        assert_eq!(cut, format!("{}…", "ä".repeat(199)));
        assert_eq!(shown(&"ä".repeat(199)), "ä".repeat(199));
    }

    #[test]
    fn a_secret_that_the_server_repeats_is_hidden() {
        let reply = Reply {
            code: 501,
            lines: vec!["cannot read AGEAYg==".into()],
        };
        assert_eq!(
            reply.without("AGEAYg==").to_string(),
            "501 cannot read [hidden]"
        );
    }
}
