use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::form::Words;
use super::{Draft, Kind, Person};
use crate::error::{Finding, Place};
use crate::model::Discretion;

/// Returns what is wrong with a letter that would tell somebody the name, address or telephone number of another who does
/// not want to be named. It may stand in a template, in the agenda or in what was said about a release.
pub(super) fn indiscretion(
    discretion: &Discretion,
    person: &Person<'_>,
    (kind, words, calendar): (&Kind, &Words, &str),
) -> Option<Finding> {
    if discretion.hides_nobody() {
        return None;
    }
    let known = known_of(person);
    let html = tagless(&words.html);
    let calendar = calendar.replace("\r\n ", "");
    let parts = [
        ("the subject", words.subject.as_str()),
        ("the text", &words.text),
        ("the HTML", &html),
        ("the calendar", &calendar),
    ];
    let (part, told) = parts.into_iter().find_map(|(part, text)| {
        let told = discretion.told_to_somebody(text, &known);
        Some((part, *told.first()?))
    })?;
    let message = format!(
        "{part} of `{}` would tell {told}, so it is not written",
        kind.name()
    );
    Some(Finding::error("private-text", message).hint(
        "take it out of the template, the agenda or what was said about the release; only they themselves may read it",
    ))
}

impl Draft {
    /// Returns what is wrong with a draft that tells the name, address or telephone number of somebody who does not want to
    /// be named: they have asked for it since, or somebody has typed it in.
    pub fn indiscretion(&self, discretion: &Discretion, person: &Person<'_>) -> Option<Finding> {
        if discretion.hides_nobody() {
            return None;
        }
        let text = decoded(&String::from_utf8_lossy(&self.bytes));
        let told = discretion.told_to_somebody(&tagless(&text), &known_of(person));
        let file = self.file_name();
        let message = format!("`{file}` would tell {}", told.first()?);
        Some(
            Finding::error("private-text", message)
                .at(Place::file(format!("outbox/{file}")))
                .hint("delete the file, or take it out; it is not sent like this"),
        )
    }
}

/// Everything that somebody has said of themselves.
fn known_of(person: &Person<'_>) -> String {
    match person {
        Person::Registered(registration) => {
            let cells: Vec<&str> = registration.cells().collect();
            cells.join("\n")
        }
        Person::Speaker(speaker, _) => [
            &speaker.name,
            person.email(),
            &speaker.phone,
            &speaker.alias,
        ]
        .join("\n"),
    }
}

/// Returns a text without what stands in angle brackets, except addresses: a name may be split by a tag.
fn tagless(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, from)) = rest.split_once('<') {
        text.push_str(before);
        let Some((tag, after)) = from.split_once('>') else {
            text.push('<');
            rest = from;
            continue;
        };
        if tag.contains('@') {
            text.push_str(&format!(" {tag} "));
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

/// Returns a message with all that hides letters undone: quoted-printable, encoded words and folded lines (RFC 2045,
/// section 6.7; RFC 2047). Only for looking something up in it.
fn decoded(message: &str) -> String {
    let (head, body) = message.split_once("\r\n\r\n").unwrap_or((message, ""));
    let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    let unfolded = format!("{unfolded}\r\n\r\n{}", body.replace("=\r\n", ""));
    let mut text = String::with_capacity(unfolded.len());
    let mut rest = unfolded.as_str();
    // What stands between two encoded words is no part of the text.
    while let Some((before, from)) = rest.split_once("=?") {
        text.push_str(if before.trim().is_empty() { "" } else { before });
        let mut parts = from.splitn(4, '?');
        let word = match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(_), Some("b" | "B"), Some(coded), Some(after)) => {
                after.strip_prefix('=').zip(STANDARD.decode(coded).ok())
            }
            (Some(_), Some("q" | "Q"), Some(coded), Some(after)) => after
                .strip_prefix('=')
                .map(|after| (after, unquoted(&coded.replace('_', " ")))),
            _ => None,
        };
        match word {
            Some((after, bytes)) => {
                text.push_str(&String::from_utf8_lossy(&bytes));
                rest = after;
            }
            None => {
                text.push_str("=?");
                rest = from;
            }
        }
    }
    text.push_str(rest);
    String::from_utf8_lossy(&unquoted(&text)).into_owned()
}

fn unquoted(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| *first == b'=');
        let hex = hex.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match hex {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_read_as_people_read_it() {
        assert_eq!(
            decoded(
                "Subject: =?utf-8?b?Wm/Dqw==?=\r\n =?utf-8?q?_Hidd=65n?=\r\n\r\nZo=C3=AB Hid=\r\nden a=b =?x"
            ),
            "Subject: Zoë Hidden\r\n\r\nZoë Hidden a=b =?x"
        );
        assert_eq!(
            tagless("<p>Zoë <b>Hid</b>den <xa@example.net> 1 < 2"),
            "Zoë Hidden  xa@example.net  1 < 2"
        );
    }
}
