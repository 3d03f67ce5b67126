//! How people are reached, where one column asks for it and leaves open by what.

use crate::headings::{imported, notes};

const REACHED: [&str; 3] = ["name", "email", "phone"];

/// What is said of a column whose addresses may be somebody else's.
fn not_read(label: &str) -> String {
    format!(
        "\"{label}\" holds addresses, which were not read; if they are theirs who come, say --map email=\"{label}\""
    )
}

#[test]
fn below_contact_an_address_is_read_as_one_and_a_number_as_one() {
    for heading in [
        "Contact",
        "Contact details",
        "How to reach you",
        "3. Contact info",
        "Kontaktdaten",
        "Coordonnées",
        "Datos de contacto",
        "Dane kontaktowe",
        "Manylion cyswllt",
        "Raabta",
    ] {
        let text = format!(
            "Name,{heading},Notes\nAnn Lee,ann@example.org 020 7946 0101,\n\
             Bo Cane,bo@example.org / 020 7946 0102,vegan\nCy Poe,\"020 7946 0103, cy@example.org\",\n\
             Di Fox,Tel: 020 7946 0104,\nEd Hay,ed@example.org,\nFay Orr,-,\n"
        );
        let expected = [
            "Ann Lee, ann@example.org, 020 7946 0101",
            "Bo Cane, bo@example.org, 020 7946 0102",
            "Cy Poe, cy@example.org, 020 7946 0103",
            "Di Fox, , 020 7946 0104",
            "Ed Hay, ed@example.org, ",
            "Fay Orr, , ",
        ];
        assert_eq!(imported(&text, &REACHED), expected, "{heading}");
        assert_eq!(notes(&text), [""; 0], "{heading}");
    }
    let text = "Name,Contact\nAnn Lee,020 7946 0101\nBo Cane,07700 900101\nCy Poe,cy@example.org\n";
    let expected = [
        "Ann Lee, , 020 7946 0101",
        "Bo Cane, , 07700 900101",
        "Cy Poe, cy@example.org, ",
    ];
    assert_eq!(imported(text, &REACHED), expected);
}

#[test]
fn below_contact_beside_addresses_or_numbers_of_their_own_stands_somebody_else() {
    let text = "Name,Email,Contact\nAnn Lee,ann@example.org,jo@example.com 020 7946 0101\nBo Cane,bo@example.org,020 7946 0102\n";
    let expected = ["Ann Lee, ann@example.org, ", "Bo Cane, bo@example.org, "];
    assert_eq!(imported(text, &REACHED), expected);
    assert_eq!(notes(text), [""; 0]);
    for columns in [
        // Of the same few who look after many.
        [
            "Team",
            "Red",
            "lee@example.com 020 7946 0101",
            "Red",
            "lee@example.com 020 7946 0101",
        ],
        // Of whoever stands before.
        [
            "Next of kin",
            "Al Lee",
            "al@example.com 020 7946 0101",
            "Jo Cane",
            "07700 900102",
        ],
        // With other numbers than those who come.
        [
            "Mobile",
            "07700 900103",
            "al@example.com 020 7946 0101",
            "07700 900104",
            "07700 900102",
        ],
        // With a name of their own, or none.
        [
            "Town",
            "Leeds",
            "Al Lee al@example.com 020 7946 0101",
            "York",
            "via Al",
        ],
    ] {
        let [heading, one, contact, other, another] = columns;
        let text =
            format!("Name,{heading},Contact\nAnn Lee,{one},{contact}\nBo Cane,{other},{another}\n");
        assert_eq!(
            imported(&text, &["name", "email"]),
            ["Ann Lee, ", "Bo Cane, "]
        );
        assert_eq!(notes(&text), [not_read("Contact")], "{heading}");
    }
}

#[test]
fn below_contact_behind_somebody_else_stands_how_they_are_reached() {
    for between in [
        "Emergency contact,Relationship",
        "Emergency contact,Diet",
        "Lift with",
        "Staying with",
        "Signed up by",
        "Recruited by",
        "Buddy",
        "Family member",
        "PA",
        "Notfallkontakt,Verhältnis",
        "Angemeldet von",
        "Membre de la famille",
        "Inscrit par",
        "Familiar,Parentesco",
        "Zgłoszona przez",
        "Aelod o'r teulu",
        "Rishtedar",
    ] {
        let more = ",Other".repeat(between.matches(',').count());
        let text = format!(
            "Name,{between},Contact details\nAnn Lee,Jo Bloggs{more},jo@example.com 07700900101\n             Bo Cane,Al Smith{more},07700 900102\nCy Poe,Kim Orr{more},kim@example.com 07700900103\n"
        );
        let expected = ["Ann Lee, ", "Bo Cane, ", "Cy Poe, "];
        assert_eq!(imported(&text, &["name", "email"]), expected, "{between}");
        assert_eq!(notes(&text), [not_read("Contact details")], "{between}");
    }
    // Two of them have the same heading, and are told once.
    let text = "Name,Contact,Emergency,Contact\nAnn Lee,ann@example.org 07700900101,Jo Bloggs,07700900109\n\
                Bo Cane,07700 900102,Al Smith,07700900108\nCy Poe,cy@example.org 07700900103,Kim Orr,kim@example.com\n";
    let expected = ["Ann Lee, ", "Bo Cane, ", "Cy Poe, "];
    assert_eq!(imported(text, &["name", "email"]), expected);
    assert_eq!(notes(text), [not_read("Contact")]);
}

