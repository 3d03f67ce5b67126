use crate::desk::Desk;
use plenary::import::Verdict;

/// Everybody as the values of some columns, in the order of the file, and how many rows were rejected.
pub(crate) fn imported(text: &str, columns: &[&str]) -> (Vec<String>, usize) {
    let mut desk = Desk::new();
    let reports = desk.import("list.csv", text.as_bytes());
    let rejected = reports
        .iter()
        .map(|report| report.count(Verdict::Rejected))
        .sum();
    let row = |one: &plenary::model::Registration| {
        let cells: Vec<&str> = columns.iter().map(|column| one.get(column)).collect();
        cells.join("|")
    };
    let people: Vec<String> = desk.list.iter().map(row).collect();
    let reports = desk.import("list.csv", text.as_bytes());
    assert!(
        reports.iter().all(|report| !report.changed),
        "a second import changes nothing"
    );
    (people, rejected)
}

#[test]
fn a_table_about_the_event_above_the_people_is_no_header() {
    let text = "Meeting Registration Report\n\
                Topic,Meeting ID,Scheduled Time,Duration (Minutes),# Registered\n\
                Conference,812 3456,04/13/2024 10:00,420,2\n\n\
                Registrant Details\n\
                First Name,Last Name,Email,City,Registration Time\n\
                Jo,Lawson,jo@example.org,Leeds,03/13/2024 09:00\n\
                Al,Byron,al@example.org,York,03/14/2024 09:00\n";
    let expected = [
        "Jo Lawson|jo@example.org|Leeds",
        "Al Byron|al@example.org|York",
    ];
    let people = imported(text, &["name", "email", "area"]);
    assert_eq!(people, (expected.map(String::from).to_vec(), 0));
}

#[test]
fn the_titles_of_parts_of_a_list_are_nobody() {
    let row = |n: usize| format!("{n},Person {n},p{n}@example.org,01254 5550{n:02},\n");
    let part = |title: &str, from: usize| {
        let rows: String = (from..from + 4).map(row).collect();
        format!(",{title}\n{rows}")
    };
    let text = format!(
        "Our list\n\nNo.,Name,Email,Phone,Notes\n{}{}{}",
        part("Speakers", 1),
        part("Tenants", 5),
        part("Everybody else", 9)
    );
    let (people, rejected) = imported(&text, &["name"]);
    let expected: Vec<String> = (1..13).map(|n| format!("Person {n}")).collect();
    assert_eq!((people, rejected), (expected.clone(), 3));
    let trimmed = text.replace(",\n", "\n");
    assert_eq!(imported(&trimmed, &["name"]), (expected, 3));
}

#[test]
fn where_every_row_is_too_long_a_blank_last_cell_is_still_the_last() {
    let text = "Surname and first name,Email,Phone,Town,Newsletter\n\
                Lawson, Jo,jo@example.org,01254 555001,Leeds,yes\n\
                Byron, Al,al@example.org,01254 555002,York,\n\
                Okoro, Bo,,01254 555003,Hull,\n\
                Nowak, Zofia,zofia@example.org,01254 555004,Bury,no\n";
    let expected = [
        "Jo Lawson|jo@example.org|01254 555001|Leeds|yes",
        "Al Byron|al@example.org|01254 555002|York|",
        "Bo Okoro||01254 555003|Hull|",
        "Zofia Nowak|zofia@example.org|01254 555004|Bury|no",
    ];
    let columns = ["name", "email", "phone", "area", "updates"];
    let expected = expected.map(String::from).to_vec();
    assert_eq!(imported(text, &columns), (expected.clone(), 0));
    let unbroken = text.replace(", ", ",\u{a0}");
    assert_eq!(imported(&unbroken, &columns), (expected.clone(), 0));
    let empty: String = text.lines().map(|line| format!(",{line}\n")).collect();
    assert_eq!(imported(&empty, &columns), (expected, 0));
}

#[test]
fn a_row_whose_empty_end_was_left_out_is_a_person_even_without_an_address() {
    let row = |n: usize| format!("{n},Person {n},p{n}@example.org,01254 5550{n:02},Leeds,yes\n");
    let rows: String = (1..10).map(row).collect();
    let text = format!("ID,Name,Email,Phone,Town,Newsletter\n{rows}10,Edith,,01254 555010,York\n");
    let (people, rejected) = imported(&text, &["name", "phone"]);
    assert_eq!((people.len(), rejected), (10, 0));
    assert_eq!(
        people.last().map(String::as_str),
        Some("Edith|01254 555010")
    );
}

