//! When somebody signed up, as forms and spreadsheets write it: read only where it can mean one moment alone.

mod offsets;
mod open;
mod plain;
mod typed;
mod words;
mod zone;

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use chrono_tz::Tz;
use offsets::Offsets;
pub(super) use open::Open;
pub(super) use typed::{Date, Typed, time_of_day, typed};
pub(super) use zone::zone;

/// In which order a column writes day and month where slashes or dashes leave it open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayOrder {
    /// `13/04/2024`
    DayFirst,
    /// `4/13/2024`
    MonthFirst,
}

/// How the stamps of one column are to be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct StampReading {
    order: Option<DayOrder>,
    /// The one that the product always writes, or another column of the table.
    known: Option<DayOrder>,
    /// Whether the column has stamps in both orders.
    mixed: bool,
    /// Whether some stamps of the column stay open. Then none that has the same day and month is read either: it would be
    /// earlier than all of them, as if they were sent when they are imported.
    doubtful: bool,
    /// How many minutes a stamp that does not say so itself is ahead of UTC; none if it is of the event's zone.
    offset: Option<i64>,
    offsets: Offsets,
    today: Option<NaiveDate>,
}

impl StampReading {
    /// Decides how a column is to be read: day and month are certain only if all its stamps leave one order, or if the
    /// product is `known` to write one. A stamp of a day that is still to come, after `today`, leaves the other one: `open`
    /// returns what the column leaves open if a day is the last that may stand there. `offset` is that of
    /// a stamp without one.
    pub(super) fn of_column(
        open: impl FnOnce(Option<NaiveDate>) -> Open,
        known: Option<DayOrder>,
        offset: Option<i64>,
        (zone, today): (Tz, Option<NaiveDate>),
    ) -> Self {
        let mut reading = Self {
            order: None,
            known,
            mixed: false,
            doubtful: false,
            offset,
            offsets: Offsets::of(zone, today),
            today,
        };
        // Where it is day already, it may be a day later than here.
        reading.decide(open(today.and_then(|today| today.succ_opt())));
        reading
    }

    /// Decides how another column of the same table is to be read, by what stands in that one, which may be days to come.
    pub(super) fn of_other<'a>(&self, cells: impl Iterator<Item = &'a str>) -> Self {
        let mut other = *self;
        other.known = self.order.or(self.known);
        other.decide(Open::of(cells, None));
        other
    }

    fn decide(&mut self, open: Open) {
        self.order = open.order(self.known);
        self.mixed = open.is_mixed();
        self.doubtful = self.order.is_none() && open.makes_a_difference();
    }

    /// Returns which of day and month is first, if it is certain.
    pub(super) fn order(&self) -> Option<DayOrder> {
        self.order
    }

    /// Tells whether the column has stamps with the day first and stamps with the month first.
    pub(super) fn is_mixed(&self) -> bool {
        self.mixed
    }

    /// Returns the end of the next day, after which nothing was sent yet, whatever the clock says there.
    pub(super) fn tomorrow(&self) -> Option<NaiveDateTime> {
        let after = self.today?.succ_opt()?.succ_opt()?;
        Some(after.and_time(NaiveTime::MIN))
    }

    /// As [`read`](Self::read), where no other column may have to say which is the day and which the month.
    pub(super) fn read_sure(&self, text: &str) -> Option<NaiveDateTime> {
        match typed(text)?.date {
            Date::Certain(_) => self.read(text),
            Date::Open { .. } => None,
        }
    }

    /// Returns the moment as the clock at the event showed it, if it is certain.
    pub(super) fn read(&self, text: &str) -> Option<NaiveDateTime> {
        let typed = typed(text)?;
        let date = match (typed.date, self.order) {
            (date, Some(order)) => date.read(order)?,
            (Date::Certain(date), None) => date,
            // The same either way round.
            (Date::Open { a, b, year }, None) if a == b && !self.doubtful => {
                NaiveDate::from_ymd_opt(year, a, b)?
            }
            (Date::Open { .. }, None) => return None,
        };
        let Some(time) = typed.time else {
            return Some(date.and_time(NaiveTime::MIN));
        };
        let wall = date.and_time(time);
        match typed.offset.or(self.offset) {
            None => Some(wall),
            Some(minutes) => {
                let utc = wall - Duration::minutes(minutes);
                Some(self.offsets.local(utc))
            }
        }
    }
}

/// Returns a moment as plenary writes it: `YYYY-MM-DD HH:MM:SS`. By hand, since chrono interprets its pattern each time.
pub(super) fn written(moment: NaiveDateTime) -> String {
    let (date, time) = (moment.date(), moment.time());
    let Ok(year) = u32::try_from(date.year()) else {
        return moment.format("%Y-%m-%d %H:%M:%S").to_string();
    };
    let mut text = *b"0000-00-00 00:00:00";
    for (at, number) in [
        (0, year / 100),
        (2, year % 100),
        (5, date.month()),
        (8, date.day()),
        (11, time.hour()),
        (14, time.minute()),
        (17, time.second()),
    ] {
        // Below a hundred, so that this loses nothing.
        text[at] += (number / 10 % 10) as u8;
        text[at + 1] += (number % 10) as u8;
    }
    // Digits: this never fails.
    String::from_utf8(text.to_vec()).unwrap_or_default()
}

