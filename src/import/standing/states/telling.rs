//! States that hardly anything but a sign-up has: they say so below any heading.

use super::{DOUBT, PLAIN};
use crate::import::columns::is_any;

/// More of them, each between bars. `expired` and `no` may be said of anything.
const WORDS: &str = "abandoned|unconfirmed|unapproved|not approved|not paid|not yet paid|wait list|wait listed|on wait list|\
    payment failed|\
    abgelehnt|auf warteliste|unbestatigt|unbezahlt|nicht bezahlt|\
    refuse|refusee|impaye|non paye|\
    rechazado|rechazada|anulado|anulada|pendiente|lista de espera|sin pagar|\
    odrzucony|odrzucona|odrzucone|oczekujacy|oczekujaca|oczekujace|lista rezerwowa|nieoplacony|nieoplacona|nieoplacone|\
    wedi canslo|canslwyd|gwrthodwyd|rhestr aros|heb dalu|mansookh";

/// Tells whether a word, as a heading is written, says that somebody does not come, waits or is not decided about.
pub(in crate::import) fn is_telling(word: &str) -> bool {
    let plain = |part: &str| PLAIN.iter().any(|(_, plain)| plain.contains(part));
    let mut parts = word.split(' ');
    let is_plain = parts.clone().any(plain) && !parts.any(|part| DOUBT.contains(&part));
    is_plain || is_any(word, WORDS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::columns::heading;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for word in WORDS.split('|') {
            assert_eq!(heading(word), word);
        }
    }
}
