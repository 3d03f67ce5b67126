use crate::import::read::{Repair, Table, Wishes, read};

fn table(bytes: &[u8]) -> Table {
    let mut tables = read("a.csv", bytes, &Wishes::default()).expect("it reads");
    assert_eq!(tables.len(), 1);
    tables.remove(0).1
}

fn rows(table: &Table) -> Vec<Vec<&str>> {
    table.rows().map(|row| row.cells().collect()).collect()
}

fn error(bytes: &[u8]) -> (String, String) {
    let error = read("a.csv", bytes, &Wishes::default()).expect_err("it must not read");
    let hint = error.findings[0].hint.clone();
    (error.to_string(), hint.unwrap_or_default())
}

#[test]
fn the_example_files_are_read_as_they_are_meant() {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/examples/blackburn-2024/signups/"
    );
    let bytes = |name: &str| std::fs::read(format!("{folder}{name}")).expect("it is there");

    let german = bytes("anmeldungen-excel.csv");
    let german = table(&german);
    assert_eq!(german.how.encoding, "Windows-1252");
    assert_eq!(german.how.delimiter, Some(';'));
    assert_eq!(
        german.header[..4],
        ["Zeitstempel", "Vorname", "Nachname", "E-Mail"]
    );
    assert_eq!(rows(&german)[0][1..3], ["Käthe", "Röthlingshöfer"]);

    for (name, first) in [
        ("eventbrite.csv", "Order #"),
        ("google-forms.csv", "Timestamp"),
    ] {
        let bytes = bytes(name);
        let table = table(&bytes);
        assert_eq!(table.header[0], first);
        assert_eq!(
            (table.how.encoding.as_str(), table.how.delimiter),
            ("UTF-8", Some(','))
        );
        assert!(table.rows().all(|row| row.fault.is_none()));
        let lines = bytes.split(|byte| *byte == b'\n').count();
        let read: usize = table.rows().map(|row| row.lines()).sum();
        assert!((lines - 1..=lines).contains(&(read + table.header_lines)));
        assert_eq!(table.repairs, []);
    }
}

#[test]
fn a_file_without_header_begins_with_a_person() {
    let table = table(b"Jo Smith,jo@example.org,Leeds\nAl Jones,al@example.org,York\n");
    assert_eq!(table.header, [""; 0]);
    assert_eq!(table.header_lines, 0);
    let expected = [
        ["Jo Smith", "jo@example.org", "Leeds"],
        ["Al Jones", "al@example.org", "York"],
    ];
    assert_eq!(rows(&table), expected);
}

#[test]
fn a_list_of_nothing_but_addresses_is_a_table() {
    let table = table(b"jo@example.org\n\nal@example.org");
    assert_eq!(rows(&table), [["jo@example.org"], ["al@example.org"]]);
    assert_eq!(table.how.blank_lines, 1);
}

#[test]
fn a_preamble_is_passed_over_and_counted() {
    let table =
        table(b"Sign-ups,,\nprinted 3 March,,\n,,\nName,Email,Town\nJo,jo@example.org,Leeds\n");
    assert_eq!(table.header, ["Name", "Email", "Town"]);
    assert_eq!((table.how.preamble_lines, table.how.blank_lines), (2, 1));
    assert_eq!(table.raw_header, "Name,Email,Town");
    assert_eq!(table.row(0).map(|row| row.line), Some(5));
}

#[test]
fn two_header_lines_are_joined() {
    let text = "Respondent ID,Contact information,,Why?\n,Name,Email Address,Open-Ended Response\n\
                118,Jo,jo@example.org,x\n";
    let table = table(text.as_bytes());
    let labels = [
        "Respondent ID",
        "Contact information: Name",
        "Contact information: Email Address",
        "Why?",
    ];
    assert_eq!(table.header, labels);
    assert_eq!(table.header_lines, 2);
    assert_eq!(rows(&table), [["118", "Jo", "jo@example.org", "x"]]);
}

#[test]
fn a_list_without_any_address_goes_by_its_header() {
    let text =
        "Name\tUser ID\tTitle\tRSVP\nJo, the first\tuser 12\t\tYes\nAl\tuser 13\tHost, too\tNo\n";
    let table = table(text.as_bytes());
    assert_eq!(table.how.delimiter, Some('\t'));
    assert_eq!(rows(&table)[0], ["Jo, the first", "user 12", "", "Yes"]);
}

