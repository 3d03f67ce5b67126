use std::ops::Range;

use memchr::{memchr, memchr3};

/// One cell as it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Without the quotes around it.
    pub(super) content: Range<usize>,
    pub(super) quoted: bool,
    /// Doubled quotes stand in it, or spaces around its quotes, so that it is not what stands between two delimiters.
    pub(super) mend: bool,
}

/// How far the splitting of a record went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Split {
    /// To the line end at this position, by the rules.
    Clean(usize),
    /// A quote is never closed, or text follows the one that closes.
    Odd,
}

/// Splits the record that begins at `start` by RFC 4180 section 2; spaces around quotes are forgiven, and quotes
/// inside a cell that does not begin with one are text. Cells may go on over lines.
///
/// It stops at the first quote that breaks the rules, and so a whole text of odd records is passed over only once.
pub(super) fn split(text: &str, start: usize, delimiter: u8, pieces: &mut Vec<Piece>) -> Split {
    let bytes = text.as_bytes();
    pieces.clear();
    let mut at = start;
    loop {
        let open = skip_spaces(bytes, at);
        let end = if bytes.get(open) == Some(&b'"') {
            let Some((close, doubled)) = closing(bytes, open) else {
                return Split::Odd;
            };
            let end = skip_spaces(bytes, close + 1);
            let end = skip_foreign_tail(bytes, end, delimiter);
            pieces.push(Piece {
                content: open + 1..close,
                quoted: true,
                mend: doubled || open > at || end > close + 1,
            });
            end
        } else {
            let end =
                memchr3(delimiter, b'\n', b'\r', &bytes[at..]).map_or(bytes.len(), |n| at + n);
            pieces.push(Piece {
                content: at..end,
                quoted: false,
                mend: false,
            });
            end
        };
        match bytes.get(end) {
            None | Some(b'\n' | b'\r') => return Split::Clean(end),
            Some(&byte) if byte == delimiter => at = end + 1,
            Some(_) => return Split::Odd,
        }
    }
}

/// Returns where the quote stands that closes the one at `open`, and whether doubled ones stand between them.
fn closing(bytes: &[u8], open: usize) -> Option<(usize, bool)> {
    let mut at = open + 1;
    let mut doubled = false;
    loop {
        at += memchr(b'"', bytes.get(at..)?)?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some((at, doubled));
        }
        doubled = true;
        at += 2;
    }
}

/// Says whether all quotes of a text obey RFC 4180 section 2 from a byte on: each opens a cell, is closed before a
/// delimiter or a line end, or stands doubled between two that do.
///
/// A quote that was left out or left open breaks this somewhere, whatever it swallows.
pub(super) fn is_sound(text: &str, from: usize, delimiter: u8) -> bool {
    let bytes = text.as_bytes();
    let parts = |byte: &u8| *byte == delimiter || matches!(byte, b'\n' | b'\r');
    let mut at = from;
    while let Some(n) = memchr(b'"', &bytes[at..]) {
        let open = at + n;
        let Some((close, _)) = closing(bytes, open) else {
            return false;
        };
        let begins = open == from || parts(&bytes[open - 1]);
        if !begins || !bytes.get(close + 1).is_none_or(parts) {
            return false;
        }
        at = close + 1;
    }
    true
}

/// Passes over what may stand around quotes: spaces, and NULs, which fill up what a program has cut.
pub(super) fn skip_spaces(bytes: &[u8], mut at: usize) -> usize {
    while matches!(bytes.get(at), Some(b' ' | 0)) {
        at += 1;
    }
    at
}

/// Passes over what a spreadsheet puts behind a line in quotes that it took for one cell: `"a,b,c";;;`
fn skip_foreign_tail(bytes: &[u8], at: usize, delimiter: u8) -> usize {
    let mut end = at;
    while let Some(&byte) = bytes.get(end) {
        match byte {
            b'\n' | b'\r' => return end,
            b',' | b';' | b'\t' | b'|' if byte != delimiter => end += 1,
            _ => return at,
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Option<Vec<&str>> {
        let mut pieces = Vec::new();
        let end = split(text, 0, b',', &mut pieces);
        let cells = pieces.iter().map(|piece| &text[piece.content.clone()]);
        (end != Split::Odd).then(|| cells.collect())
    }

    #[test]
    fn records_are_split_by_the_rules() {
        assert_eq!(cells("a,\"b,\nc\",\nx"), Some(vec!["a", "b,\nc", ""]));
        assert_eq!(cells("a, \"b, c\" ,d"), Some(vec!["a", "b, c", "d"]));
        assert_eq!(
            cells("Robert \"Bob\" Smith,5\""),
            Some(vec!["Robert \"Bob\" Smith", "5\""])
        );
        assert_eq!(cells("\"a,b\";;\nx"), Some(vec!["a,b"]));
    }

    #[test]
    fn broken_quotes_are_odd() {
        assert_eq!(cells("\"Robert \"Bob\" Smith\",x"), None);
        assert_eq!(cells("a,\"never closed\nb,c\n"), None);
        assert_eq!(cells("\"a\"b,c"), None);
    }
}
