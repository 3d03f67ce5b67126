use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::setting::server_finding;
use crate::commands::context::Context;
use crate::error::{Error, Result};
use crate::mail::transport::Server;
use crate::mail::{
    Desk, Draft, Drafts, Facts, Kind, Notice, Patience, Person, Rate, Revision, Setting, Standing,
    Templates, is_dated,
};
use crate::model::{
    Conference, Discretion, Event, Finder, MailJournal, Registration, Registrations, Told,
};
use crate::store::{Folder, boot_id};

/// What every mail command needs to know before it does anything.
pub(super) struct Post {
    pub(super) folder: Folder,
    pub(super) event: Event,
    pub(super) registrations: Registrations,
    /// Who asked at an event before to hear of this one, and has not signed up; none without such a list.
    pub(super) invited: Option<Registrations>,
    pub(super) templates: Templates,
    pub(super) server: Server,
    pub(super) rate: Option<Rate>,
    pub(super) now: DateTime<Utc>,
    programme: OnceCell<Conference>,
    /// Which offer of a place it is that somebody has, from 1, by code.
    pub(super) offers: OnceCell<HashMap<String, u32>>,
    /// What mails must not tell of people on the programme.
    discretion: Discretion,
    /// The number of the latest release and when it was made, looked up when a draft tells of one.
    latest: OnceCell<Option<(u32, DateTime<Utc>)>>,
    /// What calendars tell now of time and place, put together when there is a draft.
    facts: OnceCell<Option<Facts>>,
    /// Where each code stands in the list.
    codes: Finder,
}

/// What went out before, and what follows from it for the next mails.
pub(super) struct Past {
    pub(super) standing: Standing,
    /// What calendars are told from now on.
    pub(super) told: Told,
}

impl Post {
    pub(super) fn open(context: &Context) -> Result<Self> {
        let folder = context.folder()?;
        let conference = folder.read()?.trust(&[])?;
        let discretion = Discretion::of(&conference);
        let event = conference.event;
        if let Some(finding) = server_finding(&event) {
            return Err(Error::from_findings(vec![finding]));
        }
        let registrations = folder.registrations()?;
        let mut codes = Finder::with_capacity(registrations.len());
        let code_at = |at| code_at(&registrations, at);
        for at in 0..registrations.len() {
            // Of two with one code the first is who gets its mails.
            if codes.find(code_at(at), code_at).is_none() {
                codes.add(at, code_at);
            }
        }
        Ok(Self {
            codes,
            invited: folder.invited_to(&registrations)?,
            registrations,
            templates: Templates::with_subjects(folder.templates()?, &event.mail.subjects),
            server: event.mail.server.parse()?,
            rate: (!event.mail.rate.is_empty())
                .then(|| Rate::parse(&event.mail.rate))
                .transpose()?,
            now: context.now(event.zone)?,
            programme: OnceCell::new(),
            offers: OnceCell::new(),
            latest: OnceCell::new(),
            facts: OnceCell::new(),
            discretion,
            folder,
            event,
        })
    }

    /// Returns the programme, for mail to speakers. Mail to people who signed up needs none, and goes out even while
    /// there is a slip in it.
    pub(super) fn programme(&self) -> Result<&Conference> {
        if let Some(programme) = self.programme.get() {
            return Ok(programme);
        }
        let programme = self
            .folder
            .read()?
            .trust(&["speakers.toml", "agenda.toml"])?;
        Ok(self.programme.get_or_init(|| programme))
    }

    /// Returns what calendars tell of time and place; none if the event has no date yet.
    pub(super) fn facts(&self) -> Option<&Facts> {
        let now = || Facts::of(&self.event);
        self.facts.get_or_init(now).as_ref()
    }

    /// Returns the number of the latest release and when it was made; none before the first.
    pub(super) fn latest_release(&self) -> Result<Option<(u32, DateTime<Utc>)>> {
        if let Some(latest) = self.latest.get() {
            return Ok(*latest);
        }
        let latest = self.folder.latest_release()?;
        let latest = latest.map(|latest| (latest.number, latest.time));
        Ok(*self.latest.get_or_init(|| latest))
    }

    /// Returns what mails must not tell of people on the programme, as far as `speakers.toml` can be read.
    pub(super) fn discretion(&self) -> &Discretion {
        &self.discretion
    }