#[test]
fn what_a_spreadsheet_puts_before_a_time_is_no_part_of_it() {
    for stamp in [
        "'13/03/2024 09:15:05",
        "=\"\"13/03/2024 09:15:05\"\"",
        "13/03/2024 9.15.05",
    ] {
        let text = format!("Timestamp,Name,Email\n\"{stamp}\",Jo,jo@example.org\n");
        let expected = vec!["2024-03-13 09:15".to_string()];
        assert_eq!(imported(&text, &["registered"]), (expected, 0), "{stamp}");
    }
}

#[test]
fn who_pays_is_not_who_comes() {
    let text = "Référence commande;Nom participant;Prénom participant;Nom payeur;Prénom payeur;Email payeur;Adresse mail;Tarif\n\
                1;Lawson;Jo;Payeur;Paul;payeur@example.org;jo@example.org;Plein\n\
                1;Byron;Al;Payeur;Paul;payeur@example.org;;Plein\n\
                2;Okoro;Bo;Payeur;Paul;payeur@example.org;bo@example.org;Plein\n";
    let expected = [
        "Jo Lawson|jo@example.org|Plein",
        "Bo Okoro|bo@example.org|Plein",
        "Al Byron||Plein",
    ];
    let (mut people, rejected) = imported(text, &["name", "email", "ticket"]);
    people.sort();
    let mut expected = expected.map(String::from);
    expected.sort();
    assert_eq!((people, rejected), (expected.to_vec(), 0));
}

#[test]
fn names_that_all_stand_behind_a_comma_are_turned_round() {
    let said = "Name, Vorname;Mailadresse\nLawson, Jo;jo@example.org\nSukarno;su@example.org\n";
    let expected = ["Jo Lawson", "Sukarno"].map(String::from).to_vec();
    assert_eq!(imported(said, &["name"]), (expected, 0));
    let unsaid = "Name,Email\n\"Lawson, Jo\",a@example.org\n\"Byron, Al\",b@example.org\n\"Okoro, Bo\",c@example.org\n\
                  \"García Márquez, Ana\",d@example.org\n\"Nowak, Zofia\",e@example.org\n";
    let expected = [
        "Jo Lawson",
        "Al Byron",
        "Bo Okoro",
        "Ana García Márquez",
        "Zofia Nowak",
    ];
    let expected = expected.map(String::from).to_vec();
    assert_eq!(imported(unsaid, &["name"]), (expected, 0));
    // One such name among others may be meant as it is.
    let one = "Name,Email\n\"Lawson, Jo\",a@example.org\nAl Byron,b@example.org\n";
    let expected = ["Lawson, Jo", "Al Byron"].map(String::from).to_vec();
    assert_eq!(imported(one, &["name"]), (expected, 0));
}

#[test]
fn who_signed_the_others_up_is_not_them() {
    let row = |n: usize| {
        format!(
            "{n};Ola;Nowak {n};{};Jan Adamski;jan@example.org\n",
            if n == 3 {
                String::new()
            } else {
                format!("p{n}@example.org")
            }
        )
    };
    let rows: String = (1..7).map(row).collect();
    let head = "Nr;Imię uczestnika;Nazwisko uczestnika;Adres e-mail uczestnika;Osoba zgłaszająca: imię i nazwisko;Osoba zgłaszająca: e-mail\n";
    let (mut people, rejected) = imported(&format!("{head}{rows}"), &["name", "email"]);
    people.sort();
    let address = |n: usize| {
        if n == 3 {
            String::new()
        } else {
            format!("p{n}@example.org")
        }
    };
    let expected: Vec<String> = (1..7)
        .map(|n| format!("Ola Nowak {n}|{}", address(n)))
        .collect();
    assert_eq!((people, rejected), (expected, 0));
}

#[test]
fn a_name_with_an_address_behind_it_is_nobodys_address() {
    let text = "First Name,Last Name,E-mail Address,E-mail Display Name,Mobile Phone\n\
                Jo,Lawson,jo@example.org,Jo Lawson (jo@example.org),01254 555001\n\
                Al,Byron,,Al Byron,01254 555002\n";
    let expected = ["Jo Lawson|jo@example.org", "Al Byron|"].map(String::from);
    assert_eq!(imported(text, &["name", "email"]), (expected.to_vec(), 0));
}

