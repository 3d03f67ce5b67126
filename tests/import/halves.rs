//! Who says no to a part of the day or to another year, and may come all the same.

use crate::headings::{imported, notes};

/// Four people who say no to the first, to the second, to none and to both of two columns.
fn answered([one, two]: [&str; 2]) -> String {
    format!(
        "Name,Email,{one},{two}\nAnn Bell,ann@example.org,No,Yes\nBob Cole,bob@example.org,Yes,No\n\
         Cy Dunn,cy@example.org,Yes,Yes\nDi Eve,di@example.org,No,No\n"
    )
}

#[test]
fn a_no_to_one_half_of_the_day_keeps_nobody_away_and_is_told() {
    for headings in [
        ["Attending AM", "Attending PM"],
        ["Coming AM?", "Coming PM?"],
        ["RSVP AM", "RSVP PM"],
        ["Attending 13 April AM", "Attending 13 April PM"],
        ["Attending 10am", "Attending 2pm"],
        ["Attending day", "Attending evening"],
    ] {
        let text = answered(headings);
        assert_eq!(imported(&text, &["status"]), ["confirmed"; 4]);
        let told = headings.map(|heading| {
            format!(
                "2 rows say no to \"{heading}\", which cancels nobody; if it asks whether they come at all, say \
                 --map status=\"{heading}\""
            )
        });
        assert_eq!(notes(&text), told);
    }
    let german = "Name,Email,Kommst du am 13. April?\nAnn Bell,ann@example.org,Nein\nBob Cole,bob@example.org,Ja\n";
    assert_eq!(imported(german, &["status"]), ["cancelled", "confirmed"]);
}

#[test]
fn of_two_years_that_of_the_event_says_who_comes() {
    for headings in [
        ["Attending 2023", "Attending 2024"],
        ["RSVP 2023", "RSVP 2024"],
        ["Status 2023", "Status 2024"],
        ["Attending 2025", "Attending 2024"],
        [
            "Will you attend the 2023 conference?",
            "Will you attend the 2024 conference?",
        ],
    ] {
        let expected = ["confirmed", "cancelled", "confirmed", "cancelled"];
        let people = imported(&answered(headings), &["status"]);
        assert_eq!(people, expected, "{headings:?}");
    }
    let none = answered(["Attending 2022", "Attending 2023"]);
    assert_eq!(imported(&none, &["status"]), ["confirmed"; 4]);
    assert_eq!(notes(&none).len(), 2);
    // Somebody may sign up in the year before.
    let before = "Name,Email,Status 2023\nAnn Bell,ann@example.org,Cancelled\nBob Cole,bob@example.org,Confirmed\n";
    assert_eq!(imported(before, &["status"]), ["cancelled", "confirmed"]);
}

#[test]
fn an_hour_at_which_it_begins_is_no_half_of_the_day() {
    for asked in [
        "Will you be attending on Saturday 13 April at 10 am?",
        "Will you attend the meeting at 10am?",
        "Will you attend at 9.30 am?",
        "Are you coming on 13/04 at 10 AM?",
        "RSVP 13 April 10 AM",
    ] {
        let text = format!(
            "Name,Email,{asked}\nAnn Bell,ann@example.org,Yes\nBob Cole,bob@example.org,No\n\
             Cy Dunn,cy@example.org,Maybe\n"
        );
        let expected = ["confirmed", "cancelled", "pending"];
        assert_eq!(imported(&text, &["status"]), expected, "{asked}");
    }
    for headings in [
        ["Attending 10 AM", "Attending 2 PM"],
        ["Attending April 13 AM", "Attending April 13 PM"],
        ["Attending April 12 AM", "Attending April 12 PM"],
        ["Attending Saturday 13 AM", "Attending Saturday 13 PM"],
    ] {
        let text = answered(headings);
        assert_eq!(
            imported(&text, &["status"]),
            ["confirmed"; 4],
            "{headings:?}"
        );
    }
}

#[test]
fn a_day_on_which_somebody_cannot_come_and_a_part_of_their_places_are_told_and_cancel_nobody() {
    for (one, other) in [
        (
            "Yes but now can't make it on 14 April",
            "Yes now not coming on the 14th of April",
        ),
        (
            "Yes - no longer coming 14/4",
            "Yes - no longer coming on Sunday",
        ),
        (
            "Yes - now can't make it on Sunday",
            "Yes - can't make it Sunday",
        ),
        ("Yes - cancelled 1 of 2", "Yes - cancelled 1/2"),
    ] {
        let text = format!(
            "Name,Email,Coming?\nJo,jo@example.org,Yes\nAl,al@example.org,{one}\nBo,bo@example.org,{other}\n\
             Cy,cy@example.org,No\n"
        );
        let expected = ["confirmed", "confirmed", "confirmed", "cancelled"];
        assert_eq!(imported(&text, &["status"]), expected, "{one}");
        let told = format!(
            "\"Coming?\" says \"{one}\", \"{other}\" in 2 rows, which is not understood and takes nobody's place away"
        );
        assert_eq!(notes(&text), [told]);
    }
}

#[test]
fn an_hour_of_the_morning_says_nothing_where_anything_else_says_who_comes() {
    for heading in [
        "Status",
        "Attending",
        "Will you be attending the conference?",
    ] {
        for hour in ["Will you be there at 9 am?", "Are you coming at 10am?"] {
            let people = imported(&answered([heading, hour]), &["status"]);
            let expected = ["cancelled", "confirmed", "confirmed", "cancelled"];
            assert_eq!(people, expected, "{heading} {hour}");
        }
    }
}

#[test]
fn a_german_day_is_no_hour_of_the_morning() {
    let text = "Name,Email,Status,Kommst du am 13. April?\nAnn Bell,ann@example.org,Confirmed,Nein\n\
                Bob Cole,bob@example.org,Confirmed,Ja\n";
    assert_eq!(imported(text, &["status"]), ["cancelled", "confirmed"]);
}
