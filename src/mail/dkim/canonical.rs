//! The forms in which a mail is signed: what servers on the way may change makes no difference in them.

/// Returns a header field in the relaxed form (RFC 6376, section 3.4.2): the name in lower case, one space for any white
/// space, none at the ends. `field` is the whole field with its line ends, folded or not.
pub(super) fn field(field: &[u8]) -> Vec<u8> {
    let colon = field.iter().position(|byte| *byte == b':');
    let (name, value) = field.split_at(colon.unwrap_or(field.len()));
    let mut relaxed = name.trim_ascii_end().to_ascii_lowercase();
    relaxed.push(b':');
    let words = value.get(1..).unwrap_or_default();
    let words = words.split(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'));
    for (at, word) in words.filter(|word| !word.is_empty()).enumerate() {
        if at > 0 {
            relaxed.push(b' ');
        }
        relaxed.extend_from_slice(word);
    }
    relaxed
}

/// Returns a body in the relaxed form (RFC 6376, section 3.4.4): one space for any white space within a line, none at
/// its end, no blank lines at the end of all. Lines end with CRLF.
pub(super) fn body(body: &[u8]) -> Vec<u8> {
    let mut relaxed = Vec::with_capacity(body.len());
    // The length up to the end of the last line that has something in it.
    let mut end = 0;
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let begins = relaxed.len();
        let mut space = false;
        for byte in line {
            match byte {
                b' ' | b'\t' => space = true,
                byte => {
                    if space {
                        relaxed.push(b' ');
                    }
                    space = false;
                    relaxed.push(*byte);
                }
            }
        }
        let blank = relaxed.len() == begins;
        relaxed.extend_from_slice(b"\r\n");
        if !blank {
            end = relaxed.len();
        }
    }
    relaxed.truncate(end);
    relaxed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_standard_comes_out_as_it_says() {
        // RFC 6376, section 3.4.5.
        assert_eq!(field(b"A: X\r\n"), b"a:X");
        assert_eq!(field(b"B : Y\t\r\n\tZ  \r\n"), b"b:Y Z");
        assert_eq!(body(b" C \r\nD \t E\r\n\r\n\r\n"), b" C\r\nD E\r\n");
    }

    #[test]
    fn a_body_without_anything_in_it_is_nothing_and_a_last_line_gets_its_end() {
        for nothing in [&b""[..], b"\r\n", b"\r\n \r\n\t\r\n"] {
            assert_eq!(body(nothing), b"", "{nothing:?}");
        }
        assert_eq!(body(b"a"), b"a\r\n");
        assert_eq!(body(b"\r\n\r\na  \t\r\n"), b"\r\n\r\na\r\n");
    }
}
