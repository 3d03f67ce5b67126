//! Headers and rows that a comma parts, letters that move a list to another country, and headings of parts of a list.

use crate::parted::{Reading, expected, reading};
use crate::strangers::imported;
use plenary::import::read::{self, Wishes};

const FUTURE: &str = "Can we contact you about future events?";

#[test]
fn a_label_with_a_comma_in_it_is_one() {
    let rows = "Ann Smith,ann@example.org,Unison,No,Yes\nBo Li,bo@example.org,GMB,No,Yes\n\
                Cy Poe,cy@example.org,,Yes,No\n";
    let header =
        format!("Name,Email,Organisation, if any,{FUTURE},Are you happy to be photographed?");
    let labels = [
        "Name",
        "Email",
        "Organisation, if any",
        FUTURE,
        "Are you happy to be photographed?",
    ];
    let people = [
        "Ann Smith|ann@example.org|Unison|No|Yes",
        "Bo Li|bo@example.org|GMB|No|Yes",
        "Cy Poe|cy@example.org||Yes|No",
    ];
    let text = format!("{header}\n{rows}");
    let repairs = ["1: 1 cell with a delimiter but no quotes"];
    let whole = expected(&labels, &people, &[], &repairs);
    assert_eq!(reading(text.as_bytes()), whole);
    // Also where a part of the list has the header once more, and where blank columns stand at the end.
    let repeated = format!("{header}\n{}{header}\n{}", &rows[..40], &rows[40..]);
    assert_eq!(reading(repeated.as_bytes()), whole);
    let blank = text.replace('\n', ",,\n");
    assert_eq!(reading(blank.as_bytes()), whole);
    let quoted = text.replace("Organisation, if any", "\"Organisation, if any\"");
    assert_eq!(
        reading(quoted.as_bytes()),
        expected(&labels, &people, &[], &[])
    );
    let columns = ["organisation", "updates"];
    assert_eq!(imported(&text, &columns).0, ["Unison|no", "GMB|no", "|yes"]);
}

#[test]
fn labels_before_the_addresses_are_joined_as_well() {
    let text = "First name, or initials,Family name,Email,Town\nAnn,Smith,ann@example.org,Hull\n\
                Bo,Li,bo@example.org,York\n";
    let labels = ["First name, or initials", "Family name", "Email", "Town"];
    let rows = [
        "Ann|Smith|ann@example.org|Hull",
        "Bo|Li|bo@example.org|York",
    ];
    let repairs = ["1: 1 cell with a delimiter but no quotes"];
    assert_eq!(
        reading(text.as_bytes()),
        expected(&labels, &rows, &[], &repairs)
    );
}

#[test]
fn labels_are_never_joined_because_rows_end_with_their_last_answer() {
    let rows = "Ann,ann@example.org,07700 900101\nBo,bo@example.org,07700 900102\n";
    for header in [
        "Name,Email,Phone,Town",
        "Name,Email, Phone,Town",
        "Name, Email, Phone, Town",
        "Name, email,Phone,Town",
    ] {
        let labels = ["Name", "Email", "Phone", "Town"];
        let read = reading(format!("{header}\n{rows}").as_bytes());
        assert_eq!(
            read.header.join(",").to_lowercase(),
            labels.join(",").to_lowercase()
        );
        assert_eq!(read.repairs, [""; 0], "{header}");
    }
}

/// What a text reads as that was saved in an encoding of one byte a letter, and the name of the one it is taken for.
fn decoded(text: &str, encoding: &'static encoding_rs::Encoding) -> (String, Reading) {
    let (bytes, _, lost) = encoding.encode(text);
    assert!(!lost, "{text}");
    let tables = read::read("a.csv", bytes.as_ref(), &Wishes::default()).expect("it reads");
    (tables[0].1.how.encoding.clone(), reading(&bytes))
}

#[test]
fn the_question_marks_and_the_french_names_of_a_spanish_list_are_no_polish_ones() {
    for text in [
        "nombre,apellidos,correo_electrónico,teléfono,¿asistirás?,¿necesitas_guardería?\n\
         Ann,Smith,ann@example.org,,Sí,No\nJosé,García,jose@example.org,,No,No\n\
         Chloé,Lefèvre,chloe@example.net,,Sí,No\n",
        "nombre,email,¿vienes?\nAna,ana@example.org,no\n",
        "nombre,email,\"¿vienes, o no?\"\nAna,ana@example.org,no\n",
        "nombre,email,¡apúntate!\nAna,ana@example.org,no\n",
        "nom,email\nHélène Lefèvre,h@example.org\n",
        "nom,email\nGeneviève,g@example.org\n",
        "nom,email\nMolière,g@example.org\nFrançois Brière,f@example.org\n",
    ] {
        let (encoding, read) = decoded(text, encoding_rs::WINDOWS_1252);
        assert_eq!(
            (encoding.as_str(), read),
            ("Windows-1252", reading(text.as_bytes()))
        );
    }
}

