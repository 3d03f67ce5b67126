//! What somebody says in another column of their own where the first one is blank.

use plenary::import::Field;

use crate::desk::Desk;
use crate::headings::imported;

fn people(lines: &[&str]) -> Vec<String> {
    imported(&(lines.join("\n") + "\n"), &["name", "phone", "area"])
}

#[test]
fn another_number_of_ones_own_stands_in_where_one_is_blank() {
    for head in [
        "Name,Home tel,Work tel,Mobile",
        "Name,Home phone,Work phone,Phone number",
        "Name,Telefon privat,Telefon dienstlich,Handy",
        "Name,Phone 2,Phone 3,Phone",
        "Name,Landline,Evening phone,phone_number",
    ] {
        let found = people(&[
            head,
            "Ada Byron,0113 4960000,,",
            "Bo Smith,,0113 4960001,07700900121",
            "Cy Low,0113 4960002,0113 4960003,as at home",
            "Di Roe,0113 4960004,,07700900122",
        ]);
        let expected = [
            "Ada Byron, 0113 4960000, ",
            "Bo Smith, 07700900121, ",
            "Cy Low, 0113 4960002, ",
            "Di Roe, 07700900122, ",
        ];
        assert_eq!(found, expected, "{head}");
    }
}

#[test]
fn the_number_of_whoever_has_two_stays_under_its_own_heading() {
    let text = "Name,Mobile,Home tel\nAda Byron,07700900121,0113 4960000\nBo Smith,,0113 4960001\n";
    let columns = ["name", "phone", "Home tel"];
    let expected = [
        "Ada Byron, 07700900121, 0113 4960000",
        "Bo Smith, 0113 4960001, 0113 4960001",
    ];
    assert_eq!(imported(text, &columns), expected);
}

#[test]
fn a_number_that_may_be_somebody_elses_stands_in_for_nobodys() {
    for other in [
        "Next of kin,Phone",
        "Next of kin,Home phone",
        "Emergency contact,Emergency phone",
        "Partner name,Home phone",
        "Mother,Mobile (mother)",
        "Buyer name,Phone",
        "Manager's name,Work phone",
        "Venue,Venue phone",
        "Town,Office phone",
        "Town,Reception phone",
        "Town,Work switchboard",
        "Town,GP phone",
    ] {
        let found = people(&[
            &format!("Name,Mobile,{other}"),
            "Ada Byron,,Eve Roe,0113 4960000",
            "Bo Smith,07700900121,Kit Roe,0113 4960001",
        ]);
        let phones: Vec<&str> = found
            .iter()
            .filter_map(|one| one.split(", ").nth(1))
            .collect();
        assert_eq!(phones, ["", "07700900121"], "{other}");
    }
    let found = people(&[
        "Company,Work phone,Name,Mobile",
        "Mill,0113 4960000,Ada Byron,",
        "Mine,0113 4960001,Bo Smith,07700900121",
    ]);
    assert_eq!(found, ["Ada Byron, , ", "Bo Smith, 07700900121, "]);
    // The number of a firm is the same for all who work there.
    let found = people(&[
        "Name,Mobile,Work tel",
        "Ada Byron,,0113 4960000",
        "Bo Smith,07700900121,0113 4960000",
    ]);
    assert_eq!(found, ["Ada Byron, , ", "Bo Smith, 07700900121, "]);
}

#[test]
fn the_postcode_stands_in_for_the_town_and_takes_its_place_of_nobody() {
    let found = people(&[
        "Name,Town,Postcode",
        "Ada Byron,,E8 1AA",
        "Bo Smith,Leeds,LS1 1AA",
    ]);
    assert_eq!(found, ["Ada Byron, , E8 1AA", "Bo Smith, , Leeds"]);
    for other in [
        "Venue postcode",
        "Previous town",
        "Town of birth",
        "Billing city",
    ] {
        let found = people(&[
            &format!("Name,Town,{other}"),
            "Ada Byron,,York",
            "Bo Smith,Leeds,Hull",
        ]);
        assert_eq!(found, ["Ada Byron, , ", "Bo Smith, , Leeds"], "{other}");
    }
}

#[test]
fn nationbuilder_gives_the_other_number_and_the_zip_of_whoever_has_no_more() {
    let found = people(&[
        "nationbuilder_id,first_name,last_name,email,phone_number,mobile_number,primary_city,primary_zip",
        "1,Pat,Kay,pat@example.org,,07700900101,,E8 1AA",
        "2,Org,Day,org@example.org,01134960000,,Leeds,LS1 1AA",
    ]);
    assert_eq!(
        found,
        [
            "Pat Kay, 07700900101, E8 1AA",
            "Org Day, 01134960000, Leeds"
        ]
    );
}

#[test]
fn whoever_was_imported_without_the_other_number_is_updated_and_not_doubled() {
    let text = "Name,Mobile,Home tel,Town,Postcode\n\
                Ada Byron,,0113 4960000,,E8 1AA\n\
                Bo Smith,07700900121,0113 4960001,Leeds,LS1 1AA\n";
    let mut desk = Desk::new();
    let said = [
        (Field::Phone, "Mobile".to_string()),
        (Field::Area, "Town".to_string()),
    ];
    desk.import_said("list.csv", text.as_bytes(), &said);
    let people = |desk: &Desk| {
        let say = |one: &plenary::model::Registration| {
            format!("{}, {}, {}", one.name(), one.get("phone"), one.get("area"))
        };
        desk.list.iter().map(say).collect::<Vec<String>>()
    };
    assert_eq!(
        people(&desk),
        ["Ada Byron, , ", "Bo Smith, 07700900121, Leeds"]
    );
    desk.import("list.csv", text.as_bytes());
    let expected = [
        "Ada Byron, 0113 4960000, E8 1AA",
        "Bo Smith, 07700900121, Leeds",
    ];
    assert_eq!(people(&desk), expected);
    let again = desk.import("list.csv", text.as_bytes());
    assert!(again.iter().all(|report| !report.changed));
}

#[test]
fn a_namesake_of_whom_the_number_was_not_known_is_somebody_else() {
    let mut desk = Desk::new();
    desk.import("list.csv", b"Name,Mobile,Home tel\nAda Byron,,\n");
    desk.import(
        "other.csv",
        b"Name,Mobile,Home tel\nAda Byron,,0113 4960000\n",
    );
    assert_eq!(desk.list.len(), 2);
}

#[test]
fn a_spreadsheets_apostrophe_is_no_part_of_an_address() {
    let text = "Name,Email,Phone\n\
                Ann Green,'ann@example.org,'07700 900101\n\
                Eve Gray,'eve@example.org',07700 900105\n\
                Pat O'Neill,o'neill@example.org,\n";
    let expected = [
        "Ann Green, ann@example.org, 07700 900101",
        "Eve Gray, eve@example.org, 07700 900105",
        "Pat O'Neill, o'neill@example.org, ",
    ];
    assert_eq!(imported(text, &["name", "email", "phone"]), expected);
}
