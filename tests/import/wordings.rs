//! Which questions are two wordings of one, and which are about others or something else.

use crate::headings::imported;

#[test]
fn a_word_for_all_who_answer_takes_nobodys_allergy_away() {
    for other in [
        "Any food allergies? (everyone must answer)",
        "Allergies (all participants please answer)",
        "Food allergies (delegates staying for lunch)",
        "Allergies we should tell our volunteers about",
        "Allergies (you will share a table)",
        "Food allergies for the group dinner",
        "Allergien (alle Teilnehmenden)",
        "Allergies (tous les participants)",
        "Alergias (todos los participantes)",
        "Alergie (dla wszystkich uczestników)",
        "Alergeddau (pawb i ateb)",
    ] {
        let text = format!(
            "Name,Email,Dietary requirements,{other}\n\
             Ann,ann@example.net,Vegan,Nuts\n\
             Bob,bob@example.net,,Egg\n\
             Cat,cat@example.net,Halal,\n"
        );
        let expected = ["Ann, Vegan, Nuts", "Bob, Egg", "Cat, Halal"];
        assert_eq!(imported(&text, &["name", "diet"]), expected, "{other}");
    }
    let text = "Name,Email,Access requirements,Anything you need to take part fully with other participants?\n\
                Ann,ann@example.net,Ramp,BSL\nBob,bob@example.net,,Loop\n";
    assert_eq!(
        imported(text, &["name", "access"]),
        ["Ann, Ramp, BSL", "Bob, Loop"]
    );
}

#[test]
fn a_union_and_an_employer_are_two_questions_and_not_two_wordings_of_one() {
    let one_only = ["Bob Ray, ", "Cat Fox, ", "Dan Orr, GMB"];
    let other_only = ["Bob Ray, NHS", "Cat Fox, BBC", "Dan Orr, "];
    let both = ["Bob Ray, NHS", "Cat Fox, BBC", "Dan Orr, GMB"];
    for (one, other, expected) in [
        ("Union", "Employer", &one_only),
        ("Trade union", "Workplace", &one_only),
        ("Organisation", "Company", &one_only),
        ("Syndicat", "Employeur", &one_only),
        ("Gewerkschaft", "Arbeitgeber", &other_only),
        ("Organisation", "Your organisation (if any)", &both),
        ("Which organization?", "Organisation", &both),
        ("Union", "Your union", &both),
    ] {
        let text = format!(
            "Name,Email,{one},{other}\n\
             Ann Lee,ann@example.org,Unite,Tesco\n\
             Bob Ray,bob@example.org,,NHS\n\
             Cat Fox,cat@example.org,,BBC\n\
             Dan Orr,dan@example.org,GMB,\n"
        );
        let found = imported(&text, &["name", "organisation"]);
        assert_eq!(&found[1..], expected, "{one} {other}");
    }
    // Whoever answers both alike has been asked once more.
    let text = "Name,Email,Company,Organisation\nAnn Lee,ann@example.org,Tesco,tesco\n\
                Bob Ray,bob@example.org,,NHS\nDan Orr,dan@example.org,GMB,\n";
    let found = imported(text, &["organisation"]);
    assert_eq!(found[1..], ["NHS", "GMB"]);
}
