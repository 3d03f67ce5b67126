use chrono_tz::Europe::London;
use plenary::import::read::{self, Wishes};
use plenary::import::{Field, Held, Mapping};

/// Which field a heading is taken for beside a name and an address, over cells that may stand below it.
fn field(heading: &str, cell: &str) -> Option<&'static str> {
    let text = format!("Name,Email,\"{heading}\"\nJo Lawson,jo@example.org,\"{cell}\"\n");
    found(&text, heading)
}

/// Which field a heading of a text is taken for.
fn found(text: &str, heading: &str) -> Option<&'static str> {
    let tables = read::read("a.csv", text.as_bytes(), &Wishes::default()).expect("it reads");
    let mapping = Mapping::find(&tables[0].1, &[], &Held::in_zone(London));
    let found = mapping.found();
    let of = found.into_iter().find(|(_, labels)| labels == &[heading]);
    of.map(|(field, _)| field.word())
}

#[test]
fn what_people_ask_is_known_in_more_words() {
    for (expected, cell, headings) in [
        (
            "phone",
            "01254 555001",
            &[
                "Best number to reach you on",
                "Tel. kom.",
                "Mob. no.",
                "Landline",
            ][..],
        ),
        (
            "organisation",
            "Unite",
            &[
                "Representing",
                "Aktueller Arbeitgeber",
                "Are you part of a group?",
                "Branch",
                "Nazwa firmy / instytucji",
            ],
        ),
        (
            "area",
            "Leeds",
            &[
                "From",
                "Where?",
                "Where are you coming from?",
                "Whereabouts do you live?",
                "City/Town",
                "Town/Village",
                "Address 1 - City",
            ],
        ),
        (
            "access",
            "ramp",
            &[
                "Do you require any special assistance?",
                "Needs",
                "Potrzeby związane z dostępnością",
                "Rollstuhl oder Gebärdensprache?",
                "¿Necesitas alguna adaptación?",
            ],
        ),
        (
            "diet",
            "vegan",
            &[
                "Anything you can't eat?",
                "Veggie / vegan",
                "Essenswunsch",
                "Was isst du nicht?",
                "Intolérances ou allergies",
            ],
        ),
        ("ticket", "Soli", &["Tickettyp", "Tarif"]),
        (
            "registered",
            "2024-03-13 10:00",
            &[
                "Submitted On",
                "Create Date",
                "Date de la commande",
                "Carimbo de data/hora",
            ],
        ),
        (
            "updates",
            "yes",
            &[
                "News by email? Y/N",
                "Newsletter yes/no",
                "Zgoda na mailing",
                "Emails OK",
                "Accord pour être recontacté",
            ],
        ),
    ] {
        for heading in headings {
            assert_eq!(field(heading, cell), Some(expected), "{heading}");
        }
    }
}

