//! Large texts are looked through in two halves at once.

use memchr::memchr;

use crate::sheet::together;

/// So many bytes are worth a second thread.
pub(super) const LARGE: usize = 1 << 20;

/// Returns where the second half of some text begins, right behind a line end; none if it is not worth the while.
fn middle(bytes: &[u8]) -> Option<usize> {
    let half = Some(bytes.len() / 2).filter(|_| bytes.len() > LARGE)?;
    Some(half + memchr(b'\n', &bytes[half..])? + 1)
}

/// Tells whether a text holds something that never goes on over a line end.
pub(super) fn holds(text: &str, is_there: impl Fn(&str) -> bool + Send + Sync) -> bool {
    let halves = middle(text.as_bytes()).map(|middle| text.split_at(middle));
    halves.map_or_else(|| is_there(text), |halves| in_either(halves, &is_there))
}

/// Tells whether some byte is among others.
pub(super) fn has_byte(byte: u8, bytes: &[u8]) -> bool {
    let is_there = |bytes: &[u8]| memchr(byte, bytes).is_some();
    let halves = middle(bytes).map(|middle| bytes.split_at(middle));
    halves.map_or_else(|| is_there(bytes), |halves| in_either(halves, &is_there))
}

fn in_either<T: ?Sized + Sync>(
    (one, other): (&T, &T),
    is_there: &(impl Fn(&T) -> bool + Sync),
) -> bool {
    let (one, other) = together(|| is_there(one), || is_there(other));
    one || other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_either_half_is_found() {
        let lines = |first: &str, last: &str| {
            format!("{first}\n{}{last}\n", "a line\n".repeat(LARGE / 7 + 1))
        };
        for (text, expected) in [
            (lines("x", ""), true),
            (lines("", "x"), true),
            (lines("", ""), false),
            ("x".to_string(), true),
            ("x".repeat(LARGE + 1), true),
            (String::new(), false),
        ] {
            assert_eq!(holds(&text, |text| text.contains('x')), expected);
            assert_eq!(has_byte(b'x', text.as_bytes()), expected);
        }
    }
}
