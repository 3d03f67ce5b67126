mod hidden_names;
mod words;

use std::collections::HashSet;

use hidden_names::HiddenNames;
pub use words::{names_somebody, unnamed_words};

use super::{Conference, EmailAddress, Speaker};

/// Digits from which on a number may be a telephone's.
const PHONE: usize = 7;

/// What the texts of an event must not tell of the people on its programme: the names of those who do not want to be
/// named, and how to reach anybody.
#[derive(Clone, Debug, Default)]
pub struct Discretion {
    names: HiddenNames,
    /// Of everybody on the programme, which the public must not learn.
    everybody: Reach,
    /// Of those who do not want to be named, which others must not learn either.
    unnamed: Reach,
}

/// How people can be reached.
#[derive(Clone, Debug, Default)]
struct Reach {
    /// Ready to be compared.
    addresses: HashSet<String>,
    /// The last digits of each.
    phones: HashSet<String>,
}

impl Discretion {
    /// Works out what must not be told. The address to which everybody may write is no secret.
    pub fn of(conference: &Conference) -> Self {
        let event = &conference.event;
        let sender = event.mail.from.as_ref().map(|mailbox| &mailbox.address);
        let answers = event.mail.reply_to.iter();
        let open = event.contact.iter().chain(sender).chain(answers);
        let open = open.map(EmailAddress::key);
        let open: HashSet<String> = open.collect();
        let unnamed = conference.speakers.iter();
        let unnamed = unnamed.filter(|one| !one.is_named_in_public());
        Self {
            names: HiddenNames::of(&conference.speakers),
            everybody: Reach::of(conference.speakers.iter(), &open),
            unnamed: Reach::of(unnamed, &open),
        }
    }

    /// Returns what a text would tell the public of people on the programme, in words that follow `tells`.
    pub fn told_to_the_public(&self, text: &str) -> Vec<&'static str> {
        let name = self.names.stands_in(text);
        told(name, &self.everybody, text)
    }

    /// Tells whether there is anything that people who were written to must not learn.
    pub fn hides_nobody(&self) -> bool {
        self.names.is_empty() && self.unnamed.is_empty()
    }

    /// Returns what a text would tell somebody of people who do not want to be named, in words that follow `tells`.
    /// What is in `known`, which is what they said of themselves, is no news to them.
    pub fn told_to_somebody(&self, text: &str, known: &str) -> Vec<&'static str> {
        if self.hides_nobody() {
            return Vec::new();
        }
        let own: Vec<String> = self.names.found_in(known).collect();
        let name = self.names.found_in(text).any(|name| !own.contains(&name));
        let mut found = told(name, &self.unnamed, text);
        let theirs = told(false, &self.unnamed, known);
        found.retain(|what| !theirs.contains(what));
        found
    }

    /// Tells whether a text has the name of somebody who does not want to be named.
    pub fn is_named_in(&self, text: &str) -> bool {
        self.names.stands_in(text)
    }
}

fn told(name: bool, reach: &Reach, text: &str) -> Vec<&'static str> {
    let told = [
        (name, "the name of somebody who does not want to be named"),
        (reach.has_address(text), "the address of a speaker"),
        (reach.has_phone(text), "the telephone number of a speaker"),
    ];
    let told = told.into_iter().filter(|(told, _)| *told);
    told.map(|(_, what)| what).collect()
}

impl Reach {
    fn of<'a>(speakers: impl Iterator<Item = &'a Speaker> + Clone, open: &HashSet<String>) -> Self {
        let addresses = speakers.clone();
        let addresses = addresses.filter_map(|one| Some(one.email.as_ref()?.key()));
        let phones = speakers.filter_map(|one| ending(&digits(&one.phone)));
        Self {
            addresses: addresses.filter(|one| !open.contains(one)).collect(),
            phones: phones.collect(),
        }
    }

    fn is_empty(&self) -> bool {
        self.addresses.is_empty() && self.phones.is_empty()
    }

    fn has_address(&self, text: &str) -> bool {
        if self.addresses.is_empty() || !text.contains('@') {
            return false;
        }
        let ends = |c: char| c.is_whitespace() || "<>()[],;:\"'".contains(c);
        let mut words = text.split(ends).filter(|word| word.contains('@'));
        words.any(|word| {
            EmailAddress::parse(word.trim_end_matches('.'))
                .is_ok_and(|one| self.addresses.contains(&one.key()))
        })
    }

    fn has_phone(&self, text: &str) -> bool {
        let gap = |c: char| !(c.is_ascii_digit() || " +-/.()".contains(c));
        let mut numbers = text.split(gap).filter(|part| part.len() >= PHONE);
        let digits_in = text.bytes().filter(u8::is_ascii_digit).count();
        !self.phones.is_empty()
            && digits_in >= PHONE
            && numbers
                .any(|number| ending(&digits(number)).is_some_and(|end| self.phones.contains(&end)))
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Returns the digits by which a number is known, with or without the code of its country.
fn ending(digits: &str) -> Option<String> {
    (digits.len() >= PHONE).then(|| digits[digits.len() - PHONE..].to_string())
}

#[cfg(test)]
mod tests;
