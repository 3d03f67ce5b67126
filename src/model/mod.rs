//! What a conference is: event, speakers, sessions, registrations, their ids and times. Plain data and the rules
//! of one record; knows nothing of files, of the terminal or of the clock.

mod agenda_rules;
mod check;
mod chronicle;
mod code;
mod condition;
mod conference;
mod discretion;
mod domain;
mod email;
mod event;
mod finder;
mod guid;
mod history;
mod id;
mod in_doubt;
mod journal;
mod language;
mod lapse;
mod mail_journal;
mod mail_keys;
mod mail_line;
mod marks;
mod names;
mod origin;
mod references;
mod registration;
mod registrations;
mod release;
mod repeated;
mod rule;
mod session;
mod span;
mod speaker;
mod status;
mod submission;
mod time;
mod told;
mod values;
mod waiver;
mod wall_clock;
mod word;

pub use agenda_rules::{AgendaRules, Walk};
pub use check::{Answers, registration_findings};
pub use chronicle::Chronicle;
pub use code::Code;
pub use condition::Condition;
pub use conference::Conference;
pub use discretion::{Discretion, names_somebody, unnamed_words};
pub use domain::DomainName;
pub use email::{EmailAddress, Mailbox};
pub use event::{
    Backer, Event, Mail, Privacy, Room, SignUp, Subject, Ticket, Track, Venue, Waiting,
};
pub use finder::Finder;
pub use guid::{guid, guid_number, session_guid, session_number};
pub use history::{HistoryEntry, What};
pub use id::Id;
pub use in_doubt::InDoubt;
pub use journal::{MailEntry, MailKey, MailState};
pub use language::parse_language;
pub use lapse::{Lapse, Reminder, moment};
pub use mail_journal::{MailJournal, domain_of};
pub use mail_keys::MailKeys;
pub use mail_line::MailLine;
pub use names::Names;
pub use origin::Origin;
pub use references::reference_findings;
pub use registration::{COLUMNS, Columns, Registration};
pub use registrations::Registrations;
pub use release::{Frozen, Release};
pub use rule::{Level, Rule};
pub use session::Session;
pub use speaker::Speaker;
pub use status::Status;
pub use submission::{OWN, Submission, Submissions};
pub(crate) use time::clock;
pub use time::{
    ClockChange, Hours, Span, WallTime, instant, parse_date, parse_wall_time, parse_zone,
};
pub use told::Told;
pub use values::{Draft, Page, Spot, ValueIter, Values};
pub use waiver::Waiver;
pub use wall_clock::WallClock;
pub use word::{Short, Word};
