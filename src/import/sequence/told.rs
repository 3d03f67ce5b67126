use std::cmp::Ordering;

use chrono::{Duration, NaiveDateTime, NaiveTime};

use crate::import::stamp::{DayOrder, StampReading, typed};

/// What a cell may say of when, where it does not say so for sure.
#[derive(Clone, Copy)]
pub(super) struct Told {
    kind: Kind,
    /// With the day first, and with the month first; none where there is no such day.
    readings: [Option<i128>; 2],
    /// Whether it tells the time of day too.
    pub(super) has_clock: bool,
}

/// How a time is written. Two that are written in different ways are not compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// As people do.
    Stamp,
    /// As a spreadsheet counts days.
    Days,
    /// As computers count seconds, or thousandths of them.
    Seconds,
    Thousandths,
}

/// A spreadsheet that counts days has these numbers for 1954 to 2119.
const DAYS: std::ops::Range<i128> = 20_000..80_000;

impl Told {
    /// Reads a cell of a column.
    pub(super) fn read(text: &str, stamps: &StampReading) -> Option<Self> {
        if let Some((kind, number)) = counted(text) {
            return Some(Self {
                kind,
                readings: [Some(number); 2],
                // A number of five digits may be anything.
                has_clock: kind != Kind::Days,
            });
        }
        let typed = typed(text)?;
        let offset = Duration::minutes(typed.offset.unwrap_or_default());
        let time = typed.time.unwrap_or(NaiveTime::MIN);
        let read = |order| {
            let order = stamps.order().unwrap_or(order);
            Some(typed.date.read(order)?.and_time(time) - offset)
        };
        let seconds = |moment: NaiveDateTime| i128::from(moment.and_utc().timestamp());
        let readings = [DayOrder::DayFirst, DayOrder::MonthFirst].map(read);
        Some(Self {
            kind: Kind::Stamp,
            readings: readings.map(|moment| moment.map(seconds)),
            has_clock: typed.time.is_some(),
        })
    }

    /// Tells whether it is after a moment, in whatever way it is read.
    pub(super) fn is_after(&self, moment: NaiveDateTime) -> bool {
        let seconds = i128::from(moment.and_utc().timestamp());
        let limit = match self.kind {
            Kind::Stamp | Kind::Seconds => seconds,
            Kind::Thousandths => seconds * 1000,
            Kind::Days => return false,
        };
        self.readings.iter().flatten().all(|said| *said > limit)
    }

    /// Returns which of two is the later one, if all ways to read them agree; `is_mixed` says that either may be read in
    /// either way, whatever the other one is.
    pub(super) fn compare(&self, other: &Self, is_mixed: bool) -> Option<Ordering> {
        if self.kind != other.kind {
            return None;
        }
        let pairs = || self.readings.iter().zip(&other.readings);
        let both = pairs().filter_map(|(one, other)| Some((*one)?.cmp(&(*other)?)));
        let any = || {
            let all = self.readings.iter().flatten();
            all.flat_map(|one| other.readings.iter().flatten().map(move |two| one.cmp(two)))
        };
        let mut orders: Vec<Ordering> = match is_mixed {
            true => any().collect(),
            false => both.collect(),
        };
        orders.dedup();
        match orders.as_slice() {
            [order] => Some(*order),
            _ => None,
        }
    }
}

/// Reads a time that is a number, by how large it is: seconds and thousandths are those of 2011 to 2033.
fn counted(text: &str) -> Option<(Kind, i128)> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let whole = number(whole)?;
    let kind = match whole {
        whole if DAYS.contains(&whole) => Kind::Days,
        1_300_000_000..2_000_000_000 => Kind::Seconds,
        1_300_000_000_000..2_000_000_000_000 => Kind::Thousandths,
        _ => return None,
    };
    let padded = format!("{fraction:0<9.9}");
    let scale = if kind == Kind::Days { 1_000_000_000 } else { 1 };
    let parts = if kind == Kind::Days {
        number(&padded)?
    } else {
        0
    };
    Some((kind, whole * scale + parts))
}

/// Returns the number that a text is, if it is nothing but digits.
pub(super) fn number(text: &str) -> Option<i128> {
    let are_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    (are_digits && (1..=30).contains(&text.len()))
        .then(|| text.parse().ok())
        .flatten()
}
