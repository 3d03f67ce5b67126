use std::collections::{HashMap, HashSet};

use chrono::DateTime;
use chrono_tz::Tz;

use super::drafts::slip;
use super::{Desk, Draft, Drafts, Fate, Kind, Notice, Person, Standing, Stationery, identity};
use crate::error::Result;
use crate::model::{Release, instant, parse_wall_time};

/// Which release each person knows.
#[derive(Debug)]
pub struct Knowledge {
    known: HashMap<String, u32>,
    first: u32,
    times: Vec<(DateTime<Tz>, u32)>,
}

/// Mails that say what the agenda is when they go out, or where to find it.
const TELLING: [&str; 3] = ["confirmation", "place", "speaker"];

impl Knowledge {
    /// Works it out: the release of the last mail of changes that somebody got, or the one that was current when they
    /// were last told of their place or their part, whichever is later. Everybody knows the first release.
    pub fn new(standing: &Standing, releases: &[Release], changes: &Kind) -> Self {
        let first = releases.first().map_or(0, |release| release.number);
        let times = releases.iter().map(|release| {
            let time = release.time.with_timezone(&release.zone);
            (time, release.number)
        });
        let times: Vec<_> = times.collect();
        let mut known: HashMap<String, u32> = HashMap::new();
        for mail in standing.iter() {
            if mail.fate != Fate::Accepted {
                continue;
            }
            let line = mail.line;
            let release = if line.kind() == changes.name() {
                line.revision()
            } else if TELLING.contains(&line.kind().as_str()) {
                current(line.time(), &times).unwrap_or(first)
            } else {
                continue;
            };
            let knows = known.entry(line.person().to_string()).or_insert(first);
            *knows = release.max(*knows);
        }
        Self {
            known,
            first,
            times,
        }
    }

    /// Returns the numbers of the releases that people were written to about.
    pub fn numbers(&self) -> impl Iterator<Item = u32> {
        self.known.values().copied()
    }

    /// Returns the number of the release that somebody knows. Whoever signed up has seen the one that was out then.
    pub fn release(&self, person: &Person<'_>) -> u32 {
        let told = self.known.get(person.id()).copied().unwrap_or(self.first);
        let seen = match person {
            Person::Registered(registration) => {
                current(registration.get("registered"), &self.times).unwrap_or(self.first)
            }
            Person::Speaker(..) => self.first,
        };
        told.max(seen)
    }
}

/// Returns the release that was the latest at a time: RFC 3339, or as the clock at the venue showed it.
fn current(time: &str, releases: &[(DateTime<Tz>, u32)]) -> Option<u32> {
    let zone = releases.last()?.0.timezone();
    let exact = DateTime::parse_from_rfc3339(time.trim()).ok();
    let exact = exact.map(|time| time.with_timezone(&zone));
    let time = exact.or_else(|| instant(parse_wall_time(time, &[]).ok()?, zone).ok())?;
    let before = releases.iter().rfind(|(released, _)| *released <= time)?;
    Some(before.1)
}

/// Drafts what people have to be told, each once for a release. As [`draft`](super::draft) otherwise.
///
/// # Errors
/// As [`draft`](super::draft).
pub fn draft_notices(
    kind: &Kind,
    notices: &[(Person<'_>, Notice)],
    desk: &Desk<'_>,
    keep: &mut dyn FnMut(Draft) -> Result<()>,
) -> Result<Drafts> {
    let somebody = notices.first().map(|(person, _)| person);
    let stationery = Stationery::new(kind, &desk.setting, somebody)?;
    let mut drafts = Drafts::default();
    let mut seen: HashSet<String> = HashSet::new();
    for (person, notice) in notices {
        if let Some(finding) = slip(person) {
            let finding = finding.maybe_at((desk.place)(person, "status"));
            drafts.findings.push(finding);
            continue;
        }
        // Compared without case, as some file systems compare the names of drafts.
        if kind.forbids(person).is_some() || !seen.insert(person.id().to_lowercase()) {
            drafts.skipped.not_due += 1;
            continue;
        }
        let key = kind.revision(person.id(), notice.release);
        match desk.setting.standing.fate(&key) {
            Fate::Accepted => drafts.skipped.sent += 1,
            Fate::InDoubt(_) => drafts.skipped.in_doubt += 1,
            Fate::Refused => drafts.skipped.refused += 1,
            Fate::Free | Fate::Deferred if desk.drafted.has(&identity::file_name(&key)) => {
                drafts.skipped.drafted += 1;
            }
            Fate::Free | Fate::Deferred => match stationery.compose_notice(person, notice)? {
                Ok(letter) => {
                    drafts.names.push(&letter.draft.file_name());
                    keep(letter.draft)?;
                }
                Err((column, finding)) => {
                    let place = desk.place_of(person, column);
                    drafts.findings.push(finding.maybe_at(place));
                }
            },
        }
    }
    Ok(drafts)
}
