//! Whom the organisers have confirmed, and whom not yet.

use plenary::import::Verdict;

use crate::desk::Desk;
use crate::headings::{imported, notes};

fn file(headings: &str, rows: [&str; 3]) -> String {
    let [jo, al, bo] = rows;
    format!(
        "Name,Email,{headings}\nJo,jo@example.org,{jo}\nAl,al@example.org,{al}\nBo,bo@example.org,{bo}\n"
    )
}

/// What is said of a no below a heading.
fn told(rows: &str, heading: &str) -> String {
    let more = format!("if it asks whether they come at all, say --map status=\"{heading}\"");
    format!("{rows} no to \"{heading}\", which cancels nobody; {more}")
}

#[test]
fn whoever_is_not_confirmed_or_approved_yet_is_told_and_keeps_their_place() {
    for (heading, yes, no) in [
        ("Confirmed", "Yes", "No"),
        ("Approved?", "TRUE", "FALSE"),
        ("Place confirmed", "1", "0"),
        ("Bestätigt", "Ja", "Nein"),
        ("Inscription confirmée", "Oui", "Non"),
        ("Confirmado", "Sí", "No"),
        ("Potwierdzone", "Tak", "Nie"),
        ("Wedi cadarnhau", "Ydw", "Nac ydw"),
        ("Tasdeeq shuda", "Haan", "Nahi"),
    ] {
        let text = file(heading, [yes, no, ""]);
        assert_eq!(imported(&text, &["status"]), ["confirmed"; 3], "{heading}");
        assert_eq!(notes(&text), [told("1 row says", heading)], "{heading}");
    }
    let text = file("Confirmed,Cancelled", ["Yes,", "No,Yes", "No,"]);
    let expected = ["confirmed", "cancelled", "confirmed"];
    assert_eq!(imported(&text, &["status"]), expected);
    assert_eq!(notes(&text), [told("1 row says", "Confirmed")]);
}

#[test]
fn whoever_is_ticked_one_after_the_other_is_confirmed_all_along() {
    let mut desk = Desk::new();
    for rows in [
        ["No", "No", "No"],
        ["Yes", "No", "No"],
        ["Yes", "rang twice", "No"],
        // Somebody clicked into the wrong box.
        ["No", "Yes", "No"],
        ["Yes", "Yes", "Yes"],
    ] {
        let reports = desk.import("list.csv", file("Confirmed", rows).as_bytes());
        let mut told = reports.iter().flat_map(|report| &report.rows);
        let conflicts = told.any(|row| matches!(row.verdict, Verdict::Conflict));
        let status = desk.list.iter().map(|one| one.get("status"));
        let status: Vec<&str> = status.collect();
        assert_eq!(
            (conflicts, status),
            (false, vec!["confirmed"; 3]),
            "{rows:?}"
        );
    }
}

#[test]
fn a_no_of_the_organisers_that_may_mean_anything_is_told_and_changes_nothing() {
    for heading in ["Accepted?", "Place offered", "Confirmed attendance"] {
        let text = file(heading, ["Yes", "No", ""]);
        assert_eq!(imported(&text, &["status"]), ["confirmed"; 3], "{heading}");
        assert_eq!(notes(&text), [told("1 row says", heading)], "{heading}");
    }
    // Nobody has filled it in yet.
    let text = file("Confirmed", ["FALSE", "FALSE", "FALSE"]);
    assert_eq!(imported(&text, &["status"]), ["confirmed"; 3]);
    assert_eq!(notes(&text), [told("3 rows say", "Confirmed")]);
    // Another column says whether they come.
    let text = file("Status,Approved", ["Going,Yes", "Going,No", "Cancelled,No"]);
    let expected = ["confirmed", "confirmed", "cancelled"];
    assert_eq!(imported(&text, &["status"]), expected);
    assert_eq!(notes(&text), [told("1 row says", "Approved")]);
    for heading in ["Confirmed by phone", "Photo approved", "Terms accepted"] {
        let text = file(heading, ["Yes", "No", ""]);
        assert_eq!(imported(&text, &["status"]), ["confirmed"; 3], "{heading}");
        assert_eq!(notes(&text), [""; 0], "{heading}");
    }
}
