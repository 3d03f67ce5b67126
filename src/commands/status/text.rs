use super::Dashboard;
use super::bar::Bar;
use crate::commands::check::summary;
use crate::commands::context::counted;
use crate::error::{Finding, Severity};
use crate::model::{Status, order_by_key};
use crate::output::Record;
use crate::places::Limits;

/// How many findings are named on the dashboard; `plenary check` has all of them.
const WORST: usize = 3;

impl Dashboard {
    /// Returns it for people.
    pub(super) fn text(&self, bar: Bar) -> Record {
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
        let confirmed = Limits::of(&self.registrations, event).taken();
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
        let tickets = self.tickets().into_iter().map(|(ticket, taken)| {
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
        order_by_key(&mut worst, |finding| std::cmp::Reverse(finding.severity));
        let mut text = summary(&self.findings);
        for finding in worst.iter().take(WORST) {
            text += &format!("\n{}: {}", finding.severity.word(), finding.message);
        }
        if worst.len() > WORST {
            text += &format!("\n… and {} more", worst.len() - WORST);
        }
        text
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
