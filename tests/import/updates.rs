use crate::desk::Desk;
use plenary::import::{Report, Verdict};
use plenary::model::Status;

pub(crate) fn import(desk: &mut Desk, text: &str) -> Report {
    let mut reports = desk.import("list.csv", text.as_bytes());
    reports.pop().expect("it is read")
}

pub(crate) fn verdicts(report: &Report) -> Vec<&'static str> {
    report.rows.iter().map(|row| row.verdict.word()).collect()
}

pub(crate) fn value(desk: &Desk, name: &str, column: &str) -> String {
    let one = desk.list.iter().find(|one| one.name() == name);
    one.map_or_else(|| format!("no {name}"), |one| one.get(column).to_string())
}

pub(crate) fn set(desk: &mut Desk, name: &str, column: &str, value: &str) {
    let one = desk.list.iter_mut().find(|one| one.name() == name);
    one.expect("they are there").set(column, value);
}

#[test]
fn what_was_changed_by_hand_stays_and_what_changed_at_the_source_comes_in() {
    let mut desk = Desk::new();
    let head = "Name,Email,Phone,City,Diet\n";
    import(
        &mut desk,
        &format!(
            "{head}Ada Byron,ada@example.org,020 7946 0001,Leeds,vegan\nBo Peep,bo@example.org,020 7946 0002,York,\n"
        ),
    );
    set(&mut desk, "Ada Byron", "area", "London");
    set(&mut desk, "Bo Peep", "phone", "020 7946 9999");
    let report = import(
        &mut desk,
        &format!(
            "{head}Ada Byron,ada@example.org,020 7946 0003,Leeds,\nBo Peep,bo@example.org,020 7946 0004,York,\n"
        ),
    );
    assert_eq!(verdicts(&report), ["updated", "conflict"]);
    assert_eq!(
        value(&desk, "Ada Byron", "phone"),
        "020 7946 0003",
        "came in"
    );
    assert_eq!(
        value(&desk, "Ada Byron", "area"),
        "London",
        "changed by hand, and not at the source"
    );
    assert_eq!(
        value(&desk, "Ada Byron", "diet"),
        "vegan",
        "a blank overwrites nothing"
    );
    assert_eq!(
        value(&desk, "Bo Peep", "phone"),
        "020 7946 9999",
        "changed in both places"
    );
    let conflict = report.rows[1]
        .detail
        .as_ref()
        .map(|detail| detail.conflicts[0].clone());
    let conflict = conflict.expect("a conflict");
    assert_eq!(
        (conflict.column.as_str(), conflict.new.as_str()),
        ("phone", "020 7946 0004")
    );
}

#[test]
fn a_name_or_address_corrected_by_hand_makes_nobody_new() {
    let mut desk = Desk::new();
    let list = "Name,Email\nJonh Smith,john@exampel.org\n";
    import(&mut desk, list);
    set(&mut desk, "Jonh Smith", "email", "john@example.org");
    set(&mut desk, "Jonh Smith", "name", "John Smith");
    let report = import(&mut desk, list);
    assert_eq!(verdicts(&report), ["unchanged"]);
    assert_eq!(desk.list.len(), 1);
}

#[test]
fn a_couple_with_one_address_is_two_people_and_nearly_one_name_is_asked_about() {
    let mut desk = Desk::new();
    let report = import(
        &mut desk,
        "Name,Email\nAnn Smith,smiths@example.org\nTom Smith,smiths@example.org\nTommy Smith,smiths@example.org\n",
    );
    assert_eq!(verdicts(&report), ["added", "added", "added"]);
    let maybe = |row: usize| {
        report.rows[row]
            .detail
            .as_ref()
            .map_or(Vec::new(), |detail| detail.maybe.clone())
    };
    assert_eq!((maybe(0), maybe(1), maybe(2)), (vec![], vec![], vec![1]));
    let shares = report.rows[1]
        .detail
        .as_ref()
        .map(|detail| detail.shares.clone());
    assert_eq!(shares, Some(vec![0]));
}