#[test]
fn polish_czech_and_hungarian_lists_stay_what_they_are() {
    for text in [
        "imię,email,żywność?\nŻaneta Wójcik,z@example.org,żadna\n",
        "imię i nazwisko,e-mail,Czy żyjesz wegetariańsko?\nMichał Żak,m@example.org,nie\n",
        "imię,nazwisko,email\nGrażyna,Święcicka,g@example.org\nŻaneta,Róg,z@example.org\n",
        "jméno,příjmení,email\nLenka,Vaňková,l@example.org\nJiří,Bečvář,j@example.org\n",
        "jméno,email\nOndřej Hlaváček,o@example.org\n",
        "jmeno,email\nHelena Kočková,o@example.org\nKarel Kučera,k@example.org\n",
        "név,email\nGyőző Kovács,g@example.org\nJenő Szűcs,j@example.org\n",
        "név,email,megjegyzés\nErzsébet Erdős,e@example.org,köszönöm\n",
    ] {
        let (encoding, read) = decoded(text, encoding_rs::WINDOWS_1250);
        assert_eq!(
            (encoding.as_str(), read),
            ("Windows-1250", reading(text.as_bytes()))
        );
    }
}

const PART: &str = "it looks like the heading of a part of the list: those below it were taken as coming unless a column says otherwise";

#[test]
fn the_heading_of_a_part_of_a_list_that_does_not_come_is_looked_at() {
    let header = "Name,Email,Phone";
    let rows = "Ann Smith,ann@example.org,07700 900101\nBo Li,bo@example.org,\n";
    let cy = "Cy Poe,cy@example.org,\n";
    let labels = ["Name", "Email", "Phone"];
    let people = [
        "Ann Smith|ann@example.org|07700 900101",
        "Bo Li|bo@example.org|",
        "Cy Poe|cy@example.org|",
    ];
    for heading in [
        "Cancelled:",
        "Declined,,",
        "Not coming",
        "Waiting list (1)",
        "Reserve list:",
        ",Warteliste,",
    ] {
        for (between, line) in [
            (format!("\n{heading}\n{header}\n"), 5),
            (format!("{heading}\n"), 4),
        ] {
            let text = format!("{header}\n{rows}{between}{cy}");
            let rejected = format!("{line}: {PART}");
            let expected = expected(&labels, &people, &[&rejected], &[]);
            assert_eq!(reading(text.as_bytes()), expected, "{heading}");
            let names = ["Ann Smith", "Bo Li", "Cy Poe"].map(String::from);
            assert_eq!(imported(&text, &["name"]), (names.to_vec(), 1), "{heading}");
        }
    }
}

#[test]
fn the_heading_above_a_list_with_other_columns_that_was_pasted_below_is_looked_at() {
    let text = "Name,Email,Phone\nAnn Smith,ann@example.org,07700 900101\nBo Li,bo@example.org,\n\n\
                Cancelled:\nEmail,Name\ncy@example.org,Cy Poe\n";
    let names = ["Ann Smith", "Bo Li", "Cy Poe"].map(String::from);
    assert_eq!(imported(text, &["name"]), (names.to_vec(), 1));
}

#[test]
fn other_titles_within_a_list_are_passed_over_and_an_answer_alone_is_no_heading() {
    let header = "Name,Email,Phone";
    let text = format!(
        "{header}\nAnn Smith,ann@example.org,07700 900101\nBo Li,bo@example.org,\n\nTeam red\n{header}\nCy Poe,cy@example.org,\n"
    );
    assert_eq!(imported(&text, &["name"]).1, 0);
    let text = "Status,Name,Email\nCancelled,Ann Smith,ann@example.org\nPaid,Bo Li,bo@example.org\n\
                Cancelled,,\nPaid,Cy Poe,cy@example.org\n";
    let read = reading(text.as_bytes());
    assert!(
        !read.rejected.iter().any(|why| why.contains(PART)),
        "{read:?}"
    );
}

