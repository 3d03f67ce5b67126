//! What stands above the people of a list, below them and between them.

use crate::desk::Desk;
use crate::strangers::imported;
use plenary::import::Verdict;

fn all(lines: &[&str]) -> (Vec<String>, usize) {
    (lines.iter().map(ToString::to_string).collect(), 0)
}

#[test]
fn a_newer_list_pasted_below_without_the_organisers_own_columns_is_one_with_the_older() {
    let people = all(&["Ann Lee|Acme", "Bo Day|Acme", "Cy Fox|Acme"]);
    let columns = ["name", "organisation"];
    for text in [
        "Name,Email,Organisation,Paid?\nAnn Lee,ann@example.org,Acme,y\nBo Day,bo@example.org,Acme,y\n\
         Name,Email,Organisation\nCy Fox,cy@example.org,Acme\n",
        "Paid?,Name,Email,Organisation,Table\ny,Ann Lee,ann@example.org,Acme,2\ny,Bo Day,bo@example.org,Acme,3\n\n\
         ,Name,Email,Organisation,\n,Cy Fox,cy@example.org,Acme,\n",
        "Vorname,Nachname,E-Mail,Organisation,Bezahlt\nAnn,Lee,ann@example.org,Acme,x\nBo,Day,bo@example.org,Acme,x\n\
         vorname,nachname,e-mail,organisation,\nCy,Fox,cy@example.org,Acme,\n",
    ] {
        assert_eq!(imported(text, &columns), people, "{text}");
    }
}

#[test]
fn whoever_holds_the_event_stands_above_the_list_and_is_nobody() {
    let people = all(&["Ann Lee|ann@example.org", "Bo Day|bo@example.org"]);
    for text in [
        "Meeting ID,Topic,Start Time,User Email\n812 3456,Spring Conference,04/13/2024 10:00,host@example.org\n\n\
         First Name,Last Name,Email,Approval Status\nAnn,Lee,ann@example.org,approved\nBo,Day,bo@example.org,approved\n",
        "Event Name,Host,Host Email\nSpring Conference,Flo Boss,flo@example.org\n\n\
         Name,Email,Phone\nAnn Lee,ann@example.org,07700 900123\nBo Day,bo@example.org,07700 900124\n",
        "Event,Email,Host\nSpring Conference,flo@example.org,Flo Boss\n\n\
         Name,Email,Phone\nAnn Lee,ann@example.org,07700 900123\nBo Day,bo@example.org,07700 900124\n",
        "Veranstaltung;Veranstalter;E-Mail\nTagung;Flo Boss;flo@example.org\n\n\
         Vorname;Nachname;E-Mail\nAnn;Lee;ann@example.org\nBo;Day;bo@example.org\n",
    ] {
        assert_eq!(imported(text, &["name", "email"]), people, "{text}");
    }
    let two = "Event,Name,Email\nSpring,Ann Lee,ann@example.org\n\nName,Email,Phone\nBo Day,bo@example.org,07700 900124\n";
    assert_eq!(imported(two, &["name", "email"]), people);
}

#[test]
fn lines_of_a_sheet_that_have_nothing_but_their_printed_number_are_blank() {
    let text = "No.,Name,Email,Signature\n1,Ann Lee,ann@example.org,\n2,Bo Day,bo@example.org,\n3,,,\n4,,,\n5,,,\n";
    let mut desk = Desk::new();
    let report = desk.import("list.csv", text.as_bytes()).remove(0);
    assert_eq!(report.count(Verdict::Blank), 3);
    assert_eq!(report.count(Verdict::Rejected), 0);
    let tickets = text.replace("4,,,", "771,,,");
    assert_eq!(
        imported(&tickets, &["name"]),
        (all(&["Ann Lee", "Bo Day"]).0, 2)
    );
}
