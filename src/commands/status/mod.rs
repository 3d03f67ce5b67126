mod mails;

use super::check::{programme, summary};
use super::context::{Context, counted};
use crate::error::{Exit, Finding, Result, Severity};
use crate::model::{Event, Registrations, Status, Ticket};
use crate::output::{Format, Record};
use crate::store::{Folder, Reading};
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
    let (registrations, of_list) = folder.registrations_and_findings(Some(&event))?;
    let today = context
        .now(event.zone)?
        .with_timezone(&event.zone)
        .date_naive();
    // What `plenary check` says of the list is said here too: nobody should be calmed by half of it.
    let mut findings = programme(&reading);
    findings.extend(of_list);
    let dashboard = Dashboard {
        findings,
        mails: Mails::count(&folder, &event, &registrations)?,
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
                    .map(|(ticket, confirmed)| {
                        let record = Record::new()
                            .with("id", ticket.id.as_str())
                            .with("name", ticket.name.as_str());
                        record
                            .with("capacity", ticket.capacity)
                            .with("confirmed", confirmed)
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

    /// Returns the kinds of ticket of which there is a number, with how many are taken.
    fn tickets(&self) -> impl Iterator<Item = (&Ticket, usize)> {
        let limited = self
            .event
            .tickets
            .iter()
            .filter(|ticket| ticket.capacity.is_some());
        limited.map(|ticket| {
            let taken = self.registrations.iter().filter(|person| {
                person.status() == Some(Status::Confirmed)
                    && person.get("ticket").trim() == ticket.id.as_str()
            });
            (ticket, taken.count())
        })
    }

    /// Returns how many are wrong and doubtful, with the worst of them.
    fn complaints(&self) -> String {
        if !self.has_complaints() {
            return "nothing to complain about".into();
        }
        let mut worst: Vec<&Finding> = self
            .findings
            .iter()
            .filter(|finding| finding.severity > Severity::Note)
            .collect();
        worst.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        let mut text = summary(&self.findings);
        for finding in worst.iter().take(WORST) {
            text += &format!("\n{}: {}", finding.severity.word(), finding.message);
        }
        if worst.len() > WORST {
            text += &format!("\n… and {} more", worst.len() - WORST);
        }
        text
    }

    /// Returns what to type next, and why.
    fn next_in_words(&self) -> String {
        let next = self.next();
        let [(command, _)] = next.as_slice() else {
            let wide = next
                .iter()
                .map(|(command, _)| command.len())
                .max()
                .unwrap_or(0);
            let line = |(command, why): &(&str, String)| format!("\n  {command:wide$}  {why}");
            return format!("Next:{}", next.iter().map(line).collect::<String>());
        };
        format!("Next: {command}")
    }

    /// Returns it for people.
    fn text(&self, bar: Bar) -> Record {
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
        // As places are counted: guests take none, and an offer holds one.
        let confirmed = crate::places::Limits::of(&self.registrations, event).taken();
        let places = match event.sign_up.capacity {
            Some(capacity) => format!(
                "{confirmed} of {capacity} taken  {}",
                bar.text(confirmed, capacity as usize)
            ),
            None => format!("{confirmed} taken, no limit"),
        };
        let others = [Status::Pending, Status::Waiting, Status::Cancelled];
        let others = others.map(|status| (self.registrations.count(status), status.word()));
        let mut sessions = counted(self.reading.sessions.len(), "session");
        if self.unscheduled() > 0 {
            sessions += &format!(", {} not scheduled", self.unscheduled());
        }
        let mail = &self.mails;
        let undrafted = mail.confirmations.undrafted;
        let due = if undrafted == 1 {
            "confirmation due"
        } else {
            "confirmations due"
        };
        let mail = [
            (mail.sent, "sent"),
            (mail.drafts, "in outbox/"),
            (undrafted, due),
            (mail.in_doubt, "in doubt"),
            (mail.refused, "refused"),
        ];
        let tickets = self.tickets().map(|(ticket, taken)| {
            let capacity = ticket.capacity.unwrap_or(0);
            let name = if ticket.name.is_empty() {
                ticket.id.as_str()
            } else {
                &ticket.name
            };
            format!(
                "\n{name}: {taken} of {capacity}  {}",
                bar.text(taken, capacity as usize)
            )
        });
        let places = format!("{places}{}", tickets.collect::<String>());
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
            .with("check", self.complaints())
    }

    /// Returns what to type next and why, the most urgent first; if nothing is urgent, something to look at.
    fn next(&self) -> Vec<(&'static str, String)> {
        let mail = &self.mails;
        let doubtful = mail.in_doubt + mail.refused;
        let urgent = [
            (
                self.has_complaints(),
                "plenary check",
                summary(&self.findings),
            ),
            (
                doubtful > 0,
                "plenary mail status",
                format!("{} in doubt or refused", counted(doubtful, "mail")),
            ),
            (
                mail.drafts > 0,
                "plenary mail send",
                format!("{} in outbox/", counted(mail.drafts, "draft")),
            ),
            (
                mail.confirmations.undrafted > 0,
                "plenary mail send confirmation",
                format!(
                    "{} due",
                    counted(mail.confirmations.undrafted, "confirmation")
                ),
            ),
            (
                self.registrations.is_empty(),
                "plenary import SIGNUPS.csv",
                "nobody signed up yet".to_string(),
            ),
        ];
        let urgent = urgent.into_iter().filter(|(is, ..)| *is);
        let mut next: Vec<_> = urgent.map(|(_, command, why)| (command, why)).collect();
        if next.is_empty() && self.reading.sessions.is_empty() {
            next.push((
                "plenary session add ID --title TITLE",
                "the agenda is blank".to_string(),
            ));
        } else if next.is_empty() {
            next.push(("plenary agenda show", "nothing is due".to_string()));
        }
        next
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

/// How many findings are named on the dashboard; `plenary check` has all of them.
const WORST: usize = 3;

/// How a part of a whole is drawn.
#[derive(Clone, Copy, Debug)]
struct Bar {
    width: usize,
    full: char,
    free: char,
}

impl Bar {
    /// Blocks on a terminal that speaks UTF-8, which the environment tells (locale(7)); ASCII everywhere else.
    fn of(context: &Context) -> Self {
        let set = |name: &&str| std::env::var(name).is_ok_and(|value| !value.is_empty());
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find(set);
        let locale = locale
            .and_then(|name| std::env::var(name).ok())
            .unwrap_or_default();
        let utf8 = locale.to_lowercase().replace('-', "").contains("utf8");
        let room = context.screen.room();
        let (full, free) = if utf8 && room.is_some() {
            ('█', '░')
        } else {
            ('#', '.')
        };
        Self {
            width: if room.is_some_and(|room| room < 60) {
                10
            } else {
                20
            },
            full,
            free,
        }
    }

    fn text(self, part: usize, whole: usize) -> String {
        let filled = (part * self.width)
            .checked_div(whole)
            .unwrap_or(self.width)
            .min(self.width);
        let cells = std::iter::repeat_n(self.full, filled);
        let cells = cells.chain(std::iter::repeat_n(self.free, self.width - filled));
        format!("[{}]", cells.collect::<String>())
    }
}
