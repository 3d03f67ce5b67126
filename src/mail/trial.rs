use chrono::{DateTime, Utc};

use super::form::Words;
use super::letterhead::{Letterhead, mailbox};
use super::masthead::Masthead;
use super::message::{Parts, message};
use super::{Draft, identity};
use crate::error::{Error, Result};
use crate::model::{EmailAddress, Event, Id, MailKey};

/// Composes a mail that tells somebody that mail works. It belongs to nobody's registration, and the journal does not
/// know it.
///
/// # Errors
/// When the event names no sender, or the address cannot be written to.
pub fn trial(event: &Event, to: &EmailAddress, now: DateTime<Utc>) -> Result<Draft> {
    let letterhead = Letterhead::new(event)?;
    let text = format!(
        "This is a test of the mail settings of {}. Nothing needs to be done.\n",
        event.name
    );
    let words = Words {
        subject: "Test mail".to_string(),
        html: format!(
            "<p>{}</p>\n",
            text.trim_end().replace('&', "&amp;").replace('<', "&lt;")
        ),
        text,
    };
    let key = MailKey {
        kind: Id::parse("test")?,
        person: now.timestamp().to_string(),
        revision: 1,
    };
    let bytes = message(&Parts {
        to: mailbox("", to).map_err(|finding| Error::from_findings(vec![finding]))?,
        message_id: identity::message_id(&key, &format!("{}.{}", event.id, letterhead.domain)),
        masthead: &Masthead::new(&letterhead, now),
        words: &words,
        calendar: None,
        list: &[],
    });
    Draft::read(&identity::file_name(&key), bytes)
        .map_err(|finding| Error::from_findings(vec![finding]))
}
