use std::cmp::Ordering;

use super::Sequence;
use super::told::{Told, number};
use crate::import::columns::heading;
use crate::import::field::Field;
use crate::import::read::RawRow;
use crate::import::stamp::StampReading;

/// Whoever sorts a list sorts all of it.
const ENOUGH: usize = 10_000;

/// Headings of numbers that are counted up as answers come in.
const COUNTED: [&str; 10] = [
    "id",
    "no",
    "nr",
    "entry",
    "entry id",
    "entry no",
    "response id",
    "response no",
    "submission id",
    "submission no",
];

/// How a table is sorted.
#[derive(Clone, Copy)]
pub(super) enum Course {
    /// The oldest row first, as far as anybody can tell.
    Onward,
    /// The newest row first, as a column of times says.
    Backward,
    /// The highest number first, in this column.
    Numbers(usize),
}

/// How the cells of one column follow each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trend {
    Rises,
    Falls,
    /// Up and down, or nobody knows.
    Neither,
}

impl<'t> Sequence<'t> {
    /// Finds out how the table is sorted.
    pub(super) fn course(&self) -> Course {
        let of_times = self.mapping.of(Field::Registered);
        if let [at, ..] = of_times {
            match self.trend_of_times(*at, self.mapping.stamps, false) {
                Trend::Rises => return Course::Onward,
                Trend::Falls => return Course::Backward,
                Trend::Neither => {}
            }
        }
        let mut falls = false;
        let kept = self.mapping.kept.iter().map(|(at, _)| *at);
        for at in kept.clone().filter(|at| self.begins_with_time(*at)) {
            let cells = self.rows().map(|row| row.cell(at));
            let stamps = self.mapping.stamps.of_other(cells);
            match self.trend_of_times(at, stamps, true) {
                Trend::Rises => return Course::Onward,
                Trend::Falls => falls = true,
                Trend::Neither => {}
            }
        }
        if falls {
            return Course::Backward;
        }
        let is_counted = |at: &usize| {
            let label = self.table.header.get(*at);
            label.is_some_and(|label| COUNTED.contains(&heading(label).as_str()))
        };
        let ids = match self.mapping.of(Field::SourceId) {
            [id] => Some(*id),
            _ => None,
        };
        let mut falling = None;
        for at in ids.into_iter().chain(kept.filter(is_counted)) {
            match self.trend_of_numbers(at) {
                Trend::Rises => return Course::Onward,
                Trend::Falls => falling = falling.or(Some(at)),
                Trend::Neither => {}
            }
        }
        falling.map_or(Course::Onward, Course::Numbers)
    }

    /// Returns the first rows, which are enough to see how a table is sorted.
    fn rows(&self) -> impl Iterator<Item = RawRow<'t>> {
        let is_row = |row: &RawRow<'t>| row.fault.is_none() && !row.cells().all(str::is_empty);
        self.table.rows().filter(is_row).take(ENOUGH)
    }

    fn begins_with_time(&self, at: usize) -> bool {
        let first = self.rows().next();
        let told = first.and_then(|row| Told::read(row.cell(at).trim(), &self.mapping.stamps));
        told.is_some_and(|told| told.has_clock)
    }

    /// Returns how the times of a column follow each other. Those that are `beside` may be of anything: only what was
    /// clocked, and has passed, may be when a row came.
    fn trend_of_times(&self, at: usize, stamps: StampReading, beside: bool) -> Trend {
        let may_be = |told: &Told| {
            let limit = stamps.tomorrow();
            !beside || told.has_clock && !limit.is_some_and(|limit| told.is_after(limit))
        };
        let told = self.rows().map(|row| {
            let told = Told::read(row.cell(at).trim(), &stamps)?;
            may_be(&told).then_some(told)
        });
        trend(told, |one, other| one.compare(other, stamps.is_mixed()))
    }

    fn trend_of_numbers(&self, at: usize) -> Trend {
        let numbers = self.rows().map(|row| number(row.cell(at).trim()));
        trend(numbers, |one, other| Some(one.cmp(other)))
    }
}

/// Returns how things follow each other of which each is there and can be compared with the next.
fn trend<T>(
    mut all: impl Iterator<Item = Option<T>>,
    compare: impl Fn(&T, &T) -> Option<Ordering>,
) -> Trend {
    let Some(Some(mut last)) = all.next() else {
        return Trend::Neither;
    };
    let mut trend = Ordering::Equal;
    for one in all {
        let Some(one) = one else {
            return Trend::Neither;
        };
        match compare(&one, &last) {
            None => return Trend::Neither,
            Some(Ordering::Equal) => {}
            Some(order) if trend == Ordering::Equal => trend = order,
            Some(order) if order != trend => return Trend::Neither,
            Some(_) => {}
        }
        last = one;
    }
    match trend {
        Ordering::Greater => Trend::Rises,
        Ordering::Less => Trend::Falls,
        Ordering::Equal => Trend::Neither,
    }
}
