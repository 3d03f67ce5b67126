//! Which of two answers is the later one, and what a second import changes.

use crate::desk::Desk;
use crate::updates::{import, set, verdicts};

/// Everybody as the values of some columns, in the order of the list.
pub(crate) fn people(desk: &Desk, columns: &[&str]) -> Vec<String> {
    let row = |one: &plenary::model::Registration| {
        let cells: Vec<&str> = columns.iter().map(|column| one.get(column)).collect();
        cells.join(", ")
    };
    desk.list.iter().map(row).collect()
}

#[test]
fn letters_that_are_composed_in_one_file_and_not_in_the_other_are_unchanged() {
    let composed =
        "Name,Email,Diet,T-shirt\nJos\u{e9} N\u{fa}\u{f1}ez,jo@example.org,V\u{e9}gan,\u{c5}bo\n";
    let apart = "Name,Email,Diet,T-shirt\nJose\u{301} Nu\u{301}n\u{303}ez,jo@example.org,Ve\u{301}gan,A\u{30a}bo\n";
    for (first, then) in [(composed, apart), (apart, composed)] {
        let mut desk = Desk::new();
        import(&mut desk, first);
        let before = desk.everything();
        for file in [then, first, then] {
            let report = import(&mut desk, file);
            assert_eq!(
                (report.changed, verdicts(&report)),
                (false, vec!["unchanged"])
            );
        }
        assert_eq!(desk.everything(), before);
        // Whose spelling stands in the list makes no change by hand of it.
        let diet = if first == composed {
            "Ve\u{301}gan"
        } else {
            "V\u{e9}gan"
        };
        for one in desk.list.iter_mut() {
            one.set("diet", diet);
        }
        let report = import(&mut desk, &then.replace("gan", "getarian"));
        assert_eq!(verdicts(&report), ["updated"]);
        // Other letters are others.
        let other = "Name,Email,Diet\nJos\u{e9} N\u{fa}\u{f1}ez,jo@example.org,Vegan\n";
        assert_eq!(verdicts(&import(&mut desk, other)), ["updated"]);
        assert_eq!(people(&desk, &["diet"]), ["Vegan"]);
    }
}

#[test]
fn what_a_spreadsheet_only_writes_in_another_way_is_unchanged_and_what_it_changes_comes_in() {
    let head = "Timestamp,Name,Email,Answer\n";
    let file = |answer: &str| format!("{head}2024-03-05 10:00,Ada,ada@example.org,{answer}\n");
    for (first, then, is_same) in [
        ("12.5", "12.50", true),
        ("12.5", "£12.50", true),
        ("12.5", "12.05", false),
        ("34", "34.0", true),
        ("034", "34", false),
        ("true", "TRUE", true),
        ("true", "WAHR", true),
        ("true", "FALSE", false),
        ("09:30:00", "9:30", true),
        ("09:30:00", "9:30 PM", false),
        ("2024-04-13", "4/13/2024", true),
        ("2024-04-13", "13/04/24", true),
        ("2024-04-13", "4/14/2024", false),
        ("2024-03-01 09:12:33", "3/1/24 9:12:33", true),
        ("2024-03-01 09:12:33", "3/1/24 9:13:33", false),
        ("vegan", "Vegan", false),
    ] {
        for (first, then) in [(first, then), (then, first)] {
            let mut desk = Desk::new();
            import(&mut desk, &file(first));
            let report = import(&mut desk, &file(then));
            let verdict = if is_same { "unchanged" } else { "updated" };
            let stands = if is_same { first } else { then };
            assert_eq!(verdicts(&report), [verdict], "{first} {then}");
            assert_eq!(people(&desk, &["Answer"]), [stands], "{first} {then}");
            assert!(!import(&mut desk, &file(then)).changed, "{first} {then}");
        }
    }
}

#[test]
fn where_a_column_says_which_is_the_day_another_day_is_another_one() {
    let file = |ada: &str, bo: &str| {
        format!("Name,Email,Arrives\nAda,ada@example.org,{ada}\nBo,bo@example.org,{bo}\n")
    };
    let mut desk = Desk::new();
    import(&mut desk, &file("2024-04-05", "2024-04-13"));
    let same = import(&mut desk, &file("4/5/2024", "4/13/2024"));
    assert_eq!(verdicts(&same), ["unchanged", "unchanged"]);
    let changed = import(&mut desk, &file("5/4/2024", "4/13/2024"));
    assert_eq!(verdicts(&changed), ["updated", "unchanged"]);
    assert_eq!(people(&desk, &["Arrives"]), ["5/4/2024", "2024-04-13"]);
}

