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
