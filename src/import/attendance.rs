//! What people answer in their own words to whether they will come.

use super::Standing;
use crate::import::word_list::{WordList, list};

/// How an answer begins that says yes, whatever follows: who comes late comes.
const COMES: WordList = list![
    "yes",
    "yep",
    "yeah",
    "ja",
    "oui",
    "tak",
    "ydw",
    "haan",
    "i ll be there",
    "i will be there",
    "i will attend",
    "i will be attending",
    "i plan to attend",
    "i m coming",
    "i am coming",
    "i can attend",
    "i can make it",
    "count me in",
    "ich komme",
    "je viens",
    "je serai",
    "asistire",
    "bede",
];

/// Words that only lead to what is said.
const COURTESY: WordList = list![
    "sorry",
    "unfortunately",
    "i m afraid",
    "i am afraid",
    "leider",
    "desole",
    "niestety",
];

/// How an answer says that somebody does not come, by itself or behind a courtesy.
const STAYS_AWAY: WordList = list![
    "no thank you",
    "no thanks",
    "can t go",
    "cannot go",
    "can not go",
    "can no longer come",
    "can no longer attend",
    "can no longer make",
    "no longer able to come",
    "no longer able to attend",
    "can t make",
    "can t come",
    "can t attend",
    "can t be there",
    "cannot make",
    "cannot come",
    "cannot attend",
    "cannot be there",
    "can not make",
    "can not come",
    "can not attend",
    "won t make",
    "won t come",
    "won t attend",
    "won t be there",
    "won t be coming",
    "won t be attending",
    "will not come",
    "will not attend",
    "will not be there",
    "will not be coming",
    "will not be attending",
    "unable to make",
    "unable to come",
    "unable to attend",
    "not able to make",
    "not able to come",
    "not able to attend",
    "ich kann nicht",
    "ich kann leider nicht",
    "je ne peux pas",
    "je ne pourrai pas",
    "je ne viendrai pas",
    "je ne serai pas",
    "no puedo",
    "no podre",
    "no asistire",
    "nie moge",
    "nie bede",
    "na alla i ddim",
];

/// What may follow without making it a no to something else: a part of the day, or a meal.
const FOLLOWS: WordList = list![
    "it",
    "kommen",
    "venir",
    "asistir",
    "ir",
    "przyjsc",
    "this time",
    "this year",
    "any more",
    "anymore",
    "after all",
    "in the end",
    "due to",
    "because",
    "as",
    "since",
    "i",
    "sorry",
    "unfortunately",
    "thanks",
    "thank you",
];

/// What whoever stays away asks for, or where they are, behind a no.
const PARTING: WordList = list![
    "away",
    "abroad",
    "on holiday",
    "on leave",
    "working",
    "busy",
    "this time",
    "this year",
    "next time",
    "maybe next time",
    "another time",
    "keep me",
    "please keep",
    "please send",
    "please do send",
    "send me",
    "do send",
    "please email",
    "please let me know",
    "let me know",
    "good luck",
    "have a good",
    "have a great",
];

/// How an answer begins that leaves it open.
const OPEN: WordList = list![
    "maybe",
    "perhaps",
    "possibly",
    "probably",
    "not sure",
    "i m not sure",
    "i am not sure",
    "unsure",
    "vielleicht",
    "peut etre",
    "tal vez",
    "quiza",
    "quizas",
    "moze",
    "efallai",
];

/// Words that make a no one to something else, wherever they stand.
const TURNS: WordList = list![
    "but", "only", "if", "unless", "until", "before", "except", "late", "wait", "miss", "aber",
    "mais", "pero", "ale",
];

/// Returns what an answer says, as [`super::columns::heading`] writes it; none if it is not plain. Whom it is doubtful of
/// must not lose their place.
pub(super) fn of_answer(answer: &str) -> Option<Standing> {
    if behind_any(answer, OPEN).is_some() {
        Some(Standing::Pending)
    } else if stays_away(answer) {
        Some(Standing::Cancelled)
    } else {
        behind_any(answer, COMES).map(|_| Standing::Coming)
    }
}

/// Tells whether an answer says plainly that somebody does not come: no, not to what.
fn stays_away(answer: &str) -> bool {
    let but = behind_any(answer, list!["no but", "no sorry but"]);
    let parting = but.and_then(|behind| behind_any(behind, PARTING));
    let said = parting.unwrap_or(answer);
    if said.split(' ').any(|word| TURNS.contains(word)) {
        return false;
    }
    if parting.is_some() {
        return true;
    }
    let (mut rest, mut no) = (answer, false);
    loop {
        rest = match behind_any(rest, COURTESY) {
            Some(behind) => behind,
            None => match behind_any(rest, list!["no", "not", "nein", "nicht", "non", "nie"]) {
                // What begins with its no may go on to say what cannot be.
                Some(behind) if behind_any(rest, STAYS_AWAY).is_none() => {
                    no = true;
                    behind
                }
                _ => break,
            },
        };
    }
    let who = list!["i am", "i m", "we are", "i", "we"];
    let rest = behind_any(rest, who).unwrap_or(rest);
    match behind_any(rest, STAYS_AWAY) {
        Some(behind) => {
            let behind = behind_any(behind, list!["it"]).unwrap_or(behind);
            behind.is_empty() || behind_any(behind, FOLLOWS).is_some()
        }
        // `No` and `yes` alone are words of their own.
        None => no && (rest.is_empty() || behind_any(rest, PARTING).is_some()),
    }
}

/// Returns what stands behind the first of these that an answer begins with.
fn behind_any(answer: &str, all: WordList) -> Option<&str> {
    all.iter().find_map(|start| {
        let behind = answer.strip_prefix(start)?;
        (behind.is_empty() || behind.starts_with(' ')).then(|| behind.trim_start())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_says_in_their_own_words_whether_they_come_is_understood() {
        for (answer, standing) in [
            ("yes i ll be there", Some(Standing::Coming)),
            ("yes but a bit late", Some(Standing::Coming)),
            ("sorry can t make it", Some(Standing::Cancelled)),
            ("no i will not attend", Some(Standing::Cancelled)),
            ("leider nicht", Some(Standing::Cancelled)),
            ("maybe", Some(Standing::Pending)),
            ("no i only come for lunch", None),
            ("no but keep me informed", Some(Standing::Cancelled)),
            ("no away", Some(Standing::Cancelled)),
            ("not this time", Some(Standing::Cancelled)),
            ("no but keep me a place if i can", None),
            ("no but i ll come for lunch", None),
            ("no preference", None),
            ("can t wait", None),
            ("i can t wait to come", None),
            ("i won t miss it", None),
            ("i will not miss it", None),
            ("unable to stay for dinner", None),
            ("sorry no dietary needs", None),
            ("no i will be there in person", None),
            ("no we are coming both", None),
            ("not able to come before 10", None),
            ("i cannot come before noon", None),
            ("i cannot come to dinner", None),
            ("i can t make it for lunch", None),
            ("i can t make it", Some(Standing::Cancelled)),
            ("no i can t come this time", Some(Standing::Cancelled)),
            ("sorry i m unable to attend", Some(Standing::Cancelled)),
            ("unfortunately not", Some(Standing::Cancelled)),
            ("si puedo", None),
        ] {
            assert_eq!(of_answer(answer), standing, "{answer}");
        }
    }
}
