//! What becomes of those whom a later export says less of, or something else: no word is lost, no ticket counts twice,
//! and whoever is named has a code.

use crate::desk::Desk;
use crate::later::people;
use crate::updates::{import, verdicts};

#[test]
fn a_word_of_a_state_that_is_not_understood_is_kept_with_the_others_of_its_column() {
    let columns = ["status", "form: status", "Attendee Status"];
    for (head, rows, kept) in [
        (
            "Status",
            ["Student", "Cancelled"],
            ["confirmed, Student, ", "cancelled, Cancelled, "],
        ),
        (
            "Status",
            ["", "Retired"],
            ["confirmed, , ", "confirmed, Retired, "],
        ),
        (
            "Attendee #,Order #,Attendee Status",
            ["1,1,Seated early", "2,2,Not Attending"],
            ["confirmed, , Seated early", "cancelled, , Not Attending"],
        ),
        // Where all is understood there is nothing to keep.
        (
            "Status",
            ["Confirmed", "Cancelled"],
            ["confirmed, , ", "cancelled, , "],
        ),
    ] {
        let [ada, bo] = rows;
        let text =
            format!("{head},Name,Email\n{ada},Ada,ada@example.org\n{bo},Bo,bo@example.org\n");
        let mut desk = Desk::new();
        import(&mut desk, &text);
        assert_eq!(people(&desk, &columns), kept, "{text}");
        assert!(!import(&mut desk, &text).changed, "{text}");
    }
}

#[test]
fn a_ticket_that_gets_a_name_of_its_own_is_no_longer_the_buyers() {
    let head =
        "Order #,Order Date,First Name,Surname,Email,Ticket Type,Attendee #,Attendee Status\n";
    let row = |name: &str, email: &str, id: u32, status: &str| {
        format!("1002,2024-03-01 10:00,{name},{email}@example.org,GA,{id},{status}\n")
    };
    let own = |status: &str| row("Bo,Smith", "bo", 5003, status);
    for nameless in ["Info Requested,Info Requested", ",", "Bo,Smith"] {
        let open = row(nameless, "bo", 5002, "Attending");
        let kit = row("Kit,Roe", "kit", 5002, "Attending");
        let columns = ["name", "status", "source_id"];
        let mut desk = Desk::new();
        import(&mut desk, &[head, &open, &own("Attending")].concat());
        assert_eq!(people(&desk, &columns), ["Bo Smith, confirmed, 5002"]);
        // While it is the buyer's, it is good for their place.
        let report = import(&mut desk, &[head, &open, &own("Not Attending")].concat());
        assert_eq!(verdicts(&report), ["unchanged", "repeated"], "{nameless}");
        assert_eq!(people(&desk, &columns), ["Bo Smith, confirmed, 5002"]);
        let named = [head, &kit, &own("Not Attending")].concat();
        let report = import(&mut desk, &named);
        assert_eq!(verdicts(&report), ["added", "cancelled"], "{nameless}");
        let both = ["Bo Smith, cancelled, 5003", "Kit Roe, confirmed, 5002"];
        assert_eq!(people(&desk, &columns), both, "{nameless}");
        for file in [&named, &[head, &own("Not Attending")].concat(), &named] {
            assert!(!import(&mut desk, file).changed, "{nameless}");
        }
        assert_eq!(people(&desk, &columns), both, "{nameless}");
        // It comes back, and then goes once more.
        let open = row(nameless, "bo", 5002, "Attending").replace("GA", "VIP");
        let back = [head, &open, &own("Not Attending")].concat();
        import(&mut desk, &back);
        assert_eq!(people(&desk, &["status"])[0], "confirmed", "{nameless}");
        let gone = [head, &kit.replace("GA", "Gold"), &own("Not Attending")].concat();
        import(&mut desk, &gone);
        assert_eq!(people(&desk, &["status"])[0], "cancelled", "{nameless}");
    }
}

