use std::fmt;

use chrono::{DateTime, Days, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use super::WallTime;
use crate::error::{Error, Result};

/// How long something takes, as people say it: `3 days`, `1 week`, `48 hours`.
///
/// Days are days of the calendar: three days before 10:00 it is 10:00, also where a clock change lies between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lapse {
    /// So many days of the calendar.
    Days(u32),
    /// So many hours on any clock.
    Hours(u32),
}

impl Lapse {
    /// Takes a number and a unit.
    ///
    /// # Errors
    /// When it is written otherwise, or longer than ten years.
    pub fn parse(text: &str) -> Result<Self> {
        let wrong = || {
            Error::new(format!("`{text}` is no length of time"))
                .hint("write a number and a unit, as in \"3 days\", \"1 week\" or \"48 hours\"")
        };
        let text = text.trim();
        let unit = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let number: u32 = text[..text.len() - unit.len()]
            .parse()
            .map_err(|_| wrong())?;
        let lapse = match unit.trim() {
            "day" | "days" => Self::Days(number),
            "week" | "weeks" => Self::Days(number.saturating_mul(7)),
            "hour" | "hours" => Self::Hours(number),
            _ => return Err(wrong()),
        };
        match lapse {
            Self::Days(days) if days > 3_660 => Err(wrong()),
            Self::Hours(hours) if hours > 87_840 => Err(wrong()),
            _ => Ok(lapse),
        }
    }

    /// Returns the instant that is so much later.
    pub fn after(self, now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        match self {
            Self::Hours(hours) => now + TimeDelta::hours(i64::from(hours)),
            Self::Days(days) => {
                let wall = now.with_timezone(&zone).naive_local();
                let then = wall.checked_add_days(Days::new(u64::from(days)));
                then.map_or(DateTime::<Utc>::MAX_UTC, |then| moment(then, zone))
            }
        }
    }
}

impl fmt::Display for Lapse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, unit) = match self {
            Self::Days(days) => (days, "day"),
            Self::Hours(hours) => (hours, "hour"),
        };
        write!(f, "{number} {unit}{}", if *number == 1 { "" } else { "s" })
    }
}

/// Returns the instant of a wall-clock time that was reckoned and not written by somebody: one that the clocks skip is
/// when they have gone forward, and of two the first counts.
pub fn moment(wall: WallTime, zone: Tz) -> DateTime<Utc> {
    (0..=24 * 4)
        .find_map(|quarters| {
            let wall = wall.checked_add_signed(TimeDelta::minutes(15 * quarters))?;
            zone.from_local_datetime(&wall).earliest()
        })
        .map_or(DateTime::<Utc>::MAX_UTC, |instant| {
            instant.with_timezone(&Utc)
        })
}

/// A reminder that goes out before the event: `[[reminder]]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// How long before the first day of the event; before its doors open if in hours.
    pub before: Lapse,
    /// At what time of day, if it is days before.
    pub at: NaiveTime,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{parse_wall_time, parse_zone};

    #[test]
    fn a_length_of_time_is_read_as_people_say_it() {
        assert_eq!(Lapse::parse("3 days"), Ok(Lapse::Days(3)));
        assert_eq!(Lapse::parse(" 1 week "), Ok(Lapse::Days(7)));
        assert_eq!(Lapse::parse("48hours"), Ok(Lapse::Hours(48)));
        for wrong in [
            "",
            "days",
            "3",
            "3 moons",
            "-1 days",
            "99999999999 days",
            "1.5 days",
        ] {
            assert!(Lapse::parse(wrong).is_err(), "{wrong}");
        }
        assert_eq!(Lapse::Hours(1).to_string(), "1 hour");
    }

    #[test]
    fn days_are_days_of_the_calendar_and_hours_are_hours() {
        let london = parse_zone("Europe/London").expect("a zone");
        let now = moment(
            parse_wall_time("2024-03-30 10:00", &[]).expect("a time"),
            london,
        );
        let wall = |lapse: Lapse| lapse.after(now, london).with_timezone(&london).to_rfc3339();
        assert_eq!(wall(Lapse::Days(1)), "2024-03-31T10:00:00+01:00");
        assert_eq!(wall(Lapse::Hours(24)), "2024-03-31T11:00:00+01:00");
    }

    #[test]
    fn a_time_that_the_clocks_skip_is_when_they_have_gone_forward_and_of_two_the_first_counts() {
        let london = parse_zone("Europe/London").expect("a zone");
        let at = |text: &str| moment(parse_wall_time(text, &[]).expect(text), london).to_rfc3339();
        assert_eq!(at("2024-03-31 01:30"), "2024-03-31T01:00:00+00:00");
        assert_eq!(at("2024-10-27 01:30"), "2024-10-27T00:30:00+00:00");
    }
}
