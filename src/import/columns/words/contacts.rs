//! Whom to tell if something happens, who is over somebody or acts for them, and who is sent the bill: an address or a
//! number of theirs is nobody's who comes.

use crate::import::word_list::{WordList, list};

/// Whom to tell if something happens, and who looks after somebody.
pub(super) const CONTACTS: WordList = list![
    "nok",
    "chaperone",
    "chaperon",
    "chaperones",
    "reserve contact",
    "backup contact",
    "back up contact",
    "trusted contact",
    "person to contact",
    "person to notify",
    "person to inform",
    "person to call",
    "person to ring",
    "who to contact",
    "who to call",
    "who to notify",
    "in case of accident",
    "in case of illness",
    "physician",
    "dentist",
    "therapist",
    "grandparent",
    "grandparents",
    "stepmother",
    "stepfather",
    "childminder",
    "babysitter",
    "nanny",
    "son s",
    "your son",
    "of son",
    "son phone",
    "son email",
    "daughter",
    "kid",
    "kids",
    "nephew",
    "niece",
    "solicitor",
    "lawyer",
    "foster",
    // German
    "angehorigen",
    "aufsichtsperson",
    "betreuungsperson",
    "bezugsperson",
    "begleiter",
    "begleiterin",
    "begleitpersonen",
    "erziehungsberechtigten",
    "erziehungsberechtigter",
    "sorgeberechtigte",
    "sorgeberechtigten",
    "vormund",
    "hausarzt",
    "zu benachrichtigen",
    "zu verstandigen",
    "partners",
    // French
    "personne a prevenir",
    "personnes a prevenir",
    "a prevenir",
    "personne a contacter",
    "personne a appeler",
    "personne a joindre",
    "accompagnante",
    "accompagnatrice",
    "conjointe",
    "compagne",
    "compagnon",
    "representant legal",
    "tutrice",
    "fils",
    "fille",
    "medecin",
    // Spanish
    "persona a avisar",
    "a avisar",
    "a quien avisar",
    "a quien llamar",
    "a quien contactar",
    "pariente",
    "parientes",
    "familiares",
    "pareja",
    "conyuge",
    "acompanantes",
    "hijos",
    "tutora",
    "medico",
    // Polish
    "najblizszej osoby",
    "osoby bliskiej",
    "bliskiej osoby",
    "krewny",
    "krewnego",
    "powiadomic",
    "zawiadomic",
    "malzonka",
    "malzonki",
    "partnera",
    "partnerki",
    "matki",
    "ojca",
    "rodzicow",
    "opiekunki",
    "lekarza",
    // Welsh
    "perthynas",
    "berthynas",
    "perthnasau",
    "gofalwr",
    "gofalwraig",
    "gwarcheidwad",
    "hebryngwr",
    "priod",
    "mam",
    "chwaer",
    "brawd",
    // Urdu
    "rishtedar",
    "rishtedaar",
    "qareebi",
    "wali",
    "khawind",
    "susar",
];

/// Who is over somebody at work or elsewhere, or speaks for them.
pub(super) const SUPERIORS: WordList = list![
    "mgr",
    "line mgr",
    "managers",
    "mp",
    "mps",
    "msp",
    "councillor",
    "councilor",
    "cllr",
    "senator",
    "congressman",
    "headteacher",
    "head teacher",
    "head of",
    "team leader",
    "team lead",
    "director",
    "shop steward",
    "union rep",
    "rep email",
    "hr email",
    "hr contact",
    "hr department",
    "human resources",
    "payroll",
    // German
    "vorgesetzten",
    "chef",
    "chefin",
    "chefs",
    "fuhrungskraft",
    "abteilungsleiter",
    "abteilungsleiterin",
    "abteilungsleitung",
    "teamleiter",
    "teamleiterin",
    "teamleitung",
    "arbeitgebers",
    "arbeitgeber",
    "abgeordnete",
    "abgeordneten",
    "abgeordneter",
    "personalabteilung",
    // French
    "superieur",
    "superieure",
    "cheffe",
    "directeur",
    "directrice",
    "employeur",
    "depute",
    "deputee",
    // Spanish
    "jefa",
    "superior",
    "supervisora",
    "encargado",
    "encargada",
    "gerente",
    "directora",
    "empleador",
    "diputado",
    "diputada",
    // Polish
    "kierownik",
    "kierownika",
    "kierowniczki",
    "przelozonego",
    "przelozonej",
    "szef",
    "szefa",
    "szefowej",
    "dyrektor",
    "dyrektora",
    "pracodawca",
    "pracodawcy",
    "posel",
    "posla",
    "poslanki",
    // Welsh
    "rheolwr",
    "rheolwraig",
    "goruchwyliwr",
    "pennaeth",
    "cyflogwr",
    "aelod seneddol",
    // Urdu
    "afsar",
    "ustad",
];

