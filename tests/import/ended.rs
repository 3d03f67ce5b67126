//! Rows that end with a delimiter, and rows that a line end has parted.

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

const BROKEN: &str = "row broken over several lines";
const NOTED: &str = "Name,Email,Note,Newsletter";
const WHOLE: &str = "Bo Smith,bo@example.org,,Yes";

#[test]
fn the_rest_of_a_row_below_it_belongs_to_it_where_its_answers_stand_where_they_were_asked_for_then()
{
    for (rest, note, times) in [
        (
            &["Ada Byron,ada@example.org,I come", "late,No"][..],
            "I come\nlate",
            1,
        ),
        (
            &["Ada Byron,ada@example.org,I come", "late", "sorry,No"],
            "I come\nlate\nsorry",
            1,
        ),
        (
            &["\"Ada Byron\",ada@example.org,I come", "late,No"],
            "I come\nlate",
            1,
        ),
        (
            &["Ada Byron,ada@example.org,I come late,No"],
            "I come late",
            0,
        ),
    ] {
        let lines = [&[NOTED], rest, &[WHOLE]].concat();
        let (people, rejected, repaired) = read(&lines, &["name", "note", "updates"]);
        let expected = [format!("Ada Byron|{note}|no"), "Bo Smith||yes".to_string()];
        assert_eq!((people, rejected), (expected.to_vec(), vec![]), "{rest:?}");
        let broken = repaired.iter().map(|(what, count)| (what.as_str(), *count));
        let expected = if times == 0 {
            vec![]
        } else {
            vec![(BROKEN, times)]
        };
        assert_eq!(broken.collect::<Vec<_>>(), expected, "{rest:?}");
    }
    // Also where nobody has an address.
    let lines = [
        "Name,Phone,Note,Newsletter",
        "Ada Byron,07700 900123,I come",
        "late,No",
        "Bo Smith,07700 900124,,Yes",
    ];
    let (people, rejected, _) = read(&lines, &["name", "note", "updates"]);
    assert_eq!(people, ["Ada Byron|I come\nlate|no", "Bo Smith||yes"]);
    assert_eq!(rejected, [0; 0]);
}

#[test]
fn what_may_be_the_rest_of_a_row_is_nobody_and_is_rejected_with_it() {
    let first = "Ada Byron,ada@example.org,I come";
    for rest in [
        &["Late,No"][..],
        &["Bo Low,No"],
        &["", "late,No"],
        &["late,perhaps"],
    ] {
        let lines = [&[NOTED, first], rest, &[WHOLE]].concat();
        let (people, rejected, repaired) = read(&lines, &["name"]);
        assert_eq!(
            (people, repaired),
            (vec!["Bo Smith".into()], vec![]),
            "{rest:?}"
        );
        assert_eq!(rejected, [2, 2 + rest.len()], "{rest:?}");
    }
    // Whoever writes names in small letters may have written one here.
    let lines = [
        NOTED,
        "ada byron,ada@example.org,I come",
        "bo low,No",
        WHOLE,
    ];
    assert_eq!(read(&lines, &["name"]).1, [2, 3]);
}

#[test]
fn a_short_row_is_somebody_where_nothing_speaks_for_the_rest_of_another() {
    for row in [
        "Cy Low,none",
        "Cy Low,cy at example.org",
        "Cy Low,07700 900123",
        "Cy Low,Leeds",
    ] {
        let lines = [NOTED, "Ada Byron,ada@example.org,I come", row, WHOLE];
        let (people, rejected, _) = read(&lines, &["name"]);
        let expected = ["Ada Byron", "Cy Low", "Bo Smith"].map(String::from);
        assert_eq!((people, rejected), (expected.to_vec(), vec![]), "{row}");
    }
}
