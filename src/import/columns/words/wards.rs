//! Whose needs and whose firm a heading is about: a child's allergies, what a guest eats, the company of whoever bought.

use std::borrow::Cow;

use super::{holds, is_exactly};
use crate::import::field::Field;
use crate::import::word_list::{WordList, list};

/// Whom somebody brings or cares for, and who may have needs of their own.
const WARDS: WordList = list![
    "guest",
    "guests",
    "child",
    "children",
    "childs",
    "kid",
    "kids",
    "son",
    "sons",
    "daughter",
    "daughters",
    "baby",
    "toddler",
    "toddlers",
    "partner",
    "partners",
    "spouse",
    "husband",
    "wife",
    "companion",
    "companions",
    "plus one",
    "plus ones",
    "plus 1",
    "friend",
    "friends",
    "dependant",
    "dependants",
    "dependent",
    "dependents",
    "family member",
    "family members",
    "second person",
    "person 2",
    "other guests",
    "additional guest",
    "additional guests",
    "accompanying person",
    "accompanying adult",
    "mum",
    "dad",
    "mother",
    "father",
    "parent",
    "parents",
    // German
    "gast",
    "gastes",
    "gaste",
    "gasten",
    "kind",
    "kindes",
    "kinder",
    "kindern",
    "begleitung",
    "begleitperson",
    "begleitpersonen",
    "partnerin",
    "ehemann",
    "ehemanns",
    "ehefrau",
    "sohn",
    "sohnes",
    "tochter",
    "begleiters",
    "begleiterin",
    // French
    "invite",
    "invitee",
    "invites",
    "enfant",
    "enfants",
    "accompagnant",
    "accompagnants",
    "accompagnante",
    "accompagnateur",
    "conjoint",
    "conjointe",
    "partenaire",
    "fils",
    "fille",
    "bebe",
    "compagnon",
    "compagne",
    // Spanish
    "invitado",
    "invitada",
    "invitados",
    "hijo",
    "hija",
    "hijos",
    "hijas",
    "nino",
    "nina",
    "ninos",
    "ninas",
    "acompanante",
    "acompanantes",
    "pareja",
    "conyuge",
    "esposo",
    "esposa",
    "bebe",
    // Polish
    "goscia",
    "gosci",
    "dziecka",
    "dzieci",
    "dziecku",
    "osoby towarzyszacej",
    "osob towarzyszacych",
    "partnera",
    "partnerki",
    "malzonka",
    "malzonki",
    "syna",
    "corki",
    "meza",
    "zony",
    // Welsh
    "gwestai",
    "gwesteion",
    "plentyn",
    "plant",
    "blentyn",
    "gymar",
    "cymar",
    "priod",
    "mab",
    "merch",
    "cydymaith",
    // Urdu
    "mehman",
    "mehmaan",
    "bacha",
    "bachay",
    "bachon",
    "bache",
    "beta",
    "bete",
    "beti",
    "shohar",
    "biwi",
    "saathi",
    "sathi",
];

/// Who helps somebody to take part: whether one comes along is a need of whoever signs up, and what they need is theirs.
const HELPERS: WordList = list![
    "carer",
    "carers",
    "pa",
    "assistant",
    "personal assistant",
    "support worker",
    "interpreter",
    "helper",
    "driver",
    "betreuer",
    "betreuerin",
    "betreuers",
    "assistenz",
    "assistenten",
    "aidant",
    "accompagnant pmr",
    "asistente personal",
    "cuidador",
    "cuidadora",
    "opiekuna",
    "opiekunki",
    "asystenta",
    "gofalwr",
    "gofalwraig",
    "khidmatgar",
];

/// Who pays.
const BUYERS: WordList = list![
    "order",
    "orderer",
    "purchaser",
    "purchasers",
    "buyer",
    "buyers",
    "payer",
    "payers",
    "booker",
    "bookers",
    "billing",
    "invoice",
    "invoicing",
    "purchasing",
    "kaufer",
    "kaufers",
    "kauferin",
    "besteller",
    "bestellers",
    "zahler",
    "zahlers",
    "rechnung",
    "rechnungs",
    "rechnungsadresse",
    "rechnungsempfanger",
    "acheteur",
    "acheteuse",
    "payeur",
    "payeuse",
    "facturation",
    "facture",
    "comprador",
    "compradora",
    "pagador",
    "facturacion",
    "factura",
    "kupujacego",
    "platnika",
    "zamawiajacego",
    "nabywcy",
    "faktury",
    "prynwr",
    "anfoneb",
    "kharidar",
];

/// Words that say whose something is, before whom they name.
const OF: WordList = list![
    "of", "for", "des", "der", "ihres", "ihrer", "deines", "deiner", "eures", "eurer", "meines",
    "meiner", "von", "vom", "fur", "du", "de", "d", "l", "pour", "del", "para", "dla", "eich",
    "dy", "fy", "ar gyfer", "i",
];

