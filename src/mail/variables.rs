use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::Value;
use minijinja::value::{Enumerator, Object, Serde, ValueKind};
use serde::Serialize;

use super::Person;
use super::notice::Notice;
use super::programme::{FIELDS, speaker_words};
use crate::model::{EmailAddress, Event, Registration, Status};

/// What templates can say of the event, which is the same in every mail.
///
/// With [`Variables::of`], this is the one list of variables, from which the checks and their hints are made.
#[derive(Debug)]
pub(super) struct Variables {
    event: Value,
    venue: Value,
    /// Ids of tickets with the names that people know.
    tickets: BTreeMap<String, Value>,
}

#[derive(Serialize)]
struct EventWords<'a> {
    id: &'a str,
    name: &'a str,
    dates: String,
    hours: String,
    summary: &'a str,
    url: &'a str,
    contact: &'a str,
    organiser: &'a str,
}

#[derive(Serialize)]
struct VenueWords<'a> {
    name: &'a str,
    address: &'a str,
    directions: &'a str,
    access: &'a str,
}

/// The columns of somebody's row. A value is made when a template asks for it: most ask for none.
#[derive(Debug)]
struct Row(Registration);

impl Object for Row {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let column = key.as_str()?;
        self.0.columns().position(column)?;
        Some(Value::from(self.0.get(column)))
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        let names = self.0.columns().names().iter();
        Enumerator::Values(names.map(|name| Value::from(name.as_str())).collect())
    }
}

/// Variables by name, in the order in which hints list them.
#[derive(Debug)]
struct Scope(Vec<(&'static str, Value)>);

impl Object for Scope {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let name = key.as_str()?;
        let found = self.0.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.clone())
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        let names = self.0.iter().map(|(name, _)| Value::from(*name));
        Enumerator::Values(names.collect())
    }
}

impl Variables {
    pub(super) fn new(event: &Event) -> Self {
        let tickets = event.tickets.iter();
        Self {
            event: Value::from(Serde(&EventWords {
                id: event.id.as_str(),
                name: &event.name,
                dates: event.dates_in_words(),
                hours: hours(event),
                summary: &event.summary,
                url: &event.url,
                contact: event.contact.as_ref().map_or("", EmailAddress::as_str),
                organiser: &event.organiser,
            })),
            venue: Value::from(Serde(&VenueWords {
                name: &event.venue.name,
                address: &event.venue.address,
                directions: &event.venue.directions,
                access: &event.venue.access,
            })),
            tickets: tickets
                .map(|ticket| (ticket.id.to_string(), Value::from(ticket.name.as_str())))
                .collect(),
        }
    }

    /// Returns the variables for one person; `calendar` tells whether a calendar file comes with the mail.
    pub(super) fn of(&self, person: &Person<'_>, calendar: bool) -> Value {
        let mut variables: Vec<(&'static str, Value)> = vec![
            ("name", Value::from(person.name().trim())),
            ("calendar", Value::from(calendar)),
            ("event", self.event.clone()),
            ("venue", self.venue.clone()),
        ];
        match person {
            Person::Registered(registration) => variables.extend([
                ("code", Value::from(registration.code())),
                ("ticket", self.ticket(registration)),
                ("offer", Value::from(offer(registration))),
                (
                    "status",
                    Value::from(registration.status().map_or("", Status::word)),
                ),
                (
                    "registration",
                    Value::from_object(Row((*registration).clone())),
                ),
            ]),
            Person::Speaker(speaker, conference) => {
                variables.extend(speaker_words(speaker, conference));
            }
        }
        // Only mails of changes have something to say here; the others may ask.
        variables.extend(Notice::default().words());
        Value::from_object(Scope(variables))
    }

    /// Returns what people call the ticket; what stands in the row if the event does not know it.
    fn ticket(&self, registration: &Registration) -> Value {
        let id = registration.get("ticket").trim();
        let known = self.tickets.get(id).cloned();
        known.unwrap_or_else(|| Value::from(id))
    }
}

/// Returns until when somebody is offered a place, as it is read aloud: `Friday 5 April 2024, 09:00`; blank if they are
/// not.
fn offer(registration: &Registration) -> String {
    let until = registration.get("offer").trim();
    crate::model::parse_wall_time(until, &[]).map_or_else(
        |_| until.to_string(),
        |wall| wall.format("%A %-d %B %Y, %H:%M").to_string(),
    )
}

/// Returns the names of the variables as templates write them: `name`, `event`, `event.id` and so on, and in a list
/// `sessions.title`.
pub(super) fn names(variables: &Value) -> Vec<String> {
    let keys = |value: &Value| -> Vec<String> {
        let keys = value.try_iter().into_iter().flatten();
        keys.map(|key| key.to_string()).collect()
    };
    let mut names = Vec::new();
    for name in keys(variables) {
        let value = variables.get_attr(&name).unwrap_or_default();
        match value.kind() {
            ValueKind::Map => names.extend(keys(&value).iter().map(|key| format!("{name}.{key}"))),
            ValueKind::Seq => names.extend(FIELDS.map(|key| format!("{name}.{key}"))),
            _ => {}
        }
        names.push(name);
    }
    names
}

/// Returns the hours as they are read aloud: `09:30 to 17:00`.
fn hours(event: &Event) -> String {
    let Some(hours) = event.hours else {
        return String::new();
    };
    let each = if event.dates.len() > 1 {
        " each day"
    } else {
        ""
    };
    let (from, to) = (hours.from.format("%H:%M"), hours.to.format("%H:%M"));
    format!("{from} to {to}{each}")
}
