//! Headings that say what was cancelled: `Order cancelled`, `Ticket erstattet`. The hotel, the coach and the dinner are
//! booked too, so that nothing else may stand there.

use super::is_any;

/// A sign-up in one word, or what somebody has by it, between bars. More than one of them may be a number.
const SIGN_UP: &str = "order|booking|ticket|registration|sign up|signup|place|participation|attendance|rsvp|attendee|\
    bestellung|buchung|anmeldung|registrierung|teilnahme|\
    commande|billet|inscription|participation|\
    pedido|entrada|inscripcion|registro|participacion|asistencia|\
    zamowienie|bilet|rejestracja|zgloszenie|udzial|\
    archeb|tocyn|cofrestriad";

/// What became of it, between bars.
const OFF: &str = "cancelled|canceled|refunded|withdrawn|voided|\
    storniert|abgesagt|erstattet|zuruckerstattet|zuruckgezogen|\
    annule|annulee|rembourse|remboursee|retiree|\
    cancelado|cancelada|anulado|anulada|reembolsado|reembolsada|retirada|\
    anulowane|anulowany|anulowana|anulowano|wycofane|wycofana|odwolane|odwolana|zwrocone|zwrocony|\
    canslwyd|wedi canslo|wedi i ganslo|wedi i chanslo|wedi ei ganslo|wedi ei chanslo|mansookh|cancel hui|cancel ho gaya";

/// Small words before it, between them and behind it, between bars.
const BEFORE: &str = "is|has|was|the|your|date|ist|wurde|la|le|l|el|y|czy";
const BETWEEN: &str = "is|was|has been|ist|wurde|a ete|est|ha sido|fue|zostala|zostalo|zostal";
const BEHIND: &str = "at|on|date|am|le|el";

/// Tells whether a heading says of a sign-up, or of what somebody has by it, that it is off, and says nothing else.
pub(in crate::import::columns) fn is_sign_up_off(heading: &str) -> bool {
    let mut heading = heading;
    while let Some((word, rest)) = heading.split_once(' ')
        && is_any(word, BEFORE)
    {
        heading = rest;
    }
    if let Some((rest, word)) = heading.rsplit_once(' ')
        && is_any(word, BEHIND)
    {
        heading = rest;
    }
    OFF.split('|').any(|off| {
        let before = heading.strip_suffix(off);
        let before = before.and_then(|before| before.strip_suffix(' '));
        before.is_some_and(|before| {
            let mut between = BETWEEN.split('|');
            let plain = between.find_map(|word| before.strip_suffix(word)?.strip_suffix(' '));
            is_any(plain.unwrap_or(before), SIGN_UP)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::heading::heading;
    use super::*;

    #[test]
    fn a_sign_up_that_is_off_is_told_from_something_else_that_is() {
        for text in [
            "Order cancelled",
            "Booking cancelled?",
            "Ticket refunded",
            "Registration was cancelled",
            "Ticket cancelled at",
            "Date booking cancelled",
            "Bestellung storniert",
            "Commande annulée",
            "Inscripción cancelada",
            "Zamówienie anulowane",
            "Archeb wedi'i chanslo",
            "Booking mansookh",
        ] {
            assert!(is_sign_up_off(&heading(text)), "{text}");
        }
        for text in [
            "Cancelled",
            "Hotel booking cancelled",
            "Dinner ticket refunded",
            "Previous booking cancelled",
            "Tickets cancelled",
            "Order partially refunded",
            "Order not cancelled",
            "Booking cancelled by",
            "Cancellation policy",
            "Membership cancelled",
            "Event cancelled",
        ] {
            assert!(!is_sign_up_off(&heading(text)), "{text}");
        }
    }

    #[test]
    fn all_words_are_written_as_headings_are() {
        for words in [SIGN_UP, OFF, BEFORE, BETWEEN, BEHIND] {
            for word in words.split('|') {
                assert_eq!(heading(word), word);
            }
        }
    }
}
