//! What people are asked to tick or answer in the words of an answer, language by language: `Will be there`, `Je participerai`,
//! `Przyjdzie?` Each says no more than that somebody comes.

use super::coming::Asking;
use crate::import::word_list::list;

/// How the statement begins, and how it goes on.
pub(super) const STATED: &[Asking] = &[
    (
        list!["will"],
        list![
            "be there",
            "be coming",
            "be attending",
            "be joining us",
            "be present",
            "be able to come",
            "be able to attend",
            "be able to make it",
            "come",
            "attend",
            "make it",
            "join us",
            "take part",
            "participate",
        ],
    ),
    (
        list![
            "can",
            "able to",
            "planning to",
            "plans to",
            "intends to",
            "intending to",
            "hopes to",
            "hoping to",
            "expects to",
            "expecting to",
        ],
        list![
            "come",
            "attend",
            "make it",
            "join us",
            "take part",
            "participate",
            "be there",
        ],
    ),
    (
        list!["is", "they are"],
        list![
            "coming",
            "attending",
            "joining us",
            "able to come",
            "able to attend"
        ],
    ),
    (
        list!["joining us", "taking part", "participating"],
        list![""],
    ),
    // German
    (list!["nehme", "nimmt", "ich nehme"], list!["teil", "an"]),
    (
        list![
            "dabei",
            "bin dabei",
            "ich bin dabei",
            "ist dabei",
            "komme",
            "ich komme",
            "kommt",
            "kann kommen",
            "kann teilnehmen",
            "ich kann kommen",
            "ich kann teilnehmen",
            "werde kommen",
            "werde teilnehmen",
            "ich werde kommen",
            "ich werde teilnehmen",
            "wird kommen",
            "wird teilnehmen",
        ],
        list![""],
    ),
    // French
    (
        list![
            "participerai",
            "je participerai",
            "je participe",
            "participera",
            "participe",
            "je viendrai",
            "je viens",
            "viendra",
            "vient",
            "peut venir",
            "je peux venir",
            "pourra venir",
            "je pourrai venir",
            "peut participer",
            "je peux participer",
            "pourra participer",
            "j assisterai",
            "assistera",
            "sera la",
            "je serai la",
            "je serai des votres",
            "sera des notres",
        ],
        list![""],
    ),
    (
        list!["sera", "serai", "je serai"],
        list!["present", "presente"],
    ),
    // Spanish
    (
        list![
            "asistire",
            "asistira",
            "asiste",
            "vendre",
            "vendra",
            "viene",
            "participare",
            "participara",
            "participa",
            "participo",
            "acudire",
            "acudira",
            "ire",
            "voy a ir",
            "voy a asistir",
            "puedo asistir",
            "puedo venir",
            "podre asistir",
            "podre venir",
            "estare presente",
            "estara presente",
            "confirmo asistencia",
            "confirmo mi asistencia",
        ],
        list![""],
    ),
    // Polish
    (
        list!["wezmie", "wezma", "wezme", "bierze", "biore"],
        list![
            "udzial",
            "pan udzial",
            "pani udzial",
            "pan pani udzial",
            "pan i udzial",
            "panstwo udzial"
        ],
    ),
    (
        list!["przyjdzie", "przyjedzie", "bedzie", "uczestniczy"],
        list!["", "pan", "pani", "pan pani", "pan i"],
    ),
    (
        list!["pan pani", "pan i", "panstwo", "pan", "pani"],
        list![
            "przyjdzie",
            "przyjda",
            "przyjedzie",
            "przyjada",
            "wezmie udzial",
            "wezma udzial",
            "bedzie",
            "beda",
        ],
    ),
    (
        list![
            "przyjde",
            "przyjade",
            "bede",
            "uczestnicze",
            "moge przyjsc",
            "moze przyjsc",
            "potwierdzam obecnosc",
        ],
        list![""],
    ),
    // Welsh
    (
        list![
            "dod",
            "yn dod",
            "mynychu",
            "yn mynychu",
            "gallu dod",
            "yn gallu dod",
            "gallu mynychu",
            "yn bresennol",
            "bydd yn dod",
            "bydd yn mynychu",
            "bydd yno",
            "bydd yn bresennol",
            "byddaf yn dod",
            "byddaf yn mynychu",
            "byddaf yno",
            "bydda i yno",
            "bydda i n dod",
            "dw i n dod",
            "rwy n dod",
        ],
        list![""],
    ),
    // Urdu
    (
        list![
            "aa rahe hain",
            "aa rahe hain ya nahi",
            "aayenge",
            "aayenge ya nahi",
            "ayenge",
            "aaenge",
            "aa sakte hain",
            "shirkat karenge",
            "hazir honge",
        ],
        list![""],
    ),
];

