//! Whoever ordered, under headings that name them, beside those who come: what they were asked is nobody else's answer.

use crate::headings::imported;

/// Everybody's name and these columns, of an order for two and one for one.
fn told(booker: &str, question: &str, columns: &[&str]) -> Vec<String> {
    let text = format!(
        "Order,{booker},{question},Attendee name,Attendee email\n\
         1,Eve Fox,eve@example.org,Yes,Eve Fox,eve@example.org\n\
         1,Eve Fox,eve@example.org,Yes,Flo Gee,flo@example.org\n\
         2,Guy Hut,guy@example.org,No,Guy Hut,guy@example.org\n\
         3,Office Mgr,office@example.net,No,Hal Ince,hal@example.org\n"
    );
    imported(&text, columns)
}

#[test]
fn a_consent_of_whoever_ordered_is_nobodys_but_theirs() {
    for (booker, questions) in [
        (
            "Buyer name,Buyer email",
            "Buyer marketing consent|Buyer: subscribe to newsletter|Newsletter|Buyer opt-in to updates",
        ),
        (
            "Purchaser name,Purchaser email",
            "Purchaser: subscribe to newsletter|Newsletter (purchaser)",
        ),
        ("Booker,Booker email", "Booker newsletter consent"),
        (
            "Booking name,Booking email",
            "Permission to contact|Booking newsletter",
        ),
        (
            "Customer name,Customer email",
            "Customer: Marketing opt in|Customer newsletter",
        ),
        (
            "Billing name,Billing email",
            "Marketing opt-in|Billing: newsletter",
        ),
        (
            "Name Käufer,E-Mail Käufer",
            "Käufer: Newsletter erhalten|Newsletter des Käufers",
        ),
        ("Besteller,Besteller E-Mail", "Newsletter Besteller"),
        ("Kundenname,Kunde E-Mail", "Kunde: Newsletter"),
        (
            "Nom acheteur,E-mail acheteur",
            "Acheteur : recevoir la newsletter|Newsletter de l'acheteur",
        ),
        (
            "Nom du client,E-mail du client",
            "Client : recevoir la newsletter",
        ),
        (
            "Nombre del comprador,Email del comprador",
            "Comprador: recibir el boletín",
        ),
        (
            "Kupujący,E-mail kupującego",
            "Zgoda kupującego na newsletter",
        ),
        ("Enw'r prynwr,E-bost y prynwr", "Prynwr: cylchlythyr"),
        ("Kharidar ka naam,Kharidar ka email", "Kharidar: newsletter"),
    ] {
        for question in questions.split('|') {
            let expected = ["Eve Fox, yes", "Flo Gee, ", "Guy Hut, no", "Hal Ince, "];
            let found = told(booker, question, &["name", "updates"]);
            assert_eq!(found, expected, "{booker} / {question}");
        }
    }
    let found = told(
        "Buyer name,Buyer email",
        "Buyer consents to photos",
        &["photo"],
    );
    assert_eq!(found, ["yes", "", "no", ""]);
}

#[test]
fn what_whoever_ordered_agreed_to_is_kept_where_it_is_not_the_answer() {
    let columns = ["updates", "Buyer marketing consent", "Buyer name"];
    let expected = [
        "yes, Yes, Eve Fox",
        ", Yes, Eve Fox",
        "no, No, Guy Hut",
        ", No, Office Mgr",
    ];
    let found = told(
        "Buyer name,Buyer email",
        "Buyer marketing consent",
        &columns,
    );
    assert_eq!(found, expected);
}

#[test]
fn a_consent_of_whoever_ordered_gives_way_to_that_of_whoever_comes() {
    let text = "Buyer name,Buyer email,Buyer newsletter,Attendee name,Attendee email,Attendee: newsletter\n\
                Eve Fox,eve@example.org,Yes,Eve Fox,eve@example.org,Yes\n\
                Eve Fox,eve@example.org,Yes,Flo Gee,flo@example.org,No\n\
                Guy Hut,guy@example.org,No,Hal Ince,hal@example.org,Yes\n\
                Guy Hut,guy@example.org,No,Guy Hut,guy@example.org,Yes\n";
    let expected = [
        "Eve Fox, yes",
        "Flo Gee, no",
        "Hal Ince, yes",
        "Guy Hut, no",
    ];
    assert_eq!(imported(text, &["name", "updates"]), expected);
}

