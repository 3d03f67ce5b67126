//! How a file is parted into rows and cells: what is a heading, a row or a remark, and which sheet and letters are meant.

use plenary::import::Verdict;
use plenary::import::read::{self, Wishes};

use crate::desk::Desk;

/// What the columns of the list say of everybody, sorted.
fn list(desk: &Desk, columns: &[&str]) -> Vec<String> {
    let say = |one: &plenary::model::Registration| {
        let cells: Vec<&str> = columns.iter().map(|column| one.get(column)).collect();
        cells.join("|")
    };
    let mut people: Vec<String> = desk.list.iter().map(say).collect();
    people.sort();
    people
}

/// Who is signed up from a file, and which of its rows are rejected.
fn outcome(text: &str, columns: &[&str]) -> (Vec<String>, Vec<String>) {
    let mut desk = Desk::new();
    let reports = desk.import("list.csv", text.as_bytes());
    let rows = reports.iter().flat_map(|report| &report.rows);
    let rejected = rows.filter(|row| row.verdict == Verdict::Rejected);
    let say = |row: &plenary::import::Outcome| {
        let detail = row.detail.as_ref();
        let reason = detail.and_then(|detail| detail.reason.clone());
        format!("{}: {}", row.line, reason.unwrap_or_default())
    };
    let rejected = rejected.map(say).collect();
    (list(&desk, columns), rejected)
}

/// The lines about how a file was read.
fn notes(name: &str, bytes: &[u8]) -> Vec<String> {
    let tables = read::read(name, bytes, &Wishes::default()).expect("it reads");
    tables
        .into_iter()
        .flat_map(|(_, table)| table.how.notes)
        .collect()
}

#[test]
fn quoted_headings_over_several_lines_are_headings_where_nobody_has_an_address() {
    let quoted = "\"Sign-up\"\n\"Timestamp\",\"Your name\n(as it should\nstand on\nthe badge)\",\"Do you have\nany dietary\n\
                  requirements?\nFor example:\nvegan\nhalal\",\"Email\"\n";
    let bare = "Name,\"Diet\n(for example:\nvegan, halal\nkosher)\",Phone\n";
    for (text, expected) in [
        (
            format!("{quoted}\"2024-02-01 10:00:00\",\"Dan Silva\",\"vegan\",\"\"\n"),
            &["Dan Silva|vegan|"][..],
        ),
        (
            format!("{bare}Dan Silva,vegan,07700 900123\nAl Roe,,07700 900124\n"),
            &["Al Roe||07700 900124", "Dan Silva|vegan|07700 900123"],
        ),
    ] {
        let expected = expected.iter().map(ToString::to_string).collect();
        assert_eq!(
            outcome(&text, &["name", "diet", "phone"]),
            (expected, vec![]),
            "{text}"
        );
    }
}

#[test]
fn headings_that_stand_again_in_the_list_are_passed_over_in_any_letters() {
    for again in [
        "NAME,EMAIL",
        "name , email",
        "Name,Email,",
        "\" Name\",EMAIL",
    ] {
        let text = format!("Name,Email\nAda Low,ada@example.org\n{again}\nBo Fox,bo@example.org\n");
        let expected = ["Ada Low|ada@example.org", "Bo Fox|bo@example.org"].map(String::from);
        assert_eq!(
            outcome(&text, &["name", "email"]),
            (expected.to_vec(), vec![]),
            "{again}"
        );
    }
    let somebody = "Name,Email\nName Email,ada@example.org\n";
    let expected = vec!["Name Email|ada@example.org".to_string()];
    assert_eq!(outcome(somebody, &["name", "email"]), (expected, vec![]));
}

#[test]
fn a_line_about_the_list_is_no_first_line_of_its_headings() {
    for above in [
        "Saturday 13 April 2024,,,Contact: Jo 07700900555 jo@example.org,\n,,,,\n",
        "Saturday 13 April 2024,,,Contact: Jo 07700900555 jo@example.org,\n",
        "Spring Conference,,,Saturday,\n,,,,\n",
    ] {
        let text =
            format!("{above},Name,Tel,E-mail,Paid\n1,Ada Low,07700900123,ada@example.org,yes\n");
        let expected = vec!["Ada Low|ada@example.org|07700900123|yes".to_string()];
        let columns = ["name", "email", "phone", "Paid"];
        assert_eq!(outcome(&text, &columns), (expected, vec![]), "{above}");
    }
}

