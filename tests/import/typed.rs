//! Typed lists: the items of parts, the headings above them in six languages, and a state beside a name.

use crate::marked::read;

/// What a list is read as: everybody with their status, and the lines of rows that were rejected.
fn expect(lines: &[&str], people: &[&str], rejected: &[usize]) {
    let people: Vec<String> = people.iter().map(ToString::to_string).collect();
    let (found, faults, _) = read(lines);
    assert_eq!((found, faults), (people, rejected.to_vec()), "{lines:?}");
}

/// Those whom the tests below have come and not come.
const PARTED: [&str; 5] = [
    "Ann Abbot: confirmed",
    "Bea Baker: confirmed",
    "Cal Carey: confirmed",
    "Dan Doyle: cancelled",
    "Eve Ellis: cancelled",
];

#[test]
fn a_plain_yes_and_a_plain_no_stand_above_those_who_come_and_who_do_not() {
    for (yes, no) in [
        ("Yes", "No"),
        ("YES:", "NO:"),
        ("Yes (3)", "No (2)"),
        ("Coming", "Not coming"),
        ("Ja", "Nein"),
        ("Kommt", "Kommt nicht"),
        ("Oui", "Non"),
        ("Présents", "Absents"),
        ("Sí", "No"),
        ("Vienen", "No vienen"),
        ("Tak", "Nie"),
        ("Obecni", "Nieobecni"),
        ("Ydw", "Nac ydw"),
        ("Yn dod", "Ddim yn dod"),
    ] {
        for item in ["", "- ", "* ", "• ", "– ", "1. "] {
            let people = [
                "Ann Abbot",
                "Bea Baker",
                "Cal Carey",
                "Dan Doyle",
                "Eve Ellis",
            ];
            let lines = people.map(|name| format!("{item}{name}"));
            let lines = lines.each_ref().map(String::as_str);
            let [ann, bea, cal, dan, eve] = lines;
            let lines = [yes, ann, bea, cal, "", no, dan, eve];
            expect(&lines, &PARTED, &[]);
        }
    }
    expect(
        &[
            "Yes",
            "- Ann Abbot",
            "No",
            "- Dan Doyle",
            "Maybe",
            "- Eve Ellis",
        ],
        &[
            "Ann Abbot: confirmed",
            "Dan Doyle: cancelled",
            "Eve Ellis: pending",
        ],
        &[],
    );
}

#[test]
fn the_dashes_before_the_names_of_a_list_are_no_part_of_them() {
    let expected = [
        "Ann Abbot: confirmed",
        "Bea Baker: confirmed",
        "Cal Carey: confirmed",
    ];
    for item in ["-", "- ", "* ", "• ", "– ", "· "] {
        let lines = ["Ann Abbot", "Bea Baker", "Cal Carey"].map(|name| format!("{item}{name}"));
        expect(&lines.each_ref().map(String::as_str), &expected, &[]);
    }
}

#[test]
fn answers_below_each_other_are_no_headings_of_parts() {
    let (people, _, notes) = read(&["Yes", "No", "Yes", "No"]);
    assert!(
        people.iter().all(|one| !one.contains("cancelled")),
        "{people:?}"
    );
    assert_eq!(notes, [""; 0]);
}

#[test]
fn those_who_cancelled_stand_below_a_heading_in_six_languages() {
    for (yes, no) in [
        ("Coming:", "Cancelled:"),
        ("Angemeldet:", "Abgemeldet:"),
        ("Zusagen:", "Stornierte:"),
        ("Inscrits :", "Annulés :"),
        ("Inscrites :", "Annulées :"),
        ("Présents :", "Désistements :"),
        ("Inscritos:", "Cancelados:"),
        ("Confirmadas:", "Anuladas:"),
        ("Zapisani:", "Odwołani:"),
        ("Potwierdzeni:", "Anulowani:"),
        ("Obecni:", "Zrezygnowali:"),
        ("Wedi cofrestru:", "Wedi canslo:"),
        ("Yn dod:", "Canslwyd:"),
    ] {
        let lines = [
            yes,
            "Ann Abbot",
            "Bea Baker",
            "Cal Carey",
            "",
            no,
            "Dan Doyle",
            "Eve Ellis",
        ];
        expect(&lines, &PARTED, &[]);
    }
}

#[test]
fn whoever_is_cancelled_or_waits_as_words_beside_the_name_say_is_no_heading() {
    for (cancelled, waits) in [
        ("Bea Baker (cancelled)", "Dan Doyle - waiting list"),
        ("Bea Baker - cancelled", "Dan Doyle (waiting list)"),
        ("Bea Baker (storniert)", "Dan Doyle – Warteliste"),
        ("Bea Baker (annulé)", "Dan Doyle (liste d'attente)"),
        ("Bea Baker (cancelada)", "Dan Doyle (lista de espera)"),
        ("Bea Baker (anulowane)", "Dan Doyle - lista rezerwowa"),
        ("Bea Baker (wedi canslo)", "Dan Doyle (rhestr aros)"),
    ] {
        let expected = [
            "Ann Abbot: confirmed",
            "Bea Baker: cancelled",
            "Cal Carey: confirmed",
            "Dan Doyle: waiting",
        ];
        expect(
            &["Ann Abbot", cancelled, "Cal Carey", waits],
            &expected,
            &[],
        );
    }
    // Words of a list are not a name.
    expect(
        &[
            "Ann Abbot",
            "Waiting list (full)",
            "Cal Carey",
            "Places - cancelled",
            "Dan Doyle",
        ],
        &[
            "Ann Abbot: confirmed",
            "Cal Carey: waiting",
            "Dan Doyle: cancelled",
        ],
        &[],
    );
}
