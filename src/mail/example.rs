use std::sync::Arc;

use super::Person;
use crate::error::Result;
use crate::model::{Columns, Conference, EmailAddress, Event, Id, Registration, Session, Speaker};

/// Somebody who has signed up and somebody on a programme, neither of whom exists: to show a mail and to check templates
/// before anybody is there.
#[derive(Clone, Debug)]
pub struct Example {
    registration: Registration,
    programme: Conference,
}

impl Example {
    /// Invents them. `columns` are those of the list that they are taken to stand in; in those beyond the name and the
    /// address stands `answer`.
    ///
    /// # Errors
    /// Never: what is invented here has the right form.
    pub fn new(event: &Event, columns: &Arc<Columns>, answer: &str) -> Result<Self> {
        let mut registration = Registration::new(Arc::clone(columns));
        for column in columns.names() {
            registration.set(column, answer);
        }
        for (column, value) in [
            ("code", "krt-mwxb"),
            ("name", "Ada Example"),
            ("email", "ada@example.org"),
            ("status", "confirmed"),
        ] {
            registration.set(column, value);
        }
        let id = Id::parse("ada-example")?;
        let session = Session {
            speakers: vec![id.clone()],
            ..Session::unscheduled(Id::parse("opening")?, "Opening")
        };
        let speaker = Speaker {
            role: answer.to_string(),
            affiliation: answer.to_string(),
            area: answer.to_string(),
            bio: answer.to_string(),
            email: Some(EmailAddress::parse("ada@example.org")?),
            ..Speaker::named(id, "Ada Example")
        };
        let programme = Conference {
            event: event.clone(),
            speakers: vec![speaker],
            sessions: vec![session],
            waivers: Vec::new(),
        };
        Ok(Self {
            registration,
            programme,
        })
    }

    /// Returns the one who has signed up.
    pub fn registered(&self) -> Person<'_> {
        Person::Registered(&self.registration)
    }

    /// Returns the one on the programme.
    pub fn speaker(&self) -> Person<'_> {
        Person::Speaker(&self.programme.speakers[0], &self.programme)
    }
}
