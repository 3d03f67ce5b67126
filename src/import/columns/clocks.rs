//! The time of the day at which somebody signed up, where it stands in a column beside the date.

use super::content;
use super::draft::Draft;
use super::words::is_bare;
use crate::import::field::Field;

/// How a date is called and how a time.
const PAIRS: [(&str, &str); 8] = [
    ("date", "time"),
    ("datum", "zeit"),
    ("datum", "uhrzeit"),
    ("date", "heure"),
    ("fecha", "hora"),
    ("data", "godzina"),
    ("data", "ora"),
    ("dyddiad", "amser"),
];

/// Takes the time together with the date: `Date booked` and `Time booked`. A time that is only called so may be when
/// somebody wants to come.
pub(super) fn join(draft: &mut Draft<'_>) {
    let [date] = *draft.of(Field::Registered) else {
        return;
    };
    if draft.wished.contains(&Field::Registered) || date >= draft.headings.len() {
        return;
    }
    let heading = draft.headings[date].as_str();
    let times = PAIRS.iter().filter(|(day, _)| heading.contains(day));
    let times: Vec<String> = times
        .map(|(day, time)| heading.replace(day, time))
        .collect();
    let is_time = |at: &usize| {
        times.contains(&draft.headings[*at])
            && !is_bare(&draft.headings[*at])
            && !draft.is_used(*at)
            && !draft.certain.contains(at)
    };
    let mut columns = 0..draft.headings.len();
    let Some(time) = columns.find(is_time) else {
        return;
    };
    let is_day = |cell: &str| !cell.contains(':');
    if draft.mostly(date, 0.8, is_day) && draft.mostly(time, 0.8, content::is_clock) {
        draft.set(Field::Registered, vec![date, time]);
    }
}
