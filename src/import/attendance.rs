//! What people answer in their own words to whether they will come.

use super::Standing;

/// How an answer begins that says yes, whatever follows: who comes late comes.
const COMES: &[&str] = &[
    "yes",
    "yep",
    "yeah",
    "ja",
    "oui",
    "si",
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

/// How an answer begins that says no.
const STAYS_AWAY: &[&str] = &[
    "no sorry",
    "no i",
    "no we",
    "no unfortunately",
    "no thank",
    "no thanks",
    "no can",
    "no cannot",
    "no unable",
    "sorry can t",
    "sorry i can t",
    "sorry cannot",
    "sorry i cannot",
    "sorry no",
    "sorry not",
    "sorry i won t",
    "sorry unable",
    "sorry i am unable",
    "sorry i m unable",
    "unfortunately not",
    "unfortunately no",
    "unfortunately i",
    "can t make",
    "can t come",
    "can t attend",
    "can t be there",
    "cannot make",
    "cannot come",
    "cannot attend",
    "i can t",
    "i cannot",
    "i won t",
    "i will not",
    "won t be",
    "will not be",
    "will not attend",
    "unable to",
    "i m unable",
    "i am unable",
    "not able to",
    "regretfully",
    "nein leider",
    "nein ich",
    "leider nicht",
    "leider nein",
    "ich kann nicht",
    "ich kann leider nicht",
    "non je",
    "non desole",
    "je ne peux pas",
    "je ne pourrai pas",
    "je ne viendrai pas",
    "je ne serai pas",
    "no puedo",
    "no podre",
    "no asistire",
    "nie moge",
    "nie bede",
    "nie niestety",
    "niestety nie",
    "na alla i ddim",
];

/// How an answer begins that leaves it open.
const OPEN: &[&str] = &[
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

/// Words behind a no that make it one to something else.
const TURNS: &[&str] = &[
    "but", "only", "if", "unless", "until", "except", "aber", "mais", "pero", "ale",
];

/// Returns what an answer says, as [`super::columns::heading`] writes it; none if it is not plain.
pub(super) fn of_answer(answer: &str) -> Option<Standing> {
    let begins = |all: &[&str]| {
        all.iter().any(|start| {
            answer
                .strip_prefix(start)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
    };
    if begins(OPEN) {
        Some(Standing::Pending)
    } else if begins(STAYS_AWAY) {
        let plain = !answer.split(' ').any(|word| TURNS.contains(&word));
        plain.then_some(Standing::Cancelled)
    } else {
        begins(COMES).then_some(Standing::Coming)
    }
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
            ("no preference", None),
            ("can t wait", None),
        ] {
            assert_eq!(of_answer(answer), standing, "{answer}");
        }
    }
}
