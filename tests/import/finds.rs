use crate::desk::Desk;
use plenary::import::read::{self, Wishes};
use plenary::import::{Held, Mapping, Report, Verdict};

fn import(desk: &mut Desk, text: &str) -> Report {
    let mut reports = desk.import("list.csv", text.as_bytes());
    reports.pop().expect("it is read")
}

/// Everybody as `name, address, column`.
fn people(desk: &Desk, column: &str) -> Vec<String> {
    let mut people: Vec<String> = desk
        .list
        .iter()
        .map(|one| format!("{}, {}, {}", one.name(), one.email(), one.get(column)))
        .collect();
    people.sort();
    people
}

#[test]
fn a_cell_of_several_lines_at_the_start_of_a_row_is_no_open_quote() {
    let mut desk = Desk::new();
    let text = "Note,Updates,Email,Name\n,Yes,jo@example.org,Jo Lawson\n\
                \"first, with comma\nsecond\nthird\",No,al@example.org,Al Jones\n\
                ,Yes,bo@example.org,Bo Smith\n";
    let report = import(&mut desk, text);
    assert_eq!(report.count(Verdict::Added), 3);
    let expected = [
        "Al Jones, al@example.org, first, with comma\nsecond\nthird",
        "Bo Smith, bo@example.org, ",
        "Jo Lawson, jo@example.org, ",
    ];
    assert_eq!(people(&desk, "note"), expected);
}

#[test]
fn a_block_of_contact_details_is_about_the_person() {
    let mut desk = Desk::new();
    let text = "Respondent ID,Collector ID,End Date,Contact information,,,,Company,\n\
                ,,,Name,Email Address,Phone Number,City/Town,Name,Email\n\
                11,4,03/14/2024 07:33:01 PM,Walter Haslingden,h@example.net,020 7946 0102,Darwen,Mill,mill@example.org\n\
                12,4,03/14/2024 07:34:01 PM,Brenda Haslingden,h@example.net,020 7946 0102,Darwen,Mill,mill@example.org\n";
    import(&mut desk, text);
    let expected = [
        "Brenda Haslingden, h@example.net, Darwen",
        "Walter Haslingden, h@example.net, Darwen",
    ];
    assert_eq!(people(&desk, "area"), expected);
}

#[test]
fn both_lines_of_a_repeated_header_are_passed_over() {
    let mut desk = Desk::new();
    let head = "Respondent ID,Collector ID,Contact information,,Other\n,,Name,Email Address,Open-Ended Response\n";
    let text =
        format!("{head}11,4,Jo Lawson,jo@example.org,x\n{head}12,4,Al Jones,al@example.org,y\n");
    let report = import(&mut desk, &text);
    assert_eq!((report.rows.len(), report.count(Verdict::Added)), (2, 2));
}

#[test]
fn an_address_in_parts_gives_the_town() {
    let mut desk = Desk::new();
    let text = "Name (First),Name (Last),Email,Address (Street Address),Address (City),Address (ZIP / Postal Code)\n\
                Jo,Lawson,jo@example.org,1 Mill St,Blackburn,BB1 1AA\n";
    import(&mut desk, text);
    assert_eq!(
        people(&desk, "area"),
        ["Jo Lawson, jo@example.org, Blackburn"]
    );
}

#[test]
fn without_headings_a_name_is_what_everybody_has_and_the_buyer_is_nobody() {
    let mut desk = Desk::new();
    let row = |first: &str, last: &str, group: &str| {
        format!("buyer@example.org,{first},,{last},{first}@example.org,{group}\n")
    };
    let text = row("Jo", "Lawson", "Tenants Union North")
        + &row("Al", "Jones", "")
        + &row("Bo", "Smith", "")
        + &row("Cy", "Wharton", "The Real Campaign");
    import(&mut desk, &text);
    let expected = [
        "Al Jones, Al@example.org, ",
        "Bo Smith, Bo@example.org, ",
        "Cy Wharton, Cy@example.org, ",
        "Jo Lawson, Jo@example.org, ",
    ];
    assert_eq!(people(&desk, "area"), expected);
}

