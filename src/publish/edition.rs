use chrono::{DateTime, Utc};

use crate::agenda::{UNTITLED, freeze};
use crate::model::{Conference, Discretion, Frozen, Release, Session, Speaker};

/// What is published: the event as it is now, with the agenda of a release.
#[derive(Clone, Debug)]
pub struct Edition<'a> {
    release: std::borrow::Cow<'a, Release>,
    conference: Conference,
    draft: bool,
}

impl<'a> Edition<'a> {
    /// The agenda that people have been told about, at the event as it is now.
    pub fn released(release: &'a Release, now: &Conference) -> Self {
        Self {
            conference: release.conference(now),
            release: std::borrow::Cow::Borrowed(release),
            draft: false,
        }
    }

    /// The agenda as it stands, as if it were the release after `latest`.
    ///
    /// Its calendars bear the time of the latest release, or the beginning of 1970: a draft has no date of its own,
    /// and the same agenda gives the same bytes.
    pub fn draft(now: &Conference, latest: Option<&Release>) -> Self {
        let time = latest.map_or(DateTime::UNIX_EPOCH, |latest| latest.time);
        let release = freeze(now, (latest, 0), "", time);
        Self {
            conference: release.conference(now),
            release: std::borrow::Cow::Owned(release),
            draft: true,
        }
    }

    /// Returns the conference with the agenda of the release.
    pub(super) fn conference(&self) -> &Conference {
        &self.conference
    }

    /// Returns the number of the release; none for a draft.
    pub fn number(&self) -> Option<u32> {
        (!self.draft).then_some(self.release.number)
    }

    /// Returns as of when the agenda is so.
    pub(super) fn time(&self) -> DateTime<Utc> {
        self.release.time
    }

    /// Returns what the organisers said about the release.
    pub(super) fn message(&self) -> &str {
        &self.release.message
    }

    /// Returns what the formats for programmes call this version.
    pub(super) fn version(&self) -> String {
        self.number()
            .map_or_else(|| "draft".to_string(), |number| format!("release {number}"))
    }

    /// Returns the sessions with a time, and those that had one in an earlier release; the latter are off. Nobody can
    /// correct what those were called, so a title that names somebody who does not want to be named is left out.
    pub(super) fn calendar_sessions(&self) -> impl Iterator<Item = (Session, u32)> {
        let discretion = Discretion::of(&self.conference);
        let told = move |text: &str, instead: &str| {
            let private = !discretion.told_to_the_public(text).is_empty();
            if private { instead } else { text }.to_string()
        };
        let dropped = self.release.dropped.iter();
        let dropped = dropped.map(move |Frozen { session, changed }| {
            let session = Session {
                title: told(&session.title, UNTITLED),
                summary: told(&session.summary, ""),
                cancelled: true,
                ..session.clone()
            };
            (session, *changed)
        });
        let sessions = self.release.sessions.iter();
        let sessions = sessions.filter(|frozen| frozen.session.start.is_some());
        sessions
            .map(|frozen| (frozen.session.clone(), frozen.changed))
            .chain(dropped)
    }

    /// Returns who is shown among the speakers: everybody but those who have said no, or not yet yes, and are on no
    /// session.
    pub(super) fn speakers(&self) -> Vec<&Speaker> {
        let sessions = self.conference.sessions.iter();
        let busy: std::collections::HashSet<_> = sessions.flat_map(Session::people).collect();
        let speakers = self.conference.speakers.iter();
        speakers
            .filter(|one| one.confirmed != Some(false) || busy.contains(&one.id))
            .collect()
    }
}
