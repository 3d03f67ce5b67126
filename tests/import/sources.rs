//! What two sources say of one person, one of which does not say when it was changed.

use crate::desk::Desk;
use crate::later::people;
use crate::updates::{import, verdicts};
use plenary::import::{Change, Report};

/// A list of tickets that is edited in place: each import an hour after the last one, from midnight of 10 April.
fn tickets(status: &str, answers: &str) -> String {
    format!(
        "api_id,name,email,created_at,approval_status,ticket_name,Dietary requirements,Access needs,Can we keep you updated?\n\
         g-1,Ada Byron,ada@example.org,2024-03-05T10:00:00.000Z,{status},Standard,{answers}\n"
    )
}

/// A form, sent at these times of that day.
fn form(rows: &[(&str, &str)]) -> String {
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

fn details(report: &Report) -> [String; 3] {
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
