use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};

use super::setting::server_finding;
use crate::commands::context::{Context, counted};
use crate::error::{Error, Finding, Place, Result};
use crate::mail::transport::Server;
use crate::mail::{
    Desk, Draft, Drafts, History, Kind, Letter, Notice, Patience, Person, Rate, Revision, Setting,
    Skipped, Standing, Templates, is_dated,
};
use crate::model::{
    Conference, Event, InDoubt, MailEntry, MailKey, Registration, Registrations, Told,
};
use crate::output::Record;
use crate::store::{Folder, boot_id};

/// What every mail command needs to know before it does anything.
pub(super) struct Post {
    pub(super) folder: Folder,
    pub(super) event: Event,
    pub(super) registrations: Registrations,
    /// Who asked at an event before to hear of this one, and has not signed up; none without such a list.
    invited: Option<Registrations>,
    pub(super) templates: Templates,
    pub(super) server: Server,
    pub(super) rate: Option<Rate>,
    pub(super) now: DateTime<Utc>,
    programme: OnceCell<Conference>,
    /// Which offer of a place it is that somebody has, from 1, by code.
    offers: OnceCell<HashMap<String, u32>>,
    /// Where each code stands in the list.
    codes: HashMap<String, usize>,
}

/// What went out before, and what follows from it for the next mails.
pub(super) struct Past {
    pub(super) standing: Standing,
    pub(super) history: History,
    /// What calendars are told from now on.
    pub(super) told: Told,
}

