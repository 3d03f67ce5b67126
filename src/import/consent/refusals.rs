//! Consents that are taken back in a column of their own.

use super::words::behind;
use super::{Consent, bare, read};
use crate::import::columns::{heading, holds_any, is_any};
use crate::import::name;
use crate::import::stamp;

/// How a column says that somebody has left the mailing list, or wants no more of something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Left {
    /// `Unsubscribed`: with a yes, the day or the word.
    Told,
    /// `Newsletter consent withdrawn on`: in the same ways, but what else the row says may be older or newer than that.
    Withdrawn,
    /// `Unsubscribe reason`: with anything that is one.
    Why,
    /// `Contact preferences`: with a no, or words for it.
    State,
    /// `Status`: with the very word.
    Named,
}

/// A plain yes, between bars. `Subscribed` is none here.
const YES: &str = "yes|y|true|1|x|t|checked|ticked|ja|j|wahr|oui|vrai|si|verdadero|tak|prawda|ie|ydw|haan|han|ji haan";

/// A yes that more words may follow, between bars: `Yes, by phone`.
const BEGINS: &str = "yes|ja|oui|tak|haan";

/// How it begins that somebody has left, between bars.
const LEFT: &str = "unsubscribed|opted out|opt out|blacklisted|unsubscribe|withdrawn|revoked|removed|suppressed|do not email|\
    do not contact|don t email|don t contact|consent withdrawn|consent revoked|left the list|taken off|\
    abgemeldet|abbestellt|widerrufen|ausgetragen|zuruckgezogen|desinscrit|desinscrite|desabonne|desabonnee|\
    retire|retiree|revoque|dado de baja|dada de baja|de baja|desuscrito|desuscrita|revocado|retirado|\
    wypisany|wypisana|wypisano|wycofano|wycofana|zrezygnowal|zrezygnowala|dad danysgrifio|wedi dad danysgrifio";

/// What may follow that where it still is one to mail, between bars.
const OF_MAIL: &str = "from|of|on|at|by|via|all|everything|any|our|the|your|this|us|me|my|please|again|since|email|emails|e|mail|\
    mails|mailing|mailings|list|lists|newsletter|newsletters|news|updates|marketing|communications|consent|user|member|\
    subscriber|myself|vom|von|am|seit|allen|verteiler|de|la|le|les|du|el|los|del|boletin|z|ze|newslettera|o|r|y";

/// How months begin that may stand in the day that follows, between bars.
const MONTHS: &str =
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|okt|dez|fev|avr|jui|aou|ene|abr|ago|dic";

/// How it is said after a yes that it is one to mail after all, or to photos alone, between bars.
const WISHES: &str = "email me|e mail me|contact me|write to me|send me|keep me|keep sending|i want|i d like|i would like|\
    photos only|photo only|only photos|only for photos";

/// What makes none of that again, between bars.
const WISHES_NONE: &str =
    "no|not|don t|never|stop|stopped|off|out|leave|unsubscribe|unsubscribed|remove|removed|taken";

/// How somebody refuses where it is asked what they get, between bars.
const REFUSES: &str = "refused|refuses|declined|rejected|denied|objected|objects|cancelled|canceled|inactive|not subscribed|\
    not consented|not given|no consent|consent refused|consent declined|consent denied|consent not given|no contact|\
    no emails|no email|no e mails|no e mail|no mail|no mailings|no newsletter|no news|no updates|no marketing|\
    no communication|no communications|none of these|none of the above|nothing|not at all|please do not contact|\
    please don t contact|please do not contact me|please do not email|do not contact me|do not email me|don t contact me|\
    don t email me|post only|by post only|only by post|only post|letter only|phone only|by phone only|only by phone|\
    telephone only|sms only|texts only|off|out|\
    verweigert|abgelehnt|keine|keiner|nichts|kein kontakt|keine e mails|kein newsletter|keine einwilligung|\
    nicht erteilt|nur post|nur per post|nur telefon|gekundigt|inaktiv|\
    refuse|refusee|aucun|aucune|aucun contact|pas d e mail|pas d e mails|ne pas contacter|courrier uniquement|\
    par courrier uniquement|inactif|annule|\
    rechazado|denegado|ninguno|ninguna|sin contacto|no contactar|sin correos|solo correo postal|solo por correo postal|\
    inactivo|cancelado|\
    odmowa|odmowiono|brak zgody|bez kontaktu|nie kontaktowac|tylko poczta|zadne|zadnych|nieaktywny|\
    gwrthodwyd|dim cyswllt|dim e byst|dim un|post yn unig|drwy r post yn unig|inkar|koi nahi";

