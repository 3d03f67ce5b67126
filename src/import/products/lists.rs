use super::{PLAIN, Product};
use crate::import::field::Field;

/// Products that keep lists of people.
pub(super) static ALL: &[Product] = &[
    Product {
        name: "mailchimp",
        title: "Mailchimp",
        signatures: &[&["euid"], &["member rating", "optin time"]],
        columns: &[
            (Field::SourceId, &["euid", "leid"]),
            (Field::Registered, &["confirm time", "optin time"]),
            (Field::Email, &["email address"]),
            (Field::First, &["first name"]),
            (Field::Last, &["last name"]),
            (Field::Note, &["notes"]),
        ],
        traps: &[
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
        unsubscribed: &["unsub time"],
        ..PLAIN
    },
    Product {
        name: "action-network",
        title: "Action Network",
        signatures: &[
            &["can2 subscription status"],
            &["can2 user tags"],
            &["uuid", "can2 user city"],
            &["uuid", "zip code", "email"],
        ],
        columns: &[
            (Field::SourceId, &["uuid"]),
            (Field::Email, &["email"]),
            (Field::First, &["first name"]),
            (Field::Last, &["last name"]),
            (Field::Phone, &["phone number", "can2 phone", "phone"]),
            (Field::Area, &["can2 user city", "zip code"]),
        ],
        traps: &[
            "can2 sms status",
            "can2 user address",
            "can2 user state",
            "can2 subscription status",
        ],
        lasting_ids: true,
        unsubscribed: &["can2 subscription status"],
        ..PLAIN
    },
    Product {
        name: "nationbuilder",
        title: "NationBuilder",
        signatures: &[&["nationbuilder id"]],
        columns: &[
            (Field::SourceId, &["nationbuilder id"]),
            (Field::Name, &["full name"]),
            (Field::First, &["first name"]),
            (Field::Last, &["last name"]),
            (Field::Email, &["email", "email1"]),
            (Field::Phone, &["mobile number", "phone number"]),
            (Field::Area, &["primary city", "primary zip"]),
            (Field::Updates, &["email opt in"]),
            (Field::Registered, &["created at"]),
        ],
        traps: &[
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
        signatures: &[&["email blacklisted"], &["sms blacklisted"]],
        columns: &[
            (Field::Email, &["email"]),
            (
                Field::First,
                &["firstname", "first name", "prenom", "vorname"],
            ),
            (Field::Last, &["lastname", "last name", "nom", "nachname"]),
            (Field::Phone, &["sms"]),
            (Field::Registered, &["added time"]),
        ],
        traps: &["sms blacklisted", "email blacklisted", "modified time"],
        unsubscribed: &["email blacklisted"],
        ..PLAIN
    },
    Product {
        name: "flamingo",
        title: "Flamingo contacts",
        signatures: &[&["email", "full name", "first name", "last name"]],
        first: &["email"],
        columns: &[
            (Field::Email, &["email"]),
            (Field::Name, &["full name"]),
            (Field::First, &["first name"]),
            (Field::Last, &["last name"]),
        ],
        ..PLAIN
    },
    Product {
        name: "salesforce",
        title: "Salesforce",
        signatures: &[
            &["campaign name", "member status"],
            &["kampagnenname", "mitgliedsstatus"],
            &["nom de la campagne", "statut du membre"],
            &["nombre de la campana", "estado de miembro"],
        ],
        columns: &[(
            Field::Status,
            &[
                "member status",
                "mitgliedsstatus",
                "statut du membre",
                "estado de miembro",
            ],
        )],
        // An invitation was.
        pends: &["sent", "gesendet", "envoye", "enviado"],
        ..PLAIN
    },
];
