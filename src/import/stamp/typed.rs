use chrono::{NaiveDate, NaiveTime, Timelike};

use super::DayOrder;
use super::plain::plain;
use super::words::{is_filler, month_name, ordinal};
use super::zone::zone;

/// A moment as it was typed: the date perhaps open, the time perhaps absent.
pub(in crate::import) struct Typed {
    pub(in crate::import) date: Date,
    pub(in crate::import) time: Option<NaiveTime>,
    /// Minutes ahead of UTC.
    pub(in crate::import) offset: Option<i64>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Date {
    Certain(NaiveDate),
    Open { a: u32, b: u32, year: i32 },
}

impl Date {
    /// Returns the day that is meant if day and month come in this order; none if there is no such day.
    pub(in crate::import) fn read(self, order: DayOrder) -> Option<NaiveDate> {
        match (self, order) {
            (Self::Certain(date), _) => Some(date),
            (Self::Open { a, b, year }, DayOrder::DayFirst) => NaiveDate::from_ymd_opt(year, b, a),
            (Self::Open { a, b, year }, DayOrder::MonthFirst) => {
                NaiveDate::from_ymd_opt(year, a, b)
            }
        }
    }
}

/// Takes a text apart into date, time and offset; none if anything in it is no part of a moment.
pub(in crate::import) fn typed(text: &str) -> Option<Typed> {
    plain(text).or_else(|| word_by_word(text))
}

pub(super) fn word_by_word(text: &str) -> Option<Typed> {
    // What spreadsheets put around a cell so that it is not taken for a number.
    let text = text
        .trim_start_matches(['=', '\'', '"'])
        .trim_end_matches('"');
    // `Mon Mar 25 2024 14:05:09 GMT+0000 (Greenwich Mean Time)`
    let text = match text.split_once(" (") {
        Some((before, name)) if name.ends_with(')') => before,
        _ => text,
    };
    if text.len() < 6 || text.len() > 60 || !text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let (mut date, mut time, mut offset) = (None, None, None);
    let (mut day, mut month, mut year) = (None, None, None);
    let mut half = None;
    for token in text.split(|c: char| c.is_whitespace() || c == ',') {
        for token in date_and_time(token) {
            if token.is_empty() {
                continue;
            }
            if let Some(found) = (date.is_none()).then(|| numeric_date(token)).flatten() {
                date = Some(found);
            } else if let Some((found, late, shift)) =
                (time.is_none()).then(|| clock(token)).flatten()
            {
                time = Some(found);
                half = half.or(late);
                offset = offset.or(shift);
            } else if let Some(late) = half_day(token) {
                half = Some(late);
            } else if let Some(shift) = zone(token) {
                offset = Some(shift);
            } else if let Some(found) = month_name(token) {
                month = Some(found);
            } else if let Some(number) = ordinal(token) {
                if number > 31 && year.is_none() {
                    year = Some(number);
                } else if day.is_none() {
                    day = Some(number);
                } else {
                    return None;
                }
            } else if !is_filler(token) {
                return None;
            }
        }
    }
    let date = match (date, day, month, year) {
        (Some(date), None, None, None) => date,
        (None, Some(day), Some(month), Some(year)) => Date::Certain(NaiveDate::from_ymd_opt(
            i32::try_from(year).ok()?,
            month,
            day,
        )?),
        _ => return None,
    };
    let time = match (time, half) {
        (Some(time), Some(late)) => Some(in_half(time, late)?),
        (time, None) => time,
        (None, Some(_)) => return None,
    };
    Some(Typed { date, time, offset })
}

/// Splits `2024-03-05T07:31` in two.
fn date_and_time(token: &str) -> impl Iterator<Item = &str> {
    let at = token.find(['T', 't']).filter(|at| {
        *at >= 8
            && token[..*at]
                .bytes()
                .all(|b| b.is_ascii_digit() || b == b'-')
    });
    let (first, second) = match at {
        Some(at) => (&token[..at], &token[at + 1..]),
        None => (token, ""),
    };
    [first, second].into_iter()
}

fn numeric_date(token: &str) -> Option<Date> {
    let separator = token.bytes().find(|b| !b.is_ascii_digit())?;
    if !matches!(separator, b'/' | b'-' | b'.') {
        return None;
    }
    let separator = char::from(separator);
    let mut parts = token.trim_end_matches('.').split(separator);
    let (one, two, three) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some()
        || [one, two, three]
            .iter()
            .any(|part| part.is_empty() || part.len() > 4)
    {
        return None;
    }
    if !two.starts_with(|c: char| c.is_ascii_digit())
        && let Some(month) = month_name(two)
    {
        let date = NaiveDate::from_ymd_opt(full_year(three)?, month, one.parse().ok()?)?;
        return Some(Date::Certain(date));
    }
    let number = |part: &str| Some((part.parse().ok()?, part.len()));
    of_numbers(separator, [number(one)?, number(two)?, number(three)?])
}

/// Returns the date that three numbers with a separator between them are, each with how many digits it has.
pub(super) fn of_numbers(separator: char, numbers: [(u32, usize); 3]) -> Option<Date> {
    let [(a, digits), (b, _), (c, last)] = numbers;
    if digits == 4 {
        let date = NaiveDate::from_ymd_opt(i32::try_from(a).ok()?, b, c)?;
        return Some(Date::Certain(date));
    }
    let year = whole_year(c, last)?;
    if separator == '.' {
        return Some(Date::Certain(NaiveDate::from_ymd_opt(year, b, a)?));
    }
    let fits = (1..=31).contains(&a) && (1..=31).contains(&b) && (a <= 12 || b <= 12);
    fits.then_some(Date::Open { a, b, year })
}

fn full_year(text: &str) -> Option<i32> {
    whole_year(text.parse().ok()?, text.len())
}

fn whole_year(year: u32, digits: usize) -> Option<i32> {
    match digits {
        4 => i32::try_from(year).ok(),
        2 => i32::try_from(2000 + year).ok(),
        _ => None,
    }
}

/// Returns the time of day that a text is and nothing else.
pub(in crate::import) fn time_of_day(text: &str) -> Option<NaiveTime> {
    let mut words = text.split_whitespace();
    let (time, late, offset) = clock(words.next()?)?;
    let late = match words.next() {
        Some(word) => Some(half_day(word)?),
        None => late,
    };
    if words.next().is_some() || offset.is_some() {
        return None;
    }
    late.map_or(Some(time), |late| in_half(time, late))
}

/// Reads `7:31`, `07:31:26.813`, `7:31pm`, `07:31:26Z`, `07:31+01:00`: the time, whether it is of the second half of
/// the day, and minutes ahead of UTC.
fn clock(token: &str) -> Option<(NaiveTime, Option<bool>, Option<i64>)> {
    let end = token
        .find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.')
        .unwrap_or(token.len());
    let (digits, rest) = token.split_at(end);
    // Italian and Finnish spreadsheets write `9.15.00`.
    let dotted = !digits.contains(':') && digits.matches('.').count() == 2;
    let mut parts = digits.split(if dotted { '.' } else { ':' });
    let (hour, minute) = (parts.next()?, parts.next());
    let (late, offset) = match rest {
        "" => (None, None),
        "Z" | "z" => (None, Some(0)),
        rest => match (half_day(rest), zone(rest)) {
            (Some(late), _) => (Some(late), None),
            (None, Some(shift)) => (None, Some(shift)),
            (None, None) => return None,
        },
    };
    if minute.is_none() && late.is_none() {
        return None;
    }
    let second = parts.next().unwrap_or("0");
    if parts.next().is_some() || hour.len() > 2 {
        return None;
    }
    let second = second.split('.').next().unwrap_or("0");
    let time = NaiveTime::from_hms_opt(
        hour.parse().ok()?,
        minute.unwrap_or("0").parse().ok()?,
        second.parse().ok()?,
    )?;
    Some((time, late, offset))
}

pub(super) fn half_day(token: &str) -> Option<bool> {
    let mut letters = token.bytes().filter(|b| *b != b'.');
    match (letters.next(), letters.next(), letters.next()) {
        (Some(b'a' | b'A'), Some(b'm' | b'M'), None) => Some(false),
        (Some(b'p' | b'P'), Some(b'm' | b'M'), None) => Some(true),
        _ => None,
    }
}

pub(super) fn in_half(time: NaiveTime, late: bool) -> Option<NaiveTime> {
    match (time.hour(), late) {
        (0 | 13.., _) => None,
        (12, false) => time.with_hour(0),
        (12, true) => Some(time),
        (hour, true) => time.with_hour(hour + 12),
        (_, false) => Some(time),
    }
}
