//! Answers of several lines, quotes within answers, headers and rows that a comma parts, and headings of parts of a list.

use crate::strangers::imported;
use plenary::import::read::{self, Wishes};

/// A whole reading of a text: its header, its rows, and what is rejected with the reason, by line.
#[derive(Debug, PartialEq, Eq)]
struct Reading {
    header: Vec<String>,
    rows: Vec<String>,
    rejected: Vec<String>,
    repairs: Vec<String>,
}

fn reading(bytes: &[u8]) -> Reading {
    let tables = read::read("a.csv", bytes, &Wishes::default()).expect("it reads");
    let [(_, table)] = tables.as_slice() else {
        panic!("one table");
    };
    let rows = table.rows().filter(|row| row.fault.is_none());
    let rejected = table.rows().filter_map(|row| {
        let fault = row.fault?;
        Some(format!("{}: {fault}", row.line))
    });
    let repairs = table.repairs.iter();
    Reading {
        header: table.header.clone(),
        rows: rows
            .map(|row| row.cells().collect::<Vec<_>>().join("|"))
            .collect(),
        rejected: rejected.collect(),
        repairs: repairs
            .map(|one| format!("{}: {} {}", one.line, one.count, one.what))
            .collect(),
    }
}

fn expected(header: &[&str], rows: &[&str], rejected: &[&str], repairs: &[&str]) -> Reading {
    let all = |some: &[&str]| some.iter().map(ToString::to_string).collect();
    Reading {
        header: all(header),
        rows: all(rows),
        rejected: all(rejected),
        repairs: all(repairs),
    }
}

#[test]
fn an_answer_of_several_lines_in_quotes_is_one_where_nobody_has_an_address() {
    let message = "I ask: who decides?\nAnd a second, if there is time.";
    let ann = format!("Ann Smith,07700 900101,\"{message}\"");
    let ends = [",", ""];
    for (head, end) in ends.iter().flat_map(|head| ends.map(|end| (head, end))) {
        let short = [
            format!("Bo Li,07700 900102,{end}"),
            "Bo Li,07700 900102".into(),
        ];
        for bo in short {
            let text = format!("Name,Phone,Message{head}\n{ann}{end}\n{bo}\nCy Poe,07700 900103\n");
            let rows = [
                &format!("Ann Smith|07700 900101|{message}"),
                "Bo Li|07700 900102|",
                "Cy Poe|07700 900103|",
            ];
            let expected = expected(&["Name", "Phone", "Message"], &rows, &[], &[]);
            assert_eq!(reading(text.as_bytes()), expected, "{text}");
        }
    }
    let text =
        format!("Name,Phone,Message,\n{ann},\nBo Li,07700 900102,,\nCy Poe,07700 900103,,\n");
    let people = ["Ann Smith", "Bo Li", "Cy Poe"].map(String::from).to_vec();
    assert_eq!(imported(&text, &["name"]), (people, 0));
}

#[test]
fn a_row_that_a_quote_swallowed_is_torn_out_of_it_also_where_nobody_has_an_address() {
    let text = "Name,Phone,Message\nAnn Smith,07700 900101,\"Hello\nBo Li,07700 900102,6\"\n\
                Cy Poe,07700 900103,\nDi Roe,07700 900104,yes\n";
    let people = ["Ann Smith", "Bo Li", "Cy Poe", "Di Roe"];
    let (found, rejected) = imported(text, &["name"]);
    assert_eq!((found, rejected), (people.map(String::from).to_vec(), 0));
}

#[test]
fn an_answer_of_several_lines_is_one_in_a_row_that_is_too_long_as_well() {
    let text = "Name,Email,Message,Status\n\
                Ann,ann@example.org,\"I ask: who decides?\nAnd a second, if there is time.\",Opened,extra,\n\
                Bo,bo@example.org,,Opened,,\nCy,cy@example.org,,Sent,,\nDi,di@example.org,,Sent,,\n";
    let header = ["Name", "Email", "Message", "Status"];
    // As if it stood in one line.
    let rows = [
        "Ann|ann@example.org|I ask: who decides?\nAnd a second, if there is time.|Opened,extra",
        "Bo|bo@example.org||Opened",
        "Cy|cy@example.org||Sent",
        "Di|di@example.org||Sent",
    ];
    let repairs = ["2: 1 cell with a delimiter but no quotes"];
    assert_eq!(
        reading(text.as_bytes()),
        expected(&header, &rows, &[], &repairs)
    );
    let line = text.replace("?\n", "? ");
    let rows = rows.map(|row| row.replace("?\n", "? "));
    let rows = rows.each_ref().map(String::as_str);
    assert_eq!(
        reading(line.as_bytes()),
        expected(&header, &rows, &[], &repairs)
    );
}

