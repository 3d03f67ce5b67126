//! Headings of parts of a list that has several columns, and what counts its rows at its foot.

use plenary::import::Verdict;

use crate::desk::Desk;
use crate::marked::read;

/// What a list is read as: everybody with their status, the lines of rows that were rejected, and the notes.
fn expect(lines: &[&str], people: &[&str], rejected: &[usize], notes: &[&str]) {
    let all = |some: &[&str]| some.iter().map(ToString::to_string).collect::<Vec<_>>();
    let expected = (all(people), rejected.to_vec(), all(notes));
    assert_eq!(read(lines), expected, "{lines:?}");
}

const EXPECTED: [&str; 6] = [
    "Ann Lee: confirmed",
    "Bo Day: confirmed",
    "Cy Fox: waiting",
    "Di Gay: waiting",
    "Ed How: cancelled",
    "Flo Ito: cancelled",
];

#[test]
fn a_heading_between_the_rows_of_several_columns_speaks_for_those_below_it() {
    for (waiting, cancelled) in [
        ("WAITING LIST", "CANCELLED"),
        ("Waiting list (2)", "Not coming:"),
        ("Reserves", "Can't come"),
        ("Warteliste", "Absagen"),
        ("Liste d'attente", "Annulés"),
        ("Lista de espera", "Cancelados"),
        ("Lista rezerwowa", "Rezygnacje"),
        ("Rhestr aros", "Wedi canslo"),
    ] {
        for end in ["", ",,"] {
            let (waiting, cancelled) = (format!("{waiting}{end}"), format!("{cancelled}{end}"));
            let lines = [
                "Name,Email,Phone",
                "Ann Lee,ann@example.org,07700 900101",
                "Bo Day,,07700 900102",
                ",,",
                &waiting,
                "Cy Fox,cy@example.net,07700 900103",
                "Di Gay,di@example.net,",
                &cancelled,
                "Ed How,ed@example.com,07700 900105",
                "Flo Ito,flo@example.com,07700 900106",
            ];
            let notes = [
                format!("line 5 says \"{waiting}\" of the 2 rows below it"),
                format!("line 8 says \"{cancelled}\" of the 2 rows below it"),
            ];
            expect(&lines, &EXPECTED, &[], &[&notes[0], &notes[1]]);
        }
    }
}

#[test]
fn a_gap_or_another_heading_ends_what_a_heading_between_rows_says() {
    expect(
        &[
            "Name,Email",
            "Ann Lee,ann@example.org",
            "CANCELLED,",
            "Bo Day,bo@example.org",
            ",",
            "Cy Fox,cy@example.org",
        ],
        &[
            "Ann Lee: confirmed",
            "Bo Day: cancelled",
            "Cy Fox: confirmed",
        ],
        &[],
        &[
            "line 3 says \"CANCELLED,\" of the 1 row below it",
            "a gap parts line 3 from line 6, and nobody knows whether \"CANCELLED,\" is said of line 6 too: that row comes, \
             unless a heading of their own says otherwise",
        ],
    );
    expect(
        &[
            "Name,Email",
            "CANCELLED,",
            "Bo Day,bo@example.org",
            "Speakers,",
            "Cy Fox,cy@example.org",
            "CONFIRMED,",
            "Di Gay,di@example.org",
        ],
        &[
            "Bo Day: cancelled",
            "Cy Fox: confirmed",
            "Di Gay: confirmed",
        ],
        &[4],
        &[
            "line 2 says \"CANCELLED,\" of the 1 row below it",
            "line 6 says \"CONFIRMED,\" of the 1 row below it",
        ],
    );
}

#[test]
fn a_heading_that_may_be_meant_otherwise_is_rejected_as_before() {
    // Below it stands nobody, or it stands where no name does, or the rows say themselves whether they come.
    for (lines, at) in [
        (
            [
                "Name,Email,Notes",
                "Ann Lee,ann@example.org,",
                "Bo Day,bo@example.org,",
                "CANCELLED,,",
            ],
            4,
        ),
        (
            [
                "Name,Email,Notes",
                "Ann Lee,ann@example.org,",
                ",,Cancelled",
                "Bo Day,bo@example.org,",
            ],
            3,
        ),
        (
            [
                "Name,Email,Status",
                "Ann Lee,ann@example.org,",
                "CANCELLED,,",
                "Bo Day,bo@example.org,",
            ],
            3,
        ),
    ] {
        let people = ["Ann Lee: confirmed", "Bo Day: confirmed"];
        expect(&lines, &people, &[at], &[]);
    }
}

#[test]
fn a_heading_above_a_list_with_headings_of_its_own_speaks_for_that() {
    expect(
        &[
            "Name,Email,Phone",
            "Ann Lee,ann@example.org,07700 900101",
            "",
            "Waiting list,,",
            "Email,Name,Phone",
            "cy@example.net,Cy Fox,07700 900103",
        ],
        &["Ann Lee: confirmed", "Cy Fox: waiting"],
        &[],
        &[],
    );
}

#[test]
fn how_many_they_are_at_the_foot_of_a_list_is_passed_over() {
    let list = "Name,Email,Phone\nAnn Lee,ann@example.org,07700 900101\nBo Day,bo@example.org,07700 900102\n";
    for foot in [
        "Total: 2,,",
        "Total: 2",
        "\nTotal,2,",
        "Total,,2",
        ",,Total: 2",
        "Count: 2,,",
        "Total attendees: 2,,",
        "Number of people,2,",
        "2 people,,",
        "Gesamt: 2,,",
        "Anzahl,2,",
        "Nombre de participants,2,",
        "Total,,£24.00",
        "Razem,2,",
        "Cyfanswm: 2,,",
    ] {
        let text = format!("{list}{foot}\n");
        let mut desk = Desk::new();
        let reports = desk.import("a.csv", text.as_bytes());
        let verdicts = reports.iter().flat_map(|report| &report.rows);
        let verdicts: Vec<Verdict> = verdicts.map(|row| row.verdict).collect();
        let expected = [Verdict::Added, Verdict::Added, Verdict::Blank];
        assert_eq!(verdicts, expected, "{foot}");
    }
    // Without a number, or between people, it may be somebody.
    for text in [
        format!("{list}Total,,\n"),
        format!("{list}Total,07700 900104,\n"),
        list.replace("Bo Day", "Total: 1,,\nBo Day"),
    ] {
        let mut desk = Desk::new();
        let reports = desk.import("a.csv", text.as_bytes());
        let mut rows = reports.iter().flat_map(|report| &report.rows);
        assert!(rows.all(|row| row.verdict != Verdict::Blank), "{text}");
    }
}