#[test]
fn the_one_column_of_numbers_that_can_be_dialled_is_the_phone() {
    let rows =
        "Jo,jo@example.org,07700 900001,00123\nAl,,07700 900002,00124\nBo,,+44 7700 900003,00125\n";
    let expected = ["Jo|07700 900001", "Al|07700 900002", "Bo|+44 7700 900003"].map(String::from);
    let asked = format!("Name,Email,Where can we ring you?,Locker\n{rows}");
    assert_eq!(imported(&asked, &["name", "phone"]), (expected.to_vec(), 0));
    let expected = ["Jo|", "Al|", "Bo|"].map(String::from);
    let membership = format!("Name,Email,Membership card,Locker\n{rows}");
    assert_eq!(
        imported(&membership, &["name", "phone"]),
        (expected.to_vec(), 0)
    );
}

#[test]
fn empty_cells_too_many_at_the_end_of_some_rows_join_nothing() {
    // Only a row with such cells has the town that nobody else has.
    let row = |n: usize| {
        let (town, more) = match n % 3 {
            0 if n == 3 => ("York", ","),
            0 => ("Leeds", ","),
            _ => ("Leeds", ""),
        };
        format!("Person {n},p{n}@example.org,Job {n},{town}{more}\n")
    };
    let rows: String = (1..13).map(row).collect();
    let text = format!("Name,Email,Job,Town\n{rows}");
    let expected = |n: usize| format!("Job {n}|{}", if n == 3 { "York" } else { "Leeds" });
    let expected: Vec<String> = (1..13).map(expected).collect();
    assert_eq!(imported(&text, &["Job", "area"]), (expected, 0));
}

#[test]
fn where_every_row_is_too_long_behind_the_addresses_a_blank_last_cell_is_still_the_last() {
    let row = |n: usize| format!("{n},Person {n},p{n}@example.org,Leeds,rsvp, tenants,77,\n");
    let rows: String = (1..8).map(row).collect();
    let text = format!("id,name,email,primary_city,tag_list,recruiter_id,parent_email\n{rows}");
    let expected = |n: usize| format!("Person {n}|Leeds|rsvp, tenants|77");
    let expected: Vec<String> = (1..8).map(expected).collect();
    let columns = ["name", "area", "tag_list", "recruiter_id"];
    assert_eq!(imported(&text, &columns), (expected, 0));
}

#[test]
fn a_header_of_short_words_in_chinese_is_nobody() {
    let text = "提交时间,姓名,邮箱,手机号,单位\n\
                2024-03-13 09:15:05,王小明,wang@example.org,13800138000,学生会\n\
                2024-03-13 10:15:05,李丽,li@example.org,13800138001,\n";
    let expected = [
        "王小明|wang@example.org|13800138000",
        "李丽|li@example.org|13800138001",
    ];
    let expected = expected.map(String::from).to_vec();
    assert_eq!(imported(text, &["name", "email", "phone"]), (expected, 0));
}

#[test]
fn names_before_the_addresses_of_a_typed_list_are_theirs() {
    let text = "1. Jo Lawson - jo@example.org - 01254 555001\n\
                2. Al Byron - al@example.org\n\
                3. bo@example.org (evenings)\n";
    let expected = [
        "Jo Lawson|jo@example.org|01254 555001|",
        "Al Byron|al@example.org||",
        "|bo@example.org||(evenings)",
    ];
    let expected = expected.map(String::from).to_vec();
    assert_eq!(
        imported(text, &["name", "email", "phone", "note"]),
        (expected, 0)
    );
}

#[test]
fn what_is_said_before_an_address_is_kept_unless_it_is_the_name() {
    let text = "Name,Email,Phone\n\
                Jo Lawson,Jo <jo@example.org>,\n\
                Al Byron,Vegan please <al@example.org>,\n\
                Bo Okoro,bo@example.org 2024-04-01,\n\
                Cy Ismail,Ismail 07700 900123 cy@example.org,\n";
    let expected = [
        "Jo Lawson||",
        "Al Byron||Vegan please",
        "Bo Okoro||2024-04-01",
        "Cy Ismail||Ismail 07700 900123",
    ];
    let expected = expected.map(String::from).to_vec();
    assert_eq!(imported(text, &["name", "phone", "note"]), (expected, 0));
}
