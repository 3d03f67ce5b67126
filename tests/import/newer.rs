//! What is newer: changes at a source whose own dates stay, files that are older than what is known, and people who come
//! again.

use crate::desk::Desk;
use crate::updates::{import, set, value, verdicts};

const EVENTBRITE: &str =
    "Order #,Order Date,First Name,Last Name,Email,Ticket Type,Attendee #,Attendee Status,Diet\n";

fn order(number: u32, date: &str, status: &str, diet: &str) -> String {
    format!("{number},{date},Ada,Byron,ada@example.org,General,{number}0,{status},{diet}\n")
}

const FORM: &str =
    "Timestamp,Email Address,Your name,Diet\n2024/03/09 10:00:00,ada@example.org,Ada Byron,vegan\n";

#[test]
fn a_refund_counts_though_the_order_is_older_than_a_form() {
    let mut desk = Desk::new();
    let first = format!(
        "{EVENTBRITE}{}",
        order(1, "3/5/24 11:58", "Attending", "none")
    );
    import(&mut desk, &first);
    import(&mut desk, FORM);
    let report = import(&mut desk, &first.replace("Attending", "Refunded"));
    assert_eq!(verdicts(&report), ["cancelled"]);
    assert_eq!(value(&desk, "Ada Byron", "status"), "cancelled");
    assert_eq!(
        value(&desk, "Ada Byron", "diet"),
        "vegan",
        "the form said it later"
    );
}

#[test]
fn an_answer_changed_at_the_source_comes_in_and_the_others_say_nothing_new() {
    let mut desk = Desk::new();
    let first = format!(
        "{EVENTBRITE}{}",
        order(1, "3/5/24 11:58", "Attending", "none")
    );
    import(&mut desk, &first);
    import(&mut desk, FORM);
    let report = import(&mut desk, &first.replace("none", "nut allergy"));
    assert_eq!(verdicts(&report), ["updated"]);
    assert_eq!(value(&desk, "Ada Byron", "diet"), "nut allergy");
    let report = import(&mut desk, &first.replace("none", "nut allergy"));
    assert!(!report.changed);
}

#[test]
fn whoever_has_two_tickets_comes_as_long_as_one_is_good() {
    for later in ["Attending", "Refunded"] {
        let mut desk = Desk::new();
        let both = |one: &str, other: &str| {
            let (one, other) = (
                order(1, "3/5/24 11:58", one, ""),
                order(2, "3/6/24 11:58", other, ""),
            );
            format!("{EVENTBRITE}{one}{other}")
        };
        import(&mut desk, &both("Attending", later));
        assert_eq!(value(&desk, "Ada Byron", "status"), "confirmed");
        let report = import(&mut desk, &both("Refunded", "Refunded"));
        assert_eq!(verdicts(&report)[0], "cancelled");
        assert_eq!(value(&desk, "Ada Byron", "status"), "cancelled");
    }
}

#[test]
fn whoever_stands_twice_in_a_list_without_times_stays_as_they_are_when_it_grows() {
    for answers in [["Yes", "No"], ["No", "Yes"]] {
        let mut desk = Desk::new();
        let [one, other] = answers;
        let mut list = format!(
            "Name,Email,Newsletter,Town\nAda Byron,ada@example.org,{one},Bury\nAda Byron,ada@example.org,{other},York\n"
        );
        import(&mut desk, &list);
        let before = ["updates", "area", "status"].map(|column| value(&desk, "Ada Byron", column));
        for name in ["Bo", "Cy"] {
            list.push_str(&format!("{name},{name}@example.org,No,Hull\n"));
            import(&mut desk, &list);
            let now = ["updates", "area", "status"].map(|column| value(&desk, "Ada Byron", column));
            assert_eq!(now, before, "{answers:?} {name}");
        }
    }
}

#[test]
fn two_lists_without_times_do_not_take_turns() {
    let mut desk = Desk::new();
    let mut one = String::from("Name,Email,Newsletter,RSVP\nAda Byron,ada@example.org,Yes,Yes\n");
    let other =
        "Your name,E-mail,Keep me updated,Will you attend?\nAda Byron,ada@example.org,No,No\n";
    import(&mut desk, &one);
    import(&mut desk, other);
    one.push_str("Bo,bo@example.org,No,Yes\n");
    import(&mut desk, &one);
    assert_eq!(value(&desk, "Ada Byron", "updates"), "no");
    assert_eq!(value(&desk, "Ada Byron", "status"), "cancelled");
}

#[test]
fn what_only_looks_like_a_moment_is_kept_as_it_is() {
    let mut desk = Desk::new();
    import(
        &mut desk,
        "Timestamp,Name,Email\n2024-03-25 100—00,Ada Byron,ada@example.org\n2024-03-25 10:00:00,Bo,bo@example.org\n",
    );
    assert_eq!(value(&desk, "Ada Byron", "registered"), "2024-03-25 100—00");
}

