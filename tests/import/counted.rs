//! What stands below a list and is nobody: how many come, what a mark means, thanks. And a second list that was pasted there.

use crate::desk::Desk;
use crate::headings::{imported, notes};
use plenary::import::Verdict;

/// Names and whether they come, and the lines that were rejected.
fn read(text: &str) -> (Vec<String>, Vec<u32>) {
    let mut desk = Desk::new();
    let reports = desk.import("list.csv", text.as_bytes());
    let rows = reports.iter().flat_map(|report| &report.rows);
    let rejected = rows.filter(|row| row.verdict == Verdict::Rejected);
    let rejected = rejected.map(|row| row.line).collect();
    let people = desk.list.iter();
    let people = people.map(|one| format!("{}, {}", one.get("name"), one.get("status")));
    (people.collect(), rejected)
}

const LIST: &str = "Name,Email,Coming\nAnn Bell,ann@example.org,Y\nBob Cole,bob@example.org,N\n\
                    Cy Dunn,cy@example.org,Y\n";
const NAMES: &str = "Name,Coming\nAnn Bell,Y\nBob Cole,N\nCy Dunn,Y\n";
const PEOPLE: [&str; 3] = [
    "Ann Bell, confirmed",
    "Bob Cole, cancelled",
    "Cy Dunn, confirmed",
];

#[test]
fn nobody_is_made_of_lines_below_a_list_that_count_who_comes() {
    for counts in [
        "Coming,,2\nNot coming,,1\n",
        "Yes,,2\nNo,,1\n",
        "Number coming,,2\nNumber not coming,,1\n",
        "Total coming,,2\nTotal not coming,,1\n",
        "Zusagen,,2\nAbsagen,,1\n",
        "Oui,,2\nNon,,1\n",
        "Sí,,2\nNo,,1\n",
        "Tak,,2\nNie,,1\n",
    ] {
        let expected = (PEOPLE.map(String::from).to_vec(), vec![5, 6]);
        assert_eq!(read(&format!("{LIST}{counts}")), expected, "{counts}");
    }
    for counts in [
        "Coming: 2,\nNot coming: 1,\n",
        "2 coming,\n1 not coming,\n",
        "Yes: 2,\nNo: 1,\n",
        "Coming (2),\nThanks everyone!,\n",
        "* needs a lift,\nThanks everyone!,\n",
        "* = braucht Mitfahrgelegenheit,\nDanke an alle!,\n",
        "* a besoin d'aide,\nMerci à tous,\n",
    ] {
        let expected = (PEOPLE.map(String::from).to_vec(), vec![5, 6]);
        assert_eq!(read(&format!("{NAMES}{counts}")), expected, "{counts}");
    }
}

#[test]
fn whoever_is_called_like_such_a_line_stays() {
    let seats = "Name,Email,Guests\nAnn Bell,ann@example.org,2\nBob Cole,bob@example.org,1\n";
    for (list, more) in [
        (seats, ["Si,,2", "Tak,,1"]),
        (seats, ["Going,,2", "Cy Dunn,,1"]),
        (NAMES, ["Merci Okafor,Y", "Merci,Y"]),
        (NAMES, ["* Jo Low,Y", "* jo hay,Y"]),
        (NAMES, ["Will Coming,Y", "Danke Mensah,Y"]),
        ("Name\nAnn Bell\n", ["Si (2)", "Tak 2"]),
    ] {
        let (people, rejected) = read(&format!("{list}{}\n{}\n", more[0], more[1]));
        let name = |line: &str| line.split(',').next().unwrap_or_default().to_string();
        let names: Vec<String> = people.iter().map(|one| name(one)).collect();
        assert_eq!(names[names.len() - 2..], more.map(name));
        assert_eq!(rejected, [0_u32; 0], "{more:?}");
    }
}

#[test]
fn a_list_of_names_and_whether_they_come_that_was_pasted_below_another_is_read_by_its_own_header() {
    let others = ["Ed Fox, confirmed", "Flo Gray, cancelled"].map(String::from);
    for text in [
        "First name,Last name,Email,Phone\nAnn,Bell,ann@example.org,01254 555101\n\nFrom Facebook,,,\nName,Going?,,\n\
         Ed Fox,Going,,\nFlo Gray,Can't go,,\n",
        "Name,Email\nAnn Bell,ann@example.org\nName,Coming?\nEd Fox,Yes\nFlo Gray,No\n",
        "Name,Coming\nAnn Bell,Yes\n\nFrom Facebook\nName,Attending\nEd Fox,Yes\nFlo Gray,No\n",
        "Vorname,Nachname,E-Mail\nAnn,Bell,ann@example.org\n\nVon Facebook\nName,Zusage\nEd Fox,Ja\nFlo Gray,Nein\n",
    ] {
        let (people, rejected) = read(text);
        assert_eq!(people[0], "Ann Bell, confirmed", "{text}");
        assert_eq!(people[1..], others, "{text}");
        assert_eq!(rejected, [0_u32; 0], "{text}");
    }
    // Whoever is called like a heading is somebody.
    let text =
        "First name,Last name,Coming\nAnn,Bell,Yes\nWill,Name,Yes\nStatus,Quo,Yes\nEd,Name,No\n";
    let people = [
        "Ann Bell, confirmed",
        "Will Name, confirmed",
        "Status Quo, confirmed",
        "Ed Name, cancelled",
    ];
    assert_eq!(read(text), (people.map(String::from).to_vec(), Vec::new()));
}

#[test]
fn two_whole_names_one_below_the_other_in_a_cell_are_remarked_upon() {
    let said = |name: &str| {
        format!(
            "more than one person may stand in 1 row, as \"{name}\" says; each row was signed up as one"
        )
    };
    let list = |name: &str, email: &str| {
        format!(
            "Name,Email\n\"{name}\",\"{email}\"\nCy Dunn,cy@example.org\nFay Gray,fay@example.org\n"
        )
    };
    for (name, email, shown) in [
        (
            "Ann Bell\nBill Bell",
            "ann@example.org",
            "Ann Bell / Bill Bell",
        ),
        (
            "Di Eve\nEd Eve",
            "di@example.org\ned@example.org",
            "Di Eve / Ed Eve",
        ),
        (
            "Ann Bell\nBob Cole",
            "ann@example.org",
            "Ann Bell / Bob Cole",
        ),
        (
            "Ann Bell, Bob Cole",
            "ann@example.org, bob@example.org",
            "Ann Bell, Bob Cole",
        ),
    ] {
        assert_eq!(notes(&list(name, email)), [said(shown)]);
    }
    for name in [
        "Ann\nBell",
        "Ann Maria\nBell",
        "María José\nGarcía Gómez",
        "Ann\nde la Cruz",
        "Ann Bell\nVice Chair",
        "Ann Bell\nActon Town Council",
        "Ann Bell\n(she/her)",
        "Ann Bell, Bob Cole",
    ] {
        let text = list(name, "ann@example.org");
        assert_eq!(notes(&text), [""; 0], "{name:?}");
        assert_eq!(imported(&text, &["email"]).len(), 3);
    }
    // Where most names go on in a second line it says something else of each.
    let text = "Name,Email\n\"Ann Bell\nRed Rose\",ann@example.org\n\"Bob Cole\nBlue Bell\",bob@example.org\n";
    assert_eq!(notes(text), [""; 0]);
}
