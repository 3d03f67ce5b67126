//! Forms that were begun and not sent, as a column says.

use crate::desk::Desk;
use crate::headings::{imported, notes};

/// Two people in a file with these columns before who they are and behind, and what stands there for each.
fn file(before: [&str; 3], behind: [&str; 3]) -> String {
    let [head, one, two] = before;
    let [tail, sent, begun] = behind;
    format!(
        "{head},Name,Email,{tail}\n{one},Ann Lee,ann@example.org,{sent}\n{two},Bo Day,bo@example.org,{begun}\n"
    )
}

fn status(text: &str) -> Vec<String> {
    imported(text, &["status"])
}

#[test]
fn a_form_that_was_begun_and_not_sent_is_pending_and_that_is_told() {
    for (head, one, two, tail, sent, begun) in [
        ("Submission ID", "11", "12", "Is draft", "No", "Yes"),
        ("Number", "1", "2", "Is draft", "", "1"),
        (
            "Adresse IP",
            "192.0.2.1",
            "192.0.2.1",
            "Brouillon",
            "Non",
            "Oui",
        ),
        ("Entry ID", "1", "2", "Draft", "0", "3"),
        ("Antwort ID", "1", "2", "Entwurf", "nein", "ja"),
        (
            "Dirección IP",
            "192.0.2.1",
            "192.0.2.2",
            "Borrador",
            "no",
            "sí",
        ),
        (
            "Adres IP",
            "192.0.2.1",
            "192.0.2.2",
            "Wersja robocza",
            "nie",
            "tak",
        ),
        (
            "Cyfeiriad IP",
            "192.0.2.1",
            "192.0.2.2",
            "Drafft",
            "na",
            "ie",
        ),
        (
            "Submission ID",
            "1",
            "2",
            "Status",
            "finished",
            "in_progress",
        ),
        ("Number", "1", "2", "Entry Status", "Submitted", "Abandoned"),
        (
            "Number",
            "1",
            "2",
            "Submission status",
            "Complete",
            "Incomplete",
        ),
        ("Number", "1", "2", "form_status", "completed", "partial"),
        ("Number", "1", "2", "Response Type", "completed", "partial"),
        ("Entry ID", "1", "2", "Partial", "", "Yes"),
    ] {
        let text = file([head, one, two], [tail, sent, begun]);
        let told =
            format!("1 row was begun and not sent, where \"{tail}\" says \"{begun}\": pending");
        assert_eq!(status(&text), ["confirmed", "pending"], "{tail}");
        assert_eq!(notes(&text), [told], "{tail}");
    }
    for (head, one, two, column, said) in [
        (
            "Finished,ResponseId",
            "True,R_1",
            "False,R_2",
            "Finished",
            "False",
        ),
        (
            "Progress,IPAddress",
            "100,192.0.2.1",
            "30,192.0.2.1",
            "Progress",
            "30",
        ),
        (
            "Complete,User agent",
            "TRUE,Mill/1",
            "FALSE,Mill/1",
            "Complete",
            "FALSE",
        ),
    ] {
        let text = file([head, one, two], ["City", "Leeds", "Leeds"]);
        let told =
            format!("1 row was begun and not sent, where \"{column}\" says \"{said}\": pending");
        assert_eq!(status(&text), ["confirmed", "pending"], "{head}");
        assert_eq!(notes(&text), [told], "{head}");
    }
}

#[test]
fn whoever_has_begun_a_form_is_told_once_and_stays_away_who_says_so() {
    let text = "ID,Name,Email,Attending,Draft,Entry Status\n1,Ann Lee,ann@example.org,Yes,0,Submitted\n\
                2,Bo Day,bo@example.org,Yes,1,Draft\n3,Cy Fox,cy@example.org,No,3,Abandoned\n";
    assert_eq!(status(text), ["confirmed", "pending", "cancelled"]);
    let told = "1 row was begun and not sent, where \"Draft\" says \"1\": pending";
    assert_eq!(notes(text), [told]);
}

#[test]
fn what_may_be_a_draft_of_something_else_is_told_and_what_is_one_is_nothing() {
    for (tail, sent, begun) in [
        ("Draft", "No", "Yes"),
        ("Partial", "", "Yes"),
        ("Finished", "Yes", "No"),
        ("Completed", "x", "No"),
        ("Ukończone", "tak", "nie"),
    ] {
        let text = file(["Number", "1", "2"], [tail, sent, begun]);
        let told = format!(
            "\"{tail}\" says \"{begun}\" in 1 row, which was not read and takes nobody's place away; if it says that a form was begun and not sent, say --map status=\"{tail}\""
        );
        assert_eq!(status(&text), ["confirmed"; 2], "{tail}");
        assert_eq!(notes(&text), [told], "{tail}");
    }
    // Behind the answers stands what the organisers have done with them.
    let text = file(["Submission ID", "1", "2"], ["Complete", "Yes", "No"]);
    assert_eq!(status(&text), ["confirmed"; 2]);
    // All of them are drafts of something.
    let text = file(["Submission ID", "1", "2"], ["Draft", "Yes", "Yes"]);
    assert_eq!(status(&text), ["confirmed"; 2]);
    for (tail, one, two) in [
        ("Draft beer", "Yes", "No"),
        ("Finished school", "Yes", "No"),
        ("Draft", "https://example.org/a.pdf", ""),
        ("Partial", "vegetarian", "vegan"),
        ("Completed", "2024-03-01", "2024-03-02"),
        ("Draft", "No", ""),
        ("Finished", "Yes", "Yes"),
        ("Progress", "100", "30"),
    ] {
        let text = file(["Number", "1", "2"], [tail, one, two]);
        assert_eq!(status(&text), ["confirmed"; 2], "{tail}");
        assert_eq!(notes(&text), [""; 0], "{tail}");
    }
}

#[test]
fn whoever_sends_what_they_had_begun_comes_with_the_next_export() {
    let mut desk = Desk::new();
    let mut statuses = |draft: &str| {
        let text = file(["SID", "11", "12"], ["In draft", "No", draft]);
        desk.import("export.csv", text.as_bytes());
        let statuses = desk.list.iter().map(|one| one.get("status").to_string());
        statuses.collect::<Vec<String>>()
    };
    assert_eq!(statuses("Yes"), ["confirmed", "pending"]);
    assert_eq!(statuses("No"), ["confirmed", "confirmed"]);
    assert_eq!(statuses("Yes"), ["confirmed", "confirmed"]);
}
