//! Whom somebody only knows, brings or heard from is not them, whether they have said who they are or not.

use crate::headings::{imported, notes};

#[test]
fn the_name_of_somebody_else_is_nobodys_who_signed_up() {
    for question in [
        "Guest name",
        "Guest's full name",
        "Full name of guest",
        "Sharing with (name)",
        "Who would you like to sit with? (name)",
        "Client's full name",
        "Mum's first name",
        "Name of the person you're bringing (full name)",
        "Mehman ka naam",
        "Baap ka naam",
        "Chacha ka naam",
        "Can we use your name in publicity?",
        "Is your name on our list?",
    ] {
        let rows = "jo@example.org,Jo,Lawson,Gus Gale\nal@example.org,,,Pat Plum\n";
        let text = format!("Email,First name,Last name,\"{question}\"\n{rows}");
        let expected = ["Jo Lawson, jo@example.org", ", al@example.org"];
        assert_eq!(imported(&text, &["name", "email"]), expected, "{question}");
        let whole = text
            .replace("First name,Last name", "Name")
            .replace("Jo,Lawson", "Jo Lawson");
        let whole = whole.replace(",,,", ",,");
        assert_eq!(imported(&whole, &["name", "email"]), expected, "{question}");
        let alone =
            format!("Email,\"{question}\"\njo@example.org,Gus Gale\nal@example.org,Pat Plum\n");
        // Where nobody else has a name, the guests are those who were invited.
        let names = if ["Guest name", "Full name of guest"].contains(&question) {
            ["Gus Gale", "Pat Plum"]
        } else {
            ["", ""]
        };
        assert_eq!(imported(&alone, &["name"]), names, "{question}");
    }
}

#[test]
fn the_address_of_somebody_else_is_nobodys_who_signed_up() {
    for question in [
        "Email of the person you're bringing",
        "Guest email",
        "Guest's email",
        "Dad's email",
        "Neighbour's email",
        "Chairman's email",
        "Speaker email",
        "Email of whoever told you",
        "Email of the person you are booking for",
        "Email for your +1",
        "PA email",
        "Who told you about us? (email)",
        "E-Mail der Nachbarin",
        "Courriel de votre invité",
    ] {
        let text = format!(
            "Name,Email,\"{question}\"\nJo,jo@example.org,gus@example.com\nAl,,pat@example.com\n"
        );
        let expected = ["Jo, jo@example.org", "Al, "];
        assert_eq!(imported(&text, &["name", "email"]), expected, "{question}");
        let alone = text
            .replace(",Email", "")
            .replace(",jo@example.org", "")
            .replace(",,", ",");
        assert_eq!(
            imported(&alone, &["name", "email"]),
            ["Jo, ", "Al, "],
            "{question}"
        );
    }
}

#[test]
fn the_number_of_somebody_else_is_nobodys_who_signed_up() {
    for question in [
        "Mum's mobile",
        "Dad's phone",
        "Husband's phone",
        "Wife's mobile number",
        "Guest phone",
        "Neighbour phone",
        "Support worker phone",
        "Office phone",
        "Branch phone",
        "Phone of someone at home",
        "Notruf-Handy",
        "Telefon der Nachbarin",
        "Numer telefonu osoby towarzyszącej",
    ] {
        let text = format!(
            "Name,Email,\"{question}\"\nJo,jo@example.org,01632 960001\nAl,al@example.org,01632 960002\nBo,bo@example.org,01632 960003\n"
        );
        assert_eq!(
            imported(&text, &["name", "phone"]),
            ["Jo, ", "Al, ", "Bo, "],
            "{question}"
        );
    }
}

#[test]
fn who_is_asked_in_other_words_is_still_whoever_signs_up() {
    for question in [
        "What's your name?",
        "Name(s)",
        "May we have your full name?",
        "Could you tell us your name?",
        "Applicant's name",
        "Member's full name",
        "Your name, so that someone can greet you",
        "Aap ka poora naam",
    ] {
        let text = format!("\"{question}\",Email\nJo Lawson,jo@example.org\n");
        assert_eq!(imported(&text, &["name"]), ["Jo Lawson"], "{question}");
    }
    for question in [
        "Member's email",
        "Your email, so that someone can write to you",
        "Email (for someone to write to you)",
    ] {
        let text = format!("Name,\"{question}\"\nJo Lawson,jo@example.org\n");
        assert_eq!(
            imported(&text, &["email"]),
            ["jo@example.org"],
            "{question}"
        );
    }
}

