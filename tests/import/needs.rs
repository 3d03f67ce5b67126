//! What somebody needs or may not eat, told below several headings of one form.

use crate::headings::{imported, notes};

/// Everybody's name, access needs and diet.
fn needs(lines: &[&str]) -> Vec<String> {
    imported(&(lines.join("\n") + "\n"), &["name", "access", "diet"])
}

#[test]
fn what_is_written_and_what_is_ticked_about_access_are_told_together() {
    for (asked, ticked, said) in [
        ("Access needs", "Wheelchair user?", "Wheelchair"),
        (
            "Do you have any access requirements?",
            "Are you a wheelchair user?",
            "wheelchair",
        ),
        (
            "Accessibility",
            "Do you need a BSL interpreter?",
            "BSL interpreter",
        ),
        ("Access needs", "Hearing loop", "Hearing loop"),
        ("Barrierefreiheit", "Rollstuhlfahrer?", "Rollstuhlfahrer"),
        (
            "Accessibilité",
            "Êtes-vous en fauteuil roulant ?",
            "fauteuil roulant",
        ),
        ("Accesibilidad", "¿Usas silla de ruedas?", "silla de ruedas"),
        ("Dostępność", "Czy poruszasz się na wózku?", "wózku"),
        (
            "Hygyrchedd",
            "Ydych chi'n defnyddio cadair olwyn?",
            "cadair olwyn",
        ),
        ("Access needs", "Do you have any access needs?", "Yes"),
    ] {
        let found = needs(&[
            &format!("Name,Email,{asked},{ticked}"),
            "Ann,ann@example.org,I walk with a frame,No",
            "Bo,bo@example.org,,Yes",
            "Cy,cy@example.org,Deaf,Yes",
            "Di,di@example.org,No,Yes",
            "Ed,ed@example.org,,No",
        ]);
        let both = match said {
            // It says no more than what is written.
            "Yes" => vec!["Cy, Deaf, ".to_string()],
            _ => vec![format!("Cy, Deaf, {said}, "), format!("Cy, {said}, Deaf, ")],
        };
        assert!(both.contains(&found[2]), "{ticked}: {found:?}");
        assert_eq!(found[0], "Ann, I walk with a frame, ", "{ticked}");
        assert_eq!(found[1], format!("Bo, {said}, "), "{ticked}");
        assert_eq!(found[3], format!("Di, {said}, "), "{ticked}");
    }
}

#[test]
fn what_is_written_and_what_is_ticked_about_food_are_told_together() {
    for (asked, ticked, said) in [
        ("Special dietary needs", "Vegetarian?", "Vegetarian"),
        ("Dietary requirements", "Vegan meal required?", "Vegan"),
        (
            "Dietary requirements",
            "Do you have allergies?",
            "allergies",
        ),
        (
            "Dietary requirements",
            "Do you have any food allergies?",
            "allergies",
        ),
        ("Ernährung", "Hast du Allergien?", "allergien"),
    ] {
        let found = needs(&[
            &format!("Name,Email,{asked},{ticked}"),
            "Ann,ann@example.org,no nuts,No",
            "Bo,bo@example.org,,Yes",
            "Cy,cy@example.org,Coeliac,Yes",
        ]);
        let both = [
            format!("Cy, , Coeliac, {said}"),
            format!("Cy, , {said}, Coeliac"),
        ];
        assert!(both.contains(&found[2]), "{ticked}: {found:?}");
        assert_eq!(
            found[..2],
            ["Ann, , no nuts".to_string(), format!("Bo, , {said}")]
        );
    }
}

#[test]
fn a_meal_that_somebody_takes_part_in_displaces_no_allergy() {
    for (asked, lunch, dinner) in [
        (
            "Requisitos dietéticos",
            "Comidas [Almuerzo]",
            "Comidas [Cena]",
        ),
        (
            "Wymagania dietetyczne",
            "Posiłki [Obiad]",
            "Posiłki [Kolacja]",
        ),
        ("Any dietary needs?", "Lunch", "Dinner"),
        (
            "Besondere Ernährung",
            "Mahlzeiten [Mittagessen]",
            "Mahlzeiten [Abendessen]",
        ),
    ] {
        let found = needs(&[
            &format!("Name,Email,{asked},{lunch},{dinner}"),
            "Ann,ann@example.org,nut allergy,Yes,No",
            "Bo,bo@example.org,,Yes,Yes",
        ]);
        assert_eq!(found, ["Ann, , nut allergy", "Bo, , "], "{lunch}");
    }
}

