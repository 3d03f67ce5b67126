use memchr::memmem;

use super::encoding::add_quoted_printable;
use super::invitation::{form, status};
use super::{Draft, Kind};
use crate::calendar::{EntryStatus, Form};
use crate::model::Event;

/// When and where an event is, as calendars tell it.
#[derive(Debug)]
pub struct Facts(Form);

impl Facts {
    /// Puts them together; none if the event has no date yet.
    pub fn of(event: &Event) -> Option<Self> {
        form(event).map(Self)
    }

    /// Tells whether a draft says what is so; also if it has no calendar, or tells that somebody has cancelled.
    pub fn are_told_by(&self, draft: &Draft) -> bool {
        let has = |text: &str| memmem::find(&draft.bytes, text.as_bytes()).is_some();
        let kind = Kind::of(&draft.key.kind);
        if status(&kind) != Some(EntryStatus::Confirmed) || !has("BEGIN:VCALENDAR") {
            return true;
        }
        self.0.facts().all(|lines| {
            let mut encoded = String::new();
            add_quoted_printable(lines, &mut encoded);
            has(lines) || has(&encoded)
        })
    }
}
