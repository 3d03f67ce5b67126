//! Exports that say when something was sent, or no longer, or not yet: what is newer stays newer.

use crate::desk::Desk;
use crate::updates::{import, set, value, verdicts};

/// The values of some columns of Ada and Bo.
fn both(desk: &Desk, columns: [&str; 2]) -> [String; 4] {
    let [one, other] = columns;
    let of = |name, column| value(desk, name, column);
    [
        of("Ada Byron", one),
        of("Ada Byron", other),
        of("Bo Peep", one),
        of("Bo Peep", other),
    ]
}

const HEAD: &str = "Ticket id,Order date,Name,Email,Town,Status\n";

fn tickets(ada: &str, bo: &str) -> String {
    let row = |id, rest: &str, name, email| {
        let (date, rest) = rest.split_once(';').expect("a date");
        format!("{id},{date},{name},{email},{rest}\n")
    };
    let ada = row(1, ada, "Ada Byron", "ada@example.org");
    format!("{HEAD}{ada}{}", row(2, bo, "Bo Peep", "bo@example.org"))
}

#[test]
fn what_changed_comes_in_and_stays_when_an_export_says_when_it_was_sent() {
    for (before, after) in [
        // The day may be the month, until a day after the twelfth says which it is.
        ("05/05/2024 10:00", "05/05/2024 10:00"),
        ("", "2024-03-05 10:00:58"),
        ("5 March", "2024-03-05 10:00:58"),
        // Spreadsheets leave out seconds, and perhaps the time.
        ("2024-03-05 10:00:58", "05/03/2024 10:00"),
        ("2024-03-05 10:00:58", "2024-03-05"),
    ] {
        let mut desk = Desk::new();
        let late = "2024-03-15 10:00";
        let first = tickets(
            &format!("{before};Bury,complete"),
            &format!("{late};York,complete"),
        );
        import(&mut desk, &first);
        let second = tickets(
            &format!("{before};Bury,cancelled"),
            &format!("{late};York,complete"),
        );
        let report = import(&mut desk, &second);
        assert_eq!(verdicts(&report), ["cancelled", "unchanged"], "{before}");
        let third = tickets(
            &format!("{after};Hull,cancelled"),
            &format!("{late};Leeds,complete"),
        );
        let third = format!("{third}3,15/03/2024 10:00,Cy Poe,cy@example.org,Hull,complete\n");
        import(&mut desk, &third);
        let expected = ["cancelled", "Hull", "confirmed", "Leeds"];
        assert_eq!(
            both(&desk, ["status", "area"]),
            expected,
            "{before} {after}"
        );
        let again = import(&mut desk, &third);
        assert!(!again.changed, "{before}");
    }
}

#[test]
fn a_refund_comes_in_with_the_first_export_that_has_a_date() {
    let mut desk = Desk::new();
    import(&mut desk, &tickets(";Bury,complete", ";York,complete"));
    let dated = tickets(
        "2024-03-05 10:00;Hull,cancelled",
        "2024-03-06 10:00;Leeds,complete",
    );
    let report = import(&mut desk, &dated);
    assert_eq!(verdicts(&report), ["cancelled", "updated"]);
    let expected = ["cancelled", "Hull", "confirmed", "Leeds"];
    assert_eq!(both(&desk, ["status", "area"]), expected);
}

#[test]
fn of_a_sheet_sorted_newest_first_the_newest_answer_counts() {
    let mut desk = Desk::new();
    let report = import(
        &mut desk,
        "Timestamp,Name,Email,Town,Keep me updated\n\
         05/04/2024 10:00:00,Ada Byron,ada@example.org,York,No\n\
         01/04/2024 10:00:00,Ada Byron,ada@example.org,Bury,Yes\n",
    );
    assert_eq!(verdicts(&report), ["added", "repeated"]);
    let told = ["area", "updates", "registered"].map(|column| value(&desk, "Ada Byron", column));
    assert_eq!(told, ["York", "no", "2024-04-01 10:00"]);
}

#[test]
fn a_list_of_contacts_with_ids_takes_no_refund_back() {
    for contacts in [
        "nationbuilder_id,first_name,last_name,email\n11,Ada,Byron,ada@example.org\n",
        "uuid,first_name,last_name,email,zip_code\nx-1,Ada,Byron,ada@example.org,BB1\n",
        "Response ID,Name,Email\n5,Ada Byron,ada@example.org\n",
    ] {
        let mut desk = Desk::new();
        let orders = "Order #,Order Date,First Name,Last Name,Email,Ticket Type,Attendee #,Attendee Status\n\
                      1,3/5/24 11:58,Ada,Byron,ada@example.org,General,10,Attending\n";
        import(&mut desk, orders);
        import(&mut desk, &orders.replace("Attending", "Refunded"));
        import(&mut desk, contacts);
        assert_eq!(
            value(&desk, "Ada Byron", "status"),
            "cancelled",
            "{contacts}"
        );
    }
}

