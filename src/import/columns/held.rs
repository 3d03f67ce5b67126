//! When and where the event is held, as far as a heading may speak of it.

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

use super::heading::heading;
use super::words::days::{self, Day};
use crate::model::Event;

/// What is known of an event when a stranger's file is read for it.
#[derive(Clone, Debug)]
pub struct Held {
    /// The zone of times without an offset.
    pub(super) zone: Tz,
    /// The day on which the file is read, if it is known: nobody can have signed up later.
    pub(super) today: Option<NaiveDate>,
    /// Its days; none if they are not known, so that each may be meant.
    dates: Vec<NaiveDate>,
    /// The words of its name and its venue.
    words: Vec<String>,
}

impl Held {
    /// What an event says of itself.
    pub fn of(event: &Event) -> Self {
        let texts = [&event.name, &event.venue.name, &event.venue.address];
        let words = texts.into_iter().flat_map(|text| {
            let words = heading(text);
            words.split(' ').map(String::from).collect::<Vec<String>>()
        });
        Self {
            zone: event.zone,
            today: None,
            dates: event.dates.clone(),
            // Short words stand in every question.
            words: words
                .filter(|word| word.len() > 3 || word == "agm")
                .collect(),
        }
    }

    /// Nothing but the zone.
    pub fn in_zone(zone: Tz) -> Self {
        Self {
            zone,
            today: None,
            dates: Vec::new(),
            words: Vec::new(),
        }
    }

    /// Says on which day the file is read.
    #[must_use]
    pub fn on(self, today: NaiveDate) -> Self {
        Self {
            today: Some(today),
            ..self
        }
    }

    /// Tells whether a word stands in its name or in that of its venue.
    pub(super) fn is_named(&self, word: &str) -> bool {
        self.words.iter().any(|own| own == word)
    }

    /// Tells whether a heading names a year before the event and before the day on which the file is read.
    pub(super) fn is_of_a_past_year(&self, heading: &str) -> bool {
        let held = self.dates.iter().map(NaiveDate::year).min();
        let read = self.today.map(|today| today.year());
        let Some(now) = held.into_iter().chain(read).min() else {
            return false;
        };
        let years = heading.split(' ').filter(|word| word.len() == 4);
        let mut years = years.filter_map(|word| word.parse::<i32>().ok());
        years.any(|year| (1900..now).contains(&year))
    }

    /// Tells whether a heading names a year.
    pub(super) fn names_year(heading: &str) -> bool {
        !years(heading).is_empty()
    }

    /// Tells whether a heading names a year, and none in which the event is, if that is known.
    pub(super) fn is_another_year(&self, heading: &str) -> bool {
        let years = years(heading);
        let is_own = |year: &i32| self.dates.iter().any(|date| date.year() == *year);
        !self.dates.is_empty() && !years.is_empty() && !years.iter().any(is_own)
    }

    /// Tells whether a text is the day of an event of one day and nothing else: `13 April`, `Saturday 13th`, `13/04/2024`.
    pub(super) fn is_its_day(&self, text: &str) -> bool {
        let [date] = self.dates[..] else {
            return false;
        };
        // There it is the morning.
        if text.ends_with(" am") {
            return false;
        }
        let (mut numbers, mut is_month, mut is_weekday) = (Vec::new(), false, false);
        for word in text.split(' ') {
            match (days::of(word), days::month(word), counted(word)) {
                (Some(Day::OfWeek(day)), ..) if day == date.weekday() => is_weekday = true,
                (Some(Day::Month(month)), ..) | (None, Some(month), _) if month == date.month() => {
                    is_month = true;
                }
                (None, None, Some(number)) => numbers.push(number),
                (None, None, None) if days::begins(word, date.weekday()) => is_weekday = true,
                (None, None, None) if SMALL.contains(&word) => {}
                _ => return false,
            }
        }
        let year = date.year().unsigned_abs();
        numbers.retain(|number| *number != year);
        match numbers[..] {
            [] => is_weekday && !is_month,
            [day] => day == date.day() && (is_month || is_weekday),
            [one, other] => {
                let (day, month) = (date.day(), date.month());
                !is_month && ((one, other) == (day, month) || (one, other) == (month, day))
            }
            _ => false,
        }
    }

    /// Tells whether words are a year of the event and nothing else.
    pub(super) fn is_its_year(&self, words: &[&str]) -> bool {
        let [word] = words else {
            return false;
        };
        let year = word.parse::<i32>().ok();
        year.is_some_and(|year| self.dates.iter().any(|date| date.year() == year))
    }