#[test]
fn a_question_in_other_letters_is_the_same_question() {
    let mut desk = Desk::new();
    import(&mut desk, "Name,Email,T-shirt size\nJo,jo@example.org,M\n");
    let report = import(&mut desk, "NAME,EMAIL, T-SHIRT SIZE\nJo,jo@example.org,M\n");
    assert!(!report.changed, "{report:?}");
    // Two questions of one file stay two, and none is taken for a column of plenary's own.
    import(
        &mut desk,
        "Name,Email,size,SIZE,Code\nAl,al@example.org,1,2,3\n",
    );
    let al = desk.list.iter().find(|one| one.name() == "Al");
    let al = al.expect("he is there");
    assert_eq!(
        (al.get("size"), al.get("SIZE"), al.get("form: code")),
        ("1", "2", "3")
    );
}

#[test]
fn a_total_at_the_foot_of_a_list_is_nobody() {
    let mut desk = Desk::new();
    let report = import(
        &mut desk,
        "Name,Email,Paid\nJo,jo@example.org,5\nTotal:,,5\n",
    );
    assert_eq!(report.count(Verdict::Blank), 1);
    assert_eq!((report.rows.len(), desk.list.len()), (2, 1));
}

#[test]
fn a_yes_to_a_refusal_gives_no_consent() {
    let mut desk = Desk::new();
    let text = "Name,Email,I do NOT want to be photographed,Unsubscribe me from the newsletter\n\
                Jo,jo@example.org,Yes,Yes\n";
    import(&mut desk, text);
    let jo = desk.list.iter().next().expect("she is there");
    assert_eq!((jo.get("photo"), jo.get("updates")), ("no", "no"));
}

#[test]
fn quotes_that_are_not_doubled_may_stand_in_a_cell_of_several_lines_at_the_end() {
    let mut desk = Desk::new();
    let text = "Name;Email;Note\nJo Lawson;jo@example.org;\n\
                Al Jones;al@example.org;\"first, and\nsecond; with \"quotes\"\"\nBo Smith;bo@example.org;x\n";
    import(&mut desk, text);
    let expected = [
        "Al Jones, al@example.org, first, and\nsecond; with \"quotes\"",
        "Bo Smith, bo@example.org, x",
        "Jo Lawson, jo@example.org, ",
    ];
    assert_eq!(people(&desk, "note"), expected);
}

#[test]
fn a_line_end_without_quotes_may_break_a_row_before_its_address() {
    let mut desk = Desk::new();
    let text = "Updates,Note,Town,Email,Name\n\
                Yes,,Leeds,jo@example.org,Jo Lawson\n\
                No,first\nsecond\nthird,York,al@example.org,Al Jones\n"
        .to_string()
        + &(1..19)
            .map(|n| format!("Yes,,Hull,p{n}@example.org,P {n}\n"))
            .collect::<String>();
    let report = import(&mut desk, &text);
    assert_eq!(report.count(Verdict::Added), 20);
    assert!(
        people(&desk, "note")
            .contains(&"Al Jones, al@example.org, first\nsecond\nthird".to_string())
    );
}

#[test]
fn a_row_for_several_people_is_told_and_nobody_is_invented() {
    let text = b"Name,Email,Guests,Quantity\nJo,jo@example.org,2,1\nAl,al@example.org,0,1\nBo,bo@example.org,1,\n";
    let tables = read::read("a.csv", text, &Wishes::default()).expect("it reads");
    let mapping = Mapping::find(&tables[0].1, &[], &Held::in_zone(chrono_tz::Europe::London));
    let note =
        "\"Guests\" says that 2 rows are for more than one person; only who is named was signed up";
    assert_eq!(mapping.notes, [note]);
}

#[test]
fn of_two_who_said_only_a_name_the_one_with_the_id_stays_the_one_with_the_id() {
    let mut desk = Desk::new();
    let text = "First name,Attendee #\nAda\nAda,7\n";
    import(&mut desk, text);
    let expected = ["Ada, , ", "Ada, , 7"];
    assert_eq!(people(&desk, "source_id"), expected);
    let again = import(&mut desk, text);
    assert_eq!(again.count(Verdict::Unchanged), 2);
    assert_eq!(people(&desk, "source_id"), expected);
}

#[test]
fn who_declined_does_not_come_again_because_of_a_namesake() {
    let mut desk = Desk::new();
    let text = "First name,Status,Email\nAda,declined,\nAda,,\n";
    import(&mut desk, text);
    let expected = ["Ada, , cancelled", "Ada, , confirmed"];
    assert_eq!(people(&desk, "status"), expected);
    import(&mut desk, text);
    assert_eq!(people(&desk, "status"), expected);
}

