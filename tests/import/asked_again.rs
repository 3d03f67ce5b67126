//! What was asked once more of those who had answered already, and what became of the approval of their sign-up.

use crate::headings::{imported, notes};

fn statuses(text: &str) -> Vec<String> {
    imported(text, &["status"])
}

/// Two people, of whom each has answered twice.
fn twice(head: &str, [first, second]: [&str; 2]) -> String {
    format!(
        "Name,Email,{head}\nJo Lee,jo@example.org,Yes,Yes\nAl Day,al@example.org,{first},{second}\n"
    )
}

#[test]
fn what_was_answered_once_more_counts_before_what_was_answered_first() {
    for head in [
        "Coming?,Still coming? (asked 5 April)",
        "RSVP,RSVP update",
        "Kommst du?,Kommst du noch?",
    ] {
        for (answers, expected) in [
            (["Yes", "No"], "cancelled"),
            (["No", "Yes"], "confirmed"),
            (["No", ""], "cancelled"),
            (["Yes", ""], "confirmed"),
            (["No", "Maybe"], "cancelled"),
        ] {
            let text = twice(head, answers);
            assert_eq!(
                statuses(&text),
                ["confirmed", expected],
                "{head} {answers:?}"
            );
            assert_eq!(notes(&text), [""; 0], "{head} {answers:?}");
        }
    }
    for head in [
        "Coming?,Still coming to dinner?",
        "Coming?,Email updates",
        "Coming?,Are you still a member?",
    ] {
        let text = twice(head, ["Yes", "No"]);
        assert_eq!(statuses(&text), ["confirmed"; 2], "{head}");
    }
}

#[test]
fn of_two_questions_that_were_asked_once_more_the_stricter_answer_counts_and_that_is_told() {
    let text = "Name,Email,RSVP,RSVP update,Still coming?\nJo Lee,jo@example.org,Yes,Yes,No\nAl Day,al@example.org,Yes,No,Yes\n\
                Bo Fox,bo@example.org,Yes,,\n";
    assert_eq!(statuses(text), ["cancelled", "cancelled", "confirmed"]);
    let told = "\"RSVP update\" and \"Still coming?\" ask once more who comes, and it cannot be told which was asked last: of different answers the one that says the least for it counts";
    assert_eq!(notes(text), [told]);
}

#[test]
fn whoever_has_not_reconfirmed_keeps_their_place_and_is_told() {
    let text = twice("Coming?,Reconfirmed?", ["Yes", "No"]);
    assert_eq!(statuses(&text), ["confirmed"; 2]);
    let told = "1 row says no to \"Reconfirmed?\", which cancels nobody; if it asks whether they come at all, say --map status=\"Reconfirmed?\"";
    assert_eq!(notes(&text), [told]);
}

#[test]
fn what_became_of_the_approval_of_a_sign_up_counts_beside_its_state() {
    for (state, approval, expected) in [
        ("Registered", "Denied", "cancelled"),
        ("Registered", "Declined", "cancelled"),
        ("Registered", "Pending", "pending"),
        ("Registered", "", "confirmed"),
        ("Cancelled", "Approved", "cancelled"),
    ] {
        let text = format!(
            "Name,Email,Registration Status,Approval Status\nJo Lee,jo@example.org,Registered,Approved\n\
             Al Day,al@example.org,{state},{approval}\n"
        );
        assert_eq!(
            statuses(&text),
            ["confirmed", expected],
            "{state} {approval}"
        );
    }
    let text = "Name,Email,Order Status,Payment Status\nJo Lee,jo@example.org,Completed,Paid\nAl Day,al@example.org,Completed,Pending\n";
    assert_eq!(statuses(text), ["confirmed"; 2]);
}

#[test]
fn a_no_below_what_was_reconfirmed_or_updated_is_no_answer_and_is_told() {
    for second in ["Coming? (reconfirmed)", "RSVP updated?", "Updated RSVP"] {
        let head = format!("Coming?,{second}");
        let told = format!(
            "1 row says no to \"{second}\", which cancels nobody; if it asks whether they come at all, say --map status=\"{second}\""
        );
        for no in ["No", "FALSE", "☐"] {
            let text = twice(&head, ["Yes", no]);
            assert_eq!(statuses(&text), ["confirmed"; 2], "{head} {no}");
            assert_eq!(notes(&text), [told.as_str()], "{head} {no}");
        }
        for (answers, expected) in [
            (["No", "No"], "cancelled"),
            (["No", "Yes"], "confirmed"),
            (["Yes", "Cancelled"], "cancelled"),
        ] {
            let text = twice(&head, answers);
            assert_eq!(
                statuses(&text),
                ["confirmed", expected],
                "{head} {answers:?}"
            );
            assert_eq!(notes(&text), [""; 0], "{head} {answers:?}");
        }
    }
}

#[test]
fn boxes_that_most_have_not_ticked_are_no_answer_to_a_second_question() {
    let text = "Name,Email,Coming?,Still coming?\nJo Lee,jo@example.org,Yes,TRUE\nAl Day,al@example.org,Yes,FALSE\n\
                Bo Fox,bo@example.org,Yes,FALSE\nCy Ray,cy@example.org,Yes,No\nDi Poe,di@example.org,Yes,FALSE\n";
    let expected = [
        "confirmed",
        "confirmed",
        "confirmed",
        "cancelled",
        "confirmed",
    ];
    assert_eq!(statuses(text), expected);
    let told = "3 rows say no to \"Still coming?\", which cancels nobody; if it asks whether they come at all, say --map status=\"Still coming?\"";
    assert_eq!(notes(text), [told]);
}

#[test]
fn a_later_answer_counts_before_a_plain_one_only_and_the_heading_says_which_is_later() {
    for (answers, expected) in [
        (["Waiting list", "Yes"], "waiting"),
        (["Cancelled 3 April", "Yes"], "cancelled"),
        (["Waiting list", "No"], "cancelled"),
        (["No", "Yes"], "confirmed"),
    ] {
        let text = twice("Attending,Still attending?", answers);
        assert_eq!(statuses(&text), ["confirmed", expected], "{answers:?}");
    }
    for (answers, expected) in [(["Yes", "No"], "confirmed"), (["No", "Yes"], "cancelled")] {
        let text = twice("Still coming?,Coming?", answers);
        assert_eq!(statuses(&text), ["confirmed", expected], "{answers:?}");
    }
}

#[test]
fn a_no_to_an_approval_beside_a_state_keeps_the_place_and_is_told() {
    for (head, said) in [("Status", "Confirmed"), ("Coming?", "Yes")] {
        for (approval, expected, is_told) in [
            ("No", "confirmed", true),
            ("Expired", "confirmed", true),
            ("Denied", "cancelled", false),
        ] {
            let text = format!(
                "Name,Email,Approval,{head}\nJo Lee,jo@example.org,Approved,{said}\nAl Day,al@example.org,{approval},{said}\n"
            );
            assert_eq!(
                statuses(&text),
                ["confirmed", expected],
                "{head} {approval}"
            );
            let told = "1 row says no to \"Approval\", which cancels nobody; if it asks whether they come at all, say --map status=\"Approval\"";
            let told = is_told.then_some(told);
            assert_eq!(
                notes(&text),
                told.into_iter().collect::<Vec<&str>>(),
                "{head} {approval}"
            );
        }
    }
}