#[test]
fn a_row_without_name_belongs_to_the_only_one_of_its_address() {
    for list in [
        "Name,Email,Diet\n,ada@example.org,vegan\nAda,ada@example.org,\n",
        "Name,Email,Diet\nAda,ada@example.org,\n,ada@example.org,vegan\n",
    ] {
        let mut desk = Desk::new();
        import(&mut desk, list);
        assert_eq!(desk.list.len(), 1, "{list}");
        assert_eq!(value(&desk, "Ada", "diet"), "vegan");
    }
    let couple = "Name,Email\n,the.smiths@example.org\nAnn,the.smiths@example.org\nTom,the.smiths@example.org\n";
    let mut desk = Desk::new();
    import(&mut desk, couple);
    assert_eq!(desk.list.len(), 3, "which of the two it is cannot be known");
    import(&mut desk, couple);
    assert_eq!(desk.list.len(), 3);
}

#[test]
fn without_address_name_and_phone_make_a_person() {
    let mut desk = Desk::new();
    let list =
        "Name,Phone,City\nAda,020 7946 0001,Leeds\nAda,020 7946 0002,Leeds\nBo,,York\nBo,,Leeds\n";
    import(&mut desk, list);
    assert_eq!(desk.list.len(), 4);
    let report = import(&mut desk, list);
    assert!(!report.changed && desk.list.len() == 4);
    let report = import(
        &mut desk,
        "Name,Phone,Email\nAda,+44 20 7946 0002,ada@example.org\n",
    );
    assert_eq!(
        verdicts(&report),
        ["updated"],
        "the address is new, the person is not"
    );
    assert_eq!(desk.list.len(), 4);
}

const EVENTBRITE: &str =
    "Order #,Order Date,First Name,Last Name,Email,Ticket Type,Attendee #,Attendee Status\n";

#[test]
fn a_refund_cancels_aloud_and_coming_back_seats_again() {
    let mut desk = Desk::new();
    let row = |status: &str| {
        format!("{EVENTBRITE}1,3/5/24 11:58,Ada,Byron,ada@example.org,General,11,{status}\n")
    };
    import(&mut desk, &row("Attending"));
    let report = import(&mut desk, &row("Refunded"));
    assert_eq!(verdicts(&report), ["cancelled"]);
    assert_eq!(value(&desk, "Ada Byron", "status"), "cancelled");
    let other = "2,3/9/24 11:58,Bo,Peep,bo@example.org,General,12,Attending\n";
    let report = import(&mut desk, &format!("{}{other}", row("Attending")));
    assert_eq!(verdicts(&report), ["updated", "added"]);
    assert_eq!(value(&desk, "Ada Byron", "status"), "confirmed");
}

#[test]
fn who_was_cancelled_by_hand_stays_cancelled() {
    let mut desk = Desk::new();
    let list =
        format!("{EVENTBRITE}1,3/5/24 11:58,Ada,Byron,ada@example.org,General,11,Attending\n");
    import(&mut desk, &list);
    set(&mut desk, "Ada Byron", "status", "cancelled");
    let report = import(&mut desk, &list);
    assert!(!report.changed);
    assert_eq!(value(&desk, "Ada Byron", "status"), "cancelled");
}

#[test]
fn an_id_finds_who_changed_name_and_address_but_a_ticket_handed_on_is_no_new_name() {
    let mut desk = Desk::new();
    let first =
        format!("{EVENTBRITE}1,3/5/24 11:58,Ada,Byron,ada@example.org,General,11,Attending\n");
    import(&mut desk, &first);
    let report = import(&mut desk, &first.replace("Byron,ada@", "King,ada.king@"));
    assert_eq!(verdicts(&report), ["updated"]);
    assert_eq!(value(&desk, "Ada King", "email"), "ada.king@example.org");
    // The ticket goes to Bo, and Ada has bought another one.
    let second = format!(
        "{EVENTBRITE}1,3/5/24 11:58,Bo,Peep,bo@example.org,General,11,Attending\n\
         2,3/9/24 11:58,Ada,King,ada.king@example.org,General,12,Attending\n"
    );
    import(&mut desk, &second);
    assert_eq!(desk.list.len(), 2);
    assert_eq!(value(&desk, "Bo Peep", "email"), "bo@example.org");
    assert_eq!(value(&desk, "Ada King", "status"), "confirmed");
    let report = import(&mut desk, &second);
    assert!(!report.changed);
}

