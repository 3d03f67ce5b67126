//! Whose an address may be, by what stands before its `@`.

use super::called::is_short_for;
use super::name;
use crate::import::word_list::{WordList, list};

/// Words in addresses that whoever has an office reads.
const OFFICES: WordList = list![
    "account",
    "accounting",
    "accountspayable",
    "accounts",
    "admin",
    "administracion",
    "administration",
    "administrator",
    "assistant",
    "biuro",
    "billing",
    "bookings",
    "booking",
    "buchhaltung",
    "buero",
    "buro",
    "cyllid",
    "compta",
    "comptabilite",
    "conference",
    "conferences",
    "contabilidad",
    "contact",
    "contacto",
    "contacts",
    "contactus",
    "cyswllt",
    "direction",
    "empfang",
    "enquiries",
    "enquiry",
    "eventos",
    "events",
    "event",
    "facturacion",
    "faktury",
    "finance",
    "finances",
    "finanse",
    "finanzas",
    "finanzen",
    "frontdesk",
    "generaloffice",
    "gwybodaeth",
    "hello",
    "help",
    "helpdesk",
    "hr",
    "humanresources",
    "info",
    "informacion",
    "information",
    "invoice",
    "invoices",
    "kadry",
    "kasse",
    "kontakt",
    "ksiegowosc",
    "mail",
    "mailbox",
    "manager",
    "marketing",
    "membership",
    "noreply",
    "office",
    "oficina",
    "orders",
    "payments",
    "personal",
    "personalabteilung",
    "post",
    "postmaster",
    "press",
    "purchasing",
    "rechnung",
    "rechnungen",
    "recepcion",
    "recepcja",
    "reception",
    "registration",
    "reservations",
    "rh",
    "rrhh",
    "sales",
    "secretariat",
    "secretaria",
    "secretary",
    "sekretariat",
    "service",
    "staff",
    "support",
    "swyddfa",
    "team",
    "tickets",
    "training",
    "travel",
    "treasurer",
    "verwaltung",
    "webmaster",
];

/// What an address tells of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holder {
    /// It has a part of their name.
    Named,
    /// It may be anybody's.
    Anybody,
    /// It names somebody else, or is that of an office.
    Another,
}

impl Holder {
    /// Returns what an address tells of whoever has a name.
    pub(super) fn of(address: &str, name: &str) -> Self {
        let before = address.split(['@', '+']).next().unwrap_or_default();
        let letters = |part: &str| {
            let letters: String = part.chars().filter(|c| c.is_alphabetic()).collect();
            name::key(&letters)
        };
        let words: Vec<String> = before.split(['.', '_', '-']).map(letters).collect();
        let words = words.iter().map(String::as_str);
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let name = name::key(name);
        let own: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
        let fits = |own: &str, word: &str| own == word || own.len() > 2 && is_short_for(own, word);
        let is_own = |word: &str| {
            let plain = name::plain_umlauts;
            let is_it = |own: &&str| fits(own, word) || fits(&plain(own), &plain(word));
            word.len() > 1 && own.iter().any(is_it)
        };
        let theirs = words.iter().filter(|word| is_own(word)).count();
        let is_office = || {
            let mut parts = words.iter();
            parts.any(|word| OFFICES.contains(word)) || OFFICES.contains(&words.concat())
        };
        if theirs == 0 && is_office() {
            return Self::Another;
        }
        // Of a name in other letters an address in these tells nothing.
        let is_legible = name.contains(|c: char| c.is_ascii_alphabetic());
        let is_other = |word: &&str| word.len() > 2 && !is_own(word);
        let others = words.iter().any(is_other);
        if is_legible && words.len() > 1 && theirs < 2 && others {
            return Self::Another;
        }
        match theirs > 0 || are_initials(&words.concat(), &own) {
            true => Self::Named,
            false => Self::Anybody,
        }
    }
}

/// Tells whether letters are the first ones of the words of a name, in whatever order.
fn are_initials(letters: &str, name: &[&str]) -> bool {
    let mut first: Vec<char> = name.iter().filter_map(|word| word.chars().next()).collect();
    let mut letters: Vec<char> = letters.chars().collect();
    first.sort_unstable();
    letters.sort_unstable();
    letters.len() > 1 && first == letters
}
