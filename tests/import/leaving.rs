//! What whoever keeps a list by hand writes of those who do not come, or only wait.

use crate::desk::Desk;
use crate::headings::{imported, notes};

/// What becomes of somebody with this state beside one who has another.
fn beside(state: &str, other: &str) -> Vec<String> {
    let text = format!("Name,Email,Status\nJo,jo@example.org,{state}\nAl,al@example.org,{other}\n");
    imported(&text, &["status"])
}

#[test]
fn whoever_does_not_come_is_known_in_seven_languages() {
    for (other, states) in [
        (
            "Confirmed",
            "No longer attending|Refund issued|Will not attend|Unable to attend|Can't make it|Withdrawn|Dropped out|\
             Isn't coming|Refunded in full",
        ),
        (
            "Bezahlt",
            "Absage|Abgesagt|Storniert|Zurückerstattet|Rückerstattung|Kommt nicht mehr|Nimmt nicht teil|Storno",
        ),
        (
            "Confirmé",
            "Annulé|Annulée|Remboursé|Remboursée|Ne vient pas|Ne viendra pas|Désistement|Annulation",
        ),
        (
            "Confirmado",
            "Cancelado|Reembolsado|No asiste|No viene|Ya no asiste|No puede asistir|Devolución|Anulada",
        ),
        (
            "Potwierdzone",
            "Anulowano|Zwrot|Nie uczestniczy|Nie przyjdzie|Wycofano|Odwołana|Nie weźmie udziału",
        ),
        (
            "Wedi cadarnhau",
            "Wedi canslo|Canslwyd|Ddim yn dod|Methu dod|Wedi tynnu'n ôl|Ad-daliad",
        ),
        (
            "Aa rahe hain",
            "Mansookh|Nahi aa rahe|Nahi aayenge|Cancel ho gaya",
        ),
    ] {
        for state in states.split('|').map(str::trim) {
            assert_eq!(beside(state, other), ["cancelled", "confirmed"], "{state}");
        }
    }
}

#[test]
fn a_status_of_which_half_is_understood_is_told_and_one_of_something_else_is_not() {
    let text = "Name,Email,Status\nJo,jo@example.org,Confirmed\nAl,al@example.org,Gone fishing\n";
    assert_eq!(imported(text, &["status"]), ["confirmed"; 2]);
    let told = "\"Status\" says \"Gone fishing\" in 1 row, which is not understood and takes nobody's place away";
    assert_eq!(notes(text), [told]);
    for (heading, one, other) in [
        ("Status", "Student", "Retired"),
        ("State", "OK", "TX"),
        ("Marital status", "Single", "Married"),
    ] {
        let text =
            format!("Name,Email,{heading}\nJo,jo@example.org,{one}\nAl,al@example.org,{other}\n");
        assert_eq!(imported(&text, &["status"]), ["confirmed"; 2]);
        assert_eq!(notes(&text), [""; 0], "{heading}");
    }
}

#[test]
fn a_tick_below_a_word_for_not_coming_cancels_in_more_languages() {
    for heading in [
        "Refund issued",
        "Kommt nicht",
        "Ne vient pas",
        "No viene",
        "Nie przyjdzie",
        "Ddim yn dod",
    ] {
        let text = format!("Name,Email,{heading}\nJo,jo@example.org,x\nAl,al@example.org,\n");
        assert_eq!(imported(&text, &["status"]), ["cancelled", "confirmed"]);
    }
}

/// What is remembered that a file says of whether each comes: who waits may be given a place at once.
fn said(text: &str) -> Vec<String> {
    let mut desk = Desk::new();
    desk.import("list.csv", text.as_bytes());
    let status = desk.known.number("status").expect("a column");
    let said = desk
        .known
        .list
        .iter()
        .map(|one| one.get(status).to_string());
    said.collect()
}

#[test]
fn a_tick_a_number_or_a_day_on_a_waiting_list_lets_somebody_wait() {
    for heading in [
        "Waiting list",
        "Waitlist position",
        "Warteliste",
        "Liste d'attente",
        "Lista de espera",
        "Lista rezerwowa",
        "Rhestr aros",
    ] {
        for mark in [
            "x",
            "Yes",
            "2",
            "#3",
            "No. 3",
            "4th",
            "2024-03-03",
            "waiting",
        ] {
            let text = format!(
                "Name,Email,{heading}\nJo,jo@example.org,{mark}\nAl,al@example.org,\nBo,bo@example.org,no\n"
            );
            assert_eq!(said(&text), ["waiting", "", "coming"], "{heading}: {mark}");
        }
    }
    // Beside a state the one that says less for a place counts, and a number on the list is kept.
    let text = "Name,Email,Status,Waiting list\nJo,jo@example.org,Confirmed,7\nAl,al@example.org,Cancelled,8\n";
    assert_eq!(said(text), ["waiting", "cancelled"]);
    assert_eq!(imported(text, &["Waiting list"]), ["7", "8"]);
    // What is said of a list in other words puts nobody on it.
    for (heading, answer) in [
        ("Waiting list", "told about it"),
        ("Would you like to join the waiting list?", "Yes"),
    ] {
        let text = format!("Name,Email,{heading}\nJo,jo@example.org,{answer}\n");
        assert_eq!(said(&text), [""], "{heading}");
    }
}

