//! What people are called, where no heading says it in so many words or somebody else's says it louder; and lists that know
//! nothing but names.

use crate::desk::Desk;
use crate::headings::{imported, notes};
use crate::updates::import;

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
fn whoever_takes_part_goes_before_owners_payers_and_parents() {
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
        "Swimmer",
        "Name of the resident",
        "Volunteers",
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
fn what_only_looks_like_names_does_not_go_before_owners_and_parents() {
    for other in [
        "Horse",
        "Boat",
        "Favourite singer",
        "Handled by",
        "Seat with",
        "Nominee",
        "Dog",
        "Member of staff",
    ] {
        for own in ["Owner", "Carer", "Parent", "Payer", "Cardholder"] {
            let text = format!(
                "{own},Email,{other}\n\
                 Ann Lee,a@example.org,Lady Luck\n\
                 Bo Cane,b@example.org,Captain Jack\n\
                 Cy Poe,c@example.org,Nora Batt\n\
                 Di Fox,d@example.org,Mary Rose\n"
            );
            let expected = [
                "Ann Lee, Lady Luck",
                "Bo Cane, Captain Jack",
                "Cy Poe, Nora Batt",
                "Di Fox, Mary Rose",
            ];
            assert_eq!(imported(&text, &["name", other]), expected, "{own}");
            let text = text.replace(&format!(",{other}\n"), &format!(",{other},Member\n"));
            let text = text.replace("Luck\n", "Luck,Sue Roe\n");
            let text = text.replace("Jack\n", "Jack,Ed Hay\n");
            let text = text.replace("Batt\n", "Batt,Flo Kay\n");
            let text = text.replace("Rose\n", "Rose,Gus Low\n");
            let members = ["Sue Roe", "Ed Hay", "Flo Kay", "Gus Low"];
            assert_eq!(imported(&text, &["name"]), members, "{own}, {other}");
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
fn a_child_whom_a_parent_signs_up_comes_and_is_reached_as_the_parent_is() {
    for (child, parent, email, phone) in [
        (
            "Child's name",
            "Parent/carer name",
            "Parent/carer email",
            "Parent/carer phone",
        ),
        (
            "Child's full name",
            "Parent or guardian",
            "Parent's email",
            "Parent mobile",
        ),
        (
            "Name des Kindes",
            "Name der Eltern",
            "E-Mail der Eltern",
            "Telefon der Eltern",
        ),
        (
            "Nom de l'enfant",
            "Nom du parent",
            "Email du parent",
            "Téléphone du parent",
        ),
        (
            "Nombre del niño/a",
            "Nombre de la madre",
            "Correo de la madre",
            "Teléfono de la madre",
        ),
        (
            "Imię i nazwisko dziecka",
            "Imię i nazwisko rodzica",
            "E-mail rodzica",
            "Telefon rodzica",
        ),
        (
            "Enw'r plentyn",
            "Enw'r rhiant",
            "E-bost y rhiant",
            "Ffôn y rhiant",
        ),
    ] {
        let text = format!(
            "{child},Age,{parent},{email},{phone}\n\
             Tim Lee,7,Ann Lee,ann@example.org,07700 900111\n\
             Sue Roe,9,Bob Roe,bob@example.org,07700 900112\n\
             Zoe Roe,11,Bob Roe,bob@example.org,07700 900112\n"
        );
        let expected = [
            "Tim Lee, ann@example.org, 07700 900111, Ann Lee",
            "Sue Roe, bob@example.org, 07700 900112, Bob Roe",
            "Zoe Roe, bob@example.org, 07700 900112, Bob Roe",
        ];
        assert_eq!(
            imported(&text, &["name", "email", "phone", parent]),
            expected
        );
        let said = format!(
            "no other column says who comes: \"{child}\" is taken for them, who are reached by \"{email}\", \"{phone}\""
        );
        assert_eq!(notes(&text), [said]);
        let text = text.replace(email, "Email Address").replace(phone, "Phone");
        assert_eq!(
            imported(&text, &["name", "email", "phone", parent]),
            expected
        );
        let said = format!("no other column says who comes: \"{child}\" is taken for them");
        assert_eq!(notes(&text), [said]);
    }
    // They have a name in two halves and an address of their own; few have, and whoever fills in says who they are.
    let text = "Child first name,Child last name,Child's email,Parent name,Parent email\n\
                Tim,Lee,tim@example.net,Ann Lee,ann@example.org\n\
                Sue,Roe,sue@example.net,Bob Roe,bob@example.org\n";
    let expected = ["Tim Lee, tim@example.net", "Sue Roe, sue@example.net"];
    assert_eq!(imported(text, &["name", "email"]), expected);
    let text = "Parent name,Email,Child's name\n\
                Ann Lee,ann@example.org,Tim Lee\n\
                Bob Roe,bob@example.org,\n\
                Di Fox,di@example.org,\n";
    assert_eq!(imported(text, &["name"]), ["Ann Lee", "Bob Roe", "Di Fox"]);
    let text = "Your name,Email,Child's name,Parent/carer email\n\
                Ann Lee,ann@example.org,Tim Lee,ann@example.org\n\
                Bob Roe,bob@example.org,Sue Roe,bob@example.org\n";
    assert_eq!(imported(text, &["name"]), ["Ann Lee", "Bob Roe"]);
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

#[test]
fn a_name_for_the_badge_is_no_family_name() {
    let text = "First name,Badge name,Email\nAnn,Annie,ann@example.org\nBob,Bobby,bo@example.org\n";
    assert_eq!(imported(text, &["name"]), ["Ann", "Bob"]);
    let text = "First name,Badge name,Email\nAnn,Annie Lee,ann@example.org\nBob,Bobby Cane,bo@example.org\n";
    assert_eq!(imported(text, &["name"]), ["Annie Lee", "Bobby Cane"]);
    let text = "First name,Name on badge,Email\nAnn,Annie,ann@example.org\n,Bobby,bo@example.org\n";
    assert_eq!(imported(text, &["name"]), ["Ann", "Bobby"]);
}

#[test]
fn a_name_that_says_that_others_come_along_is_remarked_upon() {
    for name in [
        "Jill Hill (+1)",
        "Jill Hill x2",
        "Jill Hill + guest",
        "Jill Hill mit Begleitung",
        "Jill Hill et un ami",
    ] {
        let said = format!(
            "somebody may come with others in 1 row, as \"{name}\" says; only who is named was signed up"
        );
        let text = format!("Name,Email\nAnn Lee,ann@example.org\n{name},jill@example.org\n");
        assert_eq!(notes(&text), [said]);
        assert_eq!(imported(&text, &["name"]), ["Ann Lee", name]);
    }
    let text = "Name,Email\nAnn Lee,ann@example.org\nOmar X2 Aziz,omar@example.org\n";
    assert_eq!(notes(text), [""; 0]);
}

#[test]
fn a_name_that_is_of_more_than_one_person_is_remarked_upon() {
    let said = |rows: &str, name: &str| {
        format!(
            "more than one person may stand in {rows}, as \"{name}\" says; each row was signed up as one"
        )
    };
    let text = "Name,Email\nAnna and Tom Smith,smiths@example.org\nCath Hill & Dan Po,cath@example.org\n\
                Hal Ito/Ida Ito,ito@example.org\nEve Lu plus guest,eve@example.org\nBo Cane,bo@example.org\n";
    let brought = "somebody may come with others in 1 row, as \"Eve Lu plus guest\" says; only who is named was signed up";
    let joined = said("3 rows", "Anna and Tom Smith");
    assert_eq!(notes(text), [brought, &joined]);
    let names = [
        "Anna and Tom Smith",
        "Cath Hill & Dan Po",
        "Hal Ito/Ida Ito",
        "Eve Lu plus guest",
        "Bo Cane",
    ];
    assert_eq!(imported(text, &["name"]), names);
    let text =
        "First name,Surname,Email\nJo & Kim,Lang,lang@example.org\nBo,Cane & Poe,bo@example.org\n";
    assert_eq!(notes(text), [said("1 row", "Jo & Kim")]);
    assert_eq!(
        imported(text, &["name"]),
        ["Jo & Kim Lang", "Bo Cane & Poe"]
    );
    // Families with two names, and a branch behind each name.
    for names in [
        ["José Ortega y Gasset", "Antoni Gaudí i Cornet"],
        ["Ann Lee / Hackney South", "Bo Cane / Leeds West"],
    ] {
        let [one, other] = names;
        let text = format!("Name,Email\n{one},ann@example.org\n{other},bo@example.org\n");
        assert_eq!(notes(&text), [""; 0]);
        assert_eq!(imported(&text, &["name"]), names);
    }
}

/// Who is known and how many of them may be somebody else, after some lists of nothing but names.
pub(crate) fn listed(lists: &[&str], columns: &[&str]) -> (Vec<String>, usize) {
    let mut desk = Desk::new();
    let mut maybe = 0;
    for text in lists {
        let report = import(&mut desk, text);
        let details = report.rows.iter().filter_map(|row| row.detail.as_ref());
        let near = details.map(|detail| detail.maybe.len());
        maybe = near.sum::<usize>();
    }
    let row = |one: &plenary::model::Registration| {
        let cells: Vec<&str> = columns.iter().map(|column| one.get(column)).collect();
        cells.join(", ")
    };
    (desk.list.iter().map(row).collect(), maybe)
}

const NAMES: &str = "Name,Area\nAnn Lee,Hackney\nBo Cane,Hackney\nJosé Núñez,Peckham\n";

#[test]
fn a_list_of_names_alone_that_comes_again_with_other_cells_or_columns_is_of_the_same_people() {
    let changed = NAMES.replace("Hackney", "Leeds");
    let wider =
        "Name,Area,Table\nAnn Lee,Leeds,1\nBo Cane,Hackney,2\nJosé Núñez,,3\nCy Poe,York,4\n";
    let (people, maybe) = listed(&[NAMES, &changed], &["name", "area"]);
    let expected = ["Ann Lee, Leeds", "Bo Cane, Leeds", "José Núñez, Peckham"];
    assert_eq!((people, maybe), (expected.map(String::from).to_vec(), 0));
    let (people, maybe) = listed(&[NAMES, wider, wider], &["name", "area"]);
    let expected = [
        "Ann Lee, Leeds",
        "Bo Cane, Hackney",
        "José Núñez, Peckham",
        "Cy Poe, York",
    ];
    assert_eq!((people, maybe), (expected.map(String::from).to_vec(), 0));
}

#[test]
fn namesakes_in_lists_of_names_alone_stay_two_people() {
    let count = |lists: &[&str]| listed(lists, &["name"]).0.len();
    // Another list that has one name in common by chance.
    let other = "Name,Area\nAnn Lee,Leeds\nCy Poe,Leeds\nDi Fox,Leeds\n";
    assert_eq!(count(&[NAMES, other]), 6);
    assert_eq!(count(&[NAMES, "Name,Area\nAnn Lee,Leeds\n"]), 4);
    // Two of one name in either list.
    let two = format!("{NAMES}Ann Lee,Leeds\n");
    let changed = |text: &str| text.replace("Hackney", "York");
    assert_eq!(count(&[NAMES, &changed(&two)]), 5);
    assert_eq!(count(&[&two, &changed(NAMES)]), 5);
    // Somebody of that name who has an address.
    let known = "Name,Email\nAnn Lee,ann@example.org\n";
    assert_eq!(count(&[known, NAMES, &changed(NAMES)]), 5);
    // Other numbers at the source.
    let one = "ID,Name,Area\nM-1,Ann Lee,Hackney\nM-2,Bo Cane,Hackney\n";
    let other = "ID,Name,Area\nM-8,Ann Lee,York\nM-9,Bo Cane,York\n";
    assert_eq!(count(&[one, other]), 4);
    let profile = |text: &str| {
        text.replace("ID", "Profile")
            .replace("M-", "https://example.net/")
    };
    assert_eq!(count(&[&profile(one), &profile(other)]), 4);
    let place = |text: &str| text.replace("ID", "No").replace("M-", "");
    let moved = other.replace("Bo Cane,York", "Bo Cane,Hackney");
    assert_eq!(count(&[&place(one), &place(&moved)]), 2);
}

#[test]
fn a_list_of_names_alone_of_another_organisation_or_area_is_of_other_people() {
    let acme = "Name,Organisation\nAnn Lee,Acme\nBob Roe,Acme\nCy Poe,Acme\nJohn Smith,Acme\nMary Jones,Acme\nTom Hall,Acme\n";
    let gamma = "Name,Organisation\nJohn Smith,Gamma\nMary Jones,Gamma\nZed Zot,Gamma\n";
    for heading in ["Organisation", "Ward", "Area"] {
        let named = |text: &str| text.replace("Organisation", heading);
        let (people, maybe) = listed(&[&named(acme), &named(gamma)], &["name"]);
        assert_eq!((people.len(), maybe), (9, 2), "{heading}");
        // One who has moved is no other list.
        let moved = gamma.replace("Mary Jones,Gamma", "Mary Jones,Acme");
        let (people, maybe) = listed(&[&named(acme), &named(&moved)], &["name"]);
        assert_eq!((people.len(), maybe), (7, 0), "{heading}");
    }
}
