//! Lists of two columns in groups, with a heading above each that is nobody.

use plenary::import::read::{self, Wishes};
use plenary::import::{Held, Mapping, Report, Verdict, rejected};

use crate::desk::Desk;

/// Everybody who was signed up, the lines that were rejected, and the lines of which is asked whether they are headings.
fn read(head: &str, lines: &[&str]) -> (Vec<String>, Vec<usize>, Vec<usize>) {
    let mut desk = Desk::new();
    let text = format!("{head}\n{}\n", lines.join("\n"));
    let reports = desk.import("list.csv", text.as_bytes());
    let people = desk.list.iter().map(|one| one.get("name").to_string());
    let rows = reports.iter().flat_map(|report| &report.rows);
    let rejected = rows.filter(|row| row.verdict == Verdict::Rejected);
    let doubts = reports.iter().flat_map(|report| &report.doubts);
    (
        people.collect(),
        rejected.map(|row| row.line as usize).collect(),
        doubts.map(|doubt| doubt.line).collect(),
    )
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| name.to_string()).collect()
}

const PEOPLE: [&str; 4] = ["Ann Lee", "Bob Cole", "Cy Dunn", "Dee Eve"];

#[test]
fn a_line_above_a_group_that_says_in_words_that_it_is_one_is_nobody() {
    for [one, other] in [
        ["Blackburn branch,", "Burnley branch,"],
        ["Blackburn Branch,", "Burnley Branch,"],
        ["Blackburn Labour Party,", "UNISON,"],
        ["Both days,", "All day,"],
        ["Workshop A: Housing,", "Workshop B: Rents,"],
        ["Vegetarian,", "Vegan,"],
        ["Ortsverein Jena,", "Ortsverein Gera,"],
        ["Section de Lyon,", "Section de Nice,"],
        ["Sindicato de Inquilinas,", "Ambos días,"],
        ["Oddział Łódź,", "Wegetarianie,"],
        ["Cangen Bangor,", "Llysieuol,"],
        ["Dono din,", "Sabzi khor,"],
    ] {
        let lines = [
            one,
            "Ann Lee,ann@example.org",
            "Bob Cole,bob@example.org",
            other,
            "Cy Dunn,cy@example.org",
            "Dee Eve,dee@example.org",
        ];
        let expected = (names(&PEOPLE), vec![2, 5], vec![]);
        assert_eq!(read("Name,Email", &lines), expected, "{one}");
    }
    let lines = [
        "Blackburn branch,",
        "Ann Lee,07700 900101",
        "Bob Cole,07700 900102",
        "UNISON,",
        "Cy Dunn,07700 900103",
        "Dee Eve,07700 900104",
    ];
    let expected = (names(&PEOPLE), vec![2, 5], vec![]);
    assert_eq!(read("Name,Phone", &lines), expected);
}

#[test]
fn whoever_has_no_address_is_not_lost_in_a_list_in_which_others_have_one() {
    for (line, asked) in [
        ("Ed Fox,", vec![]),
        ("Michelle Branch,", vec![]),
        ("Floyd Council,", vec![]),
        ("Ed & Flo Fox,", vec![]),
        ("Madonna,", vec![4]),
        ("UNISON,", vec![4]),
    ] {
        let lines = [
            "Ann Lee,ann@example.org",
            "Bob Cole,bob@example.org",
            line,
            "Cy Dunn,cy@example.org",
        ];
        let name = line.trim_end_matches(',');
        let people = names(&["Ann Lee", "Bob Cole", name, "Cy Dunn"]);
        assert_eq!(
            read("Name,Email", &lines),
            (people, vec![], asked),
            "{line}"
        );
    }
    // At the foot of a list there is nobody below.
    let lines = [
        "Ann Lee,ann@example.org",
        "Bob Cole,bob@example.org",
        "Madonna,",
    ];
    let people = names(&["Ann Lee", "Bob Cole", "Madonna"]);
    assert_eq!(read("Name,Email", &lines), (people, vec![], vec![]));
    let lines = [
        "Ann,ann@example.org",
        "Bob,bob@example.org",
        "Cy,",
        "Dee,dee@example.org",
    ];
    let people = names(&["Ann", "Bob", "Cy", "Dee"]);
    assert_eq!(read("Name,Email", &lines), (people, vec![], vec![]));
}

#[test]
fn among_headings_whoever_has_no_address_is_asked_for() {
    let lines = [
        "Blackburn branch,",
        "Ann Lee,ann@example.org",
        "Ed Fox,",
        "Bob Cole,bob@example.org",
        "Burnley branch,",
        "Cy Dunn,cy@example.org",
    ];
    let people = names(&["Ann Lee", "Ed Fox", "Bob Cole", "Cy Dunn"]);
    let expected = (people, vec![2, 6], vec![4]);
    assert_eq!(read("Name,Email", &lines), expected);
}

#[test]
fn a_list_of_groups_has_none_of_them_for_a_heading() {
    let lines = [
        "Blackburn Labour Party,blp@example.org",
        "Burnley Labour Party,",
        "Darwen Tenants Union,dtu@example.org",
    ];
    let people = names(&[
        "Blackburn Labour Party",
        "Burnley Labour Party",
        "Darwen Tenants Union",
    ]);
    assert_eq!(read("Name,Email", &lines), (people, vec![], vec![]));
}

/// What became of each row, in words.
fn verdicts(report: &Report) -> Vec<&'static str> {
    report.rows.iter().map(|row| row.verdict.word()).collect()
}

#[test]
fn what_was_rejected_as_nobody_stays_nobody_until_it_is_mended() {
    let list = "Name,Email\nBurnley branch,\nAda Byron,ada@example.org\nBo Low,bo@example.org\n\
        Leeds branch,\nCy Hall,cy@example.org\nDi Moss,di@example.org\nKontakt: Jo,\nEd Fell,ed@example.org\n";
    let mut desk = Desk::new();
    let mut import = |text: &str| desk.import("list.csv", text.as_bytes()).remove(0);
    let report = import(list);
    let tables = read::read("list.csv", list.as_bytes(), &Wishes::default()).expect("it reads");
    let mapping = Mapping::find(&tables[0].1, &[], &Held::in_zone(chrono_tz::UTC));
    let back = rejected(&tables[0].1, &mapping, &report).expect("some were");
    assert_eq!(back.lines().count(), 1 + 3);
    let report = import(&back);
    assert_eq!(verdicts(&report), ["rejected", "rejected", "rejected"]);
    let mended = back.replace("Leeds branch,", "Leeds Branch,leeds@example.org");
    let report = import(&mended);
    assert_eq!(verdicts(&report), ["rejected", "added", "rejected"]);
    assert_eq!(desk.list.len(), 6);
}

#[test]
fn whoever_is_named_where_a_row_stood_for_nobody_is_somebody_if_it_says_more() {
    let mut desk = Desk::new();
    let mut import = |text: &str| desk.import("list.csv", text.as_bytes()).remove(0);
    let why = "\"only one of its cells is filled, and not with an address: it may belong to the row above or be a remark\"";
    let head = "plenary: why rejected,Name,Email,Ticket";
    let known = "\n,Ann Lee,ann@example.org,Adult\n,Bob Ray,bob@example.org,Adult";
    let report = import(&format!(
        "{head}{known}\n{why},Ida Kay,,Adult\n{why},Notes,,\n"
    ));
    assert_eq!(verdicts(&report), ["added", "added", "added", "rejected"]);
}
