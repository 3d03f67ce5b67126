//! Lists side by side: what stands above each says whether its people come, and is no part of its headings.

use crate::marked::read;
use crate::strangers;

/// What a list is read as: everybody with their status, and the notes.
pub(crate) fn expect(lines: &[&str], people: &[&str], notes: &[&str]) {
    let all = |some: &[&str]| some.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(
        read(lines),
        (all(people), Vec::new(), all(notes)),
        "{lines:?}"
    );
}

#[test]
fn the_title_above_one_of_several_lists_says_of_all_in_it_whether_they_come() {
    for (left, right, status) in [
        ("Coming", "Not coming", "cancelled"),
        ("Coming", "Cancelled", "cancelled"),
        ("Coming", "Can't come", "cancelled"),
        ("Coming (2)", "Apologies (1)", "cancelled"),
        ("Attending", "Declined", "cancelled"),
        ("Coming", "Reserves", "waiting"),
        ("Confirmed", "Standby", "waiting"),
        ("Attendees", "Waiting list", "waiting"),
        ("Coming", "Reserve list", "waiting"),
        ("Zusagen", "Absagen", "cancelled"),
        ("Angemeldet", "Warteliste", "waiting"),
        ("Inscrits", "Liste d'attente", "waiting"),
        ("Inscritos", "Lista de espera", "waiting"),
        ("Zapisani", "Lista rezerwowa", "waiting"),
        ("Yn dod", "Rhestr aros", "waiting"),
    ] {
        let people = [
            "Ann Lee: confirmed".to_string(),
            "Bo Day: confirmed".to_string(),
            format!("Cy Fox: {status}"),
        ];
        let people: Vec<&str> = people.iter().map(String::as_str).collect();
        let titles = format!("{left},,,{right},");
        let lists = [
            &titles,
            "Name,Email,,Name,Email",
            "Ann Lee,ann@example.org,,Cy Fox,cy@example.net",
            "Bo Day,bo@example.org,,,",
        ];
        expect(&lists, &people, &[]);
        // The same without a blank column between them, with a blank line below the titles, and with other questions.
        let titles = format!("{left},,{right},");
        let lists = [
            &titles,
            "Name,Email,Name,Email",
            "Ann Lee,ann@example.org,Cy Fox,cy@example.net",
            "Bo Day,bo@example.org,,",
        ];
        expect(&lists, &people, &[]);
        let titles = format!("{left},,,{right},");
        let lists = [
            &titles,
            "",
            "Name,Email,,Name,Email",
            "Ann Lee,ann@example.org,,Cy Fox,cy@example.net",
            "Bo Day,bo@example.org,,,",
        ];
        expect(&lists, &people, &[]);
    }
}

#[test]
fn a_title_that_says_nothing_of_whether_people_come_hides_no_heading_and_is_told() {
    for right in ["Speakers", "Sunday", "Referenten", "Table 2"] {
        let titles = format!("Coming,,,{right},");
        let lists = [
            &titles,
            "Name,Email,,Name,Email",
            "Ann Lee,ann@example.org,,Cy Fox,cy@example.net",
        ];
        let note = format!("its columns stand below \"{right}\"");
        expect(
            &lists,
            &["Ann Lee: confirmed", "Cy Fox: confirmed"],
            &[&note],
        );
    }
}

#[test]
fn a_title_above_all_lists_is_not_that_of_the_first() {
    expect(
        &[
            "Spring conference,,,,",
            "Name,Email,,Name,Email",
            "Ann Lee,ann@example.org,,Cy Fox,cy@example.net",
        ],
        &["Ann Lee: confirmed", "Cy Fox: confirmed"],
        &[],
    );
}