/// Tells whether a text looks like a moment, whatever order its day and month have.
pub(super) fn is_stamp(text: &str) -> bool {
    typed(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, reading: &StampReading) -> Option<String> {
        let moment = reading.read(text)?;
        Some(moment.format("%Y-%m-%d %H:%M:%S").to_string())
    }

    fn of(cells: &[&str]) -> StampReading {
        StampReading::of_column(
            |last| Open::of(cells.iter().copied(), last),
            None,
            None,
            (chrono_tz::Europe::London, None),
        )
    }

    #[test]
    fn what_forms_write_is_read() {
        for (text, expected) in [
            ("2024/03/05 7:31:26 AM GMT", "2024-03-05 07:31:26"),
            ("2024/03/31 7:46:00 AM GMT+1", "2024-03-31 07:46:00"),
            ("2022/10/17 6:31:58 PM EST", "2022-10-18 00:31:58"),
            ("2025-08-08T00:16:45.813Z", "2025-08-08 01:16:45"),
            ("2024-10-05 02:39:31", "2024-10-05 02:39:31"),
            ("07.03.2024 11:01", "2024-03-07 11:01:00"),
            ("3/13/24 22:28", "2024-03-13 22:28:00"),
            ("30/08/2026 07:05 pm", "2026-08-30 19:05:00"),
            ("13 Mar 2024 at 12:00", "2024-03-13 12:00:00"),
            ("13. März 2024 um 12:00 Uhr", "2024-03-13 12:00:00"),
            ("mercredi 13 mars 2024 12:00", "2024-03-13 12:00:00"),
            ("13 de marzo de 2024 12:00", "2024-03-13 12:00:00"),
            ("13 marca 2024", "2024-03-13 00:00:00"),
            ("13 févr. 2024 9:05", "2024-02-13 09:05:00"),
            (
                "Wednesday, March 13th, 2024 12:05 AM",
                "2024-03-13 00:05:00",
            ),
            ("2024-03-13T12:00:00+02:00", "2024-03-13 10:00:00"),
            ("2024-03-13", "2024-03-13 00:00:00"),
            ("Mar 13, 2024 @ 02:05 PM", "2024-03-13 14:05:00"),
            ("13/03/2024 à 14:05", "2024-03-13 14:05:00"),
            (
                "Wed Mar 13 2024 14:05:09 GMT+0000 (Greenwich Mean Time)",
                "2024-03-13 14:05:09",
            ),
            ("04/04/2024 10:00", "2024-04-04 10:00:00"),
            ("13/03/2024 9.15.05", "2024-03-13 09:15:05"),
            ("'13/03/2024 10:00", "2024-03-13 10:00:00"),
            ("=\"13/03/2024 10:00\"", "2024-03-13 10:00:00"),
        ] {
            assert_eq!(
                read(text, &of(&[text])).as_deref(),
                Some(expected),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_doubtful_is_not_read() {
        for text in [
            "05/03/2024 07:31",
            "13/13/2024",
            "tomorrow",
            "",
            "12345678",
            "2024-02-30",
            "10:00",
            "07700 900997",
            "13/01/2024 13:00 PM",
            "3 4 2024",
        ] {
            assert_eq!(read(text, &of(&[text])), None, "{text}");
        }
    }

    #[test]
    fn nobody_has_signed_up_on_a_day_to_come() {
        let on = |day: u32, known| {
            let today = NaiveDate::from_ymd_opt(2024, 3, day);
            let cells = ["05/03/2024 10:00", "01/03/2024 10:00"].into_iter();
            let zone = (chrono_tz::Europe::London, today);
            let open = |last| Open::of(cells, last);
            let reading = StampReading::of_column(open, known, None, zone);
            read("05/03/2024 10:00", &reading)
        };
        let expected = Some("2024-03-05 10:00:00");
        assert_eq!(on(7, None).as_deref(), expected);
        // What a product writes depends on where it is used.
        assert_eq!(on(7, Some(DayOrder::MonthFirst)).as_deref(), expected);
        // Where it was tomorrow already.
        assert_eq!(on(4, None).as_deref(), expected);
        // With a clock that is wrong nothing is certain.
        assert_eq!(on(2, None), None);
    }

    #[test]
    fn the_whole_column_decides_about_day_and_month() {
        let day_first = of(&["05/03/2024", "13/03/2024"]);
        assert_eq!(
            read("05/03/2024", &day_first).as_deref(),
            Some("2024-03-05 00:00:00")
        );
        let month_first = of(&["3/5/2024", "3/13/2024"]);
        assert_eq!(
            read("3/5/2024", &month_first).as_deref(),
            Some("2024-03-05 00:00:00")
        );
        let mixed = of(&["13/03/2024", "3/13/2024", "3/4/2024"]);
        assert_eq!(read("3/4/2024", &mixed), None);
        let open = of(&["01/03/2024", "03/03/2024"]);
        assert_eq!(read("03/03/2024", &open), None);
    }
}
