//! Two people in one row, under headings that tell them apart by a number, a word or nothing.

use crate::headings::{imported, notes};

/// Two rows, in the second of which only the second person gives an address, under headings for name, address, name,
/// address.
fn rows(header: &str) -> String {
    format!(
        "{header}\nJo Lawson,jo@example.org,Al Marsh,al@example.org\nBo Haslam,,Cy Vance,cy@example.org\n"
    )
}

#[test]
fn the_second_person_of_a_row_is_neither_the_first_nor_passed_over_in_silence() {
    for (header, second) in [
        ("Name 1,Email 1,Name 2,Email 2", "Name 2"),
        ("Name,Email,Name (2),Email (2)", "Name (2)"),
        ("Name,E-mail,Name,E-mail", "Name"),
        (
            "Name,Email,Second attendee name,Second attendee email",
            "Second attendee name",
        ),
        (
            "First attendee name,First attendee email,Second attendee name,Second attendee email",
            "Second attendee name",
        ),
        (
            "Attendee 1: Name,Attendee 1: Email,Attendee 2: Name,Attendee 2: Email",
            "Attendee 2: Name",
        ),
        (
            "Name,Email,Name of person 2,Email of person 2",
            "Name of person 2",
        ),
        (
            "Name,E-Mail,Name 2. Person,E-Mail 2. Person",
            "Name 2. Person",
        ),
        (
            "Name,Email,Partner's name,Partner's email",
            "Partner's name",
        ),
    ] {
        let text = rows(header);
        let expected = ["Jo Lawson, jo@example.org", "Bo Haslam, "];
        assert_eq!(imported(&text, &["name", "email"]), expected, "{header}");
        let expected = [format!(
            "\"{second}\" names more people in 2 rows; they are kept there, but not signed up"
        )];
        assert_eq!(notes(&text), expected, "{header}");
    }
}

#[test]
fn the_parts_of_a_second_name_belong_together() {
    let text = "First Name 1,Last Name 1,First Name 2,Last Name 2,Email\n\
                Jo,Lawson,Al,Marsh,jo@example.org\nBo,Haslam,,,bo@example.org\n";
    let expected = ["Jo Lawson, Al, Marsh", "Bo Haslam, , "];
    let columns = ["name", "First Name 2", "Last Name 2"];
    assert_eq!(imported(text, &columns), expected);
    let turned = "Email,Last Name 2,First Name 2,Last Name 1,First Name 1\n\
                  jo@example.org,Marsh,Al,Lawson,Jo\nbo@example.org,,,Haslam,Bo\n";
    assert_eq!(imported(turned, &columns), expected);
}

#[test]
fn a_question_that_a_form_asks_in_two_places_is_one() {
    let text = "Timestamp,Will you come?,Name,Email,Name,Email\n\
                2024-03-01 10:00,Yes,Jo Lawson,jo@example.org,,\n\
                2024-03-01 11:00,Perhaps,,,Al Marsh,al@example.org\n\
                2024-03-01 12:00,Yes,Bo Haslam,bo@example.org,,\n";
    let expected = [
        "Jo Lawson, jo@example.org",
        "Al Marsh, al@example.org",
        "Bo Haslam, bo@example.org",
    ];
    assert_eq!(imported(text, &["name", "email"]), expected);
}

#[test]
fn a_second_address_of_one_person_fills_their_gap() {
    let text =
        "Name,Email 1,Email 2\nJo Lawson,jo@example.org,jo@example.net\nAl Marsh,,al@example.net\n";
    let expected = ["Jo Lawson, jo@example.org", "Al Marsh, al@example.net"];
    assert_eq!(imported(text, &["name", "email"]), expected);
}

#[test]
fn a_question_about_others_names_them() {
    let text = "Your name,Your email,Names of others in your party\nJo Lawson,jo@example.org,\"Al Marsh, Bo Haslam\"\n";
    let expected = [
        "\"Names of others in your party\" names more people in 1 row; they are kept there, but not signed up",
    ];
    assert_eq!(notes(text), expected);
}