#[test]
fn a_said_delimiter_is_checked_against_the_rows() {
    let text = b"sep=;\nName,Email\nJo,jo@example.org\n";
    let table = table(text);
    assert_eq!(table.how.delimiter, Some(','));
    assert_eq!(table.how.preamble_lines, 1);
    assert_eq!(table.how.notes.len(), 1);
}

#[test]
fn a_row_that_cannot_be_read_keeps_its_place_and_says_why() {
    let text =
        "Name,Email,Town,Note\nJo,jo@example.org,Leeds,x\nAl,a,b,c,d,e\nBo,bo@example.org,Hull,\n";
    let table = table(text.as_bytes());
    let faults: Vec<_> = table
        .rows()
        .map(|row| (row.line, row.fault.is_some(), row.raw()))
        .collect();
    let expected = [
        (2, false, "Jo,jo@example.org,Leeds,x"),
        (3, true, "Al,a,b,c,d,e"),
        (4, false, "Bo,bo@example.org,Hull,"),
    ];
    assert_eq!(faults, expected);
}

#[test]
fn repairs_are_counted_with_their_first_line() {
    let text = "Name,Email,Note\nJo,jo@example.org,\"a \"b\" c\"\nAl,al@example.org,\"open\n\"Bo \"B\" X\",bo@example.org,\n";
    let table = table(text.as_bytes());
    let expected = [
        Repair {
            what: "quote inside a quoted cell",
            count: 2,
            line: 2,
        },
        Repair {
            what: "quote that is never closed",
            count: 1,
            line: 3,
        },
    ];
    assert_eq!(table.repairs, expected);
    assert_eq!(rows(&table)[1], ["Al", "al@example.org", "open"]);
}

#[test]
fn two_equally_likely_readings_are_shown_and_neither_is_taken() {
    let (message, hint) = error(b"a;b,c\nd;e,f\ng;h,i\n");
    assert_eq!(
        message,
        "`a.csv` can be read in two ways: with `,` line 1 reads `a;b` `c`, with `;` line 1 reads `a` `b,c`"
    );
    assert_eq!(
        hint,
        "say which is right: --delimiter \",\" or --delimiter \";\""
    );
}

#[test]
fn what_is_no_table_says_what_to_do() {
    let (message, hint) = error(b"<html><table><tr><td>Jo</td></tr></table></html>");
    assert_eq!(message, "`a.csv` is no table but a web page");
    assert_eq!(
        hint,
        "open it in a spreadsheet program and save it as .xlsx or as CSV in UTF-8"
    );
    assert_eq!(
        error(b"\x1f\x8b\x08\0").1,
        "unpack it, and import what was in it"
    );
    assert_eq!(error(b"").0, "`a.csv` is no table but empty");
    assert_eq!(error(b"\n\r\n,,\n").0, "`a.csv` is no table but empty");
}

#[test]
fn bytes_that_mean_nothing_reject_their_row_and_no_other() {
    let wishes = Wishes {
        encoding: Some("utf-8".into()),
        ..Wishes::default()
    };
    let text = b"Name,Email\nJos\xe9,jose@example.org\nAl,al@example.org\n";
    let tables = read("a.csv", text, &wishes).expect("it reads");
    let faults: Vec<_> = tables[0].1.rows().map(|row| row.fault).collect();
    assert_eq!(
        faults,
        [Some("it has bytes that mean nothing in UTF-8"), None]
    );
}

#[test]
fn a_comma_with_a_space_behind_it_each_time_is_part_of_a_date() {
    let text = "Jo Lawson\tuser 11\t\tYes\tMarch 1, 2024 3:25 PM\thttps://example.org/members/11\nAl Jones\tuser 12\t\tYes\tMarch 2, 2024 3:26 PM\thttps://example.org/members/12\n";
    let tables = read("a.xls", text.as_bytes(), &Wishes::default()).expect("it reads");
    assert_eq!(tables[0].1.how.delimiter, Some('\t'));
}

#[test]
fn more_columns_than_a_spreadsheet_has_are_no_list() {
    let text = "Name,Email,".to_string() + &"x,".repeat(30_000) + "\nJo,jo@example.org\n";
    assert_eq!(
        error(text.as_bytes()).0,
        "`a.csv` has 30002 columns, more than any list"
    );
}