#[test]
fn what_counts_people_or_explains_colours_above_the_columns_of_one_list_parts_nobody() {
    for (above, header, row) in [
        (
            "Confirmed: 3,Waiting list: 2,,",
            "First name,Last name,Email,Ticket",
            "Ann,Lee,ann@example.org,Full",
        ),
        (
            "Confirmed,Cancelled,,",
            "First name,Last name,Email,Ticket",
            "Ann,Lee,ann@example.org,Full",
        ),
        (
            "Confirmed,,Cancelled,",
            "First name,Email,Last name,Ticket",
            "Ann,ann@example.org,Lee,Full",
        ),
        (
            "Zusagen: 2,Absagen: 1,,",
            "Vorname,Nachname,E-Mail,Ort",
            "Ann,Lee,ann@example.org,Ulm",
        ),
        (
            "Coming 2,Not coming 1,,",
            "Name,Preferred name,Email,Ticket",
            "Ann Lee,Annie,ann@example.org,Full",
        ),
        (
            "Confirmed: 3,,Waiting list: 2,",
            "Name,,Email,Ticket",
            "Ann Lee,,ann@example.org,Full",
        ),
        (
            "Confirmed: 3,,Waiting list: 2,",
            "First name,,Last name,Email",
            "Ann,,Lee,ann@example.org",
        ),
        (
            "Confirmed,,Cancelled,,",
            "Name,Email,Preferred name,Confirm email,Ticket",
            "Ann Lee,ann@example.org,Annie,ann@example.org,Full",
        ),
        (
            "Coming: 1,,Not coming: 0,",
            "First name,Phone,Last name,Email",
            "Ann,07700 900120,Lee,ann@example.org",
        ),
        (
            "Confirmed,,Cancelled,,",
            "Name,Email,Emergency contact,Name,Phone",
            "Ann Lee,ann@example.org,Mother,Cy Fox,07700 900120",
        ),
        (
            "Coming,,,Not coming,",
            "Name,Email,,Ticket,Email",
            "Ann Lee,ann@example.org,,Full,",
        ),
    ] {
        let (people, rejected) = strangers::imported(
            &format!("{above}\n{header}\n{row}\n"),
            &["name", "email", "status"],
        );
        let expected = vec!["Ann Lee|ann@example.org|confirmed".to_string()];
        assert_eq!((people, rejected), (expected, 0), "{above} {header}");
    }
}

#[test]
fn lists_side_by_side_may_ask_for_names_in_other_words_behind_a_blank_column() {
    for (header, row) in [
        (
            "Name,Email,,Full name,Reason",
            "Ann Lee,ann@example.org,,Cy Fox,ill",
        ),
        ("First name,Last name,,Name,Reason", "Ann,Lee,,Cy Fox,ill"),
    ] {
        expect(
            &["Coming,,,Not coming,", header, row],
            &["Ann Lee: confirmed", "Cy Fox: cancelled"],
            &[],
        );
    }
}

#[test]
fn lists_side_by_side_that_repeat_a_heading_may_begin_with_others() {
    for (above, header, row) in [
        (
            "Coming,,Apologies,,",
            "Name,Email,Received,Name,Email",
            "Ann Lee,ann@example.org,2 March,Cy Fox,cy@example.net",
        ),
        (
            "Coming,,Apologies,,",
            "Name,Email,No.,Name,Email",
            "Ann Lee,ann@example.org,1,Cy Fox,cy@example.net",
        ),
        (
            "Coming,,,Cancelled,,",
            "First name,Surname,Email,Name,Email,Reason",
            "Ann,Lee,ann@example.org,Cy Fox,cy@example.net,ill",
        ),
        (
            "Coming,,Apologies,,",
            "Name,Contact number,Received,Name,Contact number",
            "Ann Lee,07700 900120,2 March,Cy Fox,07700 900121",
        ),
        (
            "Coming,,Apologies,,",
            "Name,Table,Received,Name,Reason",
            "Ann Lee,4,2 March,Cy Fox,ill",
        ),
        (
            "Coming,,,,Cancelled,",
            "First name,Surname,Email,,Name,Email",
            "Ann,Lee,ann@example.org,,Cy Fox,cy@example.net",
        ),
    ] {
        let people = ["Ann Lee: confirmed", "Cy Fox: cancelled"];
        expect(&[above, header, row], &people, &[]);
    }
    expect(
        &[
            "Coming,,,Cancelled,",
            "First name,Email,,Name,Email",
            "Ann,ann@example.org,,Cy,cy@example.net",
        ],
        &["Ann: confirmed", "Cy: cancelled"],
        &[],
    );
}

#[test]
fn a_heading_in_one_of_several_lists_is_not_said_of_the_others() {
    let lists = [
        "Name,Email,,Name,Email",
        "Ann Lee,ann@example.org,,Cy Fox,cy@example.net",
        "Cancelled,,,,",
        "Bo Day,bo@example.org,,Di Gay,di@example.net",
    ];
    let (people, rejected, _) = read(&lists);
    let expected =
        ["Ann Lee", "Bo Day", "Cy Fox", "Di Gay"].map(|name| format!("{name}: confirmed"));
    assert_eq!(people, expected);
    assert_eq!(rejected[0], 3);
}