/// Words that may stand between.
const BETWEEN: WordList = list![
    "your", "the", "my", "a", "an", "any", "all", "our", "ihr", "ihre", "ihren", "dein", "deine",
    "das", "die", "den", "votre", "vos", "ton", "ta", "tes", "mon", "ma", "mes", "la", "le", "les",
    "l", "su", "sus", "tu", "tus", "mi", "mis", "el", "los", "las", "twojego", "twojej", "chi",
];

/// Words behind which a question is about them, if `your` stands between: `Does your child have allergies?`
const ASKING: &[&str] = &[
    "does", "do", "has", "have", "is", "are", "hat", "haben", "braucht",
];

/// Words with which it goes on to say what they have: `Allergies your child has`.
const ASKED: &[&str] = &["has", "have", "needs", "eats", "may have"];

/// Words by which whoever signs up is meant as well.
const ALSO_OWN: WordList = list![
    "you or",
    "you and",
    "you your",
    "your or",
    "your and",
    "yours",
    "yourself",
    "your own",
    "sie oder",
    "sie und",
    "du oder",
    "du und",
    "dich oder",
    "ihnen oder",
    "ihnen und",
    "vous ou",
    "vous et",
    "toi ou",
    "toi et",
    "usted o",
    "usted y",
    "ti o",
    "ti y",
    "ciebie lub",
    "ciebie i",
    "twoja lub",
    "chi neu",
    "chi a",
    "aap ya",
    "aap aur",
    "everyone",
    "each person",
    "any of you",
    "both of you",
];

/// Tells whether a heading is about what somebody else needs or eats: `Guest dietary requirements`.
pub(in crate::import::columns) fn is_of_a_ward(heading: &str, field: Field) -> bool {
    // In English `kind` is no child.
    let heading = without_kinds(heading);
    let heading = heading.as_ref();
    let also_own = ALSO_OWN.stands_in(heading);
    let of = |who: &str, helps: bool| {
        let places = heading.match_indices(who);
        let mut places = places.filter(|(at, _)| is_whole(heading, *at, who));
        places.any(|(at, _)| is_theirs(heading, at, who, helps, field))
    };
    !also_own && (WARDS.iter().any(|who| of(who, false)) || HELPERS.iter().any(|who| of(who, true)))
}

/// Takes `kind of` out of a heading, in which `kind` is no child.
fn without_kinds(heading: &str) -> Cow<'_, str> {
    let is_english = holds(heading, "kind of") || holds(heading, "what kind");
    match is_english {
        true => heading.replace("kind", "sort").into(),
        false => heading.into(),
    }
}

fn is_whole(heading: &str, at: usize, word: &str) -> bool {
    let behind = &heading[at + word.len()..];
    (at == 0 || heading[..at].ends_with(' ')) && (behind.is_empty() || behind.starts_with(' '))
}

/// Tells whether something is of whom a heading names at a place.
fn is_theirs(heading: &str, at: usize, who: &str, helps: bool, field: Field) -> bool {
    let mut before = heading[..at].split_whitespace().rev().peekable();
    let behind = heading[at + who.len()..].trim_start();
    let has = |start: &str| {
        let rest = behind.strip_prefix(start);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    if has("s") || ["ka", "ki", "ke"].iter().any(|of| has(of)) {
        return true;
    }
    // `Carer required` is asked of whoever signs up, `Carer access needs` is not.
    if before.peek().is_none() {
        return !helps || is_exactly(behind, field);
    }
    // `Dietary (guest)`
    if behind.is_empty() && !helps && is_exactly(heading[..at].trim_end(), field) {
        return true;
    }
    let mut between = false;
    while before.next_if(|word| BETWEEN.contains(word)).is_some() {
        between = true;
    }
    match before.next() {
        Some(word) if OF.contains(word) => {
            !(helps && matches!(word, "for" | "fur" | "pour" | "du"))
        }
        Some(word) => {
            let asks = ASKING.contains(&word) || ASKED.iter().any(|asked| has(asked));
            between && asks || is_genitive(who)
        }
        // `Your guest`, `Ihr Gast`: nobody else is spoken of.
        None => !helps,
    }
}

/// Tells whether a form of a word says by itself whose something is, as in Polish and German.
fn is_genitive(who: &str) -> bool {
    const GENITIVES: WordList = list![
        "goscia",
        "dziecka",
        "osoby towarzyszacej",
        "osob towarzyszacych",
        "partnera",
        "partnerki",
        "malzonka",
        "malzonki",
        "opiekuna",
        "opiekunki",
        "asystenta",
        "syna",
        "corki",
        "kindes",
        "gwestai",
        "plentyn",
        "blentyn",
    ];
    GENITIVES.contains(who)
}

/// Tells whether a heading is about whoever pays.
pub(in crate::import::columns) fn is_of_a_buyer(heading: &str) -> bool {
    BUYERS.stands_in(heading)
}