#[test]
fn in_a_list_of_guests_they_are_who_comes() {
    let plain = "Guest,RSVP\nJo Lawson,Yes\nAl Bee,No\n";
    let expected = ["Jo Lawson, confirmed", "Al Bee, cancelled"];
    assert_eq!(imported(plain, &["name", "status"]), expected);
    let brought = "Member,Guest,Email\nAnn Lee,Zed Other,ann@example.org\nBo Li,,bo@example.org\n";
    let expected = ["Ann Lee, ann@example.org", "Bo Li, bo@example.org"];
    assert_eq!(imported(brought, &["name", "email"]), expected);
    let hosted = "Host,Guest,Guest email\nJo Lawson,Al Bee,al@example.org\n";
    assert_eq!(
        imported(hosted, &["name", "email"]),
        ["Al Bee, al@example.org"]
    );
    let text =
        "Guest name,Guest email,Guest phone\nJo,jo@example.org,01632 960001\nAl,,01632 960002\n";
    let expected = ["Jo, jo@example.org, 01632 960001", "Al, , 01632 960002"];
    assert_eq!(imported(text, &["name", "email", "phone"]), expected);
    let beside = "Name,Email,Guest name\nJo,jo@example.org,Gus Gale\n";
    let expected =
        ["\"Guest name\" names more people in 1 row; they are kept there, but not signed up"];
    assert_eq!(notes(beside), expected);
    let invited = "Guest name,Email\nJo Lawson,jo@example.org\n";
    assert_eq!(
        imported(invited, &["name", "email"]),
        ["Jo Lawson, jo@example.org"]
    );
    let unnamed = notes("Email,Guest name,Guest email\njo@example.org,Gus Gale,gus@example.org\n");
    let expected = "\"Guest name\" is taken for the name of somebody else; if it is who comes, say --map name=\"Guest name\"";
    assert_eq!(unnamed[0], expected);
}

#[test]
fn guests_are_who_comes_in_other_languages_too() {
    for header in [
        "Gast,E-Mail",
        "Gast,E-Mail Gast",
        "Invitado,Correo electrónico",
        "Gość,E-mail",
    ] {
        let text = format!("{header}\nJo Lawson,jo@example.org\nAl Smith,al@example.org\n");
        let people = imported(&text, &["name", "email"]);
        assert_eq!(
            people,
            ["Jo Lawson, jo@example.org", "Al Smith, al@example.org"],
            "{header}"
        );
    }
}

#[test]
fn a_phone_number_in_the_place_of_an_address_is_one() {
    let text = "Name,Phone/Email\nJo Lawson,01632 960001\nAl Bee,al@example.org\n";
    let expected = ["Jo Lawson, , 01632 960001", "Al Bee, al@example.org, "];
    assert_eq!(imported(text, &["name", "email", "phone"]), expected);
}

#[test]
fn who_comes_along_is_not_passed_over_in_silence_whatever_they_are_called() {
    for (header, named) in [
        (
            "Name,Email,Additional attendee name,Additional attendee email",
            2,
        ),
        ("Name,Email,Colleague name,Colleague email", 2),
        ("Name,Email,Your colleague's full name,Their email", 2),
        ("Name,Email,Colleague,Colleague's email", 2),
        ("Name,Email,Name.1,Email.1", 2),
        ("Adult 1,Email 1,Adult 2,Email 2", 2),
        ("Nom,Courriel,Nom accompagnant,Courriel accompagnant", 2),
        ("Nom,Courriel,Nom du collègue,Courriel du collègue", 2),
        ("Name,E-Mail,Name der Kollegin,E-Mail der Kollegin", 2),
        (
            "Nombre,Correo,Nombre del acompañante,Correo del acompañante",
            2,
        ),
        (
            "Imię i nazwisko,E-mail,Osoba towarzysząca,E-mail osoby towarzyszącej",
            2,
        ),
        ("Enw,Ebost,Enw cydweithiwr,Ebost cydweithiwr", 2),
    ] {
        let text = format!(
            "{header}\n\
             Ann Green,ann@example.org,Tom Green,tom@example.org\n\
             Bob Brown,,Tim Roe,tim@example.org\n\
             Cat Black,cat@example.org,,\n"
        );
        let label = header.split(',').nth(named).expect("it has a heading");
        let said = format!(
            "\"{label}\" names more people in 2 rows; they are kept there, but not signed up"
        );
        assert_eq!(notes(&text), [said], "{header}");
        let expected = [
            "Ann Green, ann@example.org",
            "Bob Brown, ",
            "Cat Black, cat@example.org",
        ];
        assert_eq!(imported(&text, &["name", "email"]), expected, "{header}");
    }
}

