//! Headings of states that are made of two words: what it is, and what of. `Status of registration`, `Payment state` and
//! `État de l'inscription` are too many for a list of whole headings.

use super::is_any;

/// What a state is called, between bars.
const STATES: &str = "status|state|stage|statut|etat|estado|etapa|situacion|stan|etap|statws|cyflwr|zustand|stand|stato|\
    situacao|haisiyat";

/// Of what it is one that says whether somebody comes, between bars: of a sign-up, whoever has signed up, or what they pay
/// for it. Of a membership or a visa it says nothing.
const OF: &str = "registration|registrations|registrant|sign|signup|booking|bookings|order|ticket|tickets|attendee|attendance|\
    participant|participation|delegate|guest|invite|invitation|invitee|rsvp|response|reply|reservation|place|seat|\
    application|applicant|approval|acceptance|confirmation|entry|submission|payment|transaction|\
    admission|enrolment|enrollment|purchase|\
    anmeldung|buchung|bestellung|teilnahme|teilnehmer|teilnehmers|teilnehmerin|zahlung|einladung|reservierung|\
    registrierung|zusage|bewerbung|platzes|tickets|\
    inscription|inscriptions|reservation|commande|billet|participant|participante|invitation|paiement|presence|demande|\
    reponse|candidature|place|\
    inscripcion|registro|reserva|pedido|entrada|asistente|asistencia|participacion|participante|invitacion|pago|\
    solicitud|respuesta|plaza|confirmacion|\
    zgloszenia|zgloszenie|rejestracji|rejestracja|rezerwacji|zamowienia|zamowienie|biletu|bilet|uczestnika|uczestnictwa|\
    zaproszenia|platnosci|zapisu|obecnosci|udzialu|\
    cofrestru|cofrestriad|archeb|archebu|tocyn|taliad|gwahoddiad|presenoldeb|cyfranogwr|cais|adaigi|tasdeeq";

/// What says of a state that somebody is off, so that a no to it means that they come, between bars.
const CANCELLING: &str = "cancellation|cancelation|cancellations|cancelling|canceling|\
    storno|stornierung|absage|abmeldung|annulation|desistement|cancelacion|anulacion|anulowania|anulowanie|rezygnacji|canslo";

/// The small words beside them, between bars.
const JOINTS: &str = "of|the|your|their|this|current|for|s|up|to|event|der|die|des|du|de|d|la|le|l|del|el|mi|su|tu|y|yr|r|o|ki|ka|\
    w|na|aktueller|actuel|actual|obecny";

/// What German puts before one in the same word, between bars.
const BEFORE: &str = "anmelde|anmeldungs|buchungs|bestell|zahlungs|teilnahme|teilnehmer|ticket|registrierungs|einladungs|\
    reservierungs|bestatigungs|bewerbungs|zusage|bezahl";

/// As [`BEFORE`], of who is off.
const BEFORE_OFF: &str = "storno|stornierungs|absage|abmelde";

/// What a confirmation is called, which may be the mail that confirms, between bars; the beginning of a word.
const CONFIRMATION: &str = "confirmation|bestatigung|confirmacion|potwierdzeni|cadarnhad|tasdeeq";

/// Headings of a word that may be a state, or something else altogether.
const LOOSE: &str = "stage|acceptance|confirmation|outcome|decision|anmeldestand|stand der dinge|entscheidung|bestatigung|etape|\
    acceptation|decision finale|confirmacion|aceptacion|decyzja|potwierdzenie|akceptacja|etap|etapa|cadarnhad|penderfyniad|\
    derbyniad|tasdeeq";

/// Tells whether a heading asks for the state of a sign-up or of what was paid for it, and for nothing else.
pub(in crate::import::columns) fn is_of_sign_up(heading: &str) -> bool {
    of_what(heading).is_some_and(|(of, off)| of + off > 0)
}

/// Tells whether a heading asks for such a state of cancelling: whoever says no there has not cancelled.
pub(in crate::import::columns) fn is_of_cancelling(heading: &str) -> bool {
    of_what(heading).is_some_and(|(_, off)| off > 0)
}

/// What is paid, in the headings of its state, between bars.
const PAYMENT: &str = "payment|paid|zahlung|zahlungsstatus|zahlungsstand|zahlungszustand|bezahlstatus|bezahlstand|bezahlt|\
    paiement|paye|payee|pago|pagado|pagada|platnosci|oplacone|taliad|adaigi";

