use chrono::NaiveTime;

use super::typed::{Typed, half_day, in_half, of_numbers};
use super::zone::zone;

/// Reads what nearly all stamps are without taking them apart word by word: three numbers, a time, and behind it half of
/// the day and zone. None of anything else, which may still be a stamp.
pub(super) fn plain(text: &str) -> Option<Typed> {
    let rest = &mut text.as_bytes();
    let one = number(rest)?;
    let mark = byte(rest).filter(|mark| matches!(mark, b'/' | b'-' | b'.'))?;
    let two = number(rest)?;
    byte(rest).filter(|again| *again == mark)?;
    let date = of_numbers(char::from(mark), [one, two, number(rest)?])?;
    match byte(rest)? {
        b' ' => {}
        b'T' if one.1 == 4 && mark == b'-' => {}
        _ => return None,
    }
    let (hour, _) = number(rest).filter(|(_, length)| *length <= 2)?;
    byte(rest).filter(|mark| *mark == b':')?;
    let (minute, _) = number(rest).filter(|(_, length)| *length == 2)?;
    let mut second = 0;
    if let Some(after) = rest.strip_prefix(b":") {
        *rest = after;
        (second, _) = number(rest).filter(|(_, length)| *length == 2)?;
    }
    let mut time = NaiveTime::from_hms_opt(hour, minute, second)?;
    let mut offset = None;
    if !rest.is_empty() {
        byte(rest).filter(|space| *space == b' ')?;
        let behind = &text[text.len() - rest.len()..];
        let (word, more) = behind.split_once(' ').unwrap_or((behind, ""));
        let name = match half_day(word) {
            Some(late) => {
                time = in_half(time, late)?;
                more
            }
            None if more.is_empty() => word,
            None => return None,
        };
        if !name.is_empty() {
            offset = Some(zone(name)?);
        }
    }
    Some(Typed {
        date,
        time: Some(time),
        offset,
    })
}

/// Takes a number of at most four digits off the front, with how many it has.
fn number(rest: &mut &[u8]) -> Option<(u32, usize)> {
    let digits = rest.iter().take(5).take_while(|b| b.is_ascii_digit());
    let length = digits.count();
    let (digits, after) = rest.split_at(length);
    *rest = after;
    let digit = |number: u32, b: &u8| number * 10 + u32::from(b - b'0');
    (1..=4)
        .contains(&length)
        .then(|| (digits.iter().fold(0, digit), length))
}

fn byte(rest: &mut &[u8]) -> Option<u8> {
    let (first, after) = rest.split_first()?;
    *rest = after;
    Some(*first)
}

#[cfg(test)]
mod tests {
    use super::super::typed::{Date, word_by_word};
    use super::*;

    /// What a stamp says, in a form that can be compared.
    fn said(typed: Option<Typed>) -> Option<String> {
        let typed = typed?;
        let date = match typed.date {
            Date::Certain(date) => date.to_string(),
            Date::Open { a, b, year } => format!("{a}?{b}?{year}"),
        };
        Some(format!("{date} {:?} {:?}", typed.time, typed.offset))
    }

    #[test]
    fn what_is_read_at_once_says_the_same_word_by_word() {
        let dates = [
            "2024-03-05",
            "2024/3/5",
            "05.03.2024",
            "5/3/24",
            "13/03/2024",
            "31-12-2023",
            "2024.03.05",
            "0/3/2024",
            "32/1/2024",
            "13/13/2024",
            "2024-02-30",
            "123-3-2024",
            "5/3/024",
            "5/3-2024",
            "05032024",
            "5/123/2024",
            "00.00.2024",
            "3/13/2024",
        ];
        let times = [
            " 7:31",
            " 07:31:26",
            "T07:31",
            "T07:31:26",
            " 24:00",
            " 7:3",
            " 7:31:2",
            " 13:01",
            " 12:00",
            " 0:05",
            "",
            " ",
            "  7:31",
            " 7:31:26.8",
            " 7.31",
            "t07:31",
        ];
        let ends = [
            "",
            " AM",
            " pm",
            " p.m.",
            " AM GMT",
            " GMT+1",
            " UTC",
            " AM GMT GMT",
            " +02:00",
            " XYZ",
            " GMT AM",
            "Z",
            " at",
            "  AM",
            " AM ",
            ",",
        ];
        let mut read = 0;
        for date in dates {
            for time in times {
                for end in ends {
                    let text = format!("{date}{time}{end}");
                    let at_once = said(plain(&text));
                    read += usize::from(at_once.is_some());
                    assert!(
                        at_once.is_none() || at_once == said(word_by_word(&text)),
                        "{text}: {at_once:?}"
                    );
                }
            }
        }
        assert!(read > 200, "{read}");
    }
}
