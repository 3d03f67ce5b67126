use chrono_tz::Tz;
use minijinja::{Value, context};

use crate::calendar::{Calendar, Entry};

/// What one person has to be told of the agenda.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notice {
    /// The release that they know once they have read it.
    pub release: u32,
    /// What the organisers said about that release.
    pub message: String,
    /// What changed for them, a sentence each.
    pub changes: Vec<String>,
    /// What brings their calendar up to date: with the UIDs it knows, greater SEQUENCE numbers, and what is off for
    /// them struck out (RFC 5546, section 2.1.4).
    pub entries: Vec<Entry>,
    /// What the calendar is called, and its zone.
    pub calendar: (String, Tz),
}

impl Notice {
    /// Returns the calendar file that comes with it; none if no entry changed.
    pub(super) fn calendar(&self) -> Option<Calendar> {
        let (name, zone) = self.calendar.clone();
        (!self.entries.is_empty()).then(|| Calendar {
            name,
            zone,
            entries: self.entries.clone(),
        })
    }

    /// Returns what a template can say of it.
    pub(super) fn words(&self) -> [(&'static str, Value); 2] {
        let release = context! { number => self.release, message => self.message.as_str() };
        [
            ("changes", Value::from(self.changes.clone())),
            ("release", release),
        ]
    }

    /// Adds it to the variables of a person.
    pub(super) fn values(&self, person: Value) -> Value {
        let [(_, changes), (_, release)] = self.words();
        context! { changes, release, ..person }
    }
}
