//! Merged cells of OpenDocument spreadsheets.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::desk::Desk;

/// A spreadsheet with these rows as XML, below two lines of blank ones.
fn ods(rows: &str) -> Vec<u8> {
    let urn = "urn:oasis:names:tc:opendocument:xmlns";
    let content = format!(
        "<office:document-content xmlns:office=\"{urn}:office:1.0\" xmlns:table=\"{urn}:table:1.0\" \
         xmlns:text=\"{urn}:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"Sign-ups\">\
         <table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"3\"/>\
         </table:table-row>{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"urn:x\"/>",
        ),
        ("content.xml", &content),
    ] {
        let options = SimpleFileOptions::default();
        zip.start_file(path, options).expect("a new file");
        zip.write_all(text.as_bytes()).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

fn cell(text: &str, rows: usize) -> String {
    let spanned = match rows {
        1 => String::new(),
        _ => format!(" table:number-columns-spanned=\"1\" table:number-rows-spanned=\"{rows}\""),
    };
    format!(
        "<table:table-cell office:value-type=\"string\"{spanned}><text:p>{text}</text:p></table:table-cell>"
    )
}

#[test]
fn a_cell_that_is_merged_down_a_household_in_an_opendocument_spreadsheet_is_everybodys() {
    let covered = "<table:covered-table-cell table:number-columns-repeated=\"2\"/>";
    let rows = [
        [cell("Name", 1), cell("Email", 1), cell("Phone", 1)].concat(),
        [
            cell("Ada Byron", 1),
            cell("byron@example.org", 3),
            cell("07700 900121", 3),
        ]
        .concat(),
        cell("Bo Byron", 1) + covered,
        cell("Kit Byron", 1) + covered,
        [cell("Cara Low", 1), cell("cara@example.org", 1)].concat(),
    ];
    let rows = rows.map(|cells| format!("<table:table-row>{cells}</table:table-row>"));
    let mut desk = Desk::new();
    desk.import("list.ods", &ods(&rows.concat()));
    let people = desk.list.iter();
    let people = people.map(|one| [one.name(), one.get("email"), one.get("phone")].join(", "));
    assert_eq!(
        people.collect::<Vec<String>>(),
        [
            "Ada Byron, byron@example.org, 07700 900121",
            "Bo Byron, byron@example.org, 07700 900121",
            "Kit Byron, byron@example.org, 07700 900121",
            "Cara Low, cara@example.org, ",
        ]
    );
}
