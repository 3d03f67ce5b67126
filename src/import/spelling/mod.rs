//! Which texts are one value in two spellings: letters composed or not, phone numbers, and in kept columns what a
//! spreadsheet writes in its own way each time it saves.

mod number;
mod value;

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use unicode_normalization::UnicodeNormalization;
use value::are_one_value;

use super::read::Table;
use super::stamp::{DayOrder, StampReading};
use super::{column, phone};
use crate::model::COLUMNS;

/// How a table writes the values of its kept columns.
pub(super) struct Spelling<'t> {
    pub(super) table: &'t Table,
    /// The kept columns with their numbers.
    pub(super) kept: Vec<(usize, u16)>,
    /// How its times are written.
    pub(super) stamps: StampReading,
    /// Which of day and month is first in a kept column, as far as anybody had to ask.
    orders: Mutex<HashMap<u16, Option<DayOrder>>>,
}

impl<'t> Spelling<'t> {
    pub(super) fn of(table: &'t Table, kept: Vec<(usize, u16)>, stamps: StampReading) -> Self {
        Self {
            table,
            kept,
            stamps,
            orders: Mutex::default(),
        }
    }

    /// Tells whether a cell of a row says what was said before, in the same spelling or in another one: of a phone number
    /// a spreadsheet may have left less, and of a long number in a kept column.
    pub(super) fn is_same(&self, column: u16, before: &str, now: &str) -> bool {
        let order = || match self.order(column) {
            Some(order) => Order::Known(order),
            None => Order::Either,
        };
        before == now
            || column == column::PHONE && phone::says_no_more(now, before)
            || says_less(column, before, now)
            || are_same(column, (before, now), order)
    }

    /// Returns which of day and month is first in a column, by itself or as in the column of times.
    fn order(&self, column: u16) -> Option<DayOrder> {
        let mut orders = self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        let find = || {
            let (at, _) = self.kept.iter().find(|(_, number)| *number == column)?;
            let rows = self.table.rows().filter(|row| row.fault.is_none());
            let cells = rows.map(|row| row.cell(*at));
            self.stamps.of_other(cells).order()
        };
        let order = orders.entry(column).or_insert_with(find);
        order.or_else(|| self.stamps.order())
    }
}

/// Tells whether two texts of a column are one value whatever file they come from.
pub(super) fn same(column: u16, one: &str, other: &str) -> bool {
    one == other || are_same(column, (one, other), || Order::Unknown)
}

/// Tells whether a cell holds what a spreadsheet has left of the number that was known: `8.0E+09`, or one without its zero.
pub(super) fn says_less(column: u16, before: &str, now: &str) -> bool {
    match column {
        column::PHONE => phone::is_spoilt(now, before),
        _ if is_kept(column) => number::is_rest(now, before) || phone::is_shortened(now, before),
        _ => false,
    }
}

/// Tells whether two texts have the same letters, composed or not.
pub(super) fn same_letters(one: &str, other: &str) -> bool {
    one == other || !one.is_ascii() && !other.is_ascii() && one.nfc().eq(other.nfc())
}

/// Which of day and month is first where a date leaves it open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Known(DayOrder),
    /// Nothing says so, and no date beside it could: the one that fits is the right one.
    Either,
    /// Another date may be meant.
    Unknown,
}

fn are_same(column: u16, (one, other): (&str, &str), order: impl Fn() -> Order) -> bool {
    if one.is_empty() || other.is_empty() {
        return false;
    }
    // Nobody has two addresses that differ only in that.
    if column == column::EMAIL && one.eq_ignore_ascii_case(other) {
        return true;
    }
    same_letters(one, other) || is_kept(column) && are_one_value(one, other, order)
}

/// Tells whether a column is one that a file brought with it.
fn is_kept(column: u16) -> bool {
    usize::from(column) >= COLUMNS.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A kept column.
    const KEPT: u16 = COLUMNS.len() as u16;

    #[test]
    fn what_a_spreadsheet_writes_in_its_own_way_is_the_same() {
        for (one, other, expected) in [
            ("José", "Jose\u{301}", true),
            ("José", "Jose", false),
            ("12.50", "12.5", true),
            ("12,50", "12.5", true),
            ("£1,234.50", "1234.5", true),
            ("£10", "$10", false),
            ("34.0", "34", true),
            ("007", "7", false),
            ("1.2.3", "1.2.30", false),
            ("-3", "3", false),
            ("1,2", "12", false),
            ("TRUE", "true", true),
            ("WAHR", "true", true),
            ("true", "yes", false),
            ("9:30", "09:30:00", true),
            ("9:30 PM", "21:30:00", true),
            ("9:30", "09:31:00", false),
            ("9:30", "9.30", false),
            ("13/04/2024", "2024-04-13", true),
            ("4/13/2024", "2024-04-13 00:00:00", true),
            ("4/13/24 9:12", "2024-04-13 09:12:33", true),
            // Nothing says that these are not two days.
            ("4/5/2024", "2024-04-05", false),
            ("4/5/2024", "2024-05-04", false),
            ("4/5/2024", "5/4/2024", false),
            ("4/5/2024", "04/05/24", true),
            ("4/4/2024", "2024-04-04", true),
            ("", "0", false),
        ] {
            assert_eq!(same(KEPT, one, other), expected, "{one} {other}");
            assert_eq!(same(KEPT, other, one), expected, "{other} {one}");
        }
        assert!(!same(0, "12.50", "12.5"), "only what is kept as it came");
    }

    #[test]
    fn what_a_spreadsheet_shows_of_a_long_number_is_the_rest_of_it() {
        for (shown, whole, expected) in [
            ("8.0E+09", "8000000001", true),
            ("9.0E+09", "8000000001", false),
            ("8,00001E+09", "8000009001", true),
            ("8E+09", "8000000001", true),
            ("8.0E+09", "8000000001-2", false),
            ("4.6E+11", "+44 7700 900112", false),
            ("4.48E+11", "+44 7700 900112", true),
            ("8.0E+09", "", false),
            ("8000000001", "8000000001", false),
        ] {
            assert_eq!(number::is_rest(shown, whole), expected, "{shown} {whole}");
        }
    }

    #[test]
    fn a_date_is_the_same_as_far_as_its_column_says_what_is_the_day() {
        let days = |order: Order| {
            let one = |open: &str| are_one_value(open, "2024-04-05", || order);
            [one("4/5/2024"), one("5/4/2024"), one("4/6/2024")]
        };
        assert_eq!(
            days(Order::Known(DayOrder::MonthFirst)),
            [true, false, false]
        );
        assert_eq!(days(Order::Known(DayOrder::DayFirst)), [false, true, false]);
        assert_eq!(days(Order::Either), [true, true, false]);
    }
}