#[test]
fn what_stands_in_the_list_as_another_spreadsheet_wrote_it_was_not_changed_by_hand() {
    for (by_hand, verdict, stands) in [
        ("4/13/2024 0:00", "updated", "2024-04-14"),
        ("2024-04-12", "conflict", "2024-04-12"),
    ] {
        let file = |day: &str| format!("Name,Email,Arrives\nAda,ada@example.org,{day}\n");
        let mut desk = Desk::new();
        import(&mut desk, &file("2024-04-13"));
        set(&mut desk, "Ada", "Arrives", by_hand);
        let report = import(&mut desk, &file("2024-04-14"));
        assert_eq!(verdicts(&report), [verdict]);
        assert_eq!(people(&desk, &["Arrives"]), [stands]);
    }
}

#[test]
fn a_file_that_says_nothing_of_a_field_never_changes_it() {
    let paper = "Name,Email,Newsletter,Town,Diet\nAda,ada@example.org,Yes,Leeds,nothing\n";
    let later = "Name,Email,Newsletter,Town,Diet\nAda,ada@example.org,,York,nuts\n";
    let refusal = "Timestamp,Name,Email,Newsletter\n2024-03-05 10:00,Ada,ada@example.org,No\n";
    for silent in [
        "Timestamp,Name,Email,Phone\n2024-03-09 10:00,Ada,ada@example.org,\n",
        "Timestamp,Name,Email,Photo consent\n2024-03-09 10:00,Ada,ada@example.org,No\n",
        "Timestamp,Name,Email,Newsletter\n2024-03-09 10:00,Ada,ada@example.org,\n",
        "Name,Email\nAda,ada@example.org\n",
        "Submission ID,Submitted,Name,Email\n7,2024-03-09 10:00,Ada,ada@example.org\n",
    ] {
        let columns = ["updates", "area", "diet"];
        for files in [
            [paper, later, refusal, silent],
            [paper, refusal, later, silent],
            [paper, silent, later, refusal],
            [silent, paper, refusal, later],
        ] {
            let mut desk = Desk::new();
            for file in files {
                import(&mut desk, file);
            }
            assert_eq!(people(&desk, &columns), ["no, York, nuts"], "{files:?}");
            for file in [silent, silent] {
                import(&mut desk, file);
                assert_eq!(people(&desk, &columns), ["no, York, nuts"], "{files:?}");
            }
        }
    }
}

#[test]
fn an_export_that_says_the_same_and_when_it_was_sent_is_no_other_answer() {
    let file = |when: &str| format!("Timestamp,Name,Email,Town\n{when},Ada,ada@example.org,York\n");
    let mut desk = Desk::new();
    import(&mut desk, &file("5 March"));
    let report = import(&mut desk, &file("2024-03-05 10:00"));
    assert_eq!(verdicts(&report), ["updated"]);
    assert_eq!(
        people(&desk, &["registered", "area"]),
        ["2024-03-05 10:00, York"]
    );
    assert_eq!(desk.known.list.len(), 1);
}

/// Tickets of Ada as her one ticket stands there.
fn ticket(status: &str) -> String {
    format!(
        "Order #,Order Date,First Name,Surname,Email,Ticket Type,Attendee #,Attendee Status\n\
         1001,2024-03-01 10:00,Ada,Byron,ada@example.org,GA,5001,{status}\n"
    )
}

