//! Columns that are headed by an answer each, to tick, or to stand below with one's name.

use crate::headings::{imported, notes};

fn statuses(text: &str) -> Vec<String> {
    imported(text, &["status"])
}

/// Three people who have ticked one of three columns each.
fn ticked(head: &str, mark: &str) -> String {
    format!(
        "{head}\nJo Lee,jo@example.org,{mark},,\nAl Day,al@example.org,,{mark},\nBo Fox,bo@example.org,,,{mark}\n"
    )
}

#[test]
fn who_ticks_the_column_of_the_no_does_not_come_and_below_the_maybe_it_is_open() {
    for head in [
        "Name,Email,Coming,Not coming,Not sure",
        "Name,Email,Zusage,Absage,Offen",
        "Name,Email,Can come,Can't come,Don't know",
        "Name,Email,Will you attend?: Yes,Will you attend?: No,Will you attend?: Maybe",
        "Name,Email,Coming?,,\n,,Yes,No,Maybe",
        ",,Coming?,,\nName,Email,Yes,No,Maybe",
        "Are you coming?,,,,\nName,Email,Yes,No,Maybe",
        ",,Kommen Sie?,,\nName,E-Mail,Ja,Nein,Vielleicht",
        ",,Viendrez-vous ?,,\nNom,Courriel,Oui,Non,Peut-être",
        ",,Asistencia,,\nNombre,Correo,Asistiré,No asistiré,Quizás",
    ] {
        for mark in ["x", "✓", "1", "TRUE", "2"] {
            let people = statuses(&ticked(head, mark));
            assert_eq!(
                people,
                ["confirmed", "cancelled", "pending"],
                "{head} {mark}"
            );
        }
    }
    let boxes = "Name,Email,Coming?: Yes,Coming?: No\nJo,jo@example.org,TRUE,FALSE\nAl,al@example.org,FALSE,TRUE\n";
    assert_eq!(statuses(boxes), ["confirmed", "cancelled"]);
    let written =
        "Name,Email,Coming?: Yes,Coming?: No\nJo,jo@example.org,Yes,\nAl,al@example.org,,No\n";
    assert_eq!(statuses(written), ["confirmed", "cancelled"]);
}

#[test]
fn ticks_below_answers_to_something_else_keep_nobody_away() {
    for head in [
        ",,May we photograph you?,,\nName,Email,Yes,No,Maybe",
        "Photo permission,,,,\nName,Email,Yes,No,Maybe",
        "Name,Email,Lunch?: Yes,Lunch?: No,Lunch?: Maybe",
        "Name,Email,Can you drive?,,\n,,Yes,No,Maybe",
        ",,Dinner,,\nName,Email,Coming,Not coming,Maybe",
        "Name,Email,Friday: Coming,Friday: Not coming,Friday: Maybe",
    ] {
        let text = ticked(head, "x");
        assert_eq!(statuses(&text), ["confirmed"; 3], "{head}");
        assert_eq!(notes(&text), [""; 0], "{head}");
    }
    let asked = "Name,Email,Vegetarian?,Yes,No\nJo,jo@example.org,,x,\nAl,al@example.org,,,x\n";
    assert_eq!(statuses(asked), ["confirmed"; 2]);
    let numbered = "Name,Email,Yes,No\nJo,jo@example.org,x,1\nAl,al@example.org,x,2\n";
    assert_eq!(
        (statuses(numbered), notes(numbered)),
        (vec!["confirmed".to_string(); 2], Vec::new())
    );
}

#[test]
fn a_yes_and_a_no_of_which_nobody_says_what_was_asked_are_told_and_kept() {
    for head in [
        "Name,Email,Yes,No,Maybe",
        "Name,E-Mail,Ja,Nein,Vielleicht",
        "Nom,Courriel,Oui,Non,Peut-être",
        "Nombre,Correo,Sí,No,Quizás",
        "Imię i nazwisko,E-mail,Tak,Nie,Nie wiem",
        "Enw,E-bost,Ydy,Nac ydy,Efallai",
        "Naam,Email,Haan,Nahi,Shayad",
        "Do you need a lift?,,,,\nName,Email,Yes,No,Maybe",
        "Vote on motion 3,,,,\nName,Email,Yes,No,Abstain",
        ",,Public meeting,,\nName,Email,Yes,No,Maybe",
        "Name,Email,Yes,No,Member?",
        "Are you coming?,,,,\nName,Email,Yes,No,Lift?",
    ] {
        let text = ticked(head, "x");
        let labels: Vec<&str> = head.lines().last().unwrap_or_default().split(',').collect();
        let no = labels[3];
        let open = labels
            .get(4)
            .filter(|label| !label.ends_with('?') && **label != "Abstain");
        let both = match open {
            Some(open) => format!("\"{}\", \"{no}\" and \"{open}\"", labels[2]),
            None => format!("\"{}\" and \"{no}\"", labels[2]),
        };
        let told = format!(
            "{both} were not read: 1 row has something below \"{no}\", which cancels nobody; if it answers whether they come, say --map status=\"{no}\""
        );
        assert_eq!(statuses(&text), ["confirmed"; 3], "{head}");
        assert_eq!(notes(&text), [told], "{head}");
        let kept = imported(&text, &["status", labels[2], no]);
        assert_eq!(
            kept,
            ["confirmed, x, ", "confirmed, , x", "confirmed, , "],
            "{head}"
        );
    }
    let lift =
        "Name,Email,Need a lift?,Yes,No\nJo,jo@example.org,from Leeds,x,\nAl,al@example.org,,,x\n";
    assert_eq!(statuses(lift), ["confirmed"; 2]);
}

