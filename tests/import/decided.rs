//! Whom the organisers have confirmed, and whom not yet.

use crate::headings::{imported, notes};

fn file(headings: &str, rows: [&str; 3]) -> String {
    let [jo, al, bo] = rows;
    format!(
        "Name,Email,{headings}\nJo,jo@example.org,{jo}\nAl,al@example.org,{al}\nBo,bo@example.org,{bo}\n"
    )
}

#[test]
fn whoever_is_not_confirmed_or_approved_is_not_decided_about() {
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
        let expected = ["confirmed", "pending", "confirmed"];
        assert_eq!(imported(&text, &["status"]), expected, "{heading}");
        let told = format!("1 row says no to \"{heading}\", which is taken for not decided yet");
        assert_eq!(notes(&text), [told], "{heading}");
    }
    let text = file("Confirmed,Cancelled", ["Yes,", "No,Yes", "No,"]);
    let expected = ["confirmed", "cancelled", "pending"];
    assert_eq!(imported(&text, &["status"]), expected);
}

#[test]
fn a_no_of_the_organisers_that_may_mean_anything_is_told_and_changes_nothing() {
    let told = |rows: &str, heading: &str| {
        let more = format!("if it asks whether they come at all, say --map status=\"{heading}\"");
        format!("{rows} no to \"{heading}\", which cancels nobody; {more}")
    };
    for heading in ["Accepted?", "Place offered", "Confirmed attendance"] {
        let text = file(heading, ["Yes", "No", ""]);
        assert_eq!(imported(&text, &["status"]), ["confirmed"; 3], "{heading}");
        assert_eq!(notes(&text), [told("1 row says", heading)], "{heading}");
    }
    // Nobody has filled it in yet.
    let text = file("Confirmed", ["FALSE", "FALSE", "FALSE"]);
    assert_eq!(imported(&text, &["status"]), ["confirmed"; 3]);
    assert_eq!(notes(&text), [told("3 rows say", "Confirmed")]);
    // In church, or by the mail that asks for it.
    for beside in ["Baptised", "Blacklisted"] {
        let text = file(
            &format!("{beside},Confirmed"),
            ["Yes,Yes", "Yes,No", "No,Yes"],
        );
        assert_eq!(imported(&text, &["status"]), ["confirmed"; 3], "{beside}");
    }
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
