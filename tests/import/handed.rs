//! Who has a ticket that was another's, who stands in the list without a code, and who has the last word on whether
//! somebody comes.

use crate::desk::Desk;

const TITO: &str = "Ticket Reference,Registration Reference,Ticket,Name,Email,State,Access needs,May we keep you informed?\n";

fn import(desk: &mut Desk, text: &str) {
    desk.import("list.csv", text.as_bytes());
}

/// Everybody as the values of some columns, in the order of the list.
fn people(desk: &Desk, columns: &[&str]) -> Vec<String> {
    let row = |one: &plenary::model::Registration| {
        let cells: Vec<&str> = columns.iter().map(|column| one.get(column)).collect();
        cells.join(", ")
    };
    desk.list.iter().map(row).collect()
}

#[test]
fn whoever_gets_a_ticket_of_another_gets_none_of_their_answers() {
    let mut desk = Desk::new();
    let ann = format!("{TITO}A-1,A,Day,Ann Lee,ann@example.org,complete,wheelchair,Yes\n");
    import(&mut desk, &ann);
    let bea = format!("{TITO}A-1,A,Day,Bea Fox,bea@example.org,complete,,\n");
    let report = desk.import("list.csv", bea.as_bytes());
    let expected = ["Ann Lee, wheelchair, yes", "Bea Fox, , "];
    let columns = ["name", "access", "updates"];
    assert_eq!(people(&desk, &columns), expected);
    // Whose it was is told.
    let detail = report[0].rows[0]
        .detail
        .as_ref()
        .expect("there is more to say");
    assert_eq!(detail.maybe, [0]);
    import(&mut desk, &bea);
    assert_eq!(people(&desk, &columns), expected);
}

#[test]
fn a_new_surname_or_address_on_a_ticket_is_the_same_person() {
    for (name, email) in [
        ("Ann Lee", "ann@example.net"),
        ("Ann Fox", "fox@example.net"),
        ("Anne Lee", "lee@example.net"),
    ] {
        let mut desk = Desk::new();
        import(
            &mut desk,
            &format!("{TITO}A-1,A,Day,Ann Lee,ann@example.org,complete,wheelchair,Yes\n"),
        );
        import(
            &mut desk,
            &format!("{TITO}A-1,A,Day,{name},{email},complete,wheelchair,Yes\n"),
        );
        assert_eq!(
            people(&desk, &["email", "access"]),
            [format!("{email}, wheelchair")]
        );
    }
}

#[test]
fn a_new_address_under_the_same_reference_and_name_is_the_same_person() {
    for (reference, name, expected) in [
        ("TS2", "Bo Day", vec!["Bo Day, day@example.net"]),
        (
            "TS2",
            "Di Gay",
            vec!["Bo Day, bo@example.org", "Di Gay, day@example.net"],
        ),
        // Rows of two files may have one number.
        (
            "2",
            "Bo Day",
            vec!["Bo Day, bo@example.org", "Bo Day, day@example.net"],
        ),
    ] {
        let mut desk = Desk::new();
        for (name, email) in [("Bo Day", "bo@example.org"), (name, "day@example.net")] {
            import(
                &mut desk,
                &format!("Booking Reference,Name,Email\n{reference},{name},{email}\n"),
            );
        }
        assert_eq!(
            people(&desk, &["name", "email"]),
            expected,
            "{reference} {name}"
        );
    }
}

#[test]
fn people_added_by_hand_without_a_code_get_one_and_share_nothing() {
    let mut desk = Desk::new();
    for (name, email) in [
        ("Eve New", "eve@example.org"),
        ("Fay Old", "fay@example.org"),
    ] {
        let mut person = desk.list.blank();
        for (column, value) in [("name", name), ("email", email), ("status", "confirmed")] {
            person.set(column, value);
        }
        desk.list.push(person);
    }
    let list = |eve: &str, fay: &str| {
        format!(
            "Name,Email,May we keep you informed?,Access needs\nEve New,eve@example.org,{eve}\nFay Old,fay@example.org,{fay}\n"
        )
    };
    import(&mut desk, &list("no,", "yes,"));
    assert!(desk.list.iter().all(|one| !one.code().is_empty()));
    import(&mut desk, &list("no,ramp", "no,ramp"));
    let expected = ["Eve New, no, ramp", "Fay Old, no, ramp"];
    assert_eq!(people(&desk, &["name", "updates", "access"]), expected);
}