/// How it is asked how many come, between bars.
const HOW_MANY: &str = "how many|how many people|how many persons|how many of you|number|number of people|number of persons|\
    number of you|no of people|no|total|total number|\
    wie viele|wie viele personen|wie viele leute|wie viele von euch|anzahl|anzahl personen|anzahl der personen|\
    combien|combien de personnes|combien d entre vous|nombre de personnes|nombre|\
    cuantos|cuantas|cuantas personas|cuantos de vosotros|numero de personas|numero|\
    ilu|ile|ile osob|ilu z was|liczba osob|liczba|faint|faint o bobl|faint ohonoch chi|sawl un|nifer|\
    kitne|kitne log|aap mein se kitne";

/// How it goes on, between bars.
const COME: &str = "coming|attending|are coming|are attending|will come|will attend|will be coming|will be attending|\
    will be there|are you|of you are coming|that are coming|who are coming|is coming|\
    kommen|kommt|kommt ihr|nehmen teil|nehmt ihr teil|werden kommen|sind dabei|die kommen|\
    viennent|viendront|viendrez|serez vous|seront presents|seront presentes|participent|participeront|presents|\
    presentes|vienen|vendran|vendreis|asisten|asistiran|asistentes|\
    przyjdzie|przyjedzie|bedzie|wezmie udzial|bierze udzial|sy n dod|fydd yn dod|yn dod|n dod|\
    aa rahe hain|aayenge|ayenge|aaenge";

/// What may follow and takes nobody out, between bars.
const IN_ALL: &str = "in total|in all|altogether|including you|including yourself|incl you|with you|from your household|\
    in your party|in your group|insgesamt|mit dir|inklusive dir|en tout|au total|vous compris|en total|contigo incluido|\
    lacznie|razem|w sumie|i gyd|kul mila kar";

/// Returns what stands behind a question how many come: it may say that the one who answers is counted, or that it is another
/// question; none of any other text.
pub(in crate::import::columns) fn of_how_many(heading: &str) -> Option<&str> {
    let behind = |text: &'_ str, words: &'static str| {
        let found = words.split('|').filter_map(|word| {
            let at = word.len();
            let is_whole =
                text.starts_with(word) && matches!(text.as_bytes().get(at), None | Some(b' '));
            is_whole.then_some(at)
        });
        found.collect::<Vec<usize>>()
    };
    for at in behind(heading, HOW_MANY) {
        let asked = heading[at..].trim_start();
        if let Some(end) = behind(asked, COME).into_iter().max() {
            let rest = asked[end..].trim_start();
            let all = IN_ALL.split('|').find(|all| rest.starts_with(all));
            return Some(rest[all.map_or(0, str::len)..].trim_start());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::super::heading::heading;
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        let stated = STATED.iter();
        let stated = stated.flat_map(|(starts, actions)| starts.iter().chain(actions.iter()));
        let counted = [HOW_MANY, COME, IN_ALL];
        let counted = counted.iter().flat_map(|words| words.split('|'));
        for word in stated.chain(counted) {
            assert_eq!(heading(word), word);
        }
    }

    #[test]
    fn how_many_come_is_told_from_how_many_do_something_else() {
        for text in [
            "How many coming?",
            "How many of you are coming?",
            "Number attending",
            "How many people will attend, including you?",
            "Wie viele kommen?",
            "Combien viendront ?",
            "¿Cuántos vienen?",
            "Ile osób przyjdzie?",
        ] {
            assert_eq!(of_how_many(&heading(text)), Some(""), "{text}");
        }
        for text in [
            "How many children are coming?",
            "How many guests?",
            "How many are vegan?",
            "Number",
            "How many coming to dinner?",
        ] {
            assert_ne!(of_how_many(&heading(text)), Some(""), "{text}");
        }
    }
}
