use chrono::NaiveDate;

use super::entry::Entry;

/// A date with slashes, as it is written: two numbers and a year.
type Slashed = (u32, u32, i32);

/// Rewrites dates with slashes, in which the day comes first or the month, as ISO 8601 has them. Which it is, the file must
/// say: by a number that is no month, or because the event has these days in one order and not in the other. Where nobody
/// can tell, they stay as they are, and are understood by nobody.
pub(super) fn settle_order(entries: &mut [Entry], dates: &[NaiveDate]) {
    let found: Vec<Slashed> = entries
        .iter()
        .flat_map(fields)
        .filter_map(|text| Some(parts(text)?.0))
        .collect();
    let fits = |order: fn(Slashed) -> Option<NaiveDate>| {
        let days: Option<Vec<NaiveDate>> = found.iter().map(|one| order(*one)).collect();
        days.map(|days| days.iter().filter(|day| dates.contains(day)).count())
    };
    let (day, month) = (fits(day_first), fits(month_first));
    let order: fn(Slashed) -> Option<NaiveDate> = match (day, month) {
        (Some(_), None) => day_first,
        (None, Some(_)) => month_first,
        (Some(day), Some(month)) if day > month => day_first,
        (Some(day), Some(month)) if month > day => month_first,
        _ => return,
    };
    for entry in entries {
        for field in [&mut entry.date, &mut entry.start, &mut entry.end] {
            let Some((slashed, rest)) = parts(field) else {
                continue;
            };
            if let Some(date) = order(slashed) {
                *field = format!("{date}{rest}");
            }
        }
    }
}

fn fields(entry: &Entry) -> [&str; 3] {
    [&entry.date, &entry.start, &entry.end].map(String::as_str)
}

/// Takes a date with slashes from the beginning of a text; what follows stays.
fn parts(text: &str) -> Option<(Slashed, &str)> {
    let text = text.trim();
    let end = text.find([' ', ',', 'T']).unwrap_or(text.len());
    let (date, rest) = text.split_at(end);
    let mut numbers = date.split('/');
    let (first, second, year) = (numbers.next()?, numbers.next()?, numbers.next()?);
    if numbers.next().is_some() || year.len() != 4 {
        return None;
    }
    let slashed = (
        first.parse().ok()?,
        second.parse().ok()?,
        year.parse().ok()?,
    );
    Some((slashed, rest.trim_start_matches(',')))
}

fn day_first((day, month, year): Slashed) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

fn month_first((month, day, year): Slashed) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}
