mod bar;
mod mails;
mod next;
mod text;

use super::check::{outlived, programme};
use super::context::Context;
use super::standing::standing;
use crate::error::{Exit, Finding, Result, Severity};
use crate::model::{Event, Registrations, Status, Ticket};
use crate::output::{Format, Record};
use crate::places::Limits;
use crate::store::{Folder, Reading};
use bar::Bar;
use mails::Mails;

/// Show at a glance how the event stands, and what to do next
#[derive(clap::Args, Debug)]
pub(super) struct Args {}

/// What the dashboard is made of.
struct Dashboard {
    event: Event,
    reading: Reading,
    registrations: Registrations,
    findings: Vec<Finding>,
    mails: Mails,
    days_to_go: Option<i64>,
}

pub(super) fn run(_: &Args, context: &mut Context) -> Result<Exit> {
    let folder = context.folder()?;
    let reading = folder.read()?;
    let Some(event) = reading.event.clone() else {
        // Without an event there is nothing to say but why.
        reading.sound()?;
        return Ok(Exit::CouldNotRun);
    };
    let standing = standing(&folder, event.mail.server.clone());
    let (registrations, of_list) = folder.registrations_and_findings(Some(&event))?;
    let now = context.now(event.zone)?;
    let today = now.with_timezone(&event.zone).date_naive();
    // What `plenary check` says of the list is said here too: nobody should be calmed by half of it.
    let mut findings = programme(&reading);
    findings.extend(of_list);
    findings.extend(outlived(&folder, &event, now)?);
    let standing = standing()?;
    let dashboard = Dashboard {
        findings,
        mails: Mails::count(&folder, &standing, &registrations)?,
        days_to_go: event.dates.first().map(|day| (*day - today).num_days()),
        registrations,
        reading,
        event,
    };
    if context.screen.format() == Format::Table {
        context.screen.record(&dashboard.text(Bar::of(context)))?;
        context.screen.remark(&dashboard.next_in_words());
    } else {
        context.screen.record(&dashboard.values(&folder))?;
    }
    Ok(Exit::Done)
}

impl Dashboard {
    /// Returns the kinds of ticket of which there is a number, with how many are taken, as places are counted: guests take
    /// none, and an offer holds one.
    fn tickets(&self) -> Vec<(&Ticket, usize)> {
        let limits = Limits::of(&self.registrations, &self.event);
        let taken = limits.all().skip(1).map(|(taken, ..)| taken);
        let tickets = self.event.tickets.iter().zip(taken);
        tickets
            .filter(|(ticket, _)| ticket.capacity.is_some())
            .collect()
    }

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
            mails,
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
            .with("confirmations_sent", mails.confirmations.sent)
            .with("confirmations_due", mails.confirmations.due)
            .with("confirmations_in_doubt", mails.confirmations.in_doubt)
            .with("confirmations_refused", mails.confirmations.refused)
            .with("mails_sent", mails.sent)
            .with("mails_in_doubt", mails.in_doubt)
            .with("mails_refused", mails.refused)
            .with("drafts", mails.drafts)
            .with("speakers", reading.speakers.len())
            .with("sessions", reading.sessions.len())
            .with("unscheduled", self.unscheduled())
            .with("findings", self.findings.len())
            .with(
                "tickets",
                self.tickets()
                    .into_iter()
                    .map(|(ticket, taken)| {
                        let record = Record::new()
                            .with("id", ticket.id.as_str())
                            .with("name", ticket.name.as_str());
                        record
                            .with("capacity", ticket.capacity)
                            .with("taken", taken)
                            .value()
                    })
                    .collect::<Vec<_>>(),
            )
            .with(
                "next",
                self.next()
                    .into_iter()
                    .map(|(command, why)| {
                        Record::new()
                            .with("command", command)
                            .with("why", why)
                            .value()
                    })
                    .collect::<Vec<_>>(),
            )
    }
}
