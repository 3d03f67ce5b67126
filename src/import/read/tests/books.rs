use super::workbooks::{text, xlsx};
use crate::import::read::{Table, Wishes, read};

/// A table as a person would see it: its name, its labels, its rows with their line and what is wrong with them.
fn seen(bytes: &[u8]) -> Vec<String> {
    let tables = read("a", bytes, &Wishes::default()).expect("it reads");
    let seen = |(name, table): &(String, Table)| {
        let row = |row: crate::import::read::RawRow<'_>| {
            let cells: Vec<&str> = row.cells().collect();
            let fault = row.fault.map(|why| format!(" ({why})"));
            let line = row.line;
            format!("\n{line}: {}{}", cells.join("|"), fault.unwrap_or_default())
        };
        let rows: String = table.rows().map(row).collect();
        format!("{name}: {}{rows}", table.header.join("|"))
    };
    tables.iter().map(seen).collect()
}

/// The same table as CSV and as a workbook.
fn both(csv: &str) -> [Vec<u8>; 2] {
    let cell = |row: usize, (column, content): (usize, &str)| match content {
        "" => String::new(),
        _ => {
            let letter = char::from(b'A' + column as u8);
            text(&format!("{letter}{row}"), content)
        }
    };
    let row = |(at, line): (usize, &str)| {
        let cells = line.split(',').enumerate();
        let cells: String = cells.map(|one| cell(at + 1, one)).collect();
        format!("<row r=\"{}\">{cells}</row>", at + 1)
    };
    let rows: String = csv.lines().enumerate().map(row).collect();
    [csv.into(), xlsx(&[("People", &rows)])]
}

#[test]
fn a_workbook_is_read_like_the_same_table_as_text() {
    const LIST: &str =
        "Name,Email,Phone\nAnn Lee,ann@example.org,07700 900001\nCy Fox,cy@example.org,\n";
    for (csv, expected) in [
        (
            format!("{LIST},,\nEmail,Name,Shift\nbo@example.org,Bo Day,am\ndi@example.org,Di Gay,pm\n"),
            vec![
                "a: Name|Email|Phone\n2: Ann Lee|ann@example.org|07700 900001\n3: Cy Fox|cy@example.org|",
                "a, from line 5: Email|Name|Shift\n6: bo@example.org|Bo Day|am\n7: di@example.org|Di Gay|pm",
            ],
        ),
        (
            format!("{LIST}Helpers,,\nEmail,Name,Shift\nbo@example.org,Bo Day,am\n"),
            vec![
                "a: Name|Email|Phone\n2: Ann Lee|ann@example.org|07700 900001\n3: Cy Fox|cy@example.org|",
                "a, from line 4: Email|Name|Shift\n6: bo@example.org|Bo Day|am",
            ],
        ),
        (
            format!("{LIST}Name,Email,Phone\nBo Day,bo@example.org,07700 900002\n"),
            vec![
                "a: Name|Email|Phone\n2: Ann Lee|ann@example.org|07700 900001\n3: Cy Fox|cy@example.org|\n\
                 5: Bo Day|bo@example.org|07700 900002",
            ],
        ),
        (
            "Name,Email,,Name,Email\nAnn Lee,ann@example.org,,Bo Day,bo@example.org\n".to_string(),
            vec![
                "a: Name|Email\n2: Ann Lee|ann@example.org",
                "a, from column 4: Name|Email\n2: Bo Day|bo@example.org",
            ],
        ),
        (
            format!("{LIST}Waiting list,,\nBo Day,bo@example.org,07700 900002\n"),
            vec![
                "a: Name|Email|Phone\n2: Ann Lee|ann@example.org|07700 900001\n3: Cy Fox|cy@example.org|\n\
                 4: Waiting list|| (it looks like the heading of a part of the list: those below it were taken as coming \
                 unless a column says otherwise)\n5: Bo Day|bo@example.org|07700 900002",
            ],
        ),
        (
            "Contact:,olga@example.org\nAnn Lee,ann@example.org,07700 900001\nBo Day,bo@example.org,07700 900002\n".to_string(),
            vec![
                "a: \n1: Contact:|olga@example.org| (it reads like a remark about the list: if it is somebody, move it \
                 below)\n2: Ann Lee|ann@example.org|07700 900001\n3: Bo Day|bo@example.org|07700 900002",
            ],
        ),
        (
            "Name,Ann Lee,Bo Day\nEmail,ann@example.org,\nPhone,07700 900001,07700 900002\n".to_string(),
            vec!["a: Name|Email|Phone\n2: Ann Lee|ann@example.org|07700 900001\n3: Bo Day||07700 900002"],
        ),
    ] {
        for bytes in both(&csv) {
            assert_eq!(seen(&bytes), expected, "{csv}");
        }
    }
}
