//! Whoever booked or filled a form in for others: neither they nor their answers are taken for those who come.

use crate::headings::{imported, notes};

/// Everybody's name and address.
fn people(lines: &[&str]) -> Vec<String> {
    imported(&(lines.join("\n") + "\n"), &["name", "email"])
}

/// Two places that an office has booked, and one that somebody has booked for themselves.
const SEATS: [&str; 3] = [
    "0,Office Mgr,office@example.net,GA,Ann Lee,ann@example.org",
    "0,Office Mgr,office@example.net,GA,Bo Day,bo@example.org",
    "1,Cy Fox,cy@example.org,GA,Cy Fox,cy@example.org",
];

const HOLDERS: [&str; 3] = [
    "Ann Lee, ann@example.org",
    "Bo Day, bo@example.org",
    "Cy Fox, cy@example.org",
];

#[test]
fn whoever_has_a_ticket_comes_and_not_whoever_bought_it() {
    for theirs in [
        "Ticket holder name,Ticket holder email",
        "Ticketholder's name,Ticketholder's email",
        "Holder name,Holder email",
        "Person attending name,Person attending email",
        "Name of the person who will attend,Email of the person who will attend",
        "Name Ticketinhaber,E-Mail Ticketinhaber",
        "Name Teilnehmer:in,E-Mail Teilnehmer:in",
        "Nom du titulaire du billet,E-mail du titulaire du billet",
        "Nom participant,E-mail participant",
        "Nombre del titular de la entrada,Email del titular de la entrada",
        "Nombre de la persona asistente,Email de la persona asistente",
        "Uczestnik,E-mail uczestnika",
        "Imię i nazwisko posiadacza biletu,E-mail posiadacza biletu",
        "Enw deiliad y tocyn,E-bost deiliad y tocyn",
        "Shirkat karne wale ka naam,Shirkat karne wale ka email",
    ] {
        let header = format!("Order ID,Name,Email,Ticket type,{theirs}");
        let found = people(&[&header, SEATS[0], SEATS[1], SEATS[2]]);
        assert_eq!(found, HOLDERS, "{theirs}");
    }
}

#[test]
fn in_french_a_name_without_a_first_name_is_a_whole_one() {
    let found = people(&[
        "Commande,Nom,E-mail,Tarif,Nom du titulaire du billet,E-mail du titulaire du billet",
        SEATS[0],
        SEATS[1],
        SEATS[2],
    ]);
    assert_eq!(found, HOLDERS);
}

#[test]
fn the_halves_of_a_name_are_those_of_whoever_comes() {
    for (booker, attendee) in [
        (
            "First Name,Last Name,Email",
            "Attendee First Name,Attendee Last Name,Attendee Email",
        ),
        (
            "Vorname,Nachname,E-Mail",
            "Vorname des Teilnehmers,Nachname des Teilnehmers,E-Mail des Teilnehmers",
        ),
        (
            "Prénom,Nom,E-mail",
            "Prénom du participant,Nom du participant,E-mail du participant",
        ),
        (
            "Nombre,Apellidos,Email",
            "Nombre asistente,Apellidos asistente,Email asistente",
        ),
        (
            "Imię,Nazwisko,E-mail",
            "Imię uczestnika,Nazwisko uczestnika,E-mail uczestnika",
        ),
    ] {
        let found = people(&[
            &format!("Order,{booker},{attendee}"),
            "1,Sec,Ret,office@example.net,Ann,Lee,ann@example.org",
            "1,Sec,Ret,office@example.net,Bo,Day,",
            "2,Cy,Fox,cy@example.org,Cy,Fox,",
            "3,Di,Kay,di@example.org,,,",
        ]);
        let expected = [
            "Ann Lee, ann@example.org",
            "Bo Day, ",
            "Cy Fox, cy@example.org",
            "Di Kay, di@example.org",
        ];
        assert_eq!(found, expected, "{attendee}");
    }
    let found = people(&[
        "First name,Last name,Email,Attendee name,Attendee email",
        "Sec,Ret,office@example.net,Ann Lee,ann@example.org",
        "Di,Kay,di@example.org,,",
    ]);
    assert_eq!(
        found,
        ["Ann Lee, ann@example.org", "Di Kay, di@example.org"]
    );
}

