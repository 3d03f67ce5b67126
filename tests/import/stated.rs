//! What says that somebody does not come where no single column of states does: a second one, the name, the name of the
//! file, a ticket that is not in it.

use plenary::import::{Change, Report};

use crate::desk::Desk;
use crate::later::people;
use crate::updates::import;

fn statuses(desk: &Desk) -> Vec<String> {
    people(desk, &["name", "status"])
}

fn notes(text: &str) -> Vec<String> {
    use plenary::import::{Mapping, read};
    let tables =
        read::read("list.csv", text.as_bytes(), &read::Wishes::default()).expect("it reads");
    let mapping = Mapping::find(&tables[0].1, &[], &Desk::new().held());
    mapping.notes
}

#[test]
fn of_two_columns_of_states_the_stricter_word_counts() {
    for (order, ticket, expected) in [
        ("Completed", "Valid", "confirmed"),
        ("Completed", "Void", "cancelled"),
        ("Completed", "Voided", "cancelled"),
        ("Paid", "Refunded", "cancelled"),
        ("Cancelled", "Valid", "cancelled"),
    ] {
        let head =
            "Order status,Ticket status,Name,Email\nCompleted,Valid,Ann Lee,ann@example.org\n";
        let mut desk = Desk::new();
        import(
            &mut desk,
            &format!("{head}{order},{ticket},Bo Day,bo@example.org\n"),
        );
        let expected = [
            "Ann Lee, confirmed".to_string(),
            format!("Bo Day, {expected}"),
        ];
        assert_eq!(statuses(&desk), expected, "{order} {ticket}");
    }
}

#[test]
fn a_state_that_is_not_understood_is_told_whatever_its_column_is_called() {
    let file = |heading: &str, known: usize| {
        let rows = (0..known).map(|at| format!("Person{at} Lee,p{at}@example.org,Confirmed\n"));
        format!(
            "Name,Email,{heading}\n{}Bo Day,bo@example.org,Duplicate\nDi Gay,di@example.org,Inactive\n",
            rows.collect::<String>()
        )
    };
    for heading in ["Status", "Order Status", "RSVP"] {
        let told = format!(
            "\"{heading}\" says \"Duplicate\", \"Inactive\" in 2 rows, which is not understood and takes nobody's place away"
        );
        for known in [3, 9] {
            assert_eq!(notes(&file(heading, known)).concat(), told, "{known}");
        }
    }
    // Where most is not understood it is for somebody else to say.
    let told = "\"Status\" says \"Duplicate\", \"Inactive\" in 2 rows, which is not understood and takes nobody's place away; if it tells whether they come, say --map status=\"Status\"";
    assert_eq!(notes(&file("Status", 1)), [told]);
    assert_eq!(
        notes("Name,Email,Status\nBo Day,bo@example.org,Student\n"),
        [""; 0]
    );
}

#[test]
fn an_order_in_the_trash_is_cancelled_and_one_that_is_unapproved_is_pending() {
    let mut desk = Desk::new();
    let head = "Name,Email,Status\nAnn Lee,ann@example.org,Approved\n";
    import(
        &mut desk,
        &format!("{head}Bo Day,bo@example.org,Trash\nCy Fox,cy@example.org,Unapproved\n"),
    );
    let expected = ["Ann Lee, confirmed", "Bo Day, cancelled", "Cy Fox, pending"];
    assert_eq!(statuses(&desk), expected);
}

#[test]
fn who_is_said_beside_their_name_not_to_come_is_cancelled_under_their_name() {
    let first =
        "Name,Email\nAnn Lee,ann@example.org\nBo Day,bo@example.org\nCy Fox,cy@example.org\n";
    let marked = "Name,Email\nAnn Lee (cancelled?),ann@example.org\nBo Day (cancelled),bo@example.org\nWAITLIST Di Gay,di@example.org\n";
    let mut desk = Desk::new();
    import(&mut desk, first);
    let report = import(&mut desk, marked);
    let expected = [
        "Ann Lee, confirmed",
        "Bo Day, cancelled",
        "Cy Fox, confirmed",
        "Ann Lee (cancelled?), confirmed",
        "Di Gay, waiting",
    ];
    assert_eq!(statuses(&desk), expected);
    let doubts: Vec<&str> = report
        .doubts
        .iter()
        .map(|doubt| doubt.value.as_str())
        .collect();
    assert_eq!(doubts, ["Ann Lee (cancelled?)"]);
    assert!(!import(&mut desk, marked).changed);
    // An old list takes nothing back.
    import(&mut desk, first);
    assert_eq!(statuses(&desk), expected);
}

