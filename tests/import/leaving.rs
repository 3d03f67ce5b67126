//! What whoever keeps a list by hand writes of those who do not come, or only wait.

use crate::desk::Desk;
use crate::headings::imported;

/// What is remembered that a file says of whether each comes: who waits may be given a place at once.
fn said(text: &str) -> Vec<String> {
    let mut desk = Desk::new();
    desk.import("list.csv", text.as_bytes());
    let status = desk.known.number("status").expect("a column");
    let said = desk
        .known
        .list
        .iter()
        .map(|one| one.get(status).to_string());
    said.collect()
}

#[test]
fn a_tick_a_number_or_a_day_on_a_waiting_list_lets_somebody_wait() {
    for heading in [
        "Waiting list",
        "Waitlist position",
        "Warteliste",
        "Liste d'attente",
        "Lista de espera",
        "Lista rezerwowa",
        "Rhestr aros",
    ] {
        for mark in [
            "x",
            "Yes",
            "2",
            "#3",
            "No. 3",
            "4th",
            "2024-03-03",
            "waiting",
        ] {
            let text = format!(
                "Name,Email,{heading}\nJo,jo@example.org,{mark}\nAl,al@example.org,\nBo,bo@example.org,no\n"
            );
            assert_eq!(said(&text), ["waiting", "", "coming"], "{heading}: {mark}");
        }
    }
    // Beside a state the one that says less for a place counts, and a number on the list is kept.
    let text = "Name,Email,Status,Waiting list\nJo,jo@example.org,Confirmed,7\nAl,al@example.org,Cancelled,8\n";
    assert_eq!(said(text), ["waiting", "cancelled"]);
    assert_eq!(imported(text, &["Waiting list"]), ["7", "8"]);
    // What is said of a list in other words puts nobody on it.
    for (heading, answer) in [
        ("Waiting list", "told about it"),
        ("Would you like to join the waiting list?", "Yes"),
    ] {
        let text = format!("Name,Email,{heading}\nJo,jo@example.org,{answer}\n");
        assert_eq!(said(&text), [""], "{heading}");
    }
}
