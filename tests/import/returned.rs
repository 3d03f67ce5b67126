//! Who cancels and comes back, or has sent several rows.

use crate::desk::Desk;
use crate::headings::{imported, notes};
use crate::later::people;
use crate::updates::{import, verdicts};

/// What becomes of the only person of a list, after these files.
fn after(files: &[&str], columns: &[&str]) -> Vec<String> {
    let mut desk = Desk::new();
    for file in files {
        import(&mut desk, file);
    }
    people(&desk, columns)
}

/// A header with rows below it, as they are and the other way round.
fn both_ways(head: &str, rows: [&str; 2]) -> [String; 2] {
    let [one, two] = rows;
    [
        format!("{head}\n{one}\n{two}\n"),
        format!("{head}\n{two}\n{one}\n"),
    ]
}

#[test]
fn who_cancelled_and_booked_again_comes_whether_the_first_booking_was_imported_or_not() {
    for (head, first, cancelled, again) in [
        (
            "First Name,Last Name,Email,Registration Time,Approval Status",
            "Abe,Cole,abe@example.org,\"Mar 15, 2024 10:00:00 AM\",approved",
            "Abe,Cole,abe@example.org,\"Mar 15, 2024 10:00:00 AM\",cancelled by self",
            "Abe,Cole,abe@example.org,\"Mar 20, 2024 10:00:00 AM\",approved",
        ),
        (
            "Name,E-Mail,Status,Angemeldet am",
            "Abe Cole,abe@example.org,Bestätigt,15.03.2024 10:00",
            "Abe Cole,abe@example.org,Storniert,15.03.2024 10:00",
            "Abe Cole,abe@example.org,Bestätigt,20.03.2024 10:00",
        ),
        (
            "Order ID,Order date,Ticket ID,Ticket description,Ticket status,First name,Last name,Email",
            "or_1,2024-03-15 10:00,it_11,Std,Valid,Abe,Cole,abe@example.org",
            "or_1,2024-03-15 10:00,it_11,Std,Void,Abe,Cole,abe@example.org",
            "or_2,2024-03-20 10:00,it_12,Std,Valid,Abe,Cole,abe@example.org",
        ),
        (
            "Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),Email (Billing)",
            "1,Completed,2024-03-15 10:00,Abe,Cole,abe@example.org",
            "1,Refunded,2024-03-15 10:00,Abe,Cole,abe@example.org",
            "2,Completed,2024-03-20 10:00,Abe,Cole,abe@example.org",
        ),
        (
            "Contact ID,Last Name,First Name,Email,Participant ID,Participant Status,Register date",
            "101,Cole,Abe,abe@example.org,501,Registered,2024-03-15 10:00:00",
            "101,Cole,Abe,abe@example.org,501,Cancelled,2024-03-15 10:00:00",
            "101,Cole,Abe,abe@example.org,502,Registered,2024-03-20 10:00:00",
        ),
        (
            "Registration ID,Registrant Status,Date Registered,First Name,Last Name,Email",
            "R1,active,2024-03-15 10:00:00,Abe,Cole,abe@example.org",
            "R1,canceled,2024-03-15 10:00:00,Abe,Cole,abe@example.org",
            "R2,active,2024-03-20 10:00:00,Abe,Cole,abe@example.org",
        ),
    ] {
        let week = format!("{head}\n{first}\n");
        let last = format!("{head}\n{again}\n");
        let gone = format!("{head}\n{cancelled}\n");
        for next in both_ways(head, [cancelled, again]) {
            for files in [
                &[&*next] as &[&str],
                &[&*week, &*next],
                &[&*week, &*next, &*last],
                &[&*week, &*gone, &*next],
            ] {
                assert_eq!(
                    after(files, &["name", "status"]),
                    ["Abe Cole, confirmed"],
                    "{files:?}"
                );
            }
        }
        assert_eq!(after(&[&week, &gone], &["status"]), ["cancelled"], "{gone}");
    }
}

