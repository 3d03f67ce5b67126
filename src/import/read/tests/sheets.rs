use super::workbooks::{people, words, xlsx};
use crate::import::read::{Wishes, read};

/// The sheet that is read of two for an event of 2024, and what is said of the other.
fn read_of(first: (&str, &[&str]), second: (&str, &[&str])) -> (String, Vec<String>) {
    let sheets = [first, second].map(|(title, names)| (title, people(names)));
    let sheets = sheets
        .each_ref()
        .map(|(title, rows)| (*title, rows.as_str()));
    let wishes = Wishes {
        years: vec![2024],
        ..Wishes::default()
    };
    let tables = read("a.xlsx", xlsx(&sheets), &wishes).expect("it reads");
    let how = tables[0].1.how.clone();
    (how.sheet.unwrap_or_default(), how.notes)
}

#[test]
fn a_sheet_whose_name_says_that_it_is_of_other_people_is_not_read_before_others() {
    for (theirs, others) in [
        ("2024", "2023"),
        ("Sign ups", "Mailing list"),
        ("RSVPs yes", "Invite list"),
        ("Bookings 2024", "All members"),
        ("Anmeldungen", "Verteiler"),
        ("Inscriptions", "Tous les adhérents"),
        ("Inscripciones", "Contactos"),
        ("Zapisy", "Kontakty"),
        ("Mynychwyr", "Pob aelod"),
    ] {
        let fewer: (&str, &[&str]) = (theirs, &["Jo", "Al", "Bo"]);
        let more: (&str, &[&str]) = (others, &["Jo", "Al", "Cy", "Di", "Ed", "Flo"]);
        let note = format!(
            "sheet `{others}` holds 4 other addresses and was not read; --sheet \"{others}\" reads it"
        );
        let expected = (theirs.to_string(), vec![note]);
        assert_eq!(read_of(fewer, more), expected);
        assert_eq!(read_of(more, fewer), expected);
    }
}

#[test]
fn of_two_sheets_that_may_both_be_meant_the_fuller_one_is_read() {
    for (fewer, more) in [
        ("Sign ups", "Responses"),
        ("Sheet1", "Sheet2"),
        ("2023", "Old"),
        ("Rota", "Members"),
        ("Helpers", "Contacts"),
    ] {
        let (sheet, notes) = read_of((fewer, &["Jo", "Al"]), (more, &["Jo", "Al", "Bo"]));
        let note = format!(
            "sheet `{fewer}` holds 2 people, who stand in `{more}` too, and was not read; --sheet \"{fewer}\" reads it"
        );
        assert_eq!((sheet, notes), (more.to_string(), vec![note]));
    }
}

#[test]
fn those_who_come_are_read_before_more_who_do_not() {
    for (come, away) in [("Coming", "Not coming"), ("Zusagen", "Warteliste")] {
        let (sheet, _) = read_of(
            (come, &["Jo", "Al", "Bo"]),
            (away, &["Jo", "Al", "Bo", "Cy"]),
        );
        assert_eq!(sheet, come);
    }
}

#[test]
fn many_more_who_do_not_come_are_asked_about() {
    let sheets = [
        ("Coming", people(&["Jo", "Al"])),
        ("Not coming", people(&["Bo", "Cy", "Di"])),
    ];
    let sheets = sheets
        .each_ref()
        .map(|(title, rows)| (*title, rows.as_str()));
    let error = read("a.xlsx", xlsx(&sheets), &Wishes::default()).expect_err("which one?");
    assert_eq!(
        error.to_string(),
        "two sheets of `a.xlsx` hold people: `Not coming` with 3 and `Coming` with 2 others"
    );
}

