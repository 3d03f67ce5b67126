//! Whose an address may be, by what stands before its `@`.

use super::called::{is_short_for, is_title, untitled};
use super::name;
use crate::import::word_list::{WordList, list};

/// Words in addresses that whoever has an office reads. `hello`, `info` and `mail` are no such: so people head their own domains.
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
    "helpdesk",
    "hr",
    "humanresources",
    "invoice",
    "invoices",
    "kadry",
    "kasse",
    "ksiegowosc",
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
    /// Returns what an address tells of whoever has a name, as it was written.
    pub(super) fn of(address: &str, whole: &str) -> Self {
        let before = address.split(['@', '+']).next().unwrap_or_default();
        let letters = |part: &str| {
            let letters: String = part.chars().filter(|c| c.is_alphabetic()).collect();
            name::key(&letters)
        };
        let words: Vec<String> = before.split(['.', '_', '-']).map(letters).collect();
        let words = words.iter().map(String::as_str);
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let name = untitled(whole);
        let own: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
        let fits = |own: &str, word: &str| own == word || own.len() > 2 && is_short_for(own, word);
        let plain = name::plain_umlauts;
        let is_it = |own: &str, word: &str| fits(own, word) || fits(&plain(own), &plain(word));
        let is_own = |word: &str| word.len() > 1 && own.iter().any(|own| is_it(own, word));
        let theirs = words.iter().filter(|word| is_own(word)).count();
        let is_office = || {
            let mut parts = words.iter();
            parts.any(|word| OFFICES.contains(word)) || OFFICES.contains(&words.concat())
        };
        if theirs == 0 && is_office() {
            return Self::Another;
        }
        let given = given_names(whole);
        let is_given = |word: &&str| word.len() > 2 && given.split(' ').any(|own| is_it(own, word));
        // Of a name in other letters an address in these tells nothing.
        let is_legible = name.contains(|c: char| c.is_ascii_alphabetic());
        let is_other = |word: &&str| word.len() > 2 && !is_own(word);
        let others = words.iter().any(is_other);
        if is_legible && words.len() > 1 && theirs < 2 && others {
            // `red.rosa`, `sue-and-jim` and an address under a maiden name are hers; `john.hay` is not Sue Hay's.
            return match words.iter().any(is_given) {
                true => Self::Anybody,
                false => Self::Another,
            };
        }
        match theirs > 0 || are_initials(&words.concat(), &own) {
            true => Self::Named,
            false => Self::Anybody,
        }
    }
}

/// Returns the given name, to compare by, in a name as it was written: `Rosa` of `Rosa Moor` and of `Moor, Rosa`.
fn given_names(name: &str) -> String {
    let behind = name.split_once(',').map_or(name, |(_, given)| given);
    let mut words = behind.split_whitespace();
    let given = words.find(|word| !is_title(word));
    given.map_or_else(String::new, name::key)
}

/// Tells whether letters are the first ones of the words of a name, in whatever order.
fn are_initials(letters: &str, name: &[&str]) -> bool {
    let mut first: Vec<char> = name.iter().filter_map(|word| word.chars().next()).collect();
    let mut letters: Vec<char> = letters.chars().collect();
    first.sort_unstable();
    letters.sort_unstable();
    letters.len() > 1 && first == letters
}
