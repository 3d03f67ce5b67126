//! Who has an order to themselves, and is reached by its address.

use crate::called::listed;
use crate::headings::{imported, notes};

#[test]
fn whoever_has_an_order_to_themselves_is_reached_by_its_address_where_no_other_was_asked_for() {
    let head = "Order code,Position ID,Status,E-mail,Phone number,Product,Price,Attendee name,Attendee email,Add-on to position ID";
    let text = format!(
        "{head}\n\
         A1,1,paid,ann@example.org,07700 900101,Day,10,Ann Green,,\n\
         A1,2,paid,ann@example.org,07700 900101,Lunch,5,Ann Green,,1\n\
         B2,1,paid,bob@example.org,07700 900102,Day,10,Bob Brown,,\n\
         B2,2,paid,bob@example.org,07700 900102,Day,10,Cat Black,,\n"
    );
    let expected = [
        "Ann Green, ann@example.org, 07700 900101",
        "Bob Brown, , ",
        "Cat Black, , ",
    ];
    assert_eq!(imported(&text, &["name", "email", "phone"]), expected);
    let said = "only who ordered was asked for an address: \"E-mail\" is taken for that of whoever has an order to themselves, unless it names somebody else or stands on orders for others too";
    assert!(notes(&text).iter().any(|note| note == said));
    let german = "Bestellnummer;Positions-ID;Status;E-Mail;Produkt;Teilnehmername;E-Mail-Adresse des Teilnehmers;Rechnungsadresse: Name\n\
                  A1;1;bezahlt;ann@example.org;Tag;Ann Green;;\n\
                  B2;1;bezahlt;bea@example.org;Tag;Bob Brown;;Bea Boss\n";
    let expected = ["Ann Green, ann@example.org", "Bob Brown, "];
    assert_eq!(imported(german, &["name", "email"]), expected);
    // Where others were asked for theirs and have given it, that says nothing of whoever has an order to themselves.
    let asked = text.replace("Cat Black,,", "Cat Black,cat@example.org,");
    let said = "where who comes has given no address, \"E-mail\" is taken for that of whoever has an order to themselves and is named in it, unless it stands on orders for others too";
    assert!(notes(&asked).iter().any(|note| note == said));
    let expected = [
        "Ann Green, ann@example.org, 07700 900101",
        "Bob Brown, , ",
        "Cat Black, cat@example.org, ",
    ];
    assert_eq!(imported(&asked, &["name", "email", "phone"]), expected);
}

#[test]
fn whoever_ordered_in_their_own_name_is_reached_however_the_orders_address_is_headed() {
    for address in ["E-mail", "Email", "E-Mail-Adresse"] {
        let text = format!(
            "Order code,Position ID,Status,{address},Product,Attendee name,Attendee email,Invoice address name\n\
             A1,1,paid,ann@example.org,Day,Ann Green,,Ann Green\n\
             B2,1,paid,bea@example.org,Day,Bob Brown,,Bea Boss\n"
        );
        let expected = ["Ann Green, ann@example.org", "Bob Brown, "];
        assert_eq!(imported(&text, &["name", "email"]), expected, "{address}");
    }
    // Nor does the buyer's name, which stands in where no attendee is named, hide that somebody is reached.
    let text = "Order code,Position ID,Status,Email,Product,Attendee name,Attendee email,Name\n\
                A1,1,paid,ann@example.org,Day,Ann Green,,Ann Green\n\
                B2,1,paid,bea@example.org,Day,Bob Brown,,Bea Boss\n";
    let expected = ["Ann Green, ann@example.org", "Bob Brown, "];
    assert_eq!(imported(text, &["name", "email"]), expected);
    let found = notes(text);
    assert!(
        !found
            .iter()
            .any(|note| note.starts_with("nobody is given an address")),
        "{found:?}"
    );
}

#[test]
fn an_address_of_several_orders_for_different_names_is_that_of_whoever_ordered() {
    let head = "Order code,Position ID,Status,E-mail,Product,Attendee name";
    let text = format!(
        "{head}\n\
         A1,1,paid,ann@example.org,Day,Ann Green\n\
         B2,1,paid,office@example.org,Day,Bob Brown\n\
         C3,1,paid,Office@example.org,Day,Cat Black\n\
         D4,1,paid,dan@example.org,Day,Dan White\n\
         E5,1,canceled,dan@example.org,Day,Dan White\n\
         F6,1,paid,eve@example.org,Day,Eve Grey\n\
         G7,1,paid,eve@example.org,Day,Fay Gold\n\
         G7,2,paid,eve@example.org,Day,Gus Gold\n"
    );
    let expected = [
        "Ann Green, ann@example.org",
        "Bob Brown, ",
        "Cat Black, ",
        "Dan White, dan@example.org",
        "Eve Grey, ",
        "Fay Gold, ",
        "Gus Gold, ",
    ];
    let mut found = imported(&text, &["name", "email"]);
    found.dedup();
    assert_eq!(found, expected);
    let said = "only who ordered was asked for an address: \"E-mail\" is taken for that of whoever has an order to themselves, unless it names somebody else or stands on orders for others too";
    assert!(notes(&text).iter().any(|note| note == said));
    // Whoever ordered in their own name is reached by it all the same.
    let named = text.replace("name\n", "name,Invoice address name\n");
    let named = named.replace("Bob Brown\n", "Bob Brown,Bob Brown\n");
    assert_eq!(
        imported(&named, &["name", "email"])[1],
        "Bob Brown, office@example.org"
    );
}