#[test]
fn an_old_file_imported_once_more_turns_nothing_back_and_says_so() {
    let mut desk = Desk::new();
    let old = format!(
        "{EVENTBRITE}{}",
        order(1, "3/5/24 11:58", "Attending", "none")
    );
    let new = old
        .replace("Attending", "Refunded")
        .replace("none", "vegan");
    import(&mut desk, &old);
    import(&mut desk, &new);
    for _ in 0..2 {
        let report = import(&mut desk, &old);
        assert!(!report.changed);
        assert_eq!(verdicts(&report), ["unchanged"]);
        let outdated = report.rows[0]
            .detail
            .iter()
            .flat_map(|detail| &detail.outdated);
        let outdated = outdated.map(|one| format!("{}: {} {}", one.column, one.old, one.new));
        assert_eq!(
            outdated.collect::<Vec<_>>(),
            ["status: cancelled coming", "diet: vegan none"]
        );
        assert!(!import(&mut desk, &new).changed);
    }
    assert_eq!(value(&desk, "Ada Byron", "status"), "cancelled");
}

#[test]
fn whoever_was_cancelled_by_hand_and_signs_up_again_is_not_passed_over_in_silence() {
    let mut desk = Desk::new();
    import(&mut desk, FORM);
    set(&mut desk, "Ada Byron", "status", "cancelled");
    let again = FORM.replace("03/09", "03/11");
    let both = format!("{FORM}{}", again.lines().last().expect("a row"));
    let report = import(&mut desk, &both);
    assert_eq!(verdicts(&report)[0], "conflict");
    assert_eq!(value(&desk, "Ada Byron", "status"), "cancelled");
    assert!(!import(&mut desk, &both).changed);
}

#[test]
fn one_name_and_phone_at_two_addresses_are_two_people_until_somebody_says_otherwise() {
    let mut desk = Desk::new();
    let list = "Name,Email,Phone\nAda Byron,ada@example.org,020 7946 0001\n";
    import(&mut desk, list);
    let other = list.replace("ada@example.org", "ada.byron@example.com");
    let more = format!("{other}Bo Peep,bo@example.org,020 7946 0001\n");
    let report = import(&mut desk, &more);
    assert_eq!(verdicts(&report), ["added", "added"]);
    let maybe = report.rows.iter().map(|row| {
        let detail = row.detail.as_ref();
        detail.map_or_else(Vec::new, |detail| detail.maybe.clone())
    });
    assert_eq!(maybe.collect::<Vec<_>>(), [vec![0], vec![]]);
}

#[test]
fn a_row_with_nothing_but_an_address_turns_no_answer_back() {
    let mut desk = Desk::new();
    let list = "Name,Email,Phone,Town,RSVP\nKay Gale,kay@example.org,,Bury,No\n,kay@example.org,07700900341,Leeds,Yes\n";
    import(&mut desk, list);
    let before = value(&desk, "Kay Gale", "area");
    let more = format!("{list}Di Example,kay@example.org,,,Yes\n,kay@example.org,,,Yes\n");
    import(&mut desk, &more);
    assert_eq!(value(&desk, "Kay Gale", "area"), before);
    assert!(!import(&mut desk, &more).changed);
}

#[test]
fn what_a_newer_export_leaves_blank_stays_as_it_was_changed_last() {
    let mut desk = Desk::new();
    let first = format!(
        "{EVENTBRITE}{}",
        order(1, "3/5/24 11:58", "Attending", "none")
    );
    import(&mut desk, &first);
    import(&mut desk, &first.replace("none", "vegan"));
    let phone = first
        .replace(",Diet", ",Cell Phone")
        .replace("none", "07911 123456");
    let report = import(&mut desk, &phone);
    assert_eq!(verdicts(&report), ["updated"]);
    assert_eq!(value(&desk, "Ada Byron", "phone"), "07911 123456");
    assert_eq!(value(&desk, "Ada Byron", "diet"), "vegan");
}

