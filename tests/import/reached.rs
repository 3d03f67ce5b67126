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