#[test]
fn nobody_is_taken_to_have_agreed_with_a_buyer_whom_the_file_does_not_name() {
    let text = "Order,Attendee name,Attendee email,Buyer marketing consent\n\
                1,Eve Fox,eve@example.org,Yes\n1,Flo Gee,,Yes\n";
    assert_eq!(
        imported(text, &["name", "updates"]),
        ["Eve Fox, ", "Flo Gee, "]
    );
}

#[test]
fn a_customer_without_a_name_has_agreed_for_nobody_who_has_their_address() {
    let text = "Order ID,Attendee name,Customer email,Customer newsletter\n\
                1,Eve Fox,eve@example.org,Yes\n1,Flo Gee,eve@example.org,Yes\n";
    let expected = ["Eve Fox, eve@example.org, ", "Flo Gee, eve@example.org, "];
    assert_eq!(imported(text, &["name", "email", "updates"]), expected);
}

#[test]
fn who_agreed_under_one_address_has_not_under_another() {
    let text = "Buyer name,Buyer email,Buyer newsletter,Attendee name,Attendee email\n\
                Eve Fox,eve@example.org,Yes,Eve Fox,EVE@example.org\n\
                Guy Hut,guy@example.org,Yes,Guy Hut,guy@example.net\n\
                Hal Ince,hal@example.org,Yes,Hal Ince,\n";
    let expected = ["Eve Fox, yes", "Guy Hut, ", "Hal Ince, yes"];
    assert_eq!(imported(text, &["name", "updates"]), expected);
}

#[test]
fn where_nobody_else_is_named_whoever_ordered_comes_and_has_agreed() {
    for header in [
        "Buyer name,Buyer email,Buyer phone,Buyer marketing consent",
        "Customer name,Customer email,Customer phone,Customer: Marketing opt in",
        "Booking name,Booking email,Booking telephone,Permission to contact",
    ] {
        let text = format!("{header}\nEve Fox,eve@example.org,07700900571,Yes\n");
        let expected = ["Eve Fox, eve@example.org, 07700900571, yes"];
        let columns = ["name", "email", "phone", "updates"];
        assert_eq!(imported(&text, &columns), expected, "{header}");
    }
}

#[test]
fn the_number_and_the_place_of_whoever_booked_are_nobody_elses() {
    for (booker, own) in [
        (
            "Booking First Name,Booking Last Name,Booking Post Code,Booking Telephone,Booking Email",
            "Ticket Data: First Name,Ticket Data: Family Name",
        ),
        (
            "Customer first name,Customer last name,Customer postcode,Customer phone,Customer email",
            "Attendee first name,Attendee last name",
        ),
        (
            "Kunde Vorname,Kunde Nachname,Kunde Postleitzahl,Kunde Telefon,Kunde E-Mail",
            "Teilnehmer Vorname,Teilnehmer Nachname",
        ),
        (
            "Nombre del cliente,Apellidos del cliente,Código postal del cliente,Teléfono del cliente,Correo del cliente",
            "Nombre del asistente,Apellidos del asistente",
        ),
        (
            "Imię klienta,Nazwisko klienta,Kod pocztowy klienta,Telefon klienta,E-mail klienta",
            "Imię uczestnika,Nazwisko uczestnika",
        ),
    ] {
        let text = format!(
            "Booking ID,{booker},{own},Diet\n\
             9001,Una,Vale,3065,0400000011,una@example.org,Una,Vale,vegan\n\
             9001,Una,Vale,3065,0400000011,una@example.org,Vic,Wren,\n\
             9002,Wil,Xan,3066,,wil@example.org,Wil,Xan,\n"
        );
        let expected = [
            "Una Vale, una@example.org, 0400000011, 3065, vegan",
            "Vic Wren, , , , ",
            "Wil Xan, wil@example.org, , 3066, ",
        ];
        let columns = ["name", "email", "phone", "area", "diet"];
        assert_eq!(imported(&text, &columns), expected, "{booker}");
    }
}

