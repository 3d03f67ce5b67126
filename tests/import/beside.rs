//! What is no answer to the question that a field asks stays under its own heading; and what a mailing list or an order
//! says is no word on whether somebody comes.

use crate::headings::imported;
use crate::strangers;

/// What two answers to a question are taken for, of organisation, area and diet.
fn taken(question: &str, answers: [&str; 2]) -> Vec<String> {
    let [one, other] = answers;
    let text =
        format!("Name,Email,\"{question}\"\nJo,jo@example.org,{one}\nAl,al@example.org,{other}\n");
    imported(&text, &["organisation", "area", "diet"])
}

#[test]
fn a_question_about_something_beside_a_field_does_not_fill_it() {
    for (question, answers) in [
        (
            "Would your organisation like a stall?",
            ["Yes", "Yes: two tables"],
        ),
        ("Are you representing a group?", ["Yes", "No"]),
        ("Do you belong to an organisation?", ["Yes", "No"]),
        ("Names of people in your group", ["Sam and Kim", "Bo"]),
        ("Your role in the organisation", ["Chair", "Member"]),
        ("Can you bring food to share?", ["Yes", "A cake"]),
        ("Are you coming to lunch?", ["Yes", "No"]),
        ("Would you like lunch?", ["Yes", "No"]),
        ("Which food bank do you help at?", ["Central", "North"]),
        ("Which area of work are you in?", ["Schools", "Trains"]),
        ("Do you live in Blackburn?", ["Yes", "No"]),
        ("Are you coming from far away?", ["Yes", "Not very"]),
    ] {
        assert_eq!(taken(question, answers), [", , ", ", , "], "{question}");
    }
    for (question, answers, expected) in [
        (
            "Which organisation do you represent?",
            ["Unite", "ACORN"],
            ["Unite, , ", "ACORN, , "],
        ),
        (
            "Are you part of a group?",
            ["Unite", "No"],
            ["Unite, , ", "No, , "],
        ),
        (
            "In which area do you live?",
            ["York", "Leeds"],
            [", York, ", ", Leeds, "],
        ),
        (
            "Dietary needs for the lunch that we bring",
            ["vegan", ""],
            [", , vegan", ", , "],
        ),
    ] {
        assert_eq!(taken(question, answers), expected, "{question}");
    }
}

#[test]
fn a_yes_that_is_followed_by_which_is_no_organisation() {
    let text = "Name,Email,Are you representing a group?,\"If yes, which?\"\n\
                Jo,jo@example.org,Yes,Unite\nAl,al@example.org,No,\n";
    assert_eq!(imported(text, &["organisation"]), ["Unite", ""]);
}

#[test]
fn who_leaves_a_mailing_list_still_comes_but_wants_no_news() {
    for (header, gone, there) in [
        (
            "uuid,can2_subscription_status,can2_user_tags",
            "u-1,unsubscribed,",
            "u-2,subscribed,",
        ),
        ("EUID,UNSUB_TIME,LEID", "e1,2024-03-08 10:00:00,1", "e2,,2"),
        (
            "EUID,CLEAN_TIME,UNSUB_TIME",
            "e1,,2024-03-08 10:00:00",
            "e2,2024-03-08 10:00:00,",
        ),
        ("EMAIL_BLACKLISTED,SMS_BLACKLISTED,X", "Yes,No,", "No,Yes,"),
        ("Status,A,B", "Unsubscribed,,", "Subscribed,,"),
        ("Has opted out of email,A,B", "1,,", "0,,"),
    ] {
        let text = format!(
            "Email Address,First name,Last name,{header}\njo@example.org,Jo,Lawson,{gone}\nal@example.org,Al,Marsh,{there}\n"
        );
        let expected = ["Jo Lawson, confirmed, no", "Al Marsh, confirmed, "];
        assert_eq!(
            imported(&text, &["name", "status", "updates"]),
            expected,
            "{header}"
        );
    }
}

#[test]
fn what_is_the_buyers_is_no_attendees() {
    let header = "Order code,Position ID,Status,Email,Phone number,Product,Attendee name,Attendee email,Company,City,Voucher,Company,City";
    let rows = "A,1,paid,olive@example.org,01632 960001,Day,Jo Lawson,,,,,Mill Ltd,Bury\n\
                A,2,paid,olive@example.org,01632 960001,Day,Al Marsh,al@example.org,Unite,York,,Mill Ltd,Bury\n\
                B,1,paid,otto@example.org,01632 960002,Day,,,,,,Mill Ltd,Bury\n";
    let columns = ["name", "email", "phone", "organisation", "area"];
    let (people, rejected) = strangers::imported(&format!("{header}\n{rows}"), &columns);
    let expected = ["Jo Lawson||||", "Al Marsh|al@example.org||Unite|York"];
    assert_eq!((people, rejected), (expected.map(String::from).to_vec(), 1));
    // The only company and city of an export may be those of the invoice.
    let invoice = "Order code,Position ID,Status,Email,Attendee name,Attendee email,Voucher,Company,City\n\
                   A,1,paid,olive@example.org,Jo Lawson,jo@example.org,,Mill Ltd,Bury\n";
    assert_eq!(
        imported(invoice, &columns),
        ["Jo Lawson, jo@example.org, , , "]
    );
    // Where attendees were not asked for, buyers come.
    let buyers = "Order code,Position ID,Status,Email,Attendee name,Attendee email\n\
                  A,1,paid,olive@example.org,,\nB,1,paid,otto@example.org,,\n";
    assert_eq!(
        imported(buyers, &["email"]),
        ["olive@example.org", "otto@example.org"]
    );
}
