use crate::desk::Desk;
use plenary::import::read::{self, Wishes};
use plenary::import::{Mapping, Verdict};

/// Everybody as the values of some columns, in the order of the file.
pub(crate) fn imported(text: &str, columns: &[&str]) -> Vec<String> {
    let mut desk = Desk::new();
    desk.import("list.csv", text.as_bytes());
    let row = |one: &plenary::model::Registration| {
        let cells: Vec<&str> = columns.iter().map(|column| one.get(column)).collect();
        cells.join(", ")
    };
    let people: Vec<String> = desk.list.iter().map(row).collect();
    let reports = desk.import("list.csv", text.as_bytes());
    assert!(
        reports.iter().all(|report| !report.changed),
        "a second import changes nothing"
    );
    people
}

/// What is remarked about the columns of a file.
pub(crate) fn notes(text: &str) -> Vec<String> {
    let tables = read::read("a.csv", text.as_bytes(), &Wishes::default()).expect("it reads");
    Mapping::find(&tables[0].1, &[], &Desk::new().held()).notes
}

#[test]
fn consent_is_asked_for_in_more_words_than_one_language_has() {
    for question in [
        "Souhaitez-vous être tenu·e au courant de nos prochains évènements ?",
        "¿Quieres que te informemos de próximos eventos?",
        "¿Nos autorizas a enviarte información?",
        "Zgoda na otrzymywanie informacji o wydarzeniach",
        "Möchten Sie über künftige Termine benachrichtigt werden?",
    ] {
        let text = format!("Name,Email,{question}\nJo,jo@example.org,x\nAl,al@example.org,\n");
        assert_eq!(
            imported(&text, &["name", "updates"]),
            ["Jo, yes", "Al, "],
            "{question}"
        );
    }
}

#[test]
fn a_status_of_several_words_is_one() {
    let text = "Contact Name,Participant Status,Email,Current Employer\n\
                Jo,Pending from pay later,jo@example.org,Mill\n\
                Al,Cancelled by attendee,al@example.org,\n\
                Bo,Registered,bo@example.org,Mine\n";
    let expected = [
        "Jo, pending, Mill",
        "Al, cancelled, ",
        "Bo, confirmed, Mine",
    ];
    assert_eq!(
        imported(text, &["name", "status", "organisation"]),
        expected
    );
}

#[test]
fn tito_tells_of_tickets_that_are_void_or_incomplete() {
    let text = "Ticket Reference,Registration Reference,Ticket,Name,Email,State,Registration Name,Registration Email\n\
                A-1,A,Day,Jo,jo@example.org,complete,Olive,olive@example.org\n\
                A-2,A,Day,Al,al@example.org,void,Olive,olive@example.org\n\
                B-1,B,Day,Bo,bo@example.org,incomplete,Olive,olive@example.org\n\
                B-2,B,Day,,,complete,Olive,olive@example.org\n";
    let expected = ["Jo, confirmed", "Al, cancelled", "Bo, pending"];
    assert_eq!(imported(text, &["name", "status"]), expected);
}

#[test]
fn the_surgery_is_not_the_person_and_the_second_address_not_the_first() {
    let text = "Your name,Your mobile,GP phone,Email,Email (alternative)\n\
                Jo,01254 11,01254 99,jo@example.org,jo@example.net\n\
                Al,01254 12,01254 99,,al@example.net\n";
    let expected = [
        "Jo, jo@example.org, 01254 11",
        "Al, al@example.net, 01254 12",
    ];
    assert_eq!(imported(text, &["name", "email", "phone"]), expected);
}

#[test]
fn a_couple_stays_two_in_languages_of_which_no_more_is_known() {
    let dutch =
        "Voornaam;Achternaam;E-mailadres\nJo;Jansen;j@example.org\nAl;Jansen;j@example.org\n";
    assert_eq!(imported(dutch, &["name"]), ["Jo Jansen", "Al Jansen"]);
    let chinese = "姓名,电子邮件\n王小明,w@example.org\n李华,w@example.org\n";
    assert_eq!(imported(chinese, &["name"]), ["王小明", "李华"]);
    let unknown = "Etunimi;Sukunimi;Sähköposti\nAino;Virtanen;v@example.org\nEino;Virtanen;v@example.org\n\
                   Helmi;Korhonen;h@example.org\nToivo;Nieminen;t@example.org\nSylvi;Laine;s@example.org\n";
    let expected = [
        "Aino Virtanen",
        "Eino Virtanen",
        "Helmi Korhonen",
        "Toivo Nieminen",
        "Sylvi Laine",
    ];
    assert_eq!(imported(unknown, &["name"]), expected);
}

#[test]
fn a_slip_in_a_heading_is_forgiven_if_the_cells_bear_it_out() {
    let text = "Frist name,Surnmae,emial,Teltphone\nJo,Lawson,jo@example.org,01254 11111\n";
    let expected = ["Jo Lawson, jo@example.org, 01254 11111"];
    assert_eq!(imported(text, &["name", "email", "phone"]), expected);
    let expected = ["\"emial\" may be email, but holds none; if it is, say --map email=\"emial\""];
    assert_eq!(notes("Name,emial\nJo,jo at example\n"), expected);
}

