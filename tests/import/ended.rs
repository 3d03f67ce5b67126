//! Rows that end with a delimiter.

use plenary::import::{Report, Verdict};

use crate::desk::Desk;

/// Everybody as the values of some columns, the lines of rows that were rejected, and what was repaired how often.
fn read(lines: &[&str], columns: &[&str]) -> (Vec<String>, Vec<usize>, Vec<(String, usize)>) {
    let text = lines.join("\n") + "\n";
    let mut desk = Desk::new();
    let reports: Vec<Report> = desk.import("list.csv", text.as_bytes());
    let rows = reports.iter().flat_map(|report| &report.rows);
    let rejected = rows.filter(|row| row.verdict == Verdict::Rejected);
    let rejected = rejected.map(|row| row.line as usize).collect();
    let repaired = reports.iter().flat_map(|report| &report.repaired);
    let repaired = repaired.map(|(what, count, _)| (what.clone(), *count));
    let repaired = repaired.collect();
    let again = desk.import("list.csv", text.as_bytes());
    assert!(again.iter().all(|report| !report.changed), "{lines:?}");
    let say = |one: &plenary::model::Registration| {
        let cells: Vec<&str> = columns.iter().map(|column| one.get(column)).collect();
        cells.join("|")
    };
    (desk.list.iter().map(say).collect(), rejected, repaired)
}

#[test]
fn where_every_row_ends_with_a_delimiter_a_space_before_an_answer_parts_it_from_the_one_before() {
    for rows in [
        &[
            "Ann Ruiz,ann@example.org,York,Yes,",
            "Cy Dunne,cy@example.org, Leeds,Yes,",
        ][..],
        &[
            "Ann Ruiz,ann@example.org,\"York, UK\",Yes,",
            "Cy Dunne,cy@example.org, Leeds, Yes,",
        ],
        &[
            "Ann Ruiz,ann@example.org,York,,",
            "Cy Dunne,cy@example.org, Leeds, Yes,",
        ],
    ] {
        let lines = [&["Name,Email,Town,Attending?"], rows].concat();
        let (people, rejected, repaired) = read(&lines, &["name", "email"]);
        let expected = ["Ann Ruiz|ann@example.org", "Cy Dunne|cy@example.org"];
        assert_eq!(people, expected, "{rows:?}");
        assert_eq!((rejected, repaired), (vec![], vec![]), "{rows:?}");
        let (towns, ..) = read(&lines, &["area"]);
        assert_eq!(towns[1], "Leeds", "{rows:?}");
    }
}

#[test]
fn where_not_every_row_ends_with_a_delimiter_a_comma_too_many_is_told() {
    let lines = [
        "Name,Email,Organisation,Ticket,Diet",
        "Ann Lee,ann@example.org,Acorn,Standard,",
        "Bo Okafor,bo@example.org,Unite, North West,Standard,",
        "Di Patel,di@example.org,GMB,Concession,",
    ];
    let (people, rejected, _) = read(&lines, &["name", "organisation", "ticket"]);
    let expected = ["Ann Lee|Acorn|Standard", "Di Patel|GMB|Concession"];
    assert_eq!(
        (people, rejected),
        (expected.map(String::from).to_vec(), vec![3])
    );
}
