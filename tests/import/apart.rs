//! Whose name is the person's where a table has several, and what keeps a family apart.

use crate::desk::Desk;

/// Everybody's name and address, in the order of the list, after an import of these lines.
fn people(lines: &[&str]) -> Vec<String> {
    let mut desk = Desk::new();
    desk.import("list.csv", (lines.join("\n") + "\n").as_bytes());
    let named = |one: &plenary::model::Registration| {
        let email = one.get("email").trim_end_matches("@example.org");
        format!("{} <{email}>", one.get("name"))
    };
    desk.list.iter().map(named).collect()
}

#[test]
fn a_family_with_one_address_is_told_apart_by_whatever_stands_beside_the_surname() {
    for header in [
        "Known as,Surname,Email",
        "Nickname,Last name,Email",
        "Given,Family,Email",
        "Member,Household,Email",
        "Family member,Family name,Email",
        ",Surname,Email",
    ] {
        let found = people(&[
            header,
            "Ada,Smith,smith@example.org",
            "Bo,Smith,smith@example.org",
        ]);
        let expected = ["Ada Smith <smith>", "Bo Smith <smith>"];
        assert_eq!(found, expected, "{header}");
    }
    let titles = [
        "Title,Surname,Email",
        "Mr,Smith,smith@example.org",
        "Mrs,Smith,smith@example.org",
    ];
    let expected = ["Mr Smith <smith>", "Mrs Smith <smith>"];
    assert_eq!(people(&titles), expected);
    let answers = [
        "Member,Surname,Email",
        "Yes,Smith,smith@example.org",
        "No,Jones,jones@example.org",
    ];
    assert_eq!(people(&answers), ["Smith <smith>", "Jones <jones>"]);
}

#[test]
fn without_headings_what_those_with_one_address_have_in_common_is_not_their_name() {
    let found = people(&[
        "Hope Church,Ada Smith,office@example.org",
        "Hope Church,Bo Smith,office@example.org",
        "Grace Chapel,Cara Jones,cara@example.org",
    ]);
    let expected = [
        "Ada Smith <office>",
        "Bo Smith <office>",
        "Cara Jones <cara>",
    ];
    assert_eq!(found, expected);
    let found = people(&[
        "Ada,de Silva,fam@example.org",
        "Bo,de Silva,fam@example.org",
        "Cara,van Dyk,dyk@example.org",
    ]);
    let expected = [
        "Ada de Silva <fam>",
        "Bo de Silva <fam>",
        "Cara van Dyk <dyk>",
    ];
    assert_eq!(found, expected);
}

#[test]
fn whoever_comes_goes_before_whoever_booked_for_them() {
    for (booker, attendee) in [
        ("Your name,Your email", "Delegate name,Delegate email"),
        ("Name,Email", "Attendee full name,Attendee email address"),
        ("Name,E-Mail", "Name des Teilnehmers,E-Mail des Teilnehmers"),
    ] {
        let found = people(&[
            &format!("{booker},{attendee}"),
            "Gus Ray,gus@example.org,Jo Fox,jo@example.org",
            "Gus Ray,gus@example.org,Mo Lee,mo@example.org",
            "Ed Fox,ed@example.org,,",
        ]);
        assert_eq!(
            found,
            ["Jo Fox <jo>", "Mo Lee <mo>", "Ed Fox <ed>"],
            "{attendee}"
        );
    }
    let badge = people(&[
        "Name,Email,Participant badge name",
        "Edmund Fox,ed@example.org,Ed",
    ]);
    assert_eq!(badge, ["Edmund Fox <ed>"]);
}

