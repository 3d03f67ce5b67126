use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Timelike};
use chrono_tz::Tz;

/// In which order a column writes day and month where slashes or dashes leave it open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayOrder {
    /// `13/04/2024`
    DayFirst,
    /// `4/13/2024`
    MonthFirst,
}

/// How the stamps of one column are to be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct StampReading {
    order: Option<DayOrder>,
    utc: bool,
    zone: Tz,
}

/// A moment as it was typed: the date perhaps open, the time perhaps absent.
struct Typed {
    date: Date,
    time: Option<NaiveTime>,
    /// Minutes ahead of UTC.
    offset: Option<i64>,
}

enum Date {
    Certain(NaiveDate),
    Open { a: u32, b: u32, year: i32 },
}

impl StampReading {
    /// Decides how a column is to be read: day and month are certain only if all its stamps leave one order, or if the
    /// product is `known` to write one. `utc` says that a stamp without offset is one of UTC.
    pub(super) fn of_column<'a>(
        cells: impl Iterator<Item = &'a str>,
        known: Option<DayOrder>,
        utc: bool,
        zone: Tz,
    ) -> Self {
        let (mut day_first, mut month_first) = (true, true);
        // A year in front, or no slash and no dash, leaves nothing open.
        let open = |cell: &&str| {
            let year_first = cell.len() > 4 && cell.bytes().take(4).all(|b| b.is_ascii_digit());
            !year_first && cell.contains(['/', '-'])
        };
        for (a, b) in cells
            .filter(open)
            .filter_map(|cell| match typed(cell)?.date {
                Date::Open { a, b, .. } => Some((a, b)),
                Date::Certain(_) => None,
            })
        {
            day_first &= b <= 12;
            month_first &= a <= 12;
        }
        let order = match (day_first, month_first) {
            (true, false) => Some(DayOrder::DayFirst),
            (false, true) => Some(DayOrder::MonthFirst),
            (true, true) => known,
            (false, false) => None,
        };
        Self { order, utc, zone }
    }

    /// Returns the moment as the clock at the event showed it, if it is certain.
    pub(super) fn read(&self, text: &str) -> Option<NaiveDateTime> {
        let typed = typed(text)?;
        let date = match (typed.date, self.order) {
            (Date::Certain(date), _) => date,
            (Date::Open { a, b, year }, Some(DayOrder::DayFirst)) => {
                NaiveDate::from_ymd_opt(year, b, a)?
            }
            (Date::Open { a, b, year }, Some(DayOrder::MonthFirst)) => {
                NaiveDate::from_ymd_opt(year, a, b)?
            }
            // The same either way round.
            (Date::Open { a, b, year }, None) if a == b => NaiveDate::from_ymd_opt(year, a, b)?,
            (Date::Open { .. }, None) => return None,
        };
        let Some(time) = typed.time else {
            return Some(date.and_time(NaiveTime::MIN));
        };
        let wall = date.and_time(time);
        match typed.offset.or(self.utc.then_some(0)) {
            None => Some(wall),
            Some(minutes) => {
                let utc = wall - Duration::minutes(minutes);
                Some(self.zone.from_utc_datetime(&utc).naive_local())
            }
        }
    }
}

/// Returns a moment as plenary writes it: `YYYY-MM-DD HH:MM:SS`. By hand, since chrono interprets its pattern each time.
pub(super) fn written(moment: NaiveDateTime) -> String {
    let (date, time) = (moment.date(), moment.time());
    format!(
        "{:04}-{:02}-{:02} {:02}:{:02}:{:02}",
        date.year(),
        date.month(),
        date.day(),
        time.hour(),
        time.minute(),
        time.second()
    )
}

/// Tells whether a text looks like a moment, whatever order its day and month have.
pub(super) fn is_stamp(text: &str) -> bool {
    typed(text).is_some()
}

