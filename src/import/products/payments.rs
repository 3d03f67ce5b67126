use super::{PLAIN, Product};
use crate::import::field::Field;
use crate::import::stamp::DayOrder;

/// Products that take money.
pub(super) static ALL: &[Product] = &[Product {
    name: "paypal",
    title: "PayPal",
    signatures: &[
        &["from email address", "to email address", "transaction id"],
        &["absender e mail adresse", "transaktionscode"],
    ],
    columns: &[
        (Field::SourceId, &["transaction id", "transaktionscode"]),
        (Field::Status, &["status"]),
        (
            Field::Registered,
            &["date+time", "datum+uhrzeit", "date", "datum"],
        ),
        (Field::Name, &["name"]),
        (
            Field::Email,
            &["from email address", "absender e mail adresse"],
        ),
        (
            Field::Phone,
            &["contact phone number", "telefon", "kontakttelefonnummer"],
        ),
        (
            Field::Ticket,
            &["item title", "artikelbezeichnung", "subject", "betreff"],
        ),
        (Field::Note, &["note", "hinweis"]),
    ],
    traps: &[
        "to email address",
        "empfanger e mail adresse",
        "shipping address",
        "lieferadresse",
        "country",
        "land",
        "balance impact",
    ],
    extras: &["type", "typ"],
    returns: &[
        "payment refund",
        "refund",
        "payment reversal",
        "reversal",
        "chargeback",
        "ruckzahlung",
        "ruckerstattung",
        "ruckbuchung",
    ],
    amounts: &[
        "gross",
        "brutto",
        "avant commission",
        "bruto",
        "lordo",
        "balance impact",
        "auswirkung auf guthaben",
        "impact sur le solde",
        "impacto en el saldo",
        "wplyw na saldo",
    ],
    lasting_ids: true,
    order: Some(DayOrder::DayFirst),
    ..PLAIN
}];
