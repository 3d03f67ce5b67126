use chrono::NaiveDate;

use super::DayOrder;
use super::typed::{Date, typed};

/// What the stamps of a column leave open about which of day and month is first.
#[derive(Clone, Copy, Debug)]
pub(in crate::import) struct Open {
    /// Whether all of them can be days of the calendar with the day first, and with the month first.
    day_first: bool,
    month_first: bool,
    /// As these, and none of them is still to come.
    day_was: bool,
    month_was: bool,
    /// Whether it makes a difference to any.
    different: bool,
}

impl Default for Open {
    /// Of a column without stamps.
    fn default() -> Self {
        Self {
            day_first: true,
            month_first: true,
            day_was: true,
            month_was: true,
            different: false,
        }
    }
}

impl Open {
    /// Of the cells of a column, in which `last` is the last day that may stand.
    pub(in crate::import) fn of<'a>(
        cells: impl Iterator<Item = &'a str>,
        last: Option<NaiveDate>,
    ) -> Self {
        let mut open = Self::default();
        // A year in front, or no slash and no dash, leaves nothing open.
        let is_open = |cell: &&str| {
            let year_first = cell.len() > 4 && cell.bytes().take(4).all(|b| b.is_ascii_digit());
            !year_first && cell.contains(['/', '-'])
        };
        let may_be = |year, month, day| {
            let date = NaiveDate::from_ymd_opt(year, month, day);
            date.is_some_and(|date| last.is_none_or(|last| date <= last))
        };
        for typed in cells.filter(is_open).filter_map(typed) {
            if let Date::Open { a, b, year } = typed.date {
                open = open.and(Self {
                    day_first: b <= 12,
                    month_first: a <= 12,
                    day_was: may_be(year, b, a),
                    month_was: may_be(year, a, b),
                    different: a != b,
                });
            }
        }
        open
    }

    /// Of these cells and others.
    pub(in crate::import) fn and(self, other: Self) -> Self {
        Self {
            day_first: self.day_first && other.day_first,
            month_first: self.month_first && other.month_first,
            day_was: self.day_was && other.day_was,
            month_was: self.month_was && other.month_was,
            different: self.different || other.different,
        }
    }

    /// Returns the order that is left, or else the one that is `known`; none if none is certain.
    pub(super) fn order(self, known: Option<DayOrder>) -> Option<DayOrder> {
        match (self.day_first, self.month_first) {
            (true, false) => Some(DayOrder::DayFirst),
            (false, true) => Some(DayOrder::MonthFirst),
            (true, true) => match (self.day_was, self.month_was) {
                (true, false) => Some(DayOrder::DayFirst),
                (false, true) => Some(DayOrder::MonthFirst),
                (true, true) => known,
                (false, false) => None,
            },
            (false, false) => None,
        }
    }

    /// Tells whether some stamps have the day first and others the month.
    pub(super) fn is_mixed(self) -> bool {
        !self.day_first && !self.month_first
    }

    /// Tells whether the order makes a difference to any stamp.
    pub(super) fn makes_a_difference(self) -> bool {
        self.different
    }
}
