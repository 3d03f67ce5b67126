use chrono::{NaiveDate, NaiveTime, Timelike};

use super::Order;
use super::number::Number;
use crate::import::stamp::{Date, DayOrder, Typed, time_of_day, typed};

/// Tells whether two cells hold one value; `order` says which of day and month is first, where a date leaves it open.
pub(super) fn are_one_value(one: &str, other: &str, order: impl Fn() -> Order) -> bool {
    match (value(one), value(other)) {
        (Some(Value::Truth(one)), Some(Value::Truth(other))) => one == other,
        (Some(Value::Number(one)), Some(Value::Number(other))) => one.is(&other),
        (Some(Value::Clock(one)), Some(Value::Clock(other))) => is_one_time(one, other),
        (Some(Value::Moment(one)), Some(Value::Moment(other))) => {
            let time = |typed: &Typed| typed.time.unwrap_or(NaiveTime::MIN);
            one.offset == other.offset
                && is_one_time(time(&one), time(&other))
                && is_one_day(one.date, other.date, order)
        }
        _ => false,
    }
}

/// What a cell holds where a spreadsheet has several spellings for it.
enum Value {
    Truth(bool),
    Number(Number),
    Clock(NaiveTime),
    Moment(Typed),
}

fn value(text: &str) -> Option<Value> {
    let is_long = text.len() > 60;
    let begins = |c: char| c.is_alphanumeric() || ['-', '+', '£', '$', '€'].contains(&c);
    if is_long || !text.starts_with(begins) {
        return None;
    }
    truth(text)
        .map(Value::Truth)
        .or_else(|| Number::read(text).map(Value::Number))
        .or_else(|| time_of_day(text).map(Value::Clock))
        .or_else(|| typed(text).map(Value::Moment))
}

/// How spreadsheets write what is true and what is not, in the languages of those who use them.
fn truth(text: &str) -> Option<bool> {
    const WORDS: [(&str, bool); 13] = [
        ("true", true),
        ("false", false),
        ("wahr", true),
        ("falsch", false),
        ("vrai", true),
        ("faux", false),
        ("verdadero", true),
        ("vero", true),
        ("falso", false),
        ("prawda", true),
        ("fałsz", false),
        ("waar", true),
        ("onwaar", false),
    ];
    let text = text.to_lowercase();
    let found = WORDS.iter().find(|(word, _)| *word == text);
    found.map(|(_, truth)| *truth)
}

/// Tells whether two times are one, of which a spreadsheet may show no seconds.
fn is_one_time(one: NaiveTime, other: NaiveTime) -> bool {
    let minute = |time: NaiveTime| (time.hour(), time.minute());
    let has_no_seconds = [one, other].into_iter().any(|time| time.second() == 0);
    one == other || has_no_seconds && minute(one) == minute(other)
}

fn is_one_day(one: Date, other: Date, order: impl Fn() -> Order) -> bool {
    let (day, open) = match (one, other) {
        (Date::Certain(one), Date::Certain(other)) => return one == other,
        (Date::Open { .. }, Date::Open { .. }) => return one == other,
        (Date::Certain(day), open) | (open, Date::Certain(day)) => (day, open),
    };
    let readings = [DayOrder::DayFirst, DayOrder::MonthFirst].map(|order| open.read(order));
    let is_day = |date: &Option<NaiveDate>| *date == Some(day);
    if !readings.iter().any(is_day) {
        return false;
    }
    match order() {
        Order::Known(order) => open.read(order) == Some(day),
        Order::Either => true,
        Order::Unknown => readings.iter().flatten().all(|date| *date == day),
    }
}
