use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use crate::model::WallTime;

/// A point in time as other tools write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Point {
    /// A day.
    Date(NaiveDate),
    /// A time of some day.
    Time(NaiveTime),
    /// Both, as clocks in the zone show it.
    Both(WallTime),
}

/// Takes a date, a time or both: ISO 8601 with or without offset, German and English dates, times of half a day, `0930`.
/// What has an offset becomes the time of the zone. Dates with slashes mean two things and are not taken.
pub(super) fn point(text: &str, zone: Tz) -> Option<Point> {
    let point = any_point(text, zone)?;
    let year = match point {
        Point::Date(date) => date.year(),
        Point::Both(wall) => wall.year(),
        Point::Time(_) => return Some(point),
    };
    (1900..=2200).contains(&year).then_some(point)
}

fn any_point(text: &str, zone: Tz) -> Option<Point> {
    let text = text.trim();
    let wanting_colon = |form| DateTime::parse_from_str(text, form).ok();
    let instant = DateTime::parse_from_rfc3339(text)
        .ok()
        .or_else(|| wanting_colon("%Y-%m-%dT%H:%M:%S%z"))
        .or_else(|| wanting_colon("%Y-%m-%dT%H:%M%z"))
        .or_else(|| wanting_colon("%Y-%m-%d %H:%M:%S%z"))
        .or_else(|| wanting_colon("%Y-%m-%d %H:%M%z"));
    if let Some(instant) = instant {
        return Some(Point::Both(instant.with_timezone(&zone).naive_local()));
    }
    let both = [
        "%Y-%m-%dT%H:%M:%S%.f",
        "%Y-%m-%d %H:%M:%S%.f",
        "%Y-%m-%dT%H:%M",
        "%Y-%m-%d %H:%M",
        "%d.%m.%Y %H:%M",
        "%d.%m.%Y, %H:%M",
        "%d.%m.%Y %H:%M:%S",
    ];
    if let Some(wall) = both
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
    {
        return Some(Point::Both(wall));
    }
    let dates = [
        "%Y-%m-%d",
        "%d.%m.%Y",
        "%Y%m%d",
        "%d %B %Y",
        "%B %d, %Y",
        "%A %d %B %Y",
        "%A, %d %B %Y",
        "%A, %B %d, %Y",
    ];
    if let Some(date) = dates
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(text, form).ok())
    {
        return Some(Point::Date(date));
    }
    // A date of any kind with half of the day behind its time.
    if let Some((day, time)) = text.split_once([' ', 'T'])
        && let (Ok(date), Some(time)) = (NaiveDate::parse_from_str(day, "%Y-%m-%d"), half_day(time))
    {
        return Some(Point::Both(date.and_time(time)));
    }
    if let Some(time) = half_day(text) {
        return Some(Point::Time(time));
    }
    let clock = text.trim_end_matches("Uhr").trim();
    let bare = clock.len() == 4 && clock.bytes().all(|b| b.is_ascii_digit());
    if bare {
        return NaiveTime::parse_from_str(clock, "%H%M")
            .ok()
            .map(Point::Time);
    }
    let times = ["%H:%M", "%H:%M:%S", "%H.%M", "%Hh%M"];
    let time = times
        .iter()
        .find_map(|form| NaiveTime::parse_from_str(clock, form).ok());
    time.map(Point::Time)
}

/// Takes a time of half a day: `9 am`, `9:30PM`, `12.15 p.m.`
fn half_day(text: &str) -> Option<NaiveTime> {
    let plain = text.trim().to_lowercase().replace('.', ":");
    let plain = plain
        .trim_end_matches(':')
        .replace("a:m", "am")
        .replace("p:m", "pm");
    let (clock, after_noon) = match plain.strip_suffix("am") {
        Some(clock) => (clock, false),
        None => (plain.strip_suffix("pm")?, true),
    };
    let mut parts = clock.trim().split(':').map(|part| part.parse::<u32>().ok());
    let hour = parts.next()?.filter(|hour| (1..=12).contains(hour))?;
    let minute = parts.next().unwrap_or(Some(0))?;
    parts.next().unwrap_or(Some(0))?;
    NaiveTime::from_hms_opt(hour % 12 + if after_noon { 12 } else { 0 }, minute, 0)
}

/// Takes a length in minutes: `00:45`, `1:30:00`, `45`, `45 min`, `1h30`, `PT1H30M`.
pub(super) fn length(text: &str) -> Option<u32> {
    let text = text.trim().to_lowercase();
    if text.contains(':') {
        let parts: Option<Vec<u32>> = text
            .split(':')
            .map(|part| part.trim().parse().ok())
            .collect();
        return match parts?.as_slice() {
            [hours, minutes] | [hours, minutes, _] => hours.checked_mul(60)?.checked_add(*minutes),
            [days, hours, minutes, _] => days
                .checked_mul(24)?
                .checked_add(*hours)?
                .checked_mul(60)?
                .checked_add(*minutes),
            _ => None,
        };
    }
    let text = text.trim_start_matches("pt");
    if let Some((hours, rest)) = text.split_once('h') {
        let rest = rest.trim_matches(|c: char| !c.is_ascii_digit());
        let minutes: u32 = if rest.is_empty() {
            0
        } else {
            rest.parse().ok()?
        };
        return hours
            .trim()
            .parse::<u32>()
            .ok()?
            .checked_mul(60)?
            .checked_add(minutes);
    }
    let end = text
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(text.len());
    let unit = text[end..].trim();
    let known = ["", "m", "min", "min.", "mins", "minutes", "minuten", "'"];
    let number: f64 = text[..end].parse().ok()?;
    (known.contains(&unit) && (0.0..100_000.0).contains(&number)).then_some(number as u32)
}

/// Puts a time on a day: what is before the change of day is in the night after it.
pub(super) fn on(date: NaiveDate, time: NaiveTime, day_change: NaiveTime) -> WallTime {
    let night = if time < day_change {
        TimeDelta::days(1)
    } else {
        TimeDelta::zero()
    };
    (date + night).and_time(time)
}