impl Post {
    pub(super) fn open(context: &Context) -> Result<Self> {
        let folder = context.folder()?;
        let event = folder.read()?.trust(&[])?.event;
        if let Some(finding) = server_finding(&event) {
            return Err(Error::from_findings(vec![finding]));
        }
        let registrations = folder.registrations()?;
        let codes = registrations.iter().enumerate();
        Ok(Self {
            codes: codes
                .map(|(at, one)| (one.code().to_string(), at))
                .collect(),
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

    /// Returns what the organisers want done with mails that were tried before.
    pub(super) fn patience(&self) -> Patience {
        let mail = &self.event.mail;
        let usual = Patience::at(self.now);
        let days = mail.give_up_days.map(|days| TimeDelta::days(days.into()));
        Patience {
            give_up: days.unwrap_or(usual.give_up),
            resends: mail.in_doubt == InDoubt::Resend,
            ..usual
        }
    }

    /// Returns where every mail stands.
    pub(super) fn standing(&self, journal: &[MailEntry]) -> Standing {
        Standing::new(journal, &boot_id(), &self.server.without_user())
    }

    /// Returns what went out before.
    pub(super) fn past(&self) -> Result<Past> {
        let journal = self.folder.journal()?;
        let standing = self.standing(&journal);
        let history = History::new(&journal, &standing);
        let lost = u32::try_from(history.count(is_dated)).unwrap_or(u32::MAX);
        Ok(Past {
            told: Told::next(self.folder.told()?.as_ref(), &self.event, lost),
            standing,
            history,
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
            history: &past.history,
            told: &past.told,
            now: self.now,
        }
    }

    /// Drafts the mails of a kind that are due to these people, on top of what waits in the outbox.
    pub(super) fn draft(
        &self,
        kind: &Kind,
        people: Vec<Person<'_>>,
        (past, revision): (&Past, Revision),
        keep: &mut dyn FnMut(Letter) -> Result<()>,
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
        keep: &mut dyn FnMut(Letter) -> Result<()>,
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
        let drafted: HashSet<String> = self.folder.draft_names()?.into_iter().collect();
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
            standing: &past.standing,
            drafted: &drafted,
            place: &place,
            revision,
        };
        work(&desk)
    }

    /// Returns which mails wait in the outbox, and what is wrong with files there that are none.
    pub(super) fn waiting(&self) -> Result<(Vec<MailKey>, Vec<Finding>)> {
        let mut keys = Vec::new();
        let mut findings = Vec::new();
        for name in self.folder.draft_names()? {
            match Draft::key_of(&name) {
                Some(key) => keys.push(key),
                None => findings.extend(self.stranger(&name)?),
            }
        }
        Ok((keys, findings))
    }

    fn stranger(&self, name: &str) -> Result<Option<Finding>> {
        let bytes = self.folder.draft(name)?;
        Ok(bytes.and_then(|bytes| Draft::read(name, &bytes).err()))
    }

    /// Returns the draft of a mail, or what is wrong with it; none if somebody has deleted it.
    pub(super) fn open_draft(
        &self,
        key: &MailKey,
    ) -> Result<Option<std::result::Result<Draft, Finding>>> {
        let name = format!("{key}.eml");
        let Some(bytes) = self.folder.draft(&name)? else {
            return Ok(None);
        };
        let draft = match Draft::read(&name, &bytes) {
            Ok(draft) => draft,
            Err(finding) => return Ok(Some(Err(finding))),
        };
        Ok(Some(match self.moved(&draft)? {
            Some(finding) => Err(finding),
            None => Ok(draft),
        }))
    }

    /// Says why a draft must not be sent any more; none if it may.
    pub(super) fn forbids(&self, key: &MailKey) -> Result<Option<&'static str>> {
        let Some(person) = self.person(key)? else {
            return Ok(Some("is not in the list any more"));
        };
        let why = Kind::of(&key.kind).forbids(&person);
        if why.is_none() && Kind::family(&key.kind) == "offer" && !self.is_latest_offer(key)? {
            return Ok(Some("has another offer by now"));
        }
        Ok(why)
    }

    /// Tells whether a mail is about the offer that stands: an earlier one names a deadline that does not count.
    fn is_latest_offer(&self, key: &MailKey) -> Result<bool> {
        let offers = match self.offers.get() {
            Some(offers) => offers,
            None => {
                let happened = self.folder.history()?;
                let past = crate::places::Past::of(happened.iter());
                self.offers.get_or_init(|| past.offers())
            }
        };
        let number = offers.get(&key.person).copied().unwrap_or(1);
        Ok(*Kind::offer(number)?.name() == key.kind)
    }

    /// Returns what is wrong with a draft whose person has another address by now.
    fn moved(&self, draft: &Draft) -> Result<Option<Finding>> {
        let Some(person) = self
            .person(&draft.key)?
            .filter(|person| !person.is_at(&draft.to))
        else {
            return Ok(None);
        };
        let (file, id) = (draft.file_name(), person.id());
        let finding = Finding::error(
            "stale-draft",
            format!(
                "`{file}` goes to {}, but {id} is at {}",
                draft.to,
                person.email()
            ),
        )
        .at(Place::file(format!("outbox/{file}")))
        .hint("delete the file, and it is drafted anew; or correct the address in the list");
        Ok(Some(finding))
    }

    /// Returns the person whom a mail is for.
    fn person(&self, key: &MailKey) -> Result<Option<Person<'_>>> {
        let speakers = Kind::of(&key.kind).is_for_speakers();
        let kind = Kind::of(&key.kind);
        if kind.is_invitation()
            && let Some(invited) = &self.invited
        {
            return Ok(invited.find(&key.person).ok().map(Person::Registered));
        }
        let registered = || self.registration(&key.person).map(Person::Registered);
        if let Some(person) = registered().filter(|_| speakers != Some(true)) {
            return Ok(Some(person));
        }
        if speakers == Some(false) {
            return Ok(None);
        }
        let programme = self.programme()?;
        let speaker = programme
            .speakers
            .iter()
            .find(|speaker| speaker.id.as_str() == key.person);
        Ok(speaker.map(|speaker| Person::Speaker(speaker, programme)))
    }

    /// Tells whether somebody who signed up has this code.
    pub(super) fn is_code(&self, code: &str) -> bool {
        self.codes.contains_key(code)
    }

    fn registration(&self, code: &str) -> Option<&Registration> {
        let at = self.codes.get(code)?;
        self.registrations.iter().nth(*at)
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

/// Returns "12 were sent before, 3 wait in outbox/".
pub(super) fn skipped_words(skipped: &Skipped) -> Vec<String> {
    [
        (skipped.sent, "sent before"),
        (skipped.drafted, "drafted before"),
        (skipped.in_doubt, "in doubt"),
        (skipped.refused, "refused before"),
        (skipped.put_off, "put off"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, words)| format!("{count} {words}"))
    .collect()
}

/// Returns the same for programs.
pub(super) fn skipped_record(skipped: &Skipped) -> Record {
    Record::new()
        .with("sent", skipped.sent)
        .with("drafted", skipped.drafted)
        .with("in_doubt", skipped.in_doubt)
        .with("refused", skipped.refused)
        .with("put_off", skipped.put_off)
        .with("not_due", skipped.not_due)
}

/// Returns "Drafted 3 mails (2 sent before)."
pub(super) fn drafted_sentence(drafts: &Drafts, kind: &Kind) -> String {
    let skipped = skipped_words(&drafts.skipped);
    let skipped = if skipped.is_empty() {
        String::new()
    } else {
        format!(" ({})", skipped.join(", "))
    };
    format!(
        "Drafted {}{skipped}.",
        counted(drafts.names.len(), &noun(kind))
    )
}

/// Returns what mails of a kind are called: `confirmation`, `waiting mail`, and one of the organisers' own as it is named.
pub(super) fn noun(kind: &Kind) -> String {
    match kind.name().as_str() {
        noun @ ("confirmation" | "reminder" | "invitation") => noun.to_string(),
        name if name.starts_with("reminder-") => "reminder".to_string(),
        name if name.starts_with("offer-") => "offer mail".to_string(),
        name => format!("{name} mail"),
    }
}