#[test]
fn a_firm_or_a_word_beside_somebody_is_nobody_who_comes_along() {
    let text = "Name,Email,Partner organisation name,Friend\n\
                Ann Green,ann@example.org,Unite,told me\n\
                Bob Brown,bob@example.org,Unison,yes\n";
    assert_eq!(notes(text), [] as [&str; 0]);
}

#[test]
fn a_column_that_only_repeats_what_people_are_called_names_nobody_else() {
    let text = "Guest Name,First Name,Last Name,Email\n\
                Fay Gray,Fay,Gray,fay@example.org\n\
                Gus Hall,Gus,Hall,gus@example.org\n";
    let expected = ["Fay Gray, fay@example.org", "Gus Hall, gus@example.org"];
    assert_eq!(imported(text, &["name", "email"]), expected);
    assert_eq!(notes(text), [""; 0]);
    // As soon as one is somebody else all are told of: a father may bring a son of his name.
    let other = text.replace("Gus Hall,Gus", "Ida Hall,Gus");
    let told = "\"Guest Name\" names more people in 2 rows; they are kept there, but not signed up";
    assert_eq!(notes(&other), [told]);
}

#[test]
fn whoever_is_responsible_for_a_child_does_not_lend_it_address_and_number() {
    for adult in [
        "Guardian",
        "Responsible adult",
        "Adulto responsable",
        "Oedolyn cyfrifol",
    ] {
        let text = format!(
            "Participant first name,Participant last name,Age,{adult} name,{adult} email,{adult} phone\n\
             Ann,Lee,15,Tom Lee,tom@example.net,0113 496 0001\n\
             Bob,Ray,16,Pam Ray,pam@example.net,0113 496 0002\n"
        );
        let found = crate::headings::imported(&text, &["name", "email", "phone"]);
        assert_eq!(found, ["Ann Lee, , ", "Bob Ray, , "], "{adult}");
        let text = format!(
            "{adult} name,{adult} email,How many come?\n\
             Tom Lee,tom@example.net,3\n\
             Pam Ray,pam@example.net,2\n"
        );
        let found = crate::headings::imported(&text, &["name", "email"]);
        let expected = ["Tom Lee, tom@example.net", "Pam Ray, pam@example.net"];
        assert_eq!(found, expected, "{adult}");
    }
}

#[test]
fn a_guest_of_the_same_name_is_somebody_else_with_another_address_or_as_the_only_one() {
    let told = "\"Guest Name\" names more people in 1 row; they are kept there, but not signed up";
    let text = "Name,Email,Guest Name,Guest Email\n\
                Ann Lee,ann@example.org,,\n\
                John Hall,john@example.org,John Hall,jnr@example.org\n\
                Cy Dunn,cy@example.org,,\n";
    assert_eq!(notes(text), [told]);
    let unaddressed = text.replace("jnr@example.org", "");
    assert_eq!(notes(&unaddressed), [told]);
    let only = "Name,Email,Guest Name,Guest Email\n\
                John Hall,john@example.org,John Hall,jnr@example.org\n";
    assert_eq!(notes(only), [told]);
    let same = only.replace("jnr@", "John@");
    assert_eq!(notes(&same), [""; 0]);
}
