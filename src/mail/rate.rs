use std::collections::VecDeque;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use super::courier::PATIENCE;
use crate::error::{Error, Exit, Result};
use crate::model::{MailEntry, MailState};

/// At most so many mails in so much time: `60/min`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    count: usize,
    window: TimeDelta,
}

impl Rate {
    /// Takes a rate as it stands in event.toml: a number, a slash, and `sec`, `min`, `hour` or `day`.
    ///
    /// # Errors
    /// When it is written otherwise, or lets nothing through.
    pub fn parse(text: &str) -> Result<Self> {
        let parts = text.split_once('/').and_then(|(count, unit)| {
            let window = match unit.trim() {
                "s" | "sec" | "second" => TimeDelta::seconds(1),
                "min" | "minute" => TimeDelta::minutes(1),
                "h" | "hour" => TimeDelta::hours(1),
                "day" => TimeDelta::days(1),
                _ => return None,
            };
            Some(Self {
                count: count.trim().parse().ok().filter(|count| *count > 0)?,
                window,
            })
        });
        parts.ok_or_else(|| {
            Error::new(format!("`{text}` is no rate"))
                .hint("write it as in \"60/min\"; also per sec, hour and day")
        })
    }

    /// Returns when the next mail may go, given when the last ones went, oldest first.
    fn next(&self, sent: &VecDeque<DateTime<Utc>>) -> Option<DateTime<Utc>> {
        let first = sent.len().checked_sub(self.count)?;
        Some(sent[first] + self.window)
    }
}

/// Keeps to a rate, over the runs too: it begins with what the journal says.
pub struct Pace<'a> {
    rate: Option<Rate>,
    sent: VecDeque<DateTime<Utc>>,
    now: &'a dyn Fn() -> DateTime<Utc>,
    pause: &'a dyn Fn(Duration),
}

impl<'a> Pace<'a> {
    /// A pace that knows from the journal what has been sent lately. `pause` lets time pass.
    pub fn new(
        rate: Option<Rate>,
        journal: &[MailEntry],
        now: &'a dyn Fn() -> DateTime<Utc>,
        pause: &'a dyn Fn(Duration),
    ) -> Self {
        let keep = rate.map_or(0, |rate| rate.count);
        let handed_over = |entry: &&MailEntry| {
            entry.state == MailState::Sending && !entry.server.starts_with("folder:")
        };
        let times = journal
            .iter()
            .filter(handed_over)
            .filter_map(|entry| entry.time.parse().ok());
        let mut sent: VecDeque<DateTime<Utc>> = times.collect();
        sent.drain(..sent.len().saturating_sub(keep));
        Self {
            rate,
            sent,
            now,
            pause,
        }
    }

    /// Tells how long to wait until the next mail may go.
    fn due_in(&self) -> Result<Duration> {
        let Some(next) = self.rate.and_then(|rate| rate.next(&self.sent)) else {
            return Ok(Duration::ZERO);
        };
        let wait = (next - (self.now)()).to_std().unwrap_or_default();
        if wait > PATIENCE {
            return Err(Error::new(format!(
                "the rate in event.toml is used up until {}",
                next.format("%H:%M UTC")
            ))
            .hint("run `plenary mail send` again then; what was not sent waits in outbox/")
            .exit(Exit::TryLater));
        }
        Ok(wait)
    }

    /// Makes sure that a mail may go soon.
    ///
    /// # Errors
    /// When that is too long to wait for: the next run goes on.
    pub(super) fn has_room(&self) -> Result<()> {
        self.due_in().map(|_| ())
    }

    /// Waits until the next mail may go, and counts it.
    ///
    /// # Errors
    /// As [`has_room`](Self::has_room).
    pub(super) fn wait(&mut self) -> Result<()> {
        let Some(rate) = self.rate else { return Ok(()) };
        let wait = self.due_in()?;
        if !wait.is_zero() {
            (self.pause)(wait);
        }
        if self.sent.len() >= rate.count {
            self.sent.pop_front();
        }
        self.sent.push_back((self.now)());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;
    use crate::model::{Id, MailKey};

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_712_000_000 + second, 0).expect("a time")
    }

    fn entry(second: i64, state: MailState, server: &str) -> MailEntry {
        MailEntry {
            time: at(second).to_rfc3339(),
            state,
            key: MailKey {
                kind: Id::parse("confirmation").expect("an id"),
                person: "krt-mwxb".into(),
                revision: 1,
            },
            message_id: String::new(),
            server: server.into(),
            reply: String::new(),
            boot: String::new(),
        }
    }

    /// Returns at which seconds mails go, when each pause takes exactly as long as asked for.
    fn went(rate: &str, journal: &[MailEntry], count: usize) -> (Vec<i64>, Result<()>) {
        let clock = RefCell::new(at(100));
        let now = || *clock.borrow();
        let pause =
            |wait: Duration| *clock.borrow_mut() += TimeDelta::from_std(wait).expect("short");
        let mut pace = Pace::new(
            Some(Rate::parse(rate).expect("a rate")),
            journal,
            &now,
            &pause,
        );
        let mut seconds = Vec::new();
        for _ in 0..count {
            if let Err(error) = pace.wait() {
                return (seconds, Err(error));
            }
            seconds.push((now() - at(0)).num_seconds());
        }
        (seconds, Ok(()))
    }

    #[test]
    fn no_more_than_the_rate_go_in_any_stretch_of_time() {
        assert_eq!(
            went("2/min", &[], 5),
            (vec![100, 100, 160, 160, 220], Ok(()))
        );
    }

    #[test]
    fn what_another_run_sent_counts_but_not_what_went_into_a_folder() {
        let sending = |second| entry(second, MailState::Sending, "smtps://mail.example.org");
        let journal = [
            sending(10),
            sending(95),
            entry(95, MailState::Accepted, "smtps://mail.example.org"),
            entry(99, MailState::Sending, "folder:delivered"),
        ];
        assert_eq!(went("2/min", &journal, 3), (vec![100, 155, 160], Ok(())));
    }

    #[test]
    fn a_rate_that_asks_for_hours_ends_the_run() {
        let (seconds, end) = went("2/day", &[], 3);
        assert_eq!(seconds, [100, 100]);
        assert_eq!(end.expect_err("tomorrow").exit, Exit::TryLater);
    }

    #[test]
    fn what_is_no_rate_is_refused() {
        for text in ["", "60", "0/min", "-1/min", "many/day", "60/fortnight"] {
            assert_eq!(
                Rate::parse(text).expect_err(text).to_string(),
                format!("`{text}` is no rate")
            );
        }
    }
}
