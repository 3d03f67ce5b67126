use super::Dashboard;
use crate::commands::check::summary;
use crate::commands::context::counted;

impl Dashboard {
    /// Returns what to type next, and why.
    pub(super) fn next_in_words(&self) -> String {
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

    /// Returns what to type next and why, the most urgent first; if nothing is urgent, something to look at.
    pub(super) fn next(&self) -> Vec<(&'static str, String)> {
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
