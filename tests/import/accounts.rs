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
        "Dan Orr, dan.orr@example.org, Sesame",
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

#[test]
fn whoever_leaves_their_address_open_the_second_time_keeps_the_one_they_typed() {
    let head = "ID,Start time,Completion time,Email,Name,Your name,Your email,Diet";
    let typed = "1,3/13/2024 10:00,3/13/2024 10:05,office@example.org,Office,Ann Lee,ann@example.com,Vegan\n";
    let open = "2,3/14/2024 10:00,3/14/2024 10:05,office@example.org,Office,Ann Lee,,Halal\n";
    let others = "3,3/14/2024 11:00,3/14/2024 11:05,office@example.org,Office,Bob Ray,bob@example.com,\n\
                  4,3/14/2024 12:00,3/14/2024 12:05,zed@example.org,Zed,Zed Poe,,\n";
    let expected = [
        "Ann Lee, ann@example.com, Halal",
        "Bob Ray, bob@example.com, ",
        "Zed Poe, zed@example.org, ",
    ];
    let of = |rows: &[&str]| format!("{head}\n{}", rows.concat());
    let both = of(&[typed, open, others]);
    for files in [
        vec![both.clone()],
        vec![of(&[open, typed, others])],
        vec![of(&[typed, others]), both],
        vec![of(&[typed, others]), of(&[open, others])],
        vec![of(&[open, others]), of(&[typed, others])],
    ] {
        let mut desk = Desk::new();
        for file in &files {
            desk.import("form.csv", file.as_bytes());
        }
        let mut found = people(&desk, &["name", "email", "diet"]);
        found.sort();
        assert_eq!(found, expected, "{files:?}");
        let again = desk.import("form.csv", files[files.len() - 1].as_bytes());
        assert!(again.iter().all(|report| !report.changed));
    }
    // Two addresses that were typed may be those of two namesakes.
    let new = open.replace("Ann Lee,,", "Ann Lee,ann@example.net,");
    let mut desk = Desk::new();
    desk.import("form.csv", of(&[typed, &new, others]).as_bytes());
    let found = people(&desk, &["name", "email"]);
    let expected = [
        "Ann Lee, ann@example.com",
        "Ann Lee, ann@example.net",
        "Bob Ray, bob@example.com",
        "Zed Poe, zed@example.org",
    ];
    assert_eq!(found, expected);
}