#[test]
fn an_address_mended_in_the_form_is_the_same_person() {
    let mut desk = Desk::new();
    let form =
        "Timestamp,Email Address,Your name\n2024/03/05 7:31:26 AM GMT,ada@exampel.org,Ada Byron\n";
    import(&mut desk, form);
    let report = import(&mut desk, &form.replace("exampel", "example"));
    assert_eq!(verdicts(&report), ["updated"]);
    assert_eq!(value(&desk, "Ada Byron", "email"), "ada@example.org");
}

#[test]
fn the_waiting_list_is_in_the_order_of_signing_up() {
    let mut desk = Desk::with_capacity(Some(2));
    let head = "Timestamp,Email Address,Your name\n";
    import(
        &mut desk,
        &format!(
            "{head}2024/03/07 7:00:00 AM GMT,c@example.org,Cy\n2024/03/05 7:00:00 AM GMT,a@example.org,Al\n2024/03/06 7:00:00 AM GMT,b@example.org,Bo\n"
        ),
    );
    let status = |desk: &Desk, name| value(desk, name, "status");
    assert_eq!(
        (
            status(&desk, "Al"),
            status(&desk, "Bo"),
            status(&desk, "Cy")
        ),
        ("confirmed".into(), "confirmed".into(), "waiting".into())
    );
    set(&mut desk, "Al", "status", "cancelled");
    import(
        &mut desk,
        &format!("{head}2024/03/08 7:00:00 AM GMT,d@example.org,Di\n"),
    );
    assert_eq!(
        status(&desk, "Di"),
        "waiting",
        "whoever waits already is not overtaken"
    );
    assert_eq!(status(&desk, "Cy"), "confirmed", "and has the free place");
    assert_eq!(desk.list.count(Status::Confirmed), 2);
}

#[test]
fn unassigned_tickets_are_nobodys() {
    let mut desk = Desk::new();
    let report = import(
        &mut desk,
        "Number,Ticket,Ticket Full Name,Ticket First Name,Ticket Last Name,Ticket Email,Void Status,Ticket Reference,Order Name,Order Email\n\
         1,Full,Ada Byron,Ada,Byron,ada@example.org,false,AB1-1,The Boss,boss@example.org\n\
         2,Full,,,,,false,AB1-2,The Boss,boss@example.org\n\
         3,Full,Bo Peep,Bo,Peep,bo@example.org,true,AB1-3,The Boss,boss@example.org\n",
    );
    assert_eq!(verdicts(&report), ["added", "rejected", "cancelled"]);
    assert!(
        desk.list
            .iter()
            .all(|one| one.email() != "boss@example.org")
    );
}

#[test]
fn consent_needs_a_clear_yes() {
    let mut desk = Desk::new();
    let report = import(
        &mut desk,
        "Name,Email,Newsletter\nAda,a@example.org,Yes please\nBo,b@example.org,by post\nCy,c@example.org,\n",
    );
    let updates = |name| value(&desk, name, "updates");
    assert_eq!(
        (updates("Ada"), updates("Bo"), updates("Cy")),
        ("yes".into(), "no".into(), String::new())
    );
    assert_eq!(report.unclear, 1);
    assert_eq!(report.unclear_answers, ["by post"]);
}

#[test]
fn who_is_missing_from_a_newer_export_is_only_listed() {
    let mut desk = Desk::new();
    let rows: Vec<String> = (0..8)
        .map(|at| format!("2024/03/05 7:{at:02}:26 AM GMT,p{at}@example.org,Person {at}\n"))
        .collect();
    let head = "Timestamp,Email Address,Your name\n";
    import(&mut desk, &format!("{head}{}", rows.concat()));
    let report = import(&mut desk, &format!("{head}{}", rows[1..].concat()));
    assert_eq!((report.missing.len(), report.changed), (1, false));
    let report = import(&mut desk, &format!("{head}{}", rows[4..].concat()));
    assert_eq!((report.missing.len(), report.changed), (4, false));
    let report = import(&mut desk, &format!("{head}{}", rows[5..].concat()));
    assert_eq!(report.missing.len(), 0, "this is another list");
}

