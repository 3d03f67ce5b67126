//! Questions that ask for several consents at once, as `Permissions: newsletter and photos`: what was ticked below says
//! which of them were given.

use std::collections::HashMap;

use super::super::draft::Draft;
use super::super::heading::heading;
use super::super::words;
use crate::import::consent::{self, Consent};
use crate::import::field::Field;
use crate::import::word_list::{WordList, list};

/// Where one column asks for news and for photos, what each of its answers says of both.
#[derive(Debug)]
pub(in crate::import) struct Offers {
    pub(in crate::import) column: usize,
    answers: HashMap<String, [Consent; 2]>,
}

impl Offers {
    /// Returns what an answer says of one of the consents.
    pub(in crate::import) fn say(&self, answer: &str, field: Field) -> Consent {
        let known = self.answers.get(answer).copied();
        let [updates, photo] = known.unwrap_or_else(|| [consent::bare(answer); 2]);
        if field == Field::Updates {
            updates
        } else {
            photo
        }
    }
}

/// Tells whether a heading asks for news and for photos.
pub(in crate::import::columns) fn is_asked_for_both(text: &str) -> bool {
    let asks = |field| words::asks_for(text, field);
    words::is_about_both(&heading(text)) && asks(Field::Updates) && asks(Field::Photo)
}

/// Reads the answers of each such column. Each different one is read once.
pub(in crate::import::columns) fn read(draft: &Draft<'_>) -> Vec<Offers> {
    let fields = [Field::Updates, Field::Photo];
    let own = fields.iter().flat_map(|field| draft.of(*field));
    let beside = draft
        .beside
        .iter()
        .filter(|(field, _)| fields.contains(field));
    let mut columns: Vec<usize> = own.copied().chain(beside.map(|(_, at)| *at)).collect();
    columns.sort_unstable();
    columns.dedup();
    let text = |at: usize| draft.table.header.get(at).map_or("", String::as_str);
    columns.retain(|at| is_asked_for_both(text(*at)));
    let answers = |column: usize| {
        let mut answers = HashMap::new();
        let question = heading(text(column));
        for row in draft.rows() {
            let cell = row.cell(column);
            if answers.len() < MOST && !cell.is_empty() && !answers.contains_key(cell) {
                answers.insert(cell.to_string(), given(cell, &question));
            }
        }
        answers
    };
    let offers = columns.into_iter().map(|column| Offers {
        column,
        answers: answers(column),
    });
    offers.collect()
}

/// More different answers are no boxes that were ticked, but words of which most say nothing clear.
const MOST: usize = 1_000;

/// What stands for each of them together.
const ALL: WordList = list![
    "both",
    "all",
    "yes to both",
    "yes both",
    "yes to all",
    "beides",
    "alles",
    "les deux",
    "tous",
    "ambos",
    "ambas",
    "todo",
    "oba",
    "wszystko",
    "y ddau",
    "dono",
];

/// What leaves an option what it is: the other ones were not ticked.
const ONLY: [&str; 5] = ["only", "nur", "seulement", "solo", "tylko"];

/// Returns what an answer gives: a plain yes or no says so of both, and else each option is about one of them.
fn given(answer: &str, question: &str) -> [Consent; 2] {
    let plain = heading(answer);
    let all = consent::read(answer);
    if ALL.contains(plain.as_str())
        || plain == question
        || all == Consent::Yes && !words::names_either(&plain)
    {
        return [Consent::Yes; 2];
    }
    let options = || answer.split([',', ';', '|', '\n']);
    let gives = |field| {
        let agrees = |option: &str| {
            let words = heading(option);
            let about = words::scores(&words)
                .iter()
                .any(|(found, _)| *found == field);
            let may_say = |word: &str| {
                words::holds(question, word) || ONLY.contains(&word) || words::says_of_it(word)
            };
            about && words::asks_for(option, field) && consent::agrees(option, may_say)
        };
        options().any(agrees)
    };
    let given = [Field::Updates, Field::Photo].map(gives);
    if !given.contains(&true) {
        // Of an answer without any of them nobody knows what it means, unless it is a plain no.
        return [if all == Consent::No {
            all
        } else {
            Consent::Unclear
        }; 2];
    }
    given.map(|given| if given { Consent::Yes } else { Consent::No })
}
