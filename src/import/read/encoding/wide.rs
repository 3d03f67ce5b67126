use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use super::charset::Charset;
use super::{Decoded, whole};
use crate::error::{Error, Result};
use crate::import::read::halves::has_byte;

/// Decodes UTF-16, which has a BOM or a NUL in every other byte; nothing if it is none.
///
/// # Errors
/// When it is UTF-32.
pub(super) fn decode<'a>(name: &str, bytes: &'a [u8]) -> Result<Option<Decoded<'a>>> {
    if bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"\0\0\xfe\xff") {
        return Err(
            Error::new(format!("`{name}` is in UTF-32")).hint("save it again as CSV in UTF-8")
        );
    }
    Ok(
        encoding(bytes)
            .map(|encoding| whole(without_half(bytes, encoding), Charset::Web(encoding))),
    )
}

fn encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.starts_with(b"\xff\xfe") {
        return Some(UTF_16LE);
    }
    if bytes.starts_with(b"\xfe\xff") {
        return Some(UTF_16BE);
    }
    if !has_byte(0, bytes) {
        return None;
    }
    // A unit that is all NUL is a NUL in either order.
    let units = |nul: usize| {
        let units = bytes.chunks_exact(2);
        units
            .filter(|unit| unit[nul] == 0 && unit[1 - nul] != 0)
            .count()
    };
    let (even, odd) = (units(0), units(1));
    // In delimited text at least the delimiters and the addresses are ASCII.
    let many = |some: usize, other: usize| some * 5 > bytes.len() && other * 20 <= some;
    if many(odd, even) {
        Some(UTF_16LE)
    } else {
        many(even, odd).then_some(UTF_16BE)
    }
}

/// Takes off the half of a line end that a program which knows nothing of UTF-16 left at the end.
fn without_half<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> &'a [u8] {
    let unfinished = bytes.len() % 2 == 1;
    match bytes.split_last() {
        Some((b'\n' | b'\r' | b' ' | 0, rest)) if unfinished => rest,
        Some((b'\n', [rest @ .., 0])) if encoding == UTF_16LE && unfinished => rest,
        _ => bytes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str, big: bool) -> Vec<u8> {
        let bytes = |unit: u16| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        };
        text.encode_utf16().flat_map(bytes).collect()
    }

    fn read(bytes: &[u8]) -> Option<(String, String)> {
        let decoded = decode("a.csv", bytes).expect("it is not UTF-32")?;
        Some((decoded.encoding, decoded.text.into_owned()))
    }

    #[test]
    fn utf16_is_read_with_and_without_bom() {
        let text = "name\temail\r\nZoë Łuczak\tz@example.org\r\n";
        for (big, name) in [(false, "UTF-16 LE"), (true, "UTF-16 BE")] {
            let expected = Some((name.to_string(), text.to_string()));
            assert_eq!(read(&wide(text, big)), expected);
            assert_eq!(read(&wide(&format!("\u{feff}{text}"), big)), expected);
            let mut torn = wide(text, big);
            torn.push(b'\n');
            assert_eq!(read(&torn), expected, "half a line end");
        }
    }

    #[test]
    fn stray_nuls_do_not_make_it_utf16() {
        assert_eq!(read(b"name,email\nJo\0,jo@example.org\n"), None);
    }

    #[test]
    fn half_a_character_is_damage() {
        let decoded = decode("a.csv", b"\xff\xfea\0\x3d\xd8b\0").expect("no UTF-32");
        assert!(decoded.is_some_and(|decoded| decoded.damaged));
    }
}