/// How words for them begin in German, whatever their ending and whatever follows: `Notfallperson`, `des Käufers`.
const STEMS: &[&str] = &[
    "notfall",
    "vorgesetzt",
    "kaufer",
    "besteller",
    "rechnungs",
    "erziehungsberechtigt",
    "angehorig",
    "auftraggeber",
];

/// Tells whether a word is one for them by how it begins.
pub(super) fn begins_like_one(heading: &str) -> bool {
    let mut words = heading.split(' ');
    words.any(|word| STEMS.iter().any(|stem| word.starts_with(stem)))
}

/// What is paid, and by what.
const BILLS: WordList = list![
    "invoice",
    "invoices",
    "invoicing",
    "invoiced",
    "billing",
    "bill",
    "bills",
    "paypal",
    "stripe",
    "receipts",
    "remittance",
    "accounts payable",
    "purchase order",
    "bookkeeping",
    "bookkeeper",
    "accountant",
    // German
    "rechnung",
    "rechnungen",
    "rechnungs",
    "rechnungsadresse",
    "rechnungsversand",
    "rechnungsstellung",
    "buchhaltung",
    // French
    "facture",
    "factures",
    "facturation",
    "comptabilite",
    "comptable",
    // Spanish
    "factura",
    "facturas",
    "facturacion",
    "contabilidad",
    // Polish
    "faktura",
    "faktury",
    "fakture",
    "faktur",
    "fakturowania",
    "ksiegowosc",
    "ksiegowosci",
    // Welsh
    "anfoneb",
    "anfonebau",
    "anfonebu",
    "anfonebion",
    // Urdu
    "raseed",
    "rasid",
];

/// Words that may stand before the bill that is all that an address is for.
const FOR: &[&str] = &["for", "fur", "pour", "para", "do", "na", "gyfer"];

/// Tells whether something goes with a bill.
pub(super) fn is_billed(heading: &str) -> bool {
    BILLS.stands_in(heading)
}

/// Tells whether the bill is all that something is for, whoever's it is called: `Your email for the invoice`.
pub(super) fn is_for_the_bill(heading: &str) -> bool {
    let words: Vec<&str> = heading.split(' ').collect();
    let behind = ["ke liye", "ke waste"];
    let urdu = behind
        .iter()
        .filter_map(|behind| heading.strip_suffix(behind));
    let is_bill = |word: &str| BILLS.contains(word);
    let end = &words[words.len().saturating_sub(4)..];
    let ends =
        end.last().is_some_and(|word| is_bill(word)) && end.iter().any(|word| FOR.contains(word));
    let mut before = urdu.map(|rest| rest.trim_end().rsplit(' ').next().unwrap_or_default());
    ends || before.any(is_bill)
}

/// Who is to be asked, where somebody else comes; in a list of organisations they are who comes.
const TO_BE_ASKED: WordList = list![
    "contact person",
    "completing this form",
    "completing the form",
    "filling in this form",
    "filling out this form",
    "form completed by",
    "form filled in by",
    "ansprechpartner",
    "ansprechpartnerin",
    "ansprechpartners",
    "ansprechperson",
    "kontaktperson",
    "personne de contact",
    "personne contact",
    "persona de contacto",
    "osoba kontaktowa",
    "osoby kontaktowej",
    "osoba do kontaktu",
    "osoby do kontaktu",
    "person gyswllt",
    "rabta shakhs",
    "rabte ka shakhs",
];

/// Tells whether a heading is about who is to be asked.
pub(in crate::import::columns) fn is_to_be_asked(heading: &str) -> bool {
    TO_BE_ASKED.stands_in(heading)
}
