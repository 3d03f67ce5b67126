use super::holds;
use crate::import::columns::heading::ROLES;
use crate::import::word_list::{WordList, list};

/// People whom those who sign up know, bring or care for, unless the heading says that it means you.
pub(super) const RELATED: WordList = list![
    "mum",
    "mom",
    "mummy",
    "mommy",
    "dad",
    "daddy",
    "husband",
    "wife",
    "neighbour",
    "neighbor",
    "neighbours",
    "neighbors",
    "brother",
    "sister",
    "grandmother",
    "grandfather",
    "granny",
    "grandma",
    "grandad",
    "grandpa",
    "aunt",
    "uncle",
    "cousin",
    "girlfriend",
    "boyfriend",
    "fiance",
    "fiancee",
    "flatmate",
    "housemate",
    "roommate",
    "landlord",
    "landlady",
    "client",
    "clients",
    "support worker",
    "key worker",
    "keyworker",
    "case worker",
    "caseworker",
    "care worker",
    "interpreter",
    "speaker",
    "speakers",
    "driver",
    "passenger",
    "passengers",
    "witness",
    "relative",
    "relatives",
    "dependant",
    // German
    "notruf",
    "notfallhandy",
    "mama",
    "papa",
    "ehemann",
    "ehefrau",
    "ehepartner",
    "bruder",
    "schwester",
    "nachbar",
    "nachbarin",
    "nachbarn",
    "freund",
    "freundin",
    "freundes",
    "kollege",
    "kollegen",
    "kollegin",
    "betreuer",
    "betreuerin",
    "assistenz",
    "dolmetscher",
    // French
    "mari",
    "epouse",
    "epoux",
    "maman",
    "ami",
    "amie",
    "collegue",
    "voisin",
    "voisine",
    "frere",
    "soeur",
    "proche",
    "proches",
    "additional guest",
    "additional guests",
    "additional attendee",
    "additional attendees",
    "additional people",
    "additional names",
    "extra guests",
    "extra attendees",
    "extra people",
    "extra names",
    "other attendee",
    "other attendees",
    "other guests",
    "other people",
    "other names",
    "others in",
    "people with",
    "family members",
    "in party",
    "in your party",
    "with me",
    "proposer",
    "proposed by",
    "seconder",
    "seconded by",
    "nominator",
    "nominated by",
    "payee",
    "assigned to",
    "brys",
    "naglych",
    "de votre invite",
    "de votre invitee",
    // Spanish
    "esposo",
    "esposa",
    "marido",
    "amigo",
    "amiga",
    "vecino",
    "vecina",
    "hermano",
    "hermana",
    "familiar",
    // Polish
    "mamy",
    "taty",
    "meza",
    "zony",
    "osoby towarzyszacej",
    "osoba towarzyszaca",
    "kolegi",
    "kolezanki",
    "znajomego",
    "znajomej",
    "sasiada",
    "sasiadki",
    "brata",
    "siostry",
    // Welsh
    "gwestai",
    "gwr",
    "gwraig",
    "cydweithiwr",
    "cymydog",
    "ffrind",
    "tad",
    // Urdu
    "mehman",
    "baap",
    "maa",
    "bhai",
    "behan",
    "shohar",
    "biwi",
    "dost",
    "beta",
    "beti",
    "parosi",
];

/// Words around somebody who is not called anything: whom one brings, sits with, books for or heard from.
const SOMEBODY: WordList = list![
    "person you",
    "people you",
    "of someone",
    "of somebody",
    "of anyone",
    "of anybody",
    "someone we",
    "someone you",
    "someone who",
    "somebody who",
    "someone else",
    "somebody else",
    "anyone else",
    "whoever",
    "whom",
    "bringing",
    "bring",
    "accompanying",
    "sharing with",
    "share with",
    "sit with",
    "sitting with",
    "travelling with",
    "coming with",
    "with name",
    "booking for",
    "booked for",
    "on behalf",
    "told you",
    "told us",
    "introduced",
    "your 1",
    "plus 1",
    "plus ones",
    "pa email",
    "pa e mail",
    "pa phone",
    "pa name",
    "pa mobile",
    "pa s",
    "jemand",
    "mitbringst",
    "mitbringen",
    "personne que",
    "quelqu un",
    "persona que",
    "alguien",
    "kogos",
];