#[test]
fn an_address_that_one_attendee_has_given_leaves_the_others_theirs() {
    let head = "Order code,Position ID,Status,Email,Product,Attendee name,Attendee email";
    let text = format!(
        "{head}\n\
         A1,1,paid,ann@example.org,Day,Ann Green,\n\
         B2,1,paid,bob@example.org,Day,Bob Brown,bob@example.net\n\
         C3,1,paid,cat@example.org,Day,Cat Black,\n\
         C3,2,paid,cat@example.org,Day,Dan White,\n\
         E5,1,paid,fay@example.org,Day,Eve Grey,\n\
         F6,1,paid,boss@example.org,Day,Fay Gold,fay@example.org\n"
    );
    let expected = [
        "Ann Green, ann@example.org",
        "Bob Brown, bob@example.net",
        "Cat Black, ",
        "Dan White, ",
        "Eve Grey, ",
        "Fay Gold, fay@example.org",
    ];
    assert_eq!(imported(&text, &["name", "email"]), expected);
}

#[test]
fn an_address_of_an_order_that_names_somebody_else_or_an_office_is_nobodys_who_comes() {
    let head = "Order code,Email,Order date,Order time,Status,Product,Attendee name,Attendee email";
    let rows = [
        ("john.baker", "Mary Smith", false, false),
        ("mary.smith", "Mary Smith", true, true),
        ("smith_m", "Mary Smith", true, true),
        ("msmith82", "Mary Smith", true, true),
        ("ms", "Mary Smith", true, true),
        ("mary.baker", "Mary Smith", true, false),
        ("red.rosa", "Rosa Moor", true, false),
        ("sue-and-jim", "Sue Grey", true, false),
        ("big.dave", "David Moor", true, false),
        ("hello", "Tim Hall", true, false),
        ("info", "Tim Hall", true, false),
        ("smith.hall", "Mary Smith", false, false),
        ("john.hay", "Sue Hay", false, false),
        ("mike.hall", "Michael Hall", true, true),
        ("joerg.mueller", "Jörg Müller", true, true),
        ("sunny1", "Omar Aziz", true, false),
        ("sunny.day", "Omar Aziz", false, false),
        ("accounts", "Tim Hall", false, false),
        ("hr", "Tim Hall", false, false),
        ("front.desk", "Tim Hall", false, false),
        ("events2024", "Tim Hall", false, false),
        ("buchhaltung", "Tim Hall", false, false),
        ("biuro", "Tim Hall", false, false),
        ("swyddfa", "Tim Hall", false, false),
        ("sales", "Ada Sales", true, true),
        ("sofia", "Софья Иванова", true, false),
    ];
    for asked in [false, true] {
        for (local, name, alone, beside) in rows {
            let given = if asked { "zed@example.org" } else { "" };
            let text = format!(
                "{head}\n\
                 AB01,{local}@example.org,2024-03-01,10:00,Paid,Std,{name},\n\
                 ZZ99,z@example.org,2024-03-01,10:00,Paid,Std,Zed Zot,{given}\n"
            );
            let is_theirs = if asked { beside } else { alone };
            let address = match is_theirs {
                true => format!("{local}@example.org"),
                false => String::new(),
            };
            let expected = format!("{name}, {address}");
            assert_eq!(
                imported(&text, &["name", "email"])[0],
                expected,
                "asked: {asked}"
            );
        }
    }
}

