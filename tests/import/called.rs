//! What people are called, where no heading says it in so many words or somebody else's says it louder; and lists that know
//! nothing but names.

use crate::headings::imported;

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