#[test]
fn one_good_order_is_enough_where_each_has_its_number() {
    let woo = "Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),Email (Billing)";
    let eventbrite =
        "Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee Status";
    let tailor = "Order ID,Order date,Order cancelled,Transaction ID,Event name,Name,Email";
    let mobilize =
        "id,created date,status,first name,last name,email,timeslot start,event organization name";
    let german = "Bestellnummer,Bestelldatum,Name,E-Mail,Status";
    for (head, one, two) in [
        (
            woo,
            "3005,Completed,2024-03-01 12:00,Kim,Lo,kim@example.org",
            "3006,Cancelled,2024-03-01 12:05,Kim,Lo,kim@example.org",
        ),
        (
            eventbrite,
            "101,2024-03-01 10:00:00,Kim,Lo,kim@example.org,1,GA,Attending",
            "102,2024-03-02 10:00:00,Kim,Lo,kim@example.org,1,GA,Refunded",
        ),
        (
            tailor,
            "or_1,2024-03-01 10:00:00,1,pi_1,Spring,Kim Lo,kim@example.org",
            "or_2,2024-03-08 10:00:00,0,pi_2,Spring,Kim Lo,kim@example.org",
        ),
        (
            tailor,
            "or_1,2024-03-01 10:00:00,0,pi_1,Spring,Kim Lo,kim@example.org",
            "or_2,2024-03-08 10:00:00,1,pi_2,Spring,Kim Lo,kim@example.org",
        ),
        (
            mobilize,
            "9001,2024-03-01 10:00:00,CONFIRMED,Kim,Lo,kim@example.org,2024-04-13 10:00,Spring Org",
            "9004,2024-03-01 10:00:00,CANCELLED,Kim,Lo,kim@example.org,2024-04-13 13:00,Spring Org",
        ),
        (
            german,
            "77,01.03.2024 10:00,Kim Lo,kim@example.org,Bezahlt",
            "78,02.03.2024 10:00,Kim Lo,kim@example.org,Storniert",
        ),
    ] {
        let alone = format!("{head}\n{one}\n");
        for next in both_ways(head, [one, two]) {
            for files in [&[&*next] as &[&str], &[&*alone, &*next]] {
                let said = after(files, &["name", "status", "organisation"]);
                assert_eq!(said, ["Kim Lo, confirmed, "], "{files:?}");
            }
        }
    }
}

#[test]
fn the_later_row_says_whether_they_come_where_nothing_numbers_what_was_sent_and_its_line_is_named()
{
    let head = "Name,Email,Status,Signed up";
    let good = "Kim Lo,kim@example.org,Confirmed,2024-03-01 10:00";
    let gone = "Kim Lo,kim@example.org,Cancelled,2024-03-08 10:00";
    let [onward, backward] = both_ways(head, [good, gone]);
    for (file, verdicts_are) in [
        (&onward, ["repeated", "cancelled"]),
        (&backward, ["cancelled", "repeated"]),
    ] {
        for is_known in [false, true] {
            let mut desk = Desk::new();
            if is_known {
                import(&mut desk, &format!("{head}\n{good}\n"));
            }
            let report = import(&mut desk, file);
            assert_eq!(verdicts(&report), verdicts_are, "{file}");
            assert_eq!(people(&desk, &["status"]), ["cancelled"]);
        }
    }
}

#[test]
fn a_form_that_was_left_half_way_once_and_sent_since_was_sent() {
    let head = "#,First name,Last name,Email,Phone number,Response Type,Start Date (UTC),Submit Date (UTC),Network ID";
    let begun = "aaa,Sid,Tor,sid@example.org,07700 900540,partial,2024-03-03 10:00:00,,n1";
    let sent = "ccc,Sid,Tor,sid@example.org,07700 900541,completed,2024-03-04 10:00:00,2024-03-04 10:02:00,n1";
    let [week, done] = [begun, sent].map(|row| format!("{head}\n{row}\n"));
    assert_eq!(after(&[&week], &["status"]), ["pending"]);
    for next in both_ways(head, [begun, sent]) {
        for files in [
            &[&*next] as &[&str],
            &[&*week, &*next],
            &[&*week, &*done],
            &[&*done, &*next],
        ] {
            let said = after(files, &["status", "phone", "registered"]);
            assert_eq!(
                said,
                ["confirmed, 07700 900541, 2024-03-04 10:02"],
                "{files:?}"
            );
        }
    }
}

#[test]
fn who_signed_up_elsewhere_after_what_was_refunded_is_named_whichever_came_in_first() {
    let form = "Timestamp,Email address,Full name\n2024/03/10 10:00:00,joe@example.com,Joe Dale\n";
    let tickets = "Order #,Order Date,First Name,Last Name,Email,Ticket Type,Attendee #,Attendee Status\n\
         112,2024-02-13 22:28:00+00:00,Joe,Dale,joe@example.com,GA,184,Refunded\n";
    for (files, verdicts_are) in [
        ([form, tickets], ["cancelled"]),
        ([tickets, form], ["unchanged"]),
    ] {
        let mut desk = Desk::new();
        import(&mut desk, files[0]);
        let report = import(&mut desk, files[1]);
        assert_eq!(verdicts(&report), verdicts_are);
        let details = report.rows.iter().filter_map(|row| row.detail.as_ref());
        assert_eq!(details.filter(|detail| detail.still_cancelled).count(), 1);
        assert_eq!(people(&desk, &["status"]), ["cancelled"]);
    }
    // A refund of what was ordered after the form was sent needs no such word.
    let mut desk = Desk::new();
    import(&mut desk, form);
    let report = import(&mut desk, &tickets.replace("2024-02-13", "2024-03-13"));
    let details = report.rows.iter().filter_map(|row| row.detail.as_ref());
    assert_eq!(details.filter(|detail| detail.still_cancelled).count(), 0);
}