    /// Tells whether a question names a day, month or year in which the event is not, or counts its days: who cannot come
    /// then may come all the same.
    pub(super) fn is_another_day(&self, question: &str) -> bool {
        let words: Vec<&str> = question.split(' ').collect();
        let any = |fits: &dyn Fn(&NaiveDate) -> bool| {
            self.dates.is_empty() || self.dates.iter().any(fits)
        };
        let number = |at: Option<usize>| {
            at.and_then(|at| words.get(at))
                .and_then(|word| counted(word))
        };
        words
            .iter()
            .enumerate()
            .any(|(at, word)| match days::of(word) {
                Some(Day::OfWeek(day)) => !any(&|date| date.weekday() == day),
                Some(Day::Month(month)) => {
                    // `13 April`, `13th of April`, `April 13`.
                    let before = words[..at]
                        .iter()
                        .rposition(|word| !matches!(*word, "of" | "de"));
                    let beside = [before, Some(at + 1)].map(number);
                    let mut beside = beside
                        .into_iter()
                        .flatten()
                        .filter(|day| (1..=31).contains(day));
                    let day = beside.next();
                    !any(&|date| date.month() == month && day.is_none_or(|day| date.day() == day))
                }
                None => match word.parse::<i32>() {
                    Ok(year @ 1900..2100) => !any(&|date| date.year() == year),
                    _ => days::counts_day(&words, at),
                },
            })
    }
}

/// Returns the years that a heading names: `2024`, and both of `2023/24`.
fn years(heading: &str) -> Vec<i32> {
    let mut years: Vec<i32> = Vec::new();
    let mut begun = None;
    for word in heading.split(' ') {
        let number = word.parse::<i32>().ok();
        let year = match (number, begun) {
            (Some(year @ 1900..2100), _) if word.len() == 4 => Some(year),
            (Some(short @ 0..100), Some(begun)) if word.len() == 2 => {
                Some(begun / 100 * 100 + short)
            }
            _ => None,
        };
        begun = year.filter(|_| word.len() == 4);
        years.extend(year);
    }
    years
}

/// Words beside a day that say nothing more.
const SMALL: &[&str] = &[
    "on", "the", "of", "th", "st", "nd", "rd", "am", "den", "der", "le", "el", "de", "w", "dnia",
    "ar",
];

/// Returns the number of `13`, `13th` and `2nd`.
fn counted(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(dates: &[(i32, u32, u32)]) -> Held {
        let dates = dates
            .iter()
            .filter_map(|(year, month, day)| NaiveDate::from_ymd_opt(*year, *month, *day));
        Held {
            dates: dates.collect(),
            ..Held::in_zone(Tz::UTC)
        }
    }

    #[test]
    fn a_day_on_which_the_event_is_not_is_another() {
        let april = held(&[(2024, 4, 13), (2024, 4, 14)]);
        for question in [
            "will you attend the conference on 13 april",
            "will you attend on saturday 13th of april 2024",
            "are you coming on april 14",
            "are you coming in april",
            "will you attend",
            "kommst du am samstag",
        ] {
            assert!(!april.is_another_day(question), "{question}");
        }
        for question in [
            "will you attend the 2025 conference",
            "will you attend the march meeting",
            "are you coming on 12 april",
            "are you coming on friday",
            "will you attend day 2",
            "will you attend the 2nd day",
            "kommst du am freitag",
        ] {
            assert!(april.is_another_day(question), "{question}");
        }
        assert!(!held(&[]).is_another_day("are you coming on friday 12 april 2025"));
    }

    #[test]
    fn the_day_of_an_event_is_known_in_figures_and_words() {
        let april = held(&[(2024, 4, 13)]);
        for text in [
            "13 april",
            "april 13",
            "saturday 13th april 2024",
            "sat 13 apr",
            "samstag",
            "13 4 2024",
            "2024 04 13",
            "le 13 avril",
        ] {
            assert!(april.is_its_day(text), "{text}");
        }
        for text in [
            "12 april",
            "april",
            "13",
            "2024",
            "friday",
            "13 5",
            "saturday evening",
            "sunday 13 april",
            "may",
        ] {
            assert!(!april.is_its_day(text), "{text}");
        }
        let both = held(&[(2024, 4, 13), (2024, 4, 14)]);
        assert!(!both.is_its_day("13 april") && both.is_its_year(&["2024"]));
    }

    #[test]
    fn what_an_event_is_called_is_known() {
        let event = Held {
            words: vec!["blackburn".to_string()],
            ..held(&[])
        };
        assert!(event.is_named("blackburn") && !event.is_named("london"));
    }
}
