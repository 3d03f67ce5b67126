//! Answers to questions of which each option has a column of its own.

use crate::headings::imported;

/// Everybody's name, access needs and diet.
fn needs(lines: &[&str]) -> Vec<String> {
    imported(&(lines.join("\n") + "\n"), &["name", "access", "diet"])
}

#[test]
fn a_tick_or_a_cross_of_any_shape_says_yes_or_no_to_an_option() {
    let found = needs(&[
        "Name,Email,Vegan,Wheelchair",
        "Ada,ada@example.org,✓,✗",
        "Bo,bo@example.org,✗,✓",
        "Cara,cara@example.org,n,n",
    ]);
    assert_eq!(found, ["Ada, , Vegan", "Bo, Wheelchair, ", "Cara, , "]);
}

#[test]
fn whoever_eats_at_all_has_the_diet_that_is_ticked_beside_it() {
    let found = needs(&[
        "Name,Email,Lunch,Vegetarian,Gluten free",
        "Ada,ada@example.org,x,x,",
        "Bo,bo@example.org,x,,x",
        "Cara,cara@example.org,x,,",
    ]);
    assert_eq!(
        found,
        ["Ada, , Vegetarian", "Bo, , Gluten free", "Cara, , "]
    );
}

#[test]
fn how_much_of_an_option_is_told_with_the_option() {
    let found = needs(&[
        "Name,Email,Dietary requirements [Vegan],Dietary requirements [Nut allergy],Access needs [Ramp],Access needs [BSL]",
        "Ann,ann@example.org,,Severe,Needed,",
        "Bo,bo@example.org,Yes,,,Needed",
    ]);
    assert_eq!(
        found,
        [
            "Ann, Ramp: Needed, Nut allergy: Severe",
            "Bo, BSL: Needed, Vegan"
        ]
    );
}

#[test]
fn what_is_written_beside_the_options_is_an_answer_too() {
    let found = needs(&[
        "Respondent ID,Collector ID,What is your name?,What is your email?,Dietary requirements,,",
        ",,Open-Ended Response,Open-Ended Response,Vegan,Halal,Other (please specify)",
        "118000000001,43,Ann,ann@example.org,Vegan,,",
        "118000000002,43,Bo,bo@example.org,,,Severe nut allergy",
        "118000000003,43,Cy,cy@example.org,,Halal,no dairy",
    ]);
    let expected = [
        "Ann, , Vegan",
        "Bo, , Severe nut allergy",
        "Cy, , Halal, no dairy",
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_a_second_question_asks_about_food_and_access_belongs_to_the_first() {
    for other in [
        "Other dietary requirements",
        "Dietary requirements: Other (please specify)",
        "Please tell us about your dietary requirements",
        "Allergies / intolerances",
        "Allergien",
        "Alergias",
        "Alergie",
    ] {
        let found = needs(&[
            &format!("Name,Email,Dietary requirements,\"{other}\""),
            "Ann,ann@example.org,Vegan,nut allergy",
            "Bo,bo@example.org,,coeliac",
            "Cy,cy@example.org,Vegetarian,",
            "Di,di@example.org,No,No",
        ]);
        let expected = [
            "Ann, , Vegan, nut allergy",
            "Bo, , coeliac",
            "Cy, , Vegetarian",
            "Di, , No",
        ];
        assert_eq!(found, expected, "{other}");
    }
    for (first, other) in [
        ("Access needs", "Other access needs"),
        (
            "Do you have any access needs?",
            "Please tell us about your access needs",
        ),
        ("Barrierefreiheit", "Weitere Bedarfe zur Barrierefreiheit"),
    ] {
        let found = needs(&[
            &format!("Name,Email,{first},{other}"),
            "Ann,ann@example.org,Yes,Wheelchair user",
            "Bo,bo@example.org,,quiet room",
            "Cy,cy@example.org,No,",
        ]);
        assert_eq!(
            found,
            ["Ann, Wheelchair user, ", "Bo, quiet room, ", "Cy, No, "],
            "{other}"
        );
    }
    // A guest's is nobody's own, and another yes says nothing.
    let found = needs(&[
        "Name,Email,Dietary requirements,Guest's other dietary requirements,Any other dietary requirements?",
        "Ann,ann@example.org,Vegan,nut allergy,Yes",
    ]);
    assert_eq!(found, ["Ann, , Vegan"]);
}
