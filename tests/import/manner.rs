//! Who says that they do not come where it is asked how they will attend, or with which ticket.

use crate::headings::{imported, notes};

/// A file of one column besides names and addresses.
fn file(heading: &str, cells: &[&str]) -> String {
    let mut text = format!("Name,Email,\"{heading}\"\n");
    for (at, cell) in cells.iter().enumerate() {
        let name = ["Jo", "Al", "Bo", "Cy", "Di"][at];
        text += &format!("{name},{name}@example.org,\"{cell}\"\n");
    }
    text
}

#[test]
fn whoever_answers_how_they_will_attend_with_that_they_do_not_is_cancelled() {
    for (heading, one, other, off) in [
        (
            "How will you attend?",
            "In person",
            "Online (Zoom)",
            "I cannot attend",
        ),
        (
            "How will you be joining us?",
            "In person",
            "Zoom",
            "Not attending",
        ),
        (
            "Will you attend in person or online?",
            "In person",
            "Online",
            "I can't make it",
        ),
        ("Attendance mode", "Venue", "Remote", "Cancelled"),
        (
            "Wie nimmst du teil?",
            "Vor Ort",
            "Online",
            "Ich kann nicht kommen",
        ),
        (
            "Comment participerez-vous ?",
            "Sur place",
            "En ligne",
            "Je ne viens pas",
        ),
        (
            "¿Cómo vas a asistir?",
            "En persona",
            "En línea",
            "No puedo asistir",
        ),
        (
            "Jak będziesz uczestniczyć?",
            "Na miejscu",
            "Online",
            "Nie mogę przyjść",
        ),
        (
            "Sut fyddwch chi'n mynychu?",
            "Yn bersonol",
            "Ar-lein",
            "Ddim yn mynychu",
        ),
        ("Shirkat ka tareeqa", "Khud", "Online", "Nahi aayenge"),
    ] {
        let text = file(heading, &[one, other, off]);
        let expected = [
            format!("confirmed, {one}"),
            format!("confirmed, {other}"),
            format!("cancelled, {off}"),
        ];
        let label = heading.trim();
        assert_eq!(imported(&text, &["status", label]), expected, "{heading}");
        assert_eq!(notes(&text), [""; 0], "{heading}");
    }
}

#[test]
fn whoever_cannot_come_and_names_another_way_keeps_their_place_and_is_told() {
    for (heading, comes, other) in [
        (
            "How will you attend?",
            "In person",
            "Sorry, I can't make it this time, Zoom please",
        ),
        (
            "How will you attend?",
            "In person",
            "Unable to attend due to disability, need online access",
        ),
        (
            "Wie nimmst du teil?",
            "Vor Ort",
            "Ich kann nicht kommen wegen der Kinder, per Video",
        ),
        (
            "Comment participerez-vous ?",
            "Sur place",
            "Je ne peux pas venir, malheureusement, en visio",
        ),
        (
            "¿Cómo vas a asistir?",
            "En persona",
            "No puedo asistir esta vez, en línea",
        ),
        (
            "Jak będziesz uczestniczyć?",
            "Na miejscu",
            "Nie mogę przyjść, niestety, proszę zdalnie",
        ),
        (
            "Sut fyddwch chi'n mynychu?",
            "Yn bersonol",
            "Alla i ddim dod y tro hwn, ar-lein",
        ),
    ] {
        let text = file(heading, &[comes, other]);
        assert_eq!(imported(&text, &["status"]), ["confirmed"; 2], "{other}");
        let told = format!(
            "\"{heading}\" says \"{other}\" in 1 row, which is not understood and takes nobody's place away"
        );
        assert_eq!(notes(&text), [told], "{other}");
    }
    // Where the state says it too, there is nothing to tell.
    let other = "I can't come because of childcare, online please";
    let text = format!(
        "Name,Email,Status,How will you attend?\nJo,jo@example.org,Confirmed,In person\nAl,al@example.org,Cancelled,\"{other}\"\n"
    );
    assert_eq!(imported(&text, &["status"]), ["confirmed", "cancelled"]);
    assert_eq!(notes(&text), [""; 0]);
}

#[test]
fn whoever_does_not_come_in_one_way_or_to_a_part_comes() {
    let ways = [
        "I cannot attend in person",
        "Not attending the dinner",
        "In person (parking cancelled)",
        "I can't make it before noon",
    ];
    let text = file("How will you attend?", &ways);
    assert_eq!(imported(&text, &["status"]), ["confirmed"; 4]);
    for (heading, answer) in [
        ("How will you attend?", "Neither"),
        ("How will you attend?", "No"),
        ("Will you attend in person?", "Not attending"),
        (
            "Will you attend the dinner in person or online?",
            "Not attending",
        ),
    ] {
        let text = file(heading, &["In person", answer]);
        assert_eq!(imported(&text, &["status"]), ["confirmed"; 2], "{heading}");
        let told = format!(
            "1 row says no to \"{heading}\", which cancels nobody; if it asks whether they come at all, say --map status=\"{heading}\""
        );
        assert_eq!(notes(&text), [told], "{heading} {answer}");
    }
}

#[test]
fn a_ticket_of_those_who_do_not_come_is_none() {
    for off in [
        "Not attending",
        "Cancelled",
        "I can't make it",
        "Nimmt nicht teil",
        "Not attending / Ddim yn mynychu",
    ] {
        let text = file("Ticket type", &["Standard", off]);
        let expected = [
            "confirmed, Standard".to_string(),
            format!("cancelled, {off}"),
        ];
        assert_eq!(imported(&text, &["status", "ticket"]), expected);
    }
    // What a ticket is good for may be said in the same words.
    let kinds = [
        "Flexible (free cancellation)",
        "Not attending dinner",
        "Can't attend - donation only",
        "Cancellation cover",
        "Waiting list",
    ];
    let expected = [
        "confirmed",
        "confirmed",
        "confirmed",
        "confirmed",
        "waiting",
    ];
    assert_eq!(
        imported(&file("Ticket type", &kinds), &["status"]),
        expected
    );
}