/// What is remarked of single rows, as line and value.
fn remarks(desk: &mut Desk, text: &str) -> Vec<String> {
    let reports = desk.import("list.csv", text.as_bytes());
    let doubts = reports.iter().flat_map(|report| &report.doubts);
    let line = |doubt: &plenary::import::Doubt| format!("{}: {}", doubt.line, doubt.value);
    doubts.map(line).collect()
}

#[test]
fn a_word_of_not_coming_beside_a_row_is_told_with_its_line_and_changes_no_status() {
    for heading in ["", "Notes", "Admin", "Interne Notiz", "Uwagi"] {
        let text = format!(
            "Name,Email,{heading}\nJo,jo@example.org,CANCELLED\nAl,al@example.org,cancelled 3/3\n\
             Bo,bo@example.org,not coming\nCy,cy@example.org,on the waiting list\nDi,di@example.org,Vegan\n\
             Ed,ed@example.org,No thanks\nFay,fay@example.org,\"My train was cancelled once, so I may be late\"\n"
        );
        let mut desk = Desk::new();
        let told = [
            "2: CANCELLED",
            "3: cancelled 3/3",
            "4: not coming",
            "5: on the waiting list",
        ];
        assert_eq!(remarks(&mut desk, &text), told, "{heading}");
        assert!(desk.list.iter().all(|one| one.get("status") == "confirmed"));
        // Of whoever has been cancelled since nothing is left to say.
        for who in [0, 1] {
            let person = desk.list.get_mut(who).expect("somebody");
            person.set_status(plenary::model::Status::Cancelled);
        }
        assert_eq!(remarks(&mut desk, &text), told[2..], "{heading}");
    }
    // Where the state says it too, and of what is asked of something else, there is nothing to tell.
    for text in [
        "Name,Email,Status,Notes\nJo,jo@example.org,Cancelled,cancelled 3/3\nAl,al@example.org,Confirmed,\n",
        "Name,Email,Hotel booking\nJo,jo@example.org,Cancelled\nAl,al@example.org,Booked\n",
    ] {
        assert_eq!(remarks(&mut Desk::new(), text), [""; 0], "{text}");
    }
}

#[test]
fn whoever_says_in_a_sentence_whether_they_come_is_understood_in_other_languages() {
    for (question, comes, off, open) in [
        (
            "Serez-vous présent(e) ?",
            "Je serai présent(e)",
            "Je serai absent(e)|Absente|Je ne serai pas là|Non, je ne viens pas|Je ne peux pas venir",
            "Je ne sais pas encore",
        ),
        (
            "Obecność",
            "Będę obecna",
            "Będę nieobecny|Nie, nie będę mogła przyjść|Niestety nie przyjdę|Nie mogę przyjść",
            "Nie wiem",
        ),
        (
            "Nehmen Sie teil?",
            "Ja, ich nehme teil",
            "Nein, ich nehme nicht teil|Ich komme leider nicht|Ich nehme nicht an der Konferenz teil|\
             Ich kann leider nicht teilnehmen",
            "Ich weiß es noch nicht",
        ),
        (
            "Bist du dabei?",
            "Ich bin dabei",
            "Ich bin nicht dabei|Ich bin leider verhindert",
            "Vielleicht",
        ),
        (
            "¿Vas a venir?",
            "Sí, asistiré",
            "No voy a asistir|Estaré ausente|Lo siento, no puedo ir",
            "No lo sé",
        ),
        (
            "Fyddwch chi'n dod?",
            "Byddaf yn dod",
            "Fydda i ddim yn dod|Yn anffodus alla i ddim dod",
            "Efallai",
        ),
        (
            "Kya aap aayenge?",
            "Ji haan",
            "Ji nahin|Jee nahi|Nahin aa sakta|Main nahi aa sakti|Afsos, nahi aa rahe",
            "Shayad",
        ),
    ] {
        for off in off.split('|').map(str::trim) {
            let text = format!(
                "Name,Email,\"{question}\"\nJo,jo@example.org,\"{comes}\"\nAl,al@example.org,\"{off}\"\n\
                 Bo,bo@example.org,\"{open}\"\n"
            );
            let expected = ["confirmed", "cancelled", "pending"];
            assert_eq!(imported(&text, &["status"]), expected, "{off}");
            assert_eq!(notes(&text), [""; 0], "{off}");
        }
    }
}