#[test]
fn a_yes_to_something_else_about_food_or_access_is_no_need() {
    for other in [
        "Can you bring a vegan dish?",
        "Do you eat shellfish?",
        "Guest vegetarian?",
        "Do you object to vegan food?",
        "Is your venue wheelchair accessible?",
        "Are you a BSL interpreter?",
        "Can you help set up the hearing loop?",
        "Do you have a car with wheelchair space?",
    ] {
        let found = needs(&[
            &format!("Name,Email,Access needs,Dietary requirements,{other}"),
            "Ann,ann@example.org,ramp,halal,Yes",
            "Bo,bo@example.org,,,Yes",
        ]);
        assert_eq!(found, ["Ann, ramp, halal", "Bo, , "], "{other}");
    }
}

#[test]
fn a_question_about_food_or_access_that_is_not_read_is_told() {
    for (asked, other, field) in [
        (
            "Access needs",
            "Parking space for wheelchair users?",
            "access",
        ),
        (
            "Dietary requirements",
            "Do you object to vegan food?",
            "diet",
        ),
    ] {
        let text = format!(
            "Name,Email,{asked},{other}\n\
             Ann,ann@example.org,,Yes\n\
             Bo,bo@example.org,other,No\n"
        );
        let said = format!(
            "\"{other}\" says something in 1 row that is not read for {field} and stays in a column of its own"
        );
        assert_eq!(notes(&text), [said]);
        assert_eq!(notes(&text.replace("Yes", "No")), Vec::<String>::new());
    }
    let text = "Name,Email,Dietary requirements,Meal choice\n\
                Ann,ann@example.org,nuts,Vegan\n\
                Bo,bo@example.org,,Beef\n";
    let said = "\"Meal choice\" says something in 1 row that is not read for diet and stays in a column of its own";
    assert_eq!(notes(text), [said]);
}

