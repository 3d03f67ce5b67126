//! How people are asked whether they come, language by language.

use super::statements::STATED;
use crate::import::word_list::{WordList, list};

/// How the question begins, and how it goes on; between the two may stand [`STILL`].
pub(super) type Asking = (WordList, WordList);

const ASKING: &[Asking] = &[
    (
        list![
            "will you",
            "i will",
            "i ll",
            "if you will",
            "whether you will",
        ],
        list![
            "be coming",
            "be attending",
            "be there",
            "be able to come",
            "be able to attend",
            "be able to make it",
            "be able to join us",
            "be joining us",
            "come",
            "attend",
            "make it",
            "join us",
            "take part",
        ],
    ),
    (
        list!["are you", "i am", "i m", "if you are", "whether you are"],
        list![
            "coming",
            "attending",
            "going",
            "joining us",
            "able to come",
            "able to attend",
            "able to make it",
            "able to join us",
            "planning to come",
            "planning to attend",
            "planning on coming",
            "planning on attending",
            "intending to come",
            "intending to attend",
            "going to come",
            "going to attend",
            "hoping to come",
            "hoping to attend",
        ],
    ),
    (
        list!["can you", "i can", "if you can", "whether you can"],
        list![
            "come",
            "attend",
            "make it",
            "make",
            "be there",
            "join us",
            "take part",
        ],
    ),
    (
        list!["would you like to", "do you want to", "do you wish to"],
        list!["come", "attend", "join us", "take part"],
    ),
    (
        list!["can we expect you", "do you accept the invitation"],
        list![""],
    ),
    (
        list!["do you", "i"],
        list![
            "plan to come",
            "plan to attend",
            "plan on coming",
            "plan on attending",
            "intend to come",
            "intend to attend",
        ],
    ),
    (
        list![
            "coming",
            "attending",
            "attendance",
            "your attendance",
            "rsvp",
            "still coming",
            "still attending",
            "going",
            "anwesenheit",
            "presence",
            "asistencia",
        ],
        list![""],
    ),
    // German
    (
        list![
            "kommst du",
            "kommen sie",
            "kommt ihr",
            "nimmst du",
            "nehmen sie",
            "bist du dabei",
            "sind sie dabei",
            "seid ihr dabei",
        ],
        list![""],
    ),
    (
        list!["wirst du", "werden sie", "kannst du", "konnen sie"],
        list![""],
    ),
    // French
    (
        list![
            "venez vous",
            "viens tu",
            "viendrez vous",
            "viendras tu",
            "serez vous",
            "seras tu",
            "participez vous",
            "participerez vous",
            "participes tu",
            "assisterez vous",
            "confirmez vous votre presence",
            "confirmes tu ta presence",
            "est ce que vous venez",
            "est ce que tu viens",
            "presente",
            "present e",
        ],
        list![""],
    ),
    (
        list!["allez vous", "comptez vous", "pouvez vous", "pensez vous"],
        list![
            "venir",
            "participer",
            "assister",
            "etre present",
            "etre presente",
        ],
    ),
    // Spanish
    (
        list![
            "vas a", "va a", "puedes", "puede", "podras", "podra", "piensas",
        ],
        list!["venir", "asistir", "acudir", "participar"],
    ),
    (
        list![
            "vendras",
            "vendra",
            "vienes",
            "asistiras",
            "asistira",
            "asistes",
            "confirmas tu asistencia",
            "confirma su asistencia",
            "acudiras",
        ],
        list![""],
    ),
    // Polish
    (
        list![
            "bedziesz",
            "przyjdziesz",
            "przyjedziesz",
            "wezmiesz",
            "wezmie pan udzial",
            "wezmie pani udzial",
            "bedzie pan",
            "bedzie pani",
            "mozesz przyjsc",
        ],
        list![""],
    ),
    // Welsh
    (
        list![
            "fyddwch chi n",
            "fyddwch chi",
            "fyddi di n",
            "ydych chi n",
            "wyt ti n",
            "allwch chi",
        ],
        list![
            "dod",
            "mynychu",
            "bresennol",
            "ddod",
            "fynychu",
            "yno",
            "gallu dod",
            "gallu mynychu",
        ],
    ),
    // Urdu
    (
        list!["aap"],
        list![
            "aa rahe hain",
            "aayenge",
            "ayenge",
            "aaenge",
            "shirkat karenge",
        ],
    ),
];

/// What may stand in the middle.
const STILL: &[&str] = &["still", "definitely", "also", "noch"];

/// What may stand before, and asks nothing else.
const LEADING: WordList = list![
    "please",
    "rsvp",
    "confirm",
    "tell",
    "us",
    "let",
    "know",
    "whether",
    "if",
    "so",
    "main",
    "bitte",
    "czy",
    "a",
    "kya",
    "yes",
    "ja",
    "oui",
    "si",
    "tak",
    "merci",
    "por",
    "favor",
    "your",
    "attendance",
];

/// Returns what stands before and behind a question or a statement whether somebody comes, for each place where a heading may
/// ask it.
pub(in crate::import::columns) fn around(heading: &str) -> Vec<(&str, &str)> {
    let mut found = around_questions(heading);
    found.extend(around_statements(heading));
    found
}

/// As [`around`], of questions alone.
pub(in crate::import::columns) fn around_questions(heading: &str) -> Vec<(&str, &str)> {
    around_any(heading, ASKING)
}

/// As [`around`], of statements alone.
pub(in crate::import::columns) fn around_statements(heading: &str) -> Vec<(&str, &str)> {
    around_any(heading, STATED)
}

fn around_any<'h>(heading: &'h str, asking: &[Asking]) -> Vec<(&'h str, &'h str)> {
    let mut found = Vec::new();
    for (starts, actions) in asking {
        for start in *starts {
            for (at, _) in heading.match_indices(start) {
                let before = &heading[..at];
                if !before.is_empty() && !before.ends_with(' ') {
                    continue;
                }
                let behind = &heading[at + start.len()..];
                let still = STILL.iter().find_map(|still| behind_word(behind, still));
                for behind in [Some(behind), still].into_iter().flatten() {
                    let rest = actions
                        .iter()
                        .filter_map(|action| behind_word(behind, action));
                    found.extend(rest.map(|rest| (before, rest)));
                }
            }
        }
    }
    found
}

/// Returns what stands behind a word with which a text goes on.
fn behind_word<'h>(text: &'h str, word: &str) -> Option<&'h str> {
    let rest = text.trim_start().strip_prefix(word)?;
    let ends = word.is_empty() || rest.is_empty() || rest.starts_with(' ');
    let begins = text.is_empty() || text.starts_with(' ');
    (ends && begins).then_some(rest)
}

/// Tells whether a word before the question asks nothing else.
pub(in crate::import::columns) fn leads(word: &str) -> bool {
    LEADING.contains(word)
}
