//! Lists as people type them into a chat: with marks beside the names, and with headings above those who come or do not.

use plenary::import::read::{self, Wishes};
use plenary::import::{Report, Verdict};

use crate::desk::Desk;

/// Everybody with their status, the lines of rows that were rejected, and what is said of how the list was read.
pub(crate) fn read(lines: &[&str]) -> (Vec<String>, Vec<usize>, Vec<String>) {
    let text = lines.join("\n") + "\n";
    let mut desk = Desk::new();
    let reports: Vec<Report> = desk.import("list.txt", text.as_bytes());
    let rows = reports.iter().flat_map(|report| &report.rows);
    let rejected = rows.filter(|row| row.verdict == Verdict::Rejected);
    let rejected = rejected.map(|row| row.line as usize).collect();
    let again = desk.import("list.txt", text.as_bytes());
    assert!(again.iter().all(|report| !report.changed), "{lines:?}");
    let tables = read::read("list.txt", text.as_bytes(), &Wishes::default()).expect("it reads");
    let notes = tables.into_iter().flat_map(|(_, table)| table.how.notes);
    let people = desk.list.iter();
    let people = people.map(|one| format!("{}: {}", one.name(), one.get("status")));
    (people.collect(), rejected, notes.collect())
}

const EXPECTED: [&str; 4] = [
    "Ada Byron: confirmed",
    "Bo Smith: confirmed",
    "Cara Jones: cancelled",
    "Dan Grey: pending",
];

#[test]
fn a_mark_beside_a_name_says_whether_somebody_comes_and_is_no_part_of_the_name() {
    let open = "line 4 marks somebody as not decided, who is not confirmed".to_string();
    for lines in [
        [
            "✅ Ada Byron",
            "✅ Bo Smith",
            "❌ Cara Jones",
            "❓ Dan Grey",
        ],
        ["✔️ Ada Byron", "Bo Smith 👍🏽", "Cara Jones ❌", "? Dan Grey"],
        [
            "1. ✅ Ada Byron",
            "2. Bo Smith ✅",
            "3. ❌ Cara Jones",
            "4. Dan Grey (maybe)",
        ],
        [
            "Ada Byron",
            "Bo Smith",
            "Cara Jones - can't make it",
            "Dan Grey (maybe)",
        ],
        ["✅ Ada Byron", "✅ Bo Smith", "❌ Cara Jones", "Dan Grey?"],
    ] {
        let expected = EXPECTED.map(String::from).to_vec();
        assert_eq!(
            read(&lines),
            (expected, vec![], vec![open.clone()]),
            "{lines:?}"
        );
    }
}

#[test]
fn marks_are_read_where_addresses_or_numbers_stand_beside_the_names() {
    for lines in [
        &[
            "✅ Ada Byron, ada@example.org",
            "❌ Cara Jones, cara@example.org",
        ][..],
        &["✅ Ada Byron 07700 900121", "❌ Cara Jones 07700 900122"],
        &[
            "Name,Email",
            "✅ Ada Byron,ada@example.org",
            "❌ Cara Jones,cara@example.org",
        ],
        &["Name", "✅ Ada Byron", "❌ Cara Jones"],
    ] {
        let expected = [EXPECTED[0], EXPECTED[2]].map(String::from).to_vec();
        assert_eq!(read(lines), (expected, vec![], vec![]), "{lines:?}");
    }
}

#[test]
fn a_heading_in_a_list_is_nobody_and_says_of_those_below_it_whether_they_come() {
    let told = |words: [(usize, &str, &str); 3]| {
        let told =
            words.map(|(line, words, rows)| format!("line {line} says \"{words}\" of {rows}"));
        told.to_vec()
    };
    let (two, one) = ("the 2 rows below it", "the 1 row below it");
    for words in [
        ["Coming:", "Not coming:", "Maybe:"],
        ["Coming (2):", "Can’t come:", "Not sure:"],
        ["Yes:", "No:", "Maybe:"],
        ["IN:", "OUT:", "TBC:"],
        ["✅ Coming", "❌ Not coming", "❓ Maybe"],
        ["✅", "❌", "❓"],
        ["Attending", "Declined", "Maybe"],
    ] {
        let lines = [
            words[0],
            "Ada Byron",
            "Bo Smith",
            "",
            words[1],
            "Cara Jones",
            words[2],
            "Dan Grey",
        ];
        let notes = told([(1, words[0], two), (5, words[1], one), (7, words[2], one)]);
        let expected = EXPECTED.map(String::from).to_vec();
        assert_eq!(read(&lines), (expected, vec![], notes), "{words:?}");
    }
    let lines = [
        "Coming:",
        "1. Bo Smith",
        "2. Cy Low",
        "Not coming:",
        "1. Ada Byron",
    ];
    let expected = [
        "Bo Smith: confirmed",
        "Cy Low: confirmed",
        "Ada Byron: cancelled",
    ];
    assert_eq!(read(&lines).0, expected);
}

#[test]
fn a_heading_that_says_nothing_of_whether_people_come_is_rejected_and_ends_the_part() {
    let lines = ["Not coming:", "Ada Byron", "Kitchen:", "Bo Smith"];
    let (people, rejected, _) = read(&lines);
    assert_eq!(people, ["Ada Byron: cancelled", "Bo Smith: confirmed"]);
    assert_eq!(rejected, [3]);
    let lines = ["Who is coming to the hall?", "✅ Ada Byron", "❌ Bo Smith"];
    let (people, rejected, _) = read(&lines);
    assert_eq!(people, ["Ada Byron: confirmed", "Bo Smith: cancelled"]);
    assert_eq!(rejected, [1]);
}

#[test]
fn names_that_stand_behind_a_heading_in_its_own_line_are_rejected_and_not_one_name() {
    let lines = [
        "Ada Byron",
        "Bo Smith",
        "Cy Low",
        "Di Roe",
        "Not coming: Cara Jones",
    ];
    let (people, rejected, _) = read(&lines);
    let expected = ["Ada Byron", "Bo Smith", "Cy Low", "Di Roe"];
    assert_eq!(people, expected.map(|name| format!("{name}: confirmed")));
    assert_eq!(rejected, [5]);
}

#[test]
fn words_that_may_be_names_are_names_where_no_heading_stands_beside_them() {
    let lines = ["Ada Byron", "Jo Going", "Bo Smith", "Al Low", "Going"];
    let (people, rejected, notes) = read(&lines);
    assert_eq!(people, lines.map(|name| format!("{name}: confirmed")));
    assert_eq!((rejected, notes), (vec![], vec![]));
}

#[test]
fn whoever_was_imported_with_the_mark_for_a_part_of_the_name_is_not_doubled() {
    let mut desk = Desk::new();
    // As a column of its own says it, a mark stays in the name.
    let before = "Name,Coming\n✅ Ada Byron,\n❌ Cara Jones,\n";
    desk.import("before.csv", before.as_bytes());
    let names = |desk: &Desk| {
        desk.list
            .iter()
            .map(|one| one.name().to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&desk), ["✅ Ada Byron", "❌ Cara Jones"]);
    desk.import("list.txt", "✅ Ada Byron\n❌ Cara Jones\n".as_bytes());
    assert_eq!(names(&desk), ["Ada Byron", "Cara Jones"]);
    let status: Vec<&str> = desk.list.iter().map(|one| one.get("status")).collect();
    assert_eq!(status, ["confirmed", "cancelled"]);
}
