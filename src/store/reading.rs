use toml::de::DeTable;

use super::folder::Folder;
use super::toml::{SEVERAL_LINES, Tables, read_agenda, read_event, read_speakers};
use crate::error::{Error, Finding, Result, Severity, Source};
use crate::model::{Conference, Event, Session, Speaker, Waiver};

/// What the organisers' three files hold, as far as it can be understood, with everything that is wrong in them.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The event; none if `event.toml` lacks what nothing works without.
    pub event: Option<Event>,
    /// The speakers that could be read.
    pub speakers: Vec<Speaker>,
    /// The sessions that could be read.
    pub sessions: Vec<Session>,
    /// The waivers that could be read.
    pub waivers: Vec<Waiver>,
    /// What is wrong, in the order event, speakers, agenda.
    pub findings: Vec<Finding>,
}

impl Folder {
    /// Reads the organisers' files with all their findings. What refers to nothing is no finding of the reading.
    ///
    /// # Errors
    /// Only when a file cannot be read at all.
    pub fn read(&self) -> Result<Reading> {
        let mut findings = Vec::new();
        let event = self
            .tables("event.toml", &mut findings, read_event)?
            .flatten();
        let speakers = self
            .tables("speakers.toml", &mut findings, |tables| {
                read_speakers(tables, event.as_ref())
            })?
            .unwrap_or_default();
        let agenda = self.tables("agenda.toml", &mut findings, |tables| {
            read_agenda(tables, event.as_ref())
        })?;
        let (sessions, waivers) = agenda.unwrap_or_default();
        Ok(Reading {
            event,
            speakers,
            sessions,
            waivers,
            findings,
        })
    }

    pub(super) fn tables<T>(
        &self,
        name: &str,
        findings: &mut Vec<Finding>,
        read: impl FnOnce(&mut Tables<'_>) -> T,
    ) -> Result<Option<T>> {
        let Some(source) = self.source(name)? else {
            return Ok(None);
        };
        Ok(understand(&source, findings, read))
    }

    /// Makes sure that an edit of the agenda or the speakers adds no error to the file: who has broken a file by a
    /// command could not mend it by one. Nor does a command write over several lines what belongs on one.
    ///
    /// # Errors
    /// The errors that the new text has and the old one had not.
    pub(super) fn still_sound(&self, name: &str, old: &str, new: &str) -> Result<()> {
        let event = self
            .tables("event.toml", &mut Vec::new(), read_event)?
            .flatten();
        let errors = |text: &str| {
            let mut findings = Vec::new();
            let source = Source::new(name, text);
            if name == "agenda.toml" {
                understand(&source, &mut findings, |tables| {
                    read_agenda(tables, event.as_ref())
                });
            } else {
                understand(&source, &mut findings, |tables| {
                    read_speakers(tables, event.as_ref())
                });
            }
            for finding in findings.iter_mut().filter(|one| one.rule == SEVERAL_LINES) {
                finding.severity = Severity::Error;
            }
            findings.retain(|finding| finding.severity == Severity::Error);
            findings
        };
        let known = errors(old);
        let mut fresh = errors(new);
        fresh.retain(|finding| !known.iter().any(|old| old.message == finding.message));
        if fresh.is_empty() {
            Ok(())
        } else {
            Err(Error::from_findings(fresh))
        }
    }
}

/// Reads one file; none if its syntax is wrong.
fn understand<T>(
    source: &Source,
    findings: &mut Vec<Finding>,
    read: impl FnOnce(&mut Tables<'_>) -> T,
) -> Option<T> {
    let text = source
        .text()
        .strip_prefix('\u{feff}')
        .unwrap_or(source.text());
    let source = Source::new(source.file(), text);
    let (root, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        // What is around a syntax error was read by guessing: its other findings would mislead.
        findings.extend(errors.iter().map(|error| syntax(&source, error)));
        return None;
    }
    let mut tables = Tables::new(&source, &root);
    let read = read(&mut tables);
    findings.extend(tables.finish());
    Some(read)
}

fn syntax(source: &Source, error: &toml::de::Error) -> Finding {
    let message = error.message().trim_end().replace('\n', ", ");
    Finding::error("syntax", message).at(source.place(error.span().unwrap_or(0..0)))
}

impl Reading {
    /// Returns the conference for a command that must be able to trust all of it.
    ///
    /// # Errors
    /// All findings of severity error.
    pub fn sound(self) -> Result<Conference> {
        self.trust(&["event.toml", "speakers.toml", "agenda.toml"])
    }

    /// Returns the conference for a command that relies on these files only: a slip in the agenda shall not keep
    /// people from signing up.
    ///
    /// # Errors
    /// All findings of severity error in these files, and in `event.toml`, without which nothing can be read.
    pub fn trust(self, files: &[&str]) -> Result<Conference> {
        let concerns = |finding: &Finding| {
            let file = finding
                .places
                .first()
                .map_or("", |place| place.file.as_str());
            finding.severity == Severity::Error && (file == "event.toml" || files.contains(&file))
        };
        let errors: Vec<Finding> = self
            .findings
            .iter()
            .filter(|finding| concerns(finding))
            .cloned()
            .collect();
        if !errors.is_empty() {
            return Err(Error::from_findings(errors));
        }
        let Some(event) = self.event else {
            return Err(Error::new("event.toml does not describe an event")
                .hint("`plenary check` tells what is missing"));
        };
        Ok(Conference {
            event,
            speakers: self.speakers,
            sessions: self.sessions,
            waivers: self.waivers,
        })
    }
}