/// Places with a number of their own.
pub(super) const PLACES: WordList = list![
    "office",
    "branch",
    "head office",
    "headquarters",
    "hq",
    "reception",
    "buro",
    "bureau",
    "oficina",
    "biura",
    "swyddfa",
    "daftar",
];

/// Whose something may be that is their own, as in `Applicant's name`, and what may be several, as in `Name(s)`.
const OWNERS: WordList = list![
    "what",
    "who",
    "it",
    "that",
    "here",
    "there",
    "let",
    "today",
    "person",
    "holder",
    "member",
    "registrant",
    "user",
    "candidate",
    "camper",
    "resident",
    "tenant",
    "activist",
    "supporter",
    "subscriber",
    "respondent",
    "entrant",
    "nominee",
    "trainee",
    "name",
    "forename",
    "surname",
    "prenom",
    "nom",
    "nombre",
    "apellido",
    "number",
    "address",
];

/// What somebody else has that whoever comes has too.
const POSSESSIONS: WordList = list![
    "name",
    "full",
    "first",
    "last",
    "surname",
    "forename",
    "email",
    "e",
    "mail",
    "phone",
    "mobile",
    "number",
    "telephone",
    "contact",
    "address",
    "cell",
    "tel",
    "landline",
    "whatsapp",
];

/// The same in Urdu, and who is meant by it there.
const CHEEZEN: WordList = list!["naam", "poora", "email", "phone", "fon", "number", "mobile"];
const APNE: WordList = list![
    "aap", "ap", "mera", "apna", "mobile", "phone", "fon", "email", "ghar", "whatsapp",
];

/// How a question begins that is answered with yes or no.
const EITHER: WordList = list![
    "can", "could", "may", "might", "is", "are", "do", "does", "did", "have", "has", "will",
    "would", "should", "shall", "darf", "durfen", "konnen", "ist", "sollen", "peut on", "pouvons",
    "podemos", "puede", "czy", "gawn",
];

/// What a question asks for all the same that begins so: `May we have your name?`
const GIVING: WordList = list![
    "have",
    "tell",
    "give",
    "know",
    "take",
    "ask",
    "provide",
    "enter",
    "write",
    "share with us",
    "leave",
    "let us",
];

/// Questions with `who` that are about whoever fills the form in.
const WHO: WordList = list![
    "who are you",
    "who is it",
    "who is this",
    "who is that",
    "who is coming",
    "who is attending",
    "who s coming",
    "who s attending",
    "who is registering",
    "who is signing up",
    "who will",
];

/// Tells whether a heading is about somebody whom those who sign up only know.
pub(super) fn is_somebody(heading: &str) -> bool {
    let asks_who = heading.starts_with("who ") && !WHO.iter().any(|who| heading.starts_with(who));
    asks_who || SOMEBODY.stands_in(heading) || is_anothers(heading)
}

/// Tells whether a heading is about what is somebody's who is not known to be whoever comes: `Chairman's mobile`,
/// `Chacha ka naam`.
fn is_anothers(heading: &str) -> bool {
    let words: Vec<&str> = heading.split(' ').collect();
    let of = |three: &[&str]| match three {
        [owner, "s", own] => {
            POSSESSIONS.contains(own) && !OWNERS.contains(owner) && !ROLES.contains(owner)
        }
        [owner, "ka" | "ki", own] => {
            CHEEZEN.contains(own) && !APNE.contains(owner) && !ROLES.contains(owner)
        }
        _ => false,
    };
    words.windows(3).any(of)
}

/// Tells whether a question is answered with yes or no, and so with nobody's name: `Is your name on our list?`
pub(in crate::import::columns) fn is_either(heading: &str) -> bool {
    let begins = |word: &&str| {
        heading
            .strip_prefix(*word)
            .is_some_and(|rest| rest.starts_with(' '))
    };
    EITHER.iter().find(begins).is_some_and(|word| {
        let rest = &heading[word.len()..];
        !GIVING.stands_in(rest)
    })
}

/// Tells whether a heading is about guests: of somebody, or of the event if nobody else is named.
pub(in crate::import::columns) fn about_guests(heading: &str) -> bool {
    ["guest", "guests"].iter().any(|word| holds(heading, word))
}