#[test]
fn a_yes_is_a_need_whatever_others_have_written_in_its_column() {
    for (asked, ticked, said) in [
        ("Access needs", "Wheelchair user?", "Wheelchair"),
        (
            "Barrierefreiheit",
            "Sind Sie Rollstuhlfahrer?",
            "Rollstuhlfahrer",
        ),
    ] {
        let found = needs(&[
            &format!("Name,Email,{asked},{ticked}"),
            "Ann,ann@example.org,Loop,Yes",
            "Bo,bo@example.org,,Yes",
            "Cy,cy@example.org,,sometimes",
            "Di,di@example.org,,",
        ]);
        let expected = [
            format!("Ann, Loop, {said}, "),
            format!("Bo, {said}, "),
            format!("Cy, {said}: sometimes, "),
            "Di, , ".to_string(),
        ];
        assert_eq!(found, expected, "{asked}");
    }
    let found = needs(&[
        "Name,Email,Dietary requirements,Vegan",
        "Ann,ann@example.org,nuts,Yes",
        "Bo,bo@example.org,,Yes",
        "Cy,cy@example.org,,mostly",
        "Di,di@example.org,,Vegetarian",
    ]);
    let expected = [
        "Ann, , nuts, Vegan",
        "Bo, , Vegan",
        "Cy, , Vegan: mostly",
        "Di, , Vegetarian",
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_people_write_below_a_question_that_names_examples_is_told_as_they_wrote_it() {
    for asked in [
        "Access needs (wheelchair etc.)",
        "Wheelchair or other needs?",
        "Wheelchair requirements",
    ] {
        let found = needs(&[
            &format!("Name,Email,{asked}"),
            "Ann,ann@example.org,ramp please",
            "Bo,bo@example.org,No",
            "Cy,cy@example.org,Yes",
        ]);
        let expected = ["Ann, ramp please, ", "Bo, No, ", "Cy, Yes, "];
        assert_eq!(found, expected, "{asked}");
    }
}

#[test]
fn who_is_not_vegetarian_has_no_such_diet() {
    for (asked, ticked, other) in [
        ("Dietary requirements", "Vegetarian", "Non-vegetarian"),
        ("Allergies", "Vegetarian", "Non vegetarian lunch"),
        ("Dietary requirements", "Halal", "Non-halal"),
        ("Régime alimentaire", "Végétarien ?", "Non végétarien ?"),
    ] {
        let found = needs(&[
            &format!("Name,Email,{asked},{ticked},{other}"),
            "Ann,ann@example.org,no nuts,Yes,No",
            "Bo,bo@example.org,,No,Yes",
            "Cy,cy@example.org,,,Yes",
        ]);
        let option = ticked.trim_end_matches(" ?");
        let said = format!("Ann, , no nuts, {option}");
        assert!(
            ["Bo, , ", "Bo, , No"].contains(&found[1].as_str()),
            "{other}: {found:?}"
        );
        assert_eq!([&found[0], &found[2]], [&said, "Cy, , "], "{other}");
    }
    let found = needs(&[
        "Name,Email,Régime alimentaire,Végétarien (oui/non)",
        "Ann,ann@example.org,sans noix,oui",
        "Bo,bo@example.org,,oui",
    ]);
    assert_eq!(found[1], "Bo, , Végétarien");
}

#[test]
fn what_somebody_is_or_looks_after_is_no_need() {
    for (other, is_needed) in [
        ("Are you an interpreter?", false),
        ("Would you like to interpret?", false),
        ("Interpreter", false),
        ("Quiet room", false),
        ("BSL interpreter needed?", true),
        ("Would you like a BSL interpreter?", true),
        ("Do you use sign language?", true),
        ("Access needs: Quiet room", true),
        ("Quiet room please", true),
        ("BSL", true),
    ] {
        let found = needs(&[
            &format!("Name,Email,Access needs,{other}"),
            "Ann,ann@example.org,Step-free please,No",
            "Bo,bo@example.org,No,Yes",
        ]);
        assert_eq!(found[0], "Ann, Step-free please, ", "{other}");
        let is_read = found[1] != "Bo, No, ";
        assert_eq!(is_read, is_needed, "{other}: {found:?}");
        assert_ne!(found[1], "Bo, Yes, ", "{other}");
    }
}

#[test]
fn answers_are_joined_without_what_ends_a_list_and_twice_nothing_is_said_once() {
    let found = needs(&[
        "Name,Email,Dietary requirements,Food allergies",
        "Ann,ann@example.org,Vegan;,nuts",
        "Bo,bo@example.org,None,No",
        "Cy,cy@example.org,None,nuts",
        "Di,di@example.org,Vegan;Halal;,",
    ]);
    let expected = [
        "Ann, , Vegan, nuts",
        "Bo, , None",
        "Cy, , nuts",
        "Di, , Vegan;Halal",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_option_among_others_is_a_need_though_somebody_may_offer_it_too() {
    let found = needs(&[
        "Name,Email,Access requirements,Wheelchair,BSL interpreter,Interpreter",
        "Ann,ann@example.org,,,Yes,",
        "Bo,bo@example.org,Ramp,Yes,,",
        "Cy,cy@example.org,,,,Yes",
    ]);
    let expected = ["Ann, BSL interpreter, ", "Bo, Ramp, Wheelchair, ", "Cy, , "];
    assert_eq!(found, expected);
    let found = needs(&[
        "Name,Email,Access needs,Quiet room,Wheelchair access",
        "Ann,ann@example.org,,Yes,",
        "Bo,bo@example.org,Ramp,,Yes",
    ]);
    assert_eq!(found[0], "Ann, Quiet room, ");
}

#[test]
fn a_yes_below_an_option_named_by_its_opposite_or_by_what_it_is_without_says_that_option() {
    for (options, third) in [
        ("Vegetarian,Vegan,Non-vegetarian", "Non-vegetarian"),
        ("Vegetarian,Vegan,Sans gluten", "Sans gluten"),
        ("Vegetarisch,Vegan,Nicht vegetarisch", "Nicht vegetarisch"),
    ] {
        let first = options.split(',').next().unwrap_or_default();
        let found = needs(&[
            &format!("Name,Email,{options}"),
            "Ann,ann@example.org,Yes,,",
            "Bo,bo@example.org,,Yes,",
            "Cy,cy@example.org,,,Yes",
            "Di,di@example.org,,,",
        ]);
        let expected = [
            format!("Ann, , {first}"),
            "Bo, , Vegan".to_string(),
            format!("Cy, , {third}"),
            "Di, , ".to_string(),
        ];
        assert_eq!(found, expected, "{options}");
    }
}
