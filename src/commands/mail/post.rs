use std::cell::OnceCell;
use std::collections::HashSet;

use chrono::{DateTime, Utc};

use crate::commands::context::{Context, counted};
use crate::error::{Error, Finding, Result};
use crate::mail::transport::Server;
use crate::mail::{Desk, Draft, Drafts, Kind, Rate, Skipped, Standing, Templates};
use crate::model::{Condition, Event, MailEntry, MailKey, Registration, Registrations};
use crate::output::Record;
use crate::store::{Folder, boot_id};

/// What every mail command needs to know before it does anything.
pub(super) struct Post {
    pub(super) folder: Folder,
    pub(super) event: Event,
    pub(super) registrations: Registrations,
    pub(super) templates: Templates,
    pub(super) server: Server,
    pub(super) rate: Option<Rate>,
    pub(super) now: DateTime<Utc>,
}

/// To whom a command is limited.
#[derive(clap::Args, Debug, Default)]
pub(super) struct Recipients {
    /// Only to this person; again for more
    #[arg(long, value_name = "CODE")]
    pub(super) to: Vec<String>,
    /// Only to those whose column has this value; column!=value for all others
    #[arg(long = "where", value_name = "COLUMN=VALUE")]
    pub(super) conditions: Vec<String>,
}

impl Post {
    pub(super) fn open(context: &Context) -> Result<Self> {
        let folder = context.folder()?;
        let event = folder.read()?.trust(&[])?.event;
        if let Some(finding) = server_finding(&event) {
            return Err(Error::from_findings(vec![finding]));
        }
        Ok(Self {
            registrations: folder.registrations()?,
            templates: Templates::new(folder.templates()?),
            server: event.mail.server.parse()?,
            rate: (!event.mail.rate.is_empty())
                .then(|| Rate::parse(&event.mail.rate))
                .transpose()?,
            now: context.now(event.zone)?,
            folder,
            event,
        })
    }

    /// Returns where every mail stands.
    pub(super) fn standing(&self, journal: &[MailEntry]) -> Standing {
        Standing::new(journal, &boot_id(), &self.server.without_user())
    }

    /// Returns those whom a command is limited to.
    pub(super) fn recipients(&self, limits: &Recipients) -> Result<Vec<&Registration>> {
        let conditions = limits
            .conditions
            .iter()
            .map(|text| Condition::parse(text))
            .collect::<Result<Vec<_>>>()?;
        let mut chosen = Condition::select(&conditions, &self.registrations)?;
        if !limits.to.is_empty() {
            let codes = limits
                .to
                .iter()
                .map(|typed| Ok(self.registrations.find(typed)?.code()));
            let codes = codes.collect::<Result<HashSet<_>>>()?;
            chosen.retain(|person| codes.contains(person.code()));
        }
        Ok(chosen)
    }

    /// Drafts the mails of a kind that are due to these people, on top of what waits in the outbox.
    pub(super) fn draft(
        &self,
        kind: &Kind,
        people: &[&Registration],
        standing: &Standing,
    ) -> Result<Drafts> {
        let drafted: HashSet<MailKey> = self
            .outbox()?
            .0
            .into_iter()
            .map(|draft| draft.key)
            .collect();
        let cells = OnceCell::new();
        let place = |person: &Registration, column: &str| {
            let cells = cells.get_or_init(|| self.folder.cells().ok());
            cells.as_ref().and_then(|cells| cells.place(person, column))
        };
        let desk = Desk {
            event: &self.event,
            templates: &self.templates,
            standing,
            drafted: &drafted,
            place: &place,
            now: self.now,
        };
        crate::mail::draft(kind, people.iter().copied(), &desk)
    }

    /// Returns the drafts that wait, and what is wrong with those that cannot be sent as they are.
    pub(super) fn outbox(&self) -> Result<(Vec<Draft>, Vec<Finding>)> {
        let mut drafts = Vec::new();
        let mut findings = Vec::new();
        for name in self.folder.draft_names()? {
            let Some(bytes) = self.folder.draft(&name)? else {
                continue;
            };
            match Draft::read(&name, &bytes) {
                Ok(draft) => drafts.push(draft),
                Err(finding) => findings.push(finding),
            }
        }
        Ok((drafts, findings))
    }

    /// Returns what a person is called, for a sentence about their mail.
    pub(super) fn name(&self, code: &str) -> &str {
        self.registrations
            .iter()
            .find(|person| person.code() == code)
            .map_or("", Registration::name)
    }
}

/// Returns what is wrong with the mail settings of an event, if anything is.
pub(in crate::commands) fn server_finding(event: &Event) -> Option<Finding> {
    let mail = &event.mail;
    if mail.server.is_empty() {
        return Some(
            Finding::error("mail-server", "[mail] of event.toml names no server")
                .maybe_at(mail.origin.place("server"))
                .hint("server = \"folder:delivered\" puts mails into a folder; smtps://user@host sends them"),
        );
    }
    let told = |error: Error, field: &str| {
        let finding = error.findings.into_iter().next()?;
        let place = mail.origin.place(field).map(|mut place| {
            if finding.message.contains("password") {
                // Not even an error message may show it.
                place.text = String::new();
                place.width = 0;
            }
            place
        });
        Some(
            Finding {
                rule: "mail-server",
                ..finding
            }
            .maybe_at(place),
        )
    };
    if let Err(error) = mail.server.parse::<Server>() {
        return told(error, "server");
    }
    let rate = (!mail.rate.is_empty())
        .then(|| Rate::parse(&mail.rate).err())
        .flatten()?;
    told(rate, "rate")
}

/// Returns "12 were sent before, 3 wait in outbox/".
pub(super) fn skipped_words(skipped: &Skipped) -> Vec<String> {
    [
        (skipped.sent, "sent before"),
        (skipped.drafted, "drafted before"),
        (skipped.in_doubt, "in doubt"),
        (skipped.refused, "refused before"),
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
        counted(drafts.letters.len(), kind.name().as_str())
    )
}