#[test]
fn a_day_that_is_open_is_decided_where_either_reading_is_earlier() {
    let form = |rows: &str| format!("Timestamp,Email Address,Your name,Mobile\n{rows}");
    let open = form("01/02/2024 09:15:00,ada@example.org,Ada Byron,020 7946 0001\n");
    let sure = form(
        "05/03/2024 09:15:00,ada@example.org,Ada Byron,020 7946 0002\n15/03/2024 09:15:00,bo@example.org,Bo Peep,\n",
    );
    for files in [[&open, &sure], [&sure, &open]] {
        let mut desk = Desk::new();
        for file in files {
            import(&mut desk, file);
        }
        assert_eq!(value(&desk, "Ada Byron", "phone"), "020 7946 0002");
    }
    // Which of two open ones is the later one nobody knows: it is the one that was imported last.
    let other = form("02/01/2024 09:15:00,ada@example.org,Ada Byron,020 7946 0003\n");
    let mut desk = Desk::new();
    for file in [&open, &other, &sure] {
        import(&mut desk, file);
        let before = if file == &open {
            "020 7946 0001"
        } else {
            "020 7946 0003"
        };
        let expected = if file == &sure {
            "020 7946 0002"
        } else {
            before
        };
        assert_eq!(value(&desk, "Ada Byron", "phone"), expected);
    }
    let near = form(
        "01/02/2024 19:15:00,ada@example.org,Ada Byron,020 7946 0004\n15/03/2024 09:15:00,bo@example.org,Bo Peep,\n",
    );
    let mut desk = Desk::new();
    import(&mut desk, &open);
    let report = import(&mut desk, &near);
    let told = report.rows[0].detail.as_ref().expect("it is told");
    assert_eq!(told.older.len(), 1);
    assert_eq!(value(&desk, "Ada Byron", "phone"), "020 7946 0001");
}

/// What becomes of Ada, who said one thing in a form and another in one that is imported next, of days that may be months:
/// whether she comes, and whether she wants news.
fn said_in_turn(first: [&str; 3], next: [&str; 3]) -> [String; 2] {
    let mut desk = Desk::new();
    let form = |[sent, comes, news]: [&str; 3]| {
        format!(
            "Timestamp,Email Address,Name,Will you attend?,Newsletter\n\
             {sent} 10:00:00,ada@example.org,Ada Byron,{comes},{news}\n"
        )
    };
    for answers in [first, next] {
        import(&mut desk, &form(answers));
    }
    ["status", "updates"].map(|column| value(&desk, "Ada Byron", column))
}

#[test]
fn of_two_forms_with_days_that_may_be_months_the_later_one_counts_where_both_readings_agree() {
    for (first, next, expected) in [
        // Imported in the wrong order: in either reading the second is the older one.
        (
            ["05/03/2023", "No", "No"],
            ["01/03/2023", "Yes", "Yes"],
            ["cancelled", "no"],
        ),
        (
            ["05/03/2023", "No", "No"],
            ["04/03/2023", "Yes", "Yes"],
            ["cancelled", "no"],
        ),
        (
            ["05/03/2023", "Yes", "Yes"],
            ["01/03/2023", "No", "No"],
            ["confirmed", "yes"],
        ),
        // And in the right one.
        (
            ["01/03/2023", "No", "No"],
            ["05/03/2023", "Yes", "Yes"],
            ["confirmed", "yes"],
        ),
        (
            ["01/03/2023", "Yes", "Yes"],
            ["05/03/2023", "No", "No"],
            ["cancelled", "no"],
        ),
        // The readings do not agree: what came in last counts.
        (
            ["05/03/2023", "No", "No"],
            ["01/04/2023", "Yes", "Yes"],
            ["confirmed", "yes"],
        ),
        (
            ["05/03/2023", "Yes", "Yes"],
            ["01/04/2023", "No", "No"],
            ["cancelled", "no"],
        ),
        // They agree where both files write days in one order, and a no comes in.
        (
            ["05/03/2023", "Yes", "Yes"],
            ["04/03/2023", "No", "No"],
            ["cancelled", "no"],
        ),
    ] {
        let expected = expected.map(String::from);
        assert_eq!(said_in_turn(first, next), expected, "{first:?}, {next:?}");
    }
}

#[test]
fn an_older_export_turns_no_answer_back_that_somebody_changed_after_it() {
    let head =
        "ID,Start time,Completion time,Email,Name,Last modified time,Will you be attending?,Phone";
    let row = |changed: &str, comes: &str, phone: &str| {
        format!(
            "{head}\n2,3/9/24 10:00:00,3/9/24 10:05:00,ada@example.org,Ada Byron,{changed},{comes},{phone}\n"
        )
    };
    let old = row("", "Yes", "020 7946 0101");
    let new = row("3/20/24 9:00:00", "No", "020 7946 0999");
    let last = row("3/22/24 9:00:00", "Yes", "020 7946 0101");
    let mut desk = Desk::new();
    let is_off = |desk: &Desk| {
        ["status", "phone"].map(|column| value(desk, "Ada Byron", column))
            == ["cancelled", "020 7946 0999"]
    };
    import(&mut desk, &new);
    let report = import(&mut desk, &old);
    assert_eq!(verdicts(&report), ["unchanged"]);
    assert!(is_off(&desk));
    let mut desk = Desk::new();
    for text in [&old, &new, &old] {
        import(&mut desk, text);
    }
    assert!(is_off(&desk));
    import(&mut desk, &last);
    assert_eq!(value(&desk, "Ada Byron", "status"), "confirmed");
    assert_eq!(value(&desk, "Ada Byron", "phone"), "020 7946 0101");
}
