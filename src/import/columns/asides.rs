//! Columns in which whoever keeps a list writes beside a row whatever there is to say of it.

use super::heading::heading;
use super::words::holds_any;

/// Words of their headings.
const WORDS: &str = "note|notes|comment|comments|remark|remarks|info|admin|internal|office|update|check|checked|action|actions|\
    organiser|organisers|organizer|log|history|changes|change|follow up|called|contacted|replied|result|misc|other|todo|\
    bemerkung|bemerkungen|anmerkung|anmerkungen|notiz|notizen|intern|info|hinweis|hinweise|sonstiges|erledigt|\
    remarque|remarques|commentaire|commentaires|interne|observations|suivi|divers|\
    observaciones|comentario|comentarios|notas|nota|interno|seguimiento|otros|\
    uwagi|uwaga|notatki|notatka|komentarz|inne|nodiadau|nodyn|sylwadau|arall|tabsara|note";

/// Tells whether a column is one of these: it is called so, or not at all.
pub(in crate::import) fn is_aside(label: &str) -> bool {
    let label = heading(label);
    let unnamed = label.strip_prefix("column ");
    unnamed.is_some_and(|nth| nth.parse::<usize>().is_ok()) || holds_any(&label, WORDS)
}
