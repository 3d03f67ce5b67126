use std::fmt;

use chrono::{
    DateTime, Datelike, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone,
};
use chrono_tz::{TZ_VARIANTS, Tz};

use crate::error::{Error, Result, did_you_mean};

/// What the clock on the wall of the venue shows; becomes an instant only together with the event's zone.
pub type WallTime = NaiveDateTime;

/// Why a wall-clock time is no instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockChange {
    /// The clocks go forward over it: it does not exist.
    Skipped,
    /// The clocks go back over it: it happens twice.
    Repeated,
}

impl fmt::Display for ClockChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Skipped => "the clocks go forward and skip this time",
            Self::Repeated => "the clocks go back and this time happens twice",
        })
    }
}

/// Returns the instant of a wall-clock time in a zone.
///
/// # Errors
/// When a clock change skips or repeats it.
pub fn instant(wall: WallTime, zone: Tz) -> std::result::Result<DateTime<Tz>, ClockChange> {
    match zone.from_local_datetime(&wall) {
        LocalResult::Single(instant) => Ok(instant),
        LocalResult::None => Err(ClockChange::Skipped),
        LocalResult::Ambiguous(..) => Err(ClockChange::Repeated),
    }
}

/// A half-open stretch of wall-clock time: its end does not belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// When it begins.
    pub start: WallTime,
    /// When it is over.
    pub end: WallTime,
}

impl Span {
    /// Tells whether two stretches share a moment. Back to back is no overlap.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-", self.start.format("%Y-%m-%d %H:%M"))?;
        let midnight = self.end.time() == NaiveTime::MIN;
        let next_day = self.end.date() == self.start.date() + TimeDelta::days(1);
        if next_day && midnight {
            f.write_str("24:00")
        } else if self.end - self.start <= TimeDelta::days(1) {
            write!(f, "{}", self.end.format("%H:%M"))
        } else {
            write!(f, "{}", self.end.format("%Y-%m-%d %H:%M"))
        }
    }
}

/// Opening hours of each day, such as `09:30-17:00`. An end before the start is on the next day, and so is `24:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// When the day opens.
    pub from: NaiveTime,
    /// When it closes.
    pub to: NaiveTime,
}

impl Hours {
    /// Takes `09:30-17:00`.
    ///
    /// # Errors
    /// When it is not two times with a dash between.
    pub fn parse(text: &str) -> Result<Self> {
        let times = text.split_once(['-', '–']).and_then(|(from, to)| {
            Some(Self {
                from: clock(from.trim())?,
                to: match to.trim() {
                    "24:00" => NaiveTime::MIN,
                    to => clock(to)?,
                },
            })
        });
        times.ok_or_else(|| {
            Error::new(format!("`{text}` are no hours"))
                .hint("write from and to, as in \"09:30-17:00\"")
        })
    }

    /// Returns the stretch of time that the hours are on one day.
    pub fn on(&self, date: NaiveDate) -> Span {
        let night = if self.to <= self.from {
            TimeDelta::days(1)
        } else {
            TimeDelta::zero()
        };
        Span {
            start: date.and_time(self.from),
            end: date.and_time(self.to) + night,
        }
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}-{}",
            self.from.format("%H:%M"),
            self.to.format("%H:%M")
        )
    }
}

/// Takes a date written `2024-04-13`.
///
/// # Errors
/// When it is written otherwise or is no day of the calendar.
pub fn parse_date(text: &str) -> Result<NaiveDate> {
    date(text.trim()).ok_or_else(|| {
        Error::new(format!("`{text}` is no date"))
            .hint("write year, month and day, as in \"2024-04-13\"")
    })
}

/// Takes a wall-clock time written `2024-04-13 10:00`, or `10:00` where `dates` holds just one day.
///
/// # Errors
/// When it is written otherwise, has an offset, or lacks the date at an event of several days.
pub fn parse_wall_time(text: &str, dates: &[NaiveDate]) -> Result<WallTime> {
    let text = text.trim();
    if let Some(time) = clock(text) {
        return match dates {
            [day] => Ok(day.and_time(time)),
            _ => Err(Error::new(format!(
                "`{text}` says no day, and the event has {}",
                dates.len()
            ))
            .hint(format!("write the date too, as in \"2024-04-13 {text}\""))),
        };
    }
    if let Some((date, time)) = text.split_once([' ', 'T', 't']) {
        let date = self::date(date);
        if let (Some(date), Some(time)) = (date, clock(time.trim())) {
            return Ok(date.and_time(time));
        }
        let offset = time.find(['Z', 'z', '+', '-']);
        if let (Some(date), Some(time)) = (date, offset.and_then(|at| clock(time[..at].trim()))) {
            let plain = date.and_time(time).format("%Y-%m-%d %H:%M");
            return Err(Error::new(format!("`{text}` has an offset"))
                .hint(format!("times are those of the event's timezone: write \"{plain}\" as the clock there shows")));
        }
    }
    Err(Error::new(format!("`{text}` is no time")).hint(
        "write date and time as the clock at the venue shows them, as in \"2024-04-13 10:00\"",
    ))
}