#[test]
fn whoever_is_absent_for_a_part_or_says_where_they_will_be_is_told_and_keeps_their_place() {
    for (question, comes, other) in [
        (
            "Serez-vous présent(e) ?",
            "Oui",
            "Je serai absente le matin",
        ),
        (
            "Serez-vous présent(e) ?",
            "Oui",
            "Je ne peux pas venir au dîner",
        ),
        ("Obecność", "Tak", "Będę w pracy"),
        ("Nehmen Sie teil?", "Ja", "Ich nehme nicht am Essen teil"),
        ("Kommst du?", "Ja", "Ich komme nicht allein"),
        (
            "Are you attending?",
            "Yes",
            "I cannot attend the conference dinner",
        ),
    ] {
        let text = format!(
            "Name,Email,\"{question}\"\nJo,jo@example.org,{comes}\nAl,al@example.org,\"{other}\"\n"
        );
        assert_eq!(imported(&text, &["status"]), ["confirmed"; 2], "{other}");
        let told = format!(
            "\"{question}\" says \"{other}\" in 1 row, which is not understood and takes nobody's place away"
        );
        assert_eq!(notes(&text), [told], "{other}");
    }
}

#[test]
fn whoever_has_a_booking_that_is_off_does_not_come_and_whoever_has_something_else_that_is_does() {
    let file = |heading: &str, [one, other]: [&str; 2]| {
        format!("Name,Email,\"{heading}\"\nJo,jo@example.org,{one}\nAl,al@example.org,{other}\n")
    };
    for (heading, said) in [
        ("Order cancelled", ["No", "Yes"]),
        ("Booking cancelled?", ["", "Yes"]),
        ("Ticket refunded", ["FALSE", "TRUE"]),
        ("Registration cancelled", ["", "x"]),
        ("Booking cancelled on", ["", "2024-03-03"]),
        ("Sent apologies", ["", "Yes"]),
        ("Buchung storniert", ["Nein", "Ja"]),
        ("Commande annulée", ["Non", "Oui"]),
        ("Inscripción cancelada", ["No", "Sí"]),
        ("Zamówienie anulowane", ["Nie", "Tak"]),
        ("Archeb wedi'i chanslo", ["", "Ydw"]),
        ("Booking mansookh", ["Nahi", "Haan"]),
    ] {
        let people = imported(&file(heading, said), &["status"]);
        assert_eq!(people, ["confirmed", "cancelled"], "{heading}");
    }
    for (heading, said) in [
        ("Hotel booking cancelled", ["No", "Yes"]),
        ("Dinner ticket refunded", ["No", "Yes"]),
        ("Previous booking cancelled", ["No", "Yes"]),
        ("Tickets cancelled", ["0", "1"]),
        ("Order partially refunded", ["No", "Yes"]),
        ("Booking cancelled by", ["", "Olive"]),
        ("Ticket refunded", ["No", "Declined"]),
        ("Ticket refunded", ["0.00", "15.00"]),
        ("Cancellation policy", ["No", "Yes"]),
        ("Event cancelled", ["No", "Yes"]),
    ] {
        let people = imported(&file(heading, said), &["status"]);
        assert_eq!(people, ["confirmed"; 2], "{heading}");
    }
}

#[test]
fn whoever_says_with_whom_how_gladly_or_from_which_hour_they_come_comes() {
    for (question, off, comes) in [
        (
            "Serez-vous présent(e) ?",
            "Non",
            "Je serai accompagnée de ma fille|Je serai ravie de venir|Je viens, pas avant 11h",
        ),
        (
            "Obecność",
            "Nie",
            "Będę z żoną|Będę z mężem i córką|Będę o 11|Będę po 11:30",
        ),
        (
            "Nehmen Sie teil?",
            "Nein",
            "Ich komme, nicht vor 11|Ich komme nicht vor 11 Uhr",
        ),
    ] {
        for comes in comes.split('|').map(str::trim) {
            let file = |said: &str| {
                format!(
                    "Timestamp,Email,Name,\"{question}\"\n2024/03/01 9:00:00 AM GMT,jo@example.org,Jo,{off}\n{said}"
                )
            };
            let mut desk = Desk::new();
            desk.import("a.csv", file("").as_bytes());
            assert_eq!(
                desk.list.get(0).map(|one| one.get("status")),
                Some("cancelled")
            );
            let more = format!("2024/03/06 9:00:00 AM GMT,jo@example.org,Jo,\"{comes}\"\n");
            desk.import("b.csv", file(&more).as_bytes());
            assert_eq!(
                desk.list.get(0).map(|one| one.get("status")),
                Some("confirmed"),
                "{comes}"
            );
        }
    }
}