#[test]
fn who_was_taken_out_of_the_list_by_hand_comes_back_by_name() {
    let mut desk = Desk::new();
    let list = "Name,Email\nAda Byron,ada@example.org\nBo Smith,bo@example.org\n";
    assert_eq!(import(&mut desk, list).back, [0; 0]);
    desk.list.remove(0);
    let grown = format!("{list}Cy Penhallt,cy@example.org\n");
    assert_eq!(import(&mut desk, &grown).back, [1]);
    let names: Vec<&str> = desk.list.iter().map(|one| one.name()).collect();
    assert_eq!(names, ["Bo Smith", "Ada Byron", "Cy Penhallt"]);
    assert_eq!(import(&mut desk, &grown).back, [0; 0]);
}

#[test]
fn rejected_rows_are_handed_back_and_can_be_imported_when_mended() {
    use plenary::import::read::{Wishes, read};
    use plenary::import::{Held, Mapping, rejected};
    let mut desk = Desk::new();
    let form = "Timestamp,Email Address,Your name,City\n2024/03/05 7:31:26 AM GMT,,,\"Bury, Lancs\"\n2024/03/06 7:31:26 AM GMT,b@example.org,Bo,York\n";
    let report = import(&mut desk, form);
    assert_eq!(report.count(Verdict::Rejected), 1);
    let tables = read("form.csv", form.as_bytes(), &Wishes::default()).expect("it reads");
    let mapping = Mapping::find(&tables[0].1, &[], &Held::in_zone(chrono_tz::UTC));
    let back = rejected(&tables[0].1, &mapping, &report).expect("one was");
    let mended = back.replace("GMT,,,", "GMT,a@example.org,Ada,");
    let report = import(&mut desk, &mended);
    assert_eq!(verdicts(&report), ["added"]);
    assert_eq!(value(&desk, "Ada", "source"), "google-forms");
    assert_eq!(value(&desk, "Ada", "area"), "Bury, Lancs");
}

#[test]
fn without_a_header_the_cells_tell_names_from_towns() {
    let mut desk = Desk::new();
    import(
        &mut desk,
        "Leeds;ada@example.org;Ada Byron\nYork;bo@example.org;Bo Peep\nBury;cy@example.org;Cy Twombly\n",
    );
    assert_eq!(value(&desk, "Bo Peep", "email"), "bo@example.org");
    let mut desk = Desk::new();
    import(
        &mut desk,
        "ada@example.org,Ada,Byron,2024-03-05 10:00\nbo@example.org,Bo,Peep,2024-03-06 10:00\n",
    );
    assert_eq!(value(&desk, "Bo Peep", "registered"), "2024-03-06 10:00");
}

#[test]
fn a_name_that_looks_like_a_placeholder_is_a_name() {
    let mut desk = Desk::new();
    import(
        &mut desk,
        "First name,Last name,Email,Diet\nAnna,Guest,anna@example.org,vegan\nJin,Na,jin@example.org,\nCy,-,cy@example.org,\n",
    );
    let names: Vec<&str> = desk.list.iter().map(|one| one.name()).collect();
    assert_eq!(names, ["Anna Guest", "Jin Na", "Cy"]);
    import(
        &mut desk,
        "First name,Last name,Email,Diet\nAnna,Guest,anna@example.org,None\n",
    );
    assert_eq!(
        value(&desk, "Anna Guest", "diet"),
        "None",
        "an answer like any other"
    );
}

#[test]
fn what_a_spreadsheet_has_left_of_a_number_takes_nothing_away() {
    let mut desk = Desk::new();
    let text = |phone: &str, order: &str| {
        format!("Name,Email,Phone,Order #\nAnn Lee,ann@example.org,{phone},{order}\n")
    };
    import(&mut desk, &text("0044 7700 900005", "8000000001"));
    let before = desk.everything();
    import(&mut desk, &text("7700900005", "8.0E+09"));
    assert_eq!(desk.everything(), before);
}

#[test]
fn that_somebody_signed_up_earlier_than_was_known_is_told() {
    let mut desk = Desk::new();
    import(&mut desk, "Name,Email\nAnn Lee,ann@example.org\n");
    let report = import(
        &mut desk,
        "Timestamp,Name,Email\n2024/03/01 1:00:00 PM GMT,Ann Lee,ann@example.org\n",
    );
    let told = report.rows.iter().flat_map(|row| row.detail.iter());
    let told = told
        .flat_map(|detail| &detail.changes)
        .map(|one| (one.column.as_str(), one.new.as_str()));
    assert_eq!(
        told.collect::<Vec<_>>(),
        [("registered", "2024-03-01 13:00")]
    );
}