#[test]
fn whoever_stands_in_a_file_of_cancellations_is_cancelled() {
    let mut desk = Desk::new();
    let of = |name: &str| format!("Name,Email\n{name} Lee,{name}@example.org\n");
    let both = format!("{}Bo Lee,Bo@example.org\n", of("Ann"));
    desk.import("attending.csv", both.as_bytes());
    desk.import("Cancelled.csv", of("Bo").as_bytes());
    desk.import("waiting list.csv", of("Cy").as_bytes());
    desk.import("attending.csv", both.as_bytes());
    let expected = ["Ann Lee, confirmed", "Bo Lee, cancelled", "Cy Lee, waiting"];
    assert_eq!(statuses(&desk), expected);
}

#[test]
fn what_a_row_says_itself_counts_before_the_name_of_its_file() {
    let mut desk = Desk::new();
    let text = "Name,Email,Status\nAnn Lee,ann@example.org,Confirmed\nBo Day,bo@example.org,\n";
    desk.import("Declined.csv", text.as_bytes());
    assert_eq!(statuses(&desk), ["Ann Lee, confirmed", "Bo Day, cancelled"]);
}

fn by_another(report: &Report) -> Vec<u32> {
    let told = report
        .rows
        .iter()
        .filter(|row| row.detail.as_ref().is_some_and(|detail| detail.by_another));
    told.map(|row| row.line).collect()
}

#[test]
fn whoever_comes_by_a_ticket_that_is_gone_from_the_file_is_told() {
    let head = "Order #,First Name,Last Name,Email,Ticket Type,Attendee #,Attendee Status\n";
    let first = "1,Bo,Day,bo@example.org,GA,9103,Attending\n";
    let second = "2,Bo,Day,bo@example.org,GA,9105,Not Attending\n";
    let mut desk = Desk::new();
    assert_eq!(
        by_another(&import(&mut desk, &format!("{head}{first}"))),
        [0; 0]
    );
    let report = import(&mut desk, &format!("{head}{second}"));
    assert_eq!(
        (by_another(&report), statuses(&desk)),
        (vec![2], vec!["Bo Day, confirmed".to_string()])
    );
    assert!(!import(&mut desk, &format!("{head}{second}")).changed);
    // With both tickets in it there is nothing to ask.
    let mut desk = Desk::new();
    import(&mut desk, &format!("{head}{first}"));
    assert_eq!(
        by_another(&import(&mut desk, &format!("{head}{first}{second}"))),
        [0; 0]
    );
}

fn older(report: &Report) -> Vec<String> {
    let details = report.rows.iter().filter_map(|row| row.detail.as_ref());
    let told = |one: &Change| format!("{}: {} here, {} there", one.column, one.old, one.new);
    details
        .flat_map(|detail| detail.older.iter().map(told))
        .collect()
}

#[test]
fn what_was_sent_before_a_list_without_times_and_is_not_in_it_is_told() {
    let list = "Name,Email,Phone,Diet\nAnn Lee,ann@example.org,07700900001,vegan\nBo Day,bo@example.org,07700900002,\n";
    let form = "Timestamp,Name,Email,Phone,Diet\n2024-03-01 10:00,Ann Lee,ann@example.org,07700900111,nut allergy\n2024-03-02 10:00,Bo Day,bo@example.org,+44 7700 900002,halal\n";
    let mut desk = Desk::new();
    import(&mut desk, list);
    let told = [
        "phone: 07700900001 here, 07700900111 there",
        "diet: vegan here, nut allergy there",
    ];
    assert_eq!(older(&import(&mut desk, form)), told);
    // What the list did not know comes in.
    let expected = ["07700900001, vegan", "07700900002, halal"];
    assert_eq!(people(&desk, &["phone", "diet"]), expected);
    let again = import(&mut desk, form);
    assert_eq!((again.changed, older(&again)), (false, vec![]));
    // What was sent after the list comes in without a word.
    let later = form.replace("2024-03-0", "2024-04-1");
    let mut desk = Desk::new();
    import(&mut desk, list);
    assert_eq!(older(&import(&mut desk, &later)), [""; 0]);
    assert_eq!(people(&desk, &["diet"])[0], "nut allergy");
}

