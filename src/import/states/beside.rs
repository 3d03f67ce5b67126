use super::PLAIN;

/// How begins what goes on to say what else was cancelled, between bars.
const COMES: &str = "coming|attending|going|yes|confirmed|kommt|komme|ja|vient|viens|oui|viene|si|tak|przyjdzie|ydw|byddaf";

/// Tells whether somebody comes who has cancelled something else: `Coming (cancelled hotel)`. `Confirmed, then cancelled` is
/// nobody's place.
pub(super) fn comes_but_not(word: &str) -> bool {
    let Some((first, rest)) = word.split_once(' ') else {
        return false;
    };
    let said = |part: &str| PLAIN.iter().any(|(_, plain)| plain.contains(part)) || part == "then";
    COMES.split('|').any(|known| known == first) && !rest.split(' ').all(said)
}
