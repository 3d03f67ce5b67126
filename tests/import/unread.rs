//! Columns of states and of dates whatever words they are headed by, and what is said of those that were not read.

use plenary::import::Field;

use crate::desk::Desk;
use crate::headings::{imported, notes};
use crate::later::people;
use crate::updates::import;

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

#[test]
fn what_an_event_calendar_calls_confirmed_and_verified_is_a_state_and_its_date_is_the_events() {
    let text = "ID,Event,Date,Order Time,Ticket,Transaction ID,Total Price,Gateway,Name,Email,Ticket Variation,Confirmation,Verification\n\
                91,Spring,2024-04-13,2024-03-01 10:00:00,General,T1,Free,Free,Ann Lee,ann@example.org,,Confirmed,Verified\n\
                92,Spring,2024-04-13,2024-03-02 10:00:00,General,T2,Free,Free,Bo Day,bo@example.org,,Pending,Waiting\n\
                93,Spring,2024-04-13,2024-03-03 10:00:00,General,T3,Free,Free,Cy Fox,cy@example.org,,Rejected,Verified\n\
                94,Spring,2024-04-13,2024-03-04 10:00:00,General,T4,Free,Free,Di Gay,di@example.org,,Confirmed,Canceled\n";
    let expected = [
        "Ann Lee, confirmed, 2024-03-01 10:00",
        "Bo Day, pending, 2024-03-02 10:00",
        "Cy Fox, cancelled, 2024-03-03 10:00",
        "Di Gay, cancelled, 2024-03-04 10:00",
    ];
    assert_eq!(imported(text, &["name", "status", "registered"]), expected);
    assert_eq!(notes(text), [""; 0]);
}

#[test]
fn a_member_of_a_campaign_comes_as_far_as_they_have_said() {
    for (headings, sent) in [
        ("Campaign Name,Member Status", "Sent"),
        ("Kampagnenname,Mitgliedsstatus", "Gesendet"),
    ] {
        let rows = [sent, "Registered", "Declined", "Waitlisted", "Responded"];
        let rows = rows.iter().enumerate();
        let rows =
            rows.map(|(at, word)| format!("Spring,{word},Person{at} Lee,p{at}@example.org\n"));
        let text = format!("{headings},Name,Email\n{}", rows.collect::<String>());
        let expected = ["pending", "confirmed", "cancelled", "waiting", "confirmed"];
        assert_eq!(statuses(&text), expected, "{headings}");
        assert_eq!(notes(&text), [""; 0]);
    }
}

#[test]
fn an_entry_whose_payment_was_given_back_is_cancelled() {
    let head =
        "Name (First),Name (Last),Email,Entry Id,Entry Date,Source Url,Payment Status,User IP\n";
    let row = |state: &str| {
        format!(
            "{head}Ann,Lee,ann@example.org,501,2024-03-01 10:00:00,https://example.org/,{state},203.0.113.9\n"
        )
    };
    let mut desk = Desk::new();
    for (state, expected) in [
        ("Processing", "confirmed"),
        ("Paid", "confirmed"),
        ("Refunded", "cancelled"),
    ] {
        import(&mut desk, &row(state));
        assert_eq!(
            people(&desk, &["name", "status"]),
            [format!("Ann Lee, {expected}")]
        );
    }
}

#[test]
fn what_was_begun_and_not_sent_is_pending() {
    let entries = "Name,Email,Entry ID,Entry Date,Entry Notes,Type,Viewed,Starred\n\
                   Ann Lee,ann@example.org,31,2024-03-01 10:00,,Completed,,\n\
                   Bo Day,bo@example.org,32,2024-03-02 10:00,,Partial,,\n\
                   Cy Fox,cy@example.org,33,2024-03-02 10:00,,Abandoned,,\n\
                   Buy Pills,di@example.org,34,2024-03-02 10:00,,Spam,,\n";
    assert_eq!(
        statuses(entries),
        ["confirmed", "pending", "pending", "pending"]
    );
    let desk = &mut Desk::new();
    import(desk, entries);
    assert_eq!(people(desk, &["source"])[0], "wpforms");
    for (submitted, page) in [
        ("submitdate. Date submitted", "lastpage. Last page"),
        ("submitdate", "lastpage"),
        ("Datum Abgeschickt", "Letzte Seite"),
    ] {
        let text = |sent: &str| {
            format!(
                "id,{submitted},{page},Name,Email\n1,2024-03-01 10:00:00,3,Ann Lee,ann@example.org\n2,{sent},1,Bo Day,\n"
            )
        };
        let told = format!("1 row was begun and not sent, where \"{submitted}\" is blank: pending");
        assert_eq!(statuses(&text("")), ["confirmed", "pending"], "{submitted}");
        assert_eq!(notes(&text("")), [told]);
        // Where nobody was asked when they sent it, everybody has.
        let blank = text("").replace("2024-03-01 10:00:00", "");
        assert_eq!(statuses(&blank), ["confirmed", "confirmed"], "{submitted}");
        assert_eq!(notes(&text("2024-03-02 10:00:00")), [""; 0]);
    }
}

