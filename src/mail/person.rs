use crate::error::Place;
use crate::model::{Conference, EmailAddress, Registration, Speaker};

/// Somebody whom a mail can be written to.
#[derive(Clone, Copy, Debug)]
pub enum Person<'a> {
    /// Somebody who signed up.
    Registered(&'a Registration),
    /// Somebody on the programme, and the programme.
    Speaker(&'a Speaker, &'a Conference),
}

impl<'a> Person<'a> {
    /// Returns what mails to them are known by: the code of a registration, or the id of a speaker.
    pub fn id(&self) -> &'a str {
        match self {
            Self::Registered(registration) => registration.code(),
            Self::Speaker(speaker, _) => speaker.id.as_str(),
        }
    }

    /// Returns what to call them in a mail that they alone read; blank if nothing is known.
    pub fn name(&self) -> &'a str {
        match self {
            Self::Registered(registration) => registration.name(),
            Self::Speaker(speaker, _) if speaker.name.is_empty() => &speaker.alias,
            Self::Speaker(speaker, _) => &speaker.name,
        }
    }

    /// Returns the address as it stands in the file; blank if there is none.
    pub fn email(&self) -> &'a str {
        match self {
            Self::Registered(registration) => registration.email(),
            Self::Speaker(speaker, _) => speaker
                .email
                .as_ref()
                .map_or("", |address| address.as_str()),
        }
    }

    /// Tells whether an address of an envelope is theirs as it stands in the file now.
    pub fn is_at(&self, envelope: &str) -> bool {
        EmailAddress::parse(self.email()).is_ok_and(|address| address.for_envelope() == envelope)
    }

    /// Returns where a field of a speaker stands; none for registrations, whose file knows no places by itself.
    pub fn place(&self, field: &str) -> Option<Place> {
        match self {
            Self::Registered(_) => None,
            Self::Speaker(speaker, _) => speaker.origin.place(field),
        }
    }
}
