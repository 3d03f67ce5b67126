use chrono::{DateTime, Utc};

use super::rules::Attached;
use super::{Kind, Standing};
use crate::calendar::{Blank, Calendar, Entry, EntryStatus, Form, When};
use crate::model::{Event, Told, Venue};

/// The days of an event as a calendar file, an entry a day.
#[derive(Debug)]
pub(super) struct Invitation {
    form: Form,
    /// What the UIDs end with: unique in the world (RFC 5545, section 3.8.4.7).
    domain: String,
    event: String,
    sequence: u32,
}

impl Invitation {
    /// Puts the entries together; none if the event has no date yet. `told` says how often time or place have changed.
    pub(super) fn new(event: &Event, told: &Told, domain: &str) -> Option<Self> {
        Some(Self {
            form: form(event)?,
            domain: domain.to_string(),
            event: event.id.to_string(),
            sequence: told.sequence,
        })
    }

    /// Returns the calendar file that comes with a mail of a kind to one person; none if none does.
    ///
    /// The entries are theirs alone: when one of two people who share a calendar cancels, the other still comes.
    /// Besides time and place, each turn from coming to not coming and back is a change (RFC 5546, section 2.1.4).
    pub(super) fn to(
        &self,
        person: &str,
        kind: &Kind,
        standing: &Standing,
        now: DateTime<Utc>,
    ) -> Option<String> {
        let status = status(kind)?;
        let mut turns = 0;
        let mut known = None;
        let told = standing
            .told(person)
            .filter_map(|(kind, _)| status_of(kind));
        for status in told {
            turns += u32::from(known.is_some_and(|known| known != status));
            known = Some(status);
        }
        if status == EntryStatus::Cancelled && known.is_none() {
            return None;
        }
        turns += u32::from(known.is_some_and(|known| known != status));
        Some(self.form.fill(now, |at| {
            // The number of the day and not its date, so that a day which is moved stays the same entry.
            let day = if at == 0 {
                String::new()
            } else {
                format!("-{}", at + 1)
            };
            Blank {
                uid: format!("{}{day}.{person}@{}", self.event, self.domain),
                sequence: self.sequence.saturating_add(turns),
                status,
            }
        }))
    }
}

/// Puts the entries together; none if the event has no date yet.
pub(super) fn form(event: &Event) -> Option<Form> {
    if event.dates.is_empty() {
        return None;
    }
    let entries = event.dates.iter().map(|day| Entry {
        uid: String::new(),
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
    });
    let calendar = Calendar {
        name: event.name.clone(),
        zone: event.zone,
        entries: entries.collect(),
    };
    Some(Form::of(&calendar))
}

/// Tells whether mails of a kind put something into people's calendars.
pub fn is_dated(kind: &crate::model::Id) -> bool {
    status_of(kind).is_some()
}

fn status_of(kind: &crate::model::Id) -> Option<EntryStatus> {
    status(&Kind::of(kind))
}

pub(super) fn status(kind: &Kind) -> Option<EntryStatus> {
    match kind.attached() {
        Attached::Nothing => None,
        Attached::Event => Some(EntryStatus::Confirmed),
        Attached::EventStruckOut => Some(EntryStatus::Cancelled),
    }
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
    use crate::model::Id;
    use crate::model::MailState::Accepted;

    /// Returns the lines of the calendar that matter here, after certain mails were told.
    fn written(event: &Event, kind: &str, told: &[&str]) -> Option<Vec<String>> {
        let journal: Vec<_> = told
            .iter()
            .enumerate()
            .map(|(at, kind)| sample::journal(kind, "krt-mwxb", at as u32 + 1, Accepted))
            .collect();
        let standing = sample::standing(&journal);
        let memory = Told {
            sequence: 3,
            facts: String::new(),
        };
        let kind = Kind::of(&Id::parse(kind).expect("an id"));
        let invitation = Invitation::new(event, &memory, "example.org")?;
        let text = invitation.to("krt-mwxb", &kind, &standing, DateTime::UNIX_EPOCH)?;
        let wanted = ["UID", "DTSTART", "SEQUENCE", "STATUS"];
        let (_, entries) = text.split_once("END:VTIMEZONE\r\n").unwrap_or(("", &text));
        let lines = entries.split("\r\n");
        let lines = lines.filter(|line| wanted.iter().any(|name| line.starts_with(name)));
        Some(lines.map(String::from).collect())
    }

    #[test]
    fn each_day_is_an_entry_with_a_number_of_its_own() {
        let mut event = sample::event();
        event.dates.push("2024-04-14".parse().expect("a day"));
        assert_eq!(
            written(&event, "confirmation", &[]).expect("a calendar"),
            [
                "UID:blackburn-2024.krt-mwxb@example.org",
                "DTSTART;TZID=Europe/London:20240413T093000",
                "SEQUENCE:3",
                "STATUS:CONFIRMED",
                "UID:blackburn-2024-2.krt-mwxb@example.org",
                "DTSTART;TZID=Europe/London:20240414T093000",
                "SEQUENCE:3",
                "STATUS:CONFIRMED",
            ]
        );
    }

    #[test]
    fn without_hours_it_is_the_whole_day_and_without_date_nothing() {
        let mut event = sample::event();
        event.hours = None;
        let lines = written(&event, "confirmation", &[]).expect("a calendar");
        assert_eq!(lines[1], "DTSTART;VALUE=DATE:20240413");
        event.dates.clear();
        assert_eq!(written(&event, "confirmation", &[]), None);
    }

    #[test]
    fn every_turn_from_coming_to_not_coming_is_a_change_and_other_mails_are_none() {
        let event = sample::event();
        for (kind, told, expected) in [
            ("confirmation", &[][..], Some((3, "CONFIRMED"))),
            ("confirmation", &["waiting"], Some((3, "CONFIRMED"))),
            ("reminder", &["confirmation"], Some((3, "CONFIRMED"))),
            (
                "cancelled",
                &["confirmation", "updates"],
                Some((4, "CANCELLED")),
            ),
            (
                "place",
                &["confirmation", "cancelled"],
                Some((5, "CONFIRMED")),
            ),
            (
                "cancelled",
                &["place", "cancelled", "place", "reminder"],
                Some((6, "CANCELLED")),
            ),
            ("cancelled", &["waiting"], None),
            ("waiting", &[], None),
            ("updates", &["confirmation"], None),
            ("venue", &["confirmation"], None),
        ] {
            let lines = written(&event, kind, told);
            let found = lines
                .as_ref()
                .map(|lines| (lines[2].as_str(), lines[3].as_str()));
            let expected = expected.map(|(sequence, status)| {
                (format!("SEQUENCE:{sequence}"), format!("STATUS:{status}"))
            });
            let expected = expected.as_ref().map(|(a, b)| (a.as_str(), b.as_str()));
            assert_eq!(found, expected, "{kind} after {told:?}");
        }
    }
}
