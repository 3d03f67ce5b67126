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

#[test]
fn whoever_ticks_that_they_can_no_longer_come_is_cancelled() {
    for heading in [
        "Can no longer come",
        "I am no longer able to attend",
        "I can no longer come - please cancel my place",
        "Won't be coming",
        "Not coming now",
        "Pulled out",
        "Do you need to cancel?",
        "Cancellation",
        "Ich kann nicht mehr kommen",
        "Je ne peux plus venir",
        "Ya no puedo asistir",
        "Już nie mogę przyjść",
        "Ni allaf ddod mwyach",
        "Ab nahi aa sakta",
    ] {
        for yes in ["Yes", "x", "TRUE", "3/4/2024"] {
            if (heading, yes) == ("Cancellation", "TRUE") {
                continue;
            }
            let text = list(heading, &["", yes, "", ""]);
            let expected = ["confirmed", "cancelled", "confirmed", "confirmed"];
            assert_eq!(imported(&text, &["status"]), expected, "{heading} {yes}");
            assert_eq!(notes(&text), [""; 0], "{heading} {yes}");
        }
    }
    for heading in [
        "Cancellation policy",
        "Can no longer come to dinner",
        "Do you need to cancel your hotel?",
        "Free cancellation",
        "I need to cancel my membership",
    ] {
        let text = list(heading, &["", "Yes", "", ""]);
        assert_eq!(imported(&text, &["status"]), ["confirmed"; 4], "{heading}");
    }
}

#[test]
fn a_yes_of_most_below_cancellation_may_accept_how_one_cancels_and_is_told() {
    let told = "\"Cancellation\" is filled in in 3 rows, which was not read and takes nobody's place away; if it says who does not come, call it \"Cancelled\" and write yes below it";
    let text = list("Cancellation", &["Yes", "Yes", "Yes", ""]);
    assert_eq!(imported(&text, &["status"]), ["confirmed"; 4]);
    assert_eq!(notes(&text), [told]);
    for cells in [["No", "No", "No", "No"], ["Free", "Free", "Flexible", ""]] {
        let text = list("Cancellation", &cells);
        assert_eq!(imported(&text, &["status"]), ["confirmed"; 4]);
        assert_eq!(notes(&text), [""; 0]);
    }
}

#[test]
fn whoever_gives_a_reason_for_cancelling_is_cancelled_where_few_do_and_nothing_else_says_who_comes()
{
    for (heading, reason) in [
        ("Cancellation reason", "Ill"),
        ("Reason for cancelling", "Broken leg"),
        ("Cancelled by", "Sue"),
        ("Absagegrund", "Grippe"),
        ("Motif d'annulation", "Grippe"),
        ("Motivo de baja", "Gripe"),
        ("Powód rezygnacji", "Choroba"),
        ("Rheswm dros ganslo", "Salwch"),
        ("Cancel karne ki wajah", "Bimaar"),
    ] {
        let text = list(heading, &["", reason, "n/a", "-", "No"]);
        let expected = [
            "confirmed",
            "cancelled",
            "confirmed",
            "confirmed",
            "confirmed",
        ];
        assert_eq!(imported(&text, &["status"]), expected, "{heading}");
    }
    let told = |rows: &str| {
        format!(
            "\"Cancellation reason\" is filled in in {rows}, which was not read and takes nobody's place away; if it says who does not come, call it \"Cancelled\" and write yes below it"
        )
    };
    for (cells, rows) in [
        (["Ill", "Work", "Train", ""], "3 rows"),
        (["", "Hotel was full", "", ""], "1 row"),
        (["", "Rebooked", "", ""], "1 row"),
        (["", "Sunday only", "", ""], "1 row"),
    ] {
        let text = list("Cancellation reason", &cells);
        assert_eq!(imported(&text, &["status"]), ["confirmed"; 4], "{cells:?}");
        assert_eq!(notes(&text), [told(rows)], "{cells:?}");
    }
    // What a state says counts, and what differs is told.
    let text = list(
        "Status,Cancellation reason",
        &["Confirmed,", "Cancelled,Ill", "Confirmed,Ill"],
    );
    let expected = ["confirmed", "cancelled", "confirmed"];
    assert_eq!(imported(&text, &["status"]), expected);
    assert_eq!(notes(&text), [told("1 row")]);
}

#[test]
fn what_only_agrees_or_is_ticked_by_most_cancels_nobody_and_is_told() {
    for (heading, cells, rows) in [
        ("Cancellation", ["", "", "I agree", "Agreed"], "2 rows"),
        ("Cancellation", ["", "OK", "", ""], "1 row"),
        ("Cancellation", ["", "", "TRUE", "TRUE"], "2 rows"),
        ("Cancellation", ["", "", "Checked", "FALSE"], "1 row"),
        ("Do you need to cancel?", ["OK", "OK", "OK", "OK"], "4 rows"),
        ("Do you need to cancel?", ["", "", "OK", ""], "1 row"),
        (
            "Please cancel my place",
            ["Yes", "Yes", "Yes", ""],
            "3 rows",
        ),
    ] {
        let text = list(heading, &cells);
        assert_eq!(
            imported(&text, &["status"]),
            ["confirmed"; 4],
            "{heading} {cells:?}"
        );
        let told = format!(
            "\"{heading}\" is filled in in {rows}, which was not read and takes nobody's place away; if it says who does not come, call it \"Cancelled\" and write yes below it"
        );
        assert_eq!(notes(&text), [told], "{heading} {cells:?}");
    }
}