#[test]
fn below_contact_behind_their_own_name_or_how_many_they_bring_stands_how_they_are_reached() {
    for (headings, one, other) in [
        ("Signed up by,Name,Contact", "Jo,Ann Lee,", "Al,Bo Cane,"),
        (
            "Emergency contact,Name,Town,Contact",
            "Jo,Ann Lee,Leeds,",
            "Al,Bo Cane,York,",
        ),
        ("Name,Children,Contact", "Ann Lee,2,", "Bo Cane,0,"),
        (
            "Name,Bringing a friend,Diet,Contact",
            "Ann Lee,yes,vegan,",
            "Bo Cane,no,,",
        ),
        ("Name,Middle name,Contact", "Ann Lee,May,", "Bo Cane,Ray,"),
    ] {
        let text =
            format!("{headings}\n{one}ann@example.org 020 7946 0101\n{other}bo@example.org\n");
        let expected = ["ann@example.org, 020 7946 0101", "bo@example.org, "];
        assert_eq!(imported(&text, &["email", "phone"]), expected, "{headings}");
    }
    let text = "Name,Contact,Emergency contact,Relationship\nAnn Lee,ann@example.org 020 7946 0101,Jo,Mother\n                Bo Cane,bo@example.org,Al,Brother\n";
    assert_eq!(
        imported(text, &["email", "phone"]),
        ["ann@example.org, 020 7946 0101", "bo@example.org, "]
    );
}

#[test]
fn below_contact_details_behind_somebody_else_an_address_alone_is_theirs_too() {
    for between in [
        "Emergency contact",
        "Parent",
        "Guardian",
        "Next of kin",
        "Carer",
        "Driver",
        "Host",
        "Lift from",
        "Line manager",
        "Booked by",
        "Proposer",
        "Notfallkontakt",
        "Fahrerin",
        "Contact d'urgence",
        "Contacto de emergencia",
        "Kontakt awaryjny",
        "Cyswllt brys",
    ] {
        let text = format!(
            "Name,Branch,{between},Contact details\nAnn Lee,Leeds,Jo Fry,jo@example.org\n\
             Bo Cane,York,Al Ray,al@example.org\nCy Poe,Hull,Di Fox,di@example.org\n"
        );
        let expected = ["Ann Lee, ", "Bo Cane, ", "Cy Poe, "];
        assert_eq!(imported(&text, &["name", "email"]), expected, "{between}");
        assert_eq!(notes(&text), [not_read("Contact details")], "{between}");
    }
}

#[test]
fn below_contact_details_an_address_is_theirs_where_nobody_else_is_named_or_reached_by_it() {
    for (between, one, other) in [
        ("Branch", "Leeds", "York"),
        ("School", "Hill School", "Park School"),
        ("Driver", "yes", "no"),
        (
            "Emergency contact",
            "Jo Fry 07700 900111",
            "Al Ray 07700 900112",
        ),
        ("Host", "", ""),
    ] {
        let text = format!(
            "Name,{between},Contact details\nAnn Lee,{one},zed@example.org\nBo Cane,{other},kit@example.org\n"
        );
        let expected = ["zed@example.org", "kit@example.org"];
        assert_eq!(imported(&text, &["email"]), expected, "{between}");
    }
    // They say themselves whose they are.
    let text = "Name,Host,Contact details\nAnn Lee,Jo Fry,ann@example.org\nBo Cane,Al Ray,bo.cane@example.org\n\
                Cy Poe,Al Ray,zed@example.org\n";
    let expected = ["ann@example.org", "bo.cane@example.org", "zed@example.org"];
    assert_eq!(imported(text, &["email"]), expected);
}

#[test]
fn below_contact_behind_whoever_comes_along_or_no_name_an_address_is_theirs_who_come() {
    for (between, cells) in [
        ("Partner", ["Oxfam", "Quaker Peace", "Oxfam"]),
        ("Relationship to group", ["Member", "Friend", "Member"]),
        ("Buddy", ["Bo Cane", "Ann Lee", "Jo Fry"]),
        ("Children's names", ["Rob and Sue", "Jim", ""]),
        ("Coming with", ["Rob Lee", "Jim Cane", "Jo Fry"]),
        ("Plus one", ["Rob Lee", "", ""]),
        ("Invited by", ["Rob Lee", "Rob Lee", "Jo Fry"]),
        ("Driver", ["Own car", "Can take 3", "Train"]),
        ("Host", ["Jo Fry", "", ""]),
        ("Begleitperson", ["Rob Lee", "Jim Cane", "keine"]),
        ("Roommate", ["Rob Lee", "Jim Cane", "Jo Fry"]),
    ] {
        let [one, two, three] = cells;
        let text = format!(
            "Name,{between},Contact\nAnn Lee,{one},sunny@example.org\nBo Cane,{two},moon@example.org\n\
             Cy Poe,{three},zed@example.org\n"
        );
        let expected = ["sunny@example.org", "moon@example.org", "zed@example.org"];
        assert_eq!(imported(&text, &["email"]), expected, "{between}");
    }
    let text = "Name,\"Emergency contact (partner, friend or family)\",Contact\nAnn Lee,Rob Lee,rob@example.org\n\
                Bo Cane,Jim Cane,jim@example.org\nCy Poe,Jo Fry,jo@example.org\n";
    assert_eq!(imported(text, &["email"]), ["", "", ""]);
}
