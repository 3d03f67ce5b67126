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

/// A list of some people with a foot below it, and how many rows of that are rejected.
fn below(foot: &str) -> (Vec<String>, usize) {
    let names = [
        "Ann Lee", "Bo Day", "Cy Fox", "Di Ray", "Ed Moss", "Flo Khan",
    ];
    let row = |name: &str| {
        let mailbox = name.replace(' ', ".").to_lowercase();
        format!("{name},{mailbox}@example.org,07700 900123,Acme\n")
    };
    let rows: String = names.into_iter().map(row).collect();
    let (people, rejected) = imported(&format!("Name,Email,Phone,Group\n{rows}{foot}"), &["name"]);
    let more = people
        .into_iter()
        .filter(|name| !names.contains(&name.as_str()));
    (more.collect(), rejected)
}

#[test]
fn what_an_export_says_below_a_list_is_nobody_and_is_rejected_aloud() {
    for (foot, rejected) in [
        ("\n(c) 2024 Example Ltd, all rights reserved\n", 1),
        ("\nRecords: 12, Filter: none\n", 1),
        ("\nData exported under GDPR, please delete after use\n", 1),
        ("\nStill to chase: Zed, Yan\n", 1),
        ("\nContact,flo@example.org\n", 1),
        ("Report run by,flo@example.org\n", 1),
        ("\nKontakt:,flo@example.org,,\n", 1),
        ("\nRow Labels,Count of Name\nLeeds,8\nYork,4\n", 3),
        ("\nTous droits réservés,Example SARL,,\n", 1),
    ] {
        assert_eq!(below(foot), (vec![], rejected), "{foot}");
    }
    let quoted = "\"First Name\",\"Last Name\",\"Company\",\"Email\",\"Phone\",\"State\"\n"
        .to_string()
        + &"\"Ann\",\"Lee\",\"Acme\",\"ann@example.org\",\"07700 900123\",\"Registered\"\n"
            .repeat(7)
        + "\n\n\"Copyright (c) 2000-2024 example.com, inc. All rights reserved.\"\n\"Confidential\"\n\
           \"Example Charity, Inc.\"\n";
    assert_eq!(imported(&quoted, &["name"]), (all(&["Ann Lee"]).0, 3));
}

#[test]
fn what_explains_the_colours_of_a_list_is_nobody() {
    for (foot, rejected) in [
        ("\nKey:\nGreen,Confirmed,,\nRed,Cancelled,,\n", 3),
        ("\nYellow = speaker,Red = cancelled,,\n", 1),
        ("\nKey,Yellow: needs lift,,\n", 1),
        ("\nGelb,Warteliste,,\nRot,abgesagt,,\n", 2),
    ] {
        assert_eq!(below(foot), (vec![], rejected), "{foot}");
    }
    let halves = "First name,Surname,Email\nAnn,Lee,ann@example.org\nBo,Day,bo@example.org\n\
                  \nGreen,Confirmed,\nRed,Cancelled,\nYellow,Speaker,\n";
    assert_eq!(
        imported(halves, &["name"]),
        (all(&["Ann Lee", "Bo Day"]).0, 3)
    );
}

#[test]
fn whoever_was_written_below_a_list_by_hand_is_somebody() {
    for foot in [
        "\nZed Young,,,Acme\n",
        "\nZed Young,,07700 900199,\n",
        "Zed Young,zed@example.com,,\n",
        "\nZed Young,no email,,Acme\n",
        "\nZed Young,none,,\n",
        "\nZed Young,ask Bo,,Acme\n",
    ] {
        assert_eq!(below(foot), (vec!["Zed Young".to_string()], 0), "{foot}");
    }
    let after = below("\nAdded on the day:\nZed Young,,,Acme\nGreen Young,,,Acme\n");
    assert_eq!(after.0, ["Zed Young", "Green Young"]);
}

#[test]
fn whoever_has_a_name_below_a_list_is_somebody_whatever_stands_in_place_of_the_address() {
    for said in [
        "walk-in",
        "child",
        "child (7)",
        "paid on door",
        "guest of Ann",
        "Leeds CLP",
        "+1",
        "24567",
        "Kind von Bo",
        "osoba towarzysząca",
    ] {
        let foot = format!("\nZed Young,{said},,\nMary Ann van der Yates,{said},,\n");
        let people = ["Zed Young", "Mary Ann van der Yates"]
            .map(String::from)
            .to_vec();
        assert_eq!(below(&foot), (people, 0), "{foot}");
    }
    for (foot, rejected) in [
        ("\nNorth Leeds,8,,\nWest York,4,,\n", 2),
        ("\nGrand Total,£120.00,,\n", 0),
        ("\nTotal,twelve,,\n", 1),
        ("\nGreen tick means paid,ask Bo Day,,\n", 0),
    ] {
        assert_eq!(below(foot).1, rejected, "{foot}");
    }
    let halves = "First name,Surname,Email\nAnn,Lee,ann@example.org\nBo,Day,bo@example.org\n\
                  Cy,Fox,cy@example.org\n\nZed,Young,walk-in\n";
    assert_eq!(
        imported(halves, &["name"]),
        all(&["Ann Lee", "Bo Day", "Cy Fox", "Zed Young"])
    );
}

#[test]
fn a_row_like_all_others_right_below_a_list_is_somebody_whatever_the_name_is() {
    let list = |header: &str, second: [&str; 3], reached: bool| {
        let row = |(name, second): (&str, &str)| match reached {
            true => format!("{name},{second},{name}@example.org\n"),
            false => format!("{name},{second},07700 900123\n"),
        };
        let rows = ["Zoe", "Yan", "Xia"].into_iter().zip(second);
        format!("{header}\n{}", rows.map(row).collect::<String>())
    };
    let halves = list("First name,Surname,Email", ["Lee", "Day", "Fox"], true);
    let states = list("First name,Status,Phone", ["Confirmed"; 3], false);
    let groups = list("First name,Organisation,Email", ["Acme"; 3], true);
    for (list, foot, people) in [
        (&halves, "Amber,Yes,\n", "Amber Yes"),
        (&halves, "Contact,Jo,\n", "Contact Jo"),
        (&halves, "Ann,Inc,\n", "Ann Inc"),
        (&states, "Violet,Confirmed,\n", "Violet"),
        (&groups, "Violet,Acme,\nAmber,Acme,\n", "Violet|Amber"),
    ] {
        let (names, rejected) = imported(&format!("{list}{foot}"), &["name"]);
        assert_eq!((names[3..].join("|"), rejected), (people.to_string(), 0));
    }
    let signed = format!("{halves}Copyright 2024,Example Charity,\n");
    assert_eq!(imported(&signed, &["name"]).1, 1);
}
