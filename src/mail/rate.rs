use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::error::{Error, Exit, Result};
use crate::model::{MailJournal, MailLine, MailState};

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

/// Keeps to a rate, over all connections and over the runs too: it begins with what the journal says.
pub struct Pace<'a> {
    rate: Option<Rate>,
    /// When the last mails went, and when those that wait for their turn will go, oldest first.
    sent: Mutex<VecDeque<DateTime<Utc>>>,
    now: &'a (dyn Fn() -> DateTime<Utc> + Sync),
    pause: &'a (dyn Fn(Duration) + Sync),
}

impl<'a> Pace<'a> {
    /// A pace that knows from the journal what has been sent lately. `pause` lets time pass.
    pub fn new(
        rate: Option<Rate>,
        journal: &MailJournal,
        now: &'a (dyn Fn() -> DateTime<Utc> + Sync),
        pause: &'a (dyn Fn(Duration) + Sync),
    ) -> Self {
        let keep = rate.map_or(0, |rate| rate.count);
        let handed_over = |line: &MailLine<'_>| {
            line.state() == MailState::Sending && !line.server().starts_with("folder:")
        };
        let times = journal.iter().rev().filter(handed_over).take(keep);
        let mut sent: Vec<DateTime<Utc>> =
            times.filter_map(|line| line.time().parse().ok()).collect();
        // Two journals may have been merged, and a clock may have been set back.
        sent.sort_unstable();
        Self {
            rate,
            sent: Mutex::new(sent.into()),
            now,
            pause,
        }
    }

    /// Tells how long to wait until the next mail may go.
    fn due_in(&self, sent: &VecDeque<DateTime<Utc>>) -> Result<Duration> {
        let Some(next) = self.rate.and_then(|rate| rate.next(sent)) else {
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

    fn sent(&self) -> MutexGuard<'_, VecDeque<DateTime<Utc>>> {
        self.sent.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes sure that a mail may go soon.
    ///
    /// # Errors
    /// When that is too long to wait for: the next run goes on.
    pub(super) fn has_room(&self) -> Result<()> {
        self.due_in(&self.sent()).map(|_| ())
    }

    /// Tells whether a mail may go at once, and another one right behind it.
    pub(super) fn is_free(&self) -> bool {
        self.rate.is_none_or(|rate| {
            let sent = self.sent();
            let soon = (self.now)() - rate.window;
            sent.len() < rate.count || sent[sent.len() - rate.count] <= soon
        })
    }

    /// Waits until the next mail may go, and counts it.
    ///
    /// # Errors
    /// As [`has_room`](Self::has_room).
    pub(super) fn wait(&self) -> Result<()> {
        let Some(rate) = self.rate else { return Ok(()) };
        let mut sent = self.sent();
        let wait = self.due_in(&sent)?;
        let turn = (self.now)() + TimeDelta::from_std(wait).unwrap_or_default();
        if sent.len() >= rate.count {
            sent.pop_front();
        }
        sent.push_back(turn);
        drop(sent);
        // Each waits for the turn that it has drawn, and keeps nobody else from drawing one.
        self.pause(wait);
        Ok(())
    }

    /// Lets time pass, for whatever reason.
    pub(super) fn pause(&self, wait: Duration) {
        if !wait.is_zero() {
            (self.pause)(wait);
        }
    }
}

/// The longest that a run waits for its turn; a rate that asks for more is kept by ending the run.
const PATIENCE: Duration = Duration::from_secs(120);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, MailEntry, MailKey};

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_712_000_000 + second, 0).expect("a time")
    }

    fn entry(second: i64, state: MailState, server: &str) -> MailEntry {
        MailEntry {
            time: at(second).to_rfc3339().into(),
            state,
            key: MailKey {
                kind: Id::parse("confirmation").expect("an id"),
                person: "krt-mwxb".into(),
                revision: 1,
            },
            message_id: String::new(),
            server: server.into(),
            reply: String::new(),
            boot: "".into(),
        }
    }

    /// Returns at which seconds mails go, when each pause takes exactly as long as asked for.
    fn went(rate: &str, journal: &[MailEntry], count: usize) -> (Vec<i64>, Result<()>) {
        let clock = Mutex::new(at(100));
        let now = || *clock.lock().expect("one thread");
        let pause = |wait: Duration| {
            *clock.lock().expect("one thread") += TimeDelta::from_std(wait).expect("short");
        };
        let pace = Pace::new(
            Some(Rate::parse(rate).expect("a rate")),
            &journal.iter().collect(),
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
