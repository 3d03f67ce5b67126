use std::borrow::Cow;

use super::{Decoded, latin};
use crate::error::Result;

fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|byte| matches!(byte, b'\n' | b'\r'))
}

/// Says whether some lines are certainly UTF-8: they have Latin letters and signs of it, which hardly ever happens by
/// chance, or most of those that are not ASCII are valid.
pub(super) fn has_some_utf8(bytes: &[u8]) -> bool {
    let latin = |c: char| matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{20cf}');
    let (mut valid, mut others) = (0, 0);
    for line in lines(bytes).filter(|line| !line.is_ascii()) {
        match std::str::from_utf8(line) {
            Ok(line) if line.chars().all(latin) => return true,
            Ok(_) => valid += 1,
            Err(_) => others += 1,
        }
    }
    valid > others
}

/// Decodes a file that was pasted together from UTF-8 and something older, line by line.
///
/// # Errors
/// When it cannot be told what the older encoding is.
pub(super) fn decode<'a>(name: &str, bytes: &'a [u8]) -> Result<Decoded<'a>> {
    let strays: Vec<&[u8]> = lines(bytes)
        .filter(|line| std::str::from_utf8(line).is_err())
        .collect();
    let charset = latin::decide(name, &strays.concat())?;
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    for line in lines(bytes) {
        match std::str::from_utf8(line) {
            Ok(line) => text.push_str(line),
            Err(_) => text.push_str(&charset.decode(line)),
        }
    }
    let other = charset.name();
    let count = strays.len();
    let are = if count == 1 { "1 line is" } else { "lines are" };
    let are = if count == 1 {
        are.to_string()
    } else {
        format!("{count} {are}")
    };
    Ok(Decoded {
        text: Cow::Owned(text),
        encoding: "UTF-8".into(),
        damaged: false,
        notes: vec![format!("{are} not in UTF-8 but in {other}")],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_of_bytes_that_is_utf8_by_chance_is_not_taken_for_it() {
        assert!(!has_some_utf8(b"Jos\xe9\n\xd3\xa0Briain\n"));
        assert!(has_some_utf8(b"Jos\xe9\n\xc3\x93 Briain\n"));
    }

    #[test]
    fn lines_of_two_encodings_are_each_read_in_their_own() {
        let bytes = b"name\nZo\xc3\xab\nJos\xe9 Garc\xeda\nPlain\n";
        let decoded = decode("a.csv", bytes).expect("it decodes");
        assert_eq!(decoded.text, "name\nZoë\nJosé García\nPlain\n");
        assert_eq!(
            decoded.notes,
            ["1 line is not in UTF-8 but in Windows-1252"]
        );
    }
}