/// Words beside it that ask for nothing else, between bars.
const BESIDE_PAYMENT: &str = "has|have|been|you|yet|already|received|made|in|full|fully|yes|no|y|n|ja|nein|oui|non|si|tak|nie";

/// Tells whether a heading of a state asks whether somebody has paid, and for nothing else: whoever has not yet may still come.
/// A question whether they come may speak of paying too.
pub(in crate::import::columns) fn is_of_payment(heading: &str) -> bool {
    let is_payment = |word: &str| is_any(word, PAYMENT);
    let lists = [PAYMENT, STATES, JOINTS, BESIDE_PAYMENT];
    let is_plain = |word: &str| lists.into_iter().any(|list| is_any(word, list));
    heading.split(' ').any(is_payment)
        && (heading.split(' ').all(is_plain) || is_of_sign_up(heading))
}

/// Tells whether a heading is about a confirmation, which may be the mail that confirms.
pub(in crate::import::columns) fn is_of_confirmation(heading: &str) -> bool {
    let mut words = heading.split(' ');
    words.any(|word| {
        let mut begins = CONFIRMATION.split('|');
        begins.any(|begins| word.starts_with(begins))
    })
}

/// Returns how many words of a state say that it is one of a sign-up, and how many one of cancelling; none of any other
/// heading.
fn of_what(heading: &str) -> Option<(usize, usize)> {
    let compound = |word: &str, before: &str| {
        let stem = ["status", "stand", "zustand"];
        let mut stem = stem.iter().filter_map(|end| word.strip_suffix(end));
        stem.any(|stem| is_any(stem, before))
    };
    let (mut states, mut of, mut off) = (0, 0, 0);
    for word in heading.split(' ') {
        match word {
            _ if is_any(word, STATES) => states += 1,
            _ if is_any(word, OF) => of += 1,
            _ if is_any(word, CANCELLING) => off += 1,
            _ if is_any(word, JOINTS) => {}
            _ if compound(word, BEFORE) => (states, of) = (states + 1, of + 1),
            _ if compound(word, BEFORE_OFF) => (states, off) = (states + 1, off + 1),
            _ => return None,
        }
    }
    (states == 1).then_some((of, off))
}

/// Tells whether a heading may be that of a state, if what stands below it says so.
pub(in crate::import::columns) fn is_loose(heading: &str) -> bool {
    is_any(heading, LOOSE)
}

#[cfg(test)]
mod tests {
    use super::super::super::heading;
    use super::*;

    #[test]
    fn the_state_of_a_sign_up_is_told_from_others() {
        for text in [
            "Payment state",
            "Status of registration",
            "State of your registration",
            "État de l'inscription",
            "Entry_Status",
            "Sign-up stage",
            "Stand der Anmeldung",
            "Buchungsstatus",
            "Anmeldestand",
            "Estado de la inscripción",
            "Stan zgłoszenia",
            "Statws y cofrestriad",
        ] {
            assert!(is_of_sign_up(&heading(text)), "{text}");
        }
        for text in [
            "State",
            "Stage",
            "Home state",
            "Membership status",
            "Visa status",
            "Marital status",
            "Order",
            "Talk submission status",
            "",
        ] {
            assert!(!is_of_sign_up(&heading(text)), "{text}");
        }
    }

    #[test]
    fn a_heading_that_speaks_of_paying_and_asks_for_more_is_of_no_payment() {
        for text in [
            "Paid",
            "Paid? (Y/N)",
            "Payment received",
            "Has paid in full",
            "Payment status of your order",
            "Zahlungsstatus",
            "Bezahlt",
            "\u{c9}tat du paiement",
            "Pagado",
            "Status p\u{142}atno\u{15b}ci",
        ] {
            assert!(is_of_payment(&heading(text)), "{text}");
        }
        for text in [
            "Will you be attending? Tickets must be paid for in advance.",
            "Are you coming? Please note entry is paid on the door.",
            "Booking status (paid)",
            "Attending (payment on the door)",
            "Kommst du? Der Eintritt wird bezahlt",
            "Status",
        ] {
            assert!(!is_of_payment(&heading(text)), "{text}");
        }
    }

    #[test]
    fn all_words_are_written_as_headings_are() {
        for words in [
            STATES,
            OF,
            CANCELLING,
            JOINTS,
            BEFORE,
            BEFORE_OFF,
            LOOSE,
            CONFIRMATION,
            PAYMENT,
            BESIDE_PAYMENT,
        ] {
            for word in words.split('|') {
                assert_eq!(heading(word), word);
            }
        }
    }
}