#[test]
fn a_cancellation_of_before_a_list_without_times_is_told() {
    let list =
        "Name,Email,Status\nAnn Lee,ann@example.org,Confirmed\nBo Day,bo@example.org,Confirmed\n";
    let form = "Timestamp,Name,Email,Status\n2024-03-01 10:00,Ann Lee,ann@example.org,Cancelled\n2024-03-02 10:00,Bo Day,bo@example.org,Confirmed\n";
    let mut desk = Desk::new();
    import(&mut desk, list);
    let report = import(&mut desk, form);
    let cancelled = statuses(&desk)[0] == "Ann Lee, cancelled";
    assert!(cancelled || older(&report) == ["status: confirmed here, cancelled there"]);
    assert_eq!(statuses(&desk)[1], "Bo Day, confirmed");
}

#[test]
fn a_no_below_a_state_of_cancelling_cancels_nobody() {
    let file = |heading: &str, [one, other]: [&str; 2]| {
        let mut desk = Desk::new();
        let people = format!("Ann Lee,ann@example.org,{one}\nBo Day,bo@example.org,{other}\n");
        import(&mut desk, &format!("Name,Email,{heading}\n{people}"));
        statuses(&desk)
    };
    let comes = "Ann Lee, confirmed";
    for heading in [
        "Cancellation status",
        "Booking cancellation status",
        "Status of cancellation",
        "Stornierungsstatus",
        "Status der Stornierung",
        "Statut de l'annulation",
        "Estado de la cancelación",
        "Status anulowania",
        "Statws canslo",
    ] {
        for [no, yes] in [["No", "Yes"], ["FALSE", "TRUE"], ["No", "Cancelled"]] {
            let cancelled = [comes, "Bo Day, cancelled"];
            assert_eq!(file(heading, [no, yes]), cancelled, "{heading} {yes}");
        }
        let nobody = [comes, "Bo Day, confirmed"];
        // Who was refused to cancel has not cancelled.
        for [one, other] in [["No", "No"], ["", "No"], ["No", "Rejected"]] {
            assert_eq!(file(heading, [one, other]), nobody, "{heading} {other}");
        }
    }
    let cancelled = [comes, "Bo Day, cancelled"];
    assert_eq!(
        file("Cancellation status", ["Active", "Cancelled"]),
        cancelled
    );
}

#[test]
fn a_no_to_cancelling_beside_another_state_cancels_nobody() {
    let mut desk = Desk::new();
    let text = "Name,Email,Status,Cancellation status\nAnn Lee,ann@example.org,Paid,No\nBo Day,bo@example.org,Paid,Yes\n";
    import(&mut desk, text);
    assert_eq!(statuses(&desk), ["Ann Lee, confirmed", "Bo Day, cancelled"]);
}

#[test]
fn what_became_of_the_mail_that_confirms_says_nothing_of_who_comes() {
    let comes = ["Ann Lee, confirmed", "Bo Day, confirmed"];
    for (heading, one, other) in [
        ("Confirmation status", "Sent", "Failed"),
        ("Confirmation status", "Delivered", "Bounced"),
        ("Registration confirmation status", "Sent", "Pending"),
        ("Confirmation", "Failed", "Pending"),
        ("Bestätigung", "Gesendet", "Fehlgeschlagen"),
        ("Estado de la confirmación", "Enviada", "Pendiente"),
    ] {
        let mut desk = Desk::new();
        let people = format!("Ann Lee,ann@example.org,{one}\nBo Day,bo@example.org,{other}\n");
        let text = format!("Name,Email,{heading}\n{people}");
        import(&mut desk, &text);
        assert_eq!(statuses(&desk), comes, "{heading} {other}");
        assert_eq!(notes(&text), [""; 0], "{heading} {other}");
    }
    // Who has not confirmed after it was sent, or payment failed.
    for (heading, one, other, said) in [
        ("Confirmation status", "Confirmed", "Pending", "pending"),
        ("Confirmation status", "Confirmed", "Declined", "cancelled"),
        ("Payment status", "Sent", "Failed", "cancelled"),
    ] {
        let mut desk = Desk::new();
        let people = format!("Ann Lee,ann@example.org,{one}\nBo Day,bo@example.org,{other}\n");
        import(&mut desk, &format!("Name,Email,{heading}\n{people}"));
        let expected = [comes[0].to_string(), format!("Bo Day, {said}")];
        assert_eq!(statuses(&desk), expected, "{heading} {other}");
    }
}

