//! One name at two addresses that a slip of the keyboard parts: two people, until somebody says that they are one.

use crate::desk::Desk;
use crate::updates::{import, verdicts};
use plenary::import::Report;

/// Whom each row may be the same as.
fn maybe(report: &Report) -> Vec<Vec<usize>> {
    let rows = report.rows.iter();
    let maybe = rows.map(|row| row.detail.as_ref().map(|detail| detail.maybe.clone()));
    maybe.map(Option::unwrap_or_default).collect()
}

#[test]
fn whoever_stands_at_two_addresses_one_slip_apart_is_two_people_who_may_be_one() {
    let (one, other) = (
        "Ann Lee,ann.lee@example.org\n",
        "Lee Ann,ann.le@example.org\n",
    );
    let mut desk = Desk::new();
    let report = import(
        &mut desk,
        &format!("Name,Email\n{one}Bo Cane,bo@example.org\n{other}"),
    );
    assert_eq!(verdicts(&report), ["added", "added", "added"]);
    assert_eq!(maybe(&report), [vec![], vec![], vec![0]]);
    let mut desk = Desk::new();
    import(&mut desk, &format!("Name,Email\n{one}"));
    let report = import(&mut desk, &format!("Name,Email\n{other}"));
    assert_eq!(verdicts(&report), ["added"]);
    assert_eq!(maybe(&report), [vec![0]]);
    let again = import(&mut desk, &format!("Name,Email\n{other}"));
    assert_eq!(verdicts(&again), ["unchanged"]);
    let mut desk = Desk::new();
    import(&mut desk, &format!("Name,Email\n{one}"));
    let report = import(&mut desk, &format!("Name,Email\n{other}{one}"));
    assert_eq!(verdicts(&report), ["added", "unchanged"]);
    assert_eq!(
        maybe(&report),
        [vec![], vec![1]],
        "where the second one stands"
    );
}

#[test]
fn namesakes_whose_addresses_are_others_or_are_numbered_are_not_noted() {
    let rows = [
        "Jan Kowalski,jan.kowalski@example.org",
        "Jan Kowalski,jan.kowalski1@example.org",
        "Jan Kowalski,jan.kowalski2@example.org",
        "Jan Kowalski,kowalski.jan@example.org",
        "Jan Kowalski,jan.kowalski@example.net",
        "Jan Kowalski,j.kowalski@example.org",
        "Ann Kowalski,jan.kowalsky@example.org",
        "Jan Kowalski,jank@example.org",
        "Jan Kowalski,jans@example.org",
    ];
    let report = import(
        &mut Desk::new(),
        &format!("Name,Email\n{}\n", rows.join("\n")),
    );
    assert_eq!(verdicts(&report), ["added"; 9]);
    assert_eq!(maybe(&report), vec![Vec::<usize>::new(); 9]);
}

#[test]
fn among_a_thousand_namesakes_those_with_a_slip_are_found() {
    let rows: Vec<String> = (0..998)
        .map(|at| format!("Jan Kowalski,jan.kowalski{at}@example.org\n"))
        .collect();
    let slip = "Jan Kowalski,jan.kowalsi500@example.org\n";
    let report = import(
        &mut Desk::new(),
        &format!("Name,Email\n{}{slip}", rows.concat()),
    );
    let mut expected = vec![Vec::new(); 999];
    expected[998] = vec![500];
    assert_eq!(maybe(&report), expected);
}
