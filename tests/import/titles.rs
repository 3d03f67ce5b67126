use crate::desk::Desk;
use crate::later::people;
use crate::strangers::imported;

fn all(lines: &[&str]) -> (Vec<String>, usize) {
    (lines.iter().map(ToString::to_string).collect(), 0)
}

const ROWS: &str = "Ada Byron,byrons@example.org,020 7946 0011\n\
                    Al Byron,byrons@example.org,020 7946 0012\n\
                    Cher,cher@example.com,07700 900016\n";

const PEOPLE: [&str; 3] = [
    "Ada Byron|byrons@example.org|020 7946 0011",
    "Al Byron|byrons@example.org|020 7946 0012",
    "Cher|cher@example.com|07700 900016",
];

const COLUMNS: [&str; 3] = ["name", "email", "phone"];

#[test]
fn a_title_above_a_list_without_header_takes_nobodys_name() {
    for title in [
        "List of people for the conference",
        "List of people for the conference,,",
        "Blackburn conference 2024\nSaturday 13 April\n",
        "Teilnehmerliste,,",
        "Participants",
    ] {
        let text = format!("{title}\n{ROWS}");
        assert_eq!(imported(&text, &COLUMNS), all(&PEOPLE), "{title}");
        let tabs = text.replace(',', "\t");
        assert_eq!(imported(&tabs, &COLUMNS), all(&PEOPLE), "{title}");
    }
    let names = "List of people\nAda Byron\nAl Byron\n";
    assert_eq!(imported(names, &["name"]), all(&["Ada Byron", "Al Byron"]));
}

#[test]
fn a_title_above_a_list_without_header_may_say_whom_to_ask() {
    for title in [
        "Spring Conference 2024 - questions to team@example.org,,",
        "Teilnehmerliste (Rückfragen an team@example.org),,",
        "Questions to team@example.org,,\n,,",
        "Conference sign-ups: team@example.org",
        "Lista uczestników – pytania: team@example.org",
    ] {
        let text = format!("{title}\n{ROWS}");
        assert_eq!(imported(&text, &COLUMNS), all(&PEOPLE), "{title}");
    }
    // Whoever has all in one cell may be somebody.
    for somebody in [
        "Olga Order (members' secretary) olga@example.net,,",
        "Olga Order - conference team - olga@example.net,,",
        "olga@example.net,,",
        "Friedrich List <olga@example.net>,,",
        "Conference Olga <olga@example.net>,,",
    ] {
        let text = format!("{somebody}\n{ROWS}");
        let tables = plenary::import::read::read("a.csv", text.as_bytes(), &Default::default());
        assert_eq!(tables.expect("it reads")[0].1.len(), 4, "{somebody}");
    }
    let lines = "Olga Order 2024 olga@example.net\nAda Byron 2024 ada@example.org\n";
    let (people, rejected) = imported(lines, &["name"]);
    assert_eq!(people.len() + rejected, 2);
}

#[test]
fn a_title_that_is_passed_over_is_named() {
    let text = format!("List of people\n{ROWS}");
    let tables = plenary::import::read::read("a.csv", text.as_bytes(), &Default::default());
    let tables = tables.expect("it reads");
    let note = "line 1 stands above the list and is nobody: \"List of people\"";
    assert_eq!(tables[0].1.how.notes, [note]);
    assert_eq!(tables[0].1.how.preamble_lines, 1);
}

#[test]
fn a_name_by_itself_above_a_list_is_no_title() {
    let (people, rejected) = imported(&format!("Friedrich List,,\n{ROWS}"), &COLUMNS);
    assert_eq!((people.len(), rejected), (3, 1));
    let names = "Ada Byron\nAl Byron\nMembers\nBea Bell\n";
    let (people, _) = imported(names, &["name"]);
    assert_eq!(people[..2], ["Ada Byron", "Al Byron"]);
}

#[test]
fn an_address_above_the_header_makes_nobody_of_either() {
    for above in [
        "Exported on 2 March 2024 by Olga Order, olga@example.net",
        "Sign-ups for the conference,,\nContact,olga@example.net,\n,,",
        "Olga Order,olga@example.net,",
        "olga@example.net",
        "Name,Contact\nOlga Order,olga@example.net\n",
    ] {
        let text = format!("{above}\nName,E-mail address,Phone\n{ROWS}");
        assert_eq!(imported(&text, &COLUMNS), all(&PEOPLE), "{above}");
    }
}

#[test]
fn whoever_could_be_a_row_above_a_header_is_not_passed_over() {
    let header = "Name,Email,Phone";
    let text = format!("Olga Order,olga@example.net,01632 960001\n{header}\n{ROWS}");
    let (people, rejected) = imported(&text, &COLUMNS);
    assert_eq!((people.len(), rejected), (3, 1));
    // A header that was sorted in among the rows.
    let more = "Olga Order,olga@example.net,01632 960001\nBo Cai,bo@example.net,01632 960002\n";
    let (people, rejected) = imported(&format!("{more}{header}\n{ROWS}"), &["name"]);
    let expected = ["Olga Order", "Bo Cai", "Ada Byron", "Al Byron", "Cher"];
    assert_eq!((people, rejected), all(&expected));
}

