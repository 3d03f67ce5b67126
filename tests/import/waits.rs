//! Whoever is on the waiting list of a source waits, though there are places here.

use crate::desk::Desk;
use plenary::import::Verdict;

fn luma(rows: &[(&str, &str)]) -> String {
    let head = "guest_id,name,email,created_at,approval_status\n";
    let rows = rows.iter().map(|(name, status)| {
        let word = name.split(' ').next().unwrap_or_default().to_lowercase();
        format!("g-{word},{name},{word}@example.org,2024-01-01T00:00:00.000Z,{status}\n")
    });
    format!("{head}{}", rows.collect::<String>())
}

fn import(desk: &mut Desk, rows: &[(&str, &str)]) -> Vec<String> {
    let reports = desk.import("luma.csv", luma(rows).as_bytes());
    let waits = reports.iter().flat_map(|report| &report.waits);
    let who = |at: &u32| desk.list.get(*at as usize).expect("somebody").name();
    waits.map(|at| who(at).to_string()).collect()
}

fn statuses(desk: &Desk) -> Vec<String> {
    let row = |one: &plenary::model::Registration| format!("{}, {}", one.name(), one.get("status"));
    desk.list.iter().map(row).collect()
}

const ANN: (&str, &str) = ("Ann Lee", "approved");

#[test]
fn whoever_waits_at_the_source_waits_until_it_says_otherwise() {
    for capacity in [None, Some(9)] {
        let mut desk = Desk::with_capacity(capacity);
        let waits = [ANN, ("Bo Day", "waitlist")];
        assert_eq!(import(&mut desk, &waits), ["Bo Day"]);
        let expected = ["Ann Lee, confirmed", "Bo Day, waiting"];
        assert_eq!(statuses(&desk), expected);
        // Neither the same once more nor somebody else's arrival gives them a place.
        assert_eq!(import(&mut desk, &waits), [""; 0]);
        import(&mut desk, &[waits[0], waits[1], ("Cy Fox", "approved")]);
        let expected = ["Ann Lee, confirmed", "Bo Day, waiting", "Cy Fox, confirmed"];
        assert_eq!(statuses(&desk), expected);
        import(&mut desk, &[ANN, ("Bo Day", "approved")]);
        assert_eq!(statuses(&desk)[1], "Bo Day, confirmed");
    }
}

#[test]
fn whoever_is_put_on_a_waiting_list_at_the_source_later_waits_too() {
    let mut desk = Desk::new();
    import(&mut desk, &[("Bo Day", "pending_approval")]);
    assert_eq!(statuses(&desk), ["Bo Day, pending"]);
    assert_eq!(import(&mut desk, &[("Bo Day", "waitlist")]), ["Bo Day"]);
    assert_eq!(statuses(&desk), ["Bo Day, waiting"]);
}

#[test]
fn whoever_has_a_place_at_the_source_and_none_here_waits_for_one_here() {
    let mut desk = Desk::with_capacity(Some(1));
    import(&mut desk, &[ANN, ("Bo Day", "waitlist")]);
    import(&mut desk, &[ANN, ("Bo Day", "approved")]);
    assert_eq!(statuses(&desk), ["Ann Lee, confirmed", "Bo Day, waiting"]);
    import(
        &mut desk,
        &[("Ann Lee", "declined"), ("Bo Day", "approved")],
    );
    assert_eq!(statuses(&desk), ["Ann Lee, cancelled", "Bo Day, confirmed"]);
}

#[test]
fn a_place_that_an_organiser_gives_stays() {
    let mut desk = Desk::new();
    let waits = [ANN, ("Bo Day", "waitlist")];
    import(&mut desk, &waits);
    desk.list.get_mut(1).expect("Bo").set("status", "confirmed");
    import(&mut desk, &waits);
    assert_eq!(statuses(&desk)[1], "Bo Day, confirmed");
    // Who is to wait here for a place is put on the list by hand once more.
    desk.list.get_mut(1).expect("Bo").set("status", "pending");
    import(&mut desk, &waits);
    desk.list.get_mut(1).expect("Bo").set("status", "waiting");
    import(&mut desk, &waits);
    assert_eq!(statuses(&desk)[1], "Bo Day, confirmed");
}

