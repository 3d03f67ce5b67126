//! Two rows that somebody says are one person.

use crate::desk::Desk;
use crate::later::people;
use crate::updates::{import, set, value, verdicts};
use plenary::import::merge;

const FORM: &str = "Timestamp,Email Address,Your name,City,May we keep you informed?\n";

/// Says that the people at two places of the list are one.
fn one(desk: &mut Desk, kept: usize, gone: usize) {
    let codes: Vec<String> = desk.list.iter().map(|one| one.code().to_string()).collect();
    merge(
        &mut desk.list,
        &mut desk.known,
        (&codes[kept], &codes[gone]),
    )
    .expect("they are two");
}

#[test]
fn two_who_were_said_to_be_one_stay_one_and_two_who_are_two_are_not_asked_about_again() {
    let list =
        "Name,Email,Phone\nTom Smith,t@example.org,\nTommy Smith,t@example.org,020 7946 0001\n";
    let mut desk = Desk::new();
    import(&mut desk, list);
    let codes: Vec<String> = desk.list.iter().map(|one| one.code().to_string()).collect();
    let mut known = std::mem::take(&mut desk.known);
    merge(&mut desk.list, &mut known, (&codes[0], &codes[1])).expect("they are two");
    desk.known = known;
    assert_eq!(value(&desk, "Tom Smith", "phone"), "020 7946 0001");
    let report = import(&mut desk, list);
    assert_eq!(verdicts(&report), ["unchanged", "repeated"]);
    assert_eq!(desk.list.len(), 1);

    let mut desk = Desk::new();
    import(&mut desk, list);
    let codes: Vec<String> = desk.list.iter().map(|one| one.code().to_string()).collect();
    desk.settled = plenary::import::Settled::new([(codes[1].clone(), codes[0].clone())]);
    let report = import(&mut desk, list);
    assert!(
        report.rows.iter().all(|row| row.detail.is_none()),
        "nobody asks again"
    );
}

#[test]
fn whoever_turns_out_to_be_one_keeps_every_no_and_every_allergy() {
    let mut desk = Desk::new();
    import(
        &mut desk,
        "Name,Email,Newsletter,Diet\nKim A,kim@example.org,Yes,vegan\nKimberley A,kim@example.org,No,nut allergy\n",
    );
    let codes: Vec<String> = desk.list.iter().map(|one| one.code().to_string()).collect();
    let mut known = desk.known.clone();
    merge(&mut desk.list, &mut known, (&codes[0], &codes[1])).expect("they are two");
    assert_eq!(value(&desk, "Kim A", "updates"), "no");
    assert_eq!(value(&desk, "Kim A", "diet"), "vegan");
    assert_eq!(
        value(&desk, "Kim A", "note"),
        "also Kimberley A, diet: nut allergy"
    );
}

#[test]
fn whoever_was_told_to_be_one_person_changes_their_answers_as_one() {
    let mut desk = Desk::new();
    let two = format!(
        "{FORM}2024/03/05 10:00:00,ada@example.org,Jon Lee,Bury,\n2024/03/06 10:00:00,ada@example.org,John Lee,York,\n"
    );
    import(&mut desk, &two);
    let codes: Vec<String> = desk.list.iter().map(|one| one.code().to_string()).collect();
    merge(&mut desk.list, &mut desk.known, (&codes[0], &codes[1])).expect("they are two");
    let third = format!("{two}2024/03/20 10:00:00,ada@example.org,John Lee,Leeds,\n");
    let report = import(&mut desk, &third);
    assert_eq!(verdicts(&report), ["updated", "repeated", "repeated"]);
    assert_eq!(value(&desk, "Jon Lee", "area"), "Leeds");
    // What an organiser has written since is theirs.
    set(&mut desk, "Jon Lee", "area", "Hull");
    let fourth = format!("{third}2024/03/21 10:00:00,ada@example.org,John Lee,Wigan,\n");
    assert_eq!(verdicts(&import(&mut desk, &fourth))[0], "conflict");
    assert_eq!(value(&desk, "Jon Lee", "area"), "Hull");
}

