use super::{PLAIN, Product};
use crate::import::field::Field;
use crate::import::stamp::DayOrder;

/// Products that give out tickets.
pub(super) static ALL: &[Product] = &[
    Product {
        name: "eventbrite",
        title: "Eventbrite",
        signatures: &[
            &["attendee no", "order no"],
            &["attendee no", "ticket type"],
        ],
        columns: &[
            (Field::SourceId, &["attendee no"]),
            (Field::Status, &["attendee status"]),
            (Field::Registered, &["order date", "date"]),
            (Field::First, &["first name", "attendee first name"]),
            (
                Field::Last,
                &[
                    "last name",
                    "surname",
                    "attendee last name",
                    "attendee surname",
                ],
            ),
            (Field::Email, &["email", "attendee email", "email address"]),
            (Field::Ticket, &["ticket type"]),
        ],
        traps: &[
            "date attending",
            "order type",
            "group",
            "event name",
            "ticket quantity",
            "billing zip",
        ],
        lasting_ids: true,
        order: Some(DayOrder::MonthFirst),
        ..PLAIN
    },
    Product {
        name: "tito",
        title: "Tito",
        signatures: &[
            &["ticket reference", "ticket full name"],
            &["ticket reference", "ticket email"],
            &["ticket reference", "ticket first name"],
            &["ticket reference", "registration reference"],
        ],
        columns: &[
            (Field::SourceId, &["ticket reference"]),
            (Field::Status, &["void status", "state"]),
            (
                Field::Registered,
                &["ticket created date", "order completed date"],
            ),
            (Field::Name, &["ticket full name", "name"]),
            (Field::First, &["ticket first name", "first name"]),
            (Field::Last, &["ticket last name", "last name"]),
            (Field::Email, &["ticket email", "email"]),
            (Field::Phone, &["ticket phone number", "phone number"]),
            (
                Field::Organisation,
                &["ticket company name", "company name"],
            ),
            (Field::Ticket, &["ticket"]),
        ],
        // An unassigned ticket is nobody's; least of all the purchaser's.
        traps: &[
            "registration name",
            "registration email",
            "event",
            "number",
            "tags",
            "order name",
            "order email",
        ],
        lasting_ids: true,
        cancels: &["true", "yes", "void", "1"],
        unassigned: true,
        ..PLAIN
    },
    Product {
        name: "luma",
        title: "Luma",
        signatures: &[
            &["api id", "approval status"],
            &["guest id", "approval status"],
            &["api id", "qr code url"],
        ],
        columns: &[
            (Field::SourceId, &["api id", "guest id"]),
            (Field::Status, &["approval status"]),
            (Field::Registered, &["created at"]),
            (Field::Name, &["name"]),
            (Field::First, &["first name"]),
            (Field::Last, &["last name"]),
            (Field::Email, &["email"]),
            (Field::Phone, &["phone number"]),
            (Field::Ticket, &["ticket name"]),
        ],
        traps: &["checked in at", "custom source", "ticket type id"],
        lasting_ids: true,
        utc: true,
        ..PLAIN
    },
    Product {
        name: "meetup",
        title: "Meetup",
        signatures: &[
            &["name", "user id", "rsvp"],
            &["name", "user id", "member id"],
            &["name", "user id", "url of member profile"],
        ],
        columns: &[
            (Field::SourceId, &["user id"]),
            (Field::Status, &["rsvp"]),
            (Field::Registered, &["rsvped on"]),
            (Field::Name, &["name"]),
            (Field::Area, &["location"]),
        ],
        traps: &[
            "title",
            "event host",
            "joined group on",
            "last visited group on",
            "last attended",
            "guests",
            // Whether somebody has a picture and an introduction there, and how they have set the site.
            "photo",
            "intro",
            "mailing list",
            "assistant organizer",
        ],
        lasting_ids: true,
        order: Some(DayOrder::MonthFirst),
        ..PLAIN
    },
    Product {
        name: "pretix",
        title: "pretix",
        signatures: &[
            &["order code", "position id"],
            &["order code", "attendee name"],
            &["bestellnummer", "positions id"],
            &["bestellnummer", "positionsnummer"],
            &["bestellnummer", "produkt"],
            &["bestellcode", "produkt"],
            &["code de commande", "produit"],
        ],
        columns: &[
            (
                Field::SourceId,
                &[
                    "order code+position id",
                    "bestellnummer+positions id",
                    "bestellnummer+positionsnummer",
                    "bestellcode+positions id",
                    "order code",
                    "bestellnummer",
                    "bestellcode",
                    "code de commande",
                ],
            ),
            (Field::Status, &["status", "statut"]),
            (
                Field::Registered,
                &[
                    "order date+order time",
                    "bestelldatum+bestellzeit",
                    "bestelldatum+bestelluhrzeit",
                    "order date",
                    "bestelldatum",
                    "date de commande",
                ],
            ),
            (
                Field::Name,
                &[
                    "attendee name",
                    "teilnehmername",
                    "name des teilnehmers",
                    "teilnehmer name",
                    "nom du participant",
                ],
            ),
            (
                Field::Email,
                &[
                    "attendee email",
                    "teilnehmer e mail",
                    "e mail des teilnehmers",
                    "e mail adresse des teilnehmers",
                    "teilnehmer email",
                    "e mail du participant",
                ],
            ),
            (
                Field::Phone,
                &["phone number", "telefonnummer", "numero de telephone"],
            ),
            (Field::Ticket, &["product", "produkt", "produit"]),
            (Field::Organisation, &["company", "unternehmen", "firma"]),
            (Field::Area, &["city", "ort", "stadt"]),
        ],
        orderer: &["email", "e mail", "e mail adresse", "adresse e mail"],
        buyers: &["email", "e mail", "e mail adresse", "adresse e mail"],
        buyer_names: &[
            "invoice address name",
            "rechnungsadresse name",
            "name",
            "nom",
        ],
        extras: &[
            "add on to position id",
            "add on zu position id",
            "add on zu positions id",
            "zusatzprodukt zu position id",
            "zusatzprodukt zu positions id",
        ],
        traps: &[
            "invoice address name",
            "rechnungsadresse name",
            "follow up date",
            "order comment",
            "voucher",
        ],
        lasting_ids: true,
        unassigned: true,
        ..PLAIN
    },
    Product {
        name: "humanitix",
        title: "Humanitix",
        signatures: &[
            &["order id", "valid tickets"],
            &["order id", "long order id"],
        ],
        columns: &[
            (Field::SourceId, &["long order id", "order id"]),
            (
                Field::Status,
                &["status+financial status", "status", "financial status"],
            ),
            (Field::Registered, &["order date"]),
            (Field::First, &["first name"]),
            (Field::Last, &["last name"]),
            (Field::Email, &["email"]),
            (Field::Phone, &["mobile"]),
            (Field::Updates, &["marketing opt in"]),
            (Field::Note, &["notes"]),
        ],
        traps: &[
            "event",
            "event date",
            "event time",
            "type",
            "sales channel",
            "tickets delivered",
        ],
        order: Some(DayOrder::DayFirst),
        ..PLAIN
    },
    Product {
        name: "ticket-tailor",
        title: "Ticket Tailor",
        signatures: &[
            &["order id", "order cancelled"],
            &["order id", "transaction id", "event name"],
        ],
        columns: &[
            (Field::SourceId, &["order id"]),
            (Field::Status, &["order cancelled"]),
            (Field::Registered, &["order date"]),
            (Field::Name, &["name"]),
            (Field::First, &["first name"]),
            (Field::Last, &["last name"]),
            (Field::Email, &["email"]),
            (Field::Phone, &["mobile number"]),
        ],
        traps: &["event name", "payment method"],
        cancels: &["1", "true", "yes"],
        ..PLAIN
    },
    Product {
        name: "mobilize",
        title: "Mobilize",
        signatures: &[&["timeslot start", "event organization name"]],
        columns: &[
            (Field::SourceId, &["id"]),
            (Field::Status, &["status"]),
            (Field::Registered, &["created date"]),
        ],
        // Who holds the event, and not where somebody comes from.
        traps: &[
            "event organization name",
            "event title",
            "timeslot start",
            "timeslot end",
        ],
        lasting_ids: true,
        ..PLAIN
    },
    Product {
        name: "helloasso",
        title: "HelloAsso",
        signatures: &[
            &["reference commande", "nom participant"],
            &["reference commande", "numero de billet"],
        ],
        columns: &[
            (Field::SourceId, &["numero de billet"]),
            (Field::Status, &["statut de la commande"]),
            (Field::Registered, &["date de la commande"]),
            (Field::First, &["prenom participant"]),
            (Field::Last, &["nom participant"]),
            (Field::Ticket, &["tarif"]),
        ],
        buyers: &["email payeur"],
        buyer_names: &["prenom payeur+nom payeur"],
        // The ticket itself is a link.
        traps: &["billet", "code promo", "raison sociale"],
        lasting_ids: true,
        order: Some(DayOrder::DayFirst),
        ..PLAIN
    },
    Product {
        name: "modern-events-calendar",
        title: "Modern Events Calendar",
        signatures: &[&["order time", "confirmation", "verification"]],
        columns: &[
            (Field::Status, &["confirmation+verification"]),
            (Field::Registered, &["order time"]),
            (Field::Name, &["name"]),
            (Field::Email, &["email"]),
            (Field::Ticket, &["ticket"]),
        ],
        // The day is that of the event.
        traps: &["id", "event", "date", "transaction id", "ticket variation"],
        // Somebody's address is yet to be verified; there is no list on which they wait.
        pends: &["waiting"],
        ..PLAIN
    },
];