#[test]
fn what_was_remembered_without_a_word_for_coming_is_known_again() {
    let mut desk = Desk::new();
    let ann = format!("{TITO}A-1,A,Day,Ann Lee,ann@example.org,complete,,Yes\n");
    import(&mut desk, &ann);
    let refunded = ann.replace("complete,,Yes", "void,,No");
    import(&mut desk, &refunded);
    // As it was remembered once.
    let status = desk.known.number("status").expect("a column");
    for one in &mut desk.known.list {
        if one.get(status) == "coming" {
            one.set(status, "");
        }
    }
    import(&mut desk, &ann);
    assert_eq!(people(&desk, &["status", "updates"]), ["cancelled, no"]);
}

#[test]
fn a_title_is_no_first_name_and_a_guest_without_a_name_is_named_later() {
    for (first, then, count) in [
        ("Dr Ann Lee,ann@example.org", "Dr Bo Roe,bo@example.org", 2),
        ("Guest 1,buyer@example.org", "Bea Fox,bea@example.org", 1),
    ] {
        let mut desk = Desk::new();
        for who in [first, then] {
            import(&mut desk, &format!("{TITO}A-1,A,Day,{who},complete,,\n"));
        }
        assert_eq!(desk.list.len(), count, "{then}");
    }
}

#[test]
fn a_list_that_does_not_ask_takes_no_refusal_back() {
    let mut desk = Desk::new();
    import(
        &mut desk,
        "Name,Email,Diet\nAnn Lee,ann@example.org,halal\n",
    );
    import(
        &mut desk,
        "Timestamp,Email,Name,Will you attend?\n2024/03/04 1:00:00 PM,ann@example.org,Ann Lee,No\n",
    );
    assert_eq!(people(&desk, &["status"]), ["cancelled"]);
    import(
        &mut desk,
        "Name,Email,Diet\nAnn Lee,ann@example.org,vegan\n",
    );
    assert_eq!(people(&desk, &["status", "diet"]), ["cancelled, vegan"]);
    // Nor does one that asks and has no answer; an answer does.
    let list = "Name,Email,Coming?,Access needs\nAnn Lee,ann@example.org,,ramp\n";
    import(&mut desk, list);
    assert_eq!(people(&desk, &["status"]), ["cancelled"]);
    import(&mut desk, &list.replace(",,ramp", ",yes,ramp"));
    assert_eq!(people(&desk, &["status"]), ["confirmed"]);
}

#[test]
fn of_two_rows_without_times_the_later_one_is_the_last_word() {
    for (first, then, status) in [("Yes", "No", "cancelled"), ("No", "Yes", "confirmed")] {
        let mut desk = Desk::new();
        let text = format!(
            "Name,Email,Will you attend?,Diet\nAnn Lee,ann@example.org,{first},vegan\nBo Li,bo@example.org,Yes,\nAnn Lee,ann@example.org,{then},nuts\n"
        );
        import(&mut desk, &text);
        assert_eq!(people(&desk, &["status"])[0], status);
        import(&mut desk, &text);
        assert_eq!(people(&desk, &["status"])[0], status);
    }
}

#[test]
fn nearly_one_name_at_one_phone_number_may_be_one_person() {
    let mut desk = Desk::new();
    import(&mut desk, "Name,Phone\nAnn Lee,07700 900111\n");
    let report = desk.import(
        "more.csv",
        b"Name,Phone\nA Lee,07700 900111\nBea Lee,07700 900111\n",
    );
    let maybe = report[0].rows.iter().map(|row| {
        row.detail
            .as_ref()
            .map(|detail| detail.maybe.clone())
            .unwrap_or_default()
    });
    assert_eq!(maybe.collect::<Vec<_>>(), [vec![0], vec![]]);
}

