//! What two sources say of one person, one of which does not say when it was changed, or is another seller of tickets.

use crate::desk::Desk;
use crate::later::people;
use crate::updates::{import, set, verdicts};
use plenary::import::{Change, Report};

/// A list of tickets that is edited in place: each import an hour after the last one, from midnight of 10 April.
pub(crate) fn tickets(status: &str, answers: &str) -> String {
    format!(
        "api_id,name,email,created_at,approval_status,ticket_name,Dietary requirements,Access needs,Can we keep you updated?\n\
         g-1,Ada Byron,ada@example.org,2024-03-05T10:00:00.000Z,{status},Standard,{answers}\n"
    )
}

/// A form, sent at these times of that day.
pub(crate) fn form(rows: &[(&str, &str)]) -> String {
    let rows = rows.iter().map(|(time, answers)| {
        format!("2024/04/10 {time}:00,ada@example.org,Ada Byron,{answers}\n")
    });
    let head = "Timestamp,Email Address,Your name,Dietary requirements,Access needs,Can we keep you updated?,Will you attend?\n";
    format!("{head}{}", rows.collect::<String>())
}

fn told(changes: impl Fn(&plenary::import::Outcome) -> Vec<Change>, report: &Report) -> String {
    let rows = report.rows.iter().flat_map(changes);
    let told = rows.map(|one| format!("{}: {} here, {} there", one.column, one.old, one.new));
    told.collect::<Vec<_>>().join("; ")
}

pub(crate) fn details(report: &Report) -> [String; 3] {
    let of = |pick: fn(&plenary::import::Outcome) -> Option<Vec<Change>>| {
        told(|row| pick(row).unwrap_or_default(), report)
    };
    [
        of(|row| Some(row.detail.as_ref()?.conflicts.clone())),
        of(|row| Some(row.detail.as_ref()?.older.clone())),
        of(|row| Some(row.detail.as_ref()?.refused.clone())),
    ]
}

#[test]
fn an_answer_of_between_two_imports_of_what_was_changed_elsewhere_is_told_where_it_loses() {
    // The tickets come in at midnight and, changed, at one o'clock; the form at two.
    for (sent, here, said) in [
        (
            "00:30",
            "vegetarian, step-free",
            "access: step-free here, wheelchair there; diet: vegetarian here, nut allergy there",
        ),
        // After it for certain, and before it.
        ("01:30", "nut allergy, wheelchair", ""),
    ] {
        let mut desk = Desk::new();
        import(&mut desk, &tickets("approved", ",,"));
        import(&mut desk, &tickets("approved", "vegetarian,step-free,"));
        let answers = form(&[(sent, "nut allergy,wheelchair,,")]);
        let report = import(&mut desk, &answers);
        assert_eq!(details(&report), ["", said, ""], "{sent}");
        assert_eq!(people(&desk, &["diet", "access"]), [here], "{sent}");
        let again = import(&mut desk, &answers);
        assert_eq!((again.changed, details(&again)[1].as_str()), (false, ""));
    }
    // What was sent before the first of both is older for certain.
    let mut desk = Desk::new();
    import(&mut desk, &tickets("approved", "none,,"));
    import(&mut desk, &tickets("approved", "none,,"));
    import(&mut desk, &tickets("approved", "vegetarian,,"));
    let earlier = form(&[("00:00", "nut allergy,,,")]).replace("04/10 00:00", "04/09 12:00");
    let report = import(&mut desk, &earlier);
    assert_eq!(details(&report), [""; 3]);
    assert_eq!(people(&desk, &["diet"]), ["vegetarian"]);
}

#[test]
fn who_says_once_more_what_was_changed_elsewhere_in_the_meantime_is_told_as_well() {
    let mut desk = Desk::new();
    let first = ("00:00", "nut allergy,,,");
    let sent = |rows: &[(&str, &str)]| form(rows).replace("04/10 00:00", "04/09 12:00");
    import(&mut desk, &sent(&[first]));
    import(&mut desk, &tickets("approved", ",,"));
    import(&mut desk, &tickets("approved", "vegetarian,,"));
    let report = import(&mut desk, &sent(&[first, ("01:30", "nut allergy,,,")]));
    let said = "diet: vegetarian here, nut allergy there";
    assert_eq!(details(&report), ["", said, ""]);
    assert_eq!(people(&desk, &["diet"]), ["vegetarian"]);
}

#[test]
fn a_no_to_coming_of_between_two_imports_of_what_was_changed_elsewhere_is_told() {
    let mut desk = Desk::new();
    import(&mut desk, &tickets("pending_approval", ",,"));
    import(&mut desk, &tickets("approved", ",,"));
    let report = import(&mut desk, &form(&[("00:30", ",,,No")]));
    let said = "status: confirmed here, cancelled there";
    assert_eq!(details(&report), ["", said, ""]);
    assert_eq!(people(&desk, &["status"]), ["confirmed"]);
}

