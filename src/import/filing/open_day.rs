//! Days of which nobody knows which is the day and which the month: of two, both readings may agree which came first.

use chrono::{Duration, NaiveDateTime};

use super::super::Standing;
use super::super::stamp::{self, DayOrder};
use super::fold::{CONSENTS, is_moment, standing};
use crate::model::Submission;

/// When something was sent, with the day first and with the month first.
pub(super) struct OpenDay<'a> {
    submission: &'a Submission,
    readings: [NaiveDateTime; 2],
}

impl<'a> OpenDay<'a> {
    /// Returns the day of a submission; nothing if it is known, or if there is none.
    pub(super) fn of(submission: &'a Submission) -> Option<Self> {
        let sent = submission.sent();
        if sent.is_empty() || is_moment(sent) {
            return None;
        }
        let typed = stamp::typed(sent)?;
        let read = |order| typed.date.read(order);
        let days = [DayOrder::DayFirst, DayOrder::MonthFirst].map(read);
        let (one, other) = (days[0].or(days[1])?, days[1].or(days[0])?);
        let time = typed.time.unwrap_or_default();
        Some(Self {
            submission,
            readings: [one, other].map(|day| day.and_time(time)),
        })
    }

    /// Returns by when it was sent: after the later one of its readings, whatever the zone.
    pub(super) fn end(&self) -> String {
        let [one, other] = self.readings;
        stamp::written(one.max(other) + Duration::days(1))
    }

    /// Tells whether it can only have been sent before another one of the same source. Where that takes both to be written
    /// in one order, which two lists need not be, a no comes in all the same.
    pub(super) fn is_surely_before(&self, other: &Self) -> bool {
        let [first, second] = self.readings;
        let [next, last] = other.readings;
        let one_order = first < next && second < last;
        let any_order = first.max(second) < next.min(last);
        self.submission.source() == other.submission.source()
            && (any_order || one_order && !self.says_no())
    }

    fn says_no(&self) -> bool {
        let refuses = |column| self.submission.get(column) == "no";
        standing(self.submission) != Standing::Coming || CONSENTS.into_iter().any(refuses)
    }
}