/// Everybody with their status, as a table says it beside whatever else it says.
fn said(text: &str) -> Vec<String> {
    let mut desk = Desk::new();
    desk.import("list.csv", text.as_bytes());
    let again = desk.import("list.csv", text.as_bytes());
    assert!(again.iter().all(|report| !report.changed), "{text}");
    statuses(&desk)
}

#[test]
fn whoever_waits_as_any_column_plainly_says_waits_unless_another_says_that_they_do_not_come() {
    for (other, yes, no) in [("Status", "Confirmed", "Cancelled"), ("RSVP", "Yes", "No")] {
        for (list, waits) in [
            ("Waitlist", "Yes"),
            ("Waiting list", "position 3"),
            ("Waiting list", "Yes - 3rd"),
            ("Waitlist status", "Waitlisted"),
            ("Is on waiting list", "TRUE"),
            ("On the wait-list?", "x"),
            ("Platz auf der Warteliste", "Platz 2"),
            ("Position sur la liste d'attente", "4"),
            ("List", "Waiting list"),
            ("Place", "Waitlist"),
            ("Ticket", "Waiting list"),
            ("Registration status", "On waiting list"),
        ] {
            let text = format!(
                "Name,Email,{other},{list}\n\
                 Ann Lee,ann@example.org,{yes},\nBo Day,bo@example.org,{yes},{waits}\n\
                 Cy Fox,cy@example.org,{no},{waits}\nDi Gay,di@example.org,{yes},\n"
            );
            let expected = [
                "Ann Lee, confirmed",
                "Bo Day, waiting",
                "Cy Fox, cancelled",
                "Di Gay, confirmed",
            ];
            assert_eq!(said(&text), expected, "{text}");
        }
    }
}

#[test]
fn what_is_said_of_another_list_or_of_waiting_for_something_else_puts_nobody_on_one() {
    for (list, answer) in [
        ("Waiting list", "No"),
        ("Waiting list", "N/A"),
        ("Waiting list", "not on it"),
        ("Waiting list for workshop B", "Yes"),
        ("Waiting time", "30"),
        ("Add me to the waiting list if full", "Yes"),
        ("Childcare", "Waiting list"),
        ("Payment status", "Waiting"),
        ("Place", "Waitling"),
        ("Queue", "3"),
    ] {
        let text = format!(
            "Name,Email,Status,{list}\nAnn Lee,ann@example.org,Confirmed,\nBo Day,bo@example.org,Confirmed,{answer}\n"
        );
        let expected = ["Ann Lee, confirmed", "Bo Day, confirmed"];
        assert_eq!(said(&text), expected, "{text}");
    }
}

#[test]
fn whoever_has_a_place_and_was_once_put_on_the_waiting_list_has_the_place() {
    for heading in [
        "Waitlist date",
        "Date added to waiting list",
        "Waiting list since",
        "Waitlist added",
        "Waitlisted at",
        "Waitlisted on",
        "Added to waiting list",
        "Waiting list",
        "Auf der Warteliste seit",
    ] {
        for (place, status) in [
            ("Confirmed", "confirmed"),
            ("approved", "confirmed"),
            ("Bestätigt", "confirmed"),
            ("Accepté", "confirmed"),
            ("Confirmado", "confirmed"),
            ("Potwierdzone", "confirmed"),
            ("Cadarnhawyd", "confirmed"),
            // Who only wants to come or has asked for a place has none yet.
            ("Registered", "waiting"),
            ("Yes", "waiting"),
            ("Waitlisted", "waiting"),
            ("Not confirmed", "waiting"),
            ("", "waiting"),
            ("Cancelled", "cancelled"),
        ] {
            let text = format!(
                "Name,Email,Status,{heading}\nAnn Lee,ann@example.org,{place},2024-02-01\n\
                 Bo Day,bo@example.org,Confirmed,\nCy Fox,cy@example.org,Waitlisted,2024-02-01 10:15\n"
            );
            let expected = [
                format!("Ann Lee, {status}"),
                "Bo Day, confirmed".to_string(),
                "Cy Fox, waiting".to_string(),
            ];
            assert_eq!(said(&text), expected, "{text}");
        }
    }
    // Where nothing else says whether they come they wait, and so does whoever has a number on the list.
    let dated =
        "Name,Email,Waitlisted on\nAnn Lee,ann@example.org,2024-02-01\nBo Day,bo@example.org,\n";
    assert_eq!(said(dated), ["Ann Lee, waiting", "Bo Day, confirmed"]);
}

