use std::collections::HashMap;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{Conference, Id, Room, Session, Speaker, Track};
use crate::model::order_by_key;

/// A numbered, frozen agenda that people have been told about: one file of `releases/`.
///
/// It holds what the public was told: speakers under their public names and without anything private.
#[derive(Clone, Debug, PartialEq)]
pub struct Release {
    /// Which one it is, from 1.
    pub number: u32,
    /// When it was made, to the second.
    pub time: DateTime<Utc>,
    /// What changed, in the words of the organisers.
    pub message: String,
    /// What changed since the release before, a sentence each.
    pub changes: Vec<String>,
    /// The zone of every time in it.
    pub zone: Tz,
    /// The rooms, in the order of `event.toml`.
    pub rooms: Vec<Room>,
    /// The tracks, in the order of `event.toml`.
    pub tracks: Vec<Track>,
    /// The speakers as the public knows them.
    pub speakers: Vec<Speaker>,
    /// The sessions, in the order of `agenda.toml`.
    pub sessions: Vec<Frozen>,
    /// Sessions of earlier releases that had a time and have none any more, as they were last: calendars have to be
    /// told that they are off.
    pub dropped: Vec<Frozen>,
}

/// A session as it stands in a release.
#[derive(Clone, Debug, PartialEq)]
pub struct Frozen {
    /// The session.
    pub session: Session,
    /// The release in which what a calendar shows of it last changed. Never goes down.
    pub changed: u32,
}

impl Release {
    /// Makes releases name people as they want to be named now or, where they are no longer among the speakers, as they
    /// wanted to be named last: an old release names nobody who has asked since not to be named.
    pub fn name_as_wished(releases: &mut [Self], now: &[Speaker]) {
        let mut wishes: HashMap<Id, Speaker> = HashMap::new();
        let mut in_order: Vec<&Self> = releases.iter().collect();
        order_by_key(&mut in_order, |release| release.number);
        let known = in_order.iter().flat_map(|release| &release.speakers);
        for speaker in known.chain(now) {
            wishes.insert(speaker.id.clone(), speaker.clone());
        }
        for speaker in releases.iter_mut().flat_map(|one| &mut one.speakers) {
            if let Some(wish) = wishes
                .get(&speaker.id)
                .filter(|wish| !wish.is_named_in_public())
            {
                speaker.name = String::new();
                speaker.alias.clone_from(&wish.alias);
                speaker.role.clone_from(&wish.role);
                speaker.anonymous = wish.anonymous;
            }
        }
    }

    /// Returns the session of that id.
    pub fn session(&self, id: &Id) -> Option<&Frozen> {
        self.sessions.iter().find(|frozen| frozen.session.id == *id)
    }

    /// Returns the conference as it was released. Name, venue, backers and everything else about the event is what
    /// `event.toml` says now.
    ///
    /// Who people are is also taken from now: somebody who no longer wants to be named is named nowhere from that
    /// moment on, whatever an earlier release says.
    pub fn conference(&self, now: &Conference) -> Conference {
        let mut event = now.event.clone();
        event.zone = self.zone;
        event.rooms.clone_from(&self.rooms);
        event.tracks.clone_from(&self.tracks);
        let released = self.speakers.iter();
        let gone = released.filter(|speaker| now.speaker(&speaker.id).is_none());
        Conference {
            event,
            speakers: now.speakers.iter().chain(gone).cloned().collect(),
            sessions: self
                .sessions
                .iter()
                .map(|frozen| frozen.session.clone())
                .collect(),
            waivers: Vec::new(),
        }
    }
}