#[test]
fn tags_without_quotes_are_joined_where_nothing_else_is_possible() {
    let text = "Name,Email,Tags,RSVP\nAnn Smith,ann@example.org,member,north,Yes\n\
                Bo Li,bo@example.org,member,No\nCy Poe,cy@example.org,member,north,new,Yes\n\
                Eva Roth,eva@example.org,member,south,\n\
                Flo Day,flo@example.org,member, south,No\n";
    let rows = [
        "Ann Smith|ann@example.org|member,north|Yes",
        "Bo Li|bo@example.org|member|No",
        "Cy Poe|cy@example.org|member,north,new|Yes",
        "Eva Roth|eva@example.org|member,south|",
        "Flo Day|flo@example.org|member, south|No",
    ];
    let header = ["Name", "Email", "Tags", "RSVP"];
    let repairs = ["2: 4 cell with a delimiter but no quotes"];
    let whole = expected(&header, &rows, &[], &repairs);
    assert_eq!(reading(text.as_bytes()), whole);
    let every = "Name,Email,Tags,RSVP\nAnn Smith,ann@example.org,member,north,Yes\n\
                 Bo Li,bo@example.org,member,south,No\nCy Poe,cy@example.org,member,north,Yes\n";
    let people = ["Ann Smith|confirmed", "Bo Li|cancelled", "Cy Poe|confirmed"];
    let people = (people.map(String::from).to_vec(), 0);
    assert_eq!(imported(every, &["name", "status"]), people);
}

#[test]
fn rows_longer_than_the_header_are_rejected_where_nobody_knows_which_cells_belong_together() {
    let why = |width: usize, count: usize| {
        format!(
            "it has {width} cells, where the header has {count}: put quotes around a cell that contains a comma, or give each column a label"
        )
    };
    let text =
        "Name,Email,Tags,Notes,RSVP\nAnn,ann@example.org,a,b,c,Yes\nBo,bo@example.org,d,e,g,No\n";
    let rejected = [2, 3].map(|line| format!("{line}: {}", why(6, 5)));
    assert_eq!(reading(text.as_bytes()).rejected, rejected);
    assert_eq!(imported(text, &["name"]), (Vec::new(), 2));
}

#[test]
fn rows_longer_than_the_header_are_told_where_no_label_says_that_its_cells_have_moved() {
    for (header, rows) in [
        ("Name,Email,Tags,Notes", ["a,b,c", "d,e,f"]),
        ("Name,Email,Town", ["Leeds,vegan", "York,vegan"]),
    ] {
        let text = format!(
            "{header}\nAnn,ann@example.org,{}\nBo,bo@example.org,{}\n",
            rows[0], rows[1]
        );
        let told = ["2: 2 row with more cells than the header has labels"];
        assert_eq!(reading(text.as_bytes()).repairs, told, "{text}");
        let people = ["Ann", "Bo"].map(String::from).to_vec();
        assert_eq!(imported(&text, &["name"]), (people, 0), "{text}");
    }
}

#[test]
fn rows_with_a_column_more_at_their_end_are_people_where_all_labels_stand_right() {
    for (header, rows) in [
        ("Name,Email", ["Leeds", "York"]),
        (
            "Name,Email,Phone",
            ["07700 900101,Leeds", "07700 900102,York"],
        ),
        ("Name,Email,Will you come?", ["yes,Leeds", "yes,York"]),
        ("Name,Email,Town,", ["Leeds,vegan", "York,vegan"]),
        ("Name,Email,Town", [",vegan", "York,vegan"]),
        ("Name,Email,Town", ["\"Leeds\",vegan", "York,vegan"]),
    ] {
        let text = format!(
            "{header}\nAnn,ann@example.org,{}\nBo,bo@example.org,{}\n",
            rows[0], rows[1]
        );
        let people = ["Ann", "Bo"].map(String::from).to_vec();
        assert_eq!(imported(&text, &["name"]), (people, 0), "{text}");
    }
}

#[test]
fn two_labels_that_ask_for_something_each_are_two_though_rows_end_early() {
    let text = "Name,Email,Coming?, updates?\nAnn,a@example.org,No\nBo,b@example.org,Yes\n";
    let people = ["Ann|cancelled|", "Bo|confirmed|"]
        .map(String::from)
        .to_vec();
    assert_eq!(imported(text, &["name", "status", "updates"]), (people, 0));
    let text =
        "Name,Email,Dietary needs, access needs\nAnn,a@example.org,vegan\nBo,b@example.org,halal\n";
    let people = ["Ann|vegan|", "Bo|halal|"].map(String::from).to_vec();
    assert_eq!(imported(text, &["name", "diet", "access"]), (people, 0));
}
