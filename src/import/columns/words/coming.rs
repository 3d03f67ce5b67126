//! How people are asked whether they come, language by language.

/// How the question begins, and how it goes on; between the two may stand [`STILL`].
type Asking = (&'static [&'static str], &'static [&'static str]);

const ASKING: &[Asking] = &[
    (
        &[
            "will you",
            "i will",
            "i ll",
            "if you will",
            "whether you will",
        ],
        &[
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
        &["are you", "i am", "i m", "if you are", "whether you are"],
        &[
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
        &["can you", "i can", "if you can", "whether you can"],
        &[
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
        &["would you like to", "do you want to", "do you wish to"],
        &["come", "attend", "join us", "take part"],
    ),
    (
        &["can we expect you", "do you accept the invitation"],
        &[""],
    ),
    (
        &["do you", "i"],
        &[
            "plan to come",
            "plan to attend",
            "plan on coming",
            "plan on attending",
            "intend to come",
            "intend to attend",
        ],
    ),
    (
        &[
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
        &[""],
    ),
    // German
    (
        &[
            "kommst du",
            "kommen sie",
            "kommt ihr",
            "nimmst du",
            "nehmen sie",
            "bist du dabei",
            "sind sie dabei",
            "seid ihr dabei",
        ],
        &[""],
    ),
    (
        &["wirst du", "werden sie", "kannst du", "konnen sie"],
        &[""],
    ),
    // French
    (
        &[
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
        &[""],
    ),
    (
        &["allez vous", "comptez vous", "pouvez vous", "pensez vous"],
        &[
            "venir",
            "participer",
            "assister",
            "etre present",
            "etre presente",
        ],
    ),
    // Spanish
    (
        &[
            "vas a", "va a", "puedes", "puede", "podras", "podra", "piensas",
        ],
        &["venir", "asistir", "acudir", "participar"],
    ),
    (
        &[
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
        &[""],
    ),
    // Polish
    (
        &[
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
        &[""],
    ),
    // Welsh
    (
        &[
            "fyddwch chi n",
            "fyddwch chi",
            "fyddi di n",
            "ydych chi n",
            "wyt ti n",
            "allwch chi",
        ],
        &[
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
        &["aap"],
        &[
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
const LEADING: &[&str] = &[
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

/// Returns what stands before and behind a question whether somebody comes, for each place where a heading may ask it.
pub(in crate::import::columns) fn around(heading: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for (starts, actions) in ASKING {
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
    LEADING.contains(&word)
}
