//! What stands in a list of answers for those who have not given any: a word for it, which leaves it open whether they
//! come, or a sign that stands for nothing.

use super::super::columns::{heading, is_any};

/// What says that somebody was asked and has not answered, or has yet to pay, between bars.
const OPEN: &str = "needsaction|needs action|no answer|no answer yet|not answered|\
    not yet answered|unanswered|no reply yet|no response yet|awaiting reply|awaiting response|not confirmed|\
    not yet confirmed|not registered|not yet registered|to confirm|\
    keine antwort|keine ruckmeldung|noch keine antwort|\
    noch keine ruckmeldung|nicht geantwortet|noch nicht geantwortet|unbeantwortet|zu bestatigen|nicht bestatigt|\
    ohne antwort|ohne ruckmeldung|zahlung ausstehend|\
    sans reponse|pas de reponse|aucune reponse|pas repondu|\
    pas encore repondu|n a pas repondu|non confirme|non confirmee|\
    sin respuesta|sin responder|no ha respondido|aun no ha respondido|\
    no contesta|no confirmado|no confirmada|pendiente de pago|pendiente de respuesta|pendiente de confirmar|\
    pendiente de confirmacion|\
    brak odpowiedzi|bez odpowiedzi|\
    nie odpowiedzial|nie odpowiedziala|oczekuje na platnosc|oczekuje na odpowiedz|oczekuje na potwierdzenie|\
    do potwierdzenia|\
    dim ateb|dim ymateb|heb ateb|heb ymateb|\
    jawab nahi|jawab nahin|koi jawab nahi|koi jawab nahin|jawab nahi diya|jawab nahin diya";

/// What says that somebody was invited, between bars. Most languages have one word for them and for a guest, who comes: among
/// answers it is none of them, and below a state nobody can know what it means.
const INVITED: &str = "invite sent|invitation sent|\
    eingeladen|einladung verschickt|einladung versendet|invite|invitee|invite e|invitation envoyee|\
    invitado|invitada|invitacion enviada|\
    zaproszony|zaproszona|zaproszono|zaproszenie wyslane|wyslano zaproszenie|\
    wedi gwahodd|wedi i wahodd|wedi ei gwahodd|gwahoddwyd|dawat di|dawat bheji";

/// What stands where there is nothing to say, between bars.
const NOTHING: &str = "n a|na|none|null|nil|unknown|not known|not yet|blank|\
    k a|keine|keine angabe|unbekannt|noch nicht|nc|n c|aucun|aucune|inconnu|inconnue|pas encore|\
    ninguno|ninguna|s r|desconocido|todavia no|aun no|brak|b d|nie wiadomo|jeszcze nie|dim|abhi nahi|abhi nahin";

/// Longer than this nobody writes so little.
const LONGEST: usize = 40;

/// Tells whether a cell below a state says that somebody has not answered.
pub(in crate::import) fn is_open(cell: &str) -> bool {
    cell.len() <= LONGEST && is_any(&heading(cell), OPEN)
}

/// Tells whether a cell of a list of answers is none.
pub(in crate::import) fn is_none(cell: &str) -> bool {
    if cell.len() > LONGEST {
        return false;
    }
    let word = heading(cell);
    let is_sign = || {
        cell.chars()
            .all(|c| c.is_ascii_punctuation() || "–—…".contains(c))
    };
    let is_open = [OPEN, INVITED, NOTHING]
        .iter()
        .any(|words| is_any(&word, words));
    word.is_empty() && is_sign() || is_open
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for word in [OPEN, INVITED, NOTHING]
            .iter()
            .flat_map(|words| words.split('|'))
        {
            assert_eq!(heading(word), word);
        }
    }

    #[test]
    fn no_answer_is_told_from_one() {
        for cell in ["-", "?", "–", "n/a", "N/A", "None", "Keine Antwort", "Brak"] {
            assert!(is_none(cell), "{cell}");
        }
        for cell in [
            "✗",
            "✓",
            "x",
            "No",
            "Nein",
            "Yes",
            "0",
            "Maybe",
            "No thanks",
        ] {
            assert!(!is_none(cell), "{cell}");
        }
    }
}