#[test]
fn a_second_import_of_a_list_with_a_title_reads_the_same() {
    let mut desk = Desk::new();
    desk.import("list.csv", format!("List of people\n{ROWS}").as_bytes());
    let reports = desk.import("plain.csv", ROWS.as_bytes());
    assert!(reports.iter().all(|report| !report.changed));
}

#[test]
fn an_address_above_the_header_of_a_list_without_addresses_makes_nobody() {
    let text = "Questions to,olga@example.net\n\
                Name,RSVP,Guests,Ticket,Joined\n\
                Jo Lawson,Yes,0,free,1 March 2024\nAl Byron,Yes,0,free,2 March 2024\n";
    assert_eq!(imported(text, &["name"]), all(&["Jo Lawson", "Al Byron"]));
}

#[test]
fn a_remark_above_a_list_without_header_is_rejected() {
    let text = format!("Exported on 2 March 2024 by Olga Order, olga@example.net\n{ROWS}");
    let (people, rejected) = imported(&text, &COLUMNS);
    assert_eq!((people, rejected), (PEOPLE.map(String::from).to_vec(), 1));
}

#[test]
fn people_above_a_header_that_was_sorted_in_are_not_passed_over() {
    let text = "Ada Lovelace,ada@example.org,\nZed Zulu,z@example.org,\nName,Email,Town\n\
                Bo Example,bo@example.org,York\nCy Jones,cy@example.org,York\n";
    let (people, rejected) = imported(text, &["name", "email"]);
    let all = ["Ada Lovelace", "Zed Zulu", "Bo Example", "Cy Jones"];
    let here = |name: &&str| people.iter().any(|one| one.starts_with(*name));
    assert_eq!(
        all.iter().filter(|name| here(name)).count() + rejected,
        all.len(),
        "{people:?}"
    );
}

#[test]
fn a_title_that_says_that_people_wait_is_told() {
    for (title, told) in [
        (
            "Waiting list",
            vec![
                "line 1 says \"Waiting list\" above the list and is passed over: only a column, or the name of the file, can say that people do not come",
            ],
        ),
        ("Sign-ups", vec![]),
    ] {
        let text =
            format!("{title}\nName,Email\nAnn Smith,ann@example.org\nBo Li,bo@example.org\n");
        let tables = plenary::import::read::read("a.csv", text.as_bytes(), &Default::default());
        let tables = tables.expect("it reads");
        assert_eq!(tables[0].1.how.notes, told);
    }
}

#[test]
fn whoever_stands_in_the_download_of_a_sheet_of_cancellations_is_cancelled() {
    let mut desk = Desk::new();
    let of = |name: &str| format!("Name,Email\n{name} Lee,{name}@example.org\n");
    let both = format!("{}Bo Lee,Bo@example.org\n", of("Ann"));
    desk.import("Sign-ups - Attendees.csv", both.as_bytes());
    desk.import("Sign-ups - Cancelled.csv", of("Bo").as_bytes());
    desk.import("Sign-ups - Waiting list.csv", of("Cy").as_bytes());
    desk.import("Membership - Cancelled.csv", of("Di").as_bytes());
    let expected = [
        "Ann Lee, confirmed",
        "Bo Lee, cancelled",
        "Cy Lee, waiting",
        "Di Lee, confirmed",
    ];
    assert_eq!(people(&desk, &["name", "status"]), expected);
}

#[test]
fn the_name_of_a_file_that_may_say_that_nobody_in_it_comes_is_told() {
    use plenary::import::{Mapping, read};
    let notes = |name: &str, text: &str| {
        let tables = read::read(name, text.as_bytes(), &read::Wishes::default());
        let tables = tables.expect("it reads");
        Mapping::find(&tables[0].1, &[], &Desk::new().held()).notes
    };
    let text = "Name,Email\nAnn Lee,ann@example.org\nBo Day,bo@example.org\n";
    for name in [
        "Membership - Cancelled",
        "Conference cancelled",
        "Waiting list and attendees",
        "Cancellation form (Responses) - Form responses 1",
        "Allotment waiting list",
    ] {
        let told = format!(
            "the file is called \"{name}\", which takes nobody's place away; if nobody in it comes, or all of them wait, call it \"Cancelled\" or \"Waiting list\""
        );
        assert_eq!(notes(&format!("{name}.csv"), text), [told], "{name}");
        // Whoever says who comes need not be asked.
        let stated = text
            .replace("Email", "Email,Status")
            .replace(".org", ".org,Confirmed");
        assert_eq!(notes(&format!("{name}.csv"), &stated), [""; 0], "{name}");
    }
    for name in [
        "no-show list.csv",
        "refund policy - attendees.csv",
        "Jo Waiting.csv",
        "Attendees (not cancelled).csv",
    ] {
        assert_eq!(notes(name, text), [""; 0], "{name}");
    }
}
