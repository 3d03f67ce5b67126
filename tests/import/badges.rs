//! What stands below a name for the badge.

use crate::headings::imported;

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
fn below_a_name_for_the_badge_family_names_are_told_from_what_people_are_called_by_what_stands_there()
 {
    for (names, expected) in [
        (
            ["Kowalska", "Hill", "Moor", "Mitchell"],
            ["Robert Kowalska", "Ben Hill", "Cia Moor", "Mia Mitchell"],
        ),
        (
            ["Bob", "Benny", "Moor", "Mimi"],
            ["Robert", "Ben", "Cia", "Mia"],
        ),
        (
            ["Bobby", "Ben", "Cia", "Mia"],
            ["Robert", "Ben", "Cia", "Mia"],
        ),
        (["Tiger", "", "", "Skip"], ["Robert", "Ben", "Cia", "Mia"]),
    ] {
        let [one, two, three, four] = names;
        let text = format!(
            "First name,Name on badge,Email\n\
             Robert,{one},a@example.org\n\
             Ben,{two},b@example.org\n\
             Cia,{three},c@example.org\n\
             Mia,{four},d@example.org\n"
        );
        // One in five may begin like the given name.
        let text = text + "Eve,Zed,e@example.org\nEd,Stone,f@example.org\n";
        let found = imported(&text, &["name"]);
        assert_eq!(found[..4], expected, "{names:?}");
    }
}