#[test]
fn a_yes_of_an_unknown_day_takes_no_dated_refusal_back() {
    let list = "Name,Email,May we keep you informed?\nAnn Lee,ann@example.org,Yes\n";
    let form = "Timestamp,Email,Name,May we keep you informed?\n\
                2024/03/04 1:00:00 PM,ann@example.org,Ann Lee,No\n";
    for files in [[list, form], [form, list]] {
        let mut desk = Desk::new();
        files.iter().for_each(|file| import(&mut desk, file));
        assert_eq!(people(&desk, &["updates"]), ["no"]);
        // A later one of a known day does.
        import(
            &mut desk,
            &form.replace("03/04", "03/20").replace(",No", ",Yes"),
        );
        assert_eq!(people(&desk, &["updates"]), ["yes"]);
    }
}

#[test]
fn a_ticket_is_known_by_its_id_and_name_though_its_address_is_broken() {
    let mut desk = Desk::new();
    import(
        &mut desk,
        &format!("{TITO}A-1,A,Day,Ann Lee,ann@example.org,complete,,\n"),
    );
    // Another row is about her too, by the address alone.
    let broken = format!(
        "{TITO}A-1,A,Day,Ann Lee,bb23,complete,ramp,\nA-2,A,Day,,ann@example.org,complete,,\n"
    );
    import(&mut desk, &broken);
    import(&mut desk, &broken);
    let before = people(&desk, &["name", "access"]);
    import(&mut desk, &broken);
    assert_eq!(people(&desk, &["name", "access"]), before);
    assert_eq!(before.len(), 1);
}

#[test]
fn a_ticket_handed_on_at_one_address_takes_no_answers_along() {
    let mut desk = Desk::new();
    import(
        &mut desk,
        &format!("{TITO}A-1,A,Day,Ann Smith,smiths@example.org,complete,wheelchair,Yes\n"),
    );
    let ben = format!("{TITO}A-1,A,Day,Ben Smith,smiths@example.org,complete,,\n");
    let report = desk.import("list.csv", ben.as_bytes());
    let columns = ["name", "access", "updates"];
    let expected = ["Ann Smith, wheelchair, yes", "Ben Smith, , "];
    assert_eq!(people(&desk, &columns), expected);
    let detail = report[0].rows[0].detail.as_ref().expect("it is told");
    assert_eq!(detail.maybe, [0]);
    // A first name may stand in another by chance.
    let mut desk = Desk::new();
    for (name, email) in [
        ("Ann Lee", "ann@example.org"),
        ("Hannah Ford", "hannah@example.net"),
    ] {
        import(
            &mut desk,
            &format!("{TITO}A-1,A,Day,{name},{email},complete,,\n"),
        );
    }
    assert_eq!(people(&desk, &["name"]), ["Ann Lee", "Hannah Ford"]);
    // First the address, and the name with a later export.
    let mut desk = Desk::new();
    for (name, email) in [
        ("Ann Smith", "ann@example.org"),
        ("", "ben@example.net"),
        ("Ben Jones", "ben@example.net"),
    ] {
        let access = if name == "Ann Smith" {
            "wheelchair"
        } else {
            ""
        };
        import(
            &mut desk,
            &format!("{TITO}A-1,A,Day,{name},{email},complete,{access},\n"),
        );
    }
    let expected = [
        "Ann Smith, ann@example.org, wheelchair",
        "Ben Jones, ben@example.net, ",
    ];
    assert_eq!(people(&desk, &["name", "email", "access"]), expected);
}

#[test]
fn a_short_name_made_whole_on_a_ticket_is_the_same_person() {
    for (before, after) in [
        ("Beth Lee", "Elizabeth Lee"),
        ("Bob Lee", "Robert Lee"),
        ("To be confirmed", "Ann Fox"),
        ("ann", "Ann Fox"),
        ("Guest 1", "Ann Fox"),
    ] {
        let mut desk = Desk::new();
        for name in [before, after] {
            import(
                &mut desk,
                &format!("{TITO}A-1,A,Day,{name},lee@example.org,complete,,\n"),
            );
        }
        assert_eq!(people(&desk, &["name"]), [after]);
    }
}

