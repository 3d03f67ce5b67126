use crate::desk::Desk;
use plenary::import::Verdict;

/// Everybody as the values of some columns, in the order of the file, and how many rows were rejected.
fn imported(text: &str, columns: &[&str]) -> (Vec<String>, usize) {
    let mut desk = Desk::new();
    let reports = desk.import("list.csv", text.as_bytes());
    let rejected = reports
        .iter()
        .map(|report| report.count(Verdict::Rejected))
        .sum();
    let row = |one: &plenary::model::Registration| {
        let cells: Vec<&str> = columns.iter().map(|column| one.get(column)).collect();
        cells.join("|")
    };
    let people: Vec<String> = desk.list.iter().map(row).collect();
    let reports = desk.import("list.csv", text.as_bytes());
    assert!(
        reports.iter().all(|report| !report.changed),
        "a second import changes nothing"
    );
    (people, rejected)
}

#[test]
fn a_table_about_the_event_above_the_people_is_no_header() {
    let text = "Meeting Registration Report\n\
                Topic,Meeting ID,Scheduled Time,Duration (Minutes),# Registered\n\
                Conference,812 3456,04/13/2024 10:00,420,2\n\n\
                Registrant Details\n\
                First Name,Last Name,Email,City,Registration Time\n\
                Jo,Lawson,jo@example.org,Leeds,03/13/2024 09:00\n\
                Al,Byron,al@example.org,York,03/14/2024 09:00\n";
    let expected = [
        "Jo Lawson|jo@example.org|Leeds",
        "Al Byron|al@example.org|York",
    ];
    let people = imported(text, &["name", "email", "area"]);
    assert_eq!(people, (expected.map(String::from).to_vec(), 0));
}