#[test]
fn where_nobody_knows_whether_a_yes_or_a_no_to_mail_was_said_last_it_is_no() {
    let yes = ("00:30", ",,Yes,");
    let no = ("00:30", ",,No,");
    let asked = |answer: &str| tickets("approved", &format!(",,{answer}"));
    // The yes comes in first, or the no.
    let mut desk = Desk::new();
    import(&mut desk, &asked(""));
    import(&mut desk, &asked("Yes"));
    let report = import(&mut desk, &form(&[no]));
    assert_eq!(verdicts(&report), ["updated"]);
    assert_eq!(details(&report), [""; 3]);
    assert_eq!(people(&desk, &["updates"]), ["no"]);
    let mut desk = Desk::new();
    import(&mut desk, &asked(""));
    import(&mut desk, &form(&[no]));
    let report = import(&mut desk, &asked("Yes"));
    let said = "updates: no here, yes there";
    assert_eq!(details(&report), ["", "", said]);
    assert_eq!(people(&desk, &["updates"]), ["no"]);
    // The other way round it is no as well, and the yes is told.
    let mut desk = Desk::new();
    import(&mut desk, &asked(""));
    import(&mut desk, &asked("No"));
    let report = import(&mut desk, &form(&[yes]));
    assert_eq!(details(&report), ["", "", said]);
    assert_eq!(people(&desk, &["updates"]), ["no"]);
}

#[test]
fn a_yes_to_mail_that_is_later_for_certain_counts_and_nobody_has_changed_it_by_hand() {
    let mut desk = Desk::new();
    let asked = |answer: &str| tickets("approved", &format!(",,{answer}"));
    import(&mut desk, &asked("No"));
    import(&mut desk, &asked("Yes"));
    // Sent after the ticket was, and before it was first imported.
    let no = form(&[("00:00", ",,No,")]).replace("04/10 00:00", "04/01 12:00");
    let report = import(&mut desk, &no);
    assert_eq!(details(&report), [""; 3]);
    assert_eq!(people(&desk, &["updates"]), ["yes"]);
}

/// A ticket of another seller, bought before the other one.
pub(crate) fn other_ticket(status: &str) -> String {
    format!(
        "Order #,Order Date,First Name,Surname,Email,Ticket Type,Attendee #,Attendee Status\n\
         1001,2024-03-01 10:00,Ada,Byron,ada@example.org,General,5001,{status}\n"
    )
}

/// Imports files one after the other, and returns the status after each with what is told of a cancellation.
pub(crate) fn course(desk: &mut Desk, files: &[&str]) -> Vec<String> {
    let of = |text: &&str| {
        let report = import(desk, text);
        let verdict = verdicts(&report)[0];
        let detail = report.rows[0].detail.as_deref();
        let by_another = detail.is_some_and(|one| one.by_another);
        let still = detail.is_some_and(|one| one.still_cancelled);
        let told = [(by_another, ", by another"), (still, ", still cancelled")];
        let told = told.into_iter().filter(|(is, _)| *is);
        let told: String = told.map(|(_, words)| words).collect();
        let status = people(desk, &["status"]).concat();
        format!("{verdict}: {status}{told}")
    };
    files.iter().map(of).collect()
}

#[test]
fn whoever_has_a_good_ticket_of_another_seller_comes_in_whatever_order_the_files_come() {
    let declined = &*tickets("declined", ",,");
    let approved = &*tickets("approved", ",,");
    let cancelled_order = "Order code,Position ID,Status,Email,Order date,Product,Attendee name,Attendee email\n\
         A0001,1,Canceled,ada@example.org,2024-03-05T10:00:00+00:00,Ticket,Ada Byron,ada@example.org\n";
    let [good, gone] = ["Attending", "Refunded"].map(other_ticket);
    let (good, gone) = (&*good, &*gone);
    for off in [declined, cancelled_order] {
        let mut desk = Desk::new();
        let said = course(&mut desk, &[off, good, off]);
        assert_eq!(
            said,
            [
                "cancelled: cancelled",
                "updated: confirmed",
                "unchanged: confirmed"
            ]
        );
        assert_eq!(people(&desk, &["ticket"]), ["General"]);
        let mut desk = Desk::new();
        let said = course(&mut desk, &[good, off, good]);
        assert_eq!(said[0], "added: confirmed");
        assert!(said[1].ends_with(": confirmed, by another"), "{said:?}");
        assert_eq!(said[2], "unchanged: confirmed");
        assert_eq!(people(&desk, &["ticket"]), ["General"]);
    }
    // All are refunded after they booked anew elsewhere, whenever that came in.
    let said = course(&mut Desk::new(), &[good, approved, gone, approved]);
    let expected = [
        "added: confirmed",
        "updated: confirmed",
        "unchanged: confirmed, by another",
        "unchanged: confirmed",
    ];
    assert_eq!(said, expected);
    let said = course(&mut Desk::new(), &[good, gone, approved]);
    let expected = [
        "added: confirmed",
        "cancelled: cancelled",
        "updated: confirmed",
    ];
    assert_eq!(said, expected);
    // Where no ticket is good they do not come.
    let said = course(&mut Desk::new(), &[good, declined, gone]);
    assert_eq!(said[2], "cancelled: cancelled");
    let said = course(&mut Desk::new(), &[declined, gone]);
    assert_eq!(said[1], "updated: cancelled");
}

