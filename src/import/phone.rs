use super::stamp::is_stamp;
use crate::import::columns::is_any;

/// Returns the form that phone numbers are compared by: their last nine digits, since what stands before is written in
/// many ways (`+44`, `0044`, `0`, nothing); blank if there are too few. Words and a second number do not count.
#[cfg(test)]
fn key(phone: &str) -> String {
    let mut key = String::new();
    fold_into(phone, &mut key);
    key
}

/// Words that stand before a phone number and say that it is one.
const LABELS: &str = "tel|tel no|telephone|phone|phone no|ph|mob|mobile|cell|t|m|p|telefon|tel nr|mobil|handy|telefonnummer|\
    handynummer|telefono|tfno|tlf|movil|port|portable|kom|komorka|nr tel|ffon|ffôn|symudol|whatsapp|wa";

/// Returns the phone number that a text is, without brackets around it or a word for it before it; none if it is anything
/// else.
pub(super) fn alone(text: &str) -> Option<&str> {
    let text = unlabelled(text);
    let inner = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'));
    let inner = inner.filter(|inner| !inner.contains(['(', ')']));
    Some(inner.unwrap_or(text)).filter(|text| is_number(text))
}

/// Returns a text without the word for a phone number that it begins with, if it does: `Tel: 020 7946 0101`.
fn unlabelled(text: &str) -> &str {
    let start = text.find(|c: char| c.is_ascii_digit() || "+(".contains(c));
    let Some((label, number)) = start.map(|start| text.split_at(start)) else {
        return text;
    };
    let label = label.trim_matches(|c: char| c.is_whitespace() || ".:-".contains(c));
    let label = label.replace(". ", " ").to_lowercase();
    match is_any(&label, LABELS) {
        true => number.trim_end(),
        false => text,
    }
}

fn is_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (7..=15).contains(&digits) && text.chars().all(is_part) && !is_stamp(text)
}

/// Tells whether a text is no phone number, not even a short one or a part of one: `as above`, `ask Jo`.
pub(super) fn is_none(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits < 3 && text.contains(char::is_alphabetic)
}