#[test]
fn what_whoever_booked_says_of_themselves_is_said_of_nobody_else() {
    let text = "Order,Name,Email,Phone,Company,Newsletter,Attendee Name,Attendee Email,Attendee Phone,Attendee Company,Attendee Newsletter\n\
                1,Sec Ret,office@example.net,0161 4960000,Corp,Yes,Ann Lee,ann@example.org,07700900001,Foo,No\n\
                1,Sec Ret,office@example.net,0161 4960000,Corp,Yes,Bo Day,bo@example.org,,,\n\
                2,Cy Fox,cy@example.org,07700900003,Bar,Yes,Cy Fox,cy@example.org,07700900003,Bar,Yes\n";
    let told = ["name", "phone", "organisation", "updates"];
    let expected = [
        "Ann Lee, 07700900001, Foo, no",
        "Bo Day, , , ",
        "Cy Fox, 07700900003, Bar, yes",
    ];
    assert_eq!(imported(text, &told), expected);
    // What only whoever booked was asked is theirs who have booked for themselves.
    let text = "Order,Name,Email,Mobile,Company,Newsletter,Attendee Name,Attendee Email,Diet\n\
                1,Sec Ret,office@example.net,0161 4960000,Corp,Yes,Ann Lee,ann@example.org,vegan\n\
                2,Cy Fox,cy@example.org,07700 900003,Bar,Yes,Cy Fox,cy@example.org,\n\
                3,Di Kay,di@example.org,07700 900004,Baz,Yes,,,\n";
    let told = ["name", "phone", "organisation", "updates", "diet"];
    let expected = [
        "Ann Lee, , , , vegan",
        "Cy Fox, 07700 900003, Bar, yes, ",
        "Di Kay, 07700 900004, Baz, yes, ",
    ];
    assert_eq!(imported(text, &told), expected);
    let kept = imported(text, &["form: name", "Mobile", "Newsletter"]);
    assert_eq!(kept[0], "Sec Ret, 0161 4960000, Yes");
}

#[test]
fn the_address_that_was_typed_goes_before_that_of_the_account() {
    for question in [
        "What is your email?",
        "Email",
        "Your e-mail",
        "E-Mail-Adresse",
        "Votre courriel",
        "Tu correo electrónico",
        "Adres e-mail",
        "Eich e-bost",
        "Aap ka email",
    ] {
        let microsoft = [
            &format!("ID,Start time,Completion time,Email,Name,Full name,{question}"),
            "1,3/1/24 9:00:00,3/1/24 9:01:00,sec@example.net,Sec Ret,Ann Lee,ann@example.org",
            "2,3/1/24 9:00:00,3/1/24 9:01:00,sec@example.net,Sec Ret,Bo Day,bo@example.org",
            "3,3/1/24 9:00:00,3/1/24 9:01:00,cy@example.org,Cy Fox,Cy Fox,",
        ];
        assert_eq!(people(&microsoft), HOLDERS, "{question}");
        let google = [
            &format!("Timestamp,Email Address,Full name,{question}"),
            "2024/03/01 9:00:00 am GMT,sec@example.net,Ann Lee,ann@example.org",
            "2024/03/01 9:00:00 am GMT,sec@example.net,Bo Day,bo@example.org",
            "2024/03/01 9:00:00 am GMT,cy@example.org,Cy Fox,",
        ];
        assert_eq!(people(&google), HOLDERS, "{question}");
    }
    for other in [
        "Alternative email",
        "Emergency contact,Email",
        "Second email",
    ] {
        let gap = if other.contains(',') { "Mum," } else { "" };
        let google = [
            &format!("Timestamp,Email Address,Full name,{other}"),
            &*format!("2024/03/01 9:00:00 am GMT,ann@example.org,Ann Lee,{gap}x@example.net"),
            &format!("2024/03/01 9:00:00 am GMT,bo@example.org,Bo Day,{gap}y@example.net"),
        ];
        assert_eq!(people(&google), HOLDERS[..2], "{other}");
    }
}