#[test]
fn an_older_export_is_known_by_when_each_row_was_changed_last() {
    let head = "Ticket Reference,Ticket Created Date,Ticket Last Updated Date,Ticket,Ticket Full Name,Ticket Email,Void Status,Diet,Keep me updated\n";
    let row = |changed, diet| {
        format!("t-1,2024-03-01 10:00:00,{changed},Day,Ada Byron,ada@example.org,,{diet}\n")
    };
    let old = format!("{head}{}", row("2024-03-02 10:00:00", "vegan,Yes"));
    let new = format!("{head}{}", row("2024-03-09 10:00:00", "halal,No"));
    for files in [[&old, &new], [&new, &old]] {
        let mut desk = Desk::new();
        for file in files {
            import(&mut desk, file);
        }
        let told = ["diet", "updates"].map(|column| value(&desk, "Ada Byron", column));
        assert_eq!(told, ["halal", "no"]);
    }
}

#[test]
fn an_old_list_without_dates_brings_nobody_back() {
    let list = "Name,Email,Status\nAda Byron,ada@example.org,confirmed\nBo Peep,bo@example.org,confirmed\n";
    let mut desk = Desk::new();
    import(&mut desk, list);
    import(&mut desk, &list.replacen("confirmed", "cancelled", 1));
    let report = import(&mut desk, list);
    assert_eq!(verdicts(&report), ["unchanged"; 2]);
    assert!(!report.changed);
    let told = &report.rows[0].detail.as_ref().expect("it is told").outdated;
    assert_eq!(told[0].column, "status");
    assert_eq!(value(&desk, "Ada Byron", "status"), "cancelled");
    // A list with somebody new is a newer one.
    import(
        &mut desk,
        &format!("{list}Cy Poe,cy@example.org,confirmed\n"),
    );
    assert_eq!(value(&desk, "Ada Byron", "status"), "confirmed");
}

#[test]
fn a_no_that_comes_back_in_a_list_without_dates_counts() {
    let list = |answer, more| {
        format!("Name,Email,Keep me updated\nAda Byron,ada@example.org,{answer}\n{more}")
    };
    let (bo, cy) = ("Bo Peep,bo@example.org,\n", "Cy Poe,cy@example.org,\n");
    let mut desk = Desk::new();
    import(&mut desk, &list("No", String::new()));
    import(&mut desk, &list("Yes", bo.to_string()));
    assert_eq!(value(&desk, "Ada Byron", "updates"), "yes");
    let newest = list("No", format!("{bo}{cy}"));
    import(&mut desk, &newest);
    assert_eq!(value(&desk, "Ada Byron", "updates"), "no");
    assert!(!import(&mut desk, &newest).changed);
    let known = desk.known.list.len();
    import(&mut desk, &format!("{newest}Di Fox,di@example.org,\n"));
    assert_eq!(desk.known.list.len(), known + 1, "it is remembered once");
    assert_eq!(value(&desk, "Ada Byron", "updates"), "no");
}

#[test]
fn whoever_has_left_a_mailing_list_has_left_it_on_the_day_that_it_says() {
    let form = "Timestamp,Email Address,Your name,May we keep you informed?\n2024/03/14 10:00:00,ada@example.org,Ada Byron,Yes\n";
    let list = |left| {
        format!(
            "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,UNSUB_TIME,LEID,EUID\n\
             ada@example.org,Ada,Byron,2,2024-03-01 10:00:00,2024-03-01 10:00:00,{left},1,e1\n"
        )
    };
    for (left, expected) in [
        ("2024-03-20 10:00:00", "no"),
        ("2024-03-10 10:00:00", "yes"),
    ] {
        for turned in [false, true] {
            let mut files = [form.to_string(), list(left)];
            if turned {
                files.reverse();
            }
            let mut desk = Desk::new();
            for file in &files {
                import(&mut desk, file);
            }
            assert_eq!(value(&desk, "Ada Byron", "updates"), expected, "{left}");
        }
    }
}

#[test]
fn a_number_that_a_spreadsheet_has_spoilt_takes_the_place_of_none() {
    let list = |phone| {
        format!(
            "Timestamp,Name,Email,Phone\n2024/03/05 10:00:00,Ada Byron,ada@example.org,{phone}\n"
        )
    };
    for (good, spoilt) in [
        ("447700900777", "4.477E+11"),
        ("07700 900778", "7700900778"),
    ] {
        let mut desk = Desk::new();
        import(&mut desk, &list(good));
        let report = import(&mut desk, &list(spoilt));
        assert_eq!(verdicts(&report), ["unchanged"]);
        assert_eq!(value(&desk, "Ada Byron", "phone"), good);
        // A good one takes the place of a spoilt one.
        let mut desk = Desk::new();
        import(&mut desk, &list(spoilt));
        import(&mut desk, &list(good));
        assert_eq!(value(&desk, "Ada Byron", "phone"), good);
    }
}

const FORM: &str = "Timestamp,Email Address,Your name,City,May we keep you informed?\n";

