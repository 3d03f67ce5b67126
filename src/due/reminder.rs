use chrono::{DateTime, Days, TimeDelta, Utc};

use crate::model::{Event, Lapse, Reminder, moment, order_by_key};

/// A reminder, and when it goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timely {
    /// Its kind of mail, as in `reminder-3-days`: each of an event's reminders is a mail of its own.
    pub kind: String,
    /// How long before the event.
    pub before: Lapse,
    /// From when on it is due.
    pub at: DateTime<Utc>,
}

/// Returns the reminders of an event in the order in which they go out.
pub fn reminders(event: &Event) -> Vec<Timely> {
    let mut all: Vec<Timely> = event
        .reminders
        .iter()
        .filter_map(|reminder| {
            Some(Timely {
                kind: format!("reminder-{}", reminder.before.to_string().replace(' ', "-")),
                before: reminder.before,
                at: goes_out(reminder, event)?,
            })
        })
        .collect();
    order_by_key(&mut all, |timely| timely.at);
    all
}

/// Returns the one reminder that makes sense now: the latest whose time has come, while the event has not begun. A
/// machine that slept over three of them sends only this one.
pub fn timely(event: &Event, now: DateTime<Utc>) -> Option<Timely> {
    if doors_open(event)? <= now {
        return None;
    }
    let mut all = reminders(event).into_iter();
    all.rfind(|timely| timely.at <= now)
}

/// Returns when nobody needs a reminder any more. Without hours, that is when the first day is over.
fn doors_open(event: &Event) -> Option<DateTime<Utc>> {
    let begins = event.begins()?;
    Some(if event.hours.is_some() {
        begins
    } else {
        begins + TimeDelta::days(1)
    })
}

fn goes_out(reminder: &Reminder, event: &Event) -> Option<DateTime<Utc>> {
    match reminder.before {
        Lapse::Hours(hours) => Some(event.begins()? - TimeDelta::hours(i64::from(hours))),
        Lapse::Days(days) => {
            let day = event
                .dates
                .first()?
                .checked_sub_days(Days::new(u64::from(days)))?;
            Some(moment(day.and_time(reminder.at), event.zone))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Hours, parse_date, parse_wall_time, parse_zone};

    fn event(date: &str, reminders: &[(&str, &str)]) -> Event {
        let mut event = Event::named("test", "Test");
        event.zone = parse_zone("Europe/London").expect("a zone");
        event.dates = vec![parse_date(date).expect("a date")];
        event.hours = Hours::parse("09:30-17:00").ok();
        let of = |(before, at): &(&str, &str)| Reminder {
            before: Lapse::parse(before).expect("a lapse"),
            at: Hours::parse(&format!("{at}-24:00")).expect("a time").from,
        };
        event.reminders = reminders.iter().map(of).collect();
        event
    }

    fn now(event: &Event, text: &str) -> Option<String> {
        let wall = parse_wall_time(text, &[]).expect("a time");
        timely(event, moment(wall, event.zone)).map(|timely| timely.kind)
    }

    #[test]
    fn of_all_reminders_whose_time_has_come_only_the_latest_makes_sense() {
        let event = event(
            "2024-04-13",
            &[
                ("1 day", "18:00"),
                ("2 weeks", "09:00"),
                ("3 days", "09:00"),
                ("2 hours", "09:00"),
            ],
        );
        let at = |text: &str| now(&event, text);
        assert_eq!(at("2024-03-30 08:59"), None);
        assert_eq!(at("2024-03-30 09:00").as_deref(), Some("reminder-14-days"));
        assert_eq!(at("2024-04-10 08:59").as_deref(), Some("reminder-14-days"));
        assert_eq!(at("2024-04-10 09:00").as_deref(), Some("reminder-3-days"));
        assert_eq!(at("2024-04-13 07:29").as_deref(), Some("reminder-1-day"));
        assert_eq!(at("2024-04-13 07:30").as_deref(), Some("reminder-2-hours"));
        assert_eq!(at("2024-04-13 09:30"), None, "the doors are open");
    }

    #[test]
    fn a_reminder_keeps_its_time_of_day_over_a_clock_change_and_a_leap_day() {
        let spring = event("2024-03-31", &[("1 day", "09:00"), ("0 days", "01:30")]);
        assert_eq!(
            now(&spring, "2024-03-30 09:00").as_deref(),
            Some("reminder-1-day")
        );
        // 01:30 does not exist on that day: it is when the clocks have gone forward.
        assert_eq!(
            now(&spring, "2024-03-31 00:59").as_deref(),
            Some("reminder-1-day")
        );
        assert_eq!(
            now(&spring, "2024-03-31 02:00").as_deref(),
            Some("reminder-0-days")
        );
        let leap = event("2024-03-01", &[("1 day", "09:00"), ("1 week", "09:00")]);
        assert_eq!(
            now(&leap, "2024-02-23 09:00").as_deref(),
            Some("reminder-7-days")
        );
        assert_eq!(
            now(&leap, "2024-02-29 09:00").as_deref(),
            Some("reminder-1-day")
        );
        let plain = event("2023-03-01", &[("1 day", "09:00")]);
        assert_eq!(
            now(&plain, "2023-02-28 09:00").as_deref(),
            Some("reminder-1-day")
        );
    }
}
