use super::{Entry, EntryStatus, When};
use crate::model::{Conference, Event, Id, Session, session_guid};

/// Returns the UID of a session, the same in every calendar file and mail however the session changes (RFC 7986,
/// section 5.3: a UUID by itself).
pub fn session_uid(event: &Event, session: &Id) -> String {
    session_guid(event, session)
}

impl Entry {
    /// Returns the calendar entry of a session as the public may see it; none while it is unscheduled.
    ///
    /// `changed` is the release in which it last changed, from 1: its SEQUENCE grows with it.
    pub fn session(conference: &Conference, session: &Session, changed: u32) -> Option<Self> {
        let name = |id: &Id| conference.speaker(id).map(|one| one.public_name());
        Self::of(&conference.event, session, changed, name)
    }

    /// Returns the same, with people named by whoever knows them faster.
    pub fn of<'a>(
        event: &Event,
        session: &Session,
        changed: u32,
        name: impl Fn(&Id) -> Option<&'a str>,
    ) -> Option<Self> {
        let room = session.room.as_ref().map(|id| {
            let room = event.room(id);
            room.map_or(id.as_str(), |room| &room.name)
        });
        let place = [
            room.unwrap_or_default(),
            event.venue.name.trim(),
            event.venue.address.trim(),
        ];
        let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
        let speakers: Vec<&str> = session.speakers.iter().filter_map(&name).collect();
        let chair = session.chair.as_ref().and_then(&name);
        let texts = [
            speakers.join(", "),
            chair
                .map(|name| format!("Chair: {name}"))
                .unwrap_or_default(),
            session.summary.trim().to_string(),
        ];
        let texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        Some(Self {
            uid: session_uid(event, &session.id),
            sequence: changed.saturating_sub(1),
            status: if session.cancelled {
                EntryStatus::Cancelled
            } else {
                EntryStatus::Confirmed
            },
            when: When::Hours(session.span()?),
            summary: session.title.clone(),
            location: place.join(", "),
            description: texts.join("\n\n"),
            url: event.url.clone(),
        })
    }
}
