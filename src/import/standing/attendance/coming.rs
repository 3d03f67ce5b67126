//! How people say that they come, or that they do not know.

use crate::import::word_list::{WordList, list};

/// A yes, whatever follows: who comes late comes.
pub(super) const YES: WordList = list!["yes", "yep", "yeah", "ja", "oui", "tak", "ydw", "haan"];

/// How an answer begins in which somebody says that they come, late or not.
pub(super) const COMES: WordList = list![
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
    "ich nehme teil",
    "ich bin dabei",
    "wir kommen",
    "wir sind dabei",
    "je viens",
    "je viendrai",
    "je participe",
    "je participerai",
    "je serai la",
    "je serai present",
    "je serai presente",
    "je serai present e",
    "je serai des votres",
    "je serai en retard",
    "je serai un peu en retard",
    "je serai parmi vous",
    "je serai accompagne",
    "je serai accompagnee",
    "je serai accompagne e",
    "nous serons la",
    "nous serons presents",
    "asistire",
    "si asistire",
    "voy a asistir",
    "voy a ir",
    "estare presente",
    "estare alli",
    "bede obecny",
    "bede obecna",
    "bede uczestniczyc",
    "bede na pewno",
    "bede pozniej",
    "bede troche pozniej",
    "bede spozniony",
    "bede spozniona",
    "bede na konferencji",
    "bede na spotkaniu",
    "na pewno bede",
    "przyjde",
    "przyjade",
    "wezme udzial",
    "biore udzial",
    "byddaf yn dod",
    "byddaf yn mynychu",
    "byddaf yno",
    "bydda i yno",
    "dw i n dod",
    "dwi n dod",
    "rwy n dod",
    "ji haan",
    "ji han",
    "jee haan",
    "jee han",
    "ji zaroor",
];

/// How somebody begins who is glad to do what follows.
pub(super) const GLAD: WordList = list![
    "je serai ravi",
    "je serai ravie",
    "je serai ravi e",
    "je serai heureux",
    "je serai heureuse",
    "nous serons ravis",
    "nous serons ravies",
    "nous serons heureux",
];

/// What it is that they are glad to do.
pub(super) const TO_COME: WordList = list![
    "de venir",
    "de participer",
    "d y participer",
    "d y etre",
    "d y assister",
    "d assister",
    "d etre la",
    "d etre present",
    "d etre presente",
    "d etre present e",
    "d etre des votres",
    "d etre parmi vous",
    "de vous rejoindre",
];

/// With whom somebody comes who says no more than that: `bede z zona`. A family may be where one is instead.
pub(super) const COMPANY: WordList = list![
    "i",
    "oraz",
    "moja",
    "moim",
    "zona",
    "mezem",
    "partnerem",
    "partnerka",
    "narzeczonym",
    "narzeczona",
    "corka",
    "synem",
    "dzieckiem",
    "dziecmi",
    "siostra",
    "bratem",
    "mama",
    "tata",
    "kolega",
    "kolezanka",
    "przyjacielem",
    "przyjaciolka",
    "osoba",
    "towarzyszaca",
    "wami",
];

/// What stands before the hour at which somebody comes, in Polish.
pub(super) const AT: WordList = list![
    "bede o",
    "bede od",
    "bede po",
    "bede okolo",
    "bede ok",
    "bede dopiero o",
    "bede dopiero po",
];

/// Words behind a verb of coming that turn it around: `ich komme leider nicht`, `je viens la prochaine fois`.
pub(super) const UNDOES: WordList = list!["nicht", "pas", "jamais", "prochaine"];

/// Words beside the number of an hour.
pub(super) const HOURS: WordList =
    list!["uhr", "h", "heures", "midi", "mittag", "godz", "godzinie"];

/// How an answer begins that leaves it open.
pub(super) const OPEN: WordList = list![
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
    "shayad",
    "pata nahi",
    "pata nahin",
    "weiss ich noch nicht",
    "weiss noch nicht",
    "ich weiss es noch nicht",
    "je ne sais pas encore",
    "je ne sais pas",
    "no lo se",
    "nie wiem",
    "jeszcze nie wiem",
];
