use super::check::{programme, summary};
use super::context::{Context, counted};
use crate::error::{Exit, Finding, Result, Severity};
use crate::mail::{Fate, History, Kind, Person, Standing};
use crate::model::{Event, Registration, Registrations, Status};
use crate::output::{Format, Record};
use crate::store::{Folder, Reading, boot_id};

/// Show at a glance how the event stands, and what to do next
#[derive(clap::Args, Debug)]
pub(super) struct Args {}

/// What the dashboard is made of.
struct Dashboard {
    event: Event,
    reading: Reading,
    registrations: Registrations,
    findings: Vec<Finding>,
    confirmations: Confirmations,
    days_to_go: Option<i64>,
}

/// How far the confirmations are.
#[derive(Default)]
struct Confirmations {
    sent: usize,
    due: usize,
    in_doubt: usize,
    refused: usize,
}

pub(super) fn run(_: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let reading = folder.read()?;
    let Some(event) = reading.event.clone() else {
        // Without an event there is nothing to say but why.
        reading.sound()?;
        return Ok(Exit::CouldNotRun);
    };
    let registrations = folder.registrations()?;
    let today = context
        .now(event.zone)?
        .with_timezone(&event.zone)
        .date_naive();
    let dashboard = Dashboard {
        findings: programme(&reading),
        confirmations: confirmations(&folder, &event, &registrations)?,
        days_to_go: event.dates.first().map(|day| (*day - today).num_days()),
        registrations,
        reading,
        event,
    };
    if context.screen.format() == Format::Table {
        context.screen.record(&dashboard.text())?;
        context
            .screen
            .remark(&format!("Next: {}", dashboard.next()));
    } else {
        context.screen.record(&dashboard.values(&folder))?;
    }
    Ok(Exit::Done)
}

fn confirmations(
    folder: &Folder,
    event: &Event,
    registrations: &Registrations,
) -> Result<Confirmations> {
    let journal = folder.journal()?;
    let standing = Standing::new(&journal, &boot_id(), &event.mail.server);
    let history = History::new(&journal, &standing);
    let kind = Kind::confirmation()?;
    let mut count = Confirmations::default();
    let due = |person: &&Registration| kind.is_due(&Person::Registered(person), &history);
    for person in registrations.iter().filter(due) {
        match standing.fate(&kind.key(person.code())) {
            Fate::Accepted => count.sent += 1,
            Fate::InDoubt(_) => count.in_doubt += 1,
            Fate::Refused => count.refused += 1,
            Fate::Free | Fate::Deferred => count.due += usize::from(person.address().is_some()),
        }
    }
    Ok(count)
}

impl Dashboard {
    /// Tells whether something is wrong or doubtful. A note is neither: it waits until somebody asks.
    fn has_complaints(&self) -> bool {
        let severities = self.findings.iter().map(|finding| finding.severity);
        severities.max() > Some(Severity::Note)
    }

    fn unscheduled(&self) -> usize {
        self.reading
            .sessions
            .iter()
            .filter(|session| session.start.is_none())
            .count()
    }

    /// Returns it for programs.
    fn values(&self, folder: &Folder) -> Record {
        let Self {
            event,
            reading,
            registrations,
            confirmations,
            ..
        } = self;
        let count = |status| registrations.count(status);
        Record::new()
            .with("folder", folder.root().display().to_string())
            .with("id", event.id.as_str())
            .with("name", event.name.as_str())
            .with(
                "dates",
                event
                    .dates
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>(),
            )
            .with("days_to_go", self.days_to_go)
            .with("capacity", event.sign_up.capacity)
            .with("registrations", registrations.len())
            .with("confirmed", count(Status::Confirmed))
            .with("pending", count(Status::Pending))
            .with("waiting", count(Status::Waiting))
            .with("cancelled", count(Status::Cancelled))
            .with("confirmations_sent", confirmations.sent)
            .with("confirmations_due", confirmations.due)
            .with("confirmations_in_doubt", confirmations.in_doubt)
            .with("confirmations_refused", confirmations.refused)
            .with("speakers", reading.speakers.len())
            .with("sessions", reading.sessions.len())
            .with("unscheduled", self.unscheduled())
            .with("findings", self.findings.len())
    }

    /// Returns it for people.
    fn text(&self) -> Record {
        let event = &self.event;
        let when = match self.days_to_go {
            Some(0) => ", today".to_string(),
            Some(1) => ", tomorrow".to_string(),
            Some(days) if days > 1 => format!(", {days} days to go"),
            Some(days) => format!(
                ", {} ago",
                counted(usize::try_from(-days).unwrap_or(0), "day")
            ),
            None => String::new(),
        };
        let place = [event.venue.name.as_str(), &event.venue.address];
        let place: Vec<&str> = place.into_iter().filter(|text| !text.is_empty()).collect();
        let confirmed = self.registrations.count(Status::Confirmed);
        let places = match event.sign_up.capacity {
            Some(capacity) => format!(
                "{confirmed} of {capacity} taken  {}",
                bar(confirmed, capacity as usize)
            ),
            None => format!("{confirmed} taken, no limit"),
        };
        let others = [Status::Pending, Status::Waiting, Status::Cancelled];
        let others = others.map(|status| (self.registrations.count(status), status.word()));
        let mut sessions = counted(self.reading.sessions.len(), "session");
        if self.unscheduled() > 0 {
            sessions += &format!(", {} not scheduled", self.unscheduled());
        }
        let mail = &self.confirmations;
        let mail = [
            (mail.sent, "sent"),
            (mail.due, "due"),
            (mail.in_doubt, "in doubt"),
            (mail.refused, "refused"),
        ];
        let check = if !self.has_complaints() {
            "nothing to complain about".into()
        } else {
            summary(&self.findings)
        };
        Record::new()
            .with("event", event.name.as_str())
            .with("when", format!("{}{when}", event.dates_in_words()))
            .with("where", place.join(", "))
            .with("places", places)
            .with("others", counts(&others))
            .with("mail", counts(&mail))
            .with(
                "agenda",
                format!(
                    "{sessions}, {}",
                    counted(self.reading.speakers.len(), "speaker")
                ),
            )
            .with("check", check)
    }

    /// Returns what to type next.
    fn next(&self) -> &'static str {
        let mail = &self.confirmations;
        if self.has_complaints() {
            "plenary check"
        } else if mail.in_doubt + mail.refused > 0 {
            "plenary mail status"
        } else if mail.due > 0 {
            "plenary mail send confirmation"
        } else if self.registrations.is_empty() {
            "plenary import SIGNUPS.csv"
        } else if self.reading.sessions.is_empty() {
            "plenary session add ID --title TITLE"
        } else {
            "plenary agenda show"
        }
    }
}

/// Returns "3 waiting, 1 cancelled", without what is none.
fn counts(parts: &[(usize, &str)]) -> String {
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    parts
        .map(|(count, word)| format!("{count} {word}"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Returns a bar of 20 characters.
fn bar(part: usize, whole: usize) -> String {
    let filled = (part * 20).checked_div(whole).unwrap_or(20).min(20);
    format!("[{}{}]", "#".repeat(filled), ".".repeat(20 - filled))
}