#[test]
fn a_list_of_names_is_not_passed_over_for_a_few_addresses_on_another_sheet() {
    let names = ["Ada Low", "Bo Fox", "Cy Poe", "Dan Grey", "Eve Roe"];
    let list = |head: [&str; 2], second: &str| {
        let mut all: Vec<[&str; 2]> = vec![head];
        all.extend(names.map(|name| [name, second]));
        let all: Vec<&[&str]> = all.iter().map(|row| row.as_slice()).collect();
        words(&all)
    };
    let phones = list(["Name", "Phone"], "07700900121");
    let wards = list(["Name", "Ward"], "Bastwell");
    let settings = words(&[&["Organiser email", "team@example.org"], &["Date", "May"]]);
    let talk = |extra: &str| {
        words(&[
            &["Name", "Email", extra],
            &["Zed Orr", "zed@example.org", "Rents"],
            &["Wim Orr", "wim@example.org", "Buses"],
            &["Una Orr", "una@example.org", "Trams"],
        ])
    };
    let speakers = talk("Talk");
    let asked = |fullest, other| {
        Err(format!(
            "two sheets of `a.xlsx` hold people: `{fullest} and `{other}` with 5 others"
        ))
    };
    let taken = |title: &str| Ok(title.to_string());
    for (one, other, expected) in [
        (
            ("Settings", &settings),
            ("Sign-ups", &wards),
            asked("Settings` with 1", "Sign-ups"),
        ),
        (
            ("Settings", &settings),
            ("Stall", &wards),
            asked("Settings` with 1", "Stall"),
        ),
        (
            ("Speakers", &speakers),
            ("Stall", &phones),
            asked("Speakers` with 3", "Stall"),
        ),
        (
            ("Speakers", &speakers),
            ("Sign-ups", &wards),
            asked("Speakers` with 3", "Sign-ups"),
        ),
        // Nothing says that they have signed up.
        (("Speakers", &speakers), ("Rota", &wards), taken("Speakers")),
        (
            ("Speakers", &speakers),
            ("All members", &phones),
            taken("Speakers"),
        ),
        (
            ("Sign-ups", &speakers),
            ("Rota", &phones),
            taken("Sign-ups"),
        ),
        // The other list asks what sign-ups are asked.
        (
            ("Sheet1", &talk("Dietary requirements")),
            ("Sheet2", &phones),
            taken("Sheet1"),
        ),
        (
            ("Sheet1", &talk("Timestamp")),
            ("Rota", &phones),
            taken("Sheet1"),
        ),
    ] {
        for sheets in [[one, other], [other, one]] {
            let sheets = sheets.map(|(title, rows)| (title, rows.as_str()));
            let found = read("a.xlsx", xlsx(&sheets), &Wishes::default());
            let found = found.map(|mut tables| tables.remove(0).1.how.sheet.unwrap_or_default());
            let found = found.map_err(|error| error.to_string());
            assert_eq!(found, expected, "{sheets:?}");
        }
    }
}

#[test]
fn a_list_of_all_is_not_read_for_those_who_signed_up_without_being_asked_for() {
    const NAMES: [&str; 5] = ["Ann Lee", "Bo Cane", "Cy Poe", "Di Hay", "Ed Fox"];
    let list = |head: &[&str], people: usize, more: &str| {
        let address = |name: &str| format!("{}@example.org", &name[..2].trim().to_lowercase());
        let row = |name: &&str| [name.to_string(), address(name), more.to_string()];
        let rows: Vec<[String; 3]> = NAMES[..people].iter().map(row).collect();
        let rows = rows.iter().map(|row| row.each_ref().map(String::as_str));
        let rows: Vec<Vec<&str>> = rows.map(|row| row[..head.len()].to_vec()).collect();
        let rows = std::iter::once(head).chain(rows.iter().map(Vec::as_slice));
        words(&rows.collect::<Vec<&[&str]>>())
    };
    let all = list(&["Name", "Email"], 5, "");
    let some = list(&["Name", "Email"], 2, "");
    let names = list(&["Name"], 2, "");
    let read_of = |one: (&str, &str), other: (&str, &str)| {
        let found = read("a.xlsx", xlsx(&[one, other]), &Wishes::default());
        let found = found.map(|mut tables| tables.remove(0).1.how.sheet.unwrap_or_default());
        found.map_err(|error| error.to_string())
    };
    for (title, other) in [
        ("Mailing list", "Form responses 1"),
        ("All members", "Form Responses 2"),
        ("Invited", "Attending"),
        ("Invited", "Sign ups"),
        ("Members", "Sign-ups"),
        ("Newsletter", "RSVPs"),
        ("Membership list", "Registrations"),
        ("Mitglieder", "Formularantworten 1"),
        ("Adhérents", "Réponses au formulaire 1"),
        ("Socios", "Respuestas de formulario 1"),
        ("Członkowie", "Zapisy"),
        ("Aelodau", "Ymatebion"),
    ] {
        for some in [&some, &names] {
            let asked = format!(
                "two sheets of `a.xlsx` hold people: `{title}` with 5 and `{other}` with 2 who signed up"
            );
            let found = read_of((title, &all), (other, some));
            assert_eq!(found, Err(asked), "{title}, {other}");
        }
    }
    // Consents and whether somebody is on a list say nothing of who comes; a state or a ticket does.
    let news = list(&["Name", "Email", "Newsletter"], 5, "yes");
    assert!(read_of(("Members", &news), ("Sign-ups", &some)).is_err());
    let coming = list(&["Name", "Email", "Coming?"], 5, "yes");
    let figures = list(&["Name", "Email", "Attending"], 5, "1");
    for (one, other) in [
        (("Members", &coming), ("Sign-ups", &some)),
        (("Invited", &figures), ("Going", &some)),
        (("Members", &all), ("Committee", &some)),
        (("Attendees", &all), ("Form responses 1", &some)),
        (("Sign-ups", &all), ("Members", &some)),
    ] {
        let found = read_of((one.0, one.1), (other.0, other.1));
        assert_eq!(found, Ok(one.0.to_string()), "{other:?}");
    }
}
