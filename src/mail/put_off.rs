use chrono::{DateTime, TimeDelta, Utc};

/// How often servers have put a mail off, and since when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PutOff {
    /// How often in a row, over all runs.
    pub times: usize,
    first: Option<DateTime<Utc>>,
    last: Option<DateTime<Utc>>,
}

/// How long to wait before each new try; the last one for all that follow. A server that turns strangers away at first
/// (greylisting) wants a quarter of an hour; RFC 5321, section 4.5.4.1, wants longer pauses if that does not help.
const PAUSES: [TimeDelta; 4] = [
    TimeDelta::minutes(15),
    TimeDelta::minutes(45),
    TimeDelta::hours(2),
    TimeDelta::hours(4),
];

impl PutOff {
    /// No server has ever put it off.
    pub(super) const NEVER: Self = Self {
        times: 0,
        first: None,
        last: None,
    };

    /// Counts one more, at a time of the journal.
    pub(super) fn count(&mut self, time: &str) {
        let time = time.parse().ok();
        self.times += 1;
        self.first = self.first.or(time);
        self.last = time.or(self.last);
    }

    /// Returns when it was put off for the first time.
    pub fn first(&self) -> Option<DateTime<Utc>> {
        self.first
    }

    /// Returns how long a mail waits that was put off so many times.
    pub fn pause(times: usize) -> TimeDelta {
        PAUSES[times.saturating_sub(1).min(PAUSES.len() - 1)]
    }

    /// Returns when it is due again; none if it was not put off.
    pub fn again(&self) -> Option<DateTime<Utc>> {
        self.last
            .filter(|_| self.times > 0)
            .map(|last| last + Self::pause(self.times))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::sample::journal;
    use crate::model::MailState;

    #[test]
    fn the_pauses_grow_and_are_counted_from_the_last_try() {
        let mut put_off = PutOff::default();
        assert_eq!(put_off.again(), None);
        let mut entry = journal("confirmation", "krt-mwxb", 1, MailState::Deferred);
        let mut waits = Vec::new();
        for hour in 0..6 {
            entry.time = format!("2024-04-10T{hour:02}:00:00Z").into();
            put_off.count(&entry.time);
            let last: DateTime<Utc> = entry.time.parse().expect("a time");
            let again = put_off.again().expect("it was put off");
            waits.push((again - last).num_minutes());
        }
        assert_eq!(waits, [15, 45, 120, 240, 240, 240]);
        assert_eq!(
            put_off.first(),
            "2024-04-10T00:00:00Z".parse::<DateTime<Utc>>().ok()
        );
    }
}
