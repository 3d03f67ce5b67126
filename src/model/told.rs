use super::Event;

/// What people's calendars were last told of the time and place of the event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// How often time or place have changed since the first calendar went out (RFC 5545, section 3.8.7.4).
    pub sequence: u32,
    /// Time and place in words, to be compared whole.
    pub facts: String,
}

impl Told {
    /// Returns what to tell next: the number grows by one when time or place are no more what they were.
    ///
    /// Without a memory it begins at `lost`: 0 for the first calendars ever; if others went out, at least as many as
    /// there were changes, since a number that is lower than what people have would be ignored.
    pub fn next(known: Option<&Self>, event: &Event, lost: u32) -> Self {
        let facts = facts(event);
        let sequence = match known {
            None => lost,
            Some(known) if known.facts == facts => known.sequence,
            Some(known) => known.sequence.saturating_add(1),
        };
        Self { sequence, facts }
    }
}

/// Returns when and where the event is, on one line.
fn facts(event: &Event) -> String {
    let mut facts: Vec<String> = event.dates.iter().map(ToString::to_string).collect();
    facts.extend(event.hours.map(|hours| hours.to_string()));
    facts.push(event.zone.name().to_string());
    for text in [&event.venue.name, &event.venue.address] {
        let words: Vec<&str> = text.split_whitespace().collect();
        facts.push(words.join(" "));
    }
    facts.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_grows_when_time_or_place_change_and_only_then() {
        let mut event = Event::named("test", "Test");
        event.dates.push("2024-04-13".parse().expect("a day"));
        event.venue.name = "King George's Hall".to_string();
        let first = Told::next(None, &event, 0);
        let facts = "2024-04-13; UTC; King George's Hall; ".to_string();
        assert_eq!(first, Told { sequence: 0, facts });
        event.name = "Another name".to_string();
        assert_eq!(Told::next(Some(&first), &event, 9), first);
        event.venue.address = "Northgate".to_string();
        let second = Told::next(Some(&first), &event, 9);
        assert_eq!(second.sequence, 1);
        event.venue.address = String::new();
        let third = Told::next(Some(&second), &event, 9);
        assert_eq!((third.sequence, third.facts), (2, first.facts));
        assert_eq!(Told::next(None, &event, 9).sequence, 9);
    }
}
