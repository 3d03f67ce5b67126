/// Tells whether there are only printable ASCII characters and certain others, in a pass that looks at many bytes at a
/// time.
pub(super) fn is_plain<const N: usize>(bytes: &[u8], others: [u8; N]) -> bool {
    let odd = |byte: u8| {
        let is_other = others
            .iter()
            .fold(0, |is, other| is | u8::from(byte == *other));
        u8::from(byte.wrapping_sub(b' ') > b'~' - b' ') & (is_other ^ 1)
    };
    let is_plain = |part: &[u8]| part.iter().fold(0, |found, byte| found | odd(*byte)) == 0;
    let (parts, rest) = bytes.as_chunks::<64>();
    parts.iter().all(|part| is_plain(part)) && is_plain(rest)
}

/// Returns the lines of a text without their line ends, LF or CRLF; behind the last one comes another, which may be blank.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    let mut start = 0;
    ends.map(move |end| {
        let line = &text[start..end];
        start = end + 1;
        line.strip_suffix('\r').unwrap_or(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_odd_byte_is_found_wherever_it_stands() {
        for length in [1, 63, 64, 65, 200] {
            for at in 0..length {
                for (byte, expected) in [
                    (b'~', true),
                    (b' ', true),
                    (b'\t', true),
                    (b'\n', false),
                    (0x7f, false),
                    (0xc3, false),
                ] {
                    let mut bytes = vec![b'x'; length];
                    bytes[at] = byte;
                    assert_eq!(
                        is_plain(&bytes, [b'\t']),
                        expected,
                        "{byte} at {at} of {length}"
                    );
                }
            }
        }
        assert!(is_plain(b"", []));
    }

    #[test]
    fn lines_end_with_lf_or_crlf() {
        let all = |text: &'static str| lines(text).collect::<Vec<_>>();
        assert_eq!(all("a\r\n\nb\rc\n"), ["a", "", "b\rc", ""]);
        assert_eq!(all(""), [""]);
    }
}
