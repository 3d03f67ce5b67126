//! Which of several columns of names is that of whoever comes.

use crate::headings::imported;

fn people(text: &str) -> Vec<String> {
    imported(text, &["name", "email"])
}

#[test]
fn names_of_others_are_not_those_of_who_signs_up_for_them() {
    let expected = ["Ann Smith, ann@example.org", "Bo Li, bo@example.org"];
    for column in [
        "Additional guests (names)",
        "Guests (names)",
        "Other attendees (names)",
        "Family members (names)",
        "People with me (names)",
        "+1 name",
        "Badge name",
    ] {
        let text = format!(
            "First name,Surname,Email,{column}\nAnn,Smith,ann@example.org,Zed Other\nBo,Li,bo@example.org,\n"
        );
        assert_eq!(people(&text), expected, "{column}");
    }
    for column in ["Other attendee names", "Initials"] {
        let text =
            format!("{column},Name,Email\nZO,Ann Smith,ann@example.org\n,Bo Li,bo@example.org\n");
        assert_eq!(people(&text), expected, "{column}");
    }
}

#[test]
fn one_address_among_names_hides_no_names() {
    let text = "Navn,Email,RSVP\nJohn Baker,bakers@example.net,Yes\nJane Baker,bakers@example.net,Yes\n\
                Cy Poe,cy@example.org,Yes\ndi@example.org,di@example.org,Yes\n";
    let expected = [
        "John Baker, bakers@example.net",
        "Jane Baker, bakers@example.net",
        "Cy Poe, cy@example.org",
        "di@example.org, di@example.org",
    ];
    assert_eq!(people(text), expected);
}

#[test]
fn without_a_header_the_phone_number_is_what_can_be_dialled() {
    let text = "gst-00001,Ann Smith,ann@example.org,07700 900101\n\
                gst-00002,Bo Li,bo@example.org,07700 900102\n\
                gst-00003,Cy Poe,cy@example.org,07700 900103\n";
    let expected = [
        "Ann Smith, 07700 900101",
        "Bo Li, 07700 900102",
        "Cy Poe, 07700 900103",
    ];
    assert_eq!(imported(text, &["name", "phone"]), expected);
}

#[test]
fn who_proposes_somebody_lends_them_no_address_and_nor_does_a_friend_in_a_question() {
    let text = "Name,Email,Proposer name,Proposer email\n\
                Ann Smith,ann@example.org,Pat Poe,pat@example.org\nBo Li,,Pat Poe,pat@example.org\n";
    assert_eq!(people(text), ["Ann Smith, ann@example.org", "Bo Li, "]);
    let text = "Name,Phone,Any questions?\n\
                Ann Smith,07700 900101,Please invite my friend: zed@example.net\nBo Li,07700 900102,a car park?\n";
    let question = "Any questions?";
    let expected = [
        "Ann Smith, , Please invite my friend: zed@example.net",
        "Bo Li, , a car park?",
    ];
    assert_eq!(imported(text, &["name", "email", question]), expected);
}

#[test]
fn a_blank_address_for_parcels_hides_nobody_who_pays() {
    let text = "First Name (Billing),Last Name (Billing),Email (Billing),First Name (Shipping),Last Name (Shipping)\n\
                Ann,Smith,ann@example.org,,\nBo,Li,bo@example.org,,\n";
    let expected = ["Ann Smith, ann@example.org", "Bo Li, bo@example.org"];
    assert_eq!(people(text), expected);
}

#[test]
fn two_answers_about_food_are_both_kept() {
    let text = "Name,Email,Dietary requirements [Saturday],Dietary requirements [Sunday]\n\
                Ann Smith,ann@example.org,Vegan,Nut allergy\nBo Li,bo@example.org,,Halal\nCy Poe,cy@example.org,Halal,Halal\n";
    let expected = [
        "Ann Smith, Vegan, Nut allergy",
        "Bo Li, Halal",
        "Cy Poe, Halal",
    ];
    assert_eq!(imported(text, &["name", "diet"]), expected);
}

#[test]
fn blank_first_and_last_names_hide_no_whole_ones() {
    let text = "First Name,Last Name,Name,Email\n,,Ada Lee,a@example.org\n,,Bo Lee,a@example.org\n";
    assert_eq!(
        people(text),
        ["Ada Lee, a@example.org", "Bo Lee, a@example.org"]
    );
    let mixed = "First Name,Last Name,Name,Email\nAnn,Lee,,a@example.org\nCy,Poe,,c@example.org\n\
                 ,,Bo Li,b@example.org\n,,Di Roe,b@example.org\n";
    let expected = [
        "Ann Lee, a@example.org",
        "Cy Poe, c@example.org",
        "Bo Li, b@example.org",
        "Di Roe, b@example.org",
    ];
    assert_eq!(people(mixed), expected);
}

#[test]
fn a_first_name_of_two_capitals_is_one() {
    let text = "First Name,Name,Email\nBO,Li,a@example.org\nAL,Lee,b@example.org\n";
    assert_eq!(
        people(text),
        ["BO Li, a@example.org", "AL Lee, b@example.org"]
    );
}

#[test]
fn answers_about_food_have_one_order() {
    let one = "Name,Email,Dietary needs (1),Dietary needs (2)\nAnn Lee,a@example.org,Vegan,Nuts\n";
    let other =
        "Name,Email,Dietary needs (2),Dietary needs (1)\nAnn Lee,a@example.org,Nuts,Vegan\n";
    for text in [one, other] {
        assert_eq!(imported(text, &["diet"]), ["Vegan, Nuts"]);
    }
}

#[test]
fn a_family_of_two_houses_stands_behind_the_first_name_as_every_other() {
    let text = "\"Name (Last, First)\",Email\n\"von und zu Berg, Max\",max@example.org\n\"Lee, Ann\",ann@example.org\n";
    let people = ["Max von und zu Berg", "Ann Lee"]
        .map(String::from)
        .to_vec();
    assert_eq!(crate::strangers::imported(text, &["name"]), (people, 0));
}

#[test]
fn a_guest_that_is_a_yes_or_a_no_is_no_name_wherever_it_stands() {
    for head in [
        "4. Guest,2. Email,1. Name (original name)",
        "Guest,Email,Name",
        "Attendee,Email,User name",
    ] {
        let text = format!("{head}\nYes,ann@example.org,Ann Bell\nNo,bo@example.org,Bo Peep\n");
        assert_eq!(
            imported(&text, &["name"]),
            ["Ann Bell", "Bo Peep"],
            "{head}"
        );
    }
}