#[test]
fn what_people_ask_is_known_in_six_languages() {
    for (expected, cell, headings) in [
        (
            "organisation",
            "Unite",
            "Union branch|Gewerkschaft|Syndicat|Sindicato|Fundacja|Undeb",
        ),
        (
            "area",
            "Leeds",
            "Place of residence|PLZ und Ort|Lieu de résidence|Población|Miejsce zamieszkania|Tref/Dinas",
        ),
        (
            "diet",
            "vegan",
            "Catering requirements|Essenswünsche|Requisitos dietéticos|Wymagania dietetyczne|Alergeddau|Ghiza",
        ),
        (
            "access",
            "ramp",
            "Access reqs|Barrierefreier Zugang nötig?|Necesidades de acceso|Specjalne potrzeby|Gofynion mynediad",
        ),
        (
            "note",
            "hello",
            "AOB|Weitere Informationen|Informations complémentaires|Dodatkowe informacje|Gwybodaeth ychwanegol",
        ),
        (
            "updates",
            "yes",
            "Opted In|Infos per E-Mail (ja/nein)|Zgoda na kontakt mailowy|Khabarnama",
        ),
        (
            "photo",
            "yes",
            "Can we take your picture?|Einwilligung Fotoaufnahmen|Einverständnis mit Fotos|Autorización de imagen|Zgoda na wizerunek|Ffotograffiaeth",
        ),
        (
            "ticket",
            "Soli",
            "Admission type|Catégorie de billet|Tipo de inscripción|Kategoria biletu",
        ),
        (
            "status",
            "confirmed",
            "Approval|Statut du billet|Estado de la entrada|Status biletu|Statws",
        ),
        (
            "registered",
            "2024-03-13 10:00",
            "Booked at|Datum der Anmeldung|Fecha de envío|Data zapisu",
        ),
        ("phone", "01254 555001", "Tfno.|Telefon kontaktowy"),
        ("name", "Jo Lawson", "Ihr Vor- und Zuname"),
    ] {
        for heading in headings.split('|') {
            // A name is found beside no other.
            let text = match expected {
                "name" => format!("Email,\"{heading}\"\njo@example.org,{cell}\n"),
                _ => format!("Name,Email,\"{heading}\"\nJo Lawson,jo@example.org,{cell}\n"),
            };
            assert_eq!(found(&text, heading), Some(expected), "{heading}");
        }
    }
}

#[test]
fn what_only_looks_like_a_question_about_the_person_is_kept_as_it_is() {
    for (heading, cell) in [
        ("From", "jo@example.org"),
        ("Email payeur", "paul@example.org"),
        ("Purchased by", "Paul Payer"),
        ("Noodgeval: telefoonnummer", "01254 555001"),
        ("No newsletter Y/N", "Y"),
        ("Photo ID seen", "Y"),
        ("ICE number", "01254 555001"),
        ("Finance contact email", "money@example.org"),
    ] {
        assert_eq!(field(heading, cell), None, "{heading}");
    }
}

#[test]
fn a_word_for_those_who_come_together_as_well_is_taken_for_the_organisation_and_said_so() {
    let text =
        "Name,E-Mail,Gruppe\nJo,jo@example.org,Mieterverein\nAl,al@example.org,Mieterverein\n";
    let tables = read::read("a.csv", text.as_bytes(), &Wishes::default()).expect("it reads");
    let mapping = Mapping::find(&tables[0].1, &[], &Held::in_zone(London));
    let note = "\"Gruppe\" is taken for the organisation; if it is who comes together, say --map group=\"Gruppe\"";
    assert_eq!(mapping.notes, [note]);
    let wishes = [(Field::Organisation, "Gruppe".to_string())];
    let mapping = Mapping::find(&tables[0].1, &wishes, &Held::in_zone(London));
    assert_eq!(mapping.notes, [""; 0]);
}

#[test]
fn for_whom_somebody_comes_is_told_by_the_last_part_of_a_question_and_by_a_church_too() {
    let people = (vec!["Ann Lee|Acme".to_string()], 0);
    for text in [
        "Your contact details: [First name],Your contact details: [Last name],Your contact details: [Email],\
         Please enter your contact details: [Organisation]\nAnn,Lee,ann@example.org,Acme\n",
        "ID,Please give us your contact information:,,\n,Name,Company,Email Address\n118000,Ann Lee,Acme,ann@example.org\n",
        "Name,Email,Church\nAnn Lee,ann@example.org,Acme\n",
        "Name,Email,Congregation\nAnn Lee,ann@example.org,Acme\n",
        "Name,Email,CLP\nAnn Lee,ann@example.org,Acme\n",
        "Enw,E-bost,Eglwys\nAnn Lee,ann@example.org,Acme\n",
        "Nom,E-mail,Paroisse\nAnn Lee,ann@example.org,Acme\n",
    ] {
        assert_eq!(
            crate::strangers::imported(text, &["name", "organisation"]),
            people,
            "{text}"
        );
    }
}