#[test]
fn an_order_that_was_cancelled_is_no_good_one_also_where_nothing_says_when_it_was_made() {
    let head = "Order number,Name,Email,Status";
    let [good, off] = ["Confirmed", "Cancelled"]
        .map(|status| format!("{head}\n21270,Abe Cole,abe@example.org,{status}\n"));
    assert_eq!(after(&[&off], &["status"]), ["cancelled"]);
    assert_eq!(after(&[&good, &off], &["status"]), ["cancelled"]);
    assert_eq!(after(&[&good, &off, &good], &["status"]), ["cancelled"]);
}

#[test]
fn whoever_answers_no_later_in_a_form_of_any_make_does_not_come() {
    for id in ["Submission ID", "Response ID", "Registration ID", "uuid"] {
        let head = format!("{id},Submitted at,Name,Email,Will you attend?");
        let yes = "s1,2024-03-01 10:00,Abe Cole,abe@example.org,Yes";
        let no = "s2,2024-03-08 10:00,Abe Cole,abe@example.org,\"No, sorry\"";
        for file in both_ways(&head, [yes, no]) {
            assert_eq!(after(&[&file], &["status"]), ["cancelled"], "{file}");
            let first = format!("{head}\n{yes}\n");
            assert_eq!(after(&[&first, &file], &["status"]), ["cancelled"]);
        }
    }
}

#[test]
fn the_later_word_on_an_order_counts_be_it_in_another_row_or_another_file() {
    let head = "Booking number,Date,Name,Email,Status";
    let good = "101,2024-03-01 10:00,Kim Lo,kim@example.org,Confirmed";
    let off = "101,2024-03-05 10:00,Kim Lo,kim@example.org,Cancelled";
    let other = "102,2024-03-02 10:00,Kim Lo,kim@example.org,Confirmed";
    let [first, last] = [good, off].map(|row| format!("{head}\n{row}\n"));
    for file in both_ways(head, [good, off]) {
        assert_eq!(after(&[&file], &["status"]), ["cancelled"], "{file}");
    }
    assert_eq!(after(&[&first, &last], &["status"]), ["cancelled"]);
    assert_eq!(after(&[&first, &last, &first], &["status"]), ["cancelled"]);
    for file in both_ways(head, [off, other]) {
        assert_eq!(
            after(&[&first, &file], &["status"]),
            ["confirmed"],
            "{file}"
        );
    }
}

#[test]
fn whoever_got_a_place_at_the_source_keeps_it_when_they_sign_up_once_more() {
    let head = "Name,Email,Status,Signed up";
    let row =
        |status: &str, day: u32| format!("Kim Lo,kim@example.org,{status},2024-03-{day:02} 10:00");
    for (before, again) in [
        ("Pending", "Declined"),
        ("Waiting list", "Waiting list"),
        ("Pending", "Pending"),
    ] {
        let first = format!("{head}\n{}\n", row(before, 1));
        for next in both_ways(head, [&row("Confirmed", 1), &row(again, 5)]) {
            assert_eq!(
                after(&[&first, &next], &["status"]),
                ["confirmed"],
                "{next}"
            );
        }
    }
}

#[test]
fn who_got_back_all_that_they_paid_is_named_and_cancelled_only_where_that_is_said() {
    let order = |amounts: &str, cancelled: &str| {
        format!(
            "Order ID,Name,Email,Event name,Total paid,Refunded amount,Transaction ID,Order cancelled\n\
             or_1,Ada Love,ada@example.org,Peace,10.00,0.00,t1,\n\
             or_2,Bob Stone,bob@example.org,Peace,{amounts},t2,{cancelled}\n"
        )
    };
    let said = "\"Refunded amount\" is as high as \"Total paid\" in 1 row, which cancels nobody; if they do not come, \
                cancel them: Bob Stone (line 3)";
    for (amounts, cancelled, status, told) in [
        ("10.00,10.00", "", "confirmed", Some(said)),
        ("£1200.50,\"£1,200.50\"", "", "confirmed", Some(said)),
        ("10.00,5.00", "", "confirmed", None),
        ("0.00,0.00", "", "confirmed", None),
        (",", "", "confirmed", None),
        ("10.00,10.00", "1", "cancelled", None),
    ] {
        let text = order(amounts, cancelled);
        assert_eq!(
            imported(&text, &["status"]),
            ["confirmed", status],
            "{amounts}"
        );
        assert_eq!(notes(&text), Vec::from_iter(told), "{amounts}");
    }
}
