use super::check::{programme, summary};
use super::context::{Context, counted};
use crate::error::{Exit, Result};
use crate::model::{Event, Registrations, Status};
use crate::output::{Format, Record};
use crate::store::Reading;

/// Show at a glance how the event stands, and what to do next
#[derive(clap::Args, Debug)]
pub(super) struct Args {}

pub(super) fn run(_: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let reading = folder.read()?;
    let registrations = folder.registrations()?;
    let findings = programme(&reading);
    let Some(event) = reading.event.clone() else {
        // Without an event there is nothing to say but why.
        reading.sound()?;
        return Ok(Exit::CouldNotRun);
    };
    let now = context
        .now(event.zone)?
        .with_timezone(&event.zone)
        .date_naive();
    let days = event.dates.first().map(|day| (*day - now).num_days());
    if context.screen.format() == Format::Table {
        let text = text(&event, &reading, &registrations, &findings, days);
        context.screen.record(&text)?;
        context
            .screen
            .remark(&next(&reading, &registrations, &findings));
        return Ok(Exit::Done);
    }
    let scheduled = reading
        .sessions
        .iter()
        .filter(|session| session.start.is_some())
        .count();
    let count = |status| registrations.count(status);
    let result = Record::new()
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
        .with("days_to_go", days)
        .with("capacity", event.sign_up.capacity)
        .with("registrations", registrations.len())
        .with("confirmed", count(Status::Confirmed))
        .with("pending", count(Status::Pending))
        .with("waiting", count(Status::Waiting))
        .with("cancelled", count(Status::Cancelled))
        .with("speakers", reading.speakers.len())
        .with("sessions", reading.sessions.len())
        .with("unscheduled", reading.sessions.len() - scheduled)
        .with("findings", findings.len());
    context.screen.record(&result)?;
    Ok(Exit::Done)
}

fn text(
    event: &Event,
    reading: &Reading,
    registrations: &Registrations,
    findings: &[crate::error::Finding],
    days: Option<i64>,
) -> Record {
    let when = match days {
        Some(0) => ", today".to_string(),
        Some(1) => ", tomorrow".to_string(),
        Some(days) if days > 1 => format!(", {days} days to go"),
        Some(days) if days < 0 => format!(
            ", {} ago",
            counted(usize::try_from(-days).unwrap_or(0), "day")
        ),
        _ => String::new(),
    };
    let place = [event.venue.name.as_str(), &event.venue.address]
        .iter()
        .filter(|text| !text.is_empty())
        .copied()
        .collect::<Vec<_>>();
    let confirmed = registrations.count(Status::Confirmed);
    let places = match event.sign_up.capacity {
        Some(capacity) => format!(
            "{confirmed} of {capacity} taken  {}",
            bar(confirmed, capacity as usize)
        ),
        None => format!("{confirmed} taken, no limit"),
    };
    let others = [Status::Pending, Status::Waiting, Status::Cancelled]
        .into_iter()
        .map(|status| (registrations.count(status), status))
        .filter(|(count, _)| *count > 0)
        .map(|(count, status)| format!("{count} {status}"));
    let unscheduled = reading
        .sessions
        .iter()
        .filter(|session| session.start.is_none())
        .count();
    let mut sessions = counted(reading.sessions.len(), "session");
    if unscheduled > 0 {
        sessions += &format!(", {unscheduled} not scheduled");
    }
    Record::new()
        .with("event", event.name.as_str())
        .with("when", format!("{}{when}", event.dates_in_words()))
        .with("where", place.join(", "))
        .with("places", places)
        .with("others", others.collect::<Vec<_>>().join(", "))
        .with(
            "agenda",
            format!("{sessions}, {}", counted(reading.speakers.len(), "speaker")),
        )
        .with(
            "check",
            if findings.is_empty() {
                "nothing to complain about".to_string()
            } else {
                summary(findings)
            },
        )
}

/// Returns a bar of 20 characters.
fn bar(part: usize, whole: usize) -> String {
    let filled = (part * 20).checked_div(whole).unwrap_or(20).min(20);
    format!("[{}{}]", "#".repeat(filled), ".".repeat(20 - filled))
}

/// Returns what to type next.
fn next(
    reading: &Reading,
    registrations: &Registrations,
    findings: &[crate::error::Finding],
) -> String {
    let command = if !findings.is_empty() {
        "plenary check"
    } else if registrations.is_empty() {
        "plenary import SIGNUPS.csv"
    } else if reading.sessions.is_empty() {
        "plenary session add ID --title TITLE"
    } else {
        "plenary mail status"
    };
    format!("Next: {command}")
}
