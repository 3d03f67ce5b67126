//! What the event is called, and when it is: what may stand behind the question whether somebody comes.

use crate::import::word_list::{WordList, list};

/// What may stand behind and says nothing more.
const PLAIN: WordList = list![
    "to",
    "the",
    "at",
    "on",
    "for",
    "this",
    "our",
    "us",
    "it",
    "there",
    "of",
    "th",
    "st",
    "nd",
    "rd",
    "status",
    "main",
    "launch",
    "founding",
    "inaugural",
    "regional",
    "national",
    "annual",
    "year",
    "s",
    // German
    "zu",
    "zur",
    "zum",
    "an",
    "am",
    "auf",
    "der",
    "die",
    "das",
    "den",
    "dem",
    "bei",
    "unserer",
    "unserem",
    "teil",
    "kommen",
    "teilnehmen",
    "dabei",
    "sein",
    "da",
    // French
    "a",
    "au",
    "la",
    "le",
    "l",
    "cette",
    "notre",
    "present",
    "presente",
    "presents",
    "presentes",
    "e",
    "parmi",
    "nous",
    // Spanish
    "al",
    "el",
    "de",
    "nuestra",
    "nuestro",
    "esta",
    "este",
    // Polish
    "na",
    "w",
    "udzial",
    "obecny",
    "obecna",
    "uczestniczyc",
    "brac",
    "naszej",
    "naszym",
    "tym",
    "tej",
    // Welsh
    "i",
    "r",
    "yn",
    "y",
];

/// What the whole is called.
const EVENTS: WordList = list![
    "conference",
    "event",
    "meeting",
    "convention",
    "congress",
    "assembly",
    "gathering",
    "summit",
    "forum",
    "agm",
    "day",
    "konferenz",
    "tagung",
    "veranstaltung",
    "treffen",
    "kongress",
    "versammlung",
    "evenement",
    "reunion",
    "rencontre",
    "congres",
    "assemblee",
    "colloque",
    "conferencia",
    "evento",
    "encuentro",
    "congreso",
    "asamblea",
    "jornada",
    "konferencji",
    "konferencje",
    "konferencja",
    "wydarzeniu",
    "wydarzenie",
    "spotkaniu",
    "spotkanie",
    "zjezdzie",
    "zjazd",
    "gynhadledd",
    "cynhadledd",
    "digwyddiad",
    "cyfarfod",
];

/// What has a name before it and is then still the whole.
pub(in crate::import::columns) const GATHERINGS: &[&str] = &[
    "conference",
    "convention",
    "congress",
    "assembly",
    "summit",
    "agm",
    "konferenz",
    "tagung",
    "kongress",
    "congres",
    "congreso",
    "conferencia",
];

/// What is only a part of a conference, unless the event is called so.
const PARTS: &[&str] = &["agm", "launch"];

/// What of every year is only a part, with the word for it before.
const YEARLY: &[&str] = &["meeting", "assembly", "gathering"];

/// What is less than a conference, and is held within one that is asked about beside it.
const LESS: WordList = list![
    "meeting",
    "assembly",
    "gathering",
    "summit",
    "forum",
    "treffen",
    "versammlung",
    "reunion",
    "rencontre",
    "assemblee",
    "encuentro",
    "asamblea",
    "spotkaniu",
    "spotkanie",
    "zjezdzie",
    "zjazd",
    "cyfarfod",
];

/// Returns the word for a part of a conference, if a question is about one: `the AGM`, `the annual meeting`.
pub(in crate::import::columns) fn part<'w>(words: &[&'w str]) -> Option<&'w str> {
    let is_yearly = words.contains(&"annual");
    let whole = |word: &str| names_event(word) && !PARTS.contains(&word);
    let part = |word: &&&str| {
        let launched = **word == "launch" && words.iter().any(|word| whole(word));
        PARTS.contains(*word) && !launched || is_yearly && YEARLY.contains(*word)
    };
    words.iter().find(part).copied()
}

/// Returns the word for the gathering that a question is about, and whether it is less than a conference.
pub(in crate::import::columns) fn gathering(heading: &str) -> Option<(&str, bool)> {
    let word = heading
        .split(' ')
        .find(|word| names_event(word) && *word != "day")?;
    Some((word, LESS.contains(word)))
}

/// How a sentence begins that only says how to answer.
pub(in crate::import::columns) const ANSWERING: &[&str] = &[
    "please",
    "let us know",
    "tick",
    "required",
    "yes",
    "y n",
    "bitte",
    "pflicht",
    "obligatoire",
    "obligatorio",
    "wymagane",
];

/// Tells whether a word behind the question says nothing more.
pub(in crate::import::columns) fn is_plain(word: &str) -> bool {
    PLAIN.contains(word) || names_event(word)
}

/// Tells whether a word means the whole event, and no day or meeting that may be a part of it.
pub(in crate::import) fn means_event(word: &str) -> bool {
    names_event(word) && word != "day" && !LESS.contains(word) && !PARTS.contains(&word)
}

/// Tells whether a word means the event.
pub(in crate::import::columns) fn names_event(word: &str) -> bool {
    EVENTS.contains(word)
}
