use super::{PLAIN, Product};
use crate::import::field::Field;
use crate::import::word_list::list;

/// Lists for the door: in these the address is that of whoever comes, and of the order only where they gave none.
pub(super) static ALL: &[Product] = &[Product {
    name: "pretix",
    title: "pretix check-in list",
    signatures: &[
        list!["order code", "attendee name", "checked in", "e mail"],
        list!["bestellnummer", "eingecheckt", "teilnehmername", "e mail"],
        list![
            "bestellnummer",
            "eingecheckt",
            "name des teilnehmers",
            "e mail",
        ],
    ],
    columns: &[
        (
            Field::Registered,
            list![
                "order date+order time",
                "bestelldatum+bestellzeit",
                "bestelldatum+bestelluhrzeit",
                "order date",
                "bestelldatum",
            ],
        ),
        (
            Field::Name,
            list!["attendee name", "teilnehmername", "name des teilnehmers"],
        ),
        (Field::Email, list!["e mail"]),
        (Field::Phone, list!["phone number", "telefonnummer"]),
        (Field::Ticket, list!["product", "produkt"]),
        (
            Field::Organisation,
            list!["company", "unternehmen", "firma"],
        ),
        (Field::Area, list!["city", "ort", "stadt"]),
        (Field::Note, list!["comment", "kommentar"]),
    ],
    traps: list![
        "order code",
        "bestellnummer",
        "checked in",
        "checked out",
        "automatically checked in",
        "eingecheckt",
        "ausgecheckt",
        "automatisch eingecheckt",
        "voucher code",
        "state",
        "bundesland",
    ],
    unassigned: true,
    addressed: true,
    ..PLAIN
}];
