//! What columns are called, a file a language. Words are written as [`super::heading`] makes them: lower case, without
//! accents, single spaces. `~` before a word: it may stand inside a longer heading; `&`: all of them must.

mod acquaintances;
mod addresses;
mod against;
mod asking;
mod beside;
mod bookers;
mod bothering;
pub(super) mod coming;
mod companions;
mod consent;
mod contacts;
pub(super) mod days;
mod deeds;
mod elsewhere;
mod english;
mod english_answers;
pub(super) mod event;
mod facts;
mod french;
mod further;
mod german;
mod german_answers;
mod handling;
mod not_ours;
mod notices;
mod of_others;
mod opting;
mod others;
mod photographing;
mod pictured;
mod polish;
mod promises;
mod refusing;
mod reworded;
mod sentences;
mod signers;
mod spanish;
mod stated;
pub(super) mod statements;
mod stems;
pub(super) mod taken_back;
mod turning;
mod unwritten;
mod urdu;
mod wards;
mod ways;
mod welsh;
mod which;
mod withdrawn;
mod within;
mod writing;

pub(super) use acquaintances::{about_guests, is_either};
pub(super) use addresses::{is_own_address, is_through_a_club};
pub(super) use asking::{asks_for, without_choice};
pub(super) use beside::{is_a_meal, is_beside, is_former, is_of_a_meal};
pub(super) use bookers::{Booker, booker, without_booker};
pub(super) use companions::of_companion;
pub(super) use contacts::is_to_be_asked;
pub(super) use facts::wishes;
pub(super) use of_others::is_of_others;
pub(super) use others::{about_others, about_somebody_else, through_work};
pub(super) use pictured::{is_about_both, names_either, refuses_our_news, says_of_it};
pub(super) use refusing::asks_against;
pub(super) use reworded::{asks_only, share_a_word};
pub(super) use signers::{SIGNERS, takes_part};
pub(super) use stated::{
    is_loose, is_of_cancelling, is_of_confirmation, is_of_payment, is_of_sign_up,
};
pub(super) use turning::turns_round;
pub(super) use unwritten::is_unwritten;
pub(super) use wards::{is_of_a_buyer, is_of_a_ward};
pub(super) use ways::is_sent_otherwise;
pub(super) use which::which_of;
pub(super) use withdrawn::is_sign_up_off;
pub(super) use writing::asks_to_write;

use crate::import::field::Field;
use crate::import::word_list::{WordList, list};

/// The words of one field in one language, the surest first.
type FieldWords = (Field, WordList);

const LANGUAGES: [&[FieldWords]; 13] = [
    english::WORDS,
    english_answers::WORDS,
    german::WORDS,
    german_answers::WORDS,
    french::WORDS,
    spanish::WORDS,
    polish::WORDS,
    welsh::WORDS,
    urdu::WORDS,
    further::WORDS,
    consent::WORDS,
    opting::WORDS,
    photographing::WORDS,
];

/// Returns how well a heading fits each field that it fits at all: 100 if it is the very word, less if it holds it
/// among others.
pub(in crate::import) fn scores(heading: &str) -> Vec<(Field, f64)> {
    let mut scores: Vec<(Field, f64)> = Vec::new();
    for (field, words) in LANGUAGES.iter().copied().flatten() {
        for (rank, word) in words.iter().enumerate() {
            // Of two headings that both fit, the one whose word stands earlier in the list is the better.
            let score = fit(heading, word) - rank as f64 * 0.05;
            if score <= 10.0 {
                continue;
            }
            match scores.iter_mut().find(|(known, _)| known == field) {
                Some((_, best)) => *best = best.max(score),
                None => scores.push((*field, score)),
            }
        }
    }
    scores
}

/// Tells whether a heading asks for a field and for nothing else.
pub(in crate::import::columns) fn is_exactly(heading: &str, field: Field) -> bool {
    plain_words(field).any(|word| word == heading)
}

/// The words for a field in all languages.
fn plain_words(field: Field) -> impl Iterator<Item = &'static str> {
    let lists = LANGUAGES.iter().copied().flatten();
    let words = lists.filter(move |(of, _)| *of == field);
    let words = words.flat_map(|(_, words)| words.iter());
    words.map(|word| word.strip_prefix('~').unwrap_or(word))
}

/// Returns the field that a heading fits best, and how well; none if it fits none.
pub(in crate::import::columns) fn best(heading: &str) -> Option<(Field, f64)> {
    let scores = scores(heading).into_iter();
    scores.max_by(|(_, one), (_, other)| one.total_cmp(other))
}

/// Tells whether a heading is one of a field but for a slip of the keyboard.
pub(in crate::import::columns) fn nearly(heading: &str, field: Field) -> bool {
    let lists = LANGUAGES.iter().copied().flatten();
    let mut words = lists
        .filter(|(of, _)| *of == field)
        .flat_map(|(_, words)| words.iter())
        .filter(|word| !word.starts_with('~') && word.len() >= 5);
    heading.len() >= 5 && words.any(|word| strsim::osa_distance(heading, word) == 1)
}

/// Tells whether a heading asks for a day or place without saying whose, so that it may be the event's.
pub(in crate::import::columns) fn is_bare(heading: &str) -> bool {
    const WORDS: [&str; 10] = [
        "date",
        "data",
        "datum",
        "fecha",
        "time",
        "date time",
        "location",
        "place",
        "lugar",
        "lleoliad",
    ];
    WORDS.contains(&heading)
}

fn fit(heading: &str, word: &str) -> f64 {
    let (inside, word) = match word.strip_prefix('~') {
        Some(word) => (true, word),
        None => (false, word),
    };
    // Most words are longer than a heading, which is quickly seen.
    if word.len() > heading.len() {
        return 0.0;
    }
    if heading == word {
        return 100.0;
    }
    if !inside || !word.split('&').all(|part| holds(heading, part)) {
        return 0.0;
    }
    40.0 + 50.0 * word.len() as f64 / heading.len() as f64
}

/// Tells whether whole words stand in a heading.
#[inline(never)]
pub(in crate::import) fn holds(heading: &str, words: &str) -> bool {
    words.len() <= heading.len()
        && heading.match_indices(words).any(|(at, _)| {
            let before = heading[..at].chars().next_back();
            let after = heading[at + words.len()..].chars().next();
            before.is_none_or(|c| c == ' ') && after.is_none_or(|c| c == ' ')
        })
}

/// Tells whether a word is one of some, between bars.
#[inline(never)]
pub(in crate::import) fn is_any(word: &str, words: &str) -> bool {
    words.split('|').any(|one| one == word)
}

/// Tells whether one of some words, between bars, stands in a heading.
#[inline(never)]
pub(in crate::import) fn holds_any(heading: &str, words: &str) -> bool {
    words.split('|').any(|words| holds(heading, words))
}

/// Tells whether one of some words stands right behind one of others, each between bars.
pub(super) fn is_behind(words: &str, before: &str, behind: &str) -> bool {
    let mut behind = behind.split('|').filter(|word| holds(words, word));
    behind.any(|word| {
        let mut before = before.split('|');
        before.any(|before| holds(words, &format!("{before} {word}")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for (field, words) in LANGUAGES.iter().copied().flatten() {
            for word in *words {
                for part in word.trim_start_matches('~').split('&') {
                    assert_eq!(super::super::heading::heading(part), part, "{field:?}");
                }
            }
        }
    }
}
