//! Columns of whether the organisers have confirmed somebody: whoever is not has no place yet, and has not lost it either.

use super::heading::question;
use super::mapping::Draft;
use super::words::{holds_any, is_any};
use crate::import::consent::{self, Consent};
use crate::import::field::Field;

/// Headings below which a no says what a state calls `unconfirmed` or `not approved`, between bars.
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
    angenommen|zugelassen|platz angeboten|teilnahme bestatigt|\
    accepte|acceptee|accepte e|place proposee|presence confirmee|participation confirmee|\
    aceptado|aceptada|plaza ofrecida|asistencia confirmada|\
    przyjety|przyjeta|zaakceptowany|zaakceptowana|zaakceptowane|obecnosc potwierdzona|udzial potwierdzony|\
    derbyniwyd|wedi i dderbyn|presenoldeb wedi i gadarnhau|manzoor|qabool";

/// What stands in a file of those who were confirmed in church, or whose address was, between bars.
const OF_OTHERS: &str = "baptised|baptized|baptism|communion|baptise|baptisee|bautizado|bautizada|blacklisted|bounce|bounces|\
    bounce count|subscribed|unsubscribed|opt in|opted in|double opt in";

/// Tells whether a column asks whether the organisers have taken somebody.
pub(super) fn is_asked(draft: &Draft<'_>, column: usize) -> bool {
    let heading = question(&draft.headings[column]);
    is_any(&heading, CONFIRMED) || is_any(&heading, ACCEPTED)
}

/// Takes those below the first of them for undecided who have a no there, where nothing else says whether people come. Where
/// nobody has a yes, nobody has filled it in yet.
pub(super) fn wait(draft: &mut Draft<'_>) {
    let own = |at: &usize| draft.turned_round.contains(at) || draft.waiting.contains(at);
    let is_said = !draft.of(Field::Status).iter().all(own);
    let is_another = || {
        let mut headings = draft.headings.iter();
        headings.any(|heading| holds_any(heading, OF_OTHERS))
    };
    if draft.wished.contains(&Field::Status) || is_said || is_another() {
        return;
    }
    let said = |cell: &str| consent::bare(cell);
    let found = (0..draft.headings.len()).find(|at| {
        is_any(&question(&draft.headings[*at]), CONFIRMED)
            && !draft.is_used(*at)
            && !draft.certain.contains(at)
            && draft.mostly(*at, 1.0, |cell| said(cell) != Consent::Unclear)
            && draft.any(*at, |cell| said(cell) == Consent::Yes)
            && draft.any(*at, |cell| said(cell) == Consent::No)
    });
    let Some(column) = found else {
        return;
    };
    let rows = draft.rows();
    let rows = match rows
        .filter(|row| said(row.cell(column)) == Consent::No)
        .count()
    {
        1 => "1 row says".to_string(),
        count => format!("{count} rows say"),
    };
    let label = draft.table.header[column].trim();
    draft.notes.push(format!(
        "{rows} no to \"{label}\", which is taken for not decided yet"
    ));
    draft.columns[Field::Status as usize].push(column);
    draft.undecided.push(column);
}

#[cfg(test)]
mod tests {
    use super::super::heading::heading;
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for words in [CONFIRMED, ACCEPTED, OF_OTHERS] {
            for word in words.split('|') {
                assert_eq!(heading(word), word);
            }
        }
    }
}