#[test]
fn a_delimiter_too_many_at_the_end_of_a_row_glues_no_answers_together() {
    let head =
        "Name,Email,Organisation,Ticket,Diet\nAnn Lee,ann@example.org,Acorn,Standard,Vegan\n";
    let columns = ["organisation", "ticket", "diet"];
    let doubt = "3: a cell of it may contain a comma, in more than one way: put quotes around it";
    for (row, people, rejected) in [
        (
            "Bo Fox,bo@example.org,Unite, Standard,Halal,",
            &["Acorn|Standard|Vegan", "Unite|Standard|Halal"][..],
            &[][..],
        ),
        (
            "Bo Fox,bo@example.org,Unite, Standard,Halal,,",
            &["Acorn|Standard|Vegan", "Unite|Standard|Halal"],
            &[],
        ),
        (
            "Bo Fox,bo@example.org,Unite, Press,Halal,",
            &["Acorn|Standard|Vegan"],
            &[doubt],
        ),
        (
            "Bo Fox,bo@example.org,Unite, north and south,Standard,",
            &["Acorn|Standard|Vegan", "Unite, north and south|Standard|"],
            &[],
        ),
    ] {
        let expected = (
            people.iter().map(ToString::to_string).collect(),
            rejected.iter().map(ToString::to_string).collect(),
        );
        assert_eq!(
            outcome(&format!("{head}{row}\n"), &columns),
            expected,
            "{row}"
        );
    }
}

#[test]
fn remarks_and_headings_between_people_are_rejected_and_names_alone_are_people() {
    let remark = "it looks like a total or a remark, not like a person";
    let heading = "it looks like the heading of a part of the list: if it is somebody, add an address or a number";
    for (row, reason) in [
        ("Questions? Write to admin@example.org", remark),
        ("Questions to Jo,jo@example.org", remark),
        ("Kontakt: Jo,jo@example.org", remark),
        ("Organiser: Jo Low jo@example.org,", remark),
        ("Average,,35", remark),
        ("Durchschnitt,,35", remark),
        ("End of report,", remark),
        ("Page 1 of 1,", remark),
        ("12 people,", remark),
        ("Key: V = vegan,", remark),
        ("N.B. doors open 9am,", remark),
        ("Please print clearly,", remark),
        ("-- end --,", remark),
        ("Saturday,", heading),
        ("Samstag 13. April,", heading),
        ("Speakers (2),", heading),
        ("Table 1,", heading),
        ("Steering group:,", heading),
    ] {
        let text = format!(
            "Name,Email,Age\nAda Low,ada@example.org,30\n{row}\nBo Fox,bo@example.org,40\n"
        );
        // With three columns a word alone may belong to the row above, which is said instead.
        let narrow = text
            .replace(",Age", "")
            .replace(",30", "")
            .replace(",40", "");
        let text = if row.contains("35") { text } else { narrow };
        let people = vec!["Ada Low".to_string(), "Bo Fox".to_string()];
        assert_eq!(
            outcome(&text, &["name"]),
            (people, vec![format!("3: {reason}")]),
            "{row}"
        );
    }
    for name in [
        "Sunday Okafor",
        "N.B. Singh",
        "Contact Jo",
        "Page",
        "Cher",
        "Ada Table",
        "May",
        "Frank Count",
        "n b singh",
    ] {
        let text = format!("Name,Email\nAda Low,ada@example.org\n{name},\n");
        let mut people = vec!["Ada Low".to_string(), name.to_string()];
        people.sort();
        assert_eq!(outcome(&text, &["name"]), (people, vec![]), "{name}");
    }
    let names = outcome("Name\nSunday\nFriday\nAda\n", &["name"]);
    assert_eq!(names.0, ["Ada", "Friday", "Sunday"]);
}