#[test]
fn of_two_files_of_one_moment_the_later_one_counts() {
    let mut desk = Desk::new();
    let text = "Name,Email,Status\nPat Ex,pat@example.org,Paid\n";
    import(&mut desk, text);
    import(&mut desk, &text.replace("Paid", "Refunded"));
    let expected = ["Pat Ex, pat@example.org, cancelled"];
    assert_eq!(people(&desk, "status"), expected);
}

/// The reasons for which rows were rejected.
fn reasons(report: &Report) -> Vec<&str> {
    let details = report.rows.iter().filter_map(|row| row.detail.as_deref());
    details
        .filter_map(|detail| detail.reason.as_deref())
        .collect()
}

#[test]
fn what_stands_below_a_list_is_nobody() {
    let mut desk = Desk::new();
    let list = "When,Name,Email,Town\n1/3/2024,Jo,jo@example.org,\n2/3/2024,Al,al@example.org,\n";
    let report = import(
        &mut desk,
        &format!("{list}Total,9,,\n3/3/2024,,,\nExported on,2 March,,\n,York meeting,,\nthe end\n"),
    );
    assert_eq!(desk.list.len(), 2);
    let alone = "only one of its cells is filled, and not with an address: it may belong to the row above or be a remark";
    let total = "it looks like a total or a remark, not like a person";
    let nobody = "no name, no address and no phone number";
    assert_eq!(reasons(&report), [total, nobody, total, alone, alone]);
}

#[test]
fn lists_that_were_pasted_together_are_read_one_by_one() {
    let mut desk = Desk::new();
    let text = "Name,Email\nJo,jo@example.org\nYork,\nEmail,Name,Diet\nal@example.org,Al,vegan\nbo@example.org,Bo,\nNAME,EMAIL,Town\nCy,cy@example.org,Hull\n";
    let names = |desk: &mut Desk| {
        let tables = read::read("a.csv", text.as_bytes(), &Wishes::default()).expect("it reads");
        desk.import("a.csv", text.as_bytes());
        tables.into_iter().map(|(name, _)| name).collect::<Vec<_>>()
    };
    let expected = ["a.csv", "a.csv, from line 3", "a.csv, from line 7"];
    assert_eq!(names(&mut desk), expected);
    let expected = [
        "Al, al@example.org, vegan",
        "Bo, bo@example.org, ",
        "Cy, cy@example.org, ",
        "Jo, jo@example.org, ",
    ];
    assert_eq!(people(&desk, "diet"), expected);
    let before = desk.everything();
    names(&mut desk);
    assert_eq!(desk.everything(), before);
}

#[test]
fn the_title_of_a_list_below_with_the_same_header_is_nobody() {
    let mut desk = Desk::new();
    let head = "Name,Email,Town\n";
    let text = format!(
        "Leeds meeting,,\n{head}Jo,jo@example.org,\nYork meeting,,\n{head}Al,al@example.org,\n"
    );
    let report = import(&mut desk, &text);
    assert_eq!((report.rows.len(), report.count(Verdict::Added)), (2, 2));
}

#[test]
fn a_line_that_is_shorter_than_all_rows_and_has_no_address_is_a_piece() {
    let mut desk = Desk::new();
    let text = "Name;Email;Town;Note\n".to_string()
        + &(1..9)
            .map(|n| format!("P {n};p{n}@example.org;Hull;\n"))
            .collect::<String>()
        + "second; with \"quotes\"\"\n";
    let report = import(&mut desk, &text);
    let expected = ["it has a quote without a partner: close it or take it out"];
    assert_eq!(reasons(&report), expected);
    let text = text.replace("second; with \"quotes\"\"", "second;x");
    let report = import(&mut desk, &text);
    let expected = ["it has 2 cells, where the others have 4: it may belong to the row above"];
    assert_eq!(reasons(&report), expected);
}

#[test]
fn of_a_name_or_an_address_that_thousands_have_nothing_is_said() {
    let near = |text: &str| {
        let mut desk = Desk::new();
        let report = import(&mut desk, text);
        let details = report.rows.iter().filter_map(|row| row.detail.as_deref());
        let near = details.map(|detail| detail.shares.len().max(detail.maybe.len()));
        (desk.list.len(), near.max())
    };
    let names = "Name,Email\n".to_string() + &"Jo,\n".repeat(3_000);
    assert_eq!(near(&names), (3_000, Some(50)));
    let people: String = (0..3_000)
        .map(|n| format!("P {n},club@example.org\n"))
        .collect();
    assert_eq!(near(&format!("Name,Email\n{people}")), (3_000, Some(50)));
}

