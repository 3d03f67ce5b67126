//! What people are called, where no heading says it in so many words or somebody else's says it louder; and lists that know
//! nothing but names.

use crate::headings::{imported, notes};

/// Who signed up, and who stands beside them in a column that is about others.
const ROWS: [[&str; 3]; 6] = [
    ["Ann Lee", "lees@example.org", "Ola Novak"],
    ["Bo Cane", "lees@example.org", "Ola Novak"],
    ["José Núñez", "jose@example.com", "Pete Grove"],
    ["Siân ap Huw", "sian@example.net", "Ola Novak"],
    ["di poe", "di@example.org", "Ola Novak"],
    ["Mary Ann van der Berg", "mavdb@example.net", "Pete Grove"],
];

/// Everybody under their own names.
fn everybody() -> Vec<String> {
    let rows = ROWS.iter();
    rows.map(|[name, email, _]| format!("{name}, {email}"))
        .collect()
}

#[test]
fn a_column_of_names_goes_before_that_of_owners_payers_and_parents_whatever_it_is_called() {
    for own in [
        "Member",
        "Tenant",
        "Supporter",
        "Who's coming?",
        "Comrade",
        "Mieter",
        "Adhérent",
        "Socia",
        "Lokator",
        "Aelod",
    ] {
        for other in [
            "Owner",
            "Billing name",
            "Cardholder name",
            "Parent / guardian name",
            "Käufer",
            "Acheteur",
        ] {
            let row = |[name, email, other]: &[&str; 3]| format!("{other},{name},{email}\n");
            let rows: String = ROWS.iter().map(row).collect();
            let text = format!("{other},{own},Email\n{rows}");
            assert_eq!(
                imported(&text, &["name", "email"]),
                everybody(),
                "{own}, {other}"
            );
        }
    }
}

#[test]
fn whoever_pays_is_who_comes_where_the_addresses_are_theirs_and_another_column_only_looks_like_names()
 {
    let text = "Billing name,Email,Favourite band\n\
                Ann Lee,ann.lee@example.org,Blue Tide\n\
                Bo Cane,bo.cane@example.org,Red Shift\n\
                Cy Poe,cypoe@example.net,Green Day Trip\n";
    let expected = [
        "Ann Lee, ann.lee@example.org",
        "Bo Cane, bo.cane@example.org",
        "Cy Poe, cypoe@example.net",
    ];
    assert_eq!(imported(text, &["name", "email"]), expected);
    let jobs = text
        .replace("Favourite band", "Job title")
        .replace("@", "-1@");
    assert_eq!(imported(&jobs, &["name"]), ["Ann Lee", "Bo Cane", "Cy Poe"]);
}

#[test]
fn children_of_one_parent_are_told_apart_by_their_own_names() {
    let text = "Camper,Parent name,Email\n\
                Ann Lee,Sue Roe,sue.roe@example.org\n\
                Bo Lee,Sue Roe,sue.roe@example.org\n\
                Cy Poe,Di Fox,di.fox@example.net\n";
    let expected = ["Ann Lee", "Bo Lee", "Cy Poe"];
    assert_eq!(imported(text, &["name"]), expected);
}

#[test]
fn names_under_an_unknown_heading_are_known_by_their_look_however_many_rows_each_person_has() {
    for own in ["Title", "Member", "Sort Name", "Registrant", "Socia"] {
        for sessions in [1, 2, 3] {
            let row = |[name, email, _]: &[&str; 3]| {
                let all = ["Repairs", "Evictions", "Rent controls"].iter();
                let rows = all.take(sessions);
                rows.map(|session| format!("{session},{name},{email}\n"))
                    .collect::<String>()
            };
            let rows: String = ROWS.iter().map(row).collect();
            let text = format!("Workshop,{own},Email\n{rows}");
            assert_eq!(
                imported(&text, &["name", "email"]),
                everybody(),
                "{own}, {sessions}"
            );
        }
    }
}

#[test]
fn that_nobody_has_a_name_is_said() {
    let said =
        "no column says what people are called; if one does, say which, as in --map name=\"Guild\"";
    let text = "Guild,Email,Phone\nMasons,ann@example.org,07700 900101\nMasons,bo@example.org,07700 900102\n";
    assert_eq!(notes(text), [said]);
    let text = "Email,Phone\nann@example.org,07700 900101\nbo@example.org,07700 900102\n";
    assert_eq!(notes(text), ["no column says what people are called"]);
    let text = "Email\nann@example.org\nbo@example.org\n";
    assert!(notes(text).is_empty());
}
