//! What a list without times says of whom a form or a seller of tickets names too: each source is heard when it says
//! something else than before, and not when it grows by others.

use crate::desk::Desk;
use crate::later::people;
use crate::sources::details;
use crate::updates::{import, verdicts};

/// A list without times.
fn list(answers: &[(&str, &str)]) -> String {
    let row = |(name, answer): &(&str, &str)| {
        let first = name.split(' ').next().unwrap_or_default().to_lowercase();
        format!("{name},{first}@example.org,{answer}\n")
    };
    let rows: String = answers.iter().map(row).collect();
    format!("Name,Email,Coming?\n{rows}")
}

/// A form, sent on these days of March.
fn form(answers: &[(u8, &str, &str)]) -> String {
    let row = |(day, name, answer): &(u8, &str, &str)| {
        let first = name.split(' ').next().unwrap_or_default().to_lowercase();
        format!("2024/03/{day:02} 9:00:00 AM GMT,{first}@example.org,{name},{answer}\n")
    };
    let rows: String = answers.iter().map(row).collect();
    format!("Timestamp,Email Address,Full name,Are you coming?\n{rows}")
}

/// Tickets that were bought on 4 March.
fn tickets(ada: &str) -> String {
    format!(
        "Order #,Order Date,First Name,Last Name,Email,Ticket Type,Attendee #,Attendee Status\n\
         101,2024-03-04 10:00,Ada,Byron,ada@example.org,General Admission,501,{ada}\n\
         102,2024-03-04 10:00,Bo,Smith,bo@example.org,General Admission,502,Attending\n"
    )
}

const ADA: &str = "Ada Byron";
const BO: &str = "Bo Smith";
const CY: &str = "Cy Penhallt";

/// Imports one after another; returns who has which status then.
fn statuses(desk: &mut Desk, files: &[&str]) -> Vec<String> {
    for file in files {
        import(desk, file);
    }
    people(desk, &["name", "status"])
}

#[test]
fn whom_a_list_has_struck_stays_cancelled_when_a_form_or_tickets_that_know_them_grow() {
    let once = form(&[(1, ADA, "Yes"), (2, BO, "Yes")]);
    let grown = form(&[(1, ADA, "Yes"), (2, BO, "Yes"), (11, CY, "Yes")]);
    let more = format!(
        "{}103,2024-03-11 10:00,Cy,Penhallt,cy@example.org,General Admission,503,Attending\n",
        tickets("Attending")
    );
    let struck = list(&[(ADA, "cancelled"), (BO, "yes")]);
    for (first, then) in [(once, grown), (tickets("Attending"), more)] {
        let mut desk = Desk::new();
        let now = statuses(&mut desk, &[&first, &struck, &then]);
        let all = [
            "Ada Byron, cancelled",
            "Bo Smith, confirmed",
            "Cy Penhallt, confirmed",
        ];
        assert_eq!(now, all);
        // Also when the same files come in once more, and until a newer list says otherwise.
        assert_eq!(statuses(&mut desk, &[&first, &struck, &then]), now);
        let back = list(&[(ADA, "yes"), (BO, "yes"), ("Di Okparaeke", "yes")]);
        assert_eq!(statuses(&mut desk, &[&back])[0], "Ada Byron, confirmed");
    }
}

#[test]
fn an_older_list_that_comes_in_again_or_another_one_brings_nobody_back() {
    let form = form(&[(1, ADA, "Yes"), (2, BO, "Yes")]);
    let yes = list(&[(ADA, "yes"), (BO, "yes")]);
    let no = list(&[(ADA, "no"), (BO, "yes")]);
    let mut desk = Desk::new();
    let all = ["Ada Byron, cancelled", "Bo Smith, confirmed"];
    assert_eq!(statuses(&mut desk, &[&form, &yes, &no]), all);
    for again in [&form, &yes, &no] {
        assert_eq!(statuses(&mut desk, &[again]), all);
    }
    // A list of their own says nothing that the form did not.
    let paid = "Name,Email,Status\nAda Byron,ada@example.org,confirmed\n";
    assert_eq!(statuses(&mut desk, &[paid]), all);
}