#[test]
fn an_order_is_of_whoever_it_is_billed_to_and_not_of_where_it_is_sent() {
    for (billing, shipping) in [
        (
            "billing_first_name,billing_last_name,billing_company,billing_email,billing_phone,billing_postcode",
            "shipping_first_name,shipping_last_name,shipping_company,shipping_phone,shipping_postcode",
        ),
        (
            "First Name (Billing),Last Name (Billing),Company (Billing),Email (Billing),Phone (Billing),Postcode (Billing)",
            "First Name (Shipping),Last Name (Shipping),Company (Shipping),Phone (Shipping),Postcode (Shipping)",
        ),
    ] {
        let header = format!("order_id,status,customer_email,{billing},{shipping}");
        let columns = ["name", "email", "phone", "organisation", "area"];
        let expected = [
            "Hal Ince, hal@example.org, 07700900121, Ince Ltd, LS1 1AA",
            "Ira Jay, ira@example.org, , , LS1 1AB",
        ];
        for (one, other) in [
            ("Front,Desk,,07700900999,YO1 1AA", "Ira,Jay,,,LS1 1AB"),
            (",,,,", ",,,,"),
            ("Hal,Ince,,,LS1 1AA", ",,,,"),
        ] {
            let text = format!(
                "{header}\n\
                 1,completed,hal@example.org,Hal,Ince,Ince Ltd,hal@example.org,07700900121,LS1 1AA,{one}\n\
                 2,completed,ira@example.org,Ira,Jay,,ira@example.org,,LS1 1AB,{other}\n"
            );
            assert_eq!(imported(&text, &columns), expected, "{header} {one}");
        }
    }
}

#[test]
fn whom_an_order_is_sent_to_comes_where_nobody_else_is_named() {
    let text = "Order,Email,Shipping Name,Shipping City\n\
                1,hal@example.org,Hal Ince,Leeds\n2,ira@example.org,Ira Jay,York\n";
    let expected = ["Hal Ince, hal@example.org", "Ira Jay, ira@example.org"];
    assert_eq!(imported(text, &["name", "email"]), expected);
}

#[test]
fn the_number_of_an_order_is_nobodys_name() {
    for (one, other) in [("#1001", "#1002"), ("1001", "1002"), ("EC-1001", "EC-1002")] {
        let text = format!(
            "Name,Email,Financial Status,Lineitem quantity,Lineitem name,Billing Name,Billing Phone,Shipping Name\n\
             {one},hal@example.org,paid,1,Conference ticket,Hal Ince,07700900121,\n\
             {other},jan@example.org,paid,1,Conference ticket,Jan Kay,,Front Desk\n\
             {other},jan@example.org,,1,Lunch,,,\n"
        );
        let expected = [
            "Hal Ince, hal@example.org, 07700900121",
            "Jan Kay, jan@example.org, ",
        ];
        assert_eq!(
            imported(&text, &["name", "email", "phone"]),
            expected,
            "{one}"
        );
        // Where nobody else is named, the columns may have shifted.
        let text = format!("Name,Email\n{one},hal@example.org\n{other},jan@example.org\n");
        let found = imported(&text, &["name", "email"]);
        assert!(
            found.iter().all(|person| !person.starts_with(", ")),
            "{one}"
        );
    }
}

