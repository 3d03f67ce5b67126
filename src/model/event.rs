use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

use super::{
    AgendaRules, DomainName, EmailAddress, Hours, Id, InDoubt, Lapse, Mailbox, Origin, Reminder,
    Span, WallClock, WallTime, moment,
};
use crate::error::Place;

/// The event itself: what stands in `event.toml`.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Short name, part of Message-IDs and calendar UIDs.
    pub id: Id,
    /// What people call it.
    pub name: String,
    /// The days it is on, sorted.
    pub dates: Vec<NaiveDate>,
    /// When its days open and close.
    pub hours: Option<Hours>,
    /// The zone of every time in the event folder.
    pub zone: Tz,
    /// Whom people write to.
    pub contact: Option<EmailAddress>,
    /// Who runs it.
    pub organiser: String,
    /// Where it is announced.
    pub url: String,
    /// What it is about, in a sentence or two.
    pub summary: String,
    /// Until when a session past midnight belongs to the day before.
    pub day_ends: Option<NaiveTime>,
    /// Where it is.
    pub venue: Venue,
    /// Its rooms, in the order of the file.
    pub rooms: Vec<Room>,
    /// Its tracks, in the order of the file.
    pub tracks: Vec<Track>,
    /// The kinds of ticket, in the order of the file.
    pub tickets: Vec<Ticket>,
    /// Who backs it.
    pub backers: Vec<Backer>,
    /// Who may sign up, and when.
    pub sign_up: SignUp,
    /// What a sound agenda is.
    pub agenda: AgendaRules,
    /// When it reminds those who come.
    pub reminders: Vec<Reminder>,
    /// How it sends mail.
    pub mail: Mail,
    /// How long it keeps what it knows about people.
    pub privacy: Privacy,
    /// Where `[event]` stands.
    pub origin: Origin,
}

/// Where an event is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Venue {
    /// The name of the place.
    pub name: String,
    /// Its postal address, on one line.
    pub address: String,
    /// How to get there.
    pub directions: String,
    /// What people with access needs should know.
    pub access: String,
}

/// A room of the venue.
#[derive(Clone, Debug, PartialEq)]
pub struct Room {
    /// What sessions call it.
    pub id: Id,
    /// What people call it.
    pub name: String,
    /// How many people it holds.
    pub capacity: Option<u32>,
    /// Whether it can be reached without a step; none if not known.
    pub step_free: Option<bool>,
    /// When it is open; always if nothing is said.
    pub open: Vec<Span>,
    /// Where it stands in `event.toml`.
    pub origin: Origin,
}

/// A thread through the agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// What sessions call it.
    pub id: Id,
    /// What people call it.
    pub name: String,
    /// `#rrggbb`, or empty.
    pub colour: String,
    /// Where it stands in `event.toml`.
    pub origin: Origin,
}

/// A kind of ticket.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticket {
    /// What registrations call it.
    pub id: Id,
    /// What people call it.
    pub name: String,
    /// How many there are.
    pub capacity: Option<u32>,
    /// Whether those who have it count; the organisers' own guests need not.
    pub counted: bool,
    /// Where it stands in `event.toml`.
    pub origin: Origin,
}

/// A group or person in support of the event.
#[derive(Clone, Debug, PartialEq)]
pub struct Backer {
    /// Who it is.
    pub name: String,
    /// Where they are from.
    pub place: String,
}

/// The rules of signing up: `[registration]`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SignUp {
    /// How many people can come.
    pub capacity: Option<u32>,
    /// From when people can sign up.
    pub opens: Option<WallTime>,
    /// Until when.
    pub closes: Option<WallTime>,
    /// How somebody on the waiting list moves up.
    pub waiting: Waiting,
    /// How long an offer of a place holds; two days if nothing is said.
    pub offer_for: Option<Lapse>,
    /// Which field of a person a heading of a sign-up file means, where import cannot tell: `[import.map]`.
    pub headings: Vec<(String, String)>,
    /// The page where people sign up; blank if there is none.
    pub url: String,
}

/// How somebody on the waiting list moves up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Waiting {
    /// They have the place at once.
    #[default]
    Confirm,
    /// They are offered it, and have it once they accept.
    Offer,
}

