//! Whether a ticket is still good, and since when somebody is off.

use crate::headings::{imported, notes};

/// Three people with what stands in columns beside them.
fn list(heading: &str, cells: [&str; 3]) -> String {
    let [one, two, three] = cells;
    format!(
        "Name,Email,{heading}\nAnn Lee,ann@example.org,{one}\nBo Day,bo@example.org,{two}\nCy Fox,cy@example.org,{three}\n"
    )
}

fn status(text: &str) -> Vec<String> {
    imported(text, &["status"])
}

const SECOND: [&str; 3] = ["confirmed", "cancelled", "confirmed"];

#[test]
fn whoever_has_no_valid_ticket_left_or_had_it_switched_off_does_not_come() {
    let text = "Order id,First name,Last name,Email,Financial status,Valid tickets,Status,Long order id\n\
                H1,Ann,Lee,ann@example.org,paid,1,complete,L1\nH2,Bo,Day,bo@example.org,free,0,complete,L2\n\
                H3,Cy,Fox,cy@example.org,paid,2,complete,L3\n";
    assert_eq!(status(text), SECOND);
    for (heading, cells) in [
        ("Valid tickets", ["1", "0", "1"]),
        ("Billets valides", ["1", "0", "1"]),
        ("Tarif,Désactivé", ["Plein,Non", "Plein,Oui", "Plein,Non"]),
        ("Ticket,Deaktiviert", ["Voll,nein", "Voll,ja", "Voll,"]),
        ("Bilet,Dezaktywowany", ["A,nie", "A,tak", "A,nie"]),
    ] {
        let text = list(heading, cells);
        assert_eq!(status(&text), SECOND, "{heading}");
        assert_eq!(notes(&text), [""; 0], "{heading}");
    }
}

#[test]
fn whoever_is_off_since_a_day_does_not_come() {
    for heading in [
        "Fecha de anulación",
        "Data anulowania",
        "Void date",
        "Declined at",
        "Abmeldedatum",
        "Date de désistement",
        "Dyddiad canslo",
        "Mansookhi ki tareekh",
    ] {
        let text = list(heading, ["", "05/03/2024", ""]);
        assert_eq!(status(&text), SECOND, "{heading}");
        assert_eq!(notes(&text), [""; 0], "{heading}");
        // Until when one may cancel stands in all rows.
        let text = list(heading, ["05/03/2024"; 3]);
        if heading != "Declined at" {
            assert_eq!(status(&text), ["confirmed"; 3], "{heading}");
        }
    }
}

#[test]
fn a_no_that_may_be_about_a_ticket_or_an_account_is_told() {
    for (heading, cells) in [
        ("Valid", ["Yes", "No", "Yes"]),
        ("Valide", ["oui", "non", "oui"]),
        ("Gültig", ["ja", "nein", "ja"]),
        ("Válido", ["sí", "no", "sí"]),
        ("Ważny", ["tak", "nie", "tak"]),
        ("Dilys", ["ie", "na", "ie"]),
        ("Active", ["TRUE", "FALSE", "TRUE"]),
        ("Actif", ["Oui", "Non", "Oui"]),
        ("Places", ["1", "0", "1"]),
        ("Quantity", ["1", "0", "1"]),
        ("Anzahl", ["1", "0", "1"]),
        ("Nombre de personnes", ["1", "0", "1"]),
    ] {
        let text = list(heading, cells);
        let told = format!(
            "1 row says no to \"{heading}\", which cancels nobody; if it asks whether they come at all, say --map status=\"{heading}\""
        );
        assert_eq!(status(&text), ["confirmed"; 3], "{heading}");
        assert_eq!(notes(&text), [told], "{heading}");
    }
}

#[test]
fn a_yes_or_a_day_that_may_be_about_something_else_is_told() {
    for (heading, cells) in [
        ("Désactivé", ["Non", "Oui", "Non"]),
        (
            "Ticket,Login,Désactivé",
            ["A,ann,Non", "A,bo,Oui", "A,cy,Non"],
        ),
        ("Barcode,Disabled", ["Q1,0", "Q2,1", "Q3,0"]),
        ("Devuelto", ["", "Sí", ""]),
        ("Archived", ["No", "Yes", "No"]),
        ("Spam", ["", "Yes", ""]),
        ("IBAN,Date de remboursement", [",", "X1,05/03/2024", ","]),
        (
            "Montant payé,Montant remboursé,Date de remboursement",
            ["20,,", "20,10,05/03/2024", "20,,"],
        ),
    ] {
        let text = list(heading, cells);
        let (_, label) = heading.rsplit_once(',').unwrap_or(("", heading));
        let told = format!(
            "\"{label}\" is filled in in 1 row, which was not read and takes nobody's place away; if it says who does not come, call it \"Cancelled\" and write yes below it"
        );
        assert_eq!(status(&text), ["confirmed"; 3], "{heading}");
        assert_eq!(notes(&text), [told], "{heading}");
    }
}

#[test]
fn what_only_looks_like_a_ticket_that_is_off_is_nothing() {
    for (heading, cells) in [
        ("Valid until", ["2025-01-01", "", "2025-01-01"]),
        ("Disabled", ["No", "Yes", "No"]),
        ("Are you disabled?", ["No", "Yes", "No"]),
        ("Declined newsletter at", ["", "2024-03-05", ""]),
        ("T-shirts", ["1", "0", "1"]),
        ("Donation", ["5", "0", "10"]),
        ("Quantity", ["0", "0", "1"]),
        ("Active", ["Yes", "Yes", "Yes"]),
        ("Active", ["Runner", "Swimmer", "No sport"]),
        ("Valid ID", ["Yes", "No", "Yes"]),
        ("Places visited", ["1", "0", "2"]),
        ("Date de naissance", ["", "1980-03-05", ""]),
    ] {
        let text = list(heading, cells);
        assert_eq!(status(&text), ["confirmed"; 3], "{heading}");
        assert_eq!(notes(&text), [""; 0], "{heading}");
    }
}
