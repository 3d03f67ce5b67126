use chrono_tz::Europe::London;
use plenary::import::read::{self, Wishes};
use plenary::import::{Field, Mapping};

/// Which field a heading is taken for beside a name and an address, over cells that may stand below it.
fn field(heading: &str, cell: &str) -> Option<&'static str> {
    let text = format!("Name,Email,\"{heading}\"\nJo Lawson,jo@example.org,\"{cell}\"\n");
    let tables = read::read("a.csv", text.as_bytes(), &Wishes::default()).expect("it reads");
    let mapping = Mapping::find(&tables[0].1, &[], London);
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
fn what_only_looks_like_a_question_about_the_person_is_kept_as_it_is() {
    for (heading, cell) in [
        ("From", "jo@example.org"),
        ("Email payeur", "paul@example.org"),
        ("Purchased by", "Paul Payer"),
        ("Noodgeval: telefoonnummer", "01254 555001"),
        ("No newsletter Y/N", "Y"),
    ] {
        assert_eq!(field(heading, cell), None, "{heading}");
    }
}

#[test]
fn a_word_for_those_who_come_together_as_well_is_taken_for_the_organisation_and_said_so() {
    let text =
        "Name,E-Mail,Gruppe\nJo,jo@example.org,Mieterverein\nAl,al@example.org,Mieterverein\n";
    let tables = read::read("a.csv", text.as_bytes(), &Wishes::default()).expect("it reads");
    let mapping = Mapping::find(&tables[0].1, &[], London);
    let note = "\"Gruppe\" is taken for the organisation; if it is who comes together, say --map group=\"Gruppe\"";
    assert_eq!(mapping.notes, [note]);
    let wishes = [(Field::Organisation, "Gruppe".to_string())];
    let mapping = Mapping::find(&tables[0].1, &wishes, London);
    assert_eq!(mapping.notes, [""; 0]);
}
