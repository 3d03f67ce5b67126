use super::super::heading::ROLES;
use crate::import::word_list::{WordList, list};

/// What people are called who share a row, beside [`ROLES`].
const PEOPLE: &[&str] = &[
    "member",
    "person",
    "guest",
    "player",
    "student",
    "volunteer",
    "adult",
    "erwachsener",
    "adulte",
    "adulto",
    "personne",
    "persona",
    "osoba",
];

/// Words that count people, from the first.
const ORDINALS: [WordList; 4] = [
    list!["first", "1st", "erste", "erster", "premier", "primer"],
    list!["second", "2nd", "zweite", "zweiter", "deuxieme", "segundo"],
    list!["third", "3rd", "dritte", "dritter", "troisieme", "tercer"],
    list!["fourth", "4th", "vierte", "vierter", "quatrieme", "cuarto"],
];

/// Returns which of several people a heading is about, and what it asks: 2 and `email` for `Member 2 Email`.
pub(in crate::import::columns) fn of_person(words: &str) -> Option<(u32, String)> {
    let mut rest: Vec<&str> = words.split(' ').collect();
    let digits = |c: char| c.is_ascii_digit();
    let at = rest.iter().position(|word| {
        let word = word.trim_end_matches(digits);
        PEOPLE.contains(&word) || ROLES.contains(word)
    })?;
    let tail = rest[at].trim_start_matches(|c: char| !digits(c));
    let before = at.checked_sub(1).and_then(|before| count(rest[before]));
    let after = rest.get(at + 1).and_then(|word| word.parse().ok());
    let (number, used) = match (tail.parse().ok(), after, before) {
        (Some(number), _, _) => (number, at..=at),
        (None, Some(number), _) => (number, at..=at + 1),
        (None, None, Some(number)) => (number, at - 1..=at),
        (None, None, None) => return None,
    };
    rest.drain(used);
    // `Name of person 2` asks for a name.
    while rest
        .last()
        .is_some_and(|word| ["of", "der", "de", "du"].contains(word))
    {
        rest.pop();
    }
    (1..=99).contains(&number).then(|| (number, rest.join(" ")))
}

fn count(word: &str) -> Option<u32> {
    let ordinal = (1..).zip(ORDINALS).find(|(_, words)| words.contains(word));
    ordinal
        .map(|(number, _)| number)
        .or_else(|| word.parse().ok())
}

/// Returns the number behind what a heading asks, and that: 2 and `name` for `Name 2`, and for the second `Name` of a
/// file. That may be a second person or a question that was asked in two places. Beside `Name` itself `Name.1` is the second,
/// as programs number what stands twice.
pub(super) fn of_question(headings: &[String], at: usize) -> (u32, &str) {
    let words = headings[at].as_str();
    let rest = words.trim_end_matches(|c: char| c.is_ascii_digit());
    match words[rest.len()..].parse::<u32>() {
        Ok(number) if (1..=9).contains(&number) && !rest.is_empty() => {
            let rest = rest.trim_end();
            let is_first = |other: &String| other.strip_prefix(rest).map(str::trim) == Some("1");
            let from_nought = headings.iter().any(|other| other == rest);
            let more = u32::from(from_nought && headings.iter().any(is_first));
            (number + more, rest)
        }
        _ => {
            let before = headings[..at].iter().filter(|other| *other == words);
            (1 + before.count() as u32, words)
        }
    }
}