fn typed(text: &str) -> Option<Typed> {
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
    let separator = token.chars().find(|c| !c.is_ascii_digit())?;
    if !['/', '-', '.'].contains(&separator) {
        return None;
    }
    let mut parts = token.trim_end_matches('.').split(separator);
    let (one, two, three) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some()
        || [one, two, three]
            .iter()
            .any(|part| part.is_empty() || part.len() > 4)
    {
        return None;
    }
    if let Some(month) = month_name(two) {
        let date = NaiveDate::from_ymd_opt(full_year(three)?, month, one.parse().ok()?)?;
        return Some(Date::Certain(date));
    }
    let (a, b): (u32, u32) = (one.parse().ok()?, two.parse().ok()?);
    if one.len() == 4 {
        let date = NaiveDate::from_ymd_opt(one.parse().ok()?, b, three.parse().ok()?)?;
        return Some(Date::Certain(date));
    }
    let year = full_year(three)?;
    if separator == '.' {
        return Some(Date::Certain(NaiveDate::from_ymd_opt(year, b, a)?));
    }
    let fits = (1..=31).contains(&a) && (1..=31).contains(&b) && (a <= 12 || b <= 12);
    fits.then_some(Date::Open { a, b, year })
}

fn full_year(text: &str) -> Option<i32> {
    let year: i32 = text.parse().ok()?;
    match text.len() {
        4 => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// Reads `7:31`, `07:31:26.813`, `7:31pm`, `07:31:26Z`, `07:31+01:00`: the time, whether it is of the second half of
/// the day, and minutes ahead of UTC.
fn clock(token: &str) -> Option<(NaiveTime, Option<bool>, Option<i64>)> {
    let end = token
        .find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.')
        .unwrap_or(token.len());
    let (digits, rest) = token.split_at(end);
    let mut parts = digits.split(':');
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

fn half_day(token: &str) -> Option<bool> {
    let plain = token.replace('.', "");
    if plain.eq_ignore_ascii_case("am") {
        Some(false)
    } else {
        plain.eq_ignore_ascii_case("pm").then_some(true)
    }
}

fn in_half(time: NaiveTime, late: bool) -> Option<NaiveTime> {
    match (time.hour(), late) {
        (0 | 13.., _) => None,
        (12, false) => time.with_hour(0),
        (12, true) => Some(time),
        (hour, true) => time.with_hour(hour + 12),
        (_, false) => Some(time),
    }
}

/// Returns how many minutes a zone is ahead of UTC; only names that mean one offset everywhere.
fn zone(token: &str) -> Option<i64> {
    let hours = match token {
        "GMT" | "UTC" | "Z" | "WET" => 0,
        "BST" | "CET" | "WEST" | "MEZ" => 1,
        "CEST" | "EET" | "MESZ" => 2,
        "EEST" => 3,
        "EST" | "CDT" => -5,
        "EDT" => -4,
        "CST" | "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" => -8,
        _ => {
            let shift = token
                .strip_prefix("GMT")
                .or_else(|| token.strip_prefix("UTC"))
                .unwrap_or(token);
            return shifted(shift, shift.len() < token.len());
        }
    };
    Some(hours * 60)
}

/// Reads `+1`, `-05:30`, `+0200`; a bare hour only where a name stands before it.
fn shifted(text: &str, named: bool) -> Option<i64> {
    let (sign, digits) = match (text.strip_prefix('+'), text.strip_prefix(['-', '−'])) {
        (Some(digits), _) => (1, digits),
        (None, Some(digits)) => (-1, digits),
        (None, None) => return None,
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() == 4 && digits.is_ascii() => digits.split_at(2),
        None if named && digits.len() <= 2 => (digits, "0"),
        None => return None,
    };
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

fn month_name(token: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let token = token.trim_end_matches('.').to_lowercase();
    if token.len() < 3 || !token.is_ascii() {
        return None;
    }
    let at = MONTHS.iter().position(|month| {
        *month == token || month[..3] == token || token == "sept" && *month == "september"
    })?;
    u32::try_from(at + 1).ok()
}

fn ordinal(token: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th", "."]
        .iter()
        .find_map(|ending| token.strip_suffix(ending))
        .unwrap_or(token);
    let fits =
        !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| digits.parse().ok()).flatten()
}

/// Words around a moment that say nothing more about it.
fn is_filler(token: &str) -> bool {
    const FILLERS: [&str; 19] = [
        "at",
        "on",
        "uhr",
        "um",
        "of",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let token = token.trim_end_matches('.').to_lowercase();
    FILLERS.contains(&token.as_str()) || token == "-" || token == "–"
}

#[cfg(test)]
mod tests;
