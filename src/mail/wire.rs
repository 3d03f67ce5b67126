use super::plain::is_plain;
use crate::error::{Finding, Place};

/// The longest line in octets, without its line end (RFC 5322, section 2.1.1).
const LONGEST: usize = 998;

/// What some editors write before a text: a byte order mark.
const BOM: &[u8] = b"\xef\xbb\xbf";

/// Gives a message the line ends that it has on the wire: CRLF, also at the end of the last line. A bare LF would let
/// `LF . LF` in a text pass for the end of the message at some servers.
pub(super) fn normalised(bytes: Vec<u8>) -> Vec<u8> {
    let is_bare = |at: usize| at == 0 || bytes[at - 1] != b'\r';
    let mut ends = memchr::memchr_iter(b'\n', &bytes);
    let has_bom = bytes.starts_with(BOM);
    if !has_bom && bytes.ends_with(b"\r\n") && !ends.any(is_bare) {
        return bytes;
    }
    let mut normalised = Vec::with_capacity(bytes.len() + bytes.len() / 16 + 2);
    let mut copied = if has_bom { BOM.len() } else { 0 };
    for at in memchr::memchr_iter(b'\n', &bytes).filter(|at| is_bare(*at)) {
        normalised.extend_from_slice(&bytes[copied..at]);
        normalised.push(b'\r');
        copied = at;
    }
    normalised.extend_from_slice(&bytes[copied..]);
    if !normalised.ends_with(b"\r\n") {
        normalised.extend(b"\r\n");
    }
    normalised
}

/// Checks what the wire asks of a message with CRLF line ends, whatever stands in it (RFC 5321, sections 2.3.8 and
/// 4.5.3.1.6).
pub(super) fn check(file_name: &str, bytes: &[u8]) -> Result<(), Finding> {
    // Nearly every mail is in order; the reasons are looked for only in one that is not.
    if is_in_order(bytes) {
        return Ok(());
    }
    for (number, line) in lines(bytes).enumerate() {
        let found = |rule, message: String, column| {
            Finding::error(rule, message).at(place(file_name, bytes, number + 1, column))
        };
        if let Some(at) = line.iter().position(|byte| !byte.is_ascii()) {
            let text = String::from_utf8_lossy(&line[at..]);
            let letter = text.chars().next().unwrap_or_default();
            let message = format!("`{letter}` cannot be sent as it is");
            let hint = "write this draft in plain letters a to z; for others, delete it, change the template and run \
                        `plenary mail draft`";
            let column = String::from_utf8_lossy(&line[..at]).chars().count() + 1;
            return Err(found("not-ascii", message, column).hint(hint));
        }
        let odd = |byte: &u8| byte.is_ascii_control() && *byte != b'\t';
        if let Some(at) = line.iter().position(odd) {
            let message = "this line has a control character in it".to_string();
            return Err(found("control-character", message, at + 1).hint("delete the character"));
        }
        if line.len() > LONGEST {
            let message = format!(
                "this line has {} characters; mail allows {LONGEST}",
                line.len()
            );
            return Err(found("long-line", message, 1).hint("break the line"));
        }
    }
    Ok(())
}

/// Tells whether [`check`] has nothing to say, in passes that look at many bytes at a time.
fn is_in_order(bytes: &[u8]) -> bool {
    if !is_plain(bytes, [b'\t', b'\r', b'\n']) {
        return false;
    }
    let (mut start, mut count) = (0, 0);
    let fit = |end: usize| {
        let (line, ended) = (end - start, end > start && bytes[end - 1] == b'\r');
        (start, count) = (end + 1, count + 1);
        ended && line - 1 <= LONGEST
    };
    // The last one is ended, too, and a CR of which there is no LF stands in none.
    memchr::memchr_iter(b'\n', bytes).all(fit)
        && start == bytes.len()
        && memchr::memchr_iter(b'\r', bytes).count() == count
}

/// Returns the lines of a message without their CRLF. A bare CR stays in its line.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes
        .split_inclusive(|byte| *byte == b'\n')
        .map(|line| line.strip_suffix(b"\r\n").unwrap_or(line))
}

/// Returns the place of a line in a draft; both numbers are counted from 1.
pub(super) fn place(file_name: &str, bytes: &[u8], line: usize, column: usize) -> Place {
    let text = lines(bytes).nth(line - 1).unwrap_or_default();
    let text = String::from_utf8_lossy(text);
    Place {
        file: format!("outbox/{file_name}"),
        line,
        column,
        width: 1,
        // A line may be as long as its fault says.
        text: text.chars().take(200).collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// The quick look and the thorough one agree.
        #[test]
        fn a_message_is_in_order_if_each_of_its_lines_is(
            parts in proptest::collection::vec(
                prop_oneof!["[ -~]{0,5}", "\\PC", Just("\r\n".to_string()), Just("\n".to_string()),
                    Just("\r".to_string()), Just("\t".to_string()), Just("x".repeat(998)), Just("\0".to_string())],
                0..9,
            )
        ) {
            let bytes = normalised(parts.concat().into_bytes());
            let good = |line: &[u8]| {
                line.len() <= LONGEST && line.iter().all(|byte| matches!(byte, b'\t' | b' '..=b'~'))
            };
            prop_assert_eq!(is_in_order(&bytes), lines(&bytes).all(good));
            prop_assert_eq!(check("a.eml", &bytes).is_ok(), is_in_order(&bytes));
        }
    }
}