#[test]
fn what_does_not_speak_of_coming_brings_nobody_back_in_whatever_order_the_files_come() {
    let (good, gone) = (&*ticket("Attending"), &*ticket("Not Attending"));
    for form in [
        "Timestamp,Name,Email,Diet\n2024-03-05 10:00,Ada Byron,ada@example.org,vegan\n",
        // Sent when the ticket had been cancelled for certain.
        "Timestamp,Name,Email,Diet\n2024-04-10 09:00,Ada Byron,ada@example.org,vegan\n",
        "Timestamp,Name,Email,Diet,Will you attend?\n2024-03-05 10:00,Ada Byron,ada@example.org,vegan,\n",
        "Name,Email,Diet\nAda Byron,ada@example.org,vegan\n",
    ] {
        for files in [
            vec![good, form, gone],
            vec![good, gone, form],
            vec![form, good, gone],
            vec![form, gone],
            vec![gone, form],
        ] {
            let mut desk = Desk::new();
            let mut told = Vec::new();
            for file in &files {
                let report = import(&mut desk, file);
                told.extend(
                    verdicts(&report)
                        .into_iter()
                        .filter(|word| *word == "cancelled" || *word == "conflict"),
                );
            }
            assert_eq!(told, ["cancelled"], "{files:?}");
            assert_eq!(
                people(&desk, &["status", "diet"]),
                ["cancelled, vegan"],
                "{files:?}"
            );
            let last = files.last().expect("a file");
            assert!(!import(&mut desk, last).changed, "{files:?}");
        }
    }
}

#[test]
fn whoever_was_cancelled_at_the_source_and_sends_something_later_stays_so_and_it_is_told() {
    let form = "Timestamp,Name,Email,Diet\n2024-03-05 10:00,Ada Byron,ada@example.org,vegan\n";
    let mut desk = Desk::new();
    import(&mut desk, &ticket("Not Attending"));
    let report = import(&mut desk, form);
    let told = report.rows[0]
        .detail
        .as_ref()
        .map(|detail| (detail.still_cancelled, detail.conflicts.clone()));
    assert_eq!(
        (verdicts(&report), told),
        (vec!["updated"], Some((true, vec![])))
    );
    assert_eq!(people(&desk, &["status"]), ["cancelled"]);
    // Another ticket does bring them back.
    let second = ticket("Attending")
        .replace("1001,2024-03-01", "1002,2024-03-20")
        .replace("5001", "5002");
    import(&mut desk, &second);
    assert_eq!(people(&desk, &["status"]), ["confirmed"]);
}

#[test]
fn a_refund_of_an_unknown_day_counts_unless_another_ticket_is_good_or_a_later_answer_is_yes() {
    let form = |when: &str| {
        format!("Timestamp,Name,Email,Will you attend?\n{when},Ada Byron,ada@example.org,Yes\n")
    };
    let tito = "Ticket Reference,Ticket Full Name,Ticket Email,Ticket Created Date\n\
                A-1,Ada Byron,ada@example.org,2024-03-10 10:00\n";
    let gone = ticket("Not Attending");
    for (other, status) in [
        (form("2024-03-05 10:00"), "cancelled"),
        (form("2024-04-10 09:00"), "confirmed"),
        (tito.to_string(), "confirmed"),
    ] {
        for files in [[&other, &gone], [&gone, &other]] {
            let mut desk = Desk::new();
            for file in files {
                import(&mut desk, file);
            }
            assert_eq!(people(&desk, &["status"]), [status], "{files:?}");
        }
    }
}

/// What is known of Ada, of whom a file tells twice: first that she eats nuts and wants no mail, then that she eats
/// anything and does. `rows` are what stands before these answers.
fn told_twice(head: &str, [above, below]: [&str; 2]) -> String {
    let text = format!(
        "{head},Name,Email,Diet,Newsletter\n\
         {above},Ada,ada@example.org,nuts,No\n\
         {below},Ada,ada@example.org,anything,Yes\n"
    );
    let mut desk = Desk::new();
    import(&mut desk, &text);
    let before = people(&desk, &["diet", "updates"]);
    assert!(!import(&mut desk, &text).changed, "{text}");
    assert_eq!(people(&desk, &["diet", "updates"]), before, "{text}");
    before.concat()
}