#[test]
fn a_guest_without_a_name_is_not_called_as_whoever_brings_them() {
    for of in [
        "Guest Of",
        "Brought by",
        "Gast von",
        "Invité de",
        "Invitado de",
        "Gość uczestnika",
        "Gwestai i",
        "Kis ka mehman",
    ] {
        let found = people(&[
            &format!("Full Name,Email,{of}"),
            "Ann Lee,ann@example.org,",
            ",bo@example.org,Ann Lee",
            "Cy Fox,cy@example.org,",
        ]);
        let expected = [
            "Ann Lee, ann@example.org",
            ", bo@example.org",
            "Cy Fox, cy@example.org",
        ];
        assert_eq!(found, expected, "{of}");
    }
}

#[test]
fn the_number_under_a_shared_address_is_theirs_but_no_consent_of_whoever_booked() {
    let text = "Name,Email,Phone,Newsletter,Attendee name,Attendee email\n\
                Acme Ltd,ann@example.org,07700900121,Yes,Ann Lee,ann@example.org\n";
    let expected = ["Ann Lee, ann@example.org, 07700900121, "];
    assert_eq!(
        imported(text, &["name", "email", "phone", "updates"]),
        expected
    );
}

#[test]
fn who_gave_no_address_is_reached_by_that_of_whoever_booked_if_it_stands_for_nobody_else() {
    let text = "Email,Attendee name,Attendee email\n\
                office@example.org,Ann Lee,ann@example.org\n\
                office@example.org,Bo Day,bo@example.org\n\
                eva@example.org,Eva Fox,\n\
                zed@example.com,Iker Sol,\n";
    let expected = [
        "Ann Lee, ann@example.org",
        "Bo Day, bo@example.org",
        "Eva Fox, eva@example.org",
        "Iker Sol, zed@example.com",
    ];
    assert_eq!(imported(text, &["name", "email"]), expected);
    let used = "\"Email\" holds addresses too and is used where \"Attendee email\" is blank";
    assert_eq!(notes(text), [used]);
}

#[test]
fn whom_the_address_of_whoever_booked_does_not_reach_is_named() {
    let used = "\"Email\" is used where \"Attendee email\" is blank, as that of whoever booked for themselves; ";
    let people = "office@example.org,Ann Lee,ann@example.org\n\
                  office@example.org,Bo Day,\n\
                  secretary@example.org,Rita Cole,\n\
                  john.hay@example.org,Sue Hay,\n\
                  eva@example.org,Eva Fox,\n";
    let text = format!("Email,Attendee name,Attendee email\n{people}");
    let expected = [
        "Ann Lee, ann@example.org",
        "Bo Day, ",
        "Rita Cole, ",
        "Sue Hay, ",
        "Eva Fox, eva@example.org",
    ];
    assert_eq!(imported(&text, &["name", "email"]), expected);
    let said = format!(
        "{used}3 people are given no address, since it stands on rows for others too, or names somebody else or an office: \
         Bo Day (line 3), Rita Cole (line 4), Sue Hay (line 5)"
    );
    assert_eq!(notes(&text), [said]);
    // Whoever booked has a name: who has another one is not reached by their address.
    let text = "Name,Email,Attendee name,Attendee email\n\
                Sec Ret,office@example.net,Ann Lee,ann@example.org\n\
                Sec Ret,office@example.net,Bo Day,\n\
                Cy Fox,cy@example.org,Cy Fox,cy.fox@example.com\n\
                Ed Roe,ed@example.org,Ed Roe,\n";
    let expected = [
        "Ann Lee, ann@example.org",
        "Bo Day, ",
        "Cy Fox, cy.fox@example.com",
        "Ed Roe, ed@example.org",
    ];
    assert_eq!(imported(text, &["name", "email"]), expected);
    let said = format!(
        "{used}1 person is given no address, since another name stands beside it: Bo Day (line 3)"
    );
    assert_eq!(notes(text), [said]);
    // Of an office that booked for all nobody else is reached.
    let text = "Email,Attendee name,Attendee email\n\
                office@example.org,Ann Lee,ann@example.org\n\
                office@example.org,Bo Day,\n\
                office@example.org,Cy Fox,cy@example.org\n\
                office@example.org,Di Kay,di@example.org\n\
                office@example.org,Ed Roe,ed@example.org\n";
    assert_eq!(
        notes(text),
        [
            "\"Email\" is that of whoever booked; 1 person is given no address, since it stands on rows for others too, or \
          names somebody else or an office: Bo Day (line 3)"
        ]
    );
}

