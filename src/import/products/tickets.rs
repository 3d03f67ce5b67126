use super::{PLAIN, Product};
use crate::import::field::Field;
use crate::import::stamp::DayOrder;
use crate::import::word_list::{WordList, list};

/// How pretix calls the address of whoever ordered.
const ORDERERS: WordList = list![
    "email",
    "e mail",
    "e mail adresse",
    "adresse e mail",
    "correo electronico",
];

/// Products that give out tickets.
pub(super) static ALL: &[Product] = &[
    Product {
        name: "eventbrite",
        title: "Eventbrite",
        signatures: &[
            list!["attendee no", "order no"],
            list!["attendee no", "ticket type"],
        ],
        columns: &[
            (Field::SourceId, list!["attendee no"]),
            (Field::Status, list!["attendee status"]),
            (Field::Registered, list!["order date", "date"]),
            (Field::First, list!["first name", "attendee first name"]),
            (
                Field::Last,
                list![
                    "last name",
                    "surname",
                    "attendee last name",
                    "attendee surname",
                ],
            ),
            (
                Field::Email,
                list!["email", "attendee email", "email address"],
            ),
            (Field::Ticket, list!["ticket type"]),
        ],
        traps: list![
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
            list!["ticket reference", "ticket full name"],
            list!["ticket reference", "ticket email"],
            list!["ticket reference", "ticket first name"],
            list!["ticket reference", "registration reference"],
        ],
        columns: &[
            (Field::SourceId, list!["ticket reference"]),
            (Field::Status, list!["void status", "state"]),
            (
                Field::Registered,
                list!["ticket created date", "order completed date"],
            ),
            (Field::Name, list!["ticket full name", "name"]),
            (Field::First, list!["ticket first name", "first name"]),
            (Field::Last, list!["ticket last name", "last name"]),
            (Field::Email, list!["ticket email", "email"]),
            (Field::Phone, list!["ticket phone number", "phone number"]),
            (
                Field::Organisation,
                list!["ticket company name", "company name"],
            ),
            (Field::Ticket, list!["ticket"]),
        ],
        // An unassigned ticket is nobody's; least of all the purchaser's.
        traps: list![
            "registration name",
            "registration email",
            "event",
            "number",
            "tags",
            "order name",
            "order email",
        ],
        lasting_ids: true,
        cancels: list!["true", "yes", "void", "1"],
        unassigned: true,
        ..PLAIN
    },
    Product {
        name: "luma",
        title: "Luma",
        signatures: &[
            list!["api id", "approval status"],
            list!["guest id", "approval status"],
            list!["api id", "qr code url"],
        ],
        columns: &[
            (Field::SourceId, list!["api id", "guest id"]),
            (Field::Status, list!["approval status"]),
            (Field::Registered, list!["created at"]),
            (Field::Name, list!["name"]),
            (Field::First, list!["first name"]),
            (Field::Last, list!["last name"]),
            (Field::Email, list!["email"]),
            (Field::Phone, list!["phone number"]),
            (Field::Ticket, list!["ticket name"]),
        ],
        traps: list!["checked in at", "custom source", "ticket type id"],
        lasting_ids: true,
        utc: true,
        ..PLAIN
    },
    Product {
        name: "meetup",
        title: "Meetup",
        signatures: &[
            list!["name", "user id", "rsvp"],
            list!["name", "user id", "member id"],
            list!["name", "user id", "url of member profile"],
        ],
        columns: &[
            (Field::SourceId, list!["user id"]),
            (Field::Status, list!["rsvp"]),
            (Field::Registered, list!["rsvped on"]),
            (Field::Name, list!["name"]),
            (Field::Area, list!["location"]),
        ],
        traps: list![
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
            list!["order code", "position id"],
            list!["order code", "attendee name"],
            list!["bestellnummer", "positions id"],
            list!["bestellnummer", "positionsnummer"],
            list!["bestellnummer", "produkt"],
            list!["bestellcode", "produkt"],
            list!["code de commande", "produit"],
            list!["codigo de orden", "id de posicion"],
            list!["codigo de orden", "nombre del participante"],
            list!["codigo de pedido", "id de posicion"],
            list!["codigo de pedido", "nombre del participante"],
        ],
        columns: &[
            (
                Field::SourceId,
                list![
                    "order code+position id",
                    "bestellnummer+positions id",
                    "bestellnummer+positionsnummer",
                    "bestellcode+positions id",
                    "codigo de orden+id de posicion",
                    "codigo de pedido+id de posicion",
                    "order code",
                    "bestellnummer",
                    "bestellcode",
                    "code de commande",
                    "codigo de orden",
                    "codigo de pedido",
                ],
            ),
            (Field::Status, list!["status", "statut", "estado"]),
            (
                Field::Registered,
                list![
                    "order date+order time",
                    "bestelldatum+bestellzeit",
                    "bestelldatum+bestelluhrzeit",
                    "fecha de la orden+hora de la orden",
                    "fecha del pedido+hora del pedido",
                    "order date",
                    "bestelldatum",
                    "date de commande",
                    "fecha de la orden",
                    "fecha del pedido",
                ],
            ),
            (
                Field::Name,
                list![
                    "attendee name",
                    "teilnehmername",
                    "name des teilnehmers",
                    "teilnehmer name",
                    "nom du participant",
                    "nombre del participante",
                ],
            ),
            (
                Field::Email,
                list![
                    "attendee email",
                    "teilnehmer e mail",
                    "e mail des teilnehmers",
                    "e mail adresse des teilnehmers",
                    "teilnehmer email",
                    "e mail du participant",
                    "correo electronico del participante",
                ],
            ),
            (
                Field::Phone,
                list![
                    "phone number",
                    "telefonnummer",
                    "numero de telephone",
                    "numero de telefono",
                ],
            ),
            (
                Field::Ticket,
                list!["product", "produkt", "produit", "producto"],
            ),
            (
                Field::Organisation,
                list!["company", "unternehmen", "firma", "empresa"],
            ),
            (Field::Area, list!["city", "ort", "stadt", "ciudad"]),
        ],
        orderer: ORDERERS,
        buyers: ORDERERS,
        buyer_names: list![
            "invoice address name",
            "rechnungsadresse name",
            "name",
            "nom",
        ],
        extras: list![
            "add on to position id",
            "add on zu position id",
            "add on zu positions id",
            "zusatzprodukt zu position id",
            "zusatzprodukt zu positions id",
        ],
        traps: list![
            "invoice address name",
            "rechnungsadresse name",
            "follow up date",
            "fecha de seguimiento",
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
            list!["order id", "valid tickets"],
            list!["order id", "long order id"],
        ],
        columns: &[
            (Field::SourceId, list!["long order id", "order id"]),
            (
                Field::Status,
                list!["status+financial status", "status", "financial status"],
            ),
            (Field::Registered, list!["order date"]),
            (Field::First, list!["first name"]),
            (Field::Last, list!["last name"]),
            (Field::Email, list!["email"]),
            (Field::Phone, list!["mobile"]),
            (Field::Updates, list!["marketing opt in"]),
            (Field::Note, list!["notes"]),
        ],
        traps: list![
            "event",
            "event date",
            "event time",
            "location",
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
            list!["order id", "order cancelled"],
            list!["order id", "transaction id", "event name"],
        ],
        columns: &[
            (Field::SourceId, list!["order id"]),
            (Field::Status, list!["order cancelled"]),
            (Field::Registered, list!["order date"]),
            (Field::Name, list!["name"]),
            (Field::First, list!["first name"]),
            (Field::Last, list!["last name"]),
            (Field::Email, list!["email"]),
            (Field::Phone, list!["mobile number"]),
        ],
        traps: list!["event name", "payment method"],
        cancels: list!["1", "true", "yes"],
        ..PLAIN
    },
    Product {
        name: "mobilize",
        title: "Mobilize",
        signatures: &[list!["timeslot start", "event organization name"]],
        columns: &[
            (Field::SourceId, list!["id"]),
            (Field::Status, list!["status"]),
            (Field::Registered, list!["created date"]),
        ],
        // Who holds the event, and not where somebody comes from.
        traps: list![
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
            list!["reference commande", "nom participant"],
            list!["reference commande", "numero de billet"],
        ],
        columns: &[
            (Field::SourceId, list!["numero de billet"]),
            (Field::Status, list!["statut de la commande"]),
            (Field::Registered, list!["date de la commande"]),
            (Field::First, list!["prenom participant"]),
            (Field::Last, list!["nom participant"]),
            (Field::Ticket, list!["tarif"]),
        ],
        buyers: list!["email payeur"],
        buyer_names: list!["prenom payeur+nom payeur"],
        // The ticket itself is a link.
        traps: list!["billet", "code promo", "raison sociale"],
        lasting_ids: true,
        order: Some(DayOrder::DayFirst),
        ..PLAIN
    },
    Product {
        name: "modern-events-calendar",
        title: "Modern Events Calendar",
        signatures: &[list!["order time", "confirmation", "verification"]],
        columns: &[
            (Field::Status, list!["confirmation+verification"]),
            (Field::Registered, list!["order time"]),
            (Field::Name, list!["name"]),
            (Field::Email, list!["email"]),
            (Field::Ticket, list!["ticket"]),
        ],
        // The day is that of the event.
        traps: list!["id", "event", "date", "transaction id", "ticket variation"],
        // Somebody's address is yet to be verified; there is no list on which they wait.
        pends: list!["waiting"],
        ..PLAIN
    },
];
