use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, Offset, TimeZone};
use chrono_tz::Tz;

/// The weeks about which it is known beforehand: people sign up within years of today.
const WEEKS: i32 = 256;
/// How many of them are past.
const PAST: i32 = 200;

/// How far the clocks of a zone are from UTC: a million stamps are mostly of the same few months, and to look each of them
/// up in a century of changes takes longer than to read it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Offsets {
    zone: Tz,
    /// The first week, in weeks of seven days from the first day of our era.
    first: i32,
    /// Of each week the minutes that must be added to UTC, if they are the same at its beginning and at its end: no zone
    /// turns its clocks twice within a week.
    weeks: [Option<i16>; WEEKS as usize],
}

impl Offsets {
    /// Looks up the weeks around a day. Without one, every moment is looked up by itself.
    pub(super) fn of(zone: Tz, today: Option<NaiveDate>) -> Self {
        let mut offsets = Self {
            zone,
            first: 0,
            weeks: [None; WEEKS as usize],
        };
        let Some(today) = today else {
            return offsets;
        };
        offsets.first = week(today) - PAST;
        let minutes = |week: i32| {
            let day = NaiveDate::from_num_days_from_ce_opt(week * 7)?;
            let begin = day.and_hms_opt(0, 0, 0)?;
            let seconds = zone
                .offset_from_utc_datetime(&begin)
                .fix()
                .local_minus_utc();
            (seconds % 60 == 0).then_some((seconds / 60) as i16)
        };
        let all: Vec<Option<i16>> = (0..=WEEKS).map(|at| minutes(offsets.first + at)).collect();
        for (known, ends) in offsets.weeks.iter_mut().zip(all.windows(2)) {
            *known = ends[0].filter(|_| ends[0] == ends[1]);
        }
        offsets
    }

    /// Returns what the clocks show at a moment of UTC.
    pub(super) fn local(&self, utc: NaiveDateTime) -> NaiveDateTime {
        let at = usize::try_from(week(utc.date()) - self.first);
        let known = at.ok().and_then(|at| *self.weeks.get(at)?);
        match known {
            Some(minutes) => utc + Duration::minutes(minutes.into()),
            None => self.zone.from_utc_datetime(&utc).naive_local(),
        }
    }
}

fn week(day: NaiveDate) -> i32 {
    day.num_days_from_ce().div_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_beforehand_is_what_the_zone_says_at_every_hour() {
        let today = NaiveDate::from_ymd_opt(2024, 3, 2);
        let begin = NaiveDate::from_ymd_opt(2019, 12, 20).and_then(|day| day.and_hms_opt(0, 30, 0));
        let begin = begin.expect("it is a day");
        for zone in [
            Tz::Europe__London,
            Tz::Africa__Casablanca,
            Tz::Australia__Lord_Howe,
            Tz::Asia__Kathmandu,
            Tz::America__St_Johns,
            Tz::Africa__Cairo,
        ] {
            let offsets = Offsets::of(zone, today);
            let hours = (0..24 * 365 * 6).map(|hour| begin + Duration::hours(hour));
            let wrong = hours.filter(|utc| {
                let told = zone.from_utc_datetime(utc).naive_local();
                offsets.local(*utc) != told
            });
            assert_eq!(wrong.collect::<Vec<_>>(), [], "{zone}");
        }
    }
}
