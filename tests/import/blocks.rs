//! Parts of typed lists: how far the heading above one speaks, and what ends it.

use crate::marked::read;

/// What a list is read as: everybody with their status, the lines of rows that were rejected, and the notes.
fn expect(lines: &[&str], people: &[&str], rejected: &[usize], notes: &[&str]) {
    let all = |some: &[&str]| some.iter().map(ToString::to_string).collect::<Vec<_>>();
    let expected = (all(people), rejected.to_vec(), all(notes));
    assert_eq!(read(lines), expected, "{lines:?}");
}

#[test]
fn a_blank_line_below_somebody_ends_what_a_heading_says_and_that_is_told() {
    expect(
        &[
            "Ann Lee",
            "Bo Day",
            "",
            "Cancelled:",
            "Cy Fox",
            "",
            "Di Gay",
            "Ed How",
        ],
        &[
            "Ann Lee: confirmed",
            "Bo Day: confirmed",
            "Cy Fox: cancelled",
            "Di Gay: confirmed",
            "Ed How: confirmed",
        ],
        &[],
        &[
            "line 4 says \"Cancelled:\" of the 1 row below it",
            "a gap parts line 4 from line 7, and nobody knows whether \"Cancelled:\" is said of the 2 rows from line 7 on \
             too: they come, unless a heading of their own says otherwise",
        ],
    );
    // A blank line below the heading itself ends nothing, and a ruled one does as a blank one.
    expect(
        &[
            "Ann Lee", "Bo Day", "Waiting", "", "Cy Fox", "Di Gay", "-----", "Ed How",
        ],
        &[
            "Ann Lee: confirmed",
            "Bo Day: confirmed",
            "Cy Fox: waiting",
            "Di Gay: waiting",
            "Ed How: confirmed",
        ],
        &[7],
        &[
            "line 3 says \"Waiting\" of the 2 rows below it",
            "a gap parts line 3 from line 8, and nobody knows whether \"Waiting\" is said of line 8 too: that row comes, \
             unless a heading of their own says otherwise",
        ],
    );
}

#[test]
fn where_blank_lines_stand_between_all_people_they_end_nothing() {
    let people = [
        "Ann Lee: confirmed",
        "Bo Day: confirmed",
        "Cy Fox: cancelled",
        "Di Gay: cancelled",
    ];
    expect(
        &[
            "Ann Lee",
            "",
            "Bo Day",
            "",
            "Cancelled:",
            "",
            "Cy Fox",
            "",
            "Di Gay",
        ],
        &people,
        &[],
        &["line 5 says \"Cancelled:\" of the 2 rows below it"],
    );
    expect(
        &[
            "Ann Lee",
            "",
            "Bo Day",
            "",
            "Cancelled:",
            "Cy Fox",
            "",
            "Di Gay",
        ],
        &people,
        &[],
        &["line 5 says \"Cancelled:\" of the 2 rows below it"],
    );
    // More than these end it.
    expect(
        &[
            "Ann Lee",
            "",
            "Bo Day",
            "",
            "Cancelled:",
            "",
            "Cy Fox",
            "",
            "",
            "Di Gay",
        ],
        &[
            "Ann Lee: confirmed",
            "Bo Day: confirmed",
            "Cy Fox: cancelled",
            "Di Gay: confirmed",
        ],
        &[],
        &[
            "line 5 says \"Cancelled:\" of the 1 row below it",
            "a gap parts line 5 from line 10, and nobody knows whether \"Cancelled:\" is said of line 10 too: that row \
             comes, unless a heading of their own says otherwise",
        ],
    );
    // One blank line is no rule.
    expect(
        &["Ann Lee", "Cancelled:", "Cy Fox", "", "Di Gay"],
        &[
            "Ann Lee: confirmed",
            "Cy Fox: cancelled",
            "Di Gay: confirmed",
        ],
        &[],
        &[
            "line 2 says \"Cancelled:\" of the 1 row below it",
            "a gap parts line 2 from line 5, and nobody knows whether \"Cancelled:\" is said of line 5 too: that row \
             comes, unless a heading of their own says otherwise",
        ],
    );
}

#[test]
fn a_heading_of_those_who_do_something_is_nobody_and_ends_what_was_said_above_it() {
    for (first, second) in [
        ("Speakers", "Volunteers"),
        ("Our speakers:", "Stewards (2)"),
        ("Team", "Press"),
        ("Committee", "Guests & helpers"),
        ("Referenten", "Helferinnen und Helfer"),
        ("Intervenants", "Bénévoles"),
        ("Ponentes", "Prensa"),
        ("Prelegenci", "Goście"),
        ("Siaradwyr", "Gwirfoddolwyr"),
        ("Wednesday", "Table 3"),
        ("Kitchen:", "Whoever else:"),
    ] {
        expect(
            &[
                first, "Ann Lee", "Bo Day", "Waiting", "Cy Fox", second, "Di Gay", "Ed How",
            ],
            &[
                "Ann Lee: confirmed",
                "Bo Day: confirmed",
                "Cy Fox: waiting",
                "Di Gay: confirmed",
                "Ed How: confirmed",
            ],
            &[1, 6],
            &["line 4 says \"Waiting\" of the 1 row below it"],
        );
    }
}

#[test]
fn a_heading_is_nobody_as_well_where_none_says_whether_people_come() {
    for (first, second) in [("Speakers", "Volunteers"), ("Kitchen:", "Door:")] {
        expect(
            &[first, "Ann Lee", "Bo Day", second, "Di Gay", "Ed How"],
            &[
                "Ann Lee: confirmed",
                "Bo Day: confirmed",
                "Di Gay: confirmed",
                "Ed How: confirmed",
            ],
            &[1, 4],
            &[],
        );
    }
}

#[test]
fn somebody_who_is_called_as_those_who_do_something_is_no_heading() {
    let lines = ["Ann Lee", "Les Press", "Cancelled:", "E. Board", "Tim Crew"];
    let people = ["confirmed", "confirmed", "", "cancelled", "cancelled"];
    let people = lines
        .iter()
        .zip(people)
        .filter(|(_, status)| !status.is_empty());
    let people: Vec<String> = people
        .map(|(name, status)| format!("{name}: {status}"))
        .collect();
    let people: Vec<&str> = people.iter().map(String::as_str).collect();
    expect(
        &lines,
        &people,
        &[],
        &["line 3 says \"Cancelled:\" of the 2 rows below it"],
    );
}