/// How the event sends mail: `[mail]`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mail {
    /// The sender that people see.
    pub from: Option<Mailbox>,
    /// Where answers go, if not to `from`.
    pub reply_to: Option<EmailAddress>,
    /// Through which server, as written: `smtps://…`, `folder:…`.
    pub server: String,
    /// At most how many mails in what time, as written: `60/min`.
    pub rate: String,
    /// Over how many connections mails go at once; 1 if not given, at most 16.
    pub connections: Option<u32>,
    /// What to do with a mail that may or may not have arrived.
    pub in_doubt: InDoubt,
    /// For how many days a mail is tried again that servers put off; 4 if not given.
    pub give_up_days: Option<u32>,
    /// Whether a change of the agenda is mailed to everybody who has a place, not only to who speaks.
    pub tell_everybody: bool,
    /// The subjects that the organisers have written: `subject`, for all mails or by kind.
    pub subjects: Vec<Subject>,
    /// Under which name the public half of the key that signs mails is published (DKIM, RFC 6376, section 3.1); none if
    /// mails are not signed.
    pub dkim_selector: Option<DomainName>,
    /// For which domain they are signed, if not for that of `from`.
    pub dkim_domain: Option<DomainName>,
    /// Where `[mail]` stands.
    pub origin: Origin,
}

/// A subject of mails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The kind of mail that it is for; none if it is for all.
    pub kind: Option<String>,
    /// The subject, a template of one line.
    pub text: String,
    /// Where it stands in `event.toml`.
    pub place: Place,
}

/// How long personal data are kept: `[privacy]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Privacy {
    /// Days after the event until registrations are deleted.
    pub keep_days: Option<u32>,
    /// Days after the event until access and diet needs are deleted.
    pub keep_needs_days: Option<u32>,
    /// What the ids of sessions in calendars and apps are made of besides event and session, so that nobody can check a
    /// guess; blank if the ids of sessions are no secret. Known to the organisers only, and never changed.
    pub salt: String,
}

impl Event {
    /// An event of which only id and name are known, on no day, in UTC.
    ///
    /// # Panics
    /// When `id` is no id: it is meant for tests and examples.
    #[cfg(test)]
    pub(crate) fn named(id: &str, name: &str) -> Self {
        Self {
            id: Id::parse(id).expect("an id"),
            name: name.to_string(),
            dates: Vec::new(),
            hours: None,
            zone: Tz::UTC,
            contact: None,
            organiser: String::new(),
            url: String::new(),
            summary: String::new(),
            day_ends: None,
            venue: Venue::default(),
            rooms: Vec::new(),
            tracks: Vec::new(),
            tickets: Vec::new(),
            backers: Vec::new(),
            sign_up: SignUp::default(),
            agenda: AgendaRules::default(),
            reminders: Vec::new(),
            mail: Mail::default(),
            privacy: Privacy::default(),
            origin: Origin::default(),
        }
    }

    /// Returns what reads the times that people write about it.
    pub fn clock(&self) -> WallClock<'_> {
        WallClock {
            dates: &self.dates,
            day_ends: self.day_ends,
            zone: self.zone,
        }
    }

    /// Returns when it begins: when the doors open on its first day, or that day if nothing is said of hours.
    pub fn begins(&self) -> Option<DateTime<Utc>> {
        let day = self.dates.first()?;
        let from = self.hours.map_or(NaiveTime::MIN, |hours| hours.from);
        Some(moment(day.and_time(from), self.zone))
    }

    /// Returns the kind of ticket that a registration names, by its id or name; case does not matter.
    pub fn ticket(&self, word: &str) -> Option<&Ticket> {
        let word = word.trim();
        self.tickets.iter().find(|ticket| {
            ticket.id.as_str().eq_ignore_ascii_case(word) || ticket.name.eq_ignore_ascii_case(word)
        })
    }

    /// Returns the room of that id.
    pub fn room(&self, id: &Id) -> Option<&Room> {
        self.rooms.iter().find(|room| room.id == *id)
    }

    /// Returns the track of that id.
    pub fn track(&self, id: &Id) -> Option<&Track> {
        self.tracks.iter().find(|track| track.id == *id)
    }

    /// Returns the days as people say them: `Saturday 13 April 2024`, `13 and 14 April 2024` or a range.
    pub fn dates_in_words(&self) -> String {
        match self.dates.as_slice() {
            [] => String::new(),
            [day] => day.format("%A %-d %B %Y").to_string(),
            [first, .., last] => {
                format!(
                    "{} to {}",
                    first.format("%A %-d %B"),
                    last.format("%A %-d %B %Y")
                )
            }
        }
    }
}
