use chrono::{DateTime, Utc};

use super::form::Form;
use super::invitation::invitation;
use super::kind::Attached;
use super::letterhead::Letterhead;
use super::message::{Parts, message};
use super::recipient::recipient;
use super::{Draft, Kind, Templates, hostile, identity, variables};
use crate::calendar::Calendar;
use crate::error::{Finding, Result};
use crate::model::{Event, Registration};

/// A subject longer than this is a slip in a template.
const LONGEST_SUBJECT: usize = 300;

/// Everything that a letter of one kind needs but the person it goes to.
#[derive(Debug)]
pub struct Stationery<'a> {
    kind: &'a Kind,
    event: &'a Event,
    form: Form<'a>,
    letterhead: Letterhead,
    calendar: Option<Calendar>,
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
    /// Puts it together and checks the templates. `somebody` is anyone of the list: templates can use its columns.
    ///
    /// # Errors
    /// When the event names no sender, or with everything that is wrong with the templates.
    pub fn new(
        kind: &'a Kind,
        event: &'a Event,
        templates: &'a Templates,
        somebody: Option<&Registration>,
    ) -> Result<Self> {
        let letterhead = Letterhead::new(event)?;
        Ok(Self {
            kind,
            event,
            form: Form::new(kind, templates, event, somebody)?,
            calendar: match kind.attached() {
                Attached::Event => invitation(event, &letterhead.domain),
            },
            letterhead,
        })
    }

    /// Writes to one person. The same person and `now` give the same bytes.
    ///
    /// # Errors
    /// The outer one when a template fails, which concerns everybody. The inner one when nothing can be sent to this
    /// person as they stand in the list, with the column that is to blame.
    pub fn compose(
        &self,
        person: &Registration,
        now: DateTime<Utc>,
    ) -> Result<std::result::Result<Letter, (&'static str, Finding)>> {
        let to = match recipient(person) {
            Ok(to) => to,
            Err(unfit) => return Ok(Err(unfit)),
        };
        let words = self.form.fill(&variables::variables(self.event, person))?;
        let code = person.code();
        if let Some(flaw) = subject_flaw(&words.subject) {
            let message = format!("`{code}`: the subject has {flaw}");
            let finding = Finding::error("hostile-subject", message)
                .hint("correct what the template puts into the subject");
            return Ok(Err(("name", finding)));
        }
        let key = self.kind.key(code);
        let event = &self.event.id;
        let domain = format!("{event}.{}", self.letterhead.domain);
        let bytes = message(&Parts {
            letterhead: &self.letterhead,
            to,
            message_id: identity::message_id(&key, &domain),
            words: &words,
            calendar: self.calendar.as_ref().map(|calendar| calendar.to_ics(now)),
            now,
        });
        // Read back as it will be for sending: what could not be sent is found now, and not when others have theirs.
        Ok(Draft::read(&identity::file_name(&key), &bytes)
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
mod tests {
    use super::*;
    use crate::mail::sample;

    fn now() -> DateTime<Utc> {
        "2024-03-20T08:05:09Z".parse().expect("a time")
    }

    fn compose(values: &[(&str, &str)]) -> std::result::Result<Letter, (&'static str, Finding)> {
        let (event, templates) = (sample::event(), Templates::default());
        let kind = Kind::named("confirmation").expect("a kind");
        let person = sample::person(values);
        let stationery = Stationery::new(&kind, &event, &templates, Some(&person)).expect("sound");
        stationery.compose(&person, now()).expect("sound templates")
    }

    /// Returns the values of a header, unfolded lines counting as one.
    fn headers(letter: &Letter) -> Vec<String> {
        let text = String::from_utf8(letter.draft.bytes.clone()).expect("ASCII");
        let (head, _) = text.split_once("\r\n\r\n").expect("a blank line");
        let head = head.replace("\r\n ", " ");
        head.split("\r\n")
            .map(|line| line.split(':').next().unwrap_or_default().to_string())
            .collect()
    }

    #[test]
    fn a_confirmation_is_composed_whole() {
        let letter = compose(&[]).expect("a letter");
        assert_eq!(letter.draft.file_name(), "confirmation-krt-mwxb.eml");
        assert_eq!(letter.draft.to, "ada@example.net");
        assert_eq!(letter.subject, "Your place is confirmed");
        let text = String::from_utf8(letter.draft.bytes).expect("ASCII");
        assert_eq!(text, EXPECTED.replace('\n', "\r\n"));
    }

    #[test]
    fn the_same_person_gets_the_same_bytes() {
        assert_eq!(compose(&[]), compose(&[]));
        assert_ne!(compose(&[]), compose(&[("name", "Bo")]));
    }

    #[test]
    fn whatever_somebody_typed_becomes_one_clean_mail_or_a_finding() {
        let long = "x".repeat(10_000);
        let wide = "Zoë Łukasz 田中 ".repeat(12);
        for (text, as_name) in [
            ("Ada\r\nBcc: x@example.org", "hostile-name"),
            ("Ada\rBcc: x@example.org", "hostile-name"),
            ("Ada\nTo: b@example.org", "hostile-name"),
            ("Ada\r\n\r\n--mixed", "hostile-name"),
            ("Ada\0", "hostile-name"),
            ("Ada\u{1b}[2J", "hostile-name"),
            ("Ada\u{202e}adA", "hostile-name"),
            ("Ada\u{200b}", "hostile-name"),
            ("\u{feff}Ada", "hostile-name"),
            ("=?utf-8?b?QWRh?=", "hostile-name"),
            (&long, "hostile-name"),
            ("=cmd|'/C calc'!A0", ""),
            ("{{ 7*7 }}{% for %}", ""),
            ("<script>alert(1)</script>", ""),
            ("\"Quote\\d\" 'x'", ""),
            ("O'Brien, Bob; Co: <a@b.cc>", ""),
            ("Ada (comment", ""),
            ("J.R.", ""),
            (".", ""),
            ("", ""),
            ("田中 太郎", ""),
            ("محمد بن علی", ""),
            ("שרה כהן", ""),
            ("👩\u{200d}🚀 Ra", ""),
            (&wide, ""),
        ] {
            for column in ["name", "ticket", "note"] {
                let letter = match compose(&[(column, text)]) {
                    Ok(letter) => letter,
                    Err((at, finding)) => {
                        assert_eq!((column, at, finding.rule), ("name", "name", as_name));
                        assert!(finding.message.starts_with("`krt-mwxb`: "));
                        continue;
                    }
                };
                assert!(column != "name" || as_name.is_empty(), "{text:?}");
                assert_eq!(headers(&letter), NAMES, "{text:?}");
                assert_eq!(letter.draft.to, "ada@example.net");
                assert!(!letter.html.contains("<script"), "{text:?}");
                assert!(!letter.text.contains("49"), "{text:?}");
                let odd = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
                assert!(!letter.text.contains(odd) && !letter.html.contains(odd));
            }
        }
    }

    const NAMES: [&str; 10] = [
        "From",
        "To",
        "Reply-To",
        "Subject",
        "Date",
        "Message-ID",
        "Auto-Submitted",
        "X-Auto-Response-Suppress",
        "MIME-Version",
        "Content-Type",
    ];

    const EXPECTED: &str = include_str!("expected/confirmation.eml");
}