/// What is told of a status that was not changed, and whether somebody changed it by hand.
fn disputed(desk: &mut Desk, rows: &[(&str, &str)]) -> Vec<String> {
    let reports = desk.import("luma.csv", luma(rows).as_bytes());
    let rows = reports.iter().flat_map(|report| &report.rows);
    let told = rows.filter_map(|row| {
        let detail = row.detail.as_ref()?;
        let one = detail.conflicts.first()?;
        let by_hand = if detail.keeps_place { "" } else { ", by hand" };
        let verdict = row.verdict.word();
        Some(format!(
            "{verdict}: {} here, {} there{by_hand}",
            one.old, one.new
        ))
    });
    told.collect()
}

#[test]
fn whoever_was_given_a_place_by_hand_keeps_it_when_the_source_declines_them_and_it_is_told() {
    for before in ["waitlist", "pending_approval"] {
        let mut desk = Desk::new();
        import(&mut desk, &[ANN, ("Bo Day", before)]);
        desk.list.get_mut(1).expect("Bo").set("status", "confirmed");
        let declined = [ANN, ("Bo Day", "declined")];
        let told = disputed(&mut desk, &declined);
        assert_eq!(told, ["conflict: confirmed here, cancelled there, by hand"]);
        assert_eq!(statuses(&desk)[1], "Bo Day, confirmed");
        assert_eq!(disputed(&mut desk, &declined), [""; 0]);
        assert_eq!(statuses(&desk)[1], "Bo Day, confirmed");
    }
    // Nobody has given them a place by hand whom the source had approved.
    let mut desk = Desk::new();
    for (status, here) in [
        ("approved", "confirmed"),
        ("waitlist", "confirmed"),
        ("declined", "cancelled"),
    ] {
        import(&mut desk, &[ANN, ("Bo Day", status)]);
        assert_eq!(statuses(&desk)[1], format!("Bo Day, {here}"));
    }
    let mut desk = Desk::new();
    import(&mut desk, &[ANN, ("Bo Day", "waitlist")]);
    import(&mut desk, &[ANN, ("Bo Day", "declined")]);
    assert_eq!(statuses(&desk)[1], "Bo Day, cancelled");
}

#[test]
fn whoever_has_a_place_no_more_at_the_source_keeps_it_and_nobody_is_said_to_have_changed_it() {
    for (now, word) in [("waitlist", "waiting"), ("pending_approval", "pending")] {
        let mut desk = Desk::new();
        import(&mut desk, &[ANN, ("Bo Day", "approved")]);
        let told = disputed(&mut desk, &[ANN, ("Bo Day", now)]);
        assert_eq!(told, [format!("conflict: confirmed here, {word} there")]);
        assert_eq!(statuses(&desk)[1], "Bo Day, confirmed");
    }
    // Who was given it by hand, and is still pending there.
    let mut desk = Desk::new();
    import(&mut desk, &[ANN, ("Bo Day", "pending_approval")]);
    desk.list.get_mut(1).expect("Bo").set("status", "confirmed");
    let told = disputed(&mut desk, &[ANN, ("Bo Day", "waitlist")]);
    assert_eq!(told, ["conflict: confirmed here, waiting there, by hand"]);
}

