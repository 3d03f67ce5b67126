//! Who has cancelled, as a volunteer has written it down in a column of its own.

use crate::desk::Desk;
use crate::headings::{imported, notes};

/// A list of people with what stands in a column beside them.
fn list(heading: &str, cells: &[&str]) -> String {
    let mut text = format!("Name,Email,{heading}\n");
    for (at, cell) in cells.iter().enumerate() {
        text += &format!("P{at} Lee,p{at}@example.org,{cell}\n");
    }
    text
}

#[test]
fn a_column_of_who_has_cancelled_stays_one_though_some_cells_hold_words_and_these_are_told() {
    for (heading, date, words) in [
        ("Cancelled", "3/4/24", "rang Sue"),
        ("Date cancelled", "3/4/24", "ask Sue"),
        ("Apologies", "x", "by letter"),
        ("Not coming", "Yes", "rang Sue"),
        ("Abgesagt", "3.4.24", "Grippe"),
        ("Annulé", "oui", "grippe"),
        ("Odwołane", "tak", "choroba"),
    ] {
        let text = list(heading, &["", date, words, "", ""]);
        let expected = [
            "confirmed",
            "cancelled",
            "confirmed",
            "confirmed",
            "confirmed",
        ];
        assert_eq!(imported(&text, &["status"]), expected, "{heading}");
        let told = format!(
            "\"{heading}\" says \"{words}\" in 1 row, which is not understood and takes nobody's place away"
        );
        assert_eq!(notes(&text), [told]);
    }
    // As a newer version of a list on which all could be read.
    let mut desk = Desk::new();
    desk.import(
        "a.csv",
        list("Cancelled", &["", "3/4/24", "", ""]).as_bytes(),
    );
    let newer = list("Cancelled", &["", "3/4/24", "rang Sue", "5/4/24"]);
    desk.import("b.csv", newer.as_bytes());
    let people: Vec<&str> = desk.list.iter().map(|one| one.get("status")).collect();
    assert_eq!(people, ["confirmed", "cancelled", "confirmed", "cancelled"]);
}

#[test]
fn below_cancelled_what_counts_or_names_something_else_or_is_mostly_prose_is_left_alone() {
    for (heading, cells) in [
        ("Cancelled", ["0", "0", "1", "2", ""]),
        ("Cancelled", ["", "x", "Hotel", "x", ""]),
        ("Not coming", ["", "x", "Saturday only", "x", ""]),
        (
            "Apologies",
            ["Yes", "Sorry I have a clash", "my train", "", ""],
        ),
        ("Refunded", ["Yes", "half of it", "", "", ""]),
    ] {
        let text = list(heading, &cells);
        assert_eq!(imported(&text, &["status"]), ["confirmed"; 5], "{heading}");
        assert_eq!(notes(&text), [""; 0], "{heading}");
    }
    // What says nothing is not told.
    let text = list(
        "Cancelled",
        &["3/4/24", "-", "n/a", "None", "not cancelled"],
    );
    let expected = [
        "cancelled",
        "confirmed",
        "confirmed",
        "confirmed",
        "confirmed",
    ];
    assert_eq!(imported(&text, &["status"]), expected);
    assert_eq!(notes(&text), [""; 0]);
}