/// Tells whether a cell says that somebody wants no more of what its heading is about.
pub(in crate::import) fn takes_back(cell: &str, how: Left) -> bool {
    // Most people stay, and say nothing of it.
    if cell.is_empty() || matches!(cell, "No" | "no") {
        return how == Left::State && !cell.is_empty();
    }
    let word = heading(cell);
    match how {
        Left::Named => has_left(&word),
        // `No phone calls` and `No preference` leave mail alone.
        Left::State => has_left(&word) || is_any(&word, REFUSES) || bare(cell) == Consent::No,
        Left::Why => {
            let is_none = name::is_mark(cell)
                || is_any(
                    &word,
                    "none|n a|na|null|nil|not applicable|0|active|subscribed|still subscribed|not unsubscribed",
                );
            !is_none && read(cell) != Consent::No
        }
        Left::Told | Left::Withdrawn => {
            begins(&word, LEFT)
                || is_any(&word, YES)
                || begins(&word, BEGINS) && !stays(&word)
                || word.is_empty() && read(cell) == Consent::Yes
                || is_a_day(cell)
        }
    }
}

/// Tells whether a cell is a day, whatever follows it, or the seconds or days by which a program or a sheet counts it.
fn is_a_day(cell: &str) -> bool {
    let first = cell.split(' ').next().unwrap_or_default();
    // A number of any other length may be that of a person: the seconds since 1970 have ten digits, with thousandths
    // thirteen, a day of a sheet five, and one written in one number begins with its century.
    let is_counted = || {
        let begins = |first: &[&str]| first.iter().any(|first| cell.starts_with(first));
        let fits = match cell.len() {
            5 => begins(&["3", "4", "5"]),
            8 | 12 | 14 => begins(&["19", "20"]),
            10 | 13 => begins(&["1"]),
            _ => false,
        };
        fits && cell.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_zero = || !cell.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
    (stamp::is_stamp(cell) || stamp::is_stamp(first) || is_counted()) && !is_zero()
}

fn begins(words: &str, all: &str) -> bool {
    all.split('|').any(|one| behind(words, one).is_some())
}

/// Tells whether some words say that somebody has left, and what, if anything, but no other thing than mail: whoever has
/// `Opted out of SMS` or asks `Do not contact by phone` has not.
fn has_left(words: &str) -> bool {
    let is_dated = words.contains(|c: char| c.is_ascii_digit());
    let is_known = |word: &str| {
        let is_month = || is_dated && word.get(..3).is_some_and(|begin| is_any(begin, MONTHS));
        is_any(word, OF_MAIL) || word.starts_with(|c: char| c.is_ascii_digit()) || is_month()
    };
    let mut rests = LEFT.split('|').filter_map(|left| behind(words, left));
    rests.any(|rest| {
        rest.split(' ')
            .all(|word| word.is_empty() || is_known(word))
    })
}

/// Tells whether a yes is followed by the wish for what its heading says to be wanted no more: `Yes, email me`.
fn stays(words: &str) -> bool {
    holds_any(words, WISHES) && !holds_any(words, WISHES_NONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for list in [
            YES,
            BEGINS,
            LEFT,
            OF_MAIL,
            MONTHS,
            WISHES,
            WISHES_NONE,
            REFUSES,
        ] {
            for words in list.split('|') {
                assert_eq!(heading(words), words);
            }
        }
    }
}
