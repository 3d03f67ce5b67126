use chrono::{NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::{Hours, Span, WallTime, clock, instant, parse_date, parse_wall_time};
use crate::error::{Error, Result};

/// The clock on the wall of the venue: reads the times that people write about an event.
#[derive(Clone, Copy, Debug)]
pub struct WallClock<'a> {
    /// The event's days. On the only day a time needs no date.
    pub dates: &'a [NaiveDate],
    /// Until when the night belongs to the day before.
    pub day_ends: Option<NaiveTime>,
    /// The event's zone.
    pub zone: Tz,
}

impl WallClock<'_> {
    /// Takes a time that is an instant at the event. Just `00:30` on the only day is in the night after it, where the
    /// day ends later than that.
    ///
    /// # Errors
    /// When it is no time, or one that a clock change skips or repeats.
    pub fn time(&self, text: &str) -> Result<WallTime> {
        let mut wall = parse_wall_time(text, self.dates)?;
        if clock(text.trim()).is_some() {
            wall += self.night(wall.time());
        }
        instant(wall, self.zone).map_err(|change| {
            Error::new(format!("`{text}` is no time in {}: {change}", self.zone))
        })?;
        Ok(wall)
    }

    /// Takes a window of time: `2024-04-13 10:00-12:00`, a whole day as `2024-04-13`, or `10:00-12:00` on the only day.
    ///
    /// # Errors
    /// When it is written otherwise, or lacks the date at an event of several days.
    pub fn window(&self, text: &str) -> Result<Span> {
        match (self.windows(text)?.as_slice(), self.dates.len()) {
            ([window], _) => Ok(*window),
            (_, days) => Err(
                Error::new(format!("`{text}` says no day, and the event has {days}"))
                    .hint(format!("write the date too, as in \"2024-04-13 {text}\"")),
            ),
        }
    }

    /// Takes a window as [`window`](Self::window) does; without a date it is one on each day of the event.
    ///
    /// # Errors
    /// When it is written otherwise.
    pub fn windows(&self, text: &str) -> Result<Vec<Span>> {
        let text = text.trim();
        if let Ok(date) = parse_date(text) {
            return Ok(vec![self.day(date)]);
        }
        if let Ok(hours) = Hours::parse(text) {
            return Ok(self
                .dates
                .iter()
                .map(|date| self.on(hours, *date))
                .collect());
        }
        let window = text.split_once([' ', 'T']).and_then(|(date, hours)| {
            Some(self.on(Hours::parse(hours).ok()?, parse_date(date).ok()?))
        });
        window.map(|window| vec![window]).ok_or_else(|| {
            Error::new(format!("`{text}` is no window of time"))
                .hint("write day, from and to, as in \"2024-04-13 10:00-12:00\"")
        })
    }

    /// Returns the whole of a day with the night that belongs to it.
    pub fn day(&self, date: NaiveDate) -> Span {
        let start = date.and_time(self.day_ends.unwrap_or(NaiveTime::MIN));
        Span {
            start,
            end: start + TimeDelta::days(1),
        }
    }

    /// Returns to which day a time belongs.
    pub fn day_of(&self, wall: WallTime) -> NaiveDate {
        wall.date() - self.night(wall.time())
    }

    /// Returns a time as people would write it: on the only day just the time.
    pub fn written(&self, wall: WallTime) -> String {
        let form = if self.dates == [self.day_of(wall)] {
            "%H:%M"
        } else {
            "%Y-%m-%d %H:%M"
        };
        wall.format(form).to_string()
    }

    fn on(&self, hours: Hours, date: NaiveDate) -> Span {
        hours.on(date + self.night(hours.from))
    }

    fn night(&self, time: NaiveTime) -> TimeDelta {
        match self.day_ends {
            Some(ends) if time < ends => TimeDelta::days(1),
            _ => TimeDelta::zero(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(dates: &[&str], day_ends: Option<&str>, text: &str) -> (String, String) {
        let dates: Vec<NaiveDate> = dates
            .iter()
            .map(|date| parse_date(date).expect(date))
            .collect();
        let clock = WallClock {
            dates: &dates,
            day_ends: day_ends.and_then(clock),
            zone: chrono_tz::Europe::London,
        };
        let said = |error: Error| error.to_string();
        let time = clock.time(text).map_or_else(said, |time| time.to_string());
        let window = clock
            .window(text)
            .map_or_else(said, |window| window.to_string());
        (time, window)
    }

    #[test]
    fn a_time_without_a_date_is_in_the_night_that_belongs_to_the_only_day() {
        let time = |day_ends, text| read(&["2024-04-13"], day_ends, text).0;
        assert_eq!(time(None, "00:30"), "2024-04-13 00:30:00");
        assert_eq!(time(Some("04:00"), "00:30"), "2024-04-14 00:30:00");
        assert_eq!(time(Some("04:00"), "04:00"), "2024-04-13 04:00:00");
        assert_eq!(
            time(Some("04:00"), "2024-04-13 00:30"),
            "2024-04-13 00:30:00"
        );
    }

    #[test]
    fn a_window_is_read_with_its_date_or_on_the_only_day() {
        let one = |text| read(&["2024-04-13"], None, text).1;
        assert_eq!(one("10:00-12:00"), "2024-04-13 10:00-12:00");
        assert_eq!(one("2024-04-12 22:00 – 02:00"), "2024-04-12 22:00-02:00");
        assert_eq!(one("2024-04-13"), "2024-04-13 00:00-24:00");
        assert_eq!(one("2024-04-13 18:00-24:00"), "2024-04-13 18:00-24:00");
        assert_eq!(one("mornings"), "`mornings` is no window of time");
        assert_eq!(
            one("13/04 10:00-12:00"),
            "`13/04 10:00-12:00` is no window of time"
        );
        let two = read(&["2024-04-13", "2024-04-14"], None, "10:00-12:00").1;
        assert_eq!(two, "`10:00-12:00` says no day, and the event has 2");
        let night = read(&["2024-04-13"], Some("04:00"), "00:30-02:00").1;
        assert_eq!(night, "2024-04-14 00:30-02:00");
    }
}