#[test]
fn whose_ticket_is_refunded_or_who_declines_stays_cancelled_when_a_list_that_knows_them_grows() {
    let once = list(&[(ADA, "yes"), (BO, "yes")]);
    let grown = list(&[(ADA, "yes"), (BO, "yes"), (CY, "yes")]);
    let [yes, no] = ["Yes", "No"].map(|answer| form(&[(5, ADA, answer), (2, BO, "Yes")]));
    for (then, off) in [(tickets("Attending"), tickets("Refunded")), (yes, no)] {
        let mut desk = Desk::new();
        let now = statuses(&mut desk, &[&once, &then, &off, &grown]);
        let all = [
            "Ada Byron, cancelled",
            "Bo Smith, confirmed",
            "Cy Penhallt, confirmed",
        ];
        assert_eq!(now, all, "{off}");
    }
}

#[test]
fn who_is_struck_and_then_says_no_as_well_stays_cancelled() {
    let first = form(&[(1, ADA, "Yes"), (2, BO, "Yes")]);
    let struck = list(&[(ADA, "no"), (BO, "yes")]);
    let then = form(&[(1, ADA, "Yes"), (2, BO, "Yes"), (10, ADA, "No")]);
    let now = statuses(&mut Desk::new(), &[&first, &struck, &then]);
    assert_eq!(now, ["Ada Byron, cancelled", "Bo Smith, confirmed"]);
}

#[test]
fn what_a_list_said_last_stays_its_last_word_when_a_form_tells_when_it_was_sent() {
    let (no, yes) = (list(&[(ADA, "no")]), list(&[(ADA, "yes")]));
    let sent = form(&[(11, ADA, "Yes")]);
    assert_eq!(
        statuses(&mut Desk::new(), &[&no, &yes, &sent]),
        ["Ada Byron, confirmed"]
    );
}

#[test]
fn who_says_something_else_while_a_list_was_written_is_in_conflict_either_way() {
    for (answer, listed, here, there) in [
        ("No", "yes", "confirmed", "cancelled"),
        ("Yes", "no", "cancelled", "coming"),
    ] {
        let mut desk = Desk::new();
        import(&mut desk, &form(&[(1, ADA, "Yes")]));
        import(
            &mut desk,
            &format!("Name,Email,Coming?,Notes\n{ADA},ada@example.org,{listed},rang\n"),
        );
        let again = form(&[(1, ADA, "Yes"), (18, ADA, answer)]);
        let report = import(&mut desk, &again);
        let told = format!("status: {here} here, {there} there");
        assert_eq!(details(&report), ["", told.as_str(), ""]);
        assert_eq!(verdicts(&report), ["conflict", "repeated"]);
        assert!(report.is_bad_news());
        assert_eq!(people(&desk, &["status"]), [here]);
    }
}

#[test]
fn whom_a_list_lets_come_after_all_comes_also_if_a_form_has_said_so_in_the_meantime() {
    let before = list(&[(ADA, "waiting list"), (BO, "cancelled"), (CY, "yes")]);
    let now = list(&[(ADA, "yes"), (BO, "yes"), (CY, "yes")]);
    let answers = form(&[(2, ADA, "Yes"), (2, BO, "Yes")]);
    let all = [
        "Ada Byron, confirmed",
        "Bo Smith, confirmed",
        "Cy Penhallt, confirmed",
    ];
    for between in [answers, tickets("Attending")] {
        let mut desk = Desk::new();
        assert_eq!(statuses(&mut desk, &[&before, &between, &now]), all);
        // As it was before it turns nothing back.
        assert_eq!(statuses(&mut desk, &[&before, &now]), all);
    }
}
