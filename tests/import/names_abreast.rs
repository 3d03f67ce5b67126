//! Lists of names alone side by side: what stands above each says whether its people come; marks beside names are no list.

use crate::abreast::expect;
use crate::desk::Desk;
use crate::marked::read;

#[test]
fn names_alone_below_titles_that_say_whether_they_come_are_people() {
    for (left, right, status) in [
        ("Coming", "Waiting list", "waiting"),
        ("Coming", "Not coming", "cancelled"),
        ("Zusagen", "Absagen", "cancelled"),
    ] {
        for gap in ["", ","] {
            let row = |one, other| format!("{one},{gap}{other}");
            let rows = [
                row(left, right),
                row("Ann Lee", "Cy Fox"),
                row("Bo van der Day", ""),
            ];
            let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
            let people = [
                "Ann Lee: confirmed",
                "Bo van der Day: confirmed",
                &format!("Cy Fox: {status}"),
            ];
            expect(&rows, &people, &[]);
        }
    }
}

#[test]
fn ticks_below_such_words_beside_a_column_of_names_are_no_people() {
    expect(
        &["Name,Coming,Not coming", "Ann Lee,x,", "Bo Day,,x"],
        &["Ann Lee: confirmed", "Bo Day: cancelled"],
        &[],
    );
}

#[test]
fn a_mark_or_a_word_below_headings_beside_names_is_nobodys_name() {
    for (header, marks, status) in [
        ("Attendee,Coming,Not coming", ["X,", ",X"], "cancelled"),
        (
            "Attendee,Coming,Not coming",
            ["Done,", ",Done"],
            "confirmed",
        ),
        ("Attendee,Waiting list,Cancelled", [",", "X,"], "waiting"),
        ("Attendee,Waiting list,Cancelled", [",", ",X"], "cancelled"),
    ] {
        let rows = [
            header,
            &format!("Ann Lee,{}", marks[0]),
            &format!("Bo Day,{}", marks[1]),
            &format!("Cy Fox,{}", marks[0]),
        ];
        let people = [
            "Ann Lee: confirmed",
            &format!("Bo Day: {status}"),
            "Cy Fox: confirmed",
        ];
        expect(&rows, &people, &[]);
    }
    // Where names stand below all of them, they are lists.
    expect(
        &["Attendee,Waiting list", "Ann Lee,Cy Fox", "Bo Day,"],
        &["Ann Lee: confirmed", "Bo Day: confirmed", "Cy Fox: waiting"],
        &[],
    );
}

#[test]
fn seats_not_yet_named_part_lists_of_those_who_come_and_those_who_do_not_all_the_same() {
    for seat in ["Unite Delegate", "Guest"] {
        let seats = format!("{seat},Di Fox");
        let seat = format!("{seat},");
        let lists = ["Coming,Not coming", "Ann Lee,Bo Day", &seats, &seat, &seat];
        let (people, rejected, _) = read(&lists);
        assert_eq!(people, ["Bo Day: cancelled", "Di Fox: cancelled"]);
        // Who comes is nobody as long as most of them have no name, and is told.
        assert_eq!(rejected, [2, 3, 4, 5]);
    }
    // A letter below a title is nobody, and neither is the title.
    let (people, _, _) = read(&["Coming,Not coming", "Ann Lee,J", "Bo Day,", "Cy Fox,"]);
    let names = ["Ann Lee", "Bo Day", "Cy Fox"];
    assert_eq!(people, names.map(|name| format!("{name}: confirmed")));
}

#[test]
fn names_without_a_space_below_titles_of_people_are_names_where_a_list_has_no_gaps() {
    for title in ["Attendees", "Participants"] {
        expect(
            &[&format!("{title},Waiting list"), "王芳,李伟", "张敏,刘洋"],
            &[
                "王芳: confirmed",
                "张敏: confirmed",
                "李伟: waiting",
                "刘洋: waiting",
            ],
            &[],
        );
    }
    // What stands beside one of several is a mark.
    let (people, _, _) = read(&["Attendees,Waiting list", "王芳,", "张敏,已通知", "刘洋,"]);
    assert!(
        people.iter().all(|one| !one.contains("已通知")),
        "{people:?}"
    );
}

#[test]
fn names_alone_below_a_yes_a_no_and_a_maybe_are_people_who_have_said_so() {
    for titles in ["Yes,No,Maybe", "Ja,Nein,Vielleicht", "Tak,Nie,Nie wiem"] {
        expect(
            &[titles, "Ann Lee,Cy Fox,Di Gay", "Bo Day,,"],
            &[
                "Ann Lee: confirmed",
                "Bo Day: confirmed",
                "Cy Fox: cancelled",
                "Di Gay: pending",
            ],
            &[],
        );
    }
}

#[test]
fn who_stands_in_for_a_delegate_is_in_no_list_of_those_who_do_not_come() {
    for (above, other) in [
        ("Absent", "Substitute"),
        ("Not coming", "Deputy"),
        ("Apologies", "Replaced by"),
        ("Absagen", "Stellvertretung"),
    ] {
        let titles = format!("Delegates,,{above},");
        let header = format!("Name,Branch,{other},Branch");
        let (people, rejected, _) = read(&[
            &titles,
            &header,
            "Ann Bell,North,Cy Dunn,North",
            "Bob Cole,South,Di Eve,South",
        ]);
        let coming = ["Ann Bell: confirmed", "Bob Cole: confirmed"];
        let expected = (coming.map(String::from).to_vec(), Vec::new());
        assert_eq!((people, rejected), expected, "{other}");
    }
}

#[test]
fn lists_side_by_side_of_which_only_the_headings_stand_there_are_nobody() {
    let text = "Coming,,,Not coming,\nName,Email,,Name,Email\n";
    let mut desk = Desk::new();
    // There is a report all the same: without one nobody would know why nothing happened.
    let reports = desk.import("lists.csv", text.as_bytes());
    let rows = reports.iter().map(|report| report.rows.len());
    assert_eq!(rows.collect::<Vec<_>>(), [0]);
}

#[test]
fn titles_below_which_nobody_stands_yet_are_nobody() {
    for titles in ["Accepted,Declined", "Zusagen,Absagen", "Présents,Absents"] {
        let mut desk = Desk::new();
        let reports = desk.import("lists.csv", format!("{titles}\n,\n").as_bytes());
        let rows = reports.iter().map(|report| report.rows.len());
        assert_eq!(rows.collect::<Vec<_>>(), [0], "{titles}");
    }
}