#[test]
fn of_two_rows_the_one_above_is_the_later_one_where_everything_says_so() {
    let (above, below) = ("nuts, no", "anything, yes");
    for (head, newer, older) in [
        ("Timestamp", "10/02/2024 20:19:00", "06/02/2024 11:14:00"),
        ("Timestamp", "45332.8465", "45328.46"),
        ("Timestamp", "45332", "45328"),
        ("Submitted", "10-03-2024 09:00:00", "01-03-2024 09:00:00"),
        ("Submitted", "1707596340", "1707217000"),
        ("created_at", "1707596340123", "1707217000123"),
        ("created_at", "2024-02-10T20:19:00Z", "2024-02-06T11:14:00Z"),
        (
            "Start Date,End Date",
            "2024-02-10 20:00,2024-02-10 20:19",
            "2024-02-06 10:00,2024-02-06 11:14",
        ),
        (
            "ID,Start time,Completion time",
            "2,2/2/24 10:00:00,2/2/24 10:01:00",
            "1,2/1/24 10:00:00,2/1/24 10:01:00",
        ),
        (
            "Respondent ID,Collector ID,Start Date,End Date",
            "77,1,03/10/2024 02:00:00 PM,03/10/2024 02:05:00 PM",
            "12,1,03/10/2024 09:00:00 AM,03/10/2024 09:05:00 AM",
        ),
        ("Entry ID", "12", "9"),
        ("ID", "102", "99"),
        // Day and month disagree, and the numbers do not.
        (
            "Entry ID,Submitted",
            "12,04/02/2024 10:00",
            "9,02/03/2024 10:00",
        ),
    ] {
        assert_eq!(told_twice(head, [newer, older]), above, "{head}");
        assert_eq!(told_twice(head, [older, newer]), below, "{head}");
    }
}

#[test]
fn of_two_rows_the_one_below_is_the_later_one_where_nothing_says_otherwise() {
    for (head, above, below) in [
        ("Age", "34", "30"),
        ("Postcode", "28195", "28190"),
        ("Mobile", "1254123456", "1254123400"),
        ("Born", "1990-05-04", "1980-05-04"),
        // Nobody has signed up on a day to come.
        ("Arrival", "2024-09-14 10:00", "2024-09-13 10:00"),
        ("Submitted", "04/02/2024 10:00", "02/03/2024 10:00"),
        ("Submitted", "10/02/2024 10:00", "10/02/2024 10:00"),
        ("ID", "A-102", "A-99"),
        ("ID", "99", "99"),
        (
            "Entry ID,created_at",
            "12,2024-02-06 10:00",
            "9,2024-02-10 10:00",
        ),
    ] {
        assert_eq!(told_twice(head, [above, below]), "anything, yes", "{head}");
    }
}

#[test]
fn a_list_that_is_sorted_by_something_else_has_its_later_rows_below() {
    let text = |ids: [u32; 3]| {
        let [one, two, three] = ids;
        format!(
            "Entry ID,Name,Email,Diet\n{one},Ada,ada@example.org,nuts\n{two},Ada,ada@example.org,anything\n\
             {three},Bo,bo@example.org,\n"
        )
    };
    for (ids, diet) in [
        ([9, 8, 7], "nuts"),
        ([9, 8, 10], "anything"),
        ([7, 8, 9], "anything"),
    ] {
        let mut desk = Desk::new();
        import(&mut desk, &text(ids));
        assert_eq!(people(&desk, &["diet"])[0], diet, "{ids:?}");
    }
}

#[test]
fn what_is_certain_of_some_rows_is_no_more_doubtful_for_the_others() {
    let mut desk = Desk::new();
    let row = |when: &str, diet: &str| format!("{when},Ada,ada@example.org,{diet}\n");
    let rows = [
        // Which of these two is the later one nobody knows, and both are later than the last.
        row("02/03/2024 10:00", "soy"),
        row("04/02/2024 10:00", "nuts"),
        row("02/01/2024 10:00", "anything"),
    ];
    import(
        &mut desk,
        &format!("Submitted,Name,Email,Diet\n{}", rows.concat()),
    );
    assert_eq!(people(&desk, &["diet"]), ["nuts"]);
}

#[test]
fn another_ticket_is_told_of_a_row_that_repeats_somebody_though_it_is_the_earlier_one() {
    let mut desk = Desk::new();
    let report = import(
        &mut desk,
        "Attendee #,Order #,Name,Email,Diet\n12,2,Ada,ada@example.org,nuts\n9,1,Ada,ada@example.org,anything\n",
    );
    let seats = report
        .rows
        .iter()
        .map(|row| row.detail.as_ref().is_some_and(|one| one.another_seat));
    assert_eq!(
        (verdicts(&report), seats.collect()),
        (vec!["added", "repeated"], vec![false, true])
    );
    assert_eq!(people(&desk, &["diet"]), ["nuts"]);
}
