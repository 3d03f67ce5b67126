//! Accounts from which forms are sent.

use crate::called::listed;
use crate::desk::Desk;
use crate::later::people;

#[test]
fn whoever_sends_a_form_again_from_their_account_is_the_same_whatever_address_they_give() {
    let head =
        "Timestamp,Email Address,Your name,E-mail address (if different),Dietary requirements";
    let first = format!(
        "{head}\n\
         2024-01-15 10:24:03,lee.family@example.net,Ann Lee,ann@example.org,Vegan\n\
         2024-01-15 10:34:03,lee.family@example.net,Bob Lee,,Halal\n\
         2024-01-16 10:24:03,cat@example.net,Cat Fox,,\n\
         2024-01-17 10:24:03,dan@example.net,Dan Orr,dan.orr@example.org,\n"
    );
    let more = "2024-01-19 10:24:03,lee.family@example.net,Bob Lee,bob@example.org,Nuts\n\
                2024-01-19 10:25:03,Cat@example.net,Cat Fox,cat.new@example.org,Nuts\n\
                2024-01-19 10:26:03,dan@example.net,Dan Orr,,Sesame\n\
                2024-01-19 10:27:03,lee.family@example.net,Cy Lee,,\n";
    let both = format!("{first}{more}");
    let alone = format!("{head}\n{more}");
    let expected = [
        "Ann Lee, ann@example.org, Vegan",
        "Bob Lee, bob@example.org, Nuts",
        "Cat Fox, cat.new@example.org, Nuts",
        "Dan Orr, dan@example.net, Sesame",
        "Cy Lee, lee.family@example.net, ",
    ];
    for files in [vec![&both], vec![&first, &both], vec![&first, &alone]] {
        let mut desk = Desk::new();
        for file in &files {
            desk.import("form.csv", file.as_bytes());
        }
        let found = people(&desk, &["name", "email", "diet"]);
        assert_eq!(found, expected, "{} files", files.len());
        let again = desk.import("form.csv", files[files.len() - 1].as_bytes());
        assert!(again.iter().all(|report| !report.changed));
    }
}

#[test]
fn an_account_does_not_make_one_of_two_namesakes_with_addresses_of_their_own() {
    let google = "Timestamp,Email Address,Name,Your email,Diet\n\
                  2024/03/01 10:00:00,office@example.org,David Jones,david1@example.org,Vegan\n\
                  2024/03/01 10:01:00,office@example.org,David Jones,dj@example.net,\n\
                  2024/03/01 10:02:00,office@example.org,Ann Roe,ar@example.net,\n\
                  2024/03/01 10:04:00,zed@example.org,Zed Poe,zed@example.org,\n";
    let expected = [
        "David Jones, david1@example.org, Vegan",
        "David Jones, dj@example.net, ",
        "Ann Roe, ar@example.net, ",
        "Zed Poe, zed@example.org, ",
    ]
    .map(String::from)
    .to_vec();
    let columns = &["name", "email", "diet"];
    assert_eq!(listed(&[google], columns), (expected.clone(), 1));
    assert_eq!(listed(&[google, google], columns), (expected, 0));
}
