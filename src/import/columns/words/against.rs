use super::bothering::BOTHERING;
use super::holds;
use super::stems::{LEAVING, STEMS};

/// Words with which a sentence asks for the opposite, so that a yes to it is a no.
const AGAINST: &[&str] = &[
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
    "kein",
    "keine",
    "keinen",
    "keiner",
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
    "desinscrire",
    "desinscription",
    "desabonnement",
    "desabonner",
    // Spanish
    "difuminar",
    "difumine",
    "sin",
    "ningun",
    "ninguna",
    "nunca",
    "jamas",
    "tampoco",
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
    "peidiwch",
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

/// How it is said that one can leave at any time.
const AT_ANY_TIME: &[&str] = &[
    "any time",
    "anytime",
    "whenever",
    "later",
    "jederzeit",
    "a tout moment",
    "en cualquier momento",
    "w kazdej chwili",
    "w dowolnym momencie",
    "unrhyw bryd",
    "kisi bhi waqt",
];

/// What one is told in Urdu not to do, behind `na`, which is another word in Welsh and Polish.
const NA: &[&str] = &[
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

/// Tells whether a sentence asks for the opposite, or whether something would bother.
pub(super) fn is_against(words: &str) -> bool {
    let any = |list: &[&str]| list.iter().any(|one| holds(words, one));
    let begins = |list: &[&str]| {
        let mut words = words.split(' ');
        words.any(|word| list.iter().any(|stem| word.starts_with(stem)))
    };
    let not_to = || {
        let words: Vec<&str> = words.split(' ').collect();
        words
            .windows(2)
            .any(|two| two[0] == "na" && NA.contains(&two[1]))
    };
    let ends = |no: &str| words.ends_with(no);
    any(AGAINST)
        || [" nein", " non"].into_iter().any(ends)
        || any(BOTHERING)
        || begins(STEMS)
        || begins(LEAVING) && !at_any_time(words)
        || not_to()
}

/// Words that take an objection back: `I do not mind`.
const NONE: &[&str] = &[
    "no", "not", "don t", "dont", "nothing", "kein", "keine", "keinen", "nicht", "nichts", "pas",
    "aucun", "aucune", "sin", "ningun", "ninguna", "nie", "nic", "zadnych", "ddim", "dim", "nahi",
    "nahin",
];

/// What somebody has against it.
const OBJECTIONS: &[&str] = &[
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
    let any = |list: &[&str]| list.iter().any(|one| holds(words, one));
    any(NONE) && (any(OBJECTIONS) || any(BOTHERING))
}

/// Tells whether a sentence says that one can leave at any time.
pub(super) fn at_any_time(words: &str) -> bool {
    AT_ANY_TIME.iter().any(|one| holds(words, one))
}
