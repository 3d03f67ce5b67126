//! Columns of states and of dates whatever words they are headed by, and what is said of those that were not read.

use crate::headings::imported;

fn statuses(text: &str) -> Vec<String> {
    imported(text, &["status"])
}

#[test]
fn the_state_of_a_sign_up_is_read_whatever_its_column_is_called() {
    let file = |heading: &str, words: [&str; 4]| {
        let [coming, pending, waiting, off] = words;
        format!(
            "Name;Email;{heading}\nAnn Lee;ann@example.org;{coming}\nBo Day;bo@example.org;{pending}\n\
             Cy Fox;cy@example.org;{waiting}\nDi Gay;di@example.org;{off}\n"
        )
    };
    let english = ["Confirmed", "Pending", "Waitlisted", "Declined"];
    for (headings, words) in [
        (
            &[
                "Payment state",
                "Status of registration",
                "State of registration",
                "Registration stage",
                "Entry_Status",
                "Acceptance",
                "Stage",
                "Confirmation",
                "Outcome",
            ][..],
            english,
        ),
        (
            &["Stand der Anmeldung", "Buchungsstand", "Entscheidung"],
            ["bestätigt", "ausstehend", "Warteliste", "abgelehnt"],
        ),
        (
            &["État de l'inscription", "Statut de la réservation", "Étape"],
            ["confirmé", "en attente", "sur liste d'attente", "refusée"],
        ),
        (
            &["Estado de la inscripción", "Situación de la reserva"],
            ["confirmado", "pendiente", "lista de espera", "cancelada"],
        ),
        (
            &["Stan zgłoszenia", "Etap rejestracji", "Decyzja"],
            ["potwierdzone", "oczekujące", "lista rezerwowa", "odrzucone"],
        ),
        (
            &["Statws y cofrestriad", "Cyflwr archeb"],
            ["cadarnhawyd", "heb dalu", "rhestr aros", "canslwyd"],
        ),
    ] {
        for heading in headings {
            let expected = ["confirmed", "pending", "waiting", "cancelled"];
            assert_eq!(statuses(&file(heading, words)), expected, "{heading}");
        }
    }
    // Of a membership, of a country and of a theatre it says nothing, and a yes is the answer to anything.
    for heading in ["Membership status", "Visa status", "Talk submission status"] {
        assert_eq!(
            statuses(&file(heading, english)),
            ["confirmed"; 4],
            "{heading}"
        );
    }
    assert_eq!(
        statuses(&file("Stage", ["Main", "Declined", "Side", "Main"])),
        ["confirmed"; 4]
    );
    assert_eq!(
        statuses(&file("Confirmation", ["Yes", "No", "Yes", "No"])),
        ["confirmed"; 4]
    );
}

#[test]
fn who_got_the_money_back_does_not_come_and_who_was_refused_it_does() {
    let file = |heading: &str, word: &str| {
        format!("Name,Email,{heading}\nAnn Lee,ann@example.org,\nBo Day,bo@example.org,{word}\n")
    };
    for (heading, word) in [
        ("Refund status", "Refunded"),
        ("Refund", "Full refund"),
        ("Refund state", "2024-03-03"),
        ("Erstattungsstatus", "erstattet"),
        ("Statut du remboursement", "remboursé"),
        ("Estado del reembolso", "reembolsado"),
        ("Status zwrotu", "zwrócone"),
    ] {
        assert_eq!(
            statuses(&file(heading, word)),
            ["confirmed", "cancelled"],
            "{heading}"
        );
    }
    for word in ["Declined", "Requested", "none", "Not refunded"] {
        assert_eq!(
            statuses(&file("Refund status", word)),
            ["confirmed"; 2],
            "{word}"
        );
    }
}
