/// The longest line that is made, without the sign that it goes on (RFC 2045, section 6.7, rule 5).
const LONGEST: usize = 75;

/// Encodes a text with CRLF line ends so that every line is ASCII and short (quoted-printable, RFC 2045, section 6.7).
pub(super) fn quoted_printable(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() + text.len() / 4);
    for (at, line) in text.split("\r\n").enumerate() {
        if at > 0 {
            encoded.push_str("\r\n");
        }
        add_line(line.as_bytes(), &mut encoded);
    }
    encoded
}

fn add_line(line: &[u8], encoded: &mut String) {
    let mut length = 0;
    for (at, byte) in line.iter().enumerate() {
        let last = at + 1 == line.len();
        let plain = match byte {
            b'=' => false,
            // Some servers take away space at line ends (rule 3).
            b' ' | b'\t' => !last,
            byte => byte.is_ascii_graphic(),
        };
        let width = if plain { 1 } else { 3 };
        // The last may stand where the sign would.
        if length + width > LONGEST + usize::from(last) {
            encoded.push_str("=\r\n");
            length = 0;
        }
        if plain {
            encoded.push(char::from(*byte));
        } else {
            encoded.push('=');
            encoded
                .extend([byte >> 4, byte & 15].map(|half| char::from(DIGITS[usize::from(half)])));
        }
        length += width;
    }
}

const DIGITS: [u8; 16] = *b"0123456789ABCDEF";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_line_cannot_hold_is_encoded_and_long_lines_go_on() {
        for (text, expected) in [
            ("", ""),
            ("plain text.\r\n", "plain text.\r\n"),
            ("1+1=2 \r\n\r\n\tx\t", "1+1=3D2=20\r\n\r\n\tx=09"),
            ("Zoë\0", "Zo=C3=AB=00"),
        ] {
            assert_eq!(quoted_printable(text), expected);
        }
        let (a, b) = ("a".repeat(75), "b".repeat(76));
        assert_eq!(quoted_printable(&format!("{a}{b}")), format!("{a}=\r\n{b}"));
        assert_eq!(quoted_printable(&format!("{a}a\r\n")), format!("{a}a\r\n"));
        let accents = "é".repeat(13);
        let line = "=C3=A9".repeat(12);
        assert_eq!(quoted_printable(&accents), format!("{line}=C3=\r\n=A9"));
    }
}
