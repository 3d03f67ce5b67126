use crate::calendar::{Calendar, Entry, EntryStatus, When};
use crate::model::{Event, Venue};

/// Returns the days of the event as a calendar, an entry a day; none if it has no date yet.
///
/// Everybody gets the same entries: two people of one household who share a calendar have the event in it once, and a
/// corrected date replaces the former one. `domain` makes the UIDs unique in the world.
pub(super) fn invitation(event: &Event, domain: &str) -> Option<Calendar> {
    if event.dates.is_empty() {
        return None;
    }
    let days = event.dates.iter().enumerate().map(|(at, day)| {
        // The number of the day and not its date, so that a day which is moved stays the same entry.
        let number = if at == 0 {
            String::new()
        } else {
            format!("-{}", at + 1)
        };
        Entry {
            uid: format!("{}{number}@{domain}", event.id),
            sequence: 0,
            status: EntryStatus::Confirmed,
            when: match event.hours {
                Some(hours) => When::Hours(hours.on(*day)),
                None => When::Days(*day, *day),
            },
            summary: event.name.clone(),
            location: place(&event.venue),
            description: paragraphs([&event.venue.directions, &event.venue.access]),
            url: event.url.clone(),
        }
    });
    Some(Calendar {
        name: event.name.clone(),
        zone: event.zone,
        entries: days.collect(),
    })
}

fn place(venue: &Venue) -> String {
    let parts = [venue.name.trim(), venue.address.trim()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

fn paragraphs(texts: [&String; 2]) -> String {
    let texts = texts.map(|text| text.trim());
    let texts: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    texts.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::sample;

    #[test]
    fn each_day_is_an_entry_with_a_number_of_its_own() {
        let mut event = sample::event();
        event.dates.push("2024-04-14".parse().expect("a day"));
        let calendar = invitation(&event, "example.org").expect("two days");
        let uids: Vec<&str> = calendar
            .entries
            .iter()
            .map(|entry| entry.uid.as_str())
            .collect();
        assert_eq!(
            uids,
            ["blackburn-2024@example.org", "blackburn-2024-2@example.org"]
        );
    }

    #[test]
    fn without_hours_it_is_the_whole_day_and_without_date_nothing() {
        let mut event = sample::event();
        event.hours = None;
        let day = event.dates[0];
        let calendar = invitation(&event, "example.org").expect("a day");
        assert_eq!(calendar.entries[0].when, When::Days(day, day));
        event.dates.clear();
        assert_eq!(invitation(&event, "example.org"), None);
    }
}
