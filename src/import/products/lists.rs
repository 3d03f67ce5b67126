use super::{PLAIN, Product};
use crate::import::field::Field;
use crate::import::word_list::list;

/// Products that keep lists of people.
pub(super) static ALL: &[Product] = &[
    Product {
        name: "mailchimp",
        title: "Mailchimp",
        signatures: &[list!["euid"], list!["member rating", "optin time"]],
        columns: &[
            (Field::SourceId, list!["euid", "leid"]),
            (Field::Registered, list!["confirm time", "optin time"]),
            (Field::Email, list!["email address"]),
            (Field::First, list!["first name"]),
            (Field::Last, list!["last name"]),
            (Field::Note, list!["notes"]),
        ],
        traps: list![
            "optin ip",
            "confirm ip",
            "region",
            "unsub time",
            "clean time",
            "cc",
            "timezone",
            "member rating",
            "unsub campaign title",
            "last changed",
        ],
        lasting_ids: true,
        utc: true,
        unsubscribed: list!["unsub time"],
        ..PLAIN
    },
    Product {
        name: "action-network",
        title: "Action Network",
        signatures: &[
            list!["can2 subscription status"],
            list!["can2 user tags"],
            list!["uuid", "can2 user city"],
            list!["uuid", "zip code", "email"],
        ],
        columns: &[
            (Field::SourceId, list!["uuid"]),
            (Field::Email, list!["email"]),
            (Field::First, list!["first name"]),
            (Field::Last, list!["last name"]),
            (Field::Phone, list!["phone number", "can2 phone", "phone"]),
            (Field::Area, list!["can2 user city", "zip code"]),
        ],
        traps: list![
            "can2 sms status",
            "can2 user address",
            "can2 user state",
            "can2 subscription status",
        ],
        lasting_ids: true,
        unsubscribed: list!["can2 subscription status"],
        ..PLAIN
    },
    Product {
        name: "nationbuilder",
        title: "NationBuilder",
        signatures: &[list!["nationbuilder id"]],
        columns: &[
            (Field::SourceId, list!["nationbuilder id"]),
            (Field::Name, list!["full name"]),
            (Field::First, list!["first name"]),
            (Field::Last, list!["last name"]),
            (Field::Email, list!["email", "email1"]),
            (Field::Phone, list!["mobile number", "phone number"]),
            (Field::Area, list!["primary city", "primary zip"]),
            (Field::Updates, list!["email opt in"]),
            (Field::Registered, list!["created at"]),
        ],
        traps: list![
            "tag list",
            "recruiter name",
            "middle name",
            "prefix",
            "suffix",
        ],
        lasting_ids: true,
        ..PLAIN
    },
    Product {
        name: "brevo",
        title: "Brevo",
        signatures: &[list!["email blacklisted"], list!["sms blacklisted"]],
        columns: &[
            (Field::Email, list!["email"]),
            (
                Field::First,
                list!["firstname", "first name", "prenom", "vorname"],
            ),
            (
                Field::Last,
                list!["lastname", "last name", "nom", "nachname"],
            ),
            (Field::Phone, list!["sms"]),
            (Field::Registered, list!["added time"]),
        ],
        traps: list!["sms blacklisted", "email blacklisted", "modified time"],
        unsubscribed: list!["email blacklisted"],
        ..PLAIN
    },
    Product {
        name: "flamingo",
        title: "Flamingo contacts",
        signatures: &[list!["email", "full name", "first name", "last name"]],
        first: list!["email"],
        columns: &[
            (Field::Email, list!["email"]),
            (Field::Name, list!["full name"]),
            (Field::First, list!["first name"]),
            (Field::Last, list!["last name"]),
        ],
        ..PLAIN
    },
    Product {
        name: "salesforce",
        title: "Salesforce",
        signatures: &[
            list!["campaign name", "member status"],
            list!["kampagnenname", "mitgliedsstatus"],
            list!["nom de la campagne", "statut du membre"],
            list!["nombre de la campana", "estado de miembro"],
        ],
        columns: &[(
            Field::Status,
            list![
                "member status",
                "mitgliedsstatus",
                "statut du membre",
                "estado de miembro",
            ],
        )],
        // An invitation was.
        pends: list!["sent", "gesendet", "envoye", "enviado"],
        ..PLAIN
    },
];
