use std::collections::HashSet;

use super::cast::{names_somebody, secret_name, unnamed_words};
use crate::error::{Finding, Place};
use crate::model::{Conference, EmailAddress};

/// Digits from which on a number may be a telephone's.
const PHONE: usize = 7;

/// Returns each text that would tell the public what it must not know: a name that somebody does not want to be known
/// by, an address or telephone number of a speaker. Fields that are private are never published; this is about what
/// was typed into those that are. `message` is what the organisers said about the release.
pub(super) fn findings(conference: &Conference, message: &str) -> Vec<Finding> {
    let secrets = Secrets::new(conference);
    let mut findings = Vec::new();
    let mut look = |what: String, text: &str, place: &dyn Fn() -> Option<Place>| {
        for told in secrets.told_by(text) {
            let finding = Finding::error("private-text", format!("{what} tells the public {told}"))
                .maybe_at(place().map(|place| Place { text: String::new(), width: 0, ..place }))
                .hint("take it out, and release the agenda anew if it is part of one: nothing was published");
            findings.push(finding);
        }
    };
    let event = &conference.event;
    for (field, text) in [
        ("name", &event.name),
        ("summary", &event.summary),
        ("organiser", &event.organiser),
        ("venue", &event.venue.name),
        ("address", &event.venue.address),
        ("directions", &event.venue.directions),
        ("access", &event.venue.access),
    ] {
        look(format!("the `{field}` of the event"), text, &|| {
            event.origin.place(field)
        });
    }
    look(
        "what was said about the release".to_string(),
        message,
        &|| None,
    );
    for room in &event.rooms {
        let what = format!("the name of room `{}`", room.id);
        look(what, &room.name, &|| None);
    }
    for track in &event.tracks {
        let what = format!("the name of track `{}`", track.id);
        look(what, &track.name, &|| None);
    }
    for backer in &event.backers {
        look("a backer".to_string(), &backer.name, &|| None);
    }
    for speaker in &conference.speakers {
        for (field, text) in [
            ("public_name", &speaker.alias),
            ("role", &speaker.role),
            ("affiliation", &speaker.affiliation),
            ("area", &speaker.area),
            ("bio", &speaker.bio),
            ("quote", &speaker.quote),
        ] {
            look(
                format!("the `{field}` of speaker `{}`", speaker.id),
                text,
                &|| speaker.origin.place(field),
            );
        }
    }
    for session in &conference.sessions {
        for (field, text) in [
            ("title", &session.title),
            ("abstract", &session.summary),
            ("kind", &session.kind),
        ] {
            look(
                format!("the `{field}` of session `{}`", session.id),
                text,
                &|| session.origin.place(field),
            );
        }
    }
    findings.extend(guessable(conference));
    findings
}

/// Returns each session whose id names somebody who does not want to be named. Calendars and apps are given a number
/// that is made of the id: without a salt, whoever guesses the name can check the guess.
fn guessable(conference: &Conference) -> Vec<Finding> {
    if !conference.event.privacy.salt.is_empty() {
        return Vec::new();
    }
    let secret = unnamed_words(conference);
    let sessions = conference.sessions.iter();
    let telling = sessions.filter(|session| names_somebody(&session.id, &secret));
    let findings = telling.map(|session| {
        let message = format!(
            "the id of session `{}` names somebody who does not want to be named, and what calendars are given is made of it",
            session.id
        );
        Finding::error("private-id", message)
            .maybe_at(session.origin.place("id"))
            .hint("give it another id, or write salt = \"some long random word\" into [privacy] of event.toml and never change it")
    });
    findings.collect()
}

struct Secrets {
    /// In lower case.
    names: Vec<String>,
    /// Ready to be compared.
    addresses: HashSet<String>,
    /// The last digits of each.
    phones: HashSet<String>,
}

impl Secrets {
    fn new(conference: &Conference) -> Self {
        let speakers = || conference.speakers.iter();
        let contact = conference.event.contact.as_ref().map(EmailAddress::key);
        let addresses = speakers().filter_map(|one| Some(one.email.as_ref()?.key()));
        let phones = speakers().map(|one| digits(&one.phone));
        Self {
            names: speakers()
                .filter_map(|one| Some(secret_name(one)?.to_lowercase()))
                .collect(),
            addresses: addresses
                .filter(|address| Some(address) != contact.as_ref())
                .collect(),
            phones: phones.filter_map(|digits| ending(&digits)).collect(),
        }
    }

    fn told_by(&self, text: &str) -> Vec<&'static str> {
        let mut told = Vec::new();
        if !self.names.is_empty() {
            let text = text.to_lowercase();
            if self.names.iter().any(|name| contains_words(&text, name)) {
                told.push("the name of somebody who does not want to be named");
            }
        }
        let ends = |c: char| c.is_whitespace() || "<>()[],;:\"".contains(c);
        let mut words = text.split(ends).filter(|word| word.contains('@'));
        let address = |word: &str| EmailAddress::parse(word.trim_end_matches('.')).ok();
        if words.any(|word| address(word).is_some_and(|one| self.addresses.contains(&one.key()))) {
            told.push("the address of a speaker");
        }
        let gap = |c: char| !(c.is_ascii_digit() || " +-/.()".contains(c));
        let mut numbers = text.split(gap).map(digits);
        if numbers.any(|digits| ending(&digits).is_some_and(|end| self.phones.contains(&end))) {
            told.push("the telephone number of a speaker");
        }
        told
    }
}

/// Tells whether a text holds these words, and not only as a part of longer ones.
fn contains_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + words.len()..].chars().next();
        let parts = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        parts(before) && parts(after)
    })
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Returns the digits by which a number is known, with or without the code of its country.
fn ending(digits: &str) -> Option<String> {
    (digits.len() >= PHONE).then(|| digits[digits.len() - PHONE..].to_string())
}