#[test]
fn a_no_with_a_wish_behind_it_is_a_no_and_a_refund_that_was_declined_is_none() {
    for (heading, said, expected) in [
        ("Will you come?", "No - but keep me informed", "cancelled"),
        (
            "Will you come?",
            "No, but please send the notes",
            "cancelled",
        ),
        ("Will you come?", "No (away)", "cancelled"),
        ("Will you come?", "Not this time", "cancelled"),
        ("Will you come?", "No, but I'll come for lunch", "confirmed"),
        ("Attendee status", "Refund declined", "confirmed"),
        (
            "Attendee status",
            "Cancelled by mistake - coming",
            "confirmed",
        ),
        ("Attendee status", "Moved from waiting list", "confirmed"),
    ] {
        let yes = if heading == "Will you come?" {
            "Yes"
        } else {
            "Attending"
        };
        let mut desk = Desk::new();
        import(
            &mut desk,
            &format!(
                "Name,Email,{heading}\nAnn Lee,ann@example.org,{yes}\nBo Day,bo@example.org,\"{said}\"\n"
            ),
        );
        let expected = [
            "Ann Lee, confirmed".to_string(),
            format!("Bo Day, {expected}"),
        ];
        assert_eq!(statuses(&desk), expected, "{said}");
    }
}

#[test]
fn a_mistake_is_why_somebody_was_cancelled_unless_they_are_said_to_come() {
    for (said, expected) in [
        ("Cancelled (booked in error)", "cancelled"),
        ("Cancelled - payment error", "cancelled"),
        ("Payment error - cancelled", "cancelled"),
        ("Refunded - booked twice by mistake", "cancelled"),
        ("Booked by mistake, cancelled", "cancelled"),
        ("Withdrawn - signed up by mistake", "cancelled"),
        ("Cancelled by mistake", "cancelled"),
        ("Cancelado por error", "cancelled"),
        ("Storniert (versehentlich gebucht)", "cancelled"),
        ("Anulowane - przez pomyłkę", "cancelled"),
        ("Cancelled by mistake - coming", "confirmed"),
        ("Coming, cancelled by mistake", "confirmed"),
        ("Cancelled in error, still coming", "confirmed"),
        ("Versehentlich storniert - kommt", "confirmed"),
        ("Annulé par erreur, vient", "confirmed"),
        ("Cancelado por error - viene", "confirmed"),
        ("Anulowane przez pomyłkę - przyjdzie", "confirmed"),
    ] {
        let mut desk = Desk::new();
        import(
            &mut desk,
            &format!(
                "Name,Email,Status\nAnn Lee,ann@example.org,Confirmed\nBo Day,bo@example.org,\"{said}\"\n"
            ),
        );
        let expected = [
            "Ann Lee, confirmed".to_string(),
            format!("Bo Day, {expected}"),
        ];
        assert_eq!(statuses(&desk), expected, "{said}");
    }
}

#[test]
fn a_no_behind_which_somebody_comes_after_all_or_in_part_keeps_nobody_away() {
    let form = "Name,Email,Will you be attending?\n\
                Ann,ann@example.org,Yes\nBob,bob@example.org,\"No but please send the link, I will join online\"\n\
                Cat,cat@example.org,\"No, please send me the Zoom link\"\nDan,dan@example.org,Not working that day so yes\n\
                Eve,eve@example.org,Not busy\nFay,fay@example.org,\"Not away, will come\"\n\
                Gus,gus@example.org,\"No, away on Saturday, coming Sunday\"\n\
                Hal,hal@example.org,No but keep me a seat on Sunday\nIda,ida@example.org,No this year I'm coming!\n\
                Jan,jan@example.org,\"No, but please send the notes\"\nKit,kit@example.org,No\n";
    let plain: String = (0..12)
        .map(|at| format!("P{at},p{at}@example.org,Yes\n"))
        .collect();
    let mut desk = Desk::new();
    import(&mut desk, &format!("{form}{plain}"));
    let off = statuses(&desk);
    let off: Vec<&String> = off
        .iter()
        .filter(|one| one.ends_with("cancelled"))
        .collect();
    assert_eq!(off, ["Jan, cancelled", "Kit, cancelled"]);
}