#[test]
fn a_name_on_a_card_gives_way_to_what_somebody_is_called() {
    for (card, own) in [
        ("Card Name", "Name (metadata)"),
        ("Name on card", "Full name (metadata)"),
        ("Cardholder name", "Full name"),
        ("Karteninhaber", "Name"),
    ] {
        let text = format!(
            "id,Customer Email,{card},{own}\n\
             ch_1,gus@example.org,GUS HOOD,Gus Hood\nch_2,hope@example.org,MR A ISLE,Hope Isle\n"
        );
        let expected = ["Gus Hood, gus@example.org", "Hope Isle, hope@example.org"];
        assert_eq!(
            imported(&text, &["name", "email"]),
            expected,
            "{card} {own}"
        );
    }
    let text = "id,Customer Email,Card Name\nch_1,gus@example.org,Gus Hood\n";
    assert_eq!(
        imported(text, &["name", "email"]),
        ["Gus Hood, gus@example.org"]
    );
}

#[test]
fn the_number_and_the_name_of_the_events_host_are_nobodys_organisation() {
    for (number, name) in [
        (
            "organization id of the event",
            "organization name of the event",
        ),
        ("event organization id", "event organization name"),
        (
            "Veranstaltung Organisation ID",
            "Organisation der Veranstaltung",
        ),
    ] {
        let text = format!(
            "first name,last name,email,{number},{name}\n\
             Oz,Pike,oz@example.org,55,Spring Org\nPam,Quin,pam@example.org,56,Autumn Org\n"
        );
        assert_eq!(
            imported(&text, &["name", "organisation"]),
            ["Oz Pike, ", "Pam Quin, "]
        );
    }
}

#[test]
fn a_name_shown_on_a_screen_gives_way_to_first_and_last_names() {
    for shown in ["User Name (Original Name)", "Name (Original Name)"] {
        let text = format!(
            "Attended,{shown},First Name,Last Name,Email\n\
             Yes,iPhone (Abi C),Abi,Coe,abi@example.org\n\
             Yes,Bo Dix,Bo,Dix,bo@example.org\n\
             Yes,Cy Elm,,,cy@example.org\n"
        );
        let expected = [
            "Abi Coe, abi@example.org",
            "Bo Dix, bo@example.org",
            "Cy Elm, cy@example.org",
        ];
        assert_eq!(imported(&text, &["name", "email"]), expected, "{shown}");
    }
    let text = "User Name (Original Name),Email\nAbi Coe,abi@example.org\n";
    assert_eq!(
        imported(text, &["name", "email"]),
        ["Abi Coe, abi@example.org"]
    );
}

#[test]
fn what_differs_among_those_of_one_order_is_their_own() {
    let file = |head: &str, answers: [&str; 4]| {
        let [one, two, three, four] = answers;
        format!(
            "{head}\nAnn Lee,ann@example.org,{one},Ann Lee\nAnn Lee,ann@example.org,{two},Bo Day\n\
             Cy Fox,cy@example.org,{three},Di Gay\nCy Fox,cy@example.org,{four},Ed Hay\n"
        )
    };
    let numbers = [
        "07700 900100",
        "07700 900101",
        "07700 900102",
        "07700 900103",
    ];
    for head in [
        "Buyer name,Buyer email,Mobile,Attendee name",
        "Nombre del comprador,Correo del comprador,Teléfono,Nombre del asistente",
    ] {
        let own = imported(&file(head, numbers), &["name", "phone"]);
        let expected = [
            "Ann Lee, 07700 900100",
            "Bo Day, 07700 900101",
            "Di Gay, 07700 900102",
            "Ed Hay, 07700 900103",
        ];
        assert_eq!(own, expected, "{head}");
        let same = [numbers[0], numbers[0], numbers[2], numbers[2]];
        let expected = ["Ann Lee, 07700 900100", "Bo Day, ", "Di Gay, ", "Ed Hay, "];
        assert_eq!(
            imported(&file(head, same), &["name", "phone"]),
            expected,
            "{head}"
        );
    }
    let head = "Buyer name,Buyer email,Organisation,Attendee name";
    let own = imported(
        &file(head, ["Mill", "Forge", "Barn", "Dairy"]),
        &["organisation"],
    );
    assert_eq!(own, ["Mill", "Forge", "Barn", "Dairy"]);
}