/// Bob, who sends this form on these days of March.
fn bob(rows: &[(u8, &str, &str, &str)]) -> String {
    let row = |(day, email, name, answer): &(u8, &str, &str, &str)| {
        format!("2024/03/{day:02} 9:00:00 AM GMT,{email}@example.org,{name},{answer}\n")
    };
    let rows: String = rows.iter().map(row).collect();
    format!("Timestamp,Email Address,Full name,Are you coming?\n{rows}")
}

#[test]
fn who_said_no_last_does_not_come_whichever_row_is_kept() {
    for (kept, gone) in [(0, 1), (1, 0)] {
        let mut desk = Desk::new();
        let sent = bob(&[
            (1, "bob", "Bob Smith", "Yes"),
            (7, "bob", "Bob Smyth", "No"),
        ]);
        import(&mut desk, &sent);
        one(&mut desk, kept, gone);
        assert_eq!(people(&desk, &["status"]), ["cancelled"]);
        assert!(!import(&mut desk, &sent).changed);
        // Who says yes after that comes, and so does whoever was let in by hand.
        let mut desk = Desk::new();
        import(
            &mut desk,
            &bob(&[
                (1, "bob", "Bob Smith", "No"),
                (7, "bob", "Bob Smyth", "Yes"),
            ]),
        );
        one(&mut desk, kept, gone);
        assert_eq!(people(&desk, &["status"]), ["confirmed"]);
        let mut desk = Desk::new();
        import(
            &mut desk,
            &bob(&[(1, "bob", "Bob Smith", "No"), (7, "bob", "Bob Smyth", "No")]),
        );
        set(&mut desk, "Bob Smith", "status", "confirmed");
        one(&mut desk, kept, gone);
        assert_eq!(people(&desk, &["status"]), ["confirmed"]);
    }
}

#[test]
fn a_double_that_was_struck_by_hand_strikes_nobody() {
    for (kept, gone) in [(0, 1), (1, 0)] {
        let mut desk = Desk::new();
        import(
            &mut desk,
            &bob(&[
                (1, "bob", "Bob Smith", "Yes"),
                (7, "bob", "Bob Smyth", "Yes"),
            ]),
        );
        set(&mut desk, "Bob Smith", "status", "cancelled");
        one(&mut desk, kept, gone);
        assert_eq!(people(&desk, &["status"]), ["confirmed"]);
    }
}

#[test]
fn of_two_lines_of_one_list_the_struck_one_strikes_nobody() {
    for (kept, gone) in [(0, 1), (1, 0)] {
        let mut desk = Desk::new();
        let list =
            "Name,Email,Coming?\nBob Smith,bob@example.org,yes\nBob Smyth,bob@example.org,no\n";
        import(&mut desk, list);
        one(&mut desk, kept, gone);
        assert_eq!(people(&desk, &["status"]), ["confirmed"]);
    }
}

#[test]
fn the_address_that_was_given_last_counts_unless_the_first_was_written_by_hand() {
    let two = bob(&[
        (1, "bob.smiht", "Bob Smith", "Yes"),
        (7, "bob.smith", "Bob Smith", "Yes"),
    ]);
    for (kept, gone) in [(0, 1), (1, 0)] {
        let mut desk = Desk::new();
        import(&mut desk, &two);
        one(&mut desk, kept, gone);
        assert_eq!(
            people(&desk, &["email", "note"]),
            ["bob.smith@example.org, also bob.smiht@example.org"]
        );
        assert!(!import(&mut desk, &two).changed);
    }
    let mut desk = Desk::new();
    import(&mut desk, &two);
    let first = desk.list.get_mut(0).expect("the first");
    first.set("email", "bob@example.com");
    one(&mut desk, 0, 1);
    assert_eq!(
        people(&desk, &["email", "note"]),
        ["bob@example.com, also bob.smith@example.org"]
    );
}
