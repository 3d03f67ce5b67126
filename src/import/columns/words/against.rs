use super::bothering::BOTHERING;
use super::holds_any;
use super::promises::ANY_TIME;
use super::stems::{LEAVING, STEMS, TAKEN_OFF};
use crate::import::word_list::{WordList, list};

/// Words with which a sentence asks for the opposite, so that a yes to it is a no.
const AGAINST: WordList = list![
    "not",
    "don t",
    "dont",
    "never",
    "no",
    "nothing",
    "opt out",
    "opting out",
    "opted out",
    "unsubscribe",
    "unsubscribed",
    "object",
    "objects",
    "objection",
    "objections",
    "refuse",
    "decline",
    "deny",
    "denied",
    "denies",
    "stop",
    "without",
    "avoid",
    "exclude",
    "remove",
    "rather not",
    "withdraw",
    "withdrawn",
    "withhold",
    "withheld",
    "exempt",
    "exempted",
    "left mailing",
    "left the mailing",
    "has left",
    "leave mailing",
    "leave the mailing",
    "leave our mailing",
    "leave newsletter",
    "leave the newsletter",
    "leave our newsletter",
    "leave list",
    "leave the list",
    "leaving the mailing",
    "quit",
    "verlassen",
    "quitter",
    "salir de",
    "salirme de",
    "opuscic",
    "opuszczam",
    "gadael y rhestr",
    "gadael y cylchlythyr",
    "chhorna",
    "chhor",
    "end my",
    "end the",
    "end our",
    "end your",
    "drop me",
    "drop my",
    "ban",
    "bans",
    "cease",
    "block",
    "disable",
    "strike me",
    "take me out",
    "off",
    "out of",
    "excluded",
    "removed",
    "didn t",
    "didnt",
    "cannot",
    "can t",
    "cant",
    "won t",
    "wouldn t",
    "doesn t",
    "isn t",
    "aren t",
    "shouldn t",
    "banned",
    "camera shy",
    "i oppose",
    "you oppose",
    "opposed to",
    "am against",
    "m against",
    "are you against",
    "against being",
    "against photos",
    "blur",
    "hide me",
    "hide my",
    "crop me",
    "crop out",
    "leave the",
    "leave our",
    "leave your list",
    "reason",
    "reasons",
    "ex",
    // German
    "unkenntlich",
    "verpixelt",
    "verpixeln",
    "unscharf",
    "nicht",
    "schluss mit",
    "nein danke",
    "nein zu",
    "nie",
    "niemals",
    "weder",
    "ohne",
    "lehne",
    "lehnen",
    "lehnt",
    "abgelehnt",
    "abgewahlt",
    "abwahl",
    "abmelden",
    "abbestellen",
    "ungern",
    "gesperrt",
    "stopp",
    "bin gegen",
    "gegen fotos",
    "gegen die veroffentlichung",
    // French
    "flouter",
    "floute",
    "floutee",
    "ne",
    "je n",
    "n accepte",
    "n autorise",
    "pas",
    "aucun",
    "aucune",
    "jamais",
    "sans",
    "non merci",
    "m oppose",
    "s oppose",
    "oppose a",
    "opposez",
    "opposer",
    "opposition",
    "suis contre",
    "etes vous contre",
    "contre les photos",
    "eviter",
    "exclure",
    "mettre fin",
    "cesser",
    // Spanish
    "difuminar",
    "difumine",
    "sin",
    "ningun",
    "ninguna",
    "nunca",
    "jamas",
    "tampoco",
    "dejar de",
    "deja de",
    "dejen de",
    "dejad de",
    "baja",
    "niego",
    "niega",
    "negativa",
    "en contra",
    "se opone",
    "excluir",
    "evitar",
    "quitar",
    "borrar",
    // Polish
    "rozmyc",
    "zamazac",
    "bez",
    "zadnych",
    "zadna",
    "zadne",
    "brak",
    "braku",
    "rezygnuje",
    "nigdy",
    "jestem przeciw",
    "jestem przeciwny",
    "jestem przeciwna",
    // Welsh
    "ddim",
    "peidio",
    "beidio",
    "peidiwch",
    "beidiwch",
    "gorau i",
    "tynnu n ol",
    "dad danysgrifio",
    "dad danysgrifiwch",
    "diddymu",
    "dim",
    "nid",
    "byth",
    "dileu",
    "canslo",
    "stopio",
    "gwaherddir",
    // Urdu
    "nahi",
    "nahin",
    "nahein",
    "nhi",
    "mat",
    "bina",
    "inkar",
    "inkaar",
    "mana",
    "namanzoor",
    "na manzoor",
    "napasand",
    "na pasand",
    "khatam",
    "band karein",
    "band karen",
    "band karo",
    "band kar",
    "hata dein",
    "hatao",
    "rok dein",
    "roko",
    // Italian
    "non voglio",
    "non desidero",
];

