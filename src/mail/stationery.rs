use chrono::{DateTime, Utc};
use minijinja::Value;

use super::discretion::indiscretion;
use super::form::Form;
use super::invitation::Invitation;
use super::letterhead::Letterhead;
use super::mailing::Mailing;
use super::masthead::Masthead;
use super::message::{Parts, message};
use super::notice::Notice;
use super::recipient::recipient;
use super::variables::Variables;
use super::{Draft, Kind, Person, Standing, Templates, hostile, identity};
use crate::error::{Finding, Result};
use crate::model::{Discretion, Event, MailKey, Told};

/// A subject longer than this is a slip in a template.
const LONGEST_SUBJECT: usize = 300;

/// What letters are written from besides their kind and the people they go to.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The event that writes.
    pub event: &'a Event,
    /// Its templates.
    pub templates: &'a Templates,
    /// What everybody was told before.
    pub standing: &'a Standing,
    /// What calendars are told of time and place.
    pub told: &'a Told,
    /// What no mail may tell anybody but the person concerned.
    pub discretion: &'a Discretion,
    /// The date that the letters bear.
    pub now: DateTime<Utc>,
}

/// Everything that a letter of one kind needs but the person it goes to.
#[derive(Debug)]
pub struct Stationery<'a> {
    kind: &'a Kind,
    standing: &'a Standing,
    discretion: &'a Discretion,
    now: DateTime<Utc>,
    form: Form<'a>,
    masthead: Masthead,
    variables: Variables,
    invitation: Option<Invitation>,
    mailing: Option<Mailing>,
    /// What follows the `@` of a Message-ID.
    domain: String,
}

/// A mail as it was composed for one person: what will be sent, and what they will read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The mail itself, to be written to `outbox/` under [`Draft::file_name`].
    pub draft: Draft,
    /// Its subject, decoded.
    pub subject: String,
    /// Its plain text, with LF line ends.
    pub text: String,
    /// Its HTML, with LF line ends.
    pub html: String,
}

impl<'a> Stationery<'a> {
    /// Puts it together and checks the templates. `somebody` is anyone it may go to: templates can use what is known of
    /// them.
    ///
    /// # Errors
    /// When the event names no sender, or with everything that is wrong with the templates.
    pub fn new(
        kind: &'a Kind,
        setting: &Setting<'a>,
        somebody: Option<&Person<'_>>,
    ) -> Result<Self> {
        let Setting { event, .. } = *setting;
        let letterhead = Letterhead::new(event)?;
        let variables = Variables::new(event);
        let domain = format!("{}.{}", event.id, letterhead.domain);
        Ok(Self {
            kind,
            standing: setting.standing,
            discretion: setting.discretion,
            now: setting.now,
            form: Form::new(kind, setting.templates, &variables, somebody)?,
            invitation: Invitation::new(event, setting.told, &letterhead.domain),
            mailing: Mailing::new(kind, &letterhead, &domain),
            masthead: Masthead::new(&letterhead, setting.now),
            variables,
            domain,
        })
    }

    /// Writes to one person. The same person and time give the same bytes.
    ///
    /// # Errors
    /// The outer one when a template fails, which concerns everybody. The inner one when nothing can be sent to this
    /// person as they stand in the list, with the column that is to blame.
    pub fn compose(
        &self,
        person: &Person<'_>,
        revision: u32,
    ) -> Result<std::result::Result<Letter, (&'static str, Finding)>> {
        let invitation = self.invitation.as_ref();
        let id = person.id();
        let calendar = invitation.and_then(|sent| sent.to(id, self.kind, self.standing, self.now));
        let values = self.variables.of(person, calendar.is_some());
        self.written(person, revision, calendar, &values)
    }

    /// Tells one person what has changed. The revision is the release that they know from then on.
    ///
    /// # Errors
    /// As [`compose`](Self::compose).
    pub fn compose_notice(
        &self,
        person: &Person<'_>,
        notice: &Notice,
    ) -> Result<std::result::Result<Letter, (&'static str, Finding)>> {
        let calendar = notice.calendar().map(|calendar| calendar.to_ics(self.now));
        let values = notice.values(self.variables.of(person, calendar.is_some()));
        self.written(person, notice.release, calendar, &values)
    }

    fn written(
        &self,
        person: &Person<'_>,
        revision: u32,
        calendar: Option<String>,
        values: &Value,
    ) -> Result<std::result::Result<Letter, (&'static str, Finding)>> {
        let to = match recipient(person) {
            Ok(to) => to,
            Err(unfit) => return Ok(Err(unfit)),
        };
        let code = person.id();
        let mut words = self.form.fill(values)?;
        if let Some(flaw) = subject_flaw(&words.subject) {
            let message = format!("`{code}`: the subject has {flaw}");
            let finding = Finding::error("hostile-subject", message)
                .hint("correct what the template puts into the subject");
            return Ok(Err(("name", finding)));
        }
        let said = (self.kind, &words, calendar.as_deref().unwrap_or_default());
        if let Some(finding) = indiscretion(self.discretion, person, said) {
            return Ok(Err(("", finding)));
        }
        let mut list = Vec::new();
        if let Some(mailing) = &self.mailing {
            mailing.add_to_text(&mut words.text);
            mailing.add_to_html(&mut words.html);
            list.push(("List-Id", mailing.list.clone()));
            list.push(("List-Unsubscribe", mailing.unsubscribe(code)));
        }
        let key: MailKey = self.kind.revision(code, revision);
        let bytes = message(&Parts {
            masthead: &self.masthead,
            to,
            message_id: identity::message_id(&key, &self.domain),
            words: &words,
            calendar,
            list: &list,
        });
        // Read back as it will be for sending: what could not be sent is found now, and not when others have theirs.
        Ok(Draft::read(&identity::file_name(&key), bytes)
            .map(|draft| Letter {
                draft,
                subject: words.subject,
                text: words.text,
                html: words.html,
            })
            .map_err(|finding| ("code", finding)))
    }
}

fn subject_flaw(subject: &str) -> Option<&'static str> {
    if subject.is_empty() {
        return Some("nothing in it");
    }
    hostile::flaw(subject, LONGEST_SUBJECT)
}

#[cfg(test)]
mod tests;