#[test]
fn a_no_said_once_more_to_what_was_allowed_by_hand_is_a_conflict() {
    let mut desk = Desk::new();
    let first = format!("{FORM}2024/03/05 10:00:00,ada@example.org,Ada Byron,Bury,No\n");
    import(&mut desk, &first);
    set(&mut desk, "Ada Byron", "updates", "yes");
    assert!(!import(&mut desk, &first).changed);
    let again = format!("{first}2024/03/20 10:00:00,ada@example.org,Ada Byron,Bury,No\n");
    let report = import(&mut desk, &again);
    assert_eq!(verdicts(&report), ["conflict", "repeated"]);
    assert_eq!(value(&desk, "Ada Byron", "updates"), "yes");
}

#[test]
fn a_row_whose_time_another_one_tells_takes_no_turns_with_a_third() {
    let mut desk = Desk::new();
    let text = "Timestamp;Email;Town\nsoon;ada@example.org;Bury\n\
                2024-03-04 09:31:03;ada@example.org;York\n2024-03-04 09:31:03;ada@example.org;Bury\n";
    import(&mut desk, text);
    let before = desk.everything();
    for _ in 0..3 {
        import(&mut desk, text);
        assert_eq!(desk.everything(), before);
    }
}

#[test]
fn of_two_that_count_as_sent_at_one_time_the_first_stays_what_it_was() {
    let mut desk = Desk::new();
    let row = |sent, town| format!("{sent};ada@example.org;{town}\n");
    let text = format!(
        "Timestamp;Email;Town\n{}{}{}{}",
        row("soon", "Bury"),
        row("2024-03-04 09:31:03", "York"),
        row("2024-03-04 09:31:03", "Bury"),
        row("2024-03-04 09:31:03", "Hull"),
    );
    import(&mut desk, &text);
    let before = desk.everything();
    for _ in 0..3 {
        import(&mut desk, &text);
        assert_eq!(desk.everything(), before);
    }
}

#[test]
fn whoever_does_not_come_and_leaves_a_mailing_list_later_does_not_come_again() {
    let mut desk = Desk::new();
    let form = "Timestamp,Email Address,Your name,Will you attend?\n2024/03/14 10:00:00,ada@example.org,Ada Byron,No\n";
    import(&mut desk, form);
    import(
        &mut desk,
        "Email Address,First Name,Last Name,OPTIN_TIME,CONFIRM_TIME,UNSUB_TIME,LEID,EUID\n\
         ada@example.org,Ada,Byron,2024-03-01 10:00:00,2024-03-01 10:00:00,2024-03-20 10:00:00,1,e1\n",
    );
    assert_eq!(value(&desk, "Ada Byron", "status"), "cancelled");
}

#[test]
fn two_answers_within_a_minute_are_two_and_the_later_one_counts() {
    let mut desk = Desk::new();
    let text = "Timestamp,Name,Email,Town,Keep me updated\n\
                2024-03-05 10:00:30,Ada Byron,ada@example.org,York,No\n\
                2024-03-05 10:00:00,Ada Byron,ada@example.org,Bury,Yes\n";
    for changed in [true, false] {
        assert_eq!(import(&mut desk, text).changed, changed);
        assert_eq!(value(&desk, "Ada Byron", "updates"), "no");
    }
}

#[test]
fn a_form_whose_clock_is_ahead_keeps_its_order() {
    // The desk imports at midnight of 10 April.
    let mut desk = Desk::new();
    import(
        &mut desk,
        &format!(
            "{FORM}2024/04/10 01:05:00,ada@example.org,Ada Byron,York,No\n2024/04/10 00:30:00,ada@example.org,Ada Byron,Bury,Yes\n"
        ),
    );
    assert_eq!(value(&desk, "Ada Byron", "updates"), "no");
}

#[test]
fn a_ticket_of_which_only_the_day_is_known_is_no_answer_to_a_form_of_that_day() {
    let mut desk = Desk::new();
    import(
        &mut desk,
        &format!("{FORM}2024/03/05 10:00:00,ada@example.org,Ada Byron,Bury,Yes\n"),
    );
    let orders = "Order #,Order Date,First Name,Last Name,Email,Ticket Type,Attendee #,Attendee Status\n\
                  1,2024-03-05,Ada,Byron,ada@example.org,General,10,Attending\n\
                  1,2024-03-05,Ada,Byron,ada@example.org,General,11,Attending\n";
    import(&mut desk, orders);
    assert_eq!(desk.known.list.len(), 3);
    assert_eq!(value(&desk, "Ada Byron", "source_id"), "10");
    let refunded = orders.replace("11,Attending", "11,Refunded");
    import(&mut desk, &refunded);
    assert_eq!(value(&desk, "Ada Byron", "status"), "confirmed");
}

#[test]
fn one_date_that_was_mistyped_spoils_no_column() {
    let mut desk = Desk::new();
    import(
        &mut desk,
        "Name,Email,Registered,Keep me updated\n\
         Ada Byron,ada@example.org,05/03/2024 10:00,No\n\
         Bo Peep,bo@example.org,13/03/2025 10:00,\n\
         Ada Byron,ada@example.org,01/03/2024 10:00,Yes\n",
    );
    assert_eq!(
        both(&desk, ["updates", "registered"])[..2],
        ["no", "2024-03-01 10:00"]
    );
}
