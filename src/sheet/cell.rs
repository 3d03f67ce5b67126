use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr;

use super::Delimiter;

/// The raw cells of one record, as byte ranges of it.
#[derive(Clone, Debug)]
pub(super) struct Split<'a> {
    record: &'a [u8],
    delimiter: u8,
    next: Option<usize>,
}

impl<'a> Split<'a> {
    /// Splits a record, given without its line end.
    pub(super) fn new(record: &'a str, delimiter: Delimiter) -> Self {
        Self {
            record: record.as_bytes(),
            delimiter: delimiter.byte(),
            next: Some(0),
        }
    }
}

impl Iterator for Split<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.next?;
        let behind_quotes = match self.record.get(start) {
            Some(b'"') => closing(self.record, start),
            _ => start,
        };
        let end = memchr(self.delimiter, &self.record[behind_quotes..]).map(|n| behind_quotes + n);
        self.next = end.map(|end| end + 1);
        Some(start..end.unwrap_or(self.record.len()))
    }
}

/// Returns what is behind the quote that closes the one at `open`, or the end.
fn closing(bytes: &[u8], open: usize) -> usize {
    let mut at = open + 1;
    while let Some(n) = memchr(b'"', &bytes[at..]) {
        at += n + 1;
        if bytes.get(at) != Some(&b'"') {
            return at;
        }
        at += 1;
    }
    bytes.len()
}

/// Returns what a raw cell means: without the quotes around it, and with doubled ones single (RFC 4180 section 2, 7).
pub(super) fn decode(raw: &str) -> Cow<'_, str> {
    let Some(inner) = raw.strip_prefix('"') else {
        return Cow::Borrowed(raw);
    };
    let inner = inner.strip_suffix('"').unwrap_or(inner);
    if memchr(b'"', inner.as_bytes()).is_some() {
        Cow::Owned(inner.replace("\"\"", "\""))
    } else {
        Cow::Borrowed(inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(record: &str) -> Vec<Cow<'_, str>> {
        Split::new(record, Delimiter::Comma)
            .map(|range| decode(&record[range]))
            .collect()
    }

    #[test]
    fn a_cell_is_quoted_only_if_its_first_character_is_a_quote() {
        assert_eq!(cells("\"a,b\",c"), ["a,b", "c"]);
        assert_eq!(cells(" \"a,b\""), [" \"a", "b\""]);
        assert_eq!(
            cells("Robert \"Bob\" Smith,x"),
            ["Robert \"Bob\" Smith", "x"]
        );
    }

    #[test]
    fn two_quotes_inside_quotes_are_one() {
        assert_eq!(
            cells("\"a \"\"b\"\"\",\"\"\"\",\"\""),
            ["a \"b\"", "\"", ""]
        );
    }

    #[test]
    fn a_delimiter_at_the_end_begins_an_empty_cell() {
        assert_eq!(cells("a,"), ["a", ""]);
        assert_eq!(cells(""), [""]);
    }

    #[test]
    fn a_cell_without_doubled_quotes_is_not_copied() {
        assert!(matches!(decode("\"a,b\""), Cow::Borrowed("a,b")));
    }
}
