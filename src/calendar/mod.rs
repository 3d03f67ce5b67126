//! iCalendar text (RFC 5545) for anything that has a time: the attachment of a confirmation, a published agenda.
//! Pure: takes entries and `now`, returns text. A `TZID` never comes without the `VTIMEZONE` that Outlook needs.

mod entry;
mod form;
mod line;
mod session;
mod shelf;
mod write;
mod zone;

pub use entry::{Calendar, Entry, EntryStatus, When};
pub use form::{Blank, Form};
pub use session::session_uid;
pub use shelf::Shelf;
