use std::fmt;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use crate::model::{Event, moment};
use crate::places::Past;

/// What is deleted when its time has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// What people need to take part, and what they eat.
    Needs,
    /// Everything that is known about people who signed up.
    Everything,
}

/// A deletion, and when it is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deletion {
    /// What is deleted.
    pub extent: Extent,
    /// On which day.
    pub day: NaiveDate,
    /// When that day begins at the event.
    pub at: DateTime<Utc>,
    /// How many days that is after the event, as event.toml has it.
    pub days: u32,
}

/// Access and diet are deleted after so many days if event.toml says nothing.
const NEEDS: u32 = 7;

/// A deletion is announced so many days before, and at least one day lies between.
const ANNOUNCED: u64 = 7;

/// Returns the deletions of an event, the first first. None is before the day after its last day.
pub fn deletions(event: &Event) -> Vec<Deletion> {
    let Some(last) = event.dates.last() else {
        return Vec::new();
    };
    let needs = Some(event.privacy.keep_needs_days.unwrap_or(NEEDS));
    let all = [
        (Extent::Needs, needs),
        (Extent::Everything, event.privacy.keep_days),
    ];
    let mut all: Vec<Deletion> = all
        .into_iter()
        .filter_map(|(extent, days)| {
            let days = days?;
            let day = last.checked_add_days(Days::new(u64::from(days.max(1))))?;
            let at = moment(day.and_time(event.day_ends.unwrap_or_default()), event.zone);
            Some(Deletion {
                extent,
                day,
                at,
                days,
            })
        })
        .collect();
    all.sort_by_key(|deletion| deletion.at);
    all
}

impl Deletion {
    /// Tells whether it may be done now. What cannot be undone waits until it was announced a day ago: a clock that has
    /// jumped for some hours deletes nothing.
    pub fn is_due(&self, past: &Past<'_>, now: DateTime<Utc>) -> bool {
        let announced = self.announced(past);
        now >= self.at && announced.is_some_and(|since| now - since >= TimeDelta::days(1))
    }

    /// Returns when it will be done at the earliest, if it is announced now unless it was before.
    pub fn earliest(&self, past: &Past<'_>, now: DateTime<Utc>) -> DateTime<Utc> {
        let announced = self.announced(past).filter(|since| *since <= now);
        self.at.max(announced.unwrap_or(now) + TimeDelta::days(1))
    }

    /// Tells whether it is time to announce it.
    pub fn is_to_announce(&self, past: &Past<'_>, now: DateTime<Utc>) -> bool {
        let soon = now + Days::new(ANNOUNCED) >= self.at;
        soon && self.announced(past).is_none_or(|since| since > now)
    }

    /// Returns what the history calls it: `2024-07-12 everything`.
    pub fn name(&self) -> String {
        format!("{} {}", self.day, self.extent)
    }

    fn announced(&self, past: &Past<'_>) -> Option<DateTime<Utc>> {
        let since = DateTime::parse_from_rfc3339(past.announced(&self.name())?).ok()?;
        Some(since.with_timezone(&Utc))
    }
}

impl fmt::Display for Extent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Needs => "access and diet",
            Self::Everything => crate::places::DELETED_WHOLE,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{HistoryEntry, What, parse_date, parse_wall_time};

    fn event(last: &str, keep: Option<u32>) -> Event {
        let mut event = Event::named("test", "Test");
        event.dates = vec![parse_date(last).expect("a date")];
        event.privacy.keep_days = keep;
        event
    }

    fn at(text: &str) -> DateTime<Utc> {
        parse_wall_time(text, &[]).expect("a time").and_utc()
    }

    #[test]
    fn days_are_counted_from_the_last_day_and_none_is_before_it_is_over() {
        let days = |last: &str, keep| -> Vec<String> {
            let all = deletions(&event(last, keep));
            all.iter().map(Deletion::name).collect()
        };
        assert_eq!(days("2024-04-13", None), ["2024-04-20 access and diet"]);
        assert_eq!(
            days("2024-02-28", Some(2)),
            ["2024-03-01 everything", "2024-03-06 access and diet"]
        );
        assert_eq!(days("2024-04-13", Some(0))[0], "2024-04-14 everything");
    }

    #[test]
    fn a_deletion_is_announced_and_waits_a_day_whatever_the_clock_says() {
        let event = event("2024-04-13", Some(90));
        let everything = deletions(&event)[1];
        assert_eq!(everything.at, at("2024-07-12 00:00"));
        let name = everything.name();
        let announced = |time: &'static str| HistoryEntry {
            time,
            code: "",
            what: What::Announced,
            value: &name,
            why: "".into(),
            by: "due",
        };
        let stands = |happened: &[HistoryEntry<'_>], now: &str| {
            let past = Past::of(happened.iter().copied());
            (
                everything.is_to_announce(&past, at(now)),
                everything.is_due(&past, at(now)),
            )
        };
        assert_eq!(stands(&[], "2024-07-04 23:59"), (false, false));
        assert_eq!(stands(&[], "2024-07-05 00:00"), (true, false));
        assert_eq!(
            stands(&[], "2099-01-01 00:00"),
            (true, false),
            "the clock has jumped"
        );
        let told = [announced("2024-07-11T12:00:00Z")];
        assert_eq!(stands(&told, "2024-07-12 11:59"), (false, false));
        assert_eq!(stands(&told, "2024-07-12 12:00"), (false, true));
        let jumped = [announced("2099-01-01T00:00:00Z")];
        assert_eq!(stands(&jumped, "2024-07-05 00:00"), (true, false));
    }
}
