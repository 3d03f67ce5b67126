//! Answers to a question for consent in whole sentences, as the option of a box to tick is one: `Oui, j'accepte de recevoir
//! des informations sur les prochains événements`. Each is read as if it were the question.

use std::collections::HashMap;

use super::super::draft::Draft;
use super::super::heading::heading;
use super::super::words;
use super::boxes::is_asked;
use crate::import::consent::{self, Consent};
use crate::import::field::Field;

/// What the answers in a column that are sentences say.
#[derive(Debug)]
pub(in crate::import) struct Sentences {
    pub(in crate::import) column: usize,
    answers: HashMap<String, Consent>,
}

impl Sentences {
    /// Returns what an answer says, none if its words do not say more than those of any other one.
    pub(in crate::import) fn say(&self, answer: &str) -> Option<Consent> {
        self.answers.get(answer).copied()
    }
}

/// More different answers are no options of boxes, but what people wrote.
const MOST: usize = 1_000;

/// Reads the sentences of each column that asks for a consent. Each different one is read once.
pub(in crate::import::columns) fn read(draft: &Draft<'_>) -> Vec<Sentences> {
    let fields = [Field::Updates, Field::Photo].into_iter();
    let columns = fields.flat_map(|field| draft.of(field).iter().map(move |at| (field, *at)));
    let sentences = columns.map(|(field, column)| {
        let mut answers = HashMap::new();
        let mut plain = "";
        for row in draft.rows() {
            let cell = row.cell(column);
            let is_known = cell.len() < SHORTEST || cell == plain || answers.contains_key(cell);
            if is_known || answers.len() >= MOST {
                continue;
            }
            match said(cell, field) {
                Some(said) => {
                    answers.insert(cell.to_string(), said);
                }
                None => plain = cell,
            }
        }
        Sentences { column, answers }
    });
    sentences
        .filter(|sentences| !sentences.answers.is_empty())
        .collect()
}

/// A shorter answer is a word that is known or not.
const SHORTEST: usize = 4;

/// Returns what an answer in a sentence says of a consent, where that is not what its words say by themselves.
fn said(answer: &str, field: Field) -> Option<Consent> {
    match consent::read(answer) {
        Consent::Unclear if consent::is_agreement(answer) => Some(Consent::Yes),
        Consent::Unclear => {
            let agrees = |words: &str| consent::gives(words, field) && is_asked(words, field);
            let agreed = consent::sentence(answer).is_some_and(agrees);
            agreed.then_some(Consent::Yes)
        }
        // Whoever agrees to a paper copy has not asked for mail.
        Consent::Yes if field == Field::Updates && consent::sentence(answer).is_some() => {
            words::is_sent_otherwise(&heading(answer)).then_some(Consent::Unclear)
        }
        _ => None,
    }
}
