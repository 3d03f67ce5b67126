use crate::people::Person;
use crate::shapes::{Shape, day, shape, text};

/// `ja` or the like for a yes, in the words of the form.
fn answer(p: &Person, yes: &str, no: &str) -> String {
    text(if p.updates == "Yes" { yes } else { no })
}

/// Forms, lists and shops of which nothing is known but their headings.
pub(crate) const FURTHER: &[Shape] = &[
    shape("jotform", |p, i| {
        vec![
            (
                "Submission Date",
                format!("2024-03-{:02} 09:05:{i:02}", day(i)),
            ),
            ("First Name", text(p.first)),
            ("Last Name", text(p.last)),
            ("E-mail", text(p.email)),
            ("Phone Number", text(p.phone)),
            ("Emergency Contact: First Name", text("Mum")),
            ("Emergency Contact Phone", text("020 7946 0999")),
            ("Submission ID", (5_858_000_000_u64 + i as u64).to_string()),
        ]
    }),
    shape("wufoo", |p, i| {
        vec![
            ("Entry Id", (i + 1).to_string()),
            ("First", text(p.first)),
            ("Last", text(p.last)),
            ("Email", text(p.email)),
            (
                "Date Created",
                format!("2024-03-{:02} 11:12:{i:02}", day(i)),
            ),
            ("Created By", text("public")),
            ("Updated By", text("Olive Organiser")),
            ("Completion Status", text("1")),
        ]
    }),
    shape("civicrm", |p, i| {
        vec![
            ("Contact ID", (100 + i).to_string()),
            ("Contact Name", p.name()),
            ("Participant ID", (700 + i).to_string()),
            ("Event Title", text("Blackburn conference")),
            ("Participant Status", text("Registered")),
            ("Registered By", text("Olive Organiser")),
            ("Email", text(p.email)),
            ("Current Employer", text("Mill")),
        ]
    }),
    shape("zoom", |p, i| {
        vec![
            ("First Name", text(p.first)),
            ("Last Name", text(p.last)),
            ("Email", text(p.email)),
            (
                "Registration Time",
                format!("Mar {}, 2024 11:05:{i:02}", day(i)),
            ),
            ("Approval Status", text("approved")),
            ("City", text(p.area)),
        ]
    }),
    shape("limesurvey", |p, i| {
        vec![
            ("Response ID", (i + 1).to_string()),
            (
                "Date submitted",
                format!("2024-03-{:02} 10:00:{i:02}", day(i)),
            ),
            ("Your details [First name]", text(p.first)),
            ("Your details [Last name]", text(p.last)),
            ("Your details [Email]", text(p.email)),
        ]
    }),
    shape("nextcloud forms", |p, i| {
        vec![
            ("User ID", String::new()),
            ("User display name", text("Anonymous user")),
            (
                "Timestamp",
                format!("2024-03-{:02}T10:00:{i:02}+01:00", day(i)),
            ),
            ("Dein Name", p.name()),
            ("Deine E-Mail-Adresse", text(p.email)),
            (
                "Möchtest du unseren Newsletter erhalten?",
                answer(p, "Ja", "Nein"),
            ),
        ]
    }),
    shape("framaforms", |p, i| {
        vec![
            ("Numéro de série", (i + 1).to_string()),
            (
                "Date de soumission",
                format!("{:02}/03/2024 - 10:{i:02}", day(i)),
            ),
            ("Nom d'utilisateur", String::new()),
            ("Prénom", text(p.first)),
            ("Nom de famille", text(p.last)),
            ("Adresse électronique", text(p.email)),
            ("Votre ville", text(p.area)),
        ]
    }),
    shape("a shop", |p, i| {
        vec![
            ("Order ID", (1000 + i / 2).to_string()),
            ("Order Status", text("Processing")),
            ("Billing First Name", text("Big")),
            ("Billing Last Name", text("Buyer")),
            ("Billing Email", text("buyer@example.org")),
            ("Attendee First Name", text(p.first)),
            ("Attendee Last Name", text(p.last)),
            ("Attendee Email", text(p.email)),
            ("Attendee Phone", text(p.phone)),
        ]
    }),
    shape("an address book", |p, _| {
        vec![
            ("First Name", text(p.first)),
            ("Middle Name", String::new()),
            ("Last Name", text(p.last)),
            ("E-mail Address", text(p.email)),
            ("E-mail 2 Address", String::new()),
            ("Home Phone", String::new()),
            ("Mobile Phone", text(p.phone)),
            ("Spouse", text("Pat Spouse")),
            ("Manager's Name", text("Max Boss")),
        ]
    }),
    shape("a school", |p, i| {
        vec![
            ("Timestamp", format!("{:02}/03/2024 10:31:{i:02}", day(i))),
            ("Child's name", text("Kid Example")),
            ("Parent/guardian name", text("Pa Rent")),
            ("Parent email", text("pa.rent@example.org")),
            ("Your name", p.name()),
            ("Your email", text(p.email)),
            ("Your mobile", text(p.phone)),
            ("GP phone", text("01254 22222")),
        ]
    }),
    shape("spanish", |p, i| {
        vec![
            ("Marca temporal", format!("{}/03/2024 10:31:{i:02}", day(i))),
            ("Dirección de correo electrónico", text(p.email)),
            ("Nombre y apellidos", p.name()),
            (
                "¿Quieres que te informemos de próximos eventos?",
                answer(p, "Sí", "No"),
            ),
        ]
    }),
    shape("welsh", |p, i| {
        vec![
            ("Stamp amser", format!("{:02}/03/2024 10:31:{i:02}", day(i))),
            ("Cyfeiriad e-bost", text(p.email)),
            ("Enw llawn", p.name()),
            ("Rhif ffôn symudol", text(p.phone)),
        ]
    }),
    shape("dutch", |p, _| {
        vec![
            ("Voornaam", text(p.first)),
            ("Achternaam", text(p.last)),
            ("E-mailadres", text(p.email)),
        ]
    }),
];
