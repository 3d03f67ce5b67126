//! Headings of parts of a list that has several columns, and what counts its rows at its foot.

use plenary::import::Verdict;

use crate::desk::Desk;
use crate::marked::read;

#[test]
fn nobody_loses_a_place_by_a_heading_or_a_remark_between_the_rows_of_several_columns() {
    for line in [
        "WAITING LIST",
        "CANCELLED,,",
        "Cancelled: 1",
        "Hal Moss CANCELLED,,",
        "Warteliste,,",
        "Annulés",
        "Lista de espera",
        "Lista rezerwowa,,",
        "Rhestr aros",
    ] {
        let lines = [
            "Name,Email,Phone",
            "Ann Lee,ann@example.org,07700 900101",
            line,
            "Bo Day,bo@example.org,07700 900102",
            "",
            "Cy Fox,cy@example.org,07700 900103",
        ];
        let people = ["Ann Lee", "Bo Day", "Cy Fox"].map(|name| format!("{name}: confirmed"));
        assert_eq!(read(&lines), (people.to_vec(), vec![3], vec![]), "{line}");
    }
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
        "Total registrations: 2,,",
        "Total: 2 people,,",
        "Total: 2 (as of 1 March),,",
        "Total 2 of 120,,",
        "Total responses: 2,,",
        "Total delegates,2,",
        "Total general: 2,,",
        "Total des inscrits : 2,,",
        "Total tickets sold: 2,,",
        "Total orders,2,",
        "Total raised,,£24.00",
        "Page 1 of 1,,",
        "Seite 1 von 1,,",
        "Printed 1 March 2024,,",
        "Exported on 1 March 2024 by Jo Low,,",
        "Total no. of people: 2,,",
        "Grand total,2,",
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

#[test]
fn seats_kept_for_people_not_yet_named_are_no_sum_and_are_shown() {
    let list = "Name,Email,Places\nAnn Lee,ann@example.org,1\nBo Day,bo@example.org,2\n";
    for foot in [
        "2 guests,,2",
        "2 guests,,",
        "3 people,,",
        "2 people,,2",
        "3 Gäste,,",
        "2 Plätze,,",
        "4 osoby,,",
        "Media,,2",
        "Total Sound Ltd,,2",
        "Total Sound Ltd: 2,,",
        "Total Sales Agency,,2",
        "Total May,,2",
        "Page Turners,,2",
        "Page Turners: 2,,",
        "Printed Matter: 2 of 3,,",
        "Printed Matter,,2",
    ] {
        let mut desk = Desk::new();
        let reports = desk.import("a.csv", format!("{list}{foot}\n").as_bytes());
        let rows = reports.iter().flat_map(|report| &report.rows);
        let verdicts: Vec<Verdict> = rows.map(|row| row.verdict).collect();
        let expected = [Verdict::Added, Verdict::Added, Verdict::Rejected];
        assert_eq!(verdicts, expected, "{foot}");
    }
}