#[test]
fn who_was_invited_and_stands_below_coming_too_comes() {
    let lists = [
        "Invited,,,Coming,",
        "Name,Email,,Name,Email",
        "Ann Lee,ann@example.org,,Ann Lee,ann@example.org",
        "Bo Day,bo@example.org,,,",
    ];
    let (people, _, _) = read(&lists);
    assert_eq!(people, ["Ann Lee: confirmed", "Bo Day: pending"]);
}

#[test]
fn a_title_that_is_an_answer_or_says_something_else_too_takes_nobodys_place() {
    for (left, right) in [
        ("Yes", "No"),
        ("Ja", "Nein"),
        ("Table 1", "Table 2 (cancelled)"),
    ] {
        let titles = format!("{left},,,{right},");
        let lists = [
            &titles,
            "Name,Email,,Name,Email",
            "Ann Lee,ann@example.org,,Cy Fox,cy@example.net",
        ];
        let (people, _, _) = read(&lists);
        let taken = people.iter().filter(|one| !one.ends_with(": confirmed"));
        assert_eq!(taken.count(), 0, "{people:?}");
    }
}

#[test]
fn those_below_a_title_of_other_people_have_not_signed_up() {
    for right in [
        "Next of kin",
        "ICE",
        "Notfallkontakt",
        "Booked by",
        "Referred by",
        "Assistant",
    ] {
        let titles = format!("Delegate,,,{right},");
        let lists = [
            &titles,
            "Name,Phone,,Name,Phone",
            "Ann Lee,07700 900120,,Bo Day,07700 900121",
        ];
        let (people, rejected, _) = read(&lists);
        assert_eq!(
            (people.join(","), rejected),
            ("Ann Lee: confirmed".to_string(), vec![3]),
            "{right}"
        );
    }
}

#[test]
fn titles_that_stand_again_between_rows_are_nobody_and_speak_for_those_below_them() {
    let lists = [
        "Coming,,,Not coming,",
        "Name,Email,,Name,Email",
        "Ann Lee,ann@example.org,,Bo Day,bo@example.org",
        ",,,,",
        "Waiting list,,,Maybe,",
        "Cy Fox,cy@example.org,,Di Gay,di@example.org",
    ];
    let (mut people, rejected, _) = read(&lists);
    people.sort();
    let expected = [
        "Ann Lee: confirmed",
        "Bo Day: cancelled",
        "Cy Fox: waiting",
        "Di Gay: pending",
    ];
    assert_eq!(
        (people, rejected),
        (expected.map(String::from).to_vec(), vec![])
    );
}

#[test]
fn lists_side_by_side_that_ask_the_same_may_call_their_people_otherwise() {
    for (above, header, row) in [
        (
            "Attending,,Apologies,",
            "Name,Branch,Full name,Branch",
            "Ann Lee,Leeds,Cy Fox,York",
        ),
        (
            "Coming,,,Not coming,",
            "Name,Branch,,Member,Branch",
            "Ann Lee,Leeds,,Cy Fox,York",
        ),
        (
            "Delegates,,Apologies,",
            "Name,Email,Name,Email",
            "Ann Lee,ann@example.org,Cy Fox,cy@example.net",
        ),
    ] {
        let people = ["Ann Lee: confirmed", "Cy Fox: cancelled"];
        let notes: &[&str] = match above.starts_with("Delegates") {
            true => &["its columns stand below \"Delegates\""],
            false => &[],
        };
        expect(&[above, header, row], &people, notes);
    }
}

#[test]
fn a_remark_behind_a_name_leaves_it_a_name_in_lists_side_by_side() {
    for rows in [
        [
            "Ann Lee +1,Cy Fox",
            "Bo Day (vegan),Di Gay",
            "Ed Hay,Fay Kerr",
        ],
        ["Ann Lee,Cy Fox (ill)", "Bo Day,Di Gay", "Ed Hay,Fay Kerr"],
    ] {
        let text = format!("Coming,Not coming\n{}\n", rows.join("\n"));
        let (people, rejected) = strangers::imported(&text, &["name", "status"]);
        let given = |one: &String| {
            let (name, status) = one.split_once('|').expect("two columns");
            let first = name.split(' ').next().unwrap_or(name);
            format!("{first} {status}")
        };
        let mut people: Vec<String> = people.iter().map(given).collect();
        people.sort();
        let expected = [
            "Ann confirmed",
            "Bo confirmed",
            "Cy cancelled",
            "Di cancelled",
            "Ed confirmed",
            "Fay cancelled",
        ];
        assert_eq!((people, rejected), (expected.map(String::from).to_vec(), 0));
    }
}
