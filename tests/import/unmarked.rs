//! Marks beside names that are taken away again: nobody comes back by that, and nobody stays away without a word.

use crate::desk::Desk;

/// Everybody with their status, and the lines of which it is told that they stay cancelled, of each import.
fn imported(files: &[&str]) -> (Vec<String>, Vec<Vec<usize>>) {
    let mut desk = Desk::new();
    let mut told = Vec::new();
    for text in files {
        let reports = desk.import("list.csv", text.as_bytes());
        let rows = reports.iter().flat_map(|report| &report.rows);
        let stay = rows.filter(|row| {
            let detail = row.detail.as_ref();
            detail.is_some_and(|detail| detail.still_cancelled)
        });
        told.push(stay.map(|row| row.line as usize).collect());
    }
    let people = desk.list.iter();
    let people = people.map(|one| format!("{}: {}", one.name(), one.get("status")));
    (people.collect(), told)
}

#[test]
fn a_mark_that_is_taken_away_again_brings_nobody_back_and_is_told() {
    let text = |mark: &str, phone: &str| {
        format!("Name,Email,Phone\nAnn Lee,ann@example.org,\nBo Day{mark},bo@example.org,{phone}\n")
    };
    let expected = ["Ann Lee: confirmed", "Bo Day: cancelled"].map(String::from);
    let marked = text(" (cancelled)", "");
    // Also where something else has changed.
    for now in [text("", ""), text("", "07700 900121")] {
        let (people, told) = imported(&[&marked, &now, &marked]);
        assert_eq!(
            (people, told),
            (expected.to_vec(), vec![vec![], vec![3], vec![]]),
            "{now}"
        );
    }
}

#[test]
fn a_mark_that_is_taken_away_from_an_answer_with_its_time_is_told_as_well() {
    let text = |mark: &str| {
        format!(
            "Timestamp,Email Address,Name\n2024/03/01 9:00:00 am GMT,ann@example.org,Ann Lee\n\
             2024/03/01 9:01:00 am GMT,bo@example.org,Bo Day{mark}\n"
        )
    };
    let expected = ["Ann Lee: confirmed", "Bo Day: cancelled"].map(String::from);
    let (people, told) = imported(&[&text(" - cancelled"), &text("")]);
    assert_eq!((people, told), (expected.to_vec(), vec![vec![], vec![3]]));
}

#[test]
fn a_cell_that_is_emptied_again_brings_nobody_back_and_is_told() {
    let text = |status: &str| {
        format!(
            "Name,Email,Status\nAnn Lee,ann@example.org,Confirmed\nBo Day,bo@example.org,{status}\n"
        )
    };
    let expected = ["Ann Lee: confirmed", "Bo Day: cancelled"].map(String::from);
    let (people, told) = imported(&[&text("Cancelled"), &text("")]);
    assert_eq!((people, told), (expected.to_vec(), vec![vec![], vec![3]]));
}

#[test]
fn a_list_that_never_said_who_comes_says_nothing_new_of_who_is_cancelled_in_another() {
    let contacts = "Name,Email\nAnn Lee,ann@example.org\nBo Day,bo@example.org\n";
    let cancelled = "Name,Email,Status\nBo Day,bo@example.org,Cancelled\n";
    let expected = ["Ann Lee: confirmed", "Bo Day: cancelled"].map(String::from);
    let (people, told) = imported(&[contacts, cancelled, contacts]);
    assert_eq!(
        (people, told),
        (expected.to_vec(), vec![vec![], vec![], vec![]])
    );
}
