//! Several seats in one name, whoever ordered them, and the numbers that they have.

use crate::called::listed;
use crate::desk::Desk;
use crate::headings::imported;

const HEAD: &str =
    "Order ID,Order date,Buyer name,Buyer email,Ticket type,Attendee name,Attendee email,Status";

#[test]
fn two_of_one_name_on_one_order_are_two_who_have_given_no_address() {
    let adult = "1,2024-03-01,John Smith,john@example.org,Adult,John Smith,,Valid\n";
    let child = "1,2024-03-01,John Smith,john@example.org,Child,John Smith,,Valid\n";
    let other = "2,2024-03-01,Bob Roe,bob@example.org,Adult,Yan Poe,yan@example.org,Valid\n";
    let columns = &["name", "email", "ticket", "status"];
    let file = |rows: [&str; 3]| format!("{HEAD}\n{}", rows.concat());
    let one = file([adult, child, other]);
    let turned = file([child, adult, other]);
    let expected = [
        "John Smith, , Adult, confirmed",
        "John Smith, , Child, confirmed",
        "Yan Poe, yan@example.org, Adult, confirmed",
    ]
    .map(String::from)
    .to_vec();
    assert_eq!(listed(&[&one], columns), (expected.clone(), 1));
    assert_eq!(listed(&[&one, &turned], columns).0, expected);
}

#[test]
fn a_valid_ticket_beside_a_void_one_of_the_same_name_stays() {
    for (first, second) in [("Valid", "Void"), ("Void", "Valid")] {
        for tickets in [["Adult", "Child"], ["Child", "Adult"], ["Adult", "Adult"]] {
            let [one, other] = tickets;
            let text = format!(
                "{HEAD}\n\
                 1,2024-03-01,John Roe,john@example.org,{one},John Roe,,{first}\n\
                 1,2024-03-01,John Roe,john@example.org,{other},John Roe,,{second}\n\
                 2,2024-03-01,Bob Poe,bob@example.org,Adult,Bob Poe,bob2@example.org,Valid\n"
            );
            let mut found = imported(&text, &["name", "email", "status"]);
            found.sort();
            let expected = [
                "Bob Poe, bob2@example.org, confirmed",
                "John Roe, , cancelled",
                "John Roe, , confirmed",
            ];
            assert_eq!(found, expected, "{first} {one}");
        }
    }
}

const NUMBERED: &str = "First name,Last name,Email,Mobile,Ticket name,Ticket number,Order ID,Order date,Order first name,Order last name,Order email,Status
Ann,Roe,,,Std,1,OR0,2024-03-01,Ann,Roe,ann@example.org,complete
Yan,Poe,yan@example.org,07700 900111,Std,2,OR1,2024-03-01,Bob,Roe,bob@example.org,complete
Cy,Poe,,,Std,3,OR2,2024-03-01,Cy,Poe,cy@example.org,complete
Dee,Goe,,,Std,4,OR2,2024-03-01,Cy,Poe,cy@example.org,complete
";

#[test]
fn whoever_gives_another_address_under_the_same_mere_number_and_name_is_the_same() {
    let given = NUMBERED.replace("Ann,Roe,,", "Ann,Roe,annhome@example.org,");
    let given = given.replace("Dee,Goe,,", "Dee,Goe,dee@example.org,");
    let expected = [
        "Ann Roe, annhome@example.org",
        "Yan Poe, yan@example.org",
        "Cy Poe, ",
        "Dee Goe, dee@example.org",
    ]
    .map(String::from)
    .to_vec();
    let columns = &["name", "email"];
    let all = [NUMBERED, &given, &given];
    assert_eq!(listed(&all, columns), (expected, 0));
}

#[test]
fn a_number_that_is_anothers_in_the_next_export_makes_nobody_of_two() {
    let first = "Ticket number,Name,Email,Organisation\n\
                 1,Ann Roe,ann@example.org,Acme\n\
                 2,Bob Poe,,Acme\n\
                 3,Cy Fox,,Acme\n";
    let second = "Ticket number,Name,Email,Organisation\n\
                  1,Zed Zot,zed@example.org,Acme\n\
                  2,Ann Roe,ann@example.org,Acme\n\
                  3,Cy Fox,cy@example.org,Gamma\n";
    let columns = &["name", "email", "organisation"];
    let expected = [
        "Ann Roe, ann@example.org, Acme",
        "Bob Poe, , Acme",
        "Cy Fox, , Acme",
        "Zed Zot, zed@example.org, Acme",
        "Cy Fox, cy@example.org, Gamma",
    ]
    .map(String::from)
    .to_vec();
    assert_eq!(listed(&[first, second], columns), (expected, 1));
    // Two addresses under one name and number, and nothing else in common, may be one person's.
    let third = "Ticket number,Name,Email\n1,Ann Roe,ann.roe@example.net\n";
    let (people, maybe) = listed(&[first, third], columns);
    assert_eq!((people.len(), maybe), (4, 1));
}

#[test]
fn two_rows_with_one_name_and_one_order_are_found_again_beside_a_namesake_with_an_address() {
    let mut desk = Desk::new();
    let text = "Order code,Place,Status,E-mail,Order date,Order time,Product,Price,Attendee name,Attendee email,Invoice address name\n\
                A1,1,paid,ed@example.org,2024-03-01,10:00:00,Adult,10,Ed Green,,Ed Green\n\
                A1,2,paid,\"ed@example.org,ed@example.org\",2024-03-01,10:00:00,Adult,10,Ed Green,,Ed Green\n\
                A1,2,paid,ed@example.org,2024-03-01,10:00:00,Child (free),0,Ed Green,,Ed Green\n\
                B2,1,paid,bo@example.org,2024-03-01,10:00:00,Adult,10,Bo Day,,Bo Day\n";
    desk.import("list.csv", text.as_bytes());
    let before = desk.everything();
    desk.import("list.csv", text.as_bytes());
    assert_eq!(desk.everything(), before);
}

#[test]
fn a_ticket_that_several_rows_have_was_handed_on_to_nobody() {
    let mut desk = Desk::new();
    let text = "Order code,Position ID,Status,Attendee name,Attendee email,Remark\n\
                A1,1,paid,Ann Hill,ann@example.org,\n\
                A1,1,paid,Bo Day,bo@example.org,\n\
                A1,2,paid,Ann Hill,ann@example.org,by train\n\
                A1,2,paid,Ann Hill,ann@example.org,by bus\n";
    desk.import("list.csv", text.as_bytes());
    let before = desk.everything();
    desk.import("list.csv", text.as_bytes());
    assert_eq!(desk.everything(), before);
}