#[test]
fn a_cancellation_that_is_no_sellers_counts_though_a_ticket_is_good_and_one_by_hand_stays() {
    let [good, gone] = ["Attending", "Refunded"].map(other_ticket);
    let left = "Name,Email,Order number,Status\nAda Byron,ada@example.org,1001,Cancelled\n";
    let said = course(&mut Desk::new(), &[&good, left]);
    assert_eq!(said, ["added: confirmed", "cancelled: cancelled"]);
    // A form without states is no ticket.
    let said = course(&mut Desk::new(), &[&form(&[("00:00", ",,,")]), &gone]);
    assert!(said[1].starts_with("cancelled: cancelled"), "{said:?}");
    let mut desk = Desk::new();
    course(&mut desk, &[&good]);
    set(&mut desk, "Ada Byron", "status", "cancelled");
    let said = course(&mut desk, &[&tickets("declined", ",,"), &good]);
    assert_eq!(said[1], "unchanged: cancelled");
}

#[test]
fn whoever_stays_cancelled_and_is_named_elsewhere_is_told() {
    let gone = &*other_ticket("Refunded");
    let paper = "Name,E-mail\nAda Byron,ada@example.org\n";
    let more = "Name,E-mail,Town\nAda Byron,ada@example.org,Leeds\n";
    let said = course(&mut Desk::new(), &[gone, paper, more, more]);
    let expected = [
        "cancelled: cancelled",
        "unchanged: cancelled, still cancelled",
        "updated: cancelled, still cancelled",
        "unchanged: cancelled",
    ];
    assert_eq!(said, expected);
    // Who says that they come, and said so before the ticket was bought.
    let yes = form(&[("00:00", ",,,Yes")]).replace("04/10 00:00", "02/10 12:00");
    let said = course(&mut Desk::new(), &[gone, &yes]);
    assert!(
        said[1].ends_with(": cancelled, still cancelled"),
        "{said:?}"
    );
}

#[test]
fn a_no_to_mail_of_a_source_that_allowed_it_itself_comes_in_though_the_yes_had_been_in_doubt() {
    let asked = |answer: &str| tickets("approved", &format!(",,{answer}"));
    let no = form(&[("00:30", ",,No,")]);
    for files in [
        [asked(""), asked("Yes"), no.clone()],
        [asked("No"), no, asked("Yes")],
    ] {
        let mut desk = Desk::new();
        for file in &files {
            import(&mut desk, file);
        }
        assert_eq!(people(&desk, &["updates"]), ["no"]);
        // The organisers have asked.
        set(&mut desk, "Ada Byron", "updates", "yes");
        let report = import(&mut desk, &asked("Yes"));
        assert_eq!(details(&report), [""; 3]);
        let report = import(&mut desk, &tickets("approved", "vegan,,No"));
        assert_eq!(verdicts(&report), ["updated"]);
        assert_eq!(people(&desk, &["updates"]), ["no"]);
    }
}

#[test]
fn the_first_no_to_mail_of_a_list_is_told_to_whoever_has_allowed_it_by_hand() {
    let list = |answer: &str, more: &str| {
        format!("Name,E-mail,Updates?,Town\nAda Byron,ada@example.org,{answer},{more}\n")
    };
    let mut desk = Desk::new();
    import(&mut desk, &form(&[("00:00", ",,No,")]));
    set(&mut desk, "Ada Byron", "updates", "yes");
    let report = import(&mut desk, &list("No", "Leeds"));
    assert_eq!(details(&report), ["updates: yes here, no there", "", ""]);
    let report = import(&mut desk, &list("No", "York"));
    assert_eq!(details(&report), [""; 3]);
    // What it allows and takes back comes in.
    import(&mut desk, &list("Yes", "York"));
    let report = import(&mut desk, &list("No", "Bath"));
    assert_eq!(verdicts(&report), ["updated"]);
    assert_eq!(people(&desk, &["updates"]), ["no"]);
}