#[test]
fn namesakes_who_sent_the_same_stay_two_people_however_often_they_are_imported() {
    let mut desk = Desk::new();
    let file = |first: &str, second: &str| {
        format!(
            "Timestamp,Name,Diet\n2024-04-01 10:04,Di N,{first}\n2024-04-01 10:05,Di N,{second}\n"
        )
    };
    for (first, second) in [("", ""), ("", ""), ("vegan", "halal"), ("vegan", "halal")] {
        desk.import("s.csv", file(first, second).as_bytes());
        let diets: Vec<&str> = desk.list.iter().map(|one| one.get("diet")).collect();
        assert_eq!(diets, [first, second]);
    }
    let mut desk = Desk::new();
    let file = "Timestamp,Name,Email,Diet\n2024-04-01 10:04,Host,host@example.org,\n2024-04-01 10:04,Guest,,vegan\n2024-04-01 10:04,Guest,,halal\n2024-04-01 10:05,Guest,,vegan\n";
    for _ in 0..3 {
        let reports = desk.import("t.csv", file.as_bytes());
        assert_eq!((desk.list.len(), reports[0].missing.len()), (4, 0));
    }
}

#[test]
fn of_a_row_without_quotes_every_comma_before_a_space_is_part_of_a_cell() {
    let mut text =
        "First Name,Last Name,Email,Registration Time,Organization,Questions,Source\n".to_string();
    for at in 1..9 {
        text += &format!(
            "Jo{at},Lawson,jo{at}@example.org,\"Mar {at}, 2024 08:05\",\"Unite, Leeds\",,\n"
        );
    }
    text +=
        "Ngozi,Okparaeke,ngozi@example.org,Mar 19, 2024 08:05,Unite, North West,vegan at home,\n";
    let mut desk = Desk::new();
    import(&mut desk, &text);
    let ngozi = desk.list.iter().find(|one| one.name() == "Ngozi Okparaeke");
    let ngozi = ngozi.expect("she is there");
    let found = ["organisation", "note"].map(|column| ngozi.get(column));
    assert_eq!(found, ["Unite, North West", "vegan at home"]);
}

#[test]
fn columns_too_many_at_the_end_leave_one_way_to_close_a_quote() {
    let mut text = "Name,Email,Town,Newsletter,Message,Date,,,\n".to_string();
    for at in 1..9 {
        text += &format!(
            "Jo{at} Lawson,jo{at}@example.org,\"Darwen, Lancs\",No,\"late, sorry\",2024-03-0{at}T10:00:00,,,\n"
        );
    }
    text += "Bo Lawson,bo@example.org,\"Darwen, Lancs,Yes,,2024-03-03T10:00:02,,,\n";
    let mut desk = Desk::new();
    import(&mut desk, &text);
    let bo = desk.list.iter().find(|one| one.name() == "Bo Lawson");
    let bo = bo.expect("she is there");
    let found = ["area", "updates", "note"].map(|column| bo.get(column));
    assert_eq!(found, ["Darwen, Lancs", "yes", ""]);
}

#[test]
fn two_rows_with_one_name_and_one_id_are_found_again() {
    let mut desk = Desk::new();
    let text = "Name\tUser ID\tRSVP\tGuests\tRSVPed on\tJoined Group on\tURL of Member Profile\n\
                Robert Smithies\tuser 1\tYes\t0\tMarch 3rd or so\t04/24/2014\thttps://www.meetup.com/x/members/1/\n\
                Robert Smithies\tuser 1\tYes\t0\tMarch 3, 2024 3:25 PM\t04/24/2014\thttps://www.meetup.com/x/members/1/\n";
    import(&mut desk, text);
    let before = desk.everything();
    import(&mut desk, text);
    assert_eq!(desk.everything(), before);
}

#[test]
fn a_member_listed_twice_with_other_details_is_found_again_under_the_id() {
    let mut desk = Desk::new();
    let text = "Name\tUser ID\tRSVP\tGuests\tRSVPed on\tLevel\n\
                Ann Lee\tuser 1\tYes\t0\tsome day\told\n\
                Ann Lee\tuser 1\tYes\t0\tsome day\tnew\n\
                Bo Fox\tuser 2\tYes\t0\tsome day\tnew\n";
    import(&mut desk, text);
    let before = desk.everything();
    import(&mut desk, text);
    assert_eq!(desk.everything(), before);
}