#[test]
fn whoever_had_no_other_ticket_than_one_that_bears_another_name_stays_as_they_are() {
    let head =
        "Order #,Order Date,First Name,Surname,Email,Ticket Type,Attendee #,Attendee Status\n";
    let mut desk = Desk::new();
    import(
        &mut desk,
        &format!("{head}1,2024-03-01 10:00,Ada,Byron,ada@example.org,GA,11,Attending\n"),
    );
    import(
        &mut desk,
        &format!("{head}1,2024-03-01 10:00,Bo,Smith,bo@example.org,GA,11,Attending\n"),
    );
    let both = ["Ada Byron, confirmed", "Bo Smith, confirmed"];
    assert_eq!(people(&desk, &["name", "status"]), both);
}

/// Adds somebody as an organiser does, without a code.
fn add(desk: &mut Desk, name: &str, email: &str) {
    let mut person = desk.list.blank();
    for (column, value) in [("name", name), ("email", email), ("status", "confirmed")] {
        person.set(column, value);
    }
    desk.list.push(person);
}

#[test]
fn whoever_is_named_in_a_report_has_a_code() {
    let by_hand = [("Cara", ""), ("Dan", "dan@example.org"), ("Eve", "")];
    let no_one = "nobody";
    for (list, named) in [
        // Maybe one with her, at his address, his very row, and nobody.
        ("Name,Phone\nCara,07700900125\n", "Cara"),
        ("Name,Email\nFay,dan@example.org\n", "Dan"),
        ("Name,Email\nDan,dan@example.org\n", "Dan"),
        ("Name,Email\nGil,gil@example.org\n", no_one),
    ] {
        let mut desk = Desk::new();
        by_hand
            .iter()
            .for_each(|(name, email)| add(&mut desk, name, email));
        import(&mut desk, list);
        let coded = desk
            .list
            .iter()
            .take(3)
            .filter(|one| !one.code().is_empty());
        let coded: Vec<&str> = coded.map(|one| one.name()).collect();
        let expected: Vec<&str> = (named != no_one).then_some(named).into_iter().collect();
        assert_eq!(coded, expected, "{list}");
        assert!(!import(&mut desk, list).changed, "{list}");
    }
}

#[test]
fn whoever_is_asked_about_gets_a_code_though_nothing_else_has_changed() {
    let mut desk = Desk::new();
    let list = "Name,Phone\nCara,07700900125\n";
    import(&mut desk, list);
    add(&mut desk, "Cara", "");
    let report = import(&mut desk, list);
    assert_eq!(
        (report.changed, verdicts(&report)),
        (true, vec!["unchanged"])
    );
    assert!(desk.list.iter().all(|one| !one.code().is_empty()));
    assert!(!import(&mut desk, list).changed);
}

#[test]
fn a_number_of_which_a_later_export_shows_less_stays_whole() {
    let known = "+47 900 11 123,07700900112,8001234567,+44 7700 900113,0-10";
    for (told, expected) in [
        ("90011123,7700900112,8.0E+09,4.477E+11,0-10", known),
        ("900 11 123,7700 900112,8001234567,7700900113,", known),
        // Other numbers are other answers.
        (
            "90011124,7700900119,9.0E+09,7700900118,10",
            "90011124,7700900119,9.0E+09,7700900118,10",
        ),
        (
            ",,8001234568,07700900113,",
            "+47 900 11 123,07700900112,8001234568,07700900113,0-10",
        ),
    ] {
        let columns = "Mobile,Emergency phone,Membership number,Deputy's phone,Years";
        // With another answer the row says something new all the same.
        for news in ["Leeds", "York"] {
            let mut desk = Desk::new();
            let text = |town: &str, numbers: &str| {
                format!("Name,Email,Town,{columns}\nAnn Lee,ann@example.org,{town},{numbers}\n")
            };
            import(&mut desk, &text("Leeds", known));
            import(&mut desk, &text(news, told));
            let shown = [
                "area",
                "phone",
                "Emergency phone",
                "Membership number",
                "Deputy's phone",
                "Years",
            ];
            let expected = format!("{news},{expected}").replace(',', ", ");
            assert_eq!(people(&desk, &shown), [expected], "{told} {news}");
        }
    }
}
