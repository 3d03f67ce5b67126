use super::PLAIN;
use crate::import::columns::is_any;

/// How begins what goes on to say what else was cancelled, between bars.
pub(super) const COMES: &str = "coming|attending|going|yes|confirmed|kommt|komme|ja|vient|viens|oui|viene|si|tak|przyjdzie|ydw|byddaf";

/// Tells whether somebody comes who has cancelled something else: `Coming (cancelled hotel)`. `Confirmed, then cancelled` is
/// nobody's place.
pub(super) fn comes_but_not(word: &str) -> bool {
    let Some((first, rest)) = word.split_once(' ') else {
        return false;
    };
    let said = |part: &str| PLAIN.iter().any(|(_, plain)| plain.contains(part)) || part == "then";
    is_any(first, COMES) && !rest.split(' ').all(said)
}

/// Words for what was not meant, behind what was done; in some languages they stand before it.
const UNMEANT: &[&str] = &[
    "by mistake",
    "in error",
    "by accident",
    "mistakenly",
    "accidentally",
    "versehentlich",
    "irrtumlich",
    "aus versehen",
    "par erreur",
    "por error",
    "por equivocacion",
    "przez pomylke",
    "przez przypadek",
    "omylkowo",
    "pomylkowo",
    "trwy gamgymeriad",
    "drwy gamgymeriad",
    "ghalti se",
];

/// Tells whether somebody comes whose cancellation was the mistake: `Cancelled by mistake - coming`. Without a word of
/// coming the mistake may be why it was cancelled, and `Cancelled (booked in error)` says nothing else.
pub(super) fn comes_after_all(word: &str) -> bool {
    let is_known = |part: &str| is_any(part, COMES);
    if !word.split(' ').any(is_known) {
        return false;
    }
    let is_off = |part: Option<&str>| {
        let (_, off) = PLAIN[0];
        part.is_some_and(|part| off.contains(part))
    };
    UNMEANT.iter().any(|unmeant| {
        word.split_once(unmeant).is_some_and(|(before, behind)| {
            is_off(before.split_whitespace().next_back())
                || is_off(behind.split_whitespace().next())
        })
    })
}