/// Takes `2024-04-13`, of a year that leaves room to reckon with.
fn date(text: &str) -> Option<NaiveDate> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    date.filter(|date| (1..=9999).contains(&date.year()))
}

/// Takes `10:00` or `10:00:00`.
pub(crate) fn clock(text: &str) -> Option<NaiveTime> {
    let digits = text.bytes().all(|b| b.is_ascii_digit() || b == b':') && text.len() >= 4;
    let parse = |form| NaiveTime::parse_from_str(text, form).ok();
    digits
        .then(|| parse("%H:%M").or_else(|| parse("%H:%M:%S")))
        .flatten()
}

/// Takes the name of a zone of the IANA database, such as `Europe/London`.
///
/// # Errors
/// When there is no such zone; the hint names the one that was probably meant.
pub fn parse_zone(text: &str) -> Result<Tz> {
    text.parse().map_err(|_| {
        let meant = did_you_mean(text, TZ_VARIANTS.iter().map(|zone| zone.name()));
        Error::new(format!("there is no time zone `{text}`")).hint(
            meant.unwrap_or_else(|| "write the IANA name, as in \"Europe/London\"".to_string()),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 4, 13).expect("a day")
    }

    fn at(hour: u32, minute: u32) -> WallTime {
        day().and_hms_opt(hour, minute, 0).expect("a time")
    }

    fn refused(text: &str, dates: &[NaiveDate]) -> (String, String) {
        let error = parse_wall_time(text, dates).expect_err(text);
        (
            error.to_string(),
            error.findings[0].hint.clone().unwrap_or_default(),
        )
    }

    #[test]
    fn a_time_is_read_with_its_date_or_on_the_only_day() {
        assert_eq!(parse_wall_time("2024-04-13 10:00", &[]), Ok(at(10, 0)));
        assert_eq!(parse_wall_time("2024-04-13T10:00:00", &[]), Ok(at(10, 0)));
        assert_eq!(parse_wall_time("9:30", &[day()]), Ok(at(9, 30)));
        assert_eq!(
            refused("9:30", &[day(), day()]).0,
            "`9:30` says no day, and the event has 2"
        );
    }

    #[test]
    fn an_offset_is_refused_with_what_to_write() {
        let (message, hint) = refused("2024-04-13T10:00:00+01:00", &[]);
        assert_eq!(message, "`2024-04-13T10:00:00+01:00` has an offset");
        assert_eq!(
            hint,
            "times are those of the event's timezone: write \"2024-04-13 10:00\" as the clock there shows"
        );
        assert_eq!(
            refused("2024-04-13 10:00Z", &[]).0,
            "`2024-04-13 10:00Z` has an offset"
        );
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "ten",
            "25:00",
            "13/04/2024 10:00",
            "2024-02-30 10:00",
            "2024-04-13",
        ] {
            assert_eq!(refused(text, &[day()]).0, format!("`{text}` is no time"));
        }
    }

    #[test]
    fn a_clock_change_is_noticed() {
        let wall = |text| parse_wall_time(text, &[]).expect(text);
        let london = parse_zone("Europe/London").expect("a zone");
        assert_eq!(
            instant(wall("2024-03-31 01:30"), london),
            Err(ClockChange::Skipped)
        );
        assert_eq!(
            instant(wall("2024-10-27 01:30"), london),
            Err(ClockChange::Repeated)
        );
        let noon = instant(wall("2024-04-13 12:00"), london).expect("an ordinary time");
        assert_eq!(noon.to_rfc3339(), "2024-04-13T12:00:00+01:00");
    }

    #[test]
    fn a_zone_with_a_slip_is_answered_with_the_one_meant() {
        let error = parse_zone("Europe/Londn").expect_err("no zone");
        assert_eq!(error.to_string(), "there is no time zone `Europe/Londn`");
        assert_eq!(
            error.findings[0].hint.as_deref(),
            Some("did you mean `Europe/London`?")
        );
    }

    #[test]
    fn stretches_that_meet_do_not_overlap() {
        let span = |from, to| Span {
            start: at(from, 0),
            end: at(to, 0),
        };
        assert!(span(10, 12).overlaps(&span(11, 13)));
        assert!(span(10, 13).overlaps(&span(11, 12)));
        assert!(!span(10, 11).overlaps(&span(11, 12)));
    }

    #[test]
    fn hours_may_run_past_midnight() {
        let hours = Hours::parse("20:00-02:00").expect("hours");
        assert_eq!(
            hours.on(day()).end - hours.on(day()).start,
            TimeDelta::hours(6)
        );
        assert!(Hours::parse("9 to 5").is_err());
    }
}
