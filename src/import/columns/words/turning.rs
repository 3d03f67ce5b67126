use super::against::{at_any_time, is_against};
use crate::import::word_list::{WordList, list};

/// What one does to answer.
const TICKING: WordList = list![
    "tick",
    "ticking",
    "check",
    "select",
    "mark",
    "cross",
    "yes",
    "ankreuzen",
    "kreuz",
    "cocher",
    "cochez",
    "marque",
    "marca",
    "zaznacz",
    "ticiwch",
];

/// How a sentence begins that turns the answer round by itself.
const TURNS: WordList = list![
    "opt out",
    "to opt out",
    "opting out",
    "untick",
    "uncheck",
    "leave blank",
    "leave unticked",
    "keep me off",
    "take me off",
    "leave me off",
    "remove me",
    "i want to be removed",
    "i do not want",
    "ich verzichte",
    "wypisz",
];

/// Tells whether a sentence beside the question makes its yes a no: `(tick to opt out)`. That one can do so at any time
/// does not.
pub(in crate::import::columns) fn turns_round(words: &str) -> bool {
    let any = |list: WordList| list.stands_in(words);
    let turns =
        any(TICKING) && is_against(words) || TURNS.iter().any(|start| words.starts_with(start));
    turns && !at_any_time(words)
}
