use super::workbooks::{rows, text, xlsx};
use crate::import::read::{Repair, Wishes, read};

/// A sheet with these rows, from the first on, and these cells merged.
fn sheet(lines: &[&[&str]], merged: &[&str]) -> Vec<u8> {
    let row = |(number, cells): (usize, &&[&str])| {
        let cells = ["A", "B", "C", "D"].iter().zip(*cells);
        let filled = cells.filter(|(_, content)| !content.is_empty());
        let cells = filled.map(|(column, content)| text(&format!("{column}{number}"), content));
        format!("<row r=\"{number}\">{}</row>", cells.collect::<String>())
    };
    let written: String = (1..).zip(lines).map(row).collect();
    let merged = merged
        .iter()
        .map(|some| format!("<mergeCell ref=\"{some}\"/>"));
    let merged: String = merged.collect();
    let sheet = format!("{written}<mergeCells>{merged}</mergeCells>");
    xlsx(&[("Sheet1", &sheet)])
}

/// The rows of such a sheet, with what was repaired, and notes.
fn found(lines: &[&[&str]], merged: &[&str]) -> (Vec<Vec<String>>, Vec<Repair>, Vec<String>) {
    let tables = read("a.xlsx", sheet(lines, merged), &Wishes::default()).expect("it reads");
    let table = &tables[0].1;
    let cells = rows(table).into_iter().map(|(_, cells)| cells);
    let cells = cells.map(|cells| cells.into_iter().map(String::from).collect());
    let notes = table.how.notes.clone();
    (cells.collect(), table.repairs.clone(), notes)
}

const HEAD: &[&str] = &["Name", "Email", "Phone", "Household"];
const ADA: &[&str] = &["Ada Byron", "byron@example.org", "07700900121", "Byron"];
const CARA: &[&str] = &["Cara Low", "cara@example.org", "", "Low"];

fn of(name: &str) -> Vec<String> {
    [name, ADA[1], ADA[2], ADA[3]].map(String::from).to_vec()
}

#[test]
fn a_cell_that_is_merged_down_a_household_is_everybodys() {
    let lines = [HEAD, ADA, &["Bo Byron"], &["Kit Byron"], CARA];
    let (people, repairs, notes) = found(&lines, &["B2:B4", "C2:C4", "D2:D4"]);
    let cara = CARA.iter().map(ToString::to_string).collect();
    assert_eq!(
        people,
        [of("Ada Byron"), of("Bo Byron"), of("Kit Byron"), cara]
    );
    let repair = Repair {
        what: "row with a cell that is merged with one above",
        count: 2,
        line: 3,
    };
    assert_eq!((repairs, notes), (vec![repair], vec![]));
}

const LEFT: &str = "a cell is merged over several rows and read in the first of them only: write it into each row that it is about";

#[test]
fn nobody_is_made_of_a_cell_that_is_merged_over_rows_without_a_name() {
    // What is merged beside, a name, and cells over a row that names nobody.
    for (second, merged, noted) in [
        (&["Bo Byron"][..], &["B3:C3"][..], false),
        (&["", "", "0113 4960000"], &["A2:A3"], true),
        (&["", "", "0113 4960000"], &["B2:B3"], true),
        (&["", "", "0113 4960000"], &["A1:A2"], false),
    ] {
        let lines = [HEAD, ADA, second, CARA];
        let (people, repairs, notes) = found(&lines, merged);
        let mut expected: Vec<String> = second.iter().map(ToString::to_string).collect();
        expected.resize(HEAD.len(), String::new());
        assert_eq!(people[1], expected, "{merged:?}");
        let noted = if noted {
            vec![LEFT.to_string()]
        } else {
            vec![]
        };
        assert_eq!((repairs, notes), (vec![], noted), "{merged:?}");
    }
}

#[test]
fn a_consent_that_is_merged_down_is_that_of_the_first_alone() {
    let head = ["Name", "Email", "Newsletter"];
    let ada = ["Ada Byron", "ada@example.org", "Yes"];
    let bo = ["Bo Byron", "bo@example.org", ""];
    let (cells, ..) = found(&[&head, &ada, &bo], &["C2:C3"]);
    let expected = [
        ada.map(String::from).to_vec(),
        bo.map(String::from).to_vec(),
    ];
    assert_eq!(cells, expected);
}