/// What one is told in Urdu not to do, behind `na`, which is another word in Welsh and Polish.
const NA: WordList = list![
    "li",
    "liya",
    "lo",
    "lijiye",
    "jaye",
    "jaen",
    "bheji",
    "bhejiye",
    "kijiye",
    "dijiye",
    "dikhayi",
    "khincho",
    "banao",
    "chhapein",
    "lein",
    "len",
    "lena",
    "bhejein",
    "bhejen",
    "bhejna",
    "bheja",
    "bhejo",
    "karein",
    "karen",
    "karna",
    "dein",
    "den",
    "dena",
    "khinchein",
    "khenchein",
    "kheenchein",
    "banayein",
    "banaen",
    "lagayein",
    "dikhayein",
    "rakhein",
    "chahiye",
    "chahun",
    "ho",
    "hon",
];

/// German verbs whose first part stands at the end: `Ich bestelle den Newsletter ab`.
const SPLIT: [(&str, &str); 8] = [
    ("bestell", " ab"),
    ("meld", " ab"),
    ("sag", " ab"),
    ("schalt", " ab"),
    ("zieh", " zuruck"),
    ("nehm", " zuruck"),
    ("nimm", " zuruck"),
    ("trag", " aus"),
];

/// Tells whether a Polish word names that something is not done, which is written as one: `niewysyłanie`.
fn is_undone_in_polish(word: &str) -> bool {
    let done = word.strip_prefix("nie").unwrap_or_default();
    done.len() > 5
        && ["anie", "ania", "aniu", "enie", "enia", "eniu"]
            .iter()
            .any(|end| done.ends_with(end))
}

/// Tells whether a sentence asks for the opposite, or whether something would bother.
pub(super) fn is_against(words: &str) -> bool {
    let any = |list: WordList| list.stands_in(words);
    let begins = |list: WordList| {
        let mut words = words.split(' ');
        words.any(|word| list.iter().any(|stem| word.starts_with(stem)))
    };
    let has = |stem: &str| words.split(' ').any(|word| word.starts_with(stem));
    let not_to = || {
        let words: Vec<&str> = words.split(' ').collect();
        words
            .windows(2)
            .any(|two| two[0] == "na" && NA.contains(two[1]))
    };
    let ends = |no: &str| words.ends_with(no);
    any(AGAINST)
        || [" nein", " non"].into_iter().any(ends)
        || any(BOTHERING)
        || begins(STEMS)
        || holds_any(words, TAKEN_OFF)
        || SPLIT.iter().any(|(stem, end)| has(stem) && ends(end))
        || words.split(' ').any(is_undone_in_polish)
        || begins(LEAVING) && !at_any_time(words)
        || not_to()
}

/// Words that take an objection back: `I do not mind`.
const NONE: WordList = list![
    "no", "not", "don t", "dont", "nothing", "kein", "keine", "keinen", "nicht", "nichts", "pas",
    "aucun", "aucune", "sin", "ningun", "ninguna", "nie", "nic", "zadnych", "ddim", "dim", "nahi",
    "nahin",
];

/// What somebody has against it.
const OBJECTIONS: WordList = list![
    "object",
    "objection",
    "objections",
    "opposition",
    "sprzeciwu",
    "zastrzezen",
    "gwrthwynebiad",
];

/// Tells whether a sentence may say that somebody has nothing against it, so that a yes is no refusal either.
pub(super) fn is_twice_against(words: &str) -> bool {
    let any = |list: WordList| list.stands_in(words);
    any(NONE) && (any(OBJECTIONS) || any(BOTHERING))
}

/// Tells whether a sentence says that one can leave at any time.
pub(super) fn at_any_time(words: &str) -> bool {
    holds_any(words, ANY_TIME) || holds_any(words, "whenever|later")
}