#[test]
fn people_of_one_group_come_together_unless_it_is_a_large_one() {
    let text = "Name,Email,Group\nJo,jo@example.org,Lawsons\nAl,al@example.org,Lawsons\nBo,bo@example.org,\n";
    let expected = ["Jo, Lawsons, ", "Al, Lawsons, ", "Bo, , "];
    assert_eq!(imported(text, &["name", "group", "organisation"]), expected);
    let expected = [
        "who has the same \"Group\" gets a place together or not at all; if it is for whom they come, say --map organisation=\"Group\"",
    ];
    assert_eq!(notes(text), expected);
    let many: String = (0..13)
        .map(|n| format!("P {n},p{n}@example.org,Tenants Union\n"))
        .collect();
    let people = imported(
        &format!("Name,Email,Group\n{many}"),
        &["group", "organisation"],
    );
    assert_eq!(people[0], ", Tenants Union");
}

#[test]
fn what_another_event_decided_about_places_is_kept_and_decides_nothing_here() {
    let row = "abc-defg,Jo,jo@example.org,waiting,5,2024-03-01 10:00";
    let expected = ["Jo, , , 5"];
    let columns = ["name", "priority", "offer", "form: priority"];
    for header in [
        "code,name,email,status,priority,offer",
        "CODE,Name,Email,Status, PRIORITY,Offer ",
    ] {
        assert_eq!(imported(&format!("{header}\n{row}\n"), &columns), expected);
    }
}

#[test]
fn of_two_rows_without_times_the_later_one_says_whether_somebody_comes() {
    let text = "Name,Email,Status\nJo,jo@example.org,Paid\nJo,jo@example.org,Refunded\n";
    assert_eq!(imported(text, &["status"]), ["cancelled"]);
    let text = "Name,Email,Status\nJo,jo@example.org,Refunded\nJo,jo@example.org,Paid\n";
    assert_eq!(imported(text, &["status"]), ["confirmed"]);
}

#[test]
fn a_total_with_a_number_under_the_addresses_is_nobody() {
    let mut desk = Desk::new();
    let reports = desk.import("a.csv", b"Name,Email\nJo,jo@example.org\nTotal,1\n");
    assert_eq!(reports[0].count(Verdict::Blank), 1);
    assert_eq!(desk.list.len(), 1);
}

#[test]
fn a_star_behind_a_heading_is_not_part_of_the_name_of_a_column() {
    let rows = "anonymous,Jo Lawson,jo@example.org\nanonymous,Al Byron,al@example.org\n";
    for email in ["Email", " Email * "] {
        let text = format!("{email},Name,Your email address\n{rows}");
        let expected = ["Jo Lawson, anonymous", "Al Byron, anonymous"];
        assert_eq!(
            imported(&text, &["name", "form: email"]),
            expected,
            "{email}"
        );
    }
}

#[test]
fn a_column_that_was_kept_with_its_star_stays_the_same() {
    let mut desk = Desk::new();
    desk.known.column("Code *");
    desk.import("list.csv", b"Name,Email,Code *\nJo,jo@example.org,abc\n");
    let jo = desk.list.iter().next().expect("Jo");
    assert_eq!((jo.get("Code *"), jo.get("form: code")), ("abc", ""));
}

#[test]
fn headings_that_are_counted_are_known_as_they_are_without_their_numbers() {
    let head = "Order #,Order Date,First Name,Last Name,Email,Attendee #,Attendee Status";
    let counted = head.split(',').zip(1..);
    let counted: Vec<String> = counted.map(|(one, at)| format!("{at}. {one}")).collect();
    let rows = "7,3/5/24 11:58,Ada,Byron,ada@example.org,11,Refunded\n";
    let columns = ["name", "status", "source", "source_id"];
    for head in [head, &counted.join(",")] {
        let people = imported(&format!("{head}\n{rows}"), &columns);
        assert_eq!(people, ["Ada Byron, cancelled, eventbrite, 11"], "{head}");
    }
}

#[test]
fn the_address_of_an_account_that_fills_a_gap_is_told_and_one_that_fills_none_is_not() {
    let google = |bo: &str| {
        format!(
            "Timestamp,Email Address,Full name,Your email\n2024/03/01 9:00:00 am GMT,ann@example.org,Ann Lee,ann@example.com\n\
             2024/03/01 9:01:00 am GMT,bo@example.org,Bo Day,{bo}\n"
        )
    };
    let microsoft = |bo: &str| {
        format!(
            "ID,Start time,Completion time,Email,Name,Your email\n\
             1,3/1/24 9:00:00,3/1/24 9:01:00,ann@example.org,Ann Lee,ann@example.com\n\
             2,3/1/24 9:00:00,3/1/24 9:01:00,bo@example.org,Bo Day,{bo}\n"
        )
    };
    let told = |account: &str| {
        format!("\"{account}\" holds addresses too and is used where \"Your email\" is blank")
    };
    for (text, told) in [
        (google(""), vec![told("Email Address")]),
        (google("bo@example.com"), vec![]),
        (microsoft(""), vec![told("Email")]),
        (microsoft("bo@example.com"), vec![]),
    ] {
        assert_eq!(notes(&text), told, "{text}");
    }
}
