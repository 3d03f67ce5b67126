//! In which encoding a small file is: its headings and the letters of names say so, or nothing does.

use plenary::import::read::{self, Wishes};

#[test]
fn headings_and_letters_of_names_tell_in_which_encoding_a_small_file_is() {
    for (head, row, label, expected) in [
        (
            "Imię i nazwisko;Adres e-mail",
            "Ewa Kość;ewa@example.org",
            "windows-1250",
            "Windows-1250",
        ),
        (
            "Name;E-Mail;Telefon",
            "Łukasz Żółć;lukasz@example.org;",
            "windows-1250",
            "Windows-1250",
        ),
        (
            "Name;Email",
            "Ewa Kość;ewa@example.org",
            "windows-1250",
            "Windows-1250",
        ),
        (
            "Name;E-Mail;Einverständnis mit Fotos",
            "Björk Guðmundsdóttir;b@example.org;Ja",
            "windows-1252",
            "Windows-1252",
        ),
        (
            "Name;Email",
            "Björk Guðmundsdóttir;b@example.org",
            "windows-1252",
            "Windows-1252",
        ),
        (
            "Name;Email",
            "Þór Davíðsson;t@example.org",
            "windows-1252",
            "Windows-1252",
        ),
        (
            "Prénom et nom;Courriel",
            "Hélène Cœur;h@example.org",
            "windows-1252",
            "Windows-1252",
        ),
        (
            "Vorname;E-Mail",
            "João Simões;j@example.org",
            "windows-1252",
            "Windows-1252",
        ),
        (
            "Prénom;Courriel",
            "Forêt;f@example.org",
            "windows-1252",
            "Windows-1252",
        ),
        (
            "Name;E-Mail;Straße",
            "Sigurður;s@example.org;",
            "windows-1252",
            "Windows-1252",
        ),
        (
            "Nazwisko;Adres e-mail",
            "Ćwik;c@example.org",
            "windows-1250",
            "Windows-1250",
        ),
    ] {
        let text = format!("{head}\n{row}\n");
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).expect("there is one");
        let (bytes, _, _) = encoding.encode(&text);
        let tables = read::read("list.csv", &*bytes, &Wishes::default()).expect("it reads");
        let (_, table) = &tables[0];
        let name = table.row(0).expect("a row").cell(0);
        let typed = row.split(';').next().expect("a name");
        assert_eq!(
            (table.how.encoding.as_str(), name),
            (expected, typed),
            "{text}"
        );
    }
}

#[test]
fn where_two_encodings_are_as_likely_neither_is_taken() {
    for (row, label) in [
        ("Forêt;f@example.org", "windows-1252"),
        ("Sigurður;s@example.org", "windows-1252"),
        ("Võ;v@example.org", "windows-1252"),
    ] {
        let text = format!("Name;Email\n{row}\n");
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).expect("there is one");
        let (bytes, _, _) = encoding.encode(&text);
        let error =
            read::read("list.csv", &*bytes, &Wishes::default()).expect_err("it may be either");
        let hint = error.findings[0].hint.clone();
        let expected = "say which is right: --encoding windows-1252 or --encoding windows-1250";
        let turned = "say which is right: --encoding windows-1250 or --encoding windows-1252";
        assert!(
            [expected, turned]
                .map(|hint| Some(hint.to_string()))
                .contains(&hint),
            "{hint:?}"
        );
    }
}
