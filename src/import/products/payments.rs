use super::{PLAIN, Product};
use crate::import::field::Field;
use crate::import::stamp::DayOrder;
use crate::import::word_list::list;

/// Products that take money.
pub(super) static ALL: &[Product] = &[Product {
    name: "paypal",
    title: "PayPal",
    signatures: &[
        list!["from email address", "to email address", "transaction id"],
        list!["absender e mail adresse", "transaktionscode"],
    ],
    columns: &[
        (Field::SourceId, list!["transaction id", "transaktionscode"]),
        (Field::Status, list!["status"]),
        (
            Field::Registered,
            list!["date+time", "datum+uhrzeit", "date", "datum"],
        ),
        (Field::Name, list!["name"]),
        (
            Field::Email,
            list!["from email address", "absender e mail adresse"],
        ),
        (
            Field::Phone,
            list!["contact phone number", "telefon", "kontakttelefonnummer"],
        ),
        (
            Field::Ticket,
            list!["item title", "artikelbezeichnung", "subject", "betreff"],
        ),
        (Field::Note, list!["note", "hinweis"]),
    ],
    traps: list![
        "to email address",
        "empfanger e mail adresse",
        "shipping address",
        "lieferadresse",
        "country",
        "land",
        "balance impact",
    ],
    extras: list!["type", "typ"],
    returns: list![
        "payment refund",
        "refund",
        "payment reversal",
        "reversal",
        "chargeback",
        "ruckzahlung",
        "ruckerstattung",
        "ruckbuchung",
    ],
    amounts: list![
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
