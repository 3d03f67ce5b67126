use std::ops::Range;

use memchr::memchr;

use super::split::skip_spaces;

/// What a quote at the start of a cell is taken for, where the rules do not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// It goes on to the next quote before a delimiter; those between belong to the text.
    Nested,
    /// As before, but no line end is the end of a cell.
    Lines,
    /// As `Nested`, but where another cell seems to open meanwhile, it was never closed.
    Torn,
    /// It protects nothing: every delimiter counts.
    Bare,
}

/// No honest cell has more quotes; it keeps a line of nothing but quotes from being passed over for each of them.
const MOST_QUOTES: usize = 64;

/// One cell of such text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    /// Without the quotes that stand around it.
    pub(super) content: String,
    /// Where it stands, with its quotes.
    pub(super) raw: Range<usize>,
    /// A pair of quotes protects it.
    pub(super) quoted: bool,
    /// A quote opens it and nothing closes it.
    pub(super) opened: bool,
}

/// Splits text that breaks the rules of quotes into the contents of its cells.
pub(super) fn split(text: &str, delimiter: u8, style: Style) -> Vec<String> {
    let cells = cells(text, delimiter, style).into_iter();
    cells.map(|cell| cell.content).collect()
}

/// Splits text that breaks the rules of quotes into cells.
pub(super) fn cells(text: &str, delimiter: u8, style: Style) -> Vec<Cell> {
    let bytes = text.as_bytes();
    let mut cells = Vec::new();
    let mut at = 0;
    loop {
        let open = skip_spaces(bytes, at);
        let starts = bytes.get(open) == Some(&b'"');
        let closed = match style {
            Style::Torn if doubles(bytes, open) => None,
            Style::Nested | Style::Lines | Style::Torn if starts => {
                close(bytes, open, delimiter, style)
            }
            _ => None,
        };
        let end = match closed {
            Some(close) => skip_spaces(bytes, close + 1),
            None => memchr(delimiter, &bytes[at..]).map_or(bytes.len(), |n| at + n),
        };
        let raw = text.get(at..end).unwrap_or_default();
        cells.push(Cell {
            content: match closed {
                Some(close) => inside(text.get(open + 1..close).unwrap_or_default()),
                None => outside(raw),
            },
            raw: at..end,
            quoted: closed.is_some(),
            opened: closed.is_none() && starts && raw.matches('"').count() % 2 == 1,
        });
        if end >= bytes.len() {
            return cells;
        }
        at = end + 1;
    }
}

/// Says whether a doubled quote and then text stand at `open`, as in the rest of a cell that was split: `""x`
fn doubles(bytes: &[u8], open: usize) -> bool {
    let text = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    bytes[open..].starts_with(b"\"\"") && bytes.get(open + 2).is_some_and(text)
}

/// Returns where the quote stands that closes the one at `open`: the first with a delimiter or the end behind it.
fn close(bytes: &[u8], open: usize, delimiter: u8, style: Style) -> Option<usize> {
    let ends = |at: usize| {
        let behind = bytes.get(skip_spaces(bytes, at));
        let line_end = |byte: u8| style != Style::Lines && matches!(byte, b'\n' | b'\r');
        behind.is_none_or(|&byte| byte == delimiter || line_end(byte))
    };
    let mut at = open + 1;
    let mut strays = 0;
    for _ in 0..MOST_QUOTES {
        let quote = at + memchr(b'"', bytes.get(at..)?)?;
        if style == Style::Torn && opens_next(bytes, open, quote, delimiter) {
            return None;
        }
        let doubled = bytes.get(quote + 1) == Some(&b'"');
        if doubled && !(strays % 2 == 1 && ends(quote + 2)) {
            at = quote + 2;
        } else if doubled {
            // The first of the two belongs to the quote that stood alone: "Robert "Bob"",
            return Some(quote + 1);
        } else if ends(quote + 1) {
            let words = strays > 0 && strays % 2 == 0 && ends_a_word(bytes, open);
            return (!words).then_some(quote);
        } else {
            strays += 1;
            at = quote + 1;
        }
    }
    None
}

/// Says whether a quote looks like the first of another cell: `,"x` or `,"""x`, but not `,""x` or `,",`.
fn opens_next(bytes: &[u8], open: usize, quote: usize, delimiter: u8) -> bool {
    let mut before = quote;
    while before > open + 1 && bytes[before - 1] == b' ' {
        before -= 1;
    }
    let run = bytes[quote..]
        .iter()
        .take(4)
        .take_while(|byte| **byte == b'"')
        .count();
    let ends = bytes
        .get(quote + run)
        .is_none_or(|byte| *byte == delimiter || matches!(byte, b'\n' | b'\r'));
    before > open + 1 && bytes[before - 1] == delimiter && run % 2 == 1 && !ends
}

/// Says whether the first quote behind `open` closes a word rather than opens one: `"Bob" and "Jim"`.
fn ends_a_word(bytes: &[u8], open: usize) -> bool {
    let Some(n) = bytes.get(open + 1..).and_then(|rest| memchr(b'"', rest)) else {
        return false;
    };
    let quote = open + 1 + n;
    n > 0 && bytes[quote - 1] != b' ' && bytes.get(quote + 1) == Some(&b' ')
}

/// The content of a quoted cell: doubled quotes are single.
pub(super) fn inside(content: &str) -> String {
    content.replace("\"\"", "\"")
}

/// A cell that no pair of quotes protects. A quote without partner at its edge was never closed and says nothing.
fn outside(raw: &str) -> String {
    let cell = raw.trim();
    if cell.matches('"').count() % 2 == 1 {
        return cell.strip_prefix('"').map_or(raw.to_string(), inside);
    }
    match cell
        .strip_prefix('"')
        .and_then(|cell| cell.strip_suffix('"'))
    {
        Some(content) if !content.replace("\"\"", "").contains('"') => inside(content),
        _ => raw.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_inside_a_quoted_cell_belong_to_its_text() {
        let nested = |text| split(text, b',', Style::Nested);
        assert_eq!(
            nested("\"Robert \"Bob\" Smith\",x"),
            ["Robert \"Bob\" Smith", "x"]
        );
        assert_eq!(nested("\"Robert \"Bob\"\",x"), ["Robert \"Bob\"", "x"]);
        assert_eq!(nested("\"5\" heels, no\",x"), ["5\" heels, no", "x"]);
        assert_eq!(nested("\"Bob\" Smith,x"), ["\"Bob\" Smith", "x"]);
        assert_eq!(
            nested("\"Bob\" and \"Jim\",x"),
            ["\"Bob\" and \"Jim\"", "x"]
        );
    }

    #[test]
    fn a_quote_that_is_never_closed_protects_nothing() {
        assert_eq!(split("a,\"b,c", b',', Style::Nested), ["a", "b", "c"]);
        assert_eq!(split("\"a,\"b\",\"c\"", b',', Style::Torn), ["a", "b", "c"]);
        assert_eq!(
            split("a,\"b,c,\"d, e\"", b',', Style::Torn),
            ["a", "b", "c", "d, e"]
        );
        assert_eq!(split("\"a,b\",\"c", b',', Style::Bare), ["a", "b\"", "c"]);
    }
}