#[test]
fn half_a_name_of_somebody_else_replaces_no_whole_one() {
    for (header, name) in [
        (
            "Name,E-Mail,Vorname der Notfallperson,Nachname der Notfallperson",
            "Pat Kay",
        ),
        (
            "Nom complet,Courriel,Prénom de la personne à prévenir,Nom de la personne à prévenir",
            "Pat Kay",
        ),
        (
            "Imię i nazwisko,E-mail,Imię osoby kontaktowej,Nazwisko osoby kontaktowej",
            "Pat Kay",
        ),
        ("Name,Email,Former forename,Former surname", "Pat Kay"),
        // Both halves and nothing else: they come, and somebody else has signed them up.
        ("Name,Email,First name,Last name", "Zed Other"),
    ] {
        let found = people(&[header, "Pat Kay,pat@example.org,Zed,Other"]);
        assert_eq!(found, [format!("{name} <pat>")], "{header}");
    }
}

#[test]
fn whoever_gives_a_whole_name_where_others_give_two_halves_keeps_it() {
    let found = people(&[
        "Name,First name,Last name,Email",
        "Ann Lee,,,lees@example.org",
        ",Bo,Lee,lees@example.org",
        "Di,Diana,Ross,di@example.org",
    ]);
    assert_eq!(
        found,
        ["Ann Lee <lees>", "Bo Lee <lees>", "Diana Ross <di>"]
    );
}

#[test]
fn an_extra_to_a_ticket_is_nobody_and_no_other_ticket() {
    let mut desk = Desk::new();
    let text = "Order code,Position ID,Status,Email,Product,Attendee name,Attendee email,Add-on to position ID,Name\n\
                A3,1,Paid,cy@example.org,Day,Di Kay,di@example.org,,Cy Kay\n\
                A3,2,Paid,cy@example.org,T-shirt,,,1,Cy Kay\n\
                A4,1,Paid,ed@example.org,Day,Ed Fox,ed@example.org,,Ed Fox\n\
                A4,2,Paid,ed@example.org,Lunch,Ed Fox,ed@example.org,1,Ed Fox\n";
    let report = desk.import("list.csv", text.as_bytes());
    let listed = desk.list.iter();
    let listed = listed.map(|one| [one.get("name"), one.get("ticket"), one.get("source_id")]);
    let expected = [["Di Kay", "Day", "A3-1"], ["Ed Fox", "Day", "A4-1"]];
    assert_eq!(listed.collect::<Vec<_>>(), expected);
    use plenary::import::Verdict::{Added, Blank};
    let verdicts = report[0].rows.iter().map(|row| row.verdict);
    assert_eq!(verdicts.collect::<Vec<_>>(), [Added, Blank, Added, Blank]);
}

#[test]
fn a_whole_name_before_the_surname_is_not_doubled() {
    let found = people(&[
        "First name,Last name,Email",
        "Ann Lee,Lee,ann@example.org",
        "Cy Fox,Cy Fox,cy@example.org",
        "Lee,Lee,lee@example.org",
        "Bo,Oz,bo@example.org",
    ]);
    let expected = [
        "Ann Lee <ann>",
        "Cy Fox <cy>",
        "Lee Lee <lee>",
        "Bo Oz <bo>",
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_a_spreadsheet_could_not_work_out_is_no_answer() {
    let found = crate::headings::imported(
        "Name,Email,Diet\n#N/A,ada@example.org,#REF!\nBo Smith,bo@example.org,#vegan\n",
        &["name", "diet"],
    );
    assert_eq!(found, [", ", "Bo Smith, #vegan"]);
}

#[test]
fn whoever_is_called_null_is_and_what_a_database_left_blank_is_not() {
    let found = people(&[
        "First name,Last name,Email",
        "Christopher,Null,cn@example.org",
        "Dot,NULL,dot.null@example.org",
        "Ann,null,ann@example.org",
        "Bo,NULL,null",
        "Cy,Null,null",
    ]);
    let expected = [
        "Christopher Null <cn>",
        "Dot NULL <dot.null>",
        "Ann <ann>",
        "Bo <>",
        "Cy <>",
    ];
    assert_eq!(found, expected);
}
