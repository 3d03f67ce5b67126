/// Returns the message as it goes over the wire after `DATA`: every line ends in CRLF, lines that start with a dot get
/// another one (RFC 5321 section 4.5.2), and the final dot ends it.
///
/// A bare CR or LF becomes CRLF first. Left alone, a line feed and a dot would end the message for a lenient server,
/// and what follows would be read as commands.
pub(super) fn on_the_wire(message: &[u8]) -> Vec<u8> {
    let mut wire = Vec::with_capacity(message.len() + message.len() / 32 + 8);
    let mut rest = message;
    while !rest.is_empty() {
        let end = memchr::memchr2(b'\r', b'\n', rest).unwrap_or(rest.len());
        let (line, tail) = rest.split_at(end);
        if line.starts_with(b".") {
            wire.push(b'.');
        }
        wire.extend_from_slice(line);
        wire.extend_from_slice(b"\r\n");
        rest = tail
            .strip_prefix(b"\r\n")
            .or_else(|| tail.get(1..))
            .unwrap_or_default();
    }
    wire.extend_from_slice(b".\r\n");
    wire
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wire(message: &str) -> String {
        String::from_utf8(on_the_wire(message.as_bytes())).expect("text stays text")
    }

    #[test]
    fn lines_that_start_with_a_dot_get_another() {
        assert_eq!(
            wire(".\r\n..\r\na.b\r\n.c\r\n"),
            "..\r\n...\r\na.b\r\n..c\r\n.\r\n"
        );
    }

    #[test]
    fn bare_line_ends_cannot_smuggle_a_final_dot() {
        assert_eq!(
            wire("a\n.\nMAIL\r.\rb\n\r\nc"),
            "a\r\n..\r\nMAIL\r\n..\r\nb\r\n\r\nc\r\n.\r\n"
        );
    }

    #[test]
    fn a_message_without_a_last_line_end_gets_one_and_no_blank_line_is_added() {
        assert_eq!(wire("a"), "a\r\n.\r\n");
        assert_eq!(wire("a\r\n"), "a\r\n.\r\n");
        assert_eq!(wire(""), ".\r\n");
    }
}