    /// Returns what the organisers want done with mails that were tried before.
    pub(super) fn patience(&self) -> Patience {
        Patience::of(&self.event, self.now)
    }

    /// Returns where every mail stands.
    pub(super) fn standing(&self, journal: &Arc<MailJournal>) -> Standing {
        Standing::new(journal, &boot_id(), &self.server.without_user())
    }

    /// Returns what went out before.
    pub(super) fn past(&self) -> Result<Past> {
        let journal = self.folder.journal()?;
        let standing = self.standing(&journal);
        let lost = u32::try_from(standing.count(is_dated)).unwrap_or(u32::MAX);
        Ok(Past {
            told: Told::next(self.folder.told()?.as_ref(), &self.event, lost),
            standing,
        })
    }

    /// Returns the list of those whom a kind of mail may concern: who signed up, or for an invitation who asked to hear
    /// of this event and has not.
    pub(super) fn list(&self, kind: Option<&Kind>) -> &Registrations {
        let invited = self.invited.as_ref();
        let invited = invited.filter(|_| kind.is_some_and(Kind::is_invitation));
        invited.unwrap_or(&self.registrations)
    }

    /// Returns what letters are written from.
    pub(super) fn setting<'a>(&'a self, past: &'a Past) -> Setting<'a> {
        Setting {
            event: &self.event,
            templates: &self.templates,
            standing: &past.standing,
            told: &past.told,
            discretion: &self.discretion,
            now: self.now,
        }
    }

    /// Drafts the mails of a kind that are due to these people, on top of what waits in the outbox.
    pub(super) fn draft(
        &self,
        kind: &Kind,
        people: Vec<Person<'_>>,
        (past, revision): (&Past, Revision),
        keep: &mut dyn FnMut(Draft) -> Result<()>,
    ) -> Result<Drafts> {
        self.at_desk(past, revision, |desk| {
            crate::mail::draft(kind, people, desk, keep)
        })
    }

    /// Drafts what these people have to be told of changes in the agenda.
    pub(super) fn draft_notices(
        &self,
        kind: &Kind,
        notices: Vec<(Person<'_>, Notice)>,
        past: &Past,
        keep: &mut dyn FnMut(Draft) -> Result<()>,
    ) -> Result<Drafts> {
        self.at_desk(past, Revision::Same, |desk| {
            crate::mail::draft_notices(kind, &notices, desk, keep)
        })
    }

    fn at_desk<T>(
        &self,
        past: &Past,
        revision: Revision,
        work: impl FnOnce(&Desk<'_>) -> Result<T>,
    ) -> Result<T> {
        let drafted = self.folder.draft_names()?;
        let cells = OnceCell::new();
        let place = |person: &Person<'_>, column: &str| match person {
            Person::Registered(registration) => {
                let cells = cells.get_or_init(|| self.folder.cells().ok());
                cells
                    .as_ref()
                    .and_then(|cells| cells.place(registration, column))
            }
            Person::Speaker(..) => person.place(column),
        };
        let desk = Desk {
            setting: self.setting(past),
            drafted: &drafted,
            place: &place,
            revision,
        };
        work(&desk)
    }

    /// Tells whether somebody who signed up has this code.
    pub(super) fn is_code(&self, code: &str) -> bool {
        self.registration(code).is_some()
    }

    pub(super) fn registration(&self, code: &str) -> Option<&Registration> {
        let code_at = |at| code_at(&self.registrations, at);
        let at = self.codes.find(code, code_at)?;
        self.registrations.get(at)
    }

    /// Returns what a person is called, for a sentence about their mail.
    pub(super) fn name(&self, id: &str) -> &str {
        let speaker = || {
            let mut speakers = self.programme().ok()?.speakers.iter();
            let speaker = speakers.find(|speaker| speaker.id.as_str() == id)?;
            Some(speaker.name.as_str())
        };
        let invited = || self.invited.as_ref()?.find(id).ok();
        let registration = self
            .registration(id)
            .or_else(invited)
            .map(Registration::name);
        registration.or_else(speaker).unwrap_or_default()
    }
}

fn code_at(registrations: &Registrations, at: usize) -> &str {
    registrations.get(at).map_or("", Registration::code)
}