#[test]
fn whoever_was_given_a_place_by_hand_and_says_no_later_does_not_come_and_it_is_told() {
    let form = "Timestamp,Name,Email,Will you be attending?\n\
                13/03/2024 10:00:00,Ann Lee,ann@example.org,Maybe\n\
                14/03/2024 10:00:00,Bo Day,bo@example.org,Yes\n";
    let no = format!("{form}20/03/2024 10:00:00,Ann Lee,ann@example.org,No\n");
    let form_says_no = "Timestamp,Name,Email,Will you be attending?\n\
                        20/03/2024 10:00:00,Ann Lee,ann@example.org,No\n\
                        21/03/2024 10:00:00,Bo Day,bo@example.org,Yes\n";
    let list = |status: &str| {
        format!(
            "Name,Email,Status\nAnn Lee,ann@example.org,{status}\nBo Day,bo@example.org,Confirmed\n"
        )
    };
    let meetup = |rsvp: &str| {
        format!(
            "Name\tUser ID\tRSVP\tRSVPed on\nAnn Lee\tuser 1\t{rsvp}\t2024-03-13\n\
             Bo Day\tuser 2\tYes\t2024-03-13\n"
        )
    };
    for (first, then) in [
        (form.to_string(), no),
        (list("Waiting list"), list("Cancelled")),
        (list("Pending"), list("Cancelled")),
        (meetup("Waiting list"), meetup("No")),
        (
            luma(&[("Ann Lee", "waitlist"), ("Bo Day", "approved")]),
            form_says_no.to_string(),
        ),
    ] {
        let mut desk = Desk::new();
        desk.import("a.csv", first.as_bytes());
        desk.list
            .get_mut(0)
            .expect("Ann")
            .set("status", "confirmed");
        let reports = desk.import("a.csv", then.as_bytes());
        let rows = reports.iter().flat_map(|report| &report.rows);
        let cancelled = rows.filter(|row| row.verdict == Verdict::Cancelled);
        assert_eq!(cancelled.count(), 1, "{then}");
        let expected = ["Ann Lee, cancelled", "Bo Day, confirmed"];
        assert_eq!(statuses(&desk), expected, "{then}");
        desk.import("a.csv", then.as_bytes());
        assert_eq!(statuses(&desk), expected, "{then}");
    }
}

#[test]
fn whoever_has_not_paid_yet_is_pending_and_not_cancelled() {
    for (asked, yes, no) in [
        ("Payment status", "Yes", "No"),
        ("Payment status", "✅", "❌"),
        ("Zahlungsstatus", "Ja", "Nein"),
        ("Statut de paiement", "Oui", "Non"),
        ("Estado de pago", "Sí", "No"),
        ("Status płatności", "Tak", "Nie"),
        ("Statws taliad", "Ie", "Na"),
    ] {
        let text = format!(
            "Name,Email,{asked}\nAnn Lee,ann@example.org,{yes}\nBo Ray,bo@example.org,{no}\n\
             Cy Fox,cy@example.org,{no}\nDi Orr,di@example.org,Refunded\n"
        );
        assert_eq!(
            crate::headings::imported(&text, &["name", "status"]),
            [
                "Ann Lee, confirmed",
                "Bo Ray, pending",
                "Cy Fox, pending",
                "Di Orr, cancelled"
            ],
            "{asked}"
        );
    }
    // Whoever says no to coming does not come, paid or not.
    for asked in ["Booking status", "Attending"] {
        let text = format!(
            "Name,Email,{asked},Payment status\nAnn Lee,ann@example.org,Yes,No\nBo Ray,bo@example.org,No,Yes\n"
        );
        let found = crate::headings::imported(&text, &["name", "status"]);
        assert_eq!(found[1], "Bo Ray, cancelled", "{asked}");
        assert!(!found[0].contains("cancelled"), "{asked}: {found:?}");
    }
}

#[test]
fn a_no_to_whether_they_come_cancels_though_the_question_speaks_of_paying() {
    for asked in [
        "Will you be attending? Tickets must be paid for in advance.",
        "Are you coming? Please note entry is paid on the door.",
        "Booking status (paid)",
    ] {
        let text =
            format!("Name,Email,{asked}\nAnn Lee,ann@example.org,Yes\nBo Ray,bo@example.org,No\n");
        assert_eq!(
            crate::headings::imported(&text, &["name", "status"]),
            ["Ann Lee, confirmed", "Bo Ray, cancelled"],
            "{asked}"
        );
    }
}