#[test]
fn whoever_only_filled_the_form_in_is_not_taken_for_whoever_comes() {
    let rows = [
        "Ann Lee,ann@example.org,Tom Oak,tom@example.net",
        "Bob Ray,,Bob Ray,bob@example.org",
        "Cy Fox,,Tom Oak,tom@example.net",
        ",,Di Elm,di@example.net",
    ];
    for header in [
        "Name,Email,Registrant Name,Registrant Email",
        "Attendee Name,Attendee Email,Registrant Name,Registrant Email",
        "Teilnehmer Name,Teilnehmer E-Mail,Anmelder Name,Anmelder E-Mail",
        "Uczestnik imię i nazwisko,Uczestnik e-mail,Zgłaszający imię i nazwisko,Zgłaszający e-mail",
    ] {
        let found = people(&[header, rows[0], rows[1], rows[2], rows[3]]);
        let expected = [
            "Ann Lee, ann@example.org",
            "Bob Ray, bob@example.org",
            "Cy Fox, ",
            "Di Elm, di@example.net",
        ];
        assert_eq!(found, expected, "{header}");
    }
    let text = "First name,Last name,Email,Phone,Registrant first name,Registrant last name,Registrant email,Registrant phone\n\
                Ann,Lee,ann@example.org,07700900001,Tom,Oak,tom@example.net,07700900004\n\
                Bob,Ray,bob@example.org,,Tom,Oak,tom@example.net,07700900004\n";
    let expected = [
        "Ann, Lee, ann@example.org, 07700900001",
        "Bob, Ray, bob@example.org, ",
    ];
    let told = ["name", "email", "phone"];
    let expected = expected.map(|line| line.replacen(", ", " ", 1));
    assert_eq!(imported(text, &told), expected);
}

#[test]
fn whoever_filled_the_form_in_for_another_agrees_to_nothing_in_their_name() {
    let header = "Attendee Name,Attendee Email,Registrant Name,Registrant Email,Registrant agrees to newsletter";
    let own = "Bo Day,bo@example.org,Bo Day,bo@example.org,Yes\n";
    let others = "Ann Lee,ann@example.org,Tom Oak,tom@example.net,Yes\n";
    let found = imported(&format!("{header}\n{own}{others}"), &["name", "updates"]);
    assert_eq!(found, ["Bo Day, yes", "Ann Lee, "]);
    let found = imported(&format!("{header}\n{own}"), &["name", "updates"]);
    assert_eq!(found, ["Bo Day, yes"]);
}

#[test]
fn a_registrant_beside_nobody_of_their_kind_is_whoever_comes() {
    for (header, rows) in [
        (
            "Registrant Name,Registrant Email,Status",
            [
                "Ann Lee,ann@example.org,Approved",
                "Bo Day,bo@example.org,Approved",
            ],
        ),
        // Whoever holds the webinars.
        (
            "Topic,Name,Email,Registrant Name,Registrant Email",
            [
                "Rents,Tom Oak,tom@example.net,Ann Lee,ann@example.org",
                "Rents,Tom Oak,tom@example.net,Bo Day,bo@example.org",
            ],
        ),
        // Whoever is to be called.
        (
            "Registrant Name,Registrant Email,In an emergency,Name,Email",
            [
                "Ann Lee,ann@example.org,,Tom Oak,tom@example.net",
                "Bo Day,bo@example.org,,Pam Elm,pam@example.net",
            ],
        ),
    ] {
        let found = people(&[header, rows[0], rows[1]]);
        let expected = ["Ann Lee, ann@example.org", "Bo Day, bo@example.org"];
        assert_eq!(found, expected, "{header}");
    }
}