/// Tells whether a spreadsheet has taken a number for one to count with, and eaten its digits: `4.47701E+11`.
pub(super) fn is_eaten(text: &str) -> bool {
    let Some((digits, power)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let is_numeric = |text: &str| {
        let part = |b: u8| b.is_ascii_digit() || b == b'.' || b == b',';
        !text.is_empty() && text.bytes().all(part)
    };
    is_numeric(digits) && power.strip_prefix('+').is_some_and(is_numeric)
}

/// Tells whether a number is another one as a spreadsheet leaves it: with its digits eaten, or without what stood before
/// them, `+` or `0`.
pub(super) fn is_spoilt(text: &str, other: &str) -> bool {
    if is_eaten(text) {
        return !is_eaten(other) && other.contains(|c: char| c.is_ascii_digit());
    }
    is_shortened(text, other)
}

/// Tells whether a number is the end of another one, as a spreadsheet or somebody in a hurry leaves it: without the `+` or
/// `0` before it, the country or the area.
pub(super) fn is_shortened(text: &str, other: &str) -> bool {
    if text.starts_with(['+', '0']) || !other.starts_with(['+', '0', '(']) {
        return false;
    }
    let (Some(digits), Some(whole)) = (digits(text), digits(other)) else {
        return false;
    };
    let whole = whole.trim_start_matches('0');
    let is_end = |before: &str| {
        // `34` may be another number than `034`. Of `0044 7700 …` somebody has typed only what stands behind the country,
        // and a zero in brackets.
        before.is_empty() && digits.len() > 4 || before.len() < 5 && digits.len() > 6
    };
    whole.strip_suffix(&digits).is_some_and(is_end)
}

/// Returns the digits of what is nothing but a number, however long.
fn digits(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (text.chars().all(is_part) && !digits.is_empty()).then_some(digits)
}

/// Tells whether a character may stand in a phone number.
fn is_part(c: char) -> bool {
    c.is_ascii_digit() || " +()-./".contains(c)
}

/// Tells whether a number says nothing that another one did not say before: a spreadsheet has spoilt it, or there are only
/// other marks between its digits.
pub(super) fn says_no_more(now: &str, before: &str) -> bool {
    fn digits(text: &str) -> impl Iterator<Item = u8> {
        let kept = |b: &u8| b.is_ascii_digit() || *b == b'+';
        text.bytes().filter(kept)
    }
    !before.is_empty()
        && (is_spoilt(now, before)
            || digits(now).eq(digits(before)) && is_number(now) && is_number(before))
}

/// Adds the form that phone numbers are compared by to a text that is blank.
pub(super) fn fold_into(phone: &str, key: &mut String) {
    if phone.is_empty() {
        return;
    }
    let phone = phone.split(['/', ';', '|']).next().unwrap_or_default();
    let end = phone
        .find(|c: char| c.is_alphabetic())
        .unwrap_or(phone.len());
    let numbers = if end < 5 { phone } else { &phone[..end] };
    let digits: String = numbers
        .chars()
        .filter_map(|c| c.to_digit(10))
        .map(|d| char::from(b'0' + d as u8))
        .collect();
    let digits = digits.trim_start_matches('0');
    if digits.len() < 6 || phone.contains("E+") {
        return;
    }
    key.push_str(&digits[digits.len().saturating_sub(9)..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_written_in_many_ways_is_one() {
        for phone in [
            "07700 900997",
            "+44 7700 900997",
            "0044 7700 900 997",
            "7700900997",
            "447700900997",
            "+44 (0)7700 900997",
            "07700 900997 (mobile)",
            "tel: 07700900997",
            "07700 900997 / 020 7946 0000",
        ] {
            assert_eq!(key(phone), "700900997", "{phone}");
        }
        for phone in ["", "4.47701E+11", "n/a", "0"] {
            assert_eq!(key(phone), "", "{phone}");
        }
    }

    #[test]
    fn what_a_spreadsheet_has_spoilt_is_known() {
        for (spoilt, good) in [
            ("4.477E+11", "447700900777"),
            ("4,477E+11", "07700 900777"),
            ("7700900778", "07700 900778"),
            ("447700900778", "+44 7700 900778"),
            ("7700900778", "0044 7700 900778"),
            ("7700900778", "+44 (0)7700 900778"),
            ("90011123", "+47 900 11 123"),
            ("900 11 123", "+47 900 11 123"),
            ("1254555001", "(01254) 555001"),
            ("12345", "0012345"),
        ] {
            assert!(is_spoilt(spoilt, good), "{spoilt}");
            assert!(!is_spoilt(good, spoilt), "{good}");
        }
        for (other, known) in [
            ("7700900779", "07700 900778"),
            ("07700900778", "07700 900778"),
            ("4.477E+11", ""),
            ("4.477E+11", "4.478E+11"),
            ("E+", "07700 900778"),
            ("10", "0-10"),
            ("50", "0.50"),
            ("34", "034"),
            ("12345", "0912345"),
            ("+900 11 123", "+47 900 11 123"),
        ] {
            assert!(!is_spoilt(other, known), "{other}");
        }
    }

    #[test]
    fn other_marks_or_fewer_digits_say_nothing_more() {
        for (now, before, expected) in [
            ("07700900113", "07700 900113", true),
            ("(020) 7946-0001", "020 7946 0001", true),
            ("7700900113", "07700 900113", true),
            ("4.47701E+11", "+44 7701 123456", true),
            ("07700 900113", "7700900113", false),
            ("07700 900114", "07700 900113", false),
            ("+44 7700 900113", "07700 900113", false),
            ("07700 900113 (work)", "07700 900113", false),
            ("07700 900113", "", false),
        ] {
            assert_eq!(says_no_more(now, before), expected, "{now} {before}");
        }
    }

    #[test]
    fn a_date_or_a_number_with_words_is_no_phone_number_alone() {
        for phone in ["07700 900997", "+44 (0)7700 900997", "(01254) 555001"] {
            assert_eq!(alone(phone), Some(phone));
        }
        assert_eq!(alone("(07700 900997)"), Some("07700 900997"));
        for labelled in [
            "Tel: 07700 900997",
            "T. 07700 900997",
            "tel. nr 07700 900997",
        ] {
            assert_eq!(alone(labelled), Some("07700 900997"), "{labelled}");
        }
        for other in [
            "ask Jo 07700 900997",
            "Tel: see 07700 900997",
            "ID 07700 900997",
            "2024-04-01",
            "2024-05-18 10:00",
            "07700 900997 (mobile)",
            "123456",
        ] {
            assert_eq!(alone(other), None, "{other}");
        }
    }
}
