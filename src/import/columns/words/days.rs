//! Days of the week and months as they stand in questions, in all languages at once.

use crate::import::word_list::{WordList, list};
use chrono::Weekday::{self, Fri, Mon, Sat, Sun, Thu, Tue, Wed};

/// What a word says of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import::columns) enum Day {
    /// Which day of the week it is.
    OfWeek(Weekday),
    /// The number of its month, from 1.
    Month(u32),
}

const WEEKDAYS: [(Weekday, WordList); 7] = [
    (
        Mon,
        list!["monday", "montag", "lundi", "lunes", "poniedzialek"],
    ),
    (
        Tue,
        list!["tuesday", "dienstag", "mardi", "martes", "wtorek"],
    ),
    (
        Wed,
        list!["wednesday", "mittwoch", "mercredi", "miercoles", "srode"],
    ),
    (
        Thu,
        list!["thursday", "donnerstag", "jeudi", "jueves", "czwartek"],
    ),
    (
        Fri,
        list!["friday", "freitag", "vendredi", "viernes", "piatek"],
    ),
    (
        Sat,
        list!["saturday", "samstag", "samedi", "sabado", "sobote"],
    ),
    (
        Sun,
        list!["sunday", "sonntag", "dimanche", "domingo", "niedziele"],
    ),
];

const MONTHS: [WordList; 12] = [
    list!["january", "januar", "janvier", "enero", "stycznia"],
    list!["february", "februar", "fevrier", "febrero", "lutego"],
    list!["march", "marz", "mars", "marzo", "marca"],
    list!["april", "avril", "abril", "kwietnia"],
    list!["may", "mai", "mayo", "maja"],
    list!["june", "juni", "juin", "junio", "czerwca"],
    list!["july", "juli", "juillet", "julio", "lipca"],
    list!["august", "aout", "agosto", "sierpnia"],
    list!["september", "septembre", "septiembre", "wrzesnia"],
    list!["october", "oktober", "octobre", "octubre", "pazdziernika"],
    list!["november", "novembre", "noviembre", "listopada"],
    list!["december", "dezember", "decembre", "diciembre", "grudnia"],
];

/// What stands beside a number that counts the days of an event: `day 2`, `2. Tag`.
const COUNTED: WordList = list!["day", "tag", "jour", "dia", "dzien", "diwrnod"];

/// Returns what a word says of a day, as headings are written.
pub(in crate::import::columns) fn of(word: &str) -> Option<Day> {
    let week = WEEKDAYS.iter().find(|(_, words)| words.contains(word));
    let month = || {
        MONTHS
            .iter()
            .zip(1..)
            .find(|(words, _)| words.contains(word))
    };
    week.map(|(day, _)| Day::OfWeek(*day))
        .or_else(|| month().map(|(_, number)| Day::Month(number)))
}

/// Tells whether a word is short for a day of the week.
pub(in crate::import::columns) fn begins(word: &str, day: Weekday) -> bool {
    let mut week = WEEKDAYS.iter().filter(|(known, _)| *known == day);
    let is_short = |name: &str| word.len() > 2 && name.starts_with(word);
    week.any(|(_, names)| names.iter().any(is_short))
}

/// Returns the number of the month that a word is or is short for: `March`, `Mär`, `avr`, `sept`; none if it may be two.
pub(in crate::import) fn month(word: &str) -> Option<u32> {
    if word.len() < 3 {
        return None;
    }
    let begins = |names: WordList| names.iter().any(|name| name.starts_with(word));
    let mut all = MONTHS.iter().zip(1..).filter(|(names, _)| begins(**names));
    let (_, number) = all.next()?;
    all.next().is_none().then_some(number)
}

/// Tells whether a word is a day of the week.
pub(in crate::import) fn is_weekday(word: &str) -> bool {
    matches!(of(word), Some(Day::OfWeek(_)))
}

/// Tells whether the word at a place is one for a day that is counted.
pub(in crate::import::columns) fn counts_day(words: &[&str], at: usize) -> bool {
    let is_count = |word: &&str| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
            || matches!(
                *word,
                "one" | "two" | "three" | "first" | "second" | "third"
            )
    };
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    COUNTED.contains(words[at])
        && (before.is_some_and(is_count) || words.get(at + 1).is_some_and(is_count))
}
