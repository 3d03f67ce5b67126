use std::collections::HashMap;

use chrono::{DateTime, SubsecRound, Utc};

use super::change::Difference;
use super::{Change, Programme, differences};
use crate::model::{Conference, Discretion, Frozen, Id, Release, Room, Session, Speaker};

/// Freezes the agenda into the release that follows `before`. Nothing private gets into it. `given` is the greatest number
/// that people may know: that of a release that was taken back is not given to another.
pub fn freeze(
    conference: &Conference,
    (before, given): (Option<&Release>, u32),
    message: &str,
    now: DateTime<Utc>,
) -> Release {
    let number = before.map_or(0, |before| before.number).max(given) + 1;
    let programme = Programme::from(conference);
    let discretion = Discretion::of(conference);
    let changes = before.map_or_else(Vec::new, |before| differences(&before.into(), &programme));
    let changes = changes
        .into_iter()
        .map(|change| change.told_with(&discretion));
    let changes: Vec<Change> = changes.collect();
    let shown: Vec<&Id> = changes
        .iter()
        .filter(|change| change.differences.iter().any(Difference::is_in_calendars))
        .map(|change| &change.session)
        .collect();
    let marks = marks(before);
    let mark = |session: &Session| {
        let old = marks.get(&session.id).copied();
        old.filter(|_| !shown.contains(&&session.id))
            .unwrap_or(number)
    };
    let sessions = conference.sessions.iter().map(|session| Frozen {
        changed: mark(session),
        session: public_session(session),
    });
    Release {
        number,
        time: now.trunc_subsecs(0),
        message: message.trim().to_string(),
        changes: changes.iter().flat_map(Change::sentences).collect(),
        zone: conference.event.zone,
        rooms: conference.event.rooms.iter().map(public_room).collect(),
        tracks: conference.event.tracks.clone(),
        speakers: conference.speakers.iter().map(public_speaker).collect(),
        sessions: sessions.collect(),
        dropped: dropped(before, &programme, number),
    }
}

impl Release {
    /// Tells whether people would be told the same by both: nothing but number, time and words differs.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let sessions = |release: &'_ Self| -> Vec<Session> {
            let sessions = release.sessions.iter();
            sessions.map(|frozen| frozen.session.clone()).collect()
        };
        self.zone == other.zone
            && self.rooms == other.rooms
            && self.tracks == other.tracks
            && self.speakers == other.speakers
            && sessions(self) == sessions(other)
    }
}

/// Returns for each session the release in which it last changed, dropped ones included.
fn marks(before: Option<&Release>) -> HashMap<&Id, u32> {
    before
        .into_iter()
        .flat_map(|before| before.sessions.iter().chain(&before.dropped))
        .map(|frozen| (&frozen.session.id, frozen.changed))
        .collect()
}

/// Returns the sessions that had a time once and have none any more.
fn dropped(before: Option<&Release>, now: &Programme<'_>, number: u32) -> Vec<Frozen> {
    let Some(before) = before else {
        return Vec::new();
    };
    let timeless = |frozen: &&Frozen| {
        let session = now.session(&frozen.session.id);
        session.is_none_or(|session| session.start.is_none())
    };
    let lost = before
        .sessions
        .iter()
        .filter(|one| one.session.start.is_some());
    let lost = lost.filter(timeless).map(|one| Frozen {
        changed: number,
        session: one.session.clone(),
    });
    let still = before.dropped.iter().filter(timeless).cloned();
    still.chain(lost).collect()
}

/// How many people are expected and whether a session is settled is the organisers' business.
fn public_session(session: &Session) -> Session {
    Session {
        expected: None,
        confirmed: None,
        ..session.clone()
    }
}

fn public_room(room: &Room) -> Room {
    Room {
        open: Vec::new(),
        ..room.clone()
    }
}

fn public_speaker(speaker: &Speaker) -> Speaker {
    let named = speaker.is_named_in_public();
    Speaker {
        name: if named {
            speaker.name.clone()
        } else {
            String::new()
        },
        email: None,
        phone: String::new(),
        confirmed: None,
        available: Vec::new(),
        access: String::new(),
        step_free: false,
        source_id: String::new(),
        ..speaker.clone()
    }
}
