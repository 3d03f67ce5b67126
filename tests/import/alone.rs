//! Who has an order to themselves, and is reached by its address.

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
    // Whoever could have given one and has not is not reached by another.
    let asked = text.replace("Cat Black,,", "Cat Black,cat@example.org,");
    let expected = [
        "Ann Green, , ",
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
