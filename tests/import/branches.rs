//! Questions that a form asks twice, and answers of which there may be several.

use crate::headings::imported;

const FIELDS: [&str; 7] = [
    "name",
    "email",
    "phone",
    "organisation",
    "area",
    "access",
    "diet",
];

/// What plenary's own columns say of everybody.
fn people(lines: &[&str]) -> Vec<String> {
    imported(&(lines.join("\n") + "\n"), &FIELDS)
}

#[test]
fn of_a_form_with_branches_the_one_that_was_filled_in_counts() {
    let found = people(&[
        "Timestamp,Are you a member?,Name,Email,Phone,Organisation,Postcode,Access needs,Dietary requirements,Name,Email,Phone,Organisation,Postcode,Access needs,Dietary requirements",
        "2024-03-20 09:00:00,Yes,Pat Kay,pat@example.org,07700 900101,Acorn,E8 1AA,Ramp,Vegan,,,,,,,",
        "2024-03-20 09:05:00,No,,,,,,,,Bo Oz,bo@example.org,07700 900201,GMB,N1 9GU,BSL,Halal",
    ]);
    let expected = [
        "Pat Kay, pat@example.org, 07700 900101, Acorn, E8 1AA, Ramp, Vegan",
        "Bo Oz, bo@example.org, 07700 900201, GMB, N1 9GU, BSL, Halal",
    ];
    assert_eq!(found, expected);
    let found = people(&[
        "Timestamp,Language,Name,Email,Dietary requirements,Access needs,Enw,E-bost,Gofynion deietegol,Anghenion mynediad",
        "2024-03-20 09:00:00,English,Ed Day,ed@example.org,Vegan,Ramp,,,,",
        "2024-03-20 09:05:00,Cymraeg,,,,,Gwen ap Rhys,gwen@example.org,Figan,Cadair",
    ]);
    let expected = [
        "Ed Day, ed@example.org, , , , Ramp, Vegan",
        "Gwen ap Rhys, gwen@example.org, , , , Cadair, Figan",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_couple_in_the_second_branch_is_two_people() {
    let found = people(&[
        "Timestamp,Member?,First name,Last name,Email,First name,Last name,Email",
        "2024-03-20 09:00:00,Yes,Pat,Kay,pat@example.org,,,",
        "2024-03-20 09:05:00,No,,,,Bo,Oz,oz@example.org",
        "2024-03-20 09:06:00,No,,,,Cy,Oz,oz@example.org",
    ]);
    let expected = [
        "Pat Kay, pat@example.org, , , , , ",
        "Bo Oz, oz@example.org, , , , , ",
        "Cy Oz, oz@example.org, , , , , ",
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_is_asked_of_others_under_the_same_heading_stays_theirs() {
    let found = people(&[
        "Name,Email,Phone,Next of kin,Phone",
        "Ada,ada@example.org,,Eve,07700900999",
        "Bo,bo@example.org,07700900123,,",
    ]);
    let expected = [
        "Ada, ada@example.org, , , , , ",
        "Bo, bo@example.org, 07700900123, , , , ",
    ];
    assert_eq!(found, expected);
    let found = people(&[
        "Name,Email,Diet,Guest,Diet",
        "Ada,ada@example.org,vegan,,",
        "Bo,bo@example.org,,Kit,halal",
    ]);
    let expected = [
        "Ada, ada@example.org, , , , , vegan",
        "Bo, bo@example.org, , , , , ",
    ];
    assert_eq!(found, expected);
    let found = people(&[
        "Name,Email,Postcode,Town,Postcode",
        "Ada,ada@example.org,E8 1AA,London,N1 1AA",
    ]);
    assert!(!found[0].contains("N1 1AA"), "{found:?}");
}

#[test]
fn whoever_eats_no_nuts_is_told_with_their_diet() {
    let found = people(&[
        "Name,Email,Diet,Food allergies",
        "Ada,ada@example.org,Vegan,nuts",
        "Bo,bo@example.org,,sesame",
    ]);
    let expected = [
        "Ada, ada@example.org, , , , , Vegan, nuts",
        "Bo, bo@example.org, , , , , sesame",
    ];
    assert_eq!(found, expected);
    let found = people(&[
        "Name,Email,Vegetarian,Vegan,Gluten free,Nut allergy",
        "Cara,cara@example.org,x,,,x",
        "Dan,dan@example.org,,,,x",
    ]);
    let expected = [
        "Cara, cara@example.org, , , , , Vegetarian, Nut allergy",
        "Dan, dan@example.org, , , , , Nut allergy",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_question_that_was_worded_anew_is_read_in_both_wordings() {
    let found = people(&[
        "Timestamp,Email Address,Your name,Phone number,Dietary requirements,Which organisation?,Mobile number,Any dietary needs?,Organisation",
        "2024-01-15 10:24:03,ann@example.net,Ann Lee,07700 900001,Vegan,Shelter,,,",
        "2024-01-16 10:24:03,bob@example.net,Bob Ray,07700 900002,,,,,",
        "2024-01-20 10:24:03,cat@example.net,Cat Fox,,,,07700 900003,Halal,Unite",
        "2024-01-21 10:24:03,dan@example.net,Dan Orr,07700 900004,Vegan,Unison,07700 900009,Nut allergy,Unite",
    ]);
    let expected = [
        "Ann Lee, ann@example.net, 07700 900001, Shelter, , , Vegan",
        "Bob Ray, bob@example.net, 07700 900002, , , , ",
        "Cat Fox, cat@example.net, 07700 900003, Unite, , , Halal",
        "Dan Orr, dan@example.net, 07700 900004, Unite, , , Vegan, Nut allergy",
    ];
    assert_eq!(found, expected);
    for (old, new) in [
        ("Ernährungswünsche", "Was dürfen Sie nicht essen?"),
        (
            "Régime alimentaire",
            "Avez-vous un régime alimentaire particulier ?",
        ),
        ("Dieta", "¿Tienes alguna alergia?"),
        ("Wymagania dietetyczne", "Czy masz wymagania dietetyczne?"),
        ("Gofynion deietegol", "Unrhyw anghenion dietegol?"),
    ] {
        let text = format!(
            "Name,Email,{old},{new}\n\
             Ann,ann@example.net,Vegan,\n\
             Bob,bob@example.net,,Halal\n\
             Cat,cat@example.net,Vegan,Sesame\n"
        );
        let found = imported(&text, &["name", "diet"]);
        let expected = ["Ann, Vegan", "Bob, Halal"];
        assert_eq!(found[..2], expected, "{new}");
        let both = ["Cat, Vegan, Sesame", "Cat, Sesame, Vegan"];
        assert!(both.contains(&found[2].as_str()), "{new}: {found:?}");
    }
}

#[test]
fn a_question_after_something_else_fills_nothing_in() {
    for other in [
        "Previous organisation",
        "Organisation that pays",
        "Which organisation will pay?",
        "Sponsoring organisation",
        "Billing company",
        "Emergency phone",
        "Guest's diet",
        "Venue postcode",
        "Postcode of the venue",
        "Guest ticket",
    ] {
        let head = format!("Name,Email,Phone,Organisation,Postcode,Diet,{other}");
        let found = people(&[
            &head,
            "Ann,ann@example.net,07700 900001,Shelter,E8 1AA,Vegan,",
            "Bob,bob@example.net,,,,,07700 900002",
        ]);
        assert_eq!(found[1], "Bob, bob@example.net, , , , , ", "{other}");
    }
    for (other, eats) in [
        ("Child's name", ""),
        ("Partner's name", ""),
        ("Guest", ""),
        ("Emergency contact", "Nuts"),
    ] {
        let head = format!("Name,Email,Diet,{other},Any dietary needs?");
        let found = people(&[
            &head,
            "Ann,ann@example.net,Vegan,,",
            "Bob,bob@example.net,,Kit,Nuts",
        ]);
        let expected = format!("Bob, bob@example.net, , , , , {eats}");
        assert_eq!(found[1], expected, "{other}");
    }
    // Which dish somebody wants is not what they may not eat.
    let found = people(&[
        "Name,Email,Dietary requirements,Lunch",
        "Ann,ann@example.net,Vegan,Hot",
        "Bob,bob@example.net,Nuts,Cold",
    ]);
    let expected = [
        "Ann, ann@example.net, , , , , Vegan",
        "Bob, bob@example.net, , , , , Nuts",
    ];
    assert_eq!(found, expected);
}

#[test]
fn whoever_agrees_in_the_second_branch_has_agreed() {
    let text = "Timestamp,Email,Member?,Name,Can we keep you updated?,Name,Can we keep you updated?\n\
                2024-01-15 10:24:03,ann@example.net,Yes,Ann Lee,Yes,,\n\
                2024-01-16 10:24:03,bob@example.net,No,,,Bob Ray,Yes\n\
                2024-01-17 10:24:03,cat@example.net,No,,,Cat Fox,No\n";
    let expected = ["Ann Lee, yes", "Bob Ray, yes", "Cat Fox, no"];
    assert_eq!(imported(text, &["name", "updates"]), expected);
    // A no to one of two that were both answered is a no, and what a guest agrees to is theirs.
    let both = text.replace("Ann Lee,Yes,,", "Ann Lee,Yes,,No");
    assert_eq!(imported(&both, &["name", "updates"])[0], "Ann Lee, no");
    let text = "Name,Email,Can we keep you updated?,Guest name,Can we keep you updated?\n\
                Ann Lee,ann@example.net,Yes,,\n\
                Bob Ray,bob@example.net,,Gus,Yes\n";
    let expected = ["Ann Lee, yes", "Bob Ray, "];
    assert_eq!(imported(text, &["name", "updates"]), expected);
}

#[test]
fn a_question_that_asks_for_more_than_the_field_fills_nothing_in() {
    let filled = |known: &str, other: &str, is_read: bool| {
        let text = format!(
            "Name,Email,Phone,Organisation,Postcode,Ticket type,{other}\n\
             Ann,ann@example.net,07700 900001,Acme,E8 1AA,Adult,Leeds\n\
             Bob,bob@example.net,,,,,York\n\
             Cat,cat@example.net,,,,,Ely\n"
        );
        let said = if is_read { "York" } else { "" };
        let found = imported(&text, &["name", known, other]);
        assert_eq!(found[1], format!("Bob, {said}, York"), "{other}");
    };
    for other in [
        "Organisation you'd like to meet",
        "Organisation you would like to be seated with",
        "Organisation nominated",
        "Organisation hosting your placement",
        "Organisation you admire",
        "Funding organisation",
        "Umbrella organisation",
        "Your favourite organisation",
        "Second organisation",
        "Organisation, die du gern treffen würdest",
        "Organisation d'accueil du stage",
        "Organización que admiras",
        "Organizacja nominowana",
    ] {
        filled("organisation", other, false);
    }
    for other in [
        "Postcode of property in question",
        "Workplace postcode",
        "Postcode you would like to move to",
        "Postleitzahl des Objekts",
        "Code postal du lieu de travail",
    ] {
        filled("area", other, false);
    }
    for other in [
        "Ticket type of your friend",
        "Ticket type you had last year",
    ] {
        filled("ticket", other, false);
    }
    for other in [
        "Which organisation are you from?",
        "Your organisation (if any)",
        "Please give your organisation",
        "Organisation (e.g. Unite)",
        "Name der Organisation",
        "Quelle est votre organisation ?",
    ] {
        filled("organisation", other, true);
    }
    for other in ["Your postcode", "If coming in person: postcode"] {
        filled("area", other, true);
    }
}

#[test]
fn what_others_eat_and_what_should_be_served_is_not_what_somebody_eats() {
    for other in [
        "Dietary requirements of your delegates",
        "Dietary requirements for your party",
        "Dietary requirements for your table",
        "Dietary requirements of the rest of the group",
        "Second attendee dietary requirements",
        "Attendee 2 dietary requirements",
        "Do you have any dietary recommendations?",
        "Are there any foods you would like us to offer for dietary reasons?",
        "Ernährungswünsche der Gruppe",
        "Allergies de votre famille",
        "Alergias de los demás",
        "Wymagania dietetyczne grupy",
        "Gofynion dietegol y teulu",
    ] {
        let text = format!(
            "Name,Email,Dietary requirements,{other}\n\
             Ann,ann@example.net,Vegan,Kosher\n\
             Bob,bob@example.net,,Halal\n"
        );
        let found = imported(&text, &["name", "diet", other]);
        assert_eq!(found, ["Ann, Vegan, Kosher", "Bob, , Halal"], "{other}");
    }
    let found = imported(
        "Full name,Email,Dietary requirements,Second attendee,Second attendee email,Dietary requirements 2\n\
         Ann Lee,ann@example.org,Vegan,Zoe Lee,zoe@example.org,Halal\n\
         Bob Roe,bob@example.org,,Sue Roe,sue@example.org,Nut allergy\n",
        &["name", "diet", "Dietary requirements 2"],
    );
    let expected = ["Ann Lee, Vegan, Halal", "Bob Roe, , Nut allergy"];
    assert_eq!(found, expected);
    for (known, other) in [
        ("diet", "Any dietary needs?"),
        (
            "diet",
            "Dietary requirements (please tell us about allergies)",
        ),
        ("diet", "Any allergies you would like us to know about?"),
        ("diet", "Food allergies"),
        ("access", "Do you have any access needs?"),
    ] {
        let text = format!(
            "Name,Email,Diet,Access needs,{other}\n\
             Ann,ann@example.net,Vegan,Ramp,Nuts\n\
             Bob,bob@example.net,,,Nuts\n"
        );
        let found = imported(&text, &["name", known]);
        assert_eq!(found[1], "Bob, Nuts", "{other}");
        assert!(found[0].contains("Nuts"), "{other}: {found:?}");
    }
}

#[test]
fn what_is_said_in_both_wordings_is_told_once() {
    let found = imported(
        "Name,Email,Dietary requirements,Any dietary needs?\n\
         Ann,ann@example.net,Vegan,vegan\n\
         Bob,bob@example.net,VEGAN,\"Vegan, nut allergy\"\n\
         Cat,cat@example.net,\"Vegan, Sesame\",sesame\n\
         Dan,dan@example.net,Halal,Nuts\n",
        &["name", "diet"],
    );
    let expected = [
        "Ann, Vegan",
        "Bob, Vegan, nut allergy",
        "Cat, Vegan, Sesame",
        "Dan, Halal, Nuts",
    ];
    assert_eq!(found, expected);
}
