use super::plain::{is_plain, lines};

/// The longest line that is made, without the sign that it goes on (RFC 2045, section 6.7, rule 5).
const LONGEST: usize = 75;

/// Adds a text so that every line is ASCII and short (quoted-printable, RFC 2045, section 6.7), with CRLF line ends.
pub(super) fn add_quoted_printable(text: &str, encoded: &mut String) {
    for (at, line) in lines(text).enumerate() {
        if at > 0 {
            encoded.push_str("\r\n");
        }
        add_line(line, encoded);
    }
}

fn add_line(line: &str, encoded: &mut String) {
    let (mut rest, mut room) = (line, LONGEST);
    let is_plain = is_plain(line.as_bytes(), [b'\t']);
    while let Some(c) = rest.chars().next() {
        let run = plain(rest, is_plain);
        // The last of a line may stand where the sign would.
        if run == rest.len() && run <= room + 1 {
            encoded.push_str(rest);
            return;
        }
        let taken = run.min(room);
        if taken > 0 {
            encoded.push_str(&rest[..taken]);
            (rest, room) = (&rest[taken..], room - taken);
        } else if run > 0 {
            encoded.push_str(SIGN);
            room = LONGEST;
        } else {
            rest = &rest[c.len_utf8()..];
            let mut bytes = [0; 4];
            let bytes = c.encode_utf8(&mut bytes).as_bytes();
            for (at, byte) in bytes.iter().enumerate() {
                let is_last = rest.is_empty() && at + 1 == bytes.len();
                if room + usize::from(is_last) < 3 {
                    encoded.push_str(SIGN);
                    room = LONGEST;
                }
                let halves = [byte >> 4, byte & 15].map(|half| DIGITS[usize::from(half)]);
                encoded.push('=');
                for half in halves {
                    encoded.push(char::from(half));
                }
                room = room.saturating_sub(3);
            }
        }
    }
}

/// Returns how many bytes at the beginning of a line stand for themselves; of one that `is_plain` all do but `=`. Space at
/// its end does not: some servers take it away (rule 3).
fn plain(line: &str, is_plain: bool) -> usize {
    let stands = |byte: &u8| matches!(byte, b'\t' | b' '..=b'<' | b'>'..=b'~');
    let run = if is_plain {
        memchr::memchr(b'=', line.as_bytes()).unwrap_or(line.len())
    } else {
        line.bytes().take_while(|byte| stands(byte)).count()
    };
    let ends_in_space = run == line.len() && line.ends_with([' ', '\t']);
    run - usize::from(ends_in_space)
}

/// Says at the end of a line that it goes on.
const SIGN: &str = "=\r\n";

const DIGITS: [u8; 16] = *b"0123456789ABCDEF";

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted_printable(text: &str) -> String {
        let mut encoded = String::new();
        add_quoted_printable(text, &mut encoded);
        encoded
    }

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
