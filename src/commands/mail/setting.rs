use crate::error::{Error, Finding};
use crate::mail::Rate;
use crate::mail::transport::Server;
use crate::model::Event;

/// Returns what is wrong with the mail settings of an event, if anything is.
pub(in crate::commands) fn server_finding(event: &Event) -> Option<Finding> {
    let mail = &event.mail;
    if mail.server.is_empty() {
        return Some(
            Finding::error("mail-server", "[mail] of event.toml names no server")
                .maybe_at(mail.origin.place("server"))
                .hint("server = \"folder:delivered\" puts mails into a folder; smtps://user@host sends them"),
        );
    }
    let told = |error: Error, field: &str| {
        let finding = error.findings.into_iter().next()?;
        let place = mail.origin.place(field).map(|mut place| {
            if finding.message.contains("password") {
                // Not even an error message may show it.
                place.text = String::new();
                place.width = 0;
            }
            place
        });
        Some(
            Finding {
                rule: "mail-server",
                ..finding
            }
            .maybe_at(place),
        )
    };
    if let Err(error) = mail.server.parse::<Server>() {
        return told(error, "server");
    }
    let rate = (!mail.rate.is_empty())
        .then(|| Rate::parse(&mail.rate).err())
        .flatten()?;
    told(rate, "rate")
}