#[test]
fn a_refund_whose_name_the_source_has_blanked_cancels_whose_ticket_it_was() {
    let mut desk = Desk::new();
    let two = format!(
        "{TITO}A-1,A,Day,Ann Lee,ann@example.org,complete,,\nB-1,B,Day,Bo Fox,bo@example.org,complete,,\n"
    );
    import(&mut desk, &two);
    let blanked = format!(
        "{TITO}A-1,A,Day,,,void,,\nB-1,B,Day,Bo Fox,bo@example.org,complete,,\nC-1,C,Day,,,void,,\n"
    );
    let report = desk.import("list.csv", blanked.as_bytes());
    let verdicts: Vec<&str> = report[0]
        .rows
        .iter()
        .map(|row| row.verdict.word())
        .collect();
    assert_eq!(verdicts, ["cancelled", "unchanged", "rejected"]);
    let expected = ["Ann Lee, cancelled", "Bo Fox, confirmed"];
    assert_eq!(people(&desk, &["name", "status"]), expected);
}

#[test]
fn whoever_gives_the_address_of_another_later_is_known_by_name_and_number() {
    let head = "Timestamp,Your name,Email address,Phone\n";
    let mut desk = Desk::new();
    import(
        &mut desk,
        &format!(
            "{head}2024/03/10 10:00:00,Ann Lee,lees@example.org,07700 900222\n2024/03/11 10:00:00,Ben Lee,,07700 900111\n"
        ),
    );
    import(
        &mut desk,
        &format!("{head}2024/03/12 10:00:00,Ben Lee,lees@example.org,07700 900111\n"),
    );
    let expected = ["Ann Lee, lees@example.org", "Ben Lee, lees@example.org"];
    assert_eq!(people(&desk, &["name", "email"]), expected);
}

#[test]
fn a_seat_that_was_nothing_but_an_address_is_theirs_whose_address_it_is() {
    let head = "Ticket Reference,Registration Reference,Ticket,Name,Email\n";
    let ann = "A-1,A,Day,Ann Lee,ann@example.org\n";
    let seat = format!("{head}{ann}A-3,A,Day,,bo@example.org\n");
    let (bo, di) = (
        "A-2,A,Day,Bo Day,bo@example.org\n",
        "A-3,A,Day,Di Gay,di@example.org\n",
    );
    let bare = "A-3,A,Day,Di Gay,\n";
    let files = |all: &[&str]| format!("{head}{ann}{}", all.concat());
    for (later, expected) in [
        (vec![files(&[bo, di])], ["Bo Day", "Di Gay"]),
        (vec![files(&[di, bo])], ["Bo Day", "Di Gay"]),
        (vec![files(&[bare, bo])], ["Bo Day", "Di Gay"]),
        // The other row comes only a day later.
        (vec![files(&[di]), files(&[bo, di])], ["Di Gay", "Bo Day"]),
    ] {
        let mut desk = Desk::new();
        import(&mut desk, &seat);
        for file in &later {
            import(&mut desk, file);
        }
        assert_eq!(people(&desk, &["name"])[1..], expected, "{later:?}");
        let again = desk.import("list.csv", later[later.len() - 1].as_bytes());
        assert!(!again[0].changed, "{later:?}");
    }
}

#[test]
fn a_seat_that_became_anothers_keeps_nobody_whose_own_is_void() {
    let mut desk = Desk::new();
    let seat = "A-3,A,Day,,bo@example.org,complete,,\n";
    import(&mut desk, &format!("{TITO}{seat}"));
    let di = "A-3,A,Day,Di Gay,di@example.org,complete,,\n";
    let bo = "A-2,A,Day,Bo Day,bo@example.org,complete,,\n";
    import(&mut desk, &format!("{TITO}{bo}{di}"));
    import(
        &mut desk,
        &format!("{TITO}{}{di}", bo.replace("complete", "void")),
    );
    let expected = ["Bo Day, cancelled", "Di Gay, confirmed"];
    assert_eq!(people(&desk, &["name", "status"]), expected);
}