#[test]
fn a_quote_within_an_answer_does_not_end_it_at_the_end_of_its_line() {
    let text = "Name,Email,Message\n\
                \"Ann Smith\",\"ann@example.org\",\"I ask: \"who decides?\"\nAnd a second, if there is time.\"\n\
                \"Bo Li\",\"bo@example.org\",\"\"\n\"Cy Poe\",\"cy@example.org\",\"\"\n";
    let rows = [
        "Ann Smith|ann@example.org|I ask: \"who decides?\"\nAnd a second, if there is time.",
        "Bo Li|bo@example.org|",
        "Cy Poe|cy@example.org|",
    ];
    let header = ["Name", "Email", "Message"];
    let repairs = ["2: 1 quote inside a quoted cell"];
    assert_eq!(
        reading(text.as_bytes()),
        expected(&header, &rows, &[], &repairs)
    );
}

#[test]
fn an_answer_with_quotes_of_its_own_goes_on_over_lines_before_other_answers_as_well() {
    for message in [
        "\"I ask: \"who decides?\"\nAnd a second, if there is time.\"",
        "\"I ask:\nIs it \"free?\"\nAnd a second, if there is time.\"",
    ] {
        let text = format!(
            "Name,Email,Message,Access,Updates\nAnn Smith,ann@example.org,{message},ramp,Yes\n\
             Bo Li,bo@example.org,,,No\nCy Poe,cy@example.org,,,No\n"
        );
        let all = ["Ann Smith|ramp|yes", "Bo Li||no", "Cy Poe||no"];
        let people = imported(&text, &["name", "access", "updates"]);
        assert_eq!(people, (all.map(String::from).to_vec(), 0), "{text}");
    }
}

#[test]
fn a_row_behind_one_whose_quotes_are_broken_is_no_part_of_its_answer() {
    let text = "Name,Email,Message\n\
                \"Ann Smith\",\"ann@example.org\",\"I ask: \"who decides?\"\n\
                \"Bo Li\",\"\",\"5\" heels\"\n\"Cy Poe\",\"cy@example.org\",\"\"\n\
                \"Di Roe\",\"di@example.org\",\"\"\n\"Eva Roth\",\"eva@example.org\",\"\"\n";
    let people = ["Ann Smith", "Cy Poe", "Di Roe", "Eva Roth"];
    let (found, rejected) = imported(text, &["name"]);
    assert_eq!((found, rejected), (people.map(String::from).to_vec(), 1));
}

#[test]
fn a_backslash_before_a_quote_says_that_it_belongs_to_the_answer() {
    let text = r#""Name","Email","Message"
"Robert \"Bob\" Smith","bob@example.org","I ask: \"who decides?\"
And \"a second\", if there is time.\""
"Bo Li","bo@example.org",""
"Cy Poe","cy@example.org","5\", no more"
"#;
    let rows = [
        "Robert \"Bob\" Smith|bob@example.org|I ask: \"who decides?\"\nAnd \"a second\", if there is time.\"",
        "Bo Li|bo@example.org|",
        "Cy Poe|cy@example.org|5\", no more",
    ];
    let header = ["Name", "Email", "Message"];
    let repairs = ["2: 2 quote with a backslash before it"];
    assert_eq!(
        reading(text.as_bytes()),
        expected(&header, &rows, &[], &repairs)
    );
    assert_eq!(
        imported(text, &["name"]).0,
        ["Robert \"Bob\" Smith", "Bo Li", "Cy Poe"]
    );
}

#[test]
fn a_backslash_at_the_end_of_an_answer_is_one() {
    let text = "\"Name\",\"Email\",\"Folder\"\n\"Ann\",\"ann@example.org\",\"C:\\\"\n\
                \"Bo \"\"B\"\" Li\",\"bo@example.org\",\"D:\\\\\"\n";
    let rows = [
        "Ann|ann@example.org|C:\\",
        "Bo \"B\" Li|bo@example.org|D:\\\\",
    ];
    let header = ["Name", "Email", "Folder"];
    assert_eq!(reading(text.as_bytes()), expected(&header, &rows, &[], &[]));
}

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

const PART: &str = "it looks like the heading of a part of the list: say in a column of its own whether those below it come";

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
