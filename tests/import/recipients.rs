//! Those whom a mail goes to, as they are copied out of it; and what stands at the foot of a list or on its side.

use crate::desk::Desk;
use crate::strangers::imported;

const COLUMNS: [&str; 2] = ["name", "email"];

#[test]
fn those_whom_a_mail_goes_to_are_as_many_people() {
    let text = "Ann Lee <ann@example.org>, Bo Day <bo@example.org>, \"Fox, Cy\" <cy@example.org>; Di Gay <di@example.org>";
    let expected = [
        "Ann Lee|ann@example.org",
        "Bo Day|bo@example.org",
        "Fox, Cy|cy@example.org",
        "Di Gay|di@example.org",
    ];
    let expected = expected.map(String::from).to_vec();
    assert_eq!(imported(text, &COLUMNS), (expected, 0));
    let mut desk = Desk::new();
    desk.import("to.txt", text.as_bytes());
    let again = desk.import("to.txt", text.as_bytes());
    assert!(again.iter().all(|report| !report.changed), "{again:?}");
}

#[test]
fn a_list_on_its_side_is_turned() {
    let text = "Name,Ann Lee,Bo Day,Cy Fox\n\
                Email,ann@example.org,bo@example.org,cy@example.org\n\
                Phone,07700900001,07700900002,\n";
    let expected = [
        "Ann Lee|ann@example.org|07700900001",
        "Bo Day|bo@example.org|07700900002",
        "Cy Fox|cy@example.org|",
    ];
    let expected = expected.map(String::from).to_vec();
    let columns = ["name", "email", "phone"];
    assert_eq!(imported(text, &columns), (expected.clone(), 0));
    let semicolons = text.replace(',', ";");
    assert_eq!(imported(&semicolons, &columns), (expected, 0));
}

#[test]
fn the_day_of_a_list_and_whoever_made_it_are_nobody_on_it() {
    for foot in [
        "Stand: 10.03.2024,,",
        "As of 10 March 2024,,",
        "Prepared by,Sue Orr,",
        "Prepared by,sue@example.org,",
        "Prepared By,,",
        "Erstellt von Sue Orr,,",
    ] {
        let text = format!(
            "Name,Email,Phone\nAnn Lee,ann@example.org,\nBo Day,bo@example.org,\n,,\n{foot}\n"
        );
        let expected = ["Ann Lee|ann@example.org", "Bo Day|bo@example.org"];
        let expected = expected.map(String::from).to_vec();
        assert_eq!(imported(&text, &COLUMNS), (expected, 1), "{foot}");
    }
}
