//! What people are called beside their whole names: by a title and by a short form.

use super::name;

/// What stands before a first name.
const TITLES: [&str; 25] = [
    "dr",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "prof",
    "rev",
    "sir",
    "dame",
    "herr",
    "frau",
    "cllr",
    "lady",
    "doctor",
    "professor",
    "reverend",
    "mme",
    "mlle",
    "dra",
    "sra",
    "pan",
    "pani",
    "mgr",
    "inz",
];

/// First names and what people of that name are called who keep no letters of it at the beginning.
const SHORT: [(&str, &str); 23] = [
    ("michael", "mike"),
    ("michael", "mick"),
    ("john", "jack"),
    ("robert", "bob"),
    ("robert", "bobby"),
    ("william", "bill"),
    ("william", "billy"),
    ("richard", "dick"),
    ("richard", "rick"),
    ("edward", "ted"),
    ("edward", "ned"),
    ("margaret", "peggy"),
    ("margaret", "meg"),
    ("katherine", "kate"),
    ("catherine", "kate"),
    ("elizabeth", "liz"),
    ("elizabeth", "lizzie"),
    ("james", "jim"),
    ("henry", "harry"),
    ("david", "dave"),
    ("stephen", "steve"),
    ("anthony", "tony"),
    ("susan", "sue"),
];

/// Tells whether a word is what stands before a first name.
pub(super) fn is_title(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    TITLES.iter().any(|title| title.eq_ignore_ascii_case(word))
}

/// The form that names are compared by, of a name without its titles.
pub(super) fn untitled(name: &str) -> String {
    let mut rest = name.trim_start();
    while let Some((word, behind)) = rest.split_once(char::is_whitespace) {
        if !is_title(word) {
            break;
        }
        rest = behind.trim_start();
    }
    name::key(rest)
}

/// Tells whether one first name is short for the other, as `Beth` for `Elizabeth` and `Bob` for `Robert`. Takes keys.
pub(super) fn is_short_for(one: &str, other: &str) -> bool {
    let (short, long) = match one.len() < other.len() {
        true => (one, other),
        false => (other, one),
    };
    short.len() > 2 && long.contains(short) || SHORT.contains(&(long, short))
}
