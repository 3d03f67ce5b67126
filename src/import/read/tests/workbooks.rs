use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::import::read::{Table, Wishes, read};

fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in files {
        zip.start_file(*path, SimpleFileOptions::default())
            .expect("a new file");
        zip.write_all(content.as_bytes()).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook with sheets whose rows are written as XML; style 1 is a date.
pub(super) fn xlsx(sheets: &[(&str, &str)]) -> Vec<u8> {
    let mut list = String::new();
    let mut relations = String::new();
    let mut files = Vec::new();
    for (index, (title, rows)) in sheets.iter().enumerate() {
        let number = index + 1;
        list += &format!("<sheet name=\"{title}\" sheetId=\"{number}\" r:id=\"r{number}\"/>");
        relations += &format!(
            "<Relationship Id=\"r{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
        // Which cells are merged stands behind the rows.
        let (rows, merged) = rows.split_at(rows.find("<mergeCells").unwrap_or(rows.len()));
        let sheet = format!(
            "<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData>{merged}</worksheet>"
        );
        files.push((format!("xl/worksheets/sheet{number}.xml"), sheet));
    }
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{list}</sheets></workbook>"
    );
    files.push(("xl/workbook.xml".into(), book));
    relations +=
        &format!("<Relationship Id=\"s\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/>");
    let relations = format!("<Relationships xmlns=\"{RELATIONS}\">{relations}</Relationships>");
    files.push(("xl/_rels/workbook.xml.rels".into(), relations));
    let root = format!(
        "<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"b\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    files.push(("_rels/.rels".into(), root));
    let styles = format!(
        "<styleSheet xmlns=\"{MAIN}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"
    );
    files.push(("xl/styles.xml".into(), styles));
    let files: Vec<_> = files
        .iter()
        .map(|(path, content)| (path.as_str(), content.as_str()))
        .collect();
    zip(&files)
}

pub(super) fn text(cell: &str, content: &str) -> String {
    format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{content}</t></is></c>")
}

pub(super) fn people(names: &[&str]) -> String {
    let mut rows = format!(
        "<row r=\"2\">{}{}{}{}</row>",
        text("A2", "Start time"),
        text("B2", "Name"),
        text("C2", "Email"),
        text("D2", "Phone")
    );
    for (index, name) in names.iter().enumerate() {
        let row = index + 4;
        rows += &format!(
            "<row r=\"{row}\"><c r=\"A{row}\" s=\"1\"><v>45356.4375</v></c>{}{}<c r=\"D{row}\"><v>447700900123</v></c></row>",
            text(&format!("B{row}"), name),
            text(
                &format!("C{row}"),
                &format!("{}@example.org", name.to_lowercase())
            ),
        );
    }
    rows
}

pub(super) fn rows(table: &Table) -> Vec<(usize, Vec<&str>)> {
    table
        .rows()
        .map(|row| (row.line, row.cells().collect()))
        .collect()
}

#[test]
fn the_sheet_with_people_is_taken_and_named() {
    let about = format!("<row r=\"1\">{}</row>", text("A1", "About this form"));
    let bytes = xlsx(&[("About", &about), ("Form1", &people(&["Jo", "Zoë"]))]);
    let tables = read("a.csv", &bytes, &Wishes::default()).expect("it reads");
    let table = &tables[0].1;
    assert_eq!(table.how.format, "Excel workbook");
    assert_eq!(table.how.sheet.as_deref(), Some("Form1"));
    assert_eq!(table.header, ["Start time", "Name", "Email", "Phone"]);
    let row = |line, name, email| {
        (
            line,
            vec!["2024-03-05 10:30:00", name, email, "447700900123"],
        )
    };
    assert_eq!(
        rows(table),
        [
            row(4, "Jo", "jo@example.org"),
            row(5, "Zoë", "zoë@example.org")
        ]
    );
    assert_eq!((table.how.blank_lines, table.header_lines), (2, 1));
    let raws: Vec<_> = table.rows().map(|row| row.raw()).collect();
    assert_eq!(
        raws[0],
        "2024-03-05 10:30:00,Jo,jo@example.org,447700900123"
    );
}

#[test]
fn two_sheets_of_people_are_asked_about_unless_one_is_wished_for() {
    let bytes = xlsx(&[
        ("May", &people(&["Jo", "Al"])),
        ("June", &people(&["Bo", "Cy"])),
    ]);
    let error = read("a.xlsx", &bytes, &Wishes::default()).expect_err("which one?");
    assert_eq!(
        error.to_string(),
        "two sheets of `a.xlsx` hold people: `May` with 2 and `June` with 2 others"
    );
    let wishes = Wishes {
        sheet: Some("june".into()),
        ..Wishes::default()
    };
    let tables = read("a.xlsx", &bytes, &wishes).expect("it reads");
    assert_eq!(rows(&tables[0].1)[0].1[1], "Bo");
    let wishes = Wishes {
        sheet: Some("July".into()),
        ..Wishes::default()
    };
    let error = read("a.xlsx", &bytes, &wishes).expect_err("there is none");
    assert_eq!(
        error.findings[0].hint.as_deref(),
        Some("its sheets are `May`, `June`")
    );
}

#[test]
fn an_opendocument_spreadsheet_is_read() {
    let cell = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let row = |cells: &[&str]| {
        let cells: String = cells.iter().map(|text| cell(text)).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let urn = "urn:oasis:names:tc:opendocument:xmlns";
    let content = format!(
        "<office:document-content xmlns:office=\"{urn}:office:1.0\" xmlns:table=\"{urn}:table:1.0\" \
         xmlns:text=\"{urn}:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"One\">{}{}\
         </table:table></office:spreadsheet></office:body></office:document-content>",
        row(&["Name", "Email"]),
        row(&["Zoë", "zoe@example.org"]),
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let bytes = zip(&[
        ("mimetype", kind),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"urn:x\"/>",
        ),
        ("content.xml", &content),
    ]);
    let tables = read("a.csv", &bytes, &Wishes::default()).expect("it reads");
    assert_eq!(tables[0].1.how.format, "OpenDocument spreadsheet");
    assert_eq!(rows(&tables[0].1), [(2, vec!["Zoë", "zoe@example.org"])]);
}

#[test]
fn every_table_in_a_zip_is_read_under_its_own_name() {
    let bytes = zip(&[
        ("one.csv", "\"Name\",\"Email\"\n\"Jo\",\"jo@example.org\""),
        ("__MACOSX/._one.csv", "\0\0"),
        ("more/two.csv", "Name;Email\nAl;al@example.org\n"),
        ("readme.html", "<!DOCTYPE html><html>"),
    ]);
    let tables = read("forms.zip", &bytes, &Wishes::default()).expect("it reads");
    let names: Vec<_> = tables.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["forms.zip/one.csv", "forms.zip/more/two.csv"]);
    assert_eq!(rows(&tables[1].1), [(2, vec!["Al", "al@example.org"])]);
    assert_eq!(
        tables[0].1.how.notes,
        ["`forms.zip/readme.html` is no table but a web page"]
    );
}

#[test]
fn a_sheet_whose_rows_each_stand_in_one_cell_is_split() {
    let rows_xml = format!(
        "<row r=\"1\">{}</row><row r=\"2\">{}</row>",
        text("A1", "Name;Email;Town"),
        text("A2", "Jo;jo@example.org;Leeds")
    );
    let bytes = xlsx(&[("Sheet1", &rows_xml)]);
    let tables = read("a.xlsx", &bytes, &Wishes::default()).expect("it reads");
    assert_eq!(tables[0].1.header, ["Name", "Email", "Town"]);
    assert_eq!(
        rows(&tables[0].1),
        [(2, vec!["Jo", "jo@example.org", "Leeds"])]
    );
}

fn refusal(name: &str, bytes: &[u8]) -> String {
    let error = read(name, bytes, &Wishes::default()).err();
    error.map_or_else(|| "it was read".into(), |error| error.to_string())
}

#[test]
fn a_zip_that_was_made_to_fill_the_memory_is_refused() {
    let bomb = zip(&[("a.csv", &"a".repeat(17 << 20))]);
    assert_eq!(
        refusal("a.zip", &bomb),
        "`a.zip` is a zip that cannot be read: `a.csv` in it unpacks to more than 200 times its size"
    );
}

#[test]
fn a_cell_far_from_the_list_is_passed_over_if_blank_and_said_if_not() {
    let far = |content: &str| {
        let people = format!(
            "<row r=\"1\">{}{}</row><row r=\"2\">{}{}</row>",
            text("A1", "Name"),
            text("B1", "Email"),
            text("A2", "Jo"),
            text("B2", "jo@example.org")
        );
        let last = format!("<row r=\"1048576\">{}</row>", text("XFD1048576", content));
        xlsx(&[("List", &(people + &last))])
    };
    let blank = far(" ");
    let tables = read("a.xlsx", &blank, &Wishes::default()).expect("it reads");
    assert_eq!(rows(&tables[0].1), [(2, vec!["Jo", "jo@example.org"])]);
    assert_eq!(
        refusal("a.xlsx", &far("x")),
        "sheet `List` of `a.xlsx` goes on to row 1048576 and column 16384, which is too much"
    );
}

#[test]
fn a_hidden_sheet_is_not_meant_as_long_as_another_holds_people() {
    // What stands behind the title is one more attribute of the sheet.
    let hidden = "Old\" state=\"hidden";
    let bytes = xlsx(&[
        (hidden, &people(&["Gone", "Left"])),
        ("New", &people(&["Jo", "Al"])),
    ]);
    let tables = read("a.xlsx", &bytes, &Wishes::default()).expect("it reads");
    assert_eq!(rows(&tables[0].1)[0].1[1], "Jo");
    assert_eq!(
        tables[0].1.how.notes,
        ["the hidden sheet `Old` holds 2 addresses and was not read; --sheet \"Old\" reads it"]
    );
    let alone = xlsx(&[(hidden, &people(&["Gone"])), ("Notes", "")]);
    let tables = read("a.xlsx", &alone, &Wishes::default()).expect("it reads");
    assert_eq!(rows(&tables[0].1)[0].1[1], "Gone");
}

#[test]
fn a_letter_beside_the_list_in_a_zip_is_nobody() {
    let letter = "Thank you for using our forms.\n";
    let bytes = zip(&[
        ("form.csv", "Name,Email\nJo,jo@example.org\n"),
        ("readme.txt", letter),
    ]);
    let tables = read("a.zip", &bytes, &Wishes::default()).expect("it reads");
    assert_eq!(tables.len(), 1);
    assert_eq!(
        tables[0].1.how.notes,
        ["`a.zip/readme.txt` holds no list and was not read"]
    );
}

#[test]
fn a_file_that_was_packed_with_gzip_is_unpacked_unless_it_would_fill_the_memory() {
    let pack = |content: &[u8]| {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(content).expect("memory");
        packer.finish().expect("memory")
    };
    let bytes = pack(b"Name,Email\nJo,jo@example.org\n");
    let tables = read("a.csv.gz", &bytes, &Wishes::default()).expect("it reads");
    assert_eq!(rows(&tables[0].1), [(2, vec!["Jo", "jo@example.org"])]);
    let bomb = pack(&vec![b'a'; 17 << 20]);
    assert_eq!(
        refusal("a.gz", &bomb),
        "`a.gz` is packed with gzip and cannot be read: it unpacks to more than 16777216 bytes"
    );
    assert!(
        refusal("a.gz", &bytes[..12])
            .starts_with("`a.gz` is packed with gzip and cannot be read: ")
    );
}

/// A sheet of rows of words.
pub(super) fn words(rows: &[&[&str]]) -> String {
    let row = |(at, cells): (usize, &&[&str])| {
        let cell = |(column, content): (u8, &&str)| {
            text(&format!("{}{}", char::from(b'A' + column), at + 1), content)
        };
        let cells: String = (0..).zip(cells.iter()).map(cell).collect();
        format!("<row r=\"{}\">{cells}</row>", at + 1)
    };
    rows.iter().enumerate().map(row).collect()
}

#[test]
fn every_sheet_that_is_not_read_is_named_and_two_lists_of_names_are_not_chosen_between() {
    let head: &[&str] = &["Name", "Phone"];
    let (ada, bo, dan): (&[&str], &[&str], &[&str]) = (
        &["Ada Low", "07700900121"],
        &["Bo Fox", "07700900122"],
        &["Dan Grey", "07700900123"],
    );
    let sat = words(&[head, ada, bo]);
    let sun = words(&[head, dan, ada]);
    let more = words(&[head, dan, bo, ada, &["Eve Roe"], &["Cy Poe"]]);
    let rooms = words(&[&["Room", "Key"], &["Hall", "12"]]);
    let online = people(&["Jo", "Zoë"]);
    for (sheets, expected) in [
        (
            vec![("Sat", &sat), ("Sun", &words(&[head, dan, &["Eve Roe"]]))],
            Err("two sheets of `a.xlsx` hold people: `Sat` with 2 and `Sun` with 2 others"),
        ),
        (
            vec![("Rooms", &rooms), ("Sun", &sun)],
            Ok((
                "Sun",
                vec!["sheet `Rooms` holds 2 rows and was not read; --sheet \"Rooms\" reads it"],
            )),
        ),
        (
            vec![("Sat", &more), ("Sun", &sun)],
            Ok((
                "Sat",
                vec![
                    "sheet `Sun` holds 2 people, who stand in `Sat` too, and was not read; --sheet \"Sun\" reads it",
                ],
            )),
        ),
        (
            vec![("Online", &online), ("Paper", &sat)],
            Ok((
                "Online",
                vec![
                    "sheet `Paper` holds 2 other names and was not read; --sheet \"Paper\" reads it",
                ],
            )),
        ),
    ] {
        let sheets: Vec<(&str, &str)> = sheets
            .iter()
            .map(|(title, rows)| (*title, rows.as_str()))
            .collect();
        let found = read("a.xlsx", xlsx(&sheets), &Wishes::default());
        let found = found
            .map(|mut tables| tables.remove(0).1.how)
            .map_err(|error| error.to_string());
        let expected = expected.map(|(sheet, notes)| {
            (
                Some(sheet.to_string()),
                notes.into_iter().map(String::from).collect(),
            )
        });
        assert_eq!(
            found.map(|how| (how.sheet, how.notes)),
            expected.map_err(String::from),
            "{sheets:?}"
        );
    }
}
