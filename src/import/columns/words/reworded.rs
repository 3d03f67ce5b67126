//! Whether a question asks for the same as one that was asked before, in other words.

use super::which::{THERE, WHICH};
use super::{holds, is_exactly, plain_words};
use crate::import::columns::heading::question;
use crate::import::field::Field;

/// What may stand before what a question asks for without asking for anything else, between bars.
const BEFORE: &str = "your|my|any|own|current|please|please give|please give us|please enter|please state|please tell us|give|\
    enter|state|the|a|an|what is|what s|which is|name of|best|if coming in person|if attending in person|\
    if you are coming in person|if you re coming in person|if you come in person|if you are attending in person|\
    if you re attending in person|if attending|if coming|dein|deine|deiner|ihr|ihre|ihrer|eure|eurer|bitte|\
    bitte angeben|name der|name des|wie lautet|wie ist|aktuelle|bei teilnahme vor ort|votre|vos|ton|ta|l|la|le|\
    quelle est|quel est|nom de|indiquez|veuillez indiquer|merci d indiquer|si vous venez sur place|tu|su|el|cual es|\
    nombre de|por favor|indica|indique|escribe|si vienes en persona|twoj|twoja|twoje|twojej|jaki jest|jaka jest|\
    jakie jest|nazwa|prosze podac|podaj|pani|pana|jesli osobiscie|eich|dy|yr|y|beth yw|enw|nodwch|rhowch";

/// What may stand behind it, between bars.
const BEHIND: &str = "if any|if applicable|if relevant|if you have one|if coming in person|if attending in person|\
    if you are coming in person|if you re coming in person|if you come in person|if you are attending in person|\
    if you re attending in person|if attending|if coming|please|optional|required|are you with|do you represent|\
    do you belong to|you are from|you come from|you are with|you represent|if a member|if you are a member|\
    if not a member|if you are not a member|members|non members|falls vorhanden|falls zutreffend|\
    bei teilnahme vor ort|mitglieder|nichtmitglieder|pflichtfeld|freiwillig|bitte|bitte angeben|le cas echeant|\
    si applicable|facultatif|obligatoire|si vous venez sur place|s il vous plait|si corresponde|si procede|opcional|\
    obligatorio|por favor|si vienes en persona|jesli dotyczy|opcjonalnie|wymagane|jesli osobiscie|os oes|\
    os yn berthnasol|dewisol|gofynnol";

/// What begins an example of an answer, between bars.
const EXAMPLES: &str = "e g|eg|for example|such as|z b|zum beispiel|p ex|\
    par exemple|p ej|por ejemplo|np|na przyklad|er enghraifft";

/// Tells whether a heading asks for a field and for nothing else, as it may be asked a second time: `Your organisation (if
/// any)`, `Which town are you from?` Whatever else it says makes it another question: `Organisation nominated`.
pub(in crate::import::columns) fn asks_only(heading: &str, field: Field) -> bool {
    let question = question(heading);
    let mut asked = without_example(&question);
    while !is_exactly(asked, field) {
        let before = [BEFORE, WHICH].into_iter().flat_map(|list| list.split('|'));
        let mut before = before.filter_map(|words| asked.strip_prefix(words)?.strip_prefix(' '));
        let behind = [BEHIND, THERE].into_iter().flat_map(|list| list.split('|'));
        let mut behind = behind.filter_map(|words| asked.strip_suffix(words)?.strip_suffix(' '));
        match before.next().or_else(|| behind.next()) {
            Some(rest) => asked = rest,
            None => return false,
        }
    }
    true
}

/// Tells whether two headings name what they ask for by the same word: `Organisation` and `Which organization?`, but not
/// `Union` and `Employer`, which somebody may have both.
pub(in crate::import::columns) fn share_a_word(one: &str, other: &str, field: Field) -> bool {
    let plain = |heading: &str| heading.replace("organiz", "organis");
    let (one, other) = (plain(one), plain(other));
    let words = plain_words(field);
    let mut words = words.map(plain).filter(|word| !word.contains(' '));
    words.any(|word| holds(&one, &word) && holds(&other, &word))
}

/// Returns a question without the answers that it gives for an example.
fn without_example(question: &str) -> &str {
    let begins = |words: &str| question.find(&format!(" {words} "));
    let first = EXAMPLES.split('|').filter_map(begins).min();
    first.map_or(question, |at| &question[..at])
}

#[cfg(test)]
mod tests {
    use super::super::super::heading;
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for list in [BEFORE, BEHIND, EXAMPLES] {
            for words in list.split('|') {
                assert_eq!(heading(words), words);
            }
        }
    }

    #[test]
    fn whatever_else_a_question_says_makes_it_another_one() {
        for (text, field) in [
            ("Your organisation (if any)", Field::Organisation),
            ("Which organisation are you from?", Field::Organisation),
            ("Organisation (e.g. Unite)", Field::Organisation),
            (
                "Name der Organisation (falls vorhanden)",
                Field::Organisation,
            ),
            ("Quelle est votre organisation ?", Field::Organisation),
            ("If coming in person, your postcode", Field::Area),
            ("In welcher Stadt wohnst du?", Field::Area),
            ("¿Cuál es tu ciudad?", Field::Area),
            ("Mobile number (2)", Field::Phone),
            ("4. Please give your phone number", Field::Phone),
            ("Ticket type", Field::Ticket),
        ] {
            assert!(asks_only(&heading(text), field), "{text}");
        }
        for (text, field) in [
            ("Organisation you admire", Field::Organisation),
            ("Second organisation", Field::Organisation),
            ("Which organisation should we invite?", Field::Organisation),
            ("Förderorganisation", Field::Organisation),
            ("Workplace postcode", Field::Area),
            ("Town of birth", Field::Area),
            ("Phone of your manager", Field::Phone),
        ] {
            assert!(!asks_only(&heading(text), field), "{text}");
        }
    }
}