#[test]
fn a_column_that_says_who_does_not_come_and_was_not_read_is_told() {
    let file = |heading: &str, words: [&str; 4]| {
        let [one, two, three, four] = words;
        format!(
            "Name;Email;{heading}\nAnn Lee;ann@example.org;{one}\nBo Day;bo@example.org;{two}\n\
             Cy Fox;cy@example.org;{three}\nDi Gay;di@example.org;{four}\n"
        )
    };
    for (heading, words, told) in [
        (
            "Hotel",
            ["Booked", "Pending", "Pending", "Cancelled"],
            "\"Pending\", \"Cancelled\" in 3 rows",
        ),
        (
            "Bearbeitet",
            ["ja", "abgelehnt", "ja", "Warteliste"],
            "\"abgelehnt\", \"Warteliste\" in 2 rows",
        ),
        (
            "Virement",
            ["reçu", "reçu", "remboursé", "reçu"],
            "\"remboursé\" in 1 row",
        ),
        (
            "Transferencia",
            ["sí", "pendiente", "reembolsado", "sí"],
            "\"pendiente\", \"reembolsado\" in 2 rows",
        ),
        (
            "Przelew",
            ["tak", "zwrócone", "tak", "anulowano"],
            "\"zwrócone\", \"anulowano\" in 2 rows",
        ),
        (
            "Arian",
            ["ie", "heb dalu", "canslwyd", "ie"],
            "\"heb dalu\", \"canslwyd\" in 2 rows",
        ),
        (
            "Track",
            ["Declined", "Waiting", "Unpaid", "Refunded"],
            "\"Declined\", \"Waiting\", \"Unpaid\" and more in 4 rows",
        ),
    ] {
        let text = file(heading, words);
        let told = format!(
            "\"{heading}\" says {told}, which was not read and takes nobody's place away; if it tells whether they come, say --map status=\"{heading}\""
        );
        assert_eq!(notes(&text), [told]);
        assert_eq!(statuses(&text), ["confirmed"; 4], "{heading}");
    }
    for words in [
        ["Yes", "No", "Maybe", "No"],
        ["Not cancelled", "Paid", "Vegan", "Expired"],
        ["", "", "", ""],
    ] {
        assert_eq!(notes(&file("Hotel", words)), [""; 0], "{words:?}");
    }
    // What another column says already need not be said again, and of many words none is a state.
    let said = "Name,Email,Status,Detail\nAnn Lee,ann@example.org,Going,\nBo Day,bo@example.org,Cancelled,Refunded\n";
    assert_eq!(notes(said), [""; 0]);
    let told = "\"Detail\" says \"Refunded\" in 1 row, which was not read and takes nobody's place away; if it tells whether they come, say --map status=\"Detail\"";
    assert_eq!(notes(&said.replace("Going,", "Going,Refunded")), [told]);
    let rows = (0..20).map(|at| format!("Person{at} Lee,p{at}@example.org,cancelled {at}\n"));
    let many = format!("Name,Email,Journey\n{}", rows.collect::<String>());
    assert_eq!(notes(&many), [""; 0]);
    let desk = &mut Desk::new();
    let wish = [(Field::Status, "Hotel".to_string())];
    desk.import_said(
        "a.csv",
        file("Hotel", ["Booked", "Pending", "Booked", "Cancelled"]).as_bytes(),
        &wish,
    );
    assert_eq!(
        people(desk, &["status"]),
        ["confirmed", "pending", "confirmed", "cancelled"]
    );
}

#[test]
fn whoever_was_paid_by_the_organisers_has_signed_up_for_nothing() {
    let head = "Date,Time,Name,Type,Status,From Email Address,To Email Address,Transaction ID";
    let told = |rows: &str, label: &str| {
        format!(
            "{rows} of money that was paid out, as \"{label}\" says, and about nobody who signed up: left out as blank"
        )
    };
    for (label, [paid, spent, gone, back]) in [
        ("Gross", ["10.00", "-200.00", "-1,019.00", "-10.00"]),
        ("Brutto", ["10,00", "200,00-", "\u{2212}19,00", "-10,00"]),
        ("Gross", ["10.00", "(200.00)", "-£19.00", "-10.00"]),
        ("Balance Impact", ["Credit", "Debit", "Debit", "Debit"]),
        ("Auswirkung auf Guthaben", ["Haben", "Soll", "Soll", "Soll"]),
    ] {
        let text = format!(
            "{head},{label}\n\
             15/03/2024,10:00:00,Ann Lee,Website Payment,Completed,ann@example.org,us@example.com,P1,\"{paid}\"\n\
             16/03/2024,11:00:00,Beans Catering,Payment,Completed,us@example.com,beans@example.net,P2,\"{spent}\"\n\
             17/03/2024,12:00:00,,General Withdrawal,Completed,us@example.com,,P3,\"{gone}\"\n\
             18/03/2024,13:00:00,Bo Day,Payment Refund,Completed,us@example.com,bo@example.org,P4,\"{back}\"\n\
             19/03/2024,14:00:00,Cy Fox,Website Payment,Pending,cy@example.org,us@example.com,P5,\"{paid}\"\n"
        );
        let expected = [
            "Ann Lee, ann@example.org, confirmed",
            "Cy Fox, cy@example.org, pending",
        ];
        assert_eq!(
            imported(&text, &["name", "email", "status"]),
            expected,
            "{label}"
        );
        let refund = "1 row gives money back, as \"Type\" says: left out as blank, and whoever paid it is not cancelled";
        assert_eq!(
            notes(&text),
            [refund.to_string(), told("2 rows are", label)]
        );
    }
    // What is paid out in a list that somebody keeps may be anything.
    let list = "Name,Email,Gross\nAnn Lee,ann@example.org,-10.00\n";
    assert_eq!(imported(list, &["name"]), ["Ann Lee"]);
}
