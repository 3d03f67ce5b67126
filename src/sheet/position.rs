use std::ops::Range;

use memchr::memchr2_iter;

use crate::error::Place;

/// The mark that some programs put before UTF-8 text (RFC 3629 section 6).
pub(super) const BOM: char = '\u{feff}';

/// Returns the bytes of the line end that begins at `at`: 0, 1 (LF or a lone CR) or 2 (CRLF).
pub(super) fn line_end(bytes: &[u8], at: usize) -> usize {
    match (bytes.get(at), bytes.get(at + 1)) {
        (Some(b'\r'), Some(b'\n')) => 2,
        (Some(b'\n' | b'\r'), _) => 1,
        _ => 0,
    }
}

/// Counts the line ends (LF, CRLF, lone CR) in `text`, and returns where the line after the last of them begins.
pub(super) fn lines(text: &str) -> (usize, Option<usize>) {
    let bytes = text.as_bytes();
    let mut count = 0;
    let mut last = None;
    for at in memchr2_iter(b'\n', b'\r', bytes) {
        if line_end(bytes, at) == 1 {
            count += 1;
            last = Some(at + 1);
        }
    }
    (count, last)
}

/// Returns line and column, both from 1, of the byte `at`, given that line `line` begins at `start`.
pub(super) fn position(text: &str, start: usize, line: usize, at: usize) -> (usize, usize) {
    let (count, last) = lines(&text[start..at]);
    let line_start = start + last.unwrap_or(0);
    (line + count, text[line_start..at].chars().count() + 1)
}

/// Makes a place of a byte range that begins in line `line`, cut at the end of its first line.
pub(super) fn place(file: &str, text: &str, line: usize, range: &Range<usize>) -> Place {
    let bom = text
        .strip_prefix(BOM)
        .map_or(0, |rest| text.len() - rest.len());
    let ends = ['\n', '\r'];
    let line_start = text[..range.start].rfind(ends).map_or(bom, |at| at + 1);
    let line_end = text[range.start..]
        .find(ends)
        .map_or(text.len(), |at| range.start + at);
    let end = range.end.clamp(range.start, line_end);
    Place {
        file: file.to_string(),
        line,
        column: text[line_start..range.start].chars().count() + 1,
        width: text[range.start..end].chars().count().max(1),
        text: text[line_start..line_end].to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_counts_once() {
        assert_eq!(lines("a\nb\r\nc\rd"), (3, Some(7)));
        assert_eq!(lines("a"), (0, None));
        assert_eq!(position("é\r\nüx", 0, 1, 6), (2, 2));
    }

    #[test]
    fn a_place_shows_its_line_without_bom_and_line_end() {
        let place = place("a.csv", "\u{feff}é,b\rc", 1, &(6..9));
        assert_eq!((place.column, place.width), (3, 1));
        assert_eq!(place.text, "é,b");
    }
}
