use std::collections::HashMap;

use chrono::NaiveDate;

use super::said::{folded, said};
use crate::model::{Registration, Status, order_by_key};

/// How many people stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Everybody who signed up, whatever became of it.
    pub sign_ups: usize,
    /// Who has a place.
    pub confirmed: usize,
    /// Who is not decided.
    pub pending: usize,
    /// Who is on the waiting list.
    pub waiting: usize,
    /// Who does not come.
    pub cancelled: usize,
    /// Who was there, as a column `came` says; 0 without one.
    pub came: usize,
}

impl Counts {
    fn add(&mut self, person: &Registration) {
        self.sign_ups += 1;
        match person.status() {
            Some(Status::Confirmed) => self.confirmed += 1,
            Some(Status::Pending) => self.pending += 1,
            Some(Status::Waiting) => self.waiting += 1,
            Some(Status::Cancelled) => self.cancelled += 1,
            None => {}
        }
        self.came += usize::from(said(person.get("came")).is_some());
    }
}

/// People who share a value: an area, a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The value, in the spelling that came first; blank where nothing is known.
    pub value: String,
    /// How many they are.
    pub counts: Counts,
}

/// The sign-ups of an event in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Everybody.
    pub total: Counts,
    /// By the day on which they signed up (`2024-03-01`), the first one first; those of no known day come last.
    pub days: Vec<Line>,
    /// By where they come from, the most frequent first; those who did not say come last.
    pub areas: Vec<Line>,
    /// By kind of ticket, in the same order.
    pub tickets: Vec<Line>,
    /// By the form or program that they came through, in the same order.
    pub sources: Vec<Line>,
}

impl Report {
    /// Counts people.
    pub fn new<'a>(people: impl IntoIterator<Item = &'a Registration>) -> Self {
        let mut total = Counts::default();
        let [mut days, mut areas, mut tickets, mut sources] = [(); 4].map(|()| Group::default());
        for person in people {
            total.add(person);
            let day = day(person).map(|day| day.to_string()).unwrap_or_default();
            days.add(&day, person);
            areas.add(person.get("area"), person);
            tickets.add(person.get("ticket"), person);
            sources.add(person.get("source"), person);
        }
        Self {
            total,
            days: days.by_value(),
            areas: areas.by_count(),
            tickets: tickets.by_count(),
            sources: sources.by_count(),
        }
    }

    /// Returns the days of which it is known how many signed up on them.
    pub fn known_days(&self) -> impl Iterator<Item = (NaiveDate, usize)> {
        let dated = |line: &Line| Some((line.value.parse().ok()?, line.counts.sign_ups));
        self.days.iter().filter_map(dated)
    }
}

/// Returns the day on which somebody signed up, at the event; none if what stands there is no time.
fn day(person: &Registration) -> Option<NaiveDate> {
    let text = person.get("registered").trim();
    NaiveDate::parse_from_str(text.get(..10)?, "%Y-%m-%d").ok()
}

#[derive(Default)]
struct Group {
    places: HashMap<String, usize>,
    lines: Vec<Line>,
}

impl Group {
    fn add(&mut self, value: &str, person: &Registration) {
        let at = *self.places.entry(folded(value)).or_insert_with(|| {
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            self.lines.push(Line {
                value,
                counts: Counts::default(),
            });
            self.lines.len() - 1
        });
        self.lines[at].counts.add(person);
    }

    fn by_value(mut self) -> Vec<Line> {
        order_by_key(&mut self.lines, |line| {
            (line.value.is_empty(), line.value.clone())
        });
        self.lines
    }

    fn by_count(mut self) -> Vec<Line> {
        order_by_key(&mut self.lines, |line| {
            let most = std::cmp::Reverse(line.counts.sign_ups);
            (line.value.is_empty(), most, folded(&line.value))
        });
        self.lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Registrations;

    #[test]
    fn people_are_counted_by_day_and_area_and_those_who_did_not_say_come_last() {
        let mut list = Registrations::default();
        list.add_column("came");
        for (registered, area, status, came) in [
            ("2024-03-05 11:58", "", "confirmed", "yes"),
            ("2024-03-01 09:00", "Leeds", "cancelled", ""),
            ("2024-03-05", " leeds", "waiting", "no"),
            ("last week", "York", "", ""),
        ] {
            let mut one = list.blank();
            for (column, value) in [
                ("registered", registered),
                ("area", area),
                ("status", status),
                ("came", came),
            ] {
                one.set(column, value);
            }
            list.push(one);
        }
        let report = Report::new(&list);
        let brief = |lines: &[Line]| -> Vec<(String, usize)> {
            lines
                .iter()
                .map(|line| (line.value.clone(), line.counts.sign_ups))
                .collect()
        };
        let expected = Counts {
            sign_ups: 4,
            confirmed: 1,
            pending: 1,
            waiting: 1,
            cancelled: 1,
            came: 1,
        };
        assert_eq!(report.total, expected);
        let pairs = |pairs: &[(&str, usize)]| -> Vec<(String, usize)> {
            pairs
                .iter()
                .map(|(value, count)| ((*value).to_string(), *count))
                .collect()
        };
        assert_eq!(
            brief(&report.days),
            pairs(&[("2024-03-01", 1), ("2024-03-05", 2), ("", 1)])
        );
        assert_eq!(
            brief(&report.areas),
            pairs(&[("Leeds", 2), ("York", 1), ("", 1)])
        );
        assert_eq!(report.known_days().count(), 2);
    }
}