#[test]
fn a_no_that_may_be_one_to_something_else_is_told() {
    let told = |rows: &str| {
        vec![format!(
            "\"Yes\" and \"No\" were not read: {rows} something below \"No\", which cancels nobody; if it answers whether they come, say --map status=\"No\""
        )]
    };
    for (text, rows) in [
        // Both were ticked.
        (
            "Name,Email,Yes,No\nJo,jo@example.org,x,x\nAl,al@example.org,,x\n",
            "2 rows have",
        ),
        // It is no tick.
        (
            "Name,Email,Yes,No\nJo,jo@example.org,Di Eve,\nAl,al@example.org,,Ed Fox\n",
            "1 row has",
        ),
        // Something else says whether they come.
        (
            "Name,Email,Coming?,Yes,No\nJo,jo@example.org,Yes,x,\nAl,al@example.org,Yes,,x\n",
            "1 row has",
        ),
    ] {
        assert_eq!(statuses(text), ["confirmed"; 2], "{text}");
        assert_eq!(notes(text), told(rows), "{text}");
    }
}

#[test]
fn a_title_speaks_for_a_yes_and_a_no_only_where_nothing_else_is_asked() {
    let text = "Attendance,,,,,\nName,Email,Attending,Photo consent,Yes,No\nJo Lee,jo@example.org,Attending,,x,\n\
                Al Day,al@example.org,Attending,,,x\nBo Fox,bo@example.org,Not attending,,,x\n";
    assert_eq!(statuses(text), ["confirmed", "confirmed", "cancelled"]);
    let text = "Attendance,,,,,,\nName,Email,Yes,No,Photos,Yes,No\nJo Lee,jo@example.org,x,,,,x\n\
                Al Day,al@example.org,,x,,x,\n";
    assert_eq!(statuses(text), ["confirmed", "confirmed"]);
}

/// The states of people who have answered so below a heading.
fn below(heading: &str, answers: &[&str]) -> Vec<String> {
    let rows = answers.iter().enumerate();
    let rows = rows.map(|(at, answer)| format!("P{at} Lee,p{at}@example.org,{answer}\n"));
    let rows: String = rows.collect();
    imported(&format!("Name,Email,{heading}\n{rows}"), &["status"])
}

#[test]
fn who_says_no_does_not_come_however_few_have_answered() {
    for (heading, yes, no, none) in [
        ("RSVP", "Yes", "No", "-"),
        ("RSVP", "Yes", "No", "?"),
        ("Will you attend?", "Yes", "No", "n/a"),
        ("Coming?", "Yes", "No", "None"),
        ("Attending", "Yes", "No", "unknown"),
        ("Can you come?", "Yes", "No", "not yet"),
        ("Kommst du?", "Ja", "Nein", "k. A."),
        ("Teilnahme", "Ja", "Nein", "-"),
        ("Asistencia", "Sí", "No", "-"),
        ("Udział", "Tak", "Nie", "brak"),
    ] {
        let mut expected = ["confirmed"; 6];
        expected[1] = "cancelled";
        let answers = [yes, no, none, none, none, none];
        assert_eq!(below(heading, &answers), expected, "{heading} {none}");
    }
    // What asks for something else cancels nobody, and neither does what is mostly something else.
    for (heading, none) in [
        ("Attending dinner?", "-"),
        ("Going by coach?", "n/a"),
        ("Attendance last year", "-"),
        ("Participation", "Workshop A"),
        ("Status", "-"),
        ("Approval", "-"),
    ] {
        let answers = ["Yes", "No", none, none, none, none];
        assert_eq!(below(heading, &answers), ["confirmed"; 6], "{heading}");
    }
}

#[test]
fn who_has_not_answered_is_pending_in_each_language() {
    for (heading, yes, no, open) in [
        ("Status", "Zugesagt", "Abgelehnt", "Keine Antwort"),
        ("Réponse", "Oui", "Non", "Sans réponse"),
        ("Estado", "Confirmado", "Rechazado", "Pendiente de pago"),
        ("Status", "Potwierdzony", "Odrzucony", "Brak odpowiedzi"),
        ("RSVP", "Yes", "No", "needsAction"),
        ("Statws", "Derbyniwyd", "Gwrthodwyd", "Dim ateb"),
    ] {
        let expected = ["confirmed", "cancelled", "pending", "pending", "pending"];
        let answers = [yes, no, open, open, open];
        assert_eq!(below(heading, &answers), expected, "{heading} {open}");
    }
    // Whoever was invited may be a guest, who comes, and then it is no state either.
    let invited = ["Payé", "Annulé", "Invité", "Invité", "Invité"];
    let expected = [
        "confirmed",
        "cancelled",
        "confirmed",
        "confirmed",
        "confirmed",
    ];
    assert_eq!(below("Statut", &invited), expected);
    let kinds = ["Membre", "Bénévole", "Invité", "Invité", "Invité"];
    assert_eq!(below("Statut", &kinds), ["confirmed"; 5]);
}

#[test]
fn what_a_calendar_calls_an_answer_is_one_in_german_polish_and_welsh() {
    for (heading, answers) in [
        (
            "Antwort",
            ["Zugesagt", "Abgelehnt", "Mit Vorbehalt", "Keine"],
        ),
        (
            "Odpowiedź",
            ["Zaakceptowano", "Odrzucono", "Wstępna akceptacja", "Brak"],
        ),
        ("Ateb", ["Derbyniwyd", "Gwrthodwyd", "Petrus", "Dim"]),
    ] {
        let expected = ["confirmed", "cancelled", "pending", "confirmed"];
        assert_eq!(below(heading, &answers), expected, "{heading}");
    }
    let others = ["vegan", "Abgelehnt", "Keine", "Keine"];
    assert_eq!(below("Antwort", &others), ["confirmed"; 4]);
}
