use super::{PLAIN, Product};
use crate::import::field::Field;

/// Lists for the door: in these the address is that of whoever comes, and of the order only where they gave none.
pub(super) static ALL: &[Product] = &[Product {
    name: "pretix",
    title: "pretix check-in list",
    signatures: &[
        &["order code", "attendee name", "checked in", "e mail"],
        &["bestellnummer", "eingecheckt", "teilnehmername", "e mail"],
        &[
            "bestellnummer",
            "eingecheckt",
            "name des teilnehmers",
            "e mail",
        ],
    ],
    columns: &[
        (
            Field::Registered,
            &[
                "order date+order time",
                "bestelldatum+bestellzeit",
                "bestelldatum+bestelluhrzeit",
                "order date",
                "bestelldatum",
            ],
        ),
        (
            Field::Name,
            &["attendee name", "teilnehmername", "name des teilnehmers"],
        ),
        (Field::Email, &["e mail"]),
        (Field::Phone, &["phone number", "telefonnummer"]),
        (Field::Ticket, &["product", "produkt"]),
        (Field::Organisation, &["company", "unternehmen", "firma"]),
        (Field::Area, &["city", "ort", "stadt"]),
        (Field::Note, &["comment", "kommentar"]),
    ],
    traps: &[
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