#[test]
fn lists_side_by_side_are_all_read() {
    let everybody = [
        "Ada Low|1|",
        "Bo Fox|3|",
        "Cy Poe|2|",
        "Dan Grey|4|",
        "Eve Roe|5|",
    ];
    let people = |text: &str| {
        outcome(
            &text.replace('#', "0770090012"),
            &["name", "phone", "email"],
        )
    };
    let expected: Vec<String> = everybody
        .iter()
        .map(|one| one.replacen('|', "|0770090012", 1))
        .collect();
    let rows = "Ada Low,#1,,Cy Poe,#2\nBo Fox,#3,,Dan Grey,#4\n,,,Eve Roe,#5\n";
    for head in [
        "Name,Phone,,Name,Phone\n",
        "Saturday,,,Sunday,\nName,Phone,,Name,Phone\n",
        "Name,Phone,,NAME,PHONE\n",
    ] {
        assert_eq!(
            people(&format!("{head}{rows}")),
            (expected.clone(), vec![]),
            "{head}"
        );
    }
    let addresses = "Name,Email,,Name,Email\nFay Low,fay@example.org,,Gus Hill,gus@example.org\n,,,Ivo Poe,ivo@example.org\n";
    let expected = [
        "Fay Low||fay@example.org",
        "Gus Hill||gus@example.org",
        "Ivo Poe||ivo@example.org",
    ];
    assert_eq!(
        people(addresses),
        (expected.map(String::from).to_vec(), vec![])
    );
    // Who pays is nobody who comes.
    let payers = "Buyer,,,Attendee,\nName,Email,,Name,Email\nFay Low,fay@example.org,,Gus Hill,gus@example.org\n";
    assert_eq!(people(payers).0, ["Gus Hill||gus@example.org"]);
}

#[test]
fn a_list_that_somebody_typed_gives_names_and_numbers() {
    let columns = ["name", "phone"];
    let open = "6: it is the number of a line without a name";
    for (text, people, rejected) in [
        (
            "Conference list\n1. Ada Low\n2. Bo Fox\n3. Cy Poe (veggie)\n",
            &["Ada Low|", "Bo Fox|", "Cy Poe|"][..],
            &[][..],
        ),
        (
            "Conference list\n1. Ada Low\n2. Bo Fox\n3. Cy Poe (veggie)\n4. Di Ray\n5.\n",
            &["Ada Low|", "Bo Fox|", "Cy Poe|", "Di Ray|"],
            &[open],
        ),
        ("1) Ada Low\n2) Bo Fox\n", &["Ada Low|", "Bo Fox|"], &[]),
        (
            "Ada Low - 07700 900123\nBo Fox: 07700 900124\nCy Poe +44 7700 900125\n",
            &[
                "Ada Low|07700 900123",
                "Bo Fox|07700 900124",
                "Cy Poe|+44 7700 900125",
            ],
            &[],
        ),
        (
            "1. Ada Low - 07700 900123\n2. Bo Fox\n3. Cy Poe\n",
            &["Ada Low|07700 900123", "Bo Fox|", "Cy Poe|"],
            &[],
        ),
        (
            "Name\nAda Low - 07700 900123\nBo Fox\n",
            &["Ada Low|07700 900123", "Bo Fox|"],
            &[],
        ),
    ] {
        let expected = (
            people.iter().map(ToString::to_string).collect(),
            rejected.iter().map(ToString::to_string).collect(),
        );
        assert_eq!(outcome(text, &columns), expected, "{text}");
    }
}

#[test]
fn names_on_one_line_are_told_of() {
    let said = |columns: &str| {
        format!(
            "{columns} may hold names too; they are kept, but nobody is signed up for them: give each name a line of its own"
        )
    };
    for (text, expected) in [
        (
            "Ada Low, Bo Fox, Cy Poe\n",
            vec![said("column 2, column 3")],
        ),
        ("Ada Low; Bo Fox\n", vec![said("column 2")]),
        ("Ada Low,07700 900123\n", vec![]),
        ("Ada Low,ada@example.org\n", vec![]),
    ] {
        assert_eq!(notes("list.txt", text.as_bytes()), expected, "{text}");
    }
}