#[test]
fn whoever_has_an_order_to_themselves_and_is_not_given_its_address_is_named() {
    let text = "Order code,Position ID,Status,E-mail,Product,Attendee name,Attendee email\n\
                A1,1,paid,anna.miller@example.org,Day,\"Schmidt, Anna\",\n\
                B2,1,paid,accounts@example.org,Day,Bob Brown,\n\
                C3,1,paid,john.hay@example.org,Day,Sue Hay,\n\
                D4,1,paid,office@example.net,Day,Cy Fox,\n\
                E5,1,paid,office@example.net,Day,Di Fox,\n";
    let said = "\"E-mail\" names somebody else or an office in 2 orders of one ticket, whose people are given no address: Bob Brown (line 3), Sue Hay (line 4)";
    let found = notes(text);
    assert!(found.iter().any(|note| note == said), "{found:?}");
    let found = imported(text, &["email"]);
    assert_eq!(found, ["anna.miller@example.org", "", "", "", ""]);
    // Whoever is known to have ordered for themselves is reached.
    let named = text.replace("Attendee email\n", "Attendee email,Invoice address name\n");
    let named = named.replace("Bob Brown,\n", "Bob Brown,,Bob Brown\n");
    let said = said
        .replace("2 orders", "1 order")
        .replace("Bob Brown (line 3), ", "");
    let found = notes(&named);
    assert!(found.contains(&said), "{found:?}");
}

const POSITIONS: &str = "Order code,Position ID,Status,E-mail,Product,Price,Attendee name,Attendee email,Invoice address name";

#[test]
fn one_person_with_two_products_in_one_order_is_one_and_reached() {
    for (one, other) in [
        ("Saturday", "Sunday"),
        ("Conference", "Workshop"),
        ("Conference", "Online"),
        ("Adult Saturday", "Adult Sunday"),
        ("Adult", "Childcare"),
        ("Adult", "Child protection"),
        ("Student", "Adult social care"),
        ("Adult", "Adult"),
    ] {
        for given in ["", "ann@example.org"] {
            for (first, second) in [("paid", "paid"), ("paid", "canceled"), ("canceled", "paid")] {
                let text = format!(
                    "{POSITIONS}\n\
                     A1,1,{first},ann@example.org,{one},10,Ann Green,{given},Ann Green\n\
                     A1,2,{second},ann@example.org,{other},10,Ann Green,,Ann Green\n\
                     B2,1,paid,bob@example.org,{one},10,Bob Brown,,Bob Brown\n"
                );
                let expected = [
                    "Ann Green, ann@example.org, confirmed",
                    "Bob Brown, bob@example.org, confirmed",
                ];
                let found = listed(&[&text], &["name", "email", "status"]);
                let expected = (expected.map(String::from).to_vec(), 0);
                assert_eq!(found, expected, "{one} {other}: {first} {second}");
            }
        }
    }
    let french = "Référence commande;Date de la commande;Statut de la commande;Nom participant;Prénom participant;Nom payeur;Prénom payeur;Email payeur;Billet;Numéro de billet;Tarif\n\
                  101;13/03/2024 10:00;Validé;Lefort;Anne;Lefort;Anne;anne@example.org;x;9001;Samedi\n\
                  101;13/03/2024 10:00;Validé;Lefort;Anne;Lefort;Anne;anne@example.org;x;9002;Dimanche\n\
                  102;13/03/2024 10:00;Validé;Petit;Jean;Petit;Jean;jean@example.org;x;9003;Samedi\n";
    let expected = [
        "Anne Lefort, anne@example.org",
        "Jean Petit, jean@example.org",
    ];
    let expected = (expected.map(String::from).to_vec(), 0);
    assert_eq!(listed(&[french], &["name", "email"]), expected);
}

#[test]
fn a_child_or_a_guest_in_the_name_of_who_ordered_is_another_and_a_ticket_that_counts_has_the_address()
 {
    for (adult, child) in [
        ("Adult", "Child"),
        ("Adult (16+)", "Child (5-15)"),
        ("Standard", "Child (free)"),
        ("Adult", "Under 16s"),
        ("Conference", "Plus one"),
        ("Erwachsene", "Kinder"),
        ("Tarif adulte", "Tarif enfant"),
        ("Entrada adulto", "Entrada infantil"),
        ("Bilet dla doroslych", "Bilet dla dzieci"),
        ("Tocyn oedolyn", "Tocyn plentyn"),
    ] {
        for is_turned in [false, true] {
            for (first, second) in [("paid", "paid"), ("canceled", "paid")] {
                let mut rows = [
                    format!("A1,1,{first},ed@example.org,{adult},10,Ed Green,,Ed Green\n"),
                    format!("A1,2,{second},ed@example.org,{child},5,Ed Green,,Ed Green\n"),
                ];
                if is_turned {
                    rows.reverse();
                }
                let text = format!("{POSITIONS}\n{}", rows.concat());
                let mut found = imported(&text, &["name", "email", "ticket", "status"]);
                found.sort();
                let mut expected = match first {
                    "paid" => [
                        format!("Ed Green, ed@example.org, {adult}, confirmed"),
                        format!("Ed Green, , {child}, confirmed"),
                    ],
                    _ => [
                        format!("Ed Green, , {adult}, cancelled"),
                        format!("Ed Green, ed@example.org, {child}, confirmed"),
                    ],
                };
                expected.sort();
                assert_eq!(found, expected, "{adult} {first} {is_turned}");
            }
        }
    }
}
