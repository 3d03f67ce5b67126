use std::collections::BTreeMap;

use minijinja::Value;
use minijinja::value::Serde;
use serde::Serialize;

use crate::model::{EmailAddress, Event, Registration, Status};

/// What a template can say: the one list of variables, from which the checks and their hints are made.
#[derive(Serialize)]
struct Variables<'a> {
    name: &'a str,
    code: &'a str,
    ticket: &'a str,
    status: &'static str,
    event: EventWords<'a>,
    venue: VenueWords<'a>,
    registration: BTreeMap<&'a str, &'a str>,
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

/// Returns the variables for one person.
pub(super) fn variables(event: &Event, registration: &Registration) -> Value {
    let columns = registration.columns().names().iter().map(String::as_str);
    Value::from(Serde(&Variables {
        name: registration.name().trim(),
        code: registration.code(),
        ticket: ticket(event, registration),
        status: registration.status().map_or("", Status::word),
        event: EventWords {
            id: event.id.as_str(),
            name: &event.name,
            dates: event.dates_in_words(),
            hours: hours(event),
            summary: &event.summary,
            url: &event.url,
            contact: event.contact.as_ref().map_or("", EmailAddress::as_str),
            organiser: &event.organiser,
        },
        venue: VenueWords {
            name: &event.venue.name,
            address: &event.venue.address,
            directions: &event.venue.directions,
            access: &event.venue.access,
        },
        registration: columns.zip(registration.cells()).collect(),
    }))
}

/// Returns the names of the variables as templates write them: `name`, `event`, `event.id` and so on.
pub(super) fn names(variables: &Value) -> Vec<String> {
    let keys = |value: &Value| -> Vec<String> {
        let keys = value.try_iter().into_iter().flatten();
        keys.map(|key| key.to_string()).collect()
    };
    let mut names = Vec::new();
    for name in keys(variables) {
        let value = variables.get_attr(&name).unwrap_or_default();
        if value.kind() == minijinja::value::ValueKind::Map {
            names.extend(keys(&value).iter().map(|key| format!("{name}.{key}")));
        }
        names.push(name);
    }
    names
}

/// Returns what people call the ticket; what stands in the row if the event does not know it.
fn ticket<'a>(event: &'a Event, registration: &'a Registration) -> &'a str {
    let id = registration.get("ticket").trim();
    let known = event.tickets.iter().find(|ticket| ticket.id.as_str() == id);
    known.map_or(id, |ticket| &ticket.name)
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
