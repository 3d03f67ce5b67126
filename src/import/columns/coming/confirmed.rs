//! Columns of whether the organisers have confirmed somebody. A no there takes no place away and is told: whoever ticks the
//! column one by one ends with a yes in each row, and a tick that is taken back does not say that somebody stays away.

use super::super::draft::Draft;
use super::super::heading::question;
use super::super::words::is_any;

/// Headings below which a no says what a state calls `unconfirmed` or `not approved`, or that nobody has ticked it yet,
/// between bars.
const CONFIRMED: &str = "confirmed|is confirmed|approved|is approved|place confirmed|booking confirmed|registration confirmed|\
    registration approved|\
    bestatigt|genehmigt|platz bestatigt|buchung bestatigt|anmeldung bestatigt|\
    confirme|confirmee|confirme e|approuve|approuvee|inscription confirmee|place confirmee|\
    confirmado|confirmada|aprobado|aprobada|plaza confirmada|inscripcion confirmada|\
    potwierdzone|potwierdzony|potwierdzona|zatwierdzone|zatwierdzony|zatwierdzona|zgloszenie potwierdzone|\
    cadarnhawyd|wedi cadarnhau|wedi i gadarnhau|tasdeeq shuda";

/// As [`CONFIRMED`], where a no may as well be the last word, between bars.
const ACCEPTED: &str = "accepted|is accepted|application accepted|registration accepted|place offered|offered a place|\
    offered place|place accepted|offer accepted|attendance confirmed|confirmed attendance|attendance approved|\
    reconfirmed|has reconfirmed|reconfirmation|ruckbestatigt|reconfirme|reconfirmee|reconfirmado|reconfirmada|\
    angenommen|zugelassen|platz angeboten|teilnahme bestatigt|\
    accepte|acceptee|accepte e|place proposee|presence confirmee|participation confirmee|\
    aceptado|aceptada|plaza ofrecida|asistencia confirmada|\
    przyjety|przyjeta|zaakceptowany|zaakceptowana|zaakceptowane|obecnosc potwierdzona|udzial potwierdzony|\
    derbyniwyd|wedi i dderbyn|presenoldeb wedi i gadarnhau|manzoor|qabool";

/// Tells whether a column asks whether the organisers have taken somebody.
pub(super) fn is_asked(draft: &Draft<'_>, column: usize) -> bool {
    let heading = question(&draft.headings[column]);
    is_any(&heading, CONFIRMED) || is_any(&heading, ACCEPTED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::columns::heading::heading;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for words in [CONFIRMED, ACCEPTED] {
            for word in words.split('|') {
                assert_eq!(heading(word), word);
            }
        }
    }
}
